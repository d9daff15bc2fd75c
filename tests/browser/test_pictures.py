"""Pictures as an officer works with them in a browser."""

from django.urls import reverse
from playwright.sync_api import expect

from content.models import Picture
from tests.browser.officers_window import save
from tests.factories.picture import PictureFactory


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
