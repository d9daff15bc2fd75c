from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ServingConfig(AppConfig):
    name = "twinning_site.serving"
    label = "serving"

    def ready(self) -> None:
        from twinning_site.serving.site_version import (  # noqa: PLC0415 - needs the models
            install_triggers,
        )

        post_migrate.connect(install_triggers, sender=self, dispatch_uid="site version")
