from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PageStoreConfig(AppConfig):
    name = "twinning_site.page_store"
    label = "page_store"

    def ready(self) -> None:
        from twinning_site.page_store.triggers import (  # noqa: PLC0415 - needs the models
            install_triggers,
        )

        post_migrate.connect(install_triggers, sender=self, dispatch_uid="site version")
