from typing import Any

from django.core.management.base import BaseCommand

from twinning_site.search.indexing.entries import rebuild
from twinning_site.search.indexing.renewal import note_renewal


class Command(BaseCommand):
    help = "Make the search's index anew at once; the worker does so by itself after an update."

    def handle(self, *args: Any, **options: Any) -> None:
        count = rebuild()
        note_renewal()
        self.stdout.write(f"{count} entries can be found.")
