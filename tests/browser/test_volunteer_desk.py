"""The volunteer desk in a browser: keys, the way without scripts, and what five tasks cost.

What they cost with forms of their own stands behind each, as clicks, filled fields and pages
without the first.
"""

import pytest
from playwright.sync_api import expect

from content.models import QueuedEmail
from tests.browser.counted_page import CountedPage
from tests.browser.officers_window import sign_in
from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.contact import ContactFactory
from tests.factories.group import LinkGroupFactory
from volunteers.models import Application

pytestmark = pytest.mark.usefixtures("open_office")
DESK = "/admin/volunteers/application/desk/"


@pytest.fixture
def counted(new_page) -> CountedPage:
    page = new_page()
    sign_in(page)
    return CountedPage(page)


@pytest.fixture
def group():
    group = LinkGroupFactory(name="Bonn Link", cities=[CityFactory(name="Bonn")])
    ContactFactory(group=group, receives_messages=True)
    return group


def to_desk(counted: CountedPage) -> None:
    counted.start_at("/admin/")
    counted.click(counted.page.get_by_role("link", name="Answer offers to help"))
    counted.page.wait_for_url(f"**{DESK}*")


def check(counted: CountedPage, most: tuple[int, int, int]) -> None:
    counted.page.locator(".messagelist .success").wait_for()
    assert all(count <= limit for count, limit in zip(counted.counts, most, strict=True)), (
        counted.counts
    )


def test_contacted(counted):
    """Was 3, 0, 3."""
    ApplicationFactory()
    to_desk(counted)

    counted.click(counted.page.locator(".desk__steps").get_by_role("button", name="Contacted"))

    check(counted, (2, 0, 2))
    assert Application.objects.get().state == "contacted"


def test_passed_on(counted, group):
    """Was 5, 0, 3."""
    ApplicationFactory(cities=group.cities.all())
    to_desk(counted)

    counted.click(counted.page.get_by_role("button", name="Pass to Bonn Link"))

    check(counted, (2, 0, 2))
    assert Application.objects.get().group == group


def test_declined_with_a_letter_of_ones_own(counted):
    """Was 3, 1, 3."""
    ApplicationFactory()
    to_desk(counted)

    counted.click(counted.page.get_by_role("link", name="Decline…"))
    counted.fill(counted.page.get_by_label("E-mail:", exact=True), "Not this year, sorry.")
    counted.click(counted.page.get_by_role("button", name="Enter this state"))

    check(counted, (3, 1, 3))
    assert QueuedEmail.objects.get().text == "Not this year, sorry.\n"


def test_merged(counted):
    """Was 3, 0, 3."""
    ApplicationFactory(email="a@example.org")
    ApplicationFactory(email="a@example.org", state="contacted")
    to_desk(counted)

    counted.click(counted.page.get_by_role("link", name="Came twice: merge…").first)
    counted.click(counted.page.get_by_role("button", name="Merge"))

    check(counted, (3, 0, 3))
    assert Application.objects.count() == 1


def test_saved_as_a_file(counted):
    """Was 5, 0, 1."""
    ApplicationFactory()
    to_desk(counted)

    with counted.page.expect_download():
        counted.click(counted.page.get_by_role("button", name="Save as CSV"))

    assert counted.counts <= (2, 0, 1)


def test_keys_take_steps_and_take_them_back(officer_page, axe):
    first, _second = ApplicationFactory(name="Ada"), ApplicationFactory(name="Grace")
    page = officer_page
    page.goto(DESK)
    axe(page)

    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Ada")).to_be_focused()
    page.keyboard.press("c")
    expect(page.locator(".messagelist")).to_contain_text("is now “contacted”")
    first.refresh_from_db()
    assert first.state == "contacted"
    axe(page)
    page.keyboard.press("u")
    expect(page.locator(".messagelist")).to_contain_text("Undone")
    first.refresh_from_db()
    assert first.state == "new"


def test_keys_can_be_switched_off_and_do_nothing_while_somebody_types(officer_page):
    ApplicationFactory()
    page = officer_page
    page.goto(DESK)
    page.get_by_label("Name or reference").press_sequentially("jcx")
    page.get_by_label("use keys on this page").uncheck()
    page.reload()

    page.get_by_role("link", name="Volunteer 0").focus()
    page.keyboard.press("c")
    page.keyboard.press("x")

    expect(page.get_by_label("use keys on this page")).not_to_be_checked()
    assert page.locator("[name=chosen]:checked").count() == 0
    assert Application.objects.get().state == "new"


def test_desk_works_without_scripts_on_a_phone(new_page, council, axe):
    ApplicationFactory()
    page = new_page(width=360, javascript=False)
    sign_in(page)
    page.goto(DESK)
    assert page.evaluate("document.documentElement.scrollWidth") == 360

    page.locator("[name=chosen]").check()
    page.get_by_role("button", name="Declined").click()

    assert Application.objects.get().state == "declined"
    axe(page)
