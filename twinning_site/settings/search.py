"""The index of the search: in the database, or on a search server."""

from twinning_site.settings.database import DATABASES
from twinning_site.settings.environment import env
from twinning_site.settings.languages import SITE_LANGUAGES

# In the database, or on a search server (.env.example lists the backends)
_STEMMING = {
    "ar": "arabic", "da": "danish", "de": "german", "en": "english", "es": "spanish",
    "fr": "french", "it": "italian", "nl": "dutch", "pt": "portuguese", "ru": "russian",
    "sv": "swedish", "tr": "turkish",
}  # fmt: skip
_OWN_SEARCH = {
    "django.db.backends.postgresql": "content.search.postgres",
    "django.db.backends.sqlite3": "content.search.sqlite",
}
MODELSEARCH_BACKENDS = {
    "default": {
        "BACKEND": env.str(
            "SEARCH_BACKEND",
            _OWN_SEARCH.get(DATABASES["default"]["ENGINE"], "modelsearch.backends.database"),
        ),
        "SEARCH_CONFIG": _STEMMING.get(SITE_LANGUAGES[0], "simple"),  # PostgreSQL only
        "URLS": env.list("SEARCH_URLS", default=["http://localhost:9200"]),  # search servers only
    }
}
