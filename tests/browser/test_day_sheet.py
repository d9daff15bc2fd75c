"""The day sheet, the guide and the question to a group, as browsers show them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cities.models import City
from content.models import EmailState, FindingKind
from content.versions.recording import keep_version
from tests.browser.officers_window import sign_in
from tests.factories.city import CityFactory
from tests.factories.contact import ContactFactory
from tests.factories.enquiry import EnquiryFactory
from tests.factories.event import EventFactory
from tests.factories.finding import FindingFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import NoticeFactory, PageFactory
from tests.factories.queued_email import QueuedEmailFactory
from tests.factories.unanswered_search import UnansweredSearchFactory
from twinning_site.pages.still_right.signed_addresses import answer_token

SEARCHES = "/admin/search/unansweredsearch/"


def fill() -> None:
    """Put something into most panels, with a name as long as people write them."""
    today, colleague = timezone.localdate(), OfficerFactory(first_name="Petra", last_name="Klein")
    long = "Donaudampfschifffahrtsgesellschaftskapitän" * 2
    city = CityFactory(name=long, review_on=today, author=colleague)
    keep_version(city, colleague, "Changed.")
    CityFactory(name="Bonn", draft=True)
    PageFactory(expires_at=timezone.now() + timedelta(days=3))
    EventFactory()
    NoticeFactory(text=f"The office is closed. {long}")
    EnquiryFactory()
    QueuedEmailFactory(state=EmailState.GIVEN_UP)
    for kind in FindingKind:
        FindingFactory(kind=kind, row=city, excerpt=f"We meet next May. {long}")
    UnansweredSearchFactory(words="donaudampfschifffahrtsgesellschaftskapitänswitwenrente")
    UnansweredSearchFactory.create_batch(9)


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_sheet_and_guide_are_accessible_and_as_wide_as_the_window(
    new_page, axe, council, colours, width
):
    fill()
    page = new_page(width=width, colours=colours)
    sign_in(page)

    for address in ("/admin/", "/admin/guide/", "/admin/content/finding/", SEARCHES):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        axe(page)
        page.errors.clear()


def test_entries_are_answered_without_javascript(new_page, council):
    fill()
    page = new_page(javascript=False)
    sign_in(page)

    page.get_by_role("button", name="Publish: Bonn").click()

    assert "Published." in page.locator(".messagelist").inner_text()
    assert City.objects.published().filter(name__contains="Bonn").exists()


def test_day_that_cannot_be_used_is_asked_for_again(new_page, axe, council):
    fill()
    page = new_page(javascript=False)
    sign_in(page)

    day = page.get_by_label("until: Donau")
    day.fill("2001-01-01")
    page.get_by_role("button", name="Still right: Donau").click()

    assert "Choose a day after today" in page.get_by_role("alert").inner_text()
    axe(page)
    # The browser tells of the status 422.
    page.errors.clear()
    page.get_by_label("Until").fill(f"{timezone.localdate() + timedelta(days=90)}")
    page.get_by_role("button", name="Do it now").click()
    assert "is still right" in page.locator(".messagelist").inner_text()


@pytest.mark.parametrize("width", [1280, 360])
def test_group_answers_on_an_accessible_page(new_page, axe, council, width):
    today = timezone.localdate()
    contact = ContactFactory(confirms_page=True, group__asked_on=today, group__name="Bonn Link")
    token = answer_token(contact.group_id, contact.pk, today.isoformat())
    page = new_page(width=width, colours="light")

    page.goto(f"/still-right/{token}/")
    axe(page)
    page.errors.clear()
    page.get_by_role("button", name="Yes, it is still right").click()

    page.get_by_role("heading", name="Thank you for your answer").wait_for()
    axe(page)
    page.errors.clear()
    page.goto(contact.group.get_absolute_url())
    assert page.get_by_text("Checked on").is_visible()
