"""Writing without fear: what is typed is kept, and two people lose nothing of each other."""

import pytest
from django.urls import reverse

from content.models import Draft, UnsavedForm
from tests.browser.officers_window import save, sign_in, text_in
from tests.content.versions.things import address
from tests.factories.city import CityFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.mail_template import MailTemplateFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import NoticeFactory
from tests.factories.picture import PictureFactory
from tests.factories.theme import ThemeFactory
from tests.factories.volunteer_task import VolunteerTaskFactory

# Seconds of writing that may be lost when a browser dies
MAX_LOST = 5


@pytest.fixture
def city(council):
    city = CityFactory(name="Bonn", summary="Twinned since 1947.")
    MilestoneFactory(city=city, title="First visit")
    return city


def change(row) -> str:
    return reverse("admin:cities_city_change", args=[row.pk])


def test_a_browser_that_is_killed_loses_at_most_five_seconds(new_page, city):
    page = new_page()
    sign_in(page)
    page.goto(change(city))
    page.locator("#id_summary_0").fill("Half a sentence")
    text_in(page).click()
    page.keyboard.type("and a text in the editor")
    page.wait_for_timeout(MAX_LOST * 1000)
    page.close()

    again = page.context.new_page()
    again.goto(change(city))
    again.get_by_role("button", name="Go on with it").click()

    assert again.locator("#id_summary_0").input_value() == "Half a sentence"
    assert "and a text in the editor" in text_in(again).inner_text()
    city.refresh_from_db()
    assert str(city.summary) == "Twinned since 1947."


def test_a_session_that_ended_goes_on_in_place(new_page, city, django_user_model):
    page = new_page()
    sign_in(page)
    page.goto(change(city))
    cookies = page.context.cookies()
    page.context.clear_cookies()
    page.locator("#id_summary_0").fill("Half a sentence")
    page.get_by_role("link", name="Sign in again in a new window").wait_for()

    # As signing in again in another window does
    page.context.add_cookies(cookies)
    page.get_by_text("What you type is kept").wait_for()
    page.errors.clear()  # the answers to a browser without a session

    assert "Half a sentence" in UnsavedForm.objects.get().fields
    page.keyboard.press("Control+s")
    page.get_by_text("Readers still see it as it was").wait_for()
    assert Draft.objects.count() == 1


def test_somebody_is_told_when_another_has_signed_in_in_their_browser(new_page, city, client):
    page = new_page()
    sign_in(page)
    page.goto(change(city))
    client.force_login(OfficerFactory())
    [cookie] = [one for one in page.context.cookies() if one["name"] == "sessionid"]
    page.context.add_cookies([cookie | {"value": client.cookies["sessionid"].value}])

    page.locator("#id_summary_0").fill("Half a sentence")

    page.get_by_text("What you type cannot be kept at the moment.").wait_for()
    page.errors.clear()  # the status 403
    assert not UnsavedForm.objects.exclude(fields="").exists()


def test_what_is_written_after_saving_was_stopped_is_kept(new_page, city):
    page = new_page()
    sign_in(page)
    page.goto(change(city))

    def stop(route):
        route.abort("aborted") if route.request.method == "POST" else route.continue_()

    page.route(f"**{change(city)}", stop)
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name="Save draft", exact=True).click()

    page.locator("#id_summary_0").press_sequentially("And a half")

    page.get_by_text("What you type is kept").wait_for()
    assert "And a half" in UnsavedForm.objects.get().fields


def test_two_people_in_two_browsers_lose_nothing(new_page, city, client):
    one, two = new_page(), new_page()
    for page in (one, two):
        sign_in(page)
        page.goto(change(city))
    one.locator("#id_name_0").fill("Bonn on the Rhine")
    two.locator("#id_summary_0").fill("Twinned for long.")
    two.get_by_text("has been writing here since").wait_for()

    one.get_by_role("button", name="Save draft", exact=True).click()
    one.locator(".messagelist .success").wait_for()
    two.get_by_role("button", name="Save draft", exact=True).click()
    two.locator(".messagelist .success").wait_for()

    assert two.locator("#id_name_0").input_value() == "Bonn on the Rhine"
    assert two.locator("#id_summary_0").input_value() == "Twinned for long."
    assert "Twinned since 1947." in client.get(city.get_absolute_url()).text
    two.get_by_role("button", name="Publish changes").click()
    two.locator(".messagelist .success").wait_for()
    text = client.get(city.get_absolute_url()).text
    assert "Bonn on the Rhine" in text
    assert "Twinned for long." in text


@pytest.mark.parametrize("width", [1280, 360])
def test_form_without_a_draft_is_kept_too(new_page, council, axe, width):
    page = new_page(width=width)
    sign_in(page)
    form = reverse("admin:content_council_change", args=[council.pk])
    page.goto(form)
    page.locator("#id_footer_text_0").fill("Half a sentence")
    page.keyboard.press("Control+s")
    page.get_by_text("What you type is kept").wait_for()
    axe(page)
    page.errors.clear()  # the style that axe puts into the page
    page.close()

    again = page.context.new_page()
    again.goto(form)
    axe(again)
    again.get_by_role("button", name="Go on with it").click()

    assert again.locator("#id_footer_text_0").input_value() == "Half a sentence"
    save(again)
    assert not UnsavedForm.objects.exclude(fields="").exists()
    council.refresh_from_db()
    assert str(council.footer_text) == "Half a sentence"


def test_form_in_which_nobody_types_keeps_nothing(new_page, council):
    page = new_page()
    sign_in(page)
    rows = [
        council, ConsentWordingFactory(), MailTemplateFactory(), NoticeFactory(), PictureFactory(),
        ThemeFactory(), VolunteerTaskFactory(),
    ]  # fmt: skip
    for row in rows:
        with page.expect_response("**/autosave/"):
            page.goto(address(row, "change"))
        page.wait_for_load_state("networkidle")
        page.keyboard.press("Control+s")
        page.get_by_role("link", name="History").click()

    assert UnsavedForm.objects.count() == len(rows)
    assert not UnsavedForm.objects.exclude(fields="").exists()


def test_page_is_shown_beside_the_form_as_it_is_typed(new_page, city, axe):
    page = new_page()
    sign_in(page)
    page.goto(change(city))
    page.get_by_role("button", name="Preview beside the form").click()
    shown = page.frame_locator("iframe[name=preview-beside]")
    shown.get_by_text("Twinned since 1947.").first.wait_for()
    page.errors.clear()  # the frame runs no scripts

    page.locator("#id_summary_0").fill("Twinned for long.")
    shown.get_by_text("Twinned for long.").first.wait_for()

    assert not Draft.objects.exists()
    page.errors.clear()
    axe(page)
    page.get_by_role("button", name="Publish changes").click()
    page.locator(".messagelist .success").wait_for()
    page.errors.clear()
    city.refresh_from_db()
    assert str(city.summary) == "Twinned for long."


@pytest.mark.parametrize(("width", "shown"), [(1280, "1280 px"), (360, "360 px")])
def test_preview_starts_in_the_width_of_the_window(new_page, city, width, shown):
    page = new_page(width=width)
    sign_in(page)
    page.goto(reverse("admin:cities_city_preview", args=[city.pk]))

    assert page.get_by_label(shown, exact=True).is_checked()
    frame = page.locator(".preview-frame iframe")
    assert frame.evaluate("frame => frame.clientWidth") == width
    page.errors.clear()  # the frame runs no scripts


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_pages_of_drafts_are_accessible(new_page, axe, colours, width, city):
    page = new_page(width=width, colours=colours)
    sign_in(page)
    page.goto(change(city))
    page.locator("#id_summary_0").fill("Twinned for long.")
    page.get_by_role("button", name="Save draft", exact=True).click()
    page.locator(".messagelist .success").wait_for()
    axe(page)
    page.get_by_text("Schedule the changes…").click()
    page.get_by_text("More", exact=True).click()
    axe(page)
    page.errors.clear()  # the style that axe puts into the page
    for name in ("draft", "preview", "take_down"):
        page.goto(reverse(f"admin:cities_city_{name}", args=[city.pk]))
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.errors.clear()  # the frame runs no scripts
        axe(page)
        page.errors.clear()
