from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "twinning_site.search"
    label = "search"

    def ready(self) -> None:
        # They need the models.
        from twinning_site.search import tasks  # noqa: PLC0415
        from twinning_site.search.indexing import entries, kinds, themes  # noqa: PLC0415

        entries.connect()
        tasks.connect()
        themes.connect()
        kinds.connect()
