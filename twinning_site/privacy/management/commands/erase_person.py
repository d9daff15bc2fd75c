from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from content.audit import record
from content.mail.erasure import empty_write_ahead_log
from content.models.records.audit_entry import Deed
from twinning_site.privacy.erasure import erase_person
from twinning_site.privacy.management.arguments import email_address
from twinning_site.privacy.personal_data import rows_about


class Command(BaseCommand):
    help = (
        "Erases everything that is held about an e-mail address. Shows first what that is, and "
        "does it only with --yes."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", type=email_address)
        parser.add_argument("--yes", action="store_true", help="do it")

    def handle(self, *args: Any, address: str, yes: bool, **options: Any) -> None:
        for kind, rows in rows_about(address).items():
            if number := rows.count():
                self.stdout.write(f"{kind}: {number}")
        if not yes:
            self.stdout.write(
                "Nothing is erased yet: add --yes. Mentions are redacted, the rest is deleted."
            )
            return
        erased = erase_person(address)
        record(None, Deed.ERASED, row="person", detail=str(sum(erased.values())))
        empty_write_ahead_log()
        self.stdout.write(f"Erased: {sum(erased.values())}. Backups age out by themselves.")
