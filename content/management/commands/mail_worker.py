import signal
import threading

from django.core.management.base import BaseCommand, CommandParser

from content.mail.worker import Worker


class Command(BaseCommand):
    help = (
        "Sends the outbox until it is told to stop (SIGTERM or Ctrl-C), and then finishes the "
        "e-mail in hand. Any number may run at once."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="send what is due now, then end (for cron)"
        )

    def handle(self, *args: object, once: bool, **options: object) -> None:
        stop = threading.Event()
        worker = Worker(stop)
        if once:
            self.stdout.write(f"{worker.send_due()} sent")
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        worker.run()
