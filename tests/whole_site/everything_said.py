"""Asks a site for everything that the public may meet, in one language after another."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.shortcuts import render
from django.test import Client, RequestFactory, override_settings
from django.utils import timezone
from django.utils.translation import override
from django_tasks_db.models import DBTaskResult

from content.intake.guarded_form import _new_token
from content.mail.compose import fill_in_letter
from content.mail.letters import all_letters
from content.mail.placeholders import Filled
from content.models import GeneratedPdf, QueuedEmail
from links.models import Contact, LinkGroup
from tests.factories.application import ApplicationFactory
from tests.factories.drop_box import DropBoxFactory
from tests.whole_site.one_language import MARKER
from tests.whole_site.said import said
from tests.whole_site.walk import Walk
from tests.worker import work_off
from twinning_site.pages.views.errors import try_again
from volunteers.models import Application, ApplicationState, ConsentWording

# Of one kind of page: the rows of a kind are in different states.
MAX_OF_A_KIND = 3
PERSON = {"name": MARKER, "email": "quux@example.org", "message": MARKER}
WRONG = {
    "name": "q" * 2000, "email": "quux", "phone": "q", "message": "q" * 50_000, "consent": "",
    "cities": "nowhere", "rating": "none", "comment": "q" * 50_000, "website": "q" * 500,
}  # fmt: skip
RIGHT = {"consent": "on", "step": "send", "rating": "good", "comment": "q"}
# What is for machines (text/plain) is in English.
TEXT = ("text/html", "text/calendar", "application/")
Said = dict[str, set[str]]  # by address, form or letter


class Answers(NamedTuple):
    """What the site says in one language, and its pages, by the same names."""

    said: Said
    pages: dict[str, bytes]


def in_language(language: str):
    """Let the site be in this language alone."""
    return override_settings(
        SITE_LANGUAGES=[language], LANGUAGES=[(language, language)], LANGUAGE_CODE=language
    )


def addresses() -> tuple[list[str], list[str]]:
    """Return addresses of pages, and one of each kind of PDF.

    They are walked once: what a page is called does not depend on the language.
    """
    walk, seen = Walk(), Counter()
    pages, sheets = [], []
    walk.go()
    for address, visit in walk.visits.items():
        kind = visit.view, "?" in address
        seen[kind] += 1
        if visit.status == HTTPStatus.ACCEPTED:
            if seen[kind] == 1:
                sheets.append(address)
        elif seen[kind] <= MAX_OF_A_KIND and visit.content_type.startswith(TEXT):
            pages.append(address)
    GeneratedPdf.objects.all().delete()
    DBTaskResult.objects.all().delete()
    return pages, sheets


def everything_said(language: str, pages: list[str], printed: str) -> Answers:
    """Return texts by where they stand; of PDFs only those at the address `printed`."""
    found: Said = defaultdict(set)
    html = {}
    with in_language(language), override(language):
        for where, answer in _answers(pages, printed):
            body = b"".join(answer) if answer.streaming else answer.content
            name = f"{answer.status_code} {where}"
            found[name] |= said(answer.headers["Content-Type"], body)
            if answer.headers["Content-Type"].startswith("text/html") and body:
                html[name] = body
        for mail in QueuedEmail.objects.all():
            found[f"e-mail {mail.subject}"] |= _of_letter(vars(mail))
        for name, letter in all_letters().items():
            values = {known: Filled.line(MARKER) for known in letter.known}
            composed = fill_in_letter(letter.words(language), values)
            found[f"letter {name}"] = _of_letter(composed)
    return Answers(found, html)


def _of_letter(parts: Mapping[str, str]) -> set[str]:
    lines = f"{parts['subject']}\n{parts['text']}"
    return said("text/plain", lines.encode()) | said("text/html", parts["html"].encode())


def _answers(pages: list[str], printed: str) -> Iterator[tuple[str, HttpResponse]]:
    client = Client(raise_request_exception=False)
    for address in pages:
        yield address, client.get(address)
    client.get(printed)
    work_off()
    yield f"PDF {printed}", client.get(printed)
    yield from _forms(client)
    yield from _keys(client)
    yield from _errors(client)


def _forms(client: Client) -> Iterator[tuple[str, HttpResponse]]:
    contact = Contact.objects.first()
    contact.receives_messages = True
    contact.save()
    group = contact.group
    addresses = ["/volunteer/apply/", "/contact/", f"/groups/{group.slug}/write/", "/feedback/"]
    wording = ConsentWording.objects.first()
    for address in addresses:
        fields = {"token": _new_token(), "wording": wording.pk}
        yield f"{address} empty", client.post(address, fields)
        yield f"{address} wrong", client.post(address, fields | WRONG)
        yield f"{address} old", client.post(address, fields | PERSON | {"token": "q"})
        checked = client.post(address, fields | PERSON | {"consent": "on"})
        yield f"{address} check", checked
        right = fields | PERSON | RIGHT
        yield f"{address} send", client.post(address, right)
        yield f"{address} sent", client.post(address, right, follow=True)
        strict = Client(enforce_csrf_checks=True)
        yield f"{address} without cookie", strict.post(address, right)
    yield "search for nothing", client.get("/search/?q=qqqq&kind=none&year=q")
    yield "search", client.get("/search/?q=q")


def _keys(client: Client) -> Iterator[tuple[str, HttpResponse]]:
    """Pages that one person opens by a key."""
    for state in ApplicationState.values:
        application = ApplicationFactory(
            state=state, state_since=timezone.now(), name=MARKER, language=settings.LANGUAGE_CODE,
            email="quux@example.org", consent_wording=ConsentWording.objects.first(),
        )  # fmt: skip
        own = application.get_absolute_url()
        yield f"own page, {state}", client.get(own)
    for step in ("withdraw/", "erase/"):
        yield step, client.get(f"{own}{step}")
        yield f"{step} forged", Client(enforce_csrf_checks=True).post(f"{own}{step}")
        yield f"{step} done", client.post(f"{own}{step}", follow=True)
    Application.objects.all().delete()
    key = f"key-{settings.LANGUAGE_CODE}"
    DropBoxFactory(key=key, group=LinkGroup.objects.first())
    yield "drop box", client.get(f"/drop-box/{key}/")
    yield "drop box, empty", client.post(f"/drop-box/{key}/", {})
    yield "drop box, gone", client.get("/drop-box/none/")
    yield "still right", client.get("/still-right/none/")
    yield "copy", client.get("/messages/none/")


def _errors(client: Client) -> Iterator[tuple[str, HttpResponse]]:
    yield "404", client.get("/no/such/page/")
    yield "400", client.get("/", headers={"host": "elsewhere.example"})
    asked = RequestFactory().get("/")
    asked.user = AnonymousUser()
    for name in ("403.html", "403_csrf.html", "500.html", "content/pdf_failed.html"):
        yield name, render(asked, name)
    yield "PDF waits", render(asked, "content/pdf_waiting.html", {"is_late": True})
    yield "503", try_again(RequestFactory().get("/"))
    yield "503", try_again(RequestFactory().post("/contact/", PERSON))
