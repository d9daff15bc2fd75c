"""Groups are asked twice a year, at addresses given for it, and answer once by a link."""

import re
from datetime import UTC, datetime, timedelta
from io import StringIO
from logging import INFO, LogRecord
from urllib.parse import quote

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from content.models import AuditEntry, QueuedEmail
from links.models import LinkGroup
from tests.factories.contact import ContactFactory
from tests.factories.group import LinkGroupFactory
from tests.volunteers.form_filler import hidden_fields
from twinning_site.pages.models import Enquiry
from twinning_site.pages.still_right.asking import ask_groups
from twinning_site.privacy.erasure import erase_person
from twinning_site.serving.log_redaction import RedactingFormatter

pytestmark = pytest.mark.usefixtures("unhurried_forms")

SPRING = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def spring(time_machine):
    time_machine.move_to(SPRING, tick=False)
    return time_machine


@pytest.fixture
def asking(council):
    council.asks_groups = True
    council.save()
    return council


@pytest.fixture
def group(asking) -> LinkGroup:
    group = LinkGroupFactory(name="Bonn Link", slug="bonn-link")
    ContactFactory(group=group, email="secretary@example.org", confirms_page=True)
    ContactFactory(group=group, email="treasurer@example.org", receives_messages=True)
    return group


def link() -> str:
    """Ask, and return the path of the page in the letter."""
    ask_groups()
    text = QueuedEmail.objects.order_by("pk").last().text
    return re.search(r"http://127.0.0.1:8000(/still-right/\S+)", text)[1]


def state(group: LinkGroup) -> tuple:
    group.refresh_from_db()
    return group.asked_on, group.answered_on, group.checked_on


def test_letter_goes_to_the_address_that_is_given_for_it_and_to_no_other(group):
    call_command("nightly", stdout=StringIO())

    letter = QueuedEmail.objects.get()
    assert letter.recipient == "secretary@example.org"
    assert letter.subject == "Is this still right? Bonn Link"
    assert "http://127.0.0.1:8000/groups/bonn-link/" in letter.text
    assert "1 May 2026" in letter.text
    assert letter.reply_to == "office@example.org"


def test_nobody_is_asked_unless_the_council_wants_it(council, group):
    council.asks_groups = False
    council.save()

    assert ask_groups() == 0
    assert not QueuedEmail.objects.exists()


@pytest.mark.parametrize("changes", [{"published_at": None}, {"checked_on": SPRING.date()}])
def test_drafts_and_what_was_just_checked_are_left_alone(group, changes):
    LinkGroup.objects.update(**changes)

    assert ask_groups() == 0


def test_group_is_asked_twice_a_year(group, spring):
    asked = []
    for day in range(0, 2 * 364, 7):
        spring.move_to(SPRING + timedelta(days=day), tick=False)
        asked += [day] * ask_groups()

    assert asked == [0, 182, 364, 546]


def test_two_processes_ask_once(group, monkeypatch):
    """The other one is faster between the look and the letter."""
    LinkGroup.objects.filter(pk=group.pk).update(asked_on=timezone.localdate())
    monkeypatch.setattr(
        LinkGroup.objects, "published", lambda *args: FilteredTo([group]), raising=False
    )

    assert ask_groups() == 0
    assert not QueuedEmail.objects.exists()


class FilteredTo(list):
    """Rows as they were before another process changed them."""

    def filter(self, *conditions, **values):
        return self

    def distinct(self):
        return self


def test_opening_the_link_says_nothing(group, client):
    path = link()
    before = state(group)

    for method in (client.get, client.head):
        page = method(path)
        assert page.status_code == 200
        assert page["X-Robots-Tag"] == "noindex"
        assert page["Referrer-Policy"] == "same-origin"

    assert state(group) == before
    assert "secretary@example.org" not in client.get(path).text


def test_yes_sets_the_date_that_the_public_sees(group, client):
    path = link()

    page = client.post(path, {"yes": "yes"}, follow=True)

    assert "Thank you for your answer" in page.text
    assert state(group)[2] == SPRING.date()
    assert "Checked on 2 March 2026" in client.get("/groups/bonn-link/").text
    entry = AuditEntry.objects.get()
    assert (entry.row, entry.detail) == (f"links.LinkGroup {group.pk}", "page is right")


def test_answer_counts_once(group, client, spring):
    path = link()
    client.post(path, {"yes": "yes"})
    spring.move_to(SPRING + timedelta(days=9), tick=False)

    page = client.post(path, {"yes": "yes"}, follow=True)
    client.post(path, {"message": "More"})

    assert "Thank you for your answer" in page.text
    assert state(group)[2] == SPRING.date()
    assert not Enquiry.objects.exists()


def test_change_this_reaches_the_office_and_leaves_the_date_alone(group, client, officer_client):
    path = link()
    data = {**hidden_fields(client.get(path)), "message": "We meet on Mondays <now>."}

    page = client.post(path, data, follow=True)

    assert "Thank you for your answer" in page.text
    enquiry = Enquiry.objects.get()
    assert (enquiry.name, enquiry.email) == ("Bonn Link", "secretary@example.org")
    assert enquiry.group is None
    assert state(group) == (SPRING.date(), SPRING.date(), None)
    assert enquiry.reference in officer_client.get("/admin/").text
    to_office = QueuedEmail.objects.get(recipient="office@example.org")
    assert "We meet on Mondays <now>." in to_office.text


@pytest.mark.parametrize("words", ["", " ", "x" * 4001], ids=["nothing", "a space", "long"])
def test_words_that_cannot_be_sent_come_back(group, client, words):
    path = link()

    page = client.post(path, {**hidden_fields(client.get(path)), "message": words})

    assert page.status_code == 422
    assert words.strip()[:50] in page.text
    assert state(group)[1] is None


def test_words_survive_a_lost_cookie(group):
    browser = Client(enforce_csrf_checks=True)

    page = browser.post(link(), {"message": "Mondays"})

    assert page.status_code == 403
    assert "Mondays" in page.text
    assert state(group)[1] is None


def test_officers_do_not_answer_for_a_group(group, officer_client):
    page = officer_client.post(link(), {"yes": "yes"})

    assert "You are signed in as an officer" in page.text
    assert state(group)[1] is None


@pytest.mark.parametrize(
    "end",
    [
        lambda group: LinkGroup.objects.update(published_at=None),
        lambda group: LinkGroup.objects.update(asked_on=SPRING.date() + timedelta(days=1)),
        lambda group: group.contacts.update(confirms_page=False),
        lambda group: group.contacts.all().delete(),
        lambda group: group.delete(),
    ],
    ids=["draft", "asked anew", "not to ask", "no contact", "no group"],
)
def test_link_ends_with_what_it_stands_for(group, client, end):
    path = link()

    end(group)

    assert client.get(path).status_code == 404
    assert client.post(path, {"yes": "yes"}).status_code == 404


def test_link_ends_after_sixty_days(group, client, spring):
    path = link()
    spring.move_to(SPRING + timedelta(days=59), tick=False)
    assert client.get(path).status_code == 200

    spring.move_to(SPRING + timedelta(days=61), tick=False)

    assert client.post(path, {"yes": "yes"}).status_code == 404
    assert state(group)[1] is None


@pytest.mark.parametrize("token", ["x", "WzEsMSwiMjAyNi0wMy0wMiJd:1:forged", "0" * 2000])
def test_nobody_guesses_a_link(group, client, token):
    link()

    assert client.post(f"/still-right/{token}/", {"yes": "yes"}).status_code == 404


def test_nobody_reads_the_key_in_the_outbox_or_the_log(group, officer_client):
    path = link()
    letter = QueuedEmail.objects.get()

    page = officer_client.get(f"/admin/content/queuedemail/{letter.pk}/change/")

    key = path.split("/")[2]
    assert "/still-right/" in page.text
    assert key not in page.text
    for sent in (key, quote(key)):
        record = LogRecord("gunicorn", INFO, "", 0, f"GET /still-right/{sent}/ HTTP", None, None)
        assert RedactingFormatter().format(record) == "GET /still-right/(key)/ HTTP"


def test_erased_contact_is_asked_no_more(group):
    erase_person("secretary@example.org")

    assert ask_groups() == 0


def test_group_that_stays_silent_is_on_the_day_sheet(group, client, officer, spring):
    def is_told() -> bool:
        office = Client()
        office.force_login(officer)
        return "have not answered whether their page is right" in office.get("/admin/").text

    path = link()
    spring.move_to(SPRING + timedelta(days=29), tick=False)
    assert not is_told()

    spring.move_to(SPRING + timedelta(days=31), tick=False)
    assert is_told()

    client.post(path, {"yes": "yes"})
    assert not is_told()
