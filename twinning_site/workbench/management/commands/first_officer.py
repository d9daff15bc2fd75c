import secrets
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.urls import reverse

from content.audit import record
from content.models.records.audit_entry import Deed


class Command(BaseCommand):
    help = (
        "Creates the first officer, who may do everything, and prints the password this once. "
        "Does nothing when somebody can already sign in to the admin."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--username", default="officer", help="default: officer")

    @transaction.atomic
    def handle(self, *args: Any, username: str, **options: Any) -> None:
        users = get_user_model().objects
        if users.filter(is_staff=True, is_active=True).exists():
            return
        password = secrets.token_urlsafe(12)
        officer, _created = users.get_or_create(username=username)
        officer.is_active = officer.is_staff = officer.is_superuser = True
        officer.set_password(password)
        officer.save()
        record(None, Deed.RIGHTS, row=f"auth.user {username}", detail="first_officer")
        self.stdout.write(
            "The first officer can sign in. This password is not shown again:\n"
            f"  address    {settings.SITE_URL}{reverse('admin:index')}\n"
            f"  user name  {username}\n"
            f"  password   {password}"
        )
