"""What tasks with events and newsletters cost: clicks, filled fields, pages.

What they cost with Django's own forms stands behind each.
"""

import pytest
from django.urls import reverse

from events.models import Event, EventStatus
from tests.browser.counted_page import CountedPage
from tests.browser.officers_window import press_save, sign_in
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.usefixtures("council")


@pytest.fixture
def counted(new_page) -> CountedPage:
    page = new_page()
    sign_in(page)
    return CountedPage(page)


def check(counted: CountedPage, most: tuple[int, int, int], task: str) -> None:
    is_cheap = all(count <= limit for count, limit in zip(counted.counts, most, strict=True))
    assert is_cheap, f"{task} costs {counted.counts}"


def test_an_event_with_all_that_belongs_to_it(counted):
    """Picture, cities, group, two languages, each year, booking: was 18, 23, 2 and a popup."""
    CityFactory(name="Bonn")
    CityFactory(name="Leiden")
    LinkGroupFactory(name="Dance Circle")
    PictureFactory(alt="Dancers")
    page = counted.page
    counted.start_at("/admin/")

    counted.click(page.get_by_role("link", name="Announce an event"))
    counted.click(page.get_by_role("button", name="All languages"))
    for name, text in {
        "title_0": "Dance in May",
        "title_1": "Tanz in den Mai",
        "summary_0": "An evening.",
        "summary_1": "Ein Abend.",
        "starts_at_0": "09/05/2037",
        "starts_at_1": "19:00",
        "ends_time": "22:00",
        "place_0": "Town Hall",
        "place_1": "Rathaus",
        "booking_url": "https://example.org/book",
    }.items():
        counted.fill(page.locator(f"[name={name}]"), text)
    counted.choose(page.locator("[name=repeats]"), "yearly_weekday")
    counted.click(page.locator(".field-picture .select2-selection"))
    counted.click(page.get_by_role("option", name="Dancers"))
    for name in ("Bonn", "Leiden", "Dance Circle"):
        counted.click(page.get_by_label(name, exact=True))
    counted.click(page.get_by_role("button", name="Publish now"))
    page.locator(".messagelist .success").wait_for()

    event = Event.objects.published().get()
    assert (event.cities.count(), event.groups.count()) == (2, 1)
    assert event.recurrence == "FREQ=YEARLY;BYMONTH=5;BYDAY=2SA"
    assert event.picture is not None
    check(counted, (10, 10, 2), "an event")


def test_one_date_of_a_series_is_cancelled(counted):
    """Was 6, 3, 4."""
    event = EventFactory(recurrence="FREQ=WEEKLY")
    page = counted.page
    counted.start_at(reverse("admin:events_event_changelist"))

    counted.click(page.locator(".field-date a"))
    counted.click(page.locator(".date-box").nth(1))
    counted.fill(page.locator("[name=note_0]"), "Bank holiday")
    counted.click(page.get_by_role("button", name="Cancel the ticked dates"))
    page.locator(".messagelist .success").wait_for()

    assert event.changes.get().is_cancelled
    check(counted, (3, 1, 2), "a cancelled date")


def test_an_event_is_postponed(counted):
    """Was 4, 0, 3."""
    event = EventFactory()
    page = counted.page
    counted.start_at(reverse("admin:events_event_changelist"))

    counted.click(page.locator(".field-date a"))
    counted.click(page.get_by_role("button", name="Postpone it"))
    page.locator(".messagelist .success").wait_for()

    event.refresh_from_db()
    assert event.status == EventStatus.POSTPONED
    check(counted, (2, 0, 2), "a postponed event")


def test_the_last_article_comes_first(counted):
    """Was 3, 5, 3."""
    issue = NewsletterFactory(draft=True)
    for title in ("One", "Two", "Three", "Four"):
        ArticleFactory(newsletter=issue, title=title)
    page = counted.page
    counted.start_at(reverse("admin:links_newsletter_changelist"))

    counted.click(page.locator("#result_list tbody th a"))
    counted.click(page.get_by_role("button", name="Move to the top: Four"))
    press_save(page)
    counted.clicks += 1
    page.locator(".messagelist .success").wait_for()

    assert str(issue.articles.first()) == "Four"
    check(counted, (3, 0, 2), "the last article first")
