"""The editor's link box finds pages of the site by name."""

from django.urls import reverse
from playwright.sync_api import expect

from content.web.link_targets import stable_address
from tests.browser.officers_window import save, text_in
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.page import PageFactory

FIND = "Find a page, an event or a document of this site"


def open_link_box(page):
    page.locator("#cke_id_body_0 .cke_button__link").click()
    box = page.get_by_role("dialog", name="Link")
    expect(box.get_by_role("combobox", name=FIND)).to_be_focused()
    return box


def test_link_is_made_by_keys_and_follows_its_page(officer_page):
    event = EventFactory(title="Summer fair", slug="fair")
    row, page = PageFactory(body="<p>Come to </p>"), officer_page
    page.goto(reverse("admin:pages_page_change", args=[row.pk]))
    text_in(page).click()
    page.keyboard.press("Control+End")

    open_link_box(page)
    page.keyboard.type("fair")
    expect(page.locator(".cke_dialog [role=option]")).to_have_text("Summer fair Event, live")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.get_by_role("dialog", name="Link")).to_have_count(0)
    save(page)
    row.refresh_from_db()
    assert f'<a href="{stable_address(event)}"' in str(row.body)
    event.slug = "market"
    event.save()
    page.goto(row.get_absolute_url())
    link = page.get_by_role("main").get_by_role("link", name="Summer fair")
    assert link.get_attribute("href") == "/events/market/"


def test_link_box_names_what_a_link_leads_to(officer_page):
    city = CityFactory(name="Bonn", draft=True)
    row = PageFactory(body=f'<p><a href="{stable_address(city)}">the Rhine</a></p>')
    page = officer_page
    page.goto(reverse("admin:pages_page_change", args=[row.pk]))

    text_in(page).locator("a").dblclick()

    box = page.get_by_role("dialog", name="Link")
    box.get_by_text("Leads to: Bonn (City, draft)").wait_for()
    assert box.get_by_label("URL").last.input_value() == stable_address(city)


def test_link_is_made_with_the_mouse_around_chosen_words(officer_page):
    city = CityFactory(name="Bonn")
    row, page = PageFactory(body="<p>friends</p>"), officer_page
    page.goto(reverse("admin:pages_page_change", args=[row.pk]))
    text_in(page).click()
    page.keyboard.press("Control+A")

    box = open_link_box(page)
    page.keyboard.type("bonn")
    box.get_by_role("option", name="Bonn").click()
    save(page)

    row.refresh_from_db()
    assert f'<a href="{stable_address(city)}"' in str(row.body)
    assert ">friends</a>" in str(row.body)
