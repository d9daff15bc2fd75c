import os

from django.core.management.base import BaseCommand

from twinning_site.serving.task_worker import TaskWorker


class Command(BaseCommand):
    help = (
        "Makes PDFs, reads uploads and makes the sizes of pictures until it is told to stop "
        "(SIGTERM or Ctrl-C), and then finishes what is in hand. Any number may run at once."
    )

    def handle(self, *args: object, **options: object) -> None:
        # Whoever waits for a page comes before a picture's sizes.
        os.nice(10)
        worker = TaskWorker()
        worker.configure_signals()
        worker.run()
