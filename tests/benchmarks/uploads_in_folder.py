"""Uploads every file of a folder as an officer does, and counts what becomes of them.

    FOLDER=~/samples .venv/bin/pytest -s tests/benchmarks/uploads_in_folder.py

By default documents and pictures are told apart by their endings, so that a wrong one meets the
wrong form, too. What became of each file is in a table beside the folder, `samples.tsv`.
"""

import os
import time
from collections import Counter
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from content.models import Document, Picture
from tests.admin_forms import errors_of, form_data
from tests.worker import work_off

PICTURES = frozenset(
    "avif bmp gif heic heif hif ico jp2 jpeg jpg png psd svg tif tiff webp".split()  # noqa: SIM905
)
DOCUMENTS = frozenset(
    "doc docm docx dotx odp ods odt ott pages pdf ppt pptx rtf xls xlsx".split()  # noqa: SIM905
)
WORDS = {"alt_0": "A bridge", "creator": "Somebody", "licence": "CC BY 4.0"}


@pytest.mark.django_db
@pytest.mark.timeout(7200)
def test_every_file_of_the_folder_gets_a_true_answer(officer_client):
    folder = Path(os.environ["FOLDER"])
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    forms = {kind: form_data(officer_client.get(address(kind))) for kind in ("document", "picture")}
    outcomes: Counter[tuple[str, str]] = Counter()
    slowest = 0.0
    with folder.with_suffix(".tsv").open("w") as report:
        for path in paths:
            kind = kind_of(path)
            if not kind:
                continue
            began = time.monotonic()
            upload = SimpleUploadedFile(path.name, path.read_bytes())
            outcome = what_becomes(officer_client, kind, forms[kind] | {"file": upload})
            slowest = max(slowest, time.monotonic() - began)
            outcomes[path.suffix.lower(), outcome] += 1
            report.write(f"{path}\t{outcome}\t{time.monotonic() - began:.1f}\n")
            report.flush()

    lines = [f"{sum(outcomes.values())} files, {slowest:.1f} s for the slowest"]
    for (ending, outcome), number in sorted(outcomes.items()):
        lines.append(f"{ending:6} {number:5}  {outcome}")
    print("\n" + "\n".join(lines))  # noqa: T201 - for the reader
    assert not [outcome for _ending, outcome in outcomes if outcome.startswith("FAILED")]


def kind_of(path: Path) -> str:
    ending = path.suffix.lower()[1:]
    return "picture" if ending in PICTURES else "document" if ending in DOCUMENTS else ""


def address(kind: str) -> str:
    return reverse(f"admin:content_{kind}_add")


def what_becomes(client, kind: str, data: dict) -> str:
    """What the officer is told, or what is known of the file in the end."""
    words = WORDS if kind == "picture" else {"title_0": "News", "kind": "other"}
    try:
        response = client.post(address(kind), data | words | {"_save": "on"})
        if response.status_code == 200:
            return "refused: " + " ".join(errors_of(response)["file"])
        assert response.status_code == 302
        work_off()
        row = (Document if kind == "document" else Picture).objects.get()
        change = reverse(f"admin:content_{kind}_change", args=[row.pk])
        assert client.get(change).status_code == 200
        outcome = found_in(row)
        row.delete()
    except Exception as error:
        Document.objects.all().delete()
        Picture.objects.all().delete()
        return f"FAILED: {type(error).__name__}: {error}"[:200]
    return outcome


def found_in(row: Document | Picture) -> str:
    if isinstance(row, Picture):
        return "taken" if row.has_renditions else "FAILED: no sizes"
    if row.read_at is None:
        return "FAILED: not read"
    facts = [
        name
        for name in ("pages", "language", "text", "cover")
        if getattr(row, name) and name not in row.unread_parts
    ]
    lost = f"; unreadable: {row.unreadable}" if row.unreadable else ""
    return f"taken with {', '.join(facts) or 'nothing'}{lost}"
