from django.core.management.base import BaseCommand, CommandParser

from content.traces import wipe_free_pages
from twinning_site.pages import privacy


class Command(BaseCommand):
    help = "Erases what has reached its date. Runs every night beside the site (see `serve`)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only show what is due")

    def handle(self, *args, dry_run: bool, **options) -> None:
        if dry_run:
            for kind, rows in privacy.due_today().items():
                names = [row.reference for row in rows if hasattr(row, "reference")]
                self.stdout.write(f"{kind}: {rows.count()} {' '.join(names)}".rstrip())
            return
        erased = privacy.erase_due()
        wipe_free_pages()
        for kind, number in erased.items():
            self.stdout.write(f"{kind}: {number} erased")
