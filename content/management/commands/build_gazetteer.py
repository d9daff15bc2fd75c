from django.core.management.base import BaseCommand

from content.gazetteer.building import build
from content.gazetteer.places import FILE


class Command(BaseCommand):
    help = "Makes the file of places in var/; does nothing when it is up to date."
    requires_system_checks = []

    def handle(self, *args: object, **options: object) -> None:
        if number := build(FILE):
            self.stdout.write(f"Places that can be found by name: {number:,}.")
        else:
            self.stdout.write("The gazetteer is up to date.")
