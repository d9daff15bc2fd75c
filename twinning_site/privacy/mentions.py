"""Find texts in which a person is mentioned, and redact the mentions."""

import json
import re
from collections.abc import Iterable
from html import escape

from django.contrib.admin.models import LogEntry
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from content.mail.erasure import whole_address
from content.models import Draft, Finding, QueuedEmail, ReleaseRequest, UnsavedForm, Version
from twinning_site.pages.models import Enquiry, Feedback
from twinning_site.search.models import UnansweredSearch
from twinning_site.search.unanswered import countable_words
from volunteers.models import Answer, Application, Note

# The texts in which people may be mentioned: for each kind its model and fields
TEXT_FIELDS: dict[str, tuple[type[Model], list[str]]] = {
    "applications": (Application, ["name", "languages", "skills", "availability", "message"]),
    "answers": (Answer, ["text"]),
    "notes": (Note, ["text"]),
    "enquiries": (Enquiry, ["name", "message"]),
    "feedback": (Feedback, ["comment"]),
    "mails": (QueuedEmail, ["subject", "text", "html"]),
    "history": (LogEntry, ["object_repr", "change_message"]),
    "findings": (Finding, ["heading", "excerpt"]),
    "drafts": (Draft, ["state", "base", "publish_error"]),
    "requests for release": (ReleaseRequest, ["word", "reply"]),
    "unsaved forms": (UnsavedForm, ["fields"]),
    "versions": (Version, ["heading", "change_message", "state"]),
}


def rows_mentioning(address: str) -> dict[str, QuerySet]:
    """Return the rows with a text that has the address in it, by kind."""
    found = {}
    for kind, (model, fields) in TEXT_FIELDS.items():
        condition = Q()
        for field in fields:
            condition |= Q(**{f"{field}__iregex": _pattern([address])})
        found[kind] = model._default_manager.filter(condition)
    return found


def versions_with(words: Iterable[str]) -> QuerySet:
    """Return the versions of what officers write that have one of the words in them."""
    return (
        Version.objects.filter(state__iregex=_pattern(words)) if words else Version.objects.none()
    )


def searches_with(words: Iterable[str]) -> QuerySet:
    """Return the searches that found nothing in which one of the words was typed."""
    typed = {countable_words(word) for word in words} - {""}
    searches = UnansweredSearch.objects
    return searches.filter(words__iregex=_pattern(typed)) if typed else searches.none()


def redact(rows: QuerySet, fields: list[str], words: Iterable[str]) -> None:
    """Write “[erased]” in place of `words` in the `fields` of `rows`."""
    pattern = re.compile(_pattern(words), re.IGNORECASE)
    for row in list(rows):
        texts = {
            field: pattern.sub(_("[erased]"), getattr(row, field))[
                : row._meta.get_field(field).max_length
            ]
            for field in fields
        }
        # Not save(), which would change updated_at and count as an edit.
        type(row)._base_manager.filter(pk=row.pk).update(**texts)


def _pattern(words: Iterable[str]) -> str:
    """Return a regular expression for the words, also as HTML or JSON has them, longest first."""
    written = {
        form
        for word in words
        for form in (word, escape(word), json.dumps(word, ensure_ascii=False)[1:-1])
    }
    return "|".join(whole_address(form) for form in sorted(written, key=len, reverse=True))
