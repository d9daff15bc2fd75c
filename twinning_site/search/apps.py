from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "twinning_site.search"
    label = "search"
    verbose_name = _("search")

    def ready(self) -> None:
        from twinning_site.search import index, tasks  # noqa: PLC0415 - needs the models

        index.connect()
        tasks.connect()
