from django.core.management.base import BaseCommand, CommandParser

from content.actions import take_in_missed
from content.mail.erasure import wipe_free_pages
from twinning_site.privacy import expired_files
from twinning_site.privacy.retention import due_today, erase_due


class Command(BaseCommand):
    help = (
        "Erases personal data that has reached its date, and throws away PDFs and results of "
        "tasks that are of no more use. Has uploads read that the worker missed. Runs every night "
        "beside the site (see `serve`)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only show what is due")

    def handle(self, *args, dry_run: bool, **options) -> None:
        if dry_run:
            for kind, rows in due_today().items():
                names = [row.reference for row in rows if hasattr(row, "reference")]
                self.stdout.write(f"{kind}: {rows.count()} {' '.join(names)}".rstrip())
            for kind, rows in expired_files.useless().items():
                self.stdout.write(f"{kind}: {rows.count()}")
            return
        erased = erase_due()
        thrown_away = expired_files.throw_away()
        wipe_free_pages()
        missed = take_in_missed()
        for kind, number in erased.items():
            self.stdout.write(f"{kind}: {number} erased")
        for kind, number in thrown_away.items():
            self.stdout.write(f"{kind}: {number} thrown away")
        if missed:
            self.stdout.write(f"documents: {missed} to be read again")
