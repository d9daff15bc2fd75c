import os

from django.core.management.base import BaseCommand

from twinning_site.serving.task_worker import LinkWorker, TaskWorker


class Command(BaseCommand):
    help = (
        "Makes PDFs, reads uploads, makes the sizes of pictures and looks at links to other sites "
        "until it is told to stop (SIGTERM or Ctrl-C), and then finishes what is in hand, but for "
        "the links. Any number may run at once."
    )

    def handle(self, *args: object, **options: object) -> None:
        # Whoever waits for a page comes before a picture's sizes.
        os.nice(10)
        LinkWorker().start()
        worker = TaskWorker()
        worker.configure_signals()
        worker.run()
