"""The volunteer desk in a browser: keys, and the way without scripts.

What its tasks cost is in `test_officer_tasks.py`.
"""

import pytest
from playwright.sync_api import expect

from tests.browser.officers_window import sign_in
from tests.factories.application import ApplicationFactory
from volunteers.models import Application

pytestmark = pytest.mark.usefixtures("open_office")
DESK = "/admin/volunteers/application/desk/"


def test_what_came_twice_is_merged_by_three_clicks_from_the_start_page(officer_page):
    for state in ("new", "contacted"):
        ApplicationFactory(email="a@example.org", state=state)
    page = officer_page
    page.goto("/admin/")

    page.get_by_role("link", name="Answer offers to help").click()
    page.get_by_role("link", name="Came twice: merge…").first.click()
    page.get_by_role("button", name="Merge").click()

    page.locator(".messagelist .success").wait_for()
    assert Application.objects.get().state == "contacted"


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
