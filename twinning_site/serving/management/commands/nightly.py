from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from content.actions import order_missed_work
from content.link_check.addresses import note_addresses
from content.link_check.tasks import order_looking
from content.mail.erasure import empty_write_ahead_log
from events.actions import update_next_dates
from twinning_site.pages.still_right.asking import ask_groups
from twinning_site.privacy.retention import erase_due, rows_due
from twinning_site.serving import cleanup
from twinning_site.workbench.findings.keeping import look_at_everything
from twinning_site.workbench.kept_aside_letter import queue_kept_aside_letter
from twinning_site.workbench.sheet_letters.owners import tell_owners
from twinning_site.workbench.sheet_letters.weekly import queue_weekly_sheets
from volunteers.handover import remind_groups


class Command(BaseCommand):
    help = (
        "Tells the office what is kept aside, reminds groups of volunteers whom they have not "
        "called, asks groups whether their page is still right, erases personal data that has "
        "reached its date, deletes old PDFs and results of tasks, has uploads read that the worker "
        "missed, stores the next dates of events, and looks for wording that has aged "
        "and for links that lead nowhere; has the worker look at those to other sites. `serve` "
        "runs it once a day; where the programs run "
        "apart, cron has to."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only show what is due")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        if dry_run:
            for kind, rows in rows_due().items():
                names = [row.reference for row in rows if hasattr(row, "reference")]
                self.stdout.write(f"{kind}: {rows.count()} {' '.join(names)}".rstrip())
            for kind, rows in cleanup.outdated_rows().items():
                self.stdout.write(f"{kind}: {rows.count()}")
            return
        # First: whatever fails below, the office is told.
        if kept_aside := queue_kept_aside_letter():
            self.stdout.write(f"kept aside: {kept_aside}, told to the office")
        if reminded := remind_groups():
            self.stdout.write(f"offers that a group has not answered: {reminded}")
        if asked := ask_groups():
            self.stdout.write(f"groups asked whether their page is still right: {asked}")
        told = {"owners of pages to look at": tell_owners(), "day sheets": queue_weekly_sheets()}
        erased = erase_due()
        deleted = cleanup.delete_outdated()
        empty_write_ahead_log()
        missed = order_missed_work() | {"events with another next date": update_next_dates()}
        missed |= {"open findings in texts and files": look_at_everything()}
        note_addresses()
        for kind, number in told.items():
            if number:
                self.stdout.write(f"{kind}: {number} told")
        for kind, number in erased.items():
            self.stdout.write(f"{kind}: {number} erased")
        for kind, number in deleted.items():
            self.stdout.write(f"{kind}: {number} deleted")
        for kind, number in missed.items():
            if number:
                self.stdout.write(f"{kind}: {number}")
        if order_looking():
            self.stdout.write("addresses of other sites: the worker looks at what is due")
