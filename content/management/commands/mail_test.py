from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email


class Command(BaseCommand):
    help = "Sends one test message at once, past the outbox, to prove the mail settings."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")

    def handle(self, *args: object, address: str, **options: object) -> None:
        try:
            validate_email(address)
        except ValidationError as error:
            raise CommandError(f"{address} is not an e-mail address.") from error
        backend = settings.OUTBOX_TRANSPORT
        self.stdout.write(
            f"From {settings.DEFAULT_FROM_EMAIL} through {_describe_transport(backend)} …"
        )
        message = EmailMessage(
            "Test message of the twinning site",
            f"This message proves that the mail settings of {settings.SITE_URL} work.\n",
            to=[address],
            headers={"Auto-Submitted": "auto-generated"},
            connection=get_connection(backend),
        )
        try:
            message.send()
        except OSError as error:
            # All errors of smtplib and of the network are OSErrors.
            raise CommandError(
                f"It was not sent: {type(error).__name__}: {error}. Look at EMAIL_URL."
            ) from error
        self.stdout.write(f"The server took it. Now look whether it arrives at {address}.")


def _describe_transport(backend: str) -> str:
    if backend.endswith("smtp.EmailBackend"):
        return f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    return f"{settings.EMAIL_FILE_PATH or backend}"
