"""Rights to see give no keys to act: no officer reads a link by which an applicant erases."""

import re
import threading

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from content.mail.worker import Worker
from content.models import ErasureRecord, QueuedEmail
from content.text.keys import KEY
from tests.admin_forms import form_data
from tests.factories.application import ApplicationFactory
from tests.factories.enquiry import EnquiryFactory
from tests.factories.feedback import FeedbackFactory
from tests.factories.officer import OfficerFactory
from tests.factories.queued_email import QueuedEmailFactory
from tests.volunteers.test_emails import ANSWERS
from volunteers import actions
from volunteers.merging import merge
from volunteers.models import Application
from volunteers.signed_addresses import own_page_token

LIST = "/admin/volunteers/application/"
LETTERS = "/admin/content/queuedemail/"


@pytest.fixture
def application(open_office) -> Application:
    """Return one whose receipt, with the key in it, is in the outbox."""
    return actions.submit(ANSWERS, fingerprint="f", wording=open_office, language="en")


def colleague(*rights: str) -> Client:
    """Return a client in which somebody is signed in who has these rights alone."""
    user = OfficerFactory(groups=[])
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client = Client()
    client.force_login(user)
    return client


def keys_in(*pages) -> list[str]:
    return [match[0] for page in pages for match in KEY.finditer(page.text)]


def test_a_key_is_recognised(application):
    assert KEY.fullmatch(own_page_token(application.reference))
    assert KEY.search(QueuedEmail.objects.get(recipient="zoe@example.org").text)


@pytest.mark.parametrize("right", ["view_application", "change_application"])
def test_who_sees_an_application_sees_no_key(application, right):
    form = f"{LIST}{application.pk}/"
    client = colleague(right)

    pages = [client.get(LIST), client.get(f"{form}change/"), client.get(f"{form}history/")]

    assert [page.status_code for page in pages] == [200] * 3
    assert keys_in(*pages) == []


@pytest.mark.parametrize("right", ["view_queuedemail", "change_queuedemail"])
def test_who_sees_letters_sees_no_key(application, right):
    client = colleague(right)
    letters = QueuedEmail.objects.filter(recipient="zoe@example.org")

    pages = [client.get(LETTERS), *(client.get(f"{LETTERS}{row.pk}/change/") for row in letters)]

    assert "(the recipient&#x27;s own link)" in pages[1].text
    assert keys_in(*pages) == []


def test_officers_who_may_do_everything_see_no_key_either(officer_client, application):
    letter = QueuedEmail.objects.get(recipient="zoe@example.org")
    form = f"{LIST}{application.pk}/"

    pages = [officer_client.get(f"{form}move/{state}/") for state in ("contacted", "active")]
    pages += [
        officer_client.get(f"{form}change/"),
        officer_client.get(f"{LETTERS}{letter.pk}/change/"),
    ]

    assert "[link]" in pages[0].text
    assert keys_in(*pages) == []


def test_exports_hold_no_key(officer_client, application):
    data = {"action": "as_csv", "_selected_action": [application.pk]}

    assert keys_in(officer_client.post(LIST, data)) == []


def test_letter_of_an_officer_has_the_link_when_it_goes_out(
    officer_client, application, smtp_server, client
):
    url = f"{LIST}{application.pk}/move/contacted/"
    initial = officer_client.get(url).context["form"].initial
    data = {key: value for key, value in initial.items() if value is not None}

    officer_client.post(url, data | {"text": data["text"].replace("[link]", "[LINK] ")})
    Worker(threading.Event()).send_due()

    text = smtp_server.bodies()["text/plain"]
    address = re.search(r"http://127.0.0.1:8000(/volunteer/application/\S+)", text)[1]
    assert client.get(address).status_code == 200
    assert "link]" not in text.lower()


@pytest.mark.parametrize("step", ["withdraw/", "erase/"])
def test_officer_who_has_a_link_does_not_act_as_the_person(officer_client, application, step):
    page = officer_client.post(f"{application.get_absolute_url()}{step}")

    assert page.status_code == 200
    assert "You are signed in as an officer." in page.text
    assert Application.objects.get().state == "new"
    assert not ErasureRecord.objects.exists()


@pytest.mark.parametrize(
    "rights", [["view_application"], ["view_application", "change_application"]]
)
def test_erasing_needs_a_right_of_its_own(application, rights):
    client = colleague(*rights)
    row = f"{LIST}{application.pk}/"
    selected = {"action": "delete_selected", "_selected_action": [application.pk], "post": "yes"}

    assert client.post(f"{row}delete/", {"post": "yes"}).status_code == 403
    client.post(LIST, selected)

    assert Application.objects.exists()


@pytest.mark.parametrize(
    ("kind", "make"),
    [
        ("volunteers/application", ApplicationFactory),
        ("pages/enquiry", EnquiryFactory),
        ("pages/feedback", FeedbackFactory),
    ],
)
def test_date_of_erasure_is_for_those_who_may_erase(open_office, officer_client, kind, make):
    """Today would be the same as erasing, and the proof would say that its time was over."""
    row = make()
    model = kind.partition("/")[2]
    address = f"/admin/{kind}/{row.pk}/change/"

    page = colleague(f"view_{model}", f"change_{model}").get(address)

    assert page.status_code == 200
    assert 'name="erase_on"' not in page.text
    assert 'name="erase_on"' in officer_client.get(address).text


@pytest.mark.parametrize(
    ("kind", "make", "what"),
    [
        ("volunteers/application", ApplicationFactory, "application"),
        ("pages/enquiry", EnquiryFactory, "enquiry"),
        ("pages/feedback", FeedbackFactory, "feedback"),
        ("content/queuedemail", QueuedEmailFactory, "mails"),
    ],
)
def test_what_an_officer_erases_is_recorded_as_the_officers_deed(
    open_office, officer_client, kind, make, what
):
    one, *others = make.create_batch(3)

    officer_client.post(f"/admin/{kind}/{one.pk}/delete/", {"post": "yes"})
    selected = [row.pk for row in others]
    officer_client.post(
        f"/admin/{kind}/",
        {"action": "delete_selected", "_selected_action": selected, "post": "yes"},
    )

    records = ErasureRecord.objects.filter(erased_at__lte=timezone.now())
    assert {(record.what, record.reason) for record in records} == {(what, "officer")}
    assert sum(record.number for record in records) == 3


@pytest.mark.parametrize(
    ("address", "opens"), [("ada@example.org", False), ("ZOE@Example.org", True)]
)
def test_links_that_went_to_another_address_end_with_it(
    open_office, officer_client, address, opens
):
    """Somebody may have applied under another person's name, and the officer put it right."""
    application = ApplicationFactory(email="zoe@example.org")
    merge(application, ApplicationFactory(email="zoe@example.org"))
    references = [application.reference, application.linked_references]
    links = [reverse("volunteers:application", args=[own_page_token(one)]) for one in references]
    form, stranger = f"{LIST}{application.pk}/change/", Client()

    officer_client.post(form, form_data(officer_client.get(form)) | {"email": address})

    application.refresh_from_db()
    assert application.email == address
    assert [stranger.get(link).status_code == 200 for link in links] == [opens, opens]
    assert stranger.get(application.get_absolute_url()).status_code == 200
    found = officer_client.get(LIST, {"q": references[0]})
    assert application.reference in found.text
