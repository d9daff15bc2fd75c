"""Events in a real browser: facts for machines under the policy, dates before saving."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from events.models import Event
from tests.browser.officers_window import WATCH_POLICY, sign_in
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory

pytestmark = pytest.mark.usefixtures("council")

LONDON = ZoneInfo("Europe/London")


def test_the_policy_lets_facts_for_machines_stand(page):
    event = EventFactory(title="Talk </script>", body="<p>Text.</p>")
    page.add_init_script(WATCH_POLICY)

    page.goto(event.get_absolute_url())

    blocks = page.locator('script[type="application/ld+json"]').all_text_contents()
    assert sum('"@type": "Event"' in block for block in blocks) == 1
    assert page.evaluate("blocks => blocks.map(JSON.parse).length", blocks) == len(blocks)


def fill_dates(page):
    page.goto("/admin/events/event/add/")
    for name, value in {
        "starts_at_0": "09/05/2037",
        "starts_at_1": "19:00",
        "ends_at_0": "09/05/2037",
        "ends_at_1": "21:00",
    }.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=repeats]").select_option("yearly_weekday")


@pytest.mark.parametrize("javascript", [True, False])
def test_an_officer_sees_the_next_dates_before_saving(new_page, javascript):
    page = new_page(javascript=javascript)
    sign_in(page)
    fill_dates(page)
    button = page.get_by_role("button", name="Show the next dates")

    if javascript:
        button.click()
        answer = page.get_by_role("status").filter(has_text="Every year")
    else:
        with page.context.expect_page() as other:
            button.click()
        answer = other.value.locator("#content")

    answer.get_by_text("Saturday 8 May 2038, 19:00 to 21:00").wait_for()
    assert "every year on the second saturday in may" in answer.inner_text().lower()


def test_the_month_is_a_list_on_a_phone_and_seven_columns_on_a_desk(new_page):
    starts_at = datetime(2037, 5, 9, 19, tzinfo=LONDON)
    event = EventFactory(title="Talk", starts_at=starts_at)
    for width, columns in ((320, 1), (1280, 7)):
        page = new_page(width=width)
        page.goto("/events/calendar/2037/5/")
        link = page.get_by_role("link", name="Talk")
        link.focus()
        assert link.evaluate("link => link === document.activeElement")
        page.get_by_role("heading", name="Saturday 9 May 2037").wait_for()
        layout = page.locator(".month__days").evaluate(
            "list => getComputedStyle(list).gridTemplateColumns.split(' ').length"
        )
        assert layout == columns
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{event.get_absolute_url()}")


def test_an_officer_cancels_one_date_of_a_series_in_three_clicks(new_page, axe):
    event = EventFactory(title="Evening", recurrence="FREQ=WEEKLY")
    page = new_page()
    sign_in(page)
    page.goto("/admin/events/event/")

    page.locator(".field-date a").click()
    page.locator("input[name=days]").nth(1).check()
    page.get_by_label("What visitors have to know (English)").fill("Bank holiday")
    expect(page.locator("#planned-dates")).to_contain_text("cancelled. Bank holiday")
    page.get_by_role("button", name="Cancel the ticked dates").click()
    page.locator(".messagelist .success").get_by_text("Visitors read now").wait_for()

    assert str(event.changes.get().note) == "Bank holiday"
    axe(page)


def test_the_dates_to_tick_work_without_scripts(new_page):
    event = EventFactory(title="Evening", recurrence="FREQ=MONTHLY")
    page = new_page(javascript=False, width=360)
    sign_in(page)
    page.goto(reverse("admin:events_event_dates_page", args=[event.pk]))

    page.locator("input[name=days]").nth(1).check()
    page.get_by_role("button", name="Show what visitors will read").click()
    page.locator("#planned-dates").get_by_text("cancelled").wait_for()
    assert not event.changes.exists()
    page.get_by_role("button", name="Cancel the ticked dates").click()

    page.locator(".messagelist .success").get_by_text("Visitors read now").wait_for()
    assert event.changes.get().is_cancelled


def test_a_short_form_makes_a_yearly_event_and_reads_its_rule_back(new_page, axe):
    city = CityFactory(name="Bonn")
    group = LinkGroupFactory(name="Bonn Circle")
    page = new_page(width=360)
    sign_in(page)
    page.goto("/admin/events/event/")

    page.get_by_role("link", name="Add event").click()
    page.get_by_label("Title (English)").fill("Dance")
    page.get_by_label("Summary (English)").fill("An evening.")
    page.locator("[name=starts_at_0]").fill("09/05/2037")
    page.locator("[name=starts_at_1]").fill("19:00")
    page.locator("[name=repeats]").select_option("yearly_weekday")
    expect(page.locator("#next-dates")).to_contain_text("Every year on the second Saturday in May")
    page.get_by_label("Bonn", exact=True).check()
    page.get_by_label("Bonn Circle").check()
    axe(page)
    # axe puts a style of its own into the page, which the strict policy refuses.
    page.errors.clear()
    page.get_by_role("button", name="Publish now").click()
    page.locator(".messagelist .success").wait_for()

    event = Event.objects.published().get()
    assert [*event.cities.all(), *event.groups.all()] == [city, group]
