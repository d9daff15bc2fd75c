"""Make the PDFs of Oxford's demo from its texts, of the demo that is loaded.

It is needed only after a text was changed: the PDFs are in the repository. The poster names the
address of the site, which is none that is in use:

    SECRET_KEY=none SITE_URL=https://oxford.example .venv/bin/python manage.py make_documents
"""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from twinning_site.demo import OXFORD
from twinning_site.demo.pdfs import PDFS


class Command(BaseCommand):
    help = "Make the PDFs of Oxford's demo anew; the demo has to be loaded."

    def handle(self, **options: Any) -> None:
        for name, make in PDFS.items():
            with translation.override("en"):
                pdf = make()
            (OXFORD / f"documents/{name}.pdf").write_bytes(pdf)
            self.stdout.write(f"{name}: {len(pdf) // 1000} kB")
