"""Pictures as an officer works with them in a browser."""

from django.urls import reverse
from playwright.sync_api import expect

from content.models import Picture
from tests import hostile_files
from tests.browser.officers_window import save
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.picture import PictureFactory
from twinning_site.pages.models import Page


def test_click_and_arrow_keys_say_what_stays_in_view(officer_page, axe):
    picture = PictureFactory()
    page = officer_page
    page.goto(reverse("admin:content_picture_change", args=[picture.pk]))

    plane = page.locator(".focus-point__plane")
    box = plane.bounding_box()
    plane.click(position={"x": box["width"] * 0.31, "y": box["height"] * 0.88})
    mark = page.get_by_role("button", name="30 percent from the left, 90 percent from the top.")
    expect(mark).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    axe(page)
    save(page)

    picture = Picture.objects.get()
    assert (picture.focus_x, picture.focus_y) == (40, 100)


def test_new_file_is_seen_before_it_is_sent(officer_page):
    page = officer_page
    page.goto(reverse("admin:content_picture_add"))
    expect(page.locator(".focus-point")).to_be_hidden()

    picture = PictureFactory.build()
    file = {"name": "a.png", "mimeType": "image/png", "buffer": picture.file.read()}
    page.locator("#id_file").set_input_files(file)

    expect(page.locator(".focus-point__plane")).to_be_visible()


def photo(name: str, color: str) -> dict:
    content = hostile_files.picture(size=(300, 200), color=color)
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


def upload(page, *files, creator: str = "Somebody") -> None:
    """Choose files in the dialog, describe them, and send them."""
    dialog = page.locator("dialog.picture-upload")
    dialog.locator("input[type=file]").set_input_files(list(files))
    for row in dialog.locator(".picture-upload__one").all():
        row.get_by_label("Alternative text").fill("What is seen on it")
    dialog.get_by_label("Creator").fill(creator)
    dialog.get_by_label("Licence", exact=True).fill("CC BY 4.0")
    dialog.get_by_role("button", name="Upload", exact=True).click()
    expect(dialog).to_have_count(0)


def test_picture_is_uploaded_beside_its_choice(officer_page, axe):
    city = CityFactory()
    page = officer_page
    page.goto(reverse("admin:cities_city_change", args=[city.pk]))
    page.get_by_role("button", name="Upload a picture").click()
    axe(page)
    upload(page, photo("bridge.jpg", "teal"))
    save(page)

    city.refresh_from_db()
    assert city.picture == Picture.objects.get()


def test_dialog_says_what_is_wrong_and_keeps_the_rest(officer_page):
    page = officer_page
    page.goto(reverse("admin:cities_city_add"))
    page.get_by_role("button", name="Upload a picture").click()
    dialog = page.locator("dialog.picture-upload")
    dialog.locator("input[type=file]").set_input_files(photo("IMG_1.jpg", "teal"))
    dialog.get_by_label("Alternative text").fill("IMG_1")
    dialog.get_by_role("button", name="Upload", exact=True).click()

    expect(dialog.get_by_role("alert")).to_contain_text("does not tell what is to be seen")
    upload(page, photo("IMG_1.jpg", "teal"))
    assert Picture.objects.count() == 1


def test_same_file_again_is_offered_in_the_dialog(officer_page):
    page = officer_page
    page.goto(reverse("admin:cities_city_add"))
    page.get_by_role("button", name="Upload a picture").click()
    upload(page, photo("bridge.jpg", "teal"))

    page.get_by_role("button", name="Upload a picture").click()
    dialog = page.locator("dialog.picture-upload")
    dialog.locator("input[type=file]").set_input_files(photo("other.jpg", "teal"))
    dialog.get_by_label("Alternative text").fill("The same")
    dialog.get_by_role("button", name="Upload", exact=True).click()
    dialog.get_by_role("button", name="Use the one that is here").click()

    expect(dialog).to_have_count(0)
    expect(page.locator("#id_picture")).to_have_value(str(Picture.objects.get().pk))


def test_several_photos_of_an_event_are_uploaded_at_once(officer_page):
    event = EventFactory()
    page = officer_page
    page.goto(reverse("admin:events_event_change", args=[event.pk]))
    page.locator("#photos-group .add-row a").click()
    page.get_by_role("button", name="Upload pictures").click()
    upload(page, *(photo(f"{color}.jpg", color) for color in ("teal", "navy", "red")))
    save(page)

    assert event.photos.count() == 3


def test_pictures_are_uploaded_into_a_text(officer_page):
    page = officer_page
    page.goto(reverse("admin:pages_page_add"))
    page.get_by_label("Title (English)").fill("Visits")
    page.locator(".cke_button__librarypicture").first.click()
    page.locator("dialog.library").get_by_role("button", name="Upload pictures").click()
    upload(page, photo("a.jpg", "teal"), photo("b.jpg", "navy"))
    expect(page.locator("dialog.library")).to_have_count(0)
    save(page)

    text = str(Page.objects.get().body)
    assert all(f'data-picture="{picture.pk}"' in text for picture in Picture.objects.all())
    assert Picture.objects.count() == 2


def test_file_is_dropped_on_the_choice(officer_page):
    page = officer_page
    page.goto(reverse("admin:cities_city_add"))
    page.evaluate(
        """() => {
          const files = new DataTransfer();
          files.items.add(new File(["x"], "dropped.jpg", { type: "image/jpeg" }));
          const row = document.querySelector(".field-picture");
          const place = row.querySelector(".related-widget-wrapper");
          place.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true }));
        }"""
    )

    expect(page.locator("dialog.picture-upload")).to_contain_text("dropped.jpg")
