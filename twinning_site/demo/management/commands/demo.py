from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from twinning_site.demo import load as demo
from twinning_site.pages.site_content import has_content


class Command(BaseCommand):
    help = (
        "Fill the site with a demo: Oxford’s twin cities with texts, pictures, events and forms, "
        "or those of another council. "
        "A site that has content is left alone unless you say --replace."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--council",
            choices=demo.councils(),
            default="oxford",
            help="Whose twin cities. `make run COUNCIL=…` sets the languages that each has.",
        )
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument(
            "--replace",
            action="store_true",
            help="Delete all content first. Applications and messages that people sent in stay.",
        )
        choice.add_argument(
            "--if-empty",
            action="store_true",
            help="Do nothing, and do not complain, if the site has content.",
        )

    def handle(
        self, *, council: str, replace: bool, if_empty: bool, verbosity: int, **options: Any
    ) -> None:
        report = self.stdout.write if verbosity else lambda _line: None
        if has_content() and not replace:
            if if_empty:
                return
            raise CommandError(
                "This site has content. `manage.py demo --replace` deletes it and loads the demo."
            )
        if replace:
            report("Deleting what is there …")
            demo.delete_content()
        try:
            demo.load(council, report)
        except demo.RefusedDemoError as error:
            raise CommandError(str(error)) from error
        report(self.style.SUCCESS("The demo is loaded."))
