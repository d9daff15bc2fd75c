import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.core.serializers.json import DjangoJSONEncoder

from content.audit import record
from content.models.records.audit_entry import Deed
from twinning_site.privacy.export import export_person
from twinning_site.privacy.management.arguments import email_address


class Command(BaseCommand):
    help = "Prints everything that is held about an e-mail address, as JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", type=email_address)

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        held = export_person(address)
        record(None, Deed.EXPORTED, row="person")
        self.stdout.write(json.dumps(held, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))
