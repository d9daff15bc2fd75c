"""The index of the search: in the database, or on a search server."""

from twinning_site.settings.database import DATABASES
from twinning_site.settings.environment import env
from twinning_site.settings.languages import SITE_LANGUAGES

_STEMMING = {
    "ar": "arabic", "da": "danish", "de": "german", "en": "english", "es": "spanish",
    "fr": "french", "it": "italian", "nl": "dutch", "pt": "portuguese", "ru": "russian",
    "sv": "swedish", "tr": "turkish",
}  # fmt: skip
_OWN_SEARCH = {
    "django.db.backends.postgresql": "content.search.postgres",
    "django.db.backends.sqlite3": "content.search.sqlite",
}
_DATABASE_SEARCH = "modelsearch.backends.database"
_BACKEND = env.str(
    "SEARCH_BACKEND", _OWN_SEARCH.get(DATABASES["default"]["ENGINE"], _DATABASE_SEARCH)
)
# A search server finds a change about a second later (refresh_interval); the database at once.
SEARCH_LAGS = _BACKEND not in {*_OWN_SEARCH.values(), _DATABASE_SEARCH}
MODELSEARCH_BACKENDS = {
    "default": {
        "BACKEND": _BACKEND,
        "SEARCH_CONFIG": _STEMMING.get(SITE_LANGUAGES[0], "simple"),  # PostgreSQL only
        "URLS": env.list("SEARCH_URLS", default=["http://localhost:9200"]),  # search servers only
    }
}
