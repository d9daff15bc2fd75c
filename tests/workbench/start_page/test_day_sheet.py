"""What the day sheet shows, and what it costs."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from content.models import EmailState, FindingKind
from content.versions.recording import keep_version
from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.draft import DraftFactory
from tests.factories.enquiry import EnquiryFactory
from tests.factories.event import EventFactory
from tests.factories.feedback import FeedbackFactory
from tests.factories.finding import FindingFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.occurrence_change import OccurrenceChangeFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import NoticeFactory, PageFactory
from tests.factories.queued_email import QueuedEmailFactory
from tests.workbench.start_page.sheet import panels

pytestmark = pytest.mark.usefixtures("council")


def texts(client) -> dict[str, list[str]]:
    return {title: [e.text for e in entries] for title, entries in panels(client).items()}


def test_events_of_the_next_two_weeks_are_shown_soonest_first(officer_client):
    now = timezone.now().replace(microsecond=0)
    hours = {"ends_at": now + timedelta(days=40)}
    EventFactory(title="In three weeks", starts_at=now + timedelta(days=21), **hours)
    EventFactory(title="Next week", starts_at=now + timedelta(days=7), **hours)
    EventFactory(title="Running", starts_at=now - timedelta(days=1), **hours)
    EventFactory(title="A draft", starts_at=now + timedelta(days=2), draft=True, **hours)

    shown = panels(officer_client)["Events"]

    assert [entry.text for entry in shown] == ["Running", "Next week"]
    assert [entry.kind for entry in shown] == ["on now", ""]


def test_cancelled_dates_and_cancelled_events_say_so(officer_client):
    OccurrenceChangeFactory(event__title="Choir", event__recurrence="FREQ=WEEKLY")
    EventFactory(title="Concert", status="cancelled")

    shown = panels(officer_client)

    assert [(e.text, e.kind) for e in shown["Dates that were changed"]] == [("Choir", "cancelled")]
    assert ("Concert", "cancelled") in [(e.text, e.kind) for e in shown["Events"]]


def test_messages_to_the_office_wait_and_those_to_a_group_do_not(officer_client):
    EnquiryFactory(name="Anna")
    EnquiryFactory(name="Berta", group=LinkGroupFactory())
    EnquiryFactory(name="Carla", held_for="trap")

    [shown] = texts(officer_client)["Messages to answer"]

    assert shown.startswith("Anna (MSG-")


def test_what_colleagues_saved_is_shown_once_and_the_own_is_not(officer, officer_client):
    colleague = OfficerFactory(first_name="Petra", last_name="Klein")
    city, mine = CityFactory(name="Bonn"), CityFactory(name="Leiden")
    for words in ("First.", "Second."):
        keep_version(city, colleague, words)
    keep_version(mine, officer, "Mine.")
    gone = PageFactory(title="Gone")
    keep_version(gone, colleague, "Gone.")
    gone.delete()

    [shown] = panels(officer_client)["The last seven days"]

    assert (shown.text, shown.kind, shown.detail) == ("Bonn (city)", "Petra Klein", "Second.")
    assert shown.url == f"/admin/cities/city/{city.pk}/history/"


def test_owner_of_a_page_is_named(officer_client):
    CityFactory(review_on=timezone.localdate(), author=OfficerFactory(username="petra"))

    [entry] = panels(officer_client)["Look at these again"]

    assert entry.kind == "city (petra)"


def draft_of(row, **values) -> None:
    kind = ContentType.objects.get_for_model(row)
    DraftFactory(content_type=kind, object_id=str(row.pk), **values)


def test_changes_that_are_not_public_yet_wait_or_come_by_themselves(officer_client):
    soon = timezone.now() + timedelta(days=2)
    draft_of(CityFactory(name="Bonn"), user=OfficerFactory(username="petra"))
    draft_of(PageFactory(title="Visits"), publish_at=soon)
    draft_of(PageFactory(title="Stuck"), publish_at=soon, publish_error="No summary.")
    gone = PageFactory(title="Gone")
    draft_of(gone)
    gone.delete()

    shown = panels(officer_client)

    waits = shown["Changes that are not public yet"]
    assert {(e.text, e.kind, e.detail) for e in waits} == {
        ("Bonn", "city, by petra", ""),
        ("Stuck", "page", "No summary."),
    }
    [coming] = shown["Changes that become public by themselves"]
    assert (coming.text, coming.moment) == ("Visits", soon)
    assert officer_client.get(waits[-1].url).status_code == 200


def fill(rows: int) -> None:
    """Put so many of everything on the sheet."""
    today, colleague = timezone.localdate(), OfficerFactory()
    for factory in (CityFactory, LinkGroupFactory, NewsletterFactory, EventFactory, PageFactory,
                    DocumentFactory):  # fmt: skip
        for state in ({"draft": True}, {"scheduled": True}, {"review_on": today},
                      {"expires_at": timezone.now() + timedelta(days=2)}):  # fmt: skip
            for row in factory.create_batch(rows, author=colleague, **state):
                keep_version(row, colleague, "Changed.")
    for row in PageFactory.create_batch(rows):
        draft_of(row)
    OccurrenceChangeFactory.create_batch(rows)
    LinkGroupFactory.create_batch(rows, asked_on=today - timedelta(days=31))
    NoticeFactory.create_batch(rows)
    for days in (-3, 3):
        FundFactory.create_batch(rows, deadline=today + timedelta(days=days))
    ApplicationFactory.create_batch(rows)
    EnquiryFactory.create_batch(rows)
    QueuedEmailFactory.create_batch(rows, state=EmailState.GIVEN_UP)
    for kind in FindingKind:
        FindingFactory.create_batch(rows, kind=kind, row=PageFactory(title="Weak"))
    FeedbackFactory.create_batch(rows + 1, page="/about/", rating="poor")
    for factory in (ApplicationFactory, EnquiryFactory, FeedbackFactory):
        factory.create_batch(rows, held_for="trap")


@pytest.mark.parametrize("rows", [1, 3])
def test_sheet_costs_the_same_for_any_number(
    officer_client, open_office, django_assert_num_queries, rows
):
    fill(rows)
    officer_client.get("/admin/")

    with django_assert_num_queries(65):
        officer_client.get("/admin/")


def test_findings_are_told_by_kind_with_their_words(officer_client):
    FindingFactory(excerpt="We meet next May.", row=PageFactory(title="Visits"))
    FindingFactory(kind=FindingKind.TRANSLATION, language="de", excerpt="summary,body")
    FindingFactory(dismissed_at=timezone.now())

    shown = panels(officer_client)

    [wording] = shown["Wording that ages"]
    assert (wording.text, wording.detail) == ("Visits", "“We meet next May.” (English)")
    [translation] = shown["Missing translations"]
    assert translation.detail == "German: summary, text"


def test_more_findings_than_are_shown_are_counted_and_a_link_away(officer_client):
    FindingFactory.create_batch(11)

    page = " ".join(officer_client.get("/admin/").text.split())

    href = "/admin/content/finding/?kind__exact=wording&amp;fine=no"
    assert f'and 3 more (<a href="{href}">findings</a>)' in page
    assert officer_client.get(href.replace("&amp;", "&")).text.count("We meet next May.") == 11


def test_page_that_several_readers_called_poor_is_told(officer_client):
    FeedbackFactory.create_batch(3, page="/about/", rating="poor")
    FeedbackFactory(page="/cities/", rating="poor")

    [entry] = panels(officer_client)["Pages that trouble people"]

    assert (entry.text, entry.kind) == ("/about/", "3 poor opinions")
    assert "/about/" in officer_client.get(entry.url).text
