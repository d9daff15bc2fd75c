from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "twinning_site.pages"
    label = "pages"
    verbose_name = _("pages and notices")

    def ready(self) -> None:
        from twinning_site.pages import indexing, tasks  # noqa: PLC0415 - needs the models

        indexing.connect()
        tasks.connect()
