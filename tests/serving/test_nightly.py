from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from content.models import GeneratedPdf
from content.tasks import read_document
from tests.factories.document import DocumentFactory

pytestmark = pytest.mark.django_db


def test_old_pdfs_are_deleted_and_counted():
    GeneratedPdf.objects.create(pk="old", html="<p>Words</p>")
    GeneratedPdf.objects.update(ordered_at=timezone.now() - timedelta(days=91))
    out = StringIO()
    call_command("nightly", "--dry-run", stdout=out)
    assert "PDFs: 1\n" in out.getvalue()
    assert GeneratedPdf.objects.exists()

    out = StringIO()
    call_command("nightly", stdout=out)

    assert out.getvalue() == "PDFs: 1 deleted\n"
    assert not GeneratedPdf.objects.exists()


def test_documents_that_the_worker_missed_are_read():
    DocumentFactory()
    out = StringIO()

    call_command("nightly", stdout=out)

    assert out.getvalue() == "documents to be read: 1\n"
    assert DBTaskResult.objects.get().task == read_document
