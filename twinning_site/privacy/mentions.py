"""Texts of other people in which a person is mentioned: found, and the person blanked out."""

import re
from collections.abc import Iterable
from html import escape

from django.contrib.admin.models import LogEntry
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _
from post_office.models import Email

from content.mail.erasure import whole
from twinning_site.pages.models import Enquiry, Feedback
from volunteers.models import Application, Note

TEXTS: dict[str, tuple[type[Model], list[str]]] = {
    "applications": (Application, ["name", "languages", "skills", "availability", "message"]),
    "notes": (Note, ["text"]),
    "enquiries": (Enquiry, ["name", "message"]),
    "feedback": (Feedback, ["comment"]),
    "mails": (Email, ["subject", "message", "html_message"]),
    "history": (LogEntry, ["object_repr", "change_message"]),
}


def mentioning(address: str) -> dict[str, QuerySet]:
    """Rows with a text in which the address stands, whosever they are, by their kind."""
    found = {}
    for kind, (model, fields) in TEXTS.items():
        said = Q()
        for field in fields:
            said |= Q(**{f"{field}__iregex": _any_of([address])})
        found[kind] = model.objects.filter(said)
    return found


def blank_out(rows: QuerySet, fields: list[str], words: Iterable[str]) -> None:
    """Put “[erased]” where `words` stand in the texts of `rows`."""
    pattern = re.compile(_any_of(words), re.IGNORECASE)
    for row in list(rows):
        texts = {
            field: pattern.sub(_("[erased]"), getattr(row, field))[
                : row._meta.get_field(field).max_length
            ]
            for field in fields
        }
        # Not save(): for others nothing has happened to this row.
        type(row)._base_manager.filter(pk=row.pk).update(**texts)


def _any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, also as HTML writes them; the longest first."""
    written = {form for word in words for form in (word, escape(word))}
    return "|".join(whole(form) for form in sorted(written, key=len, reverse=True))
