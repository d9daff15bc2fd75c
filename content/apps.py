from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from content.languages.addresses.checks import check_words_of_addresses
from content.languages.checks import check_site_languages
from content.write_lock import wait_outside_sqlite


class ContentConfig(AppConfig):
    name = "content"
    verbose_name = _("library and council")

    def ready(self) -> None:
        import content.receivers  # noqa: F401, PLC0415 - needs the models
        from content.mail.letters import store_names  # noqa: PLC0415 - needs the models
        from content.models.kinds.editable_kind import store_shipped  # noqa: PLC0415 - the same

        register(check_site_languages, Tags.translation)
        register(check_words_of_addresses, Tags.translation)
        connection_created.connect(wait_outside_sqlite)
        post_migrate.connect(store_names, sender=self, dispatch_uid="letters")
        post_migrate.connect(store_shipped, dispatch_uid="kinds")
