from django.core.management.base import BaseCommand, CommandParser

from twinning_site.pages import privacy


class Command(BaseCommand):
    help = (
        "Erases everything that is held about an e-mail address. Shows first what that is, and "
        "does it only with --yes."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")
        parser.add_argument("--yes", action="store_true", help="do it")

    def handle(self, *args, address: str, yes: bool, **options) -> None:
        address = address.strip()
        for kind, rows in privacy.held_about(address).items():
            if number := rows.count():
                self.stdout.write(f"{kind}: {number}")
        if not yes:
            self.stdout.write("Nothing is erased yet: add --yes.")
            return
        erased = privacy.erase_person(address)
        privacy.wipe_free_pages()
        self.stdout.write(f"Erased: {sum(erased.values())}. Backups age out by themselves.")
