"""An officer at work in the admin, with CKEditor and the library of pictures."""

import pytest
from django.db.models import Model
from django.urls import reverse
from playwright.sync_api import expect

from cities.models import City
from content.versions.bin import put_into_bin
from content.versions.recording import keep_version
from tests.browser.officers_window import save, sign_in, text_in
from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory, WebLinkFactory
from tests.factories.contact import ContactFactory
from tests.factories.document import DocumentFactory
from tests.factories.enquiry import EnquiryFactory
from tests.factories.event import EventFactory, EventPhotoFactory
from tests.factories.feedback import FeedbackFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.page import NoticeFactory, PageFactory
from tests.factories.picture import PictureFactory
from tests.factories.queued_email import QueuedEmailFactory
from tests.factories.theme import ThemeFactory


def test_an_officer_writes_about_a_city_with_a_picture(officer_page):
    city = CityFactory(name="Bonn", draft=True)
    PictureFactory(alt="A bridge over the Rhine", caption="The old bridge")
    PictureFactory(alt="A tower")
    page = officer_page

    page.goto(reverse("admin:cities_city_change", args=[city.pk]))
    text_in(page).click()
    page.keyboard.type("Choirs sing")
    page.keyboard.press("Control+A")
    page.locator("#cke_id_body_0 .cke_button__bold").click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.locator("#cke_id_body_0 .cke_button__librarypicture").click()
    dialog = page.get_by_role("dialog", name="Choose a picture")
    dialog.get_by_role("searchbox").fill("rhine")
    dialog.get_by_text("Pictures shown: 1").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    text_in(page).locator("figure img").wait_for()
    page.get_by_role("button", name="Publish now").click()
    page.locator(".messagelist .success").wait_for()

    page.goto(city.get_absolute_url())
    main = page.get_by_role("main")
    assert main.locator(".prose strong").inner_text() == "Choirs sing"
    assert main.locator(".prose img").get_attribute("alt") == "A bridge over the Rhine"
    assert "The old bridge" in main.locator(".prose figcaption").inner_text()


def insert_picture(page):
    page.locator("#cke_id_body_0 .cke_button__librarypicture").click()
    dialog = page.get_by_role("dialog", name="Choose a picture")
    dialog.get_by_text("A tower").click()
    text_in(page).locator("figure img").wait_for()


@pytest.mark.parametrize("below", ["", "<p>below</p>", "<h2>below</h2>"])
def test_writing_goes_on_below_an_inserted_picture(officer_page, below):
    city = CityFactory(body=f"<p>above</p>{below}")
    number = PictureFactory(caption="A tower").pk
    page = officer_page

    page.goto(reverse("admin:cities_city_change", args=[city.pk]))
    text_in(page).get_by_text("above").click()
    page.keyboard.press("End")
    insert_picture(page)
    page.keyboard.type("on ")
    page.keyboard.press("Enter")
    save(page)

    city.refresh_from_db()
    figure = f'<figure data-picture="{number}"></figure>'
    after = "<p>on</p><p>below</p>" if below == "<p>below</p>" else f"<p>on</p>{below}"
    html = "".join(str(city.body).replace("&nbsp;", "").split("\n"))
    assert html.replace("<p>on </p>", "<p>on</p>") == f"<p>above</p>{figure}{after}"


def test_a_table_goes_below_an_inserted_picture(officer_page):
    city = CityFactory()
    PictureFactory(caption="A tower")
    page = officer_page

    page.goto(reverse("admin:cities_city_change", args=[city.pk]))
    text_in(page).click()
    insert_picture(page)
    page.locator("#cke_id_body_0 .cke_button__table").click()
    page.get_by_role("dialog", name="Table Properties").get_by_role("button", name="OK").click()
    text_in(page).locator("th").first.click()
    page.keyboard.type("Year")
    save(page)

    city.refresh_from_db()
    assert str(city.body).index("<figure") < str(city.body).index("<table")


def test_the_library_opens_and_closes_by_keyboard(officer_page):
    city = CityFactory()
    page = officer_page

    page.goto(reverse("admin:cities_city_change", args=[city.pk]))
    text_in(page).click()
    page.keyboard.type("A")
    page.keyboard.press("Alt+F10")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Choose a picture")
    dialog.get_by_text("No picture found.").wait_for()
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    expect(text_in(page)).to_be_focused()
    page.keyboard.type("B")

    assert text_in(page).inner_text().strip() == "AB"


def test_a_table_has_heads(officer_page):
    city = CityFactory()
    page = officer_page

    page.goto(reverse("admin:cities_city_change", args=[city.pk]))
    text_in(page).click()
    page.locator("#cke_id_body_0 .cke_button__table").click()
    page.get_by_role("dialog", name="Table Properties").get_by_role("button", name="OK").click()
    text_in(page).locator("th").first.click()
    page.keyboard.type("Year")
    save(page)

    city.refresh_from_db()
    assert '<th scope="col">Year</th>' in str(city.body)
    assert "style" not in str(city.body)


def test_texts_are_shown_in_one_language_at_a_time(officer_page):
    city = CityFactory(name={"en": "Cologne", "de": "Köln"})
    page = officer_page

    page.goto(reverse("admin:cities_city_change", args=[city.pk]))
    english, german = page.locator("#id_name_0"), page.locator("#id_name_1")
    assert (english.is_visible(), german.is_visible()) == (True, False)

    page.get_by_role("button", name="German").click()
    assert (english.is_visible(), german.is_visible()) == (True, True)
    assert english.bounding_box()["y"] == german.bounding_box()["y"]
    page.get_by_role("button", name="Beside the original").click()
    assert (english.is_visible(), german.is_visible()) == (False, True)
    german.fill("Köln am Rhein")
    save(page)
    city.refresh_from_db()
    assert city.name.data == {"en": "Cologne", "de": "Köln am Rhein"}

    page.goto(reverse("admin:cities_city_change", args=[city.pk]))
    assert german.is_visible()
    page.get_by_role("button", name="All languages").click()
    assert (english.is_visible(), german.is_visible()) == (True, True)


def test_a_chosen_picture_is_shown(officer_page):
    city = CityFactory()
    picture = PictureFactory(alt="A tower")
    page = officer_page

    page.goto(reverse("admin:cities_city_change", args=[city.pk]))
    page.locator(".field-picture .select2-selection").click()
    page.get_by_role("option", name="A tower").click()

    shown = page.locator(".field-picture img.chosen-picture")
    assert f"/{picture.pk}/preview/" in shown.get_attribute("src")


def test_texts_can_be_written_without_javascript(new_page, council):
    city = CityFactory(draft=True)
    page = new_page(javascript=False)
    sign_in(page)

    page.goto(reverse("admin:cities_city_change", args=[city.pk]))
    page.get_by_label("Name (German)").fill("Köln")
    page.get_by_label("Text (English)").fill("<h2>By hand</h2>")
    page.get_by_role("button", name="Publish now").click()

    city = City.objects.published().get()
    assert city.name.data["de"] == "Köln"
    assert str(city.body) == "<h2>By hand</h2>"


def one_of_everything() -> list[str]:
    """Return the addresses of lists, forms, histories and deletions, each with something in it."""
    rows: list[Model] = [
        PageFactory(),
        NoticeFactory(),
        ThemeFactory(),
        DocumentFactory(),
        LinkGroupFactory(),
        EnquiryFactory(),
        FeedbackFactory(),
        ApplicationFactory(),
        QueuedEmailFactory(),
    ]
    contact = ContactFactory()
    photo = EventPhotoFactory()
    article = ArticleFactory()
    link = WebLinkFactory()
    link.city.themes.add(ThemeFactory())
    rows += [contact.group, photo.event, article.newsletter, link.city]
    lists = [f"admin:{row._meta.app_label}_{row._meta.model_name}" for row in rows]
    pages = [reverse(f"{name}_changelist") for name in dict.fromkeys(lists)]
    for name, row in zip(lists, rows, strict=True):
        pages += [reverse(f"{name}_{page}", args=[row.pk]) for page in ("change", "history")]
    pages += [reverse("admin:cities_city_delete", args=[link.city.pk])]
    pages += [reverse("admin:content_version_change", args=[put_into_bin(PageFactory(), None).pk])]
    pages += [reverse("admin:content_version_changelist"), reverse("admin:links_linkgroup_add")]
    return pages


def test_every_kind_of_page_of_the_admin_is_accessible(new_page, axe, council):
    addresses = one_of_everything()
    page = new_page(width=1280, colours="light")
    sign_in(page)

    for address in addresses:
        response = page.goto(address)
        page.wait_for_load_state("networkidle")
        assert response.ok, address
        axe(page)


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_pages_of_the_admin_are_accessible(new_page, axe, colours, width, council):
    picture = PictureFactory()
    city = CityFactory(picture=picture, body=f'<figure data-picture="{picture.pk}"></figure>')
    keep_version(city, None)
    city.milestones.create(title="The signing", year=1947)
    keep_version(city, None)
    binned = put_into_bin(PageFactory(), None)
    addresses = [
        "/admin/",
        "/admin/cities/city/",
        reverse("admin:cities_city_change", args=[city.pk]),
        reverse("admin:cities_city_history", args=[city.pk]),
        reverse("admin:cities_city_compare", args=[city.pk]) + "?older=1&newer=2",
        reverse("admin:content_version_changelist"),
        reverse("admin:content_version_change", args=[binned.pk]),
        reverse("admin:events_event_change", args=[EventFactory(draft=True).pk]),
        reverse("admin:links_newsletter_change", args=[NewsletterFactory().pk]),
        reverse("admin:content_picture_change", args=[picture.pk]),
        reverse(
            "admin:volunteers_application_change_state", args=[ApplicationFactory().pk, "passed"]
        ),
    ]
    page = new_page(width=width, colours=colours)
    sign_in(page)

    for address in addresses:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert not page.errors
        axe(page)
        # axe puts a style of its own into the page, which the strict policy refuses.
        page.errors.clear()
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{address} scrolls sideways"
