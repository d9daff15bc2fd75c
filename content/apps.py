from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    name = "content"
    verbose_name = _("library and council")

    def ready(self) -> None:
        import content.receivers  # noqa: F401, PLC0415 - needs the models
