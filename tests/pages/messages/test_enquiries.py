import threading
from datetime import timedelta

import pytest
from django.utils import timezone

from content.mail.worker import Worker
from content.models import QueuedEmail
from tests.factories.contact import ContactFactory
from tests.factories.group import LinkGroupFactory
from tests.volunteers.form_filler import hidden_fields
from twinning_site.pages.messages import actions
from twinning_site.pages.models import Enquiry

pytestmark = pytest.mark.usefixtures("council", "unhurried_forms")

MESSAGE = {"name": "Zoë Łukasz", "email": "zoe@example.org", "message": "Grüße\nund mehr"}


@pytest.fixture
def group():
    return LinkGroupFactory(slug="bonn-circle", name="Bonn Circle")


def write(client, url, **changes):
    return client.post(url, {**hidden_fields(client.get(url)), **MESSAGE, **changes})


def recipients() -> list[str]:
    return list(QueuedEmail.objects.order_by("pk").values_list("recipient", flat=True))


def test_message_to_the_office_is_relayed_with_a_receipt(client, smtp_server):
    sent = write(client, "/contact/")

    Worker(threading.Event()).send_due()

    enquiry = Enquiry.objects.get()
    assert enquiry.reference in client.get(sent.url).content.decode()
    assert smtp_server.recipients == [["office@example.org"], ["zoe@example.org"]]
    to_office, receipt = smtp_server.messages
    assert to_office["Reply-To"] == "zoe@example.org"
    assert receipt["Reply-To"] == "office@example.org"
    assert "Grüße\r\nund mehr" in smtp_server.bodies(0)["text/plain"]
    assert enquiry.reference in receipt["Subject"]


def test_without_an_office_the_page_says_that_nobody_reads(client, council):
    hidden = hidden_fields(client.get("/contact/"))
    council.delete()

    shown, posted = client.get("/contact/"), client.post("/contact/", {**hidden, **MESSAGE})

    for response in (shown, posted):
        assert response.status_code == 200
        assert "The form is closed at the moment." in response.text
        assert '<form class="form' not in response.text
    assert not Enquiry.objects.exists()


def test_message_to_a_group_reaches_each_receiver_alone(client, group):
    ContactFactory(group=group, email="one@example.org", receives_messages=True)
    ContactFactory(group=group, email="two@example.org", receives_messages=True)
    ContactFactory(group=group, email="three@example.org")

    write(client, "/groups/bonn-circle/write/")

    assert recipients() == ["one@example.org", "two@example.org", "zoe@example.org"]


def test_group_without_receivers_is_answered_by_the_office(client, group):
    write(client, "/groups/bonn-circle/write/")

    assert recipients() == ["office@example.org", "zoe@example.org"]


def test_no_private_address_is_shown_to_the_writer(client, group):
    ContactFactory(group=group, email="secret@example.org", receives_messages=True)
    url = "/groups/bonn-circle/write/"

    pages = [client.get(url), client.get(write(client, url).url), write(client, url, name="")]

    assert [page for page in pages if "secret" in page.content.decode()] == []
    copy = QueuedEmail.objects.get(recipient="zoe@example.org")
    assert "secret" not in copy.text + copy.html + copy.reply_to + str(copy.headers)


def test_draft_group_cannot_be_written_to(client):
    LinkGroupFactory(slug="draft", draft=True)

    assert client.get("/groups/draft/write/").status_code == 404


@pytest.mark.parametrize("url", ["/contact/", "/groups/bonn-circle/write/"])
def test_errors_keep_the_input(client, group, url):
    page = write(client, url, email="zoe@@example.org", message="Still here")

    html = page.content.decode()
    assert page.status_code == 422
    assert "<title>Error: " in html
    assert 'href="#id_email"' in html
    assert "Still here" in html
    assert not Enquiry.objects.exists()


def test_double_click_sends_one_message(client):
    form = {**hidden_fields(client.get("/contact/")), **MESSAGE}

    assert client.post("/contact/", form).url == client.post("/contact/", form).url
    assert Enquiry.objects.count() == 1
    assert QueuedEmail.objects.count() == 2


def test_suspicious_message_waits_for_its_release(client):
    write(client, "/contact/", extra="x")
    enquiry = Enquiry.objects.get()
    assert enquiry.held_for == "trap"
    assert not QueuedEmail.objects.exists()

    actions.release(enquiry)
    actions.release(enquiry)

    assert QueuedEmail.objects.count() == 2


def test_forged_confirmation_is_not_found(client):
    assert client.get("/contact/sent/MSG-AAAA-AA:forged/").status_code == 404


@pytest.mark.parametrize(
    ("path", "promise"),
    [
        ("/contact/", "This website keeps your message for 44 days and then erases it."),
        ("/groups/bonn-circle/write/", "keeps your message for 44 days and then erases it."),
        ("/de/contact/", "Diese Website bewahrt Ihre Nachricht 44 Tage auf und löscht sie dann."),
    ],
)
def test_how_long_a_message_is_kept_is_said_as_it_is(client, settings, group, path, promise):
    settings.ENQUIRY_KEEP_DAYS = 44

    assert promise in client.get(path).text
    write(client, path)

    assert Enquiry.objects.get().erase_on == timezone.localdate() + timedelta(days=44)
