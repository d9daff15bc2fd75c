"""Strangers' words do not travel under the council's name to addresses that nobody confirmed."""

import re
import threading

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from content.mail.worker import Worker
from content.models import QueuedEmail
from tests.factories.enquiry import EnquiryFactory
from tests.factories.group import LinkGroupFactory
from tests.pages.messages.test_enquiries import write
from tests.volunteers.form_filler import hidden_fields
from tests.volunteers.test_journey import ANSWERS
from twinning_site.pages.messages import actions
from twinning_site.pages.messages.signed_addresses import copy_page_token, sent_page_token
from twinning_site.pages.models import Enquiry

pytestmark = pytest.mark.usefixtures("open_office")

BAIT = "Your tax refund waits at bank.example/login"
VICTIM = "victim@example.org"


def deliver(smtp_server) -> list[tuple[str, str]]:
    """Send the outbox; return recipient and everything in it of each letter, headers included."""
    Worker(threading.Event()).send_due()
    return [
        (message["To"], " ".join([str(message["Subject"]), *smtp_server.bodies(index).values()]))
        for index, message in enumerate(smtp_server.messages)
    ]


def link_in(letter: str) -> str:
    return re.search(r"http://127\.0\.0\.1:8000(\S*/contact/copy/[^\s\"]+)", letter)[1]


@pytest.mark.parametrize("path", ["/contact/", "/groups/circle/write/", "/de/contact/"])
def test_receipt_has_reference_date_and_a_link_and_no_word_of_the_writer(client, smtp_server, path):
    LinkGroupFactory(slug="circle")

    write(client, path, name=BAIT, email=VICTIM, message=BAIT)

    letters = dict(deliver(smtp_server))
    enquiry = Enquiry.objects.get()
    assert "tax refund" not in letters[VICTIM]
    assert "bank.example" not in letters[VICTIM]
    assert enquiry.reference in letters[VICTIM]
    assert f"{timezone.localdate():%Y}" in letters[VICTIM]
    assert client.get(link_in(letters[VICTIM])).status_code == 200
    assert "tax refund" in letters["office@example.org"]


def test_receipt_of_an_application_has_no_word_of_it(client, smtp_server):
    bait = dict.fromkeys(("name", "languages", "skills", "availability", "message"), BAIT)
    hidden = hidden_fields(client.get("/volunteer/apply/"))
    answers = ANSWERS | bait | {"phone": "0900 123456", "email": VICTIM}
    client.post("/volunteer/apply/", {**hidden, **answers, "step": "send"})

    letters = dict(deliver(smtp_server))

    assert "tax refund" not in letters[VICTIM]
    assert "bank.example" not in letters[VICTIM]
    assert "0900" not in letters[VICTIM]
    assert "tax refund" in letters["office@example.org"]


def test_page_of_the_link_shows_no_word_before_it_is_confirmed(client):
    enquiry = EnquiryFactory(name=BAIT, message=BAIT)
    address = f"/contact/copy/{copy_page_token(enquiry.reference)}/"

    page = client.get(address)

    assert enquiry.reference in page.text
    assert "bank.example" not in page.text
    assert page["Referrer-Policy"] == "same-origin"
    assert page["X-Robots-Tag"] == "noindex"
    assert not QueuedEmail.objects.exists()
    assert Enquiry.objects.get().confirmed_at is None


def test_writer_who_confirms_gets_the_words_once(client, smtp_server):
    write(client, "/contact/", message="Grüße\nund mehr")
    address = link_in(dict(deliver(smtp_server))["zoe@example.org"])

    answers = [client.post(address) for _click in range(2)]
    recipient, copy = deliver(smtp_server)[-1]

    assert len({answer.url for answer in answers}) == 1
    assert "A copy is on its way to you" in client.get(answers[0].url).text
    assert recipient == "zoe@example.org"
    assert "Grüße\r\nund mehr" in copy
    assert len(smtp_server.messages) == 3
    assert Enquiry.objects.get().mails.count() == 3


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_send_one_copy():
    enquiry = EnquiryFactory()
    address = f"/contact/copy/{copy_page_token(enquiry.reference)}/"
    barrier = threading.Barrier(2)

    def press() -> None:
        barrier.wait()
        try:
            Client().post(address)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert QueuedEmail.objects.count() == 1


def test_copy_is_in_the_writers_language(client):
    enquiry = EnquiryFactory(language="de")

    actions.confirm_address(enquiry)

    letter = QueuedEmail.objects.get()
    assert letter.language == "de"
    assert "Das haben Sie am" in letter.text


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "token", ["forged", "MSG-AAAA-AA:x", "of the page after sending", "erased"]
)
def test_no_other_token_sends_a_copy(client, method, token):
    enquiry = EnquiryFactory()
    token = {
        "of the page after sending": sent_page_token(enquiry.reference),
        "erased": copy_page_token("MSG-AAAA-AA"),
    }.get(token, token)

    page = getattr(client, method)(f"/contact/copy/{token}/")

    assert page.status_code == 404
    assert "We hold nothing under this address" in page.text
    assert not QueuedEmail.objects.exists()


def test_without_the_cookie_the_page_asks_again():
    client = Client(enforce_csrf_checks=True)
    enquiry = EnquiryFactory()

    page = client.post(f"/contact/copy/{copy_page_token(enquiry.reference)}/")

    assert "please send it again" in page.text
    assert not QueuedEmail.objects.exists()
