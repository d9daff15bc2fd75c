from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class PageStoreConfig(AppConfig):
    name = "twinning_site.page_store"
    label = "page_store"

    def ready(self) -> None:
        from twinning_site.page_store.triggers import (  # noqa: PLC0415 - needs the models
            install_triggers,
        )

        # Django sends this signal only for apps that have models; this one has none.
        content = apps.get_app_config("content")
        post_migrate.connect(install_triggers, sender=content, dispatch_uid="site version")
