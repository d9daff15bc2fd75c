"""A school or an office is one network: whoever is told that it has arrived is heard."""

import re
import threading
from io import StringIO

import pytest
from django.core.management import call_command

from content.intake.guarded_form import GuardedForm
from content.mail.worker import Worker
from content.models import QueuedEmail
from tests.factories.application import ApplicationFactory
from tests.factories.enquiry import EnquiryFactory
from tests.volunteers.test_journey import ANSWERS, URL
from twinning_site.pages.models import Enquiry
from volunteers.models import Application

MESSAGE = {"name": "Zoë", "email": "zoe@example.org", "message": "Hello"}


def apply(client, wording, number: int, **changes):
    """Apply as person `number` of one network; return the page that they see then."""
    data = ANSWERS | {"name": f"Person {number}", "email": f"person-{number}@example.org"}
    hidden = {"token": GuardedForm().token, "wording": wording.pk, "step": "send"}
    answer = client.post(URL, data | hidden | changes, REMOTE_ADDR=f"192.0.2.{number % 250}")
    assert answer.status_code == 302
    return client.get(answer.url)


def test_215_people_of_one_network_are_passed_on_and_told_so(client, open_office):
    pages = [apply(client, open_office, number) for number in range(215)]

    assert Application.objects.held().count() == 0
    assert QueuedEmail.objects.filter(recipient="office@example.org").count() == 215
    assert QueuedEmail.objects.exclude(recipient="office@example.org").count() == 215
    for page in pages:
        assert "You get an e-mail, mostly within a few minutes." in page.text


def test_who_is_beyond_the_limit_is_told_the_truth_and_the_office_of_them(
    client, open_office, settings, smtp_server, officer_client
):
    settings.MESSAGES_PER_NETWORK = 10
    pages = [apply(client, open_office, number) for number in range(40)]
    call_command("nightly", stdout=StringIO())
    Worker(threading.Event()).send_due()

    told = ["looks at your offer before it goes further" in page.text for page in pages]
    written = {recipient for [recipient] in smtp_server.recipients}
    receipts = [f"person-{number}@example.org" in written for number in range(40)]
    assert told == [False] * 10 + [True] * 30
    assert receipts == [not held for held in told]
    letter = next(m for m in smtp_server.messages if "Kept aside" in m["Subject"])
    assert letter["Subject"] == "Kept aside, please look: 30"
    # 8 are shown.
    start = " ".join(officer_client.get("/admin/").text.split())
    assert re.findall(r"and (\d+) more", start) == ["2", "22"]


def test_start_page_counts_160_as_160(officer_client, open_office):
    ApplicationFactory.create_batch(160, held_for="network")
    EnquiryFactory.create_batch(3, held_for="trap")

    start = " ".join(officer_client.get("/admin/").text.split())

    assert "and 155 more" in start


def test_start_page_counts_everybody_who_waits(officer_client, open_office):
    ApplicationFactory.create_batch(45)

    assert "and 37 more" in " ".join(officer_client.get("/admin/").text.split())


@pytest.mark.parametrize(
    ("changes", "is_held"),
    [
        ({"message": "http://a.example http://b.example www.c.example"}, False),
        ({"extra": "pills"}, True),
        ({"message": "http://a.example " * 20}, True),
    ],
)
def test_receipt_of_a_message_is_true(client, open_office, changes, is_held):
    data = {"token": GuardedForm().token, **MESSAGE, **changes}

    page = client.get(client.post("/contact/", data).url)

    assert ("looks at your message before it goes further" in page.text) is is_held
    assert ("mostly within a few minutes" in page.text) is not is_held
    assert bool(Enquiry.objects.get().held_for) is is_held
    assert QueuedEmail.objects.exists() is not is_held


def test_sixth_message_from_an_address_is_told_so(client, open_office):
    """Each sends a receipt there: who gives another's address must not fill a mailbox."""
    pages = [apply(client, open_office, number, email="victim@example.org") for number in range(7)]

    assert ["before it goes further" in page.text for page in pages] == [False] * 5 + [True] * 2
    assert QueuedEmail.objects.filter(recipient="victim@example.org").count() == 5


def test_page_tells_the_truth_once_it_is_released(client, open_office, officer_client):
    page = apply(client, open_office, 1, extra="x")
    row = Application.objects.get()
    assert "before it goes further" in page.text

    officer_client.post(
        "/admin/volunteers/application/", {"action": "release", "_selected_action": [row.pk]}
    )

    assert "before it goes further" not in client.get(page.request["PATH_INFO"]).text
    assert QueuedEmail.objects.filter(recipient=row.email).count() == 1
