from typing import Any

from django.core.management.base import BaseCommand

from twinning_site.search.index import rebuild


class Command(BaseCommand):
    help = "Make the search's index anew, such as after a change of SITE_LANGUAGES."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{rebuild()} entries can be found.")
