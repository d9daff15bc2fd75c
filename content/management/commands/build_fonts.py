from django.conf import settings
from django.core.management.base import BaseCommand

from content.text.fonts import build_fonts


class Command(BaseCommand):
    help = "Makes the web fonts in var/fonts; does nothing when they are up to date."
    # One of them requires the folder that is made here.
    requires_system_checks = []

    def handle(self, *args: object, **options: object) -> None:
        made = build_fonts(settings.VAR_DIR / "fonts")
        if not made:
            self.stdout.write("The web fonts are up to date.")
            return
        for name, size in made.items():
            self.stdout.write(f"{name}: {size / 1000:.1f} kB")
        self.stdout.write(f"Made {len(made)} web font files.")
