import json
import threading
from io import StringIO

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from content.mail.worker import Worker
from content.models import ErasureRecord, QueuedEmail
from content.versions.recording import keep_version
from tests.factories.application import ApplicationFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.contact import ContactFactory
from tests.factories.enquiry import EnquiryFactory
from tests.factories.feedback import FeedbackFactory
from tests.factories.finding import FindingFactory
from tests.factories.question import AnswerFactory
from tests.factories.queued_email import QueuedEmailFactory
from tests.factories.release_request import ReleaseRequestFactory
from tests.factories.version import VersionFactory
from twinning_site.pages.messages import actions as message_actions
from twinning_site.pages.models import Enquiry, Feedback
from twinning_site.privacy import erasure
from twinning_site.privacy.erasure import erase_person
from twinning_site.privacy.export import export_person
from volunteers import actions
from volunteers.models import Application

pytestmark = pytest.mark.usefixtures("council", "unhurried_forms")

ADA = {"name": "Ada Lovelace-Byron", "email": "ada@example.org", "phone": "01632 960123"}
TRACES = ["ada@example.org", "lovelace-byron", "960123", "analytical"]


def dump() -> str:
    """Every row of every table."""
    lines = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            lines += [f"{table} {row}" for row in cursor.fetchall()]
    return "\n".join(lines).lower()


def traces() -> list[str]:
    text = dump()
    return [trace for trace in TRACES if trace in text]


def person_everywhere(admin_user) -> None:
    """Ada applies, writes, is written about, and is mailed."""
    answers = {
        **ADA, "cities": [], "interests": [], "languages": "", "skills": "Analytical engines",
        "availability": "", "message": "",
    }  # fmt: skip
    application = actions.submit(
        answers, fingerprint="a", wording=ConsentWordingFactory(), language="en"
    )
    application.notes.create(text="Rang Ada Lovelace-Byron")
    AnswerFactory(application=application, text="Analytical, by 01632 960123")
    other = ApplicationFactory(name="Grace")
    other.notes.create(text="Knows ada@example.org")
    AnswerFactory(application=other, text="Ask ada@example.org")
    message_actions.send_enquiry(
        {**ADA, "message": "About my analytical engine"},
        group=None, fingerprint="m", language="en", held_for=[],
    )  # fmt: skip
    FeedbackFactory(comment="Write to ada@example.org (Ada Lovelace-Byron)")
    LogEntry.objects.create(
        user=admin_user, action_flag=CHANGE, object_repr="Mail to Ada@example.org"
    )
    contact = ContactFactory(**ADA, role="Secretary")
    keep_version(contact.group, admin_user)
    # From before her address was there
    earlier = json.dumps({"format": 1, "rows": [{"fields": {"name": ADA["name"]}}]})
    VersionFactory(state=earlier)
    FindingFactory(excerpt="Ask Ada@example.org this year.")
    ReleaseRequestFactory(word="She is Ada Lovelace-Byron, ada@example.org.")


def test_erased_person_is_nowhere_in_the_database(admin_user, smtp_server, caplog):
    person_everywhere(admin_user)
    smtp_server.stop()
    Worker(threading.Event()).send_due()
    smtp_server.start()
    QueuedEmail.objects.update(due_at=timezone.now())
    Worker(threading.Event()).send_due()
    assert traces() == TRACES

    call_command("erase_person", "ADA@example.org", "--yes", stdout=StringIO())

    assert traces() == []
    assert [trace for trace in TRACES if trace in caplog.text.lower()] == []
    assert Application.objects.get().name == "Grace"


def test_erasing_shows_first_and_does_nothing_without_yes(admin_user):
    person_everywhere(admin_user)
    out = StringIO()

    call_command("erase_person", "ada@example.org", stdout=out)

    assert out.getvalue().splitlines() == [
        "applications: 1", "answers: 1", "notes: 1", "enquiries: 1", "mails: 4", "contacts: 1",
        "mentions in answers: 1", "mentions in notes: 1", "mentions in feedback: 1",
        "mentions in history: 1",
        "mentions in findings: 1", "mentions in requests for release: 1",
        "mentions in versions: 1",
        "Nothing is erased yet: add --yes. Mentions are redacted, the rest is deleted.",
    ]  # fmt: skip
    assert traces() == TRACES


def test_export_holds_everything_and_nobody_else(admin_user):
    person_everywhere(admin_user)
    EnquiryFactory(message="Not hers")
    out = StringIO()

    call_command("export_person", "ada@example.org", stdout=out)

    held = json.loads(out.getvalue())
    assert {kind: len(rows) for kind, rows in held.items()} == {
        "applications": 1, "answers": 1, "notes": 1, "enquiries": 1, "mails": 4, "contacts": 1,
        "mentions in applications": 0, "mentions in answers": 1,
            "mentions in notes": 1, "mentions in enquiries": 0,
        "mentions in feedback": 1, "mentions in mails": 0, "mentions in history": 1,
        "mentions in findings": 1, "mentions in drafts": 0, "mentions in requests for release": 1,
        "mentions in unsaved forms": 0, "mentions in versions": 1,
    }  # fmt: skip
    assert held["applications"][0]["skills"] == "Analytical engines"
    assert "Not hers" not in out.getvalue()


@pytest.mark.parametrize("command", ["erase_person", "export_person"])
@pytest.mark.parametrize("address", ["", " ", "example.org", "@example.org", "a@b", "%"])
def test_what_is_no_whole_address_is_refused(command, address):
    EnquiryFactory()

    with pytest.raises(CommandError, match="is not an e-mail address"):
        call_command(command, address)


@pytest.mark.parametrize(
    "similar",
    ["joann@example.org", "jo.ann@example.org", "jo+ann@example.org", "jo-ann@example.org",
     "ann@example.org.uk", "ann@example.organic", "ann@example.org-x.net"],
)  # fmt: skip
def test_similar_addresses_are_other_people(similar):
    application = ApplicationFactory(email=similar, message=f"I am {similar}")
    application.notes.create(text=f"Wrote to {similar}")
    message_actions.send_enquiry(
        {"name": "Other", "email": similar, "message": f"Write to {similar}"},
        group=None, fingerprint="m", language="en",
    )  # fmt: skip
    FeedbackFactory(comment=similar)
    before = dump()

    held = export_person("ann@example.org")
    erase_person("ann@example.org")

    assert not any(held.values())
    assert dump() == before


def test_who_only_mentions_a_person_loses_no_more_than_the_address():
    other = ApplicationFactory(message="Ask Ann@Example.org.", phone="1")
    other.notes.create(text="Knows <ann@example.org>, too")
    message_actions.send_enquiry(
        {"name": "Bob", "email": "bob@example.org", "message": "Ann is 'ann@example.org'!"},
        group=None, fingerprint="m", language="en",
    )  # fmt: skip
    FeedbackFactory(comment="mailto:ann@example.org?")

    held = export_person("ann@example.org")
    erase_person("ann@example.org")

    assert held["mentions in applications"][0].get("message") == "Ask Ann@Example.org."
    assert "phone" not in held["mentions in applications"][0]
    other.refresh_from_db()
    assert other.message == "Ask [erased]."
    assert other.notes.get().text == "Knows <[erased]>, too"
    enquiry = Enquiry.objects.get()
    assert enquiry.message == "Ann is '[erased]'!"
    assert [("'[erased]'!" in mail.text) for mail in enquiry.mails.order_by("pk")] == [True, False]
    assert Feedback.objects.get().comment == "mailto:[erased]?"
    assert "ann@example.org" not in dump()


def test_contact_stays_as_a_role_that_shows_and_receives_nothing():
    contact = ContactFactory(
        **ADA, role="Secretary", show_name=True, show_email=True, show_phone=True,
        receives_messages=True,
    )  # fmt: skip

    assert erase_person("ada@example.org") == {"contacts": 1}

    contact.refresh_from_db()
    assert (contact.name, contact.email, contact.phone) == ("", "", "")
    switches = [contact.show_name, contact.show_email, contact.show_phone]
    assert not any([*switches, contact.receives_messages])
    assert str(contact.role) == "Secretary"


def test_proof_says_how_much_was_erased_and_that_somebody_asked(admin_user):
    person_everywhere(admin_user)

    erase_person("ada@example.org")

    proofs = ErasureRecord.objects.order_by("what").values_list("what", "number", "reason")
    assert list(proofs) == [
        ("application", 1, "asked"), ("enquiry", 1, "asked"), ("mails", 4, "asked"),
        ("mentions", 7, "asked"),
    ]  # fmt: skip


def test_nobody_leaves_no_proof():
    assert erase_person("nobody@example.org") == {}
    assert not ErasureRecord.objects.exists()


def test_first_name_alone_may_be_anybodys_and_stays():
    ApplicationFactory(name=" Ada ", email="ada@example.org", phone="01632 960123")
    FeedbackFactory(comment="Ada at ada@example.org has 01632 960123")

    erase_person("ada@example.org")

    assert Feedback.objects.get().comment == "Ada at [erased] has [erased]"


@pytest.mark.parametrize(
    "place",
    [
        {"recipient": "Ada@example.org"},
        {"reply_to": "Ada <ada@example.org>"},
        {"headers": {"X-Copy": "ada@example.org"}},
    ],
)
def test_email_is_hers_if_her_address_is_anywhere_in_its_head(place):
    QueuedEmailFactory(**place)
    QueuedEmailFactory(recipient="joada@example.org")

    assert erase_person("ada@example.org") == {"mails": 1}
    assert QueuedEmail.objects.get().recipient == "joada@example.org"


def test_longer_name_is_redacted_whole():
    ApplicationFactory(name="Anna Li", email="ada@example.org")
    ApplicationFactory(name="Anna Li Berg", email="ada@example.org")
    FeedbackFactory(comment="ada@example.org is Anna Li Berg, once Anna Li")

    erase_person("ada@example.org")

    assert Feedback.objects.get().comment == "[erased] is [erased], once [erased]"


def test_erasure_that_fails_erases_nothing(admin_user, monkeypatch):
    person_everywhere(admin_user)
    before = dump()
    monkeypatch.setattr(erasure, "record_erasure", lambda *args: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        erase_person("ada@example.org")

    assert dump() == before


def test_address_is_found_as_pages_write_it():
    message_actions.send_enquiry(
        {"name": "Bob", "email": "bob@example.org", "message": "Ask o'ann@example.org"},
        group=None, fingerprint="m", language="en",
    )  # fmt: skip

    erase_person("o'ann@example.org")

    assert "ann@example.org" not in dump()


def test_letters_written_to_files_are_erased_too(settings, tmp_path):
    settings.EMAIL_FILE_PATH = str(tmp_path)
    letter = tmp_path / "1.log"
    letter.write_text("To: Ada@example.org\n\nSGFsbG8=\n")
    other = tmp_path / "2.log"
    other.write_text("To: joada@example.org\n")

    erase_person("ada@example.org")

    assert list(tmp_path.iterdir()) == [other]
