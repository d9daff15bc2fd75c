from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Compiles the council's own translations (CATALOGUES_DIR), so that the site reads them."
    # One of them requires what is made here.
    requires_system_checks = []

    def handle(self, *args: object, **options: object) -> None:
        own = [Path(path) for path in settings.LOCALE_PATHS[1:]]
        found = [file for path in own for file in sorted(path.glob("*/LC_MESSAGES/django.po"))]
        for file in found:
            with file.open("rb") as source:
                catalogue = read_po(source, locale=file.parts[-3])
            with file.with_suffix(".mo").open("wb") as target:
                write_mo(target, catalogue)
            self.stdout.write(str(file))
        if not found:
            self.stdout.write(f"There is no catalogue in {', '.join(map(str, own))}.")
