from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "twinning_site.search"
    label = "search"

    def ready(self) -> None:
        from twinning_site.search import index, tasks, themes  # noqa: PLC0415 - needs the models

        index.connect()
        tasks.connect()
        themes.connect()
