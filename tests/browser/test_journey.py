"""From the start page to the erased application, by keyboard alone, with axe on every step."""

import pytest
from django.urls import reverse

from tests.factories.city import CityFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.council import CouncilFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.theme import ThemeFactory
from twinning_site.pages.models import Enquiry, Feedback
from volunteers.models import Application


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def keyboard(request, transactional_db, settings, live_server, new_page, axe):
    """A page that is used by keyboard alone."""
    settings.MESSAGE_MIN_SECONDS = 0
    CouncilFactory()
    ConsentWordingFactory()
    CityFactory(slug="bonn", name="Bonn")
    ThemeFactory(slug="music", name="Music")
    page = new_page(javascript=request.param)
    yield Keyboard(page, axe, javascript=request.param)
    # A form with errors is answered with 422, which the browser notes.
    page.errors[:] = [error for error in page.errors if "status of 422" not in error]


class Keyboard:
    def __init__(self, page, axe, javascript):
        self.page, self.axe, self.javascript = page, axe, javascript

    def open(self, path):
        self.page.goto(path)
        self.axe(self.page)

    def tab_to(self, selector):
        """Press Tab until the focus is there; it must be possible to see it."""
        for _press in range(90):
            if self.page.locator(f"{selector}:focus").count():
                outline = self.page.locator(":focus").evaluate(
                    "element => getComputedStyle(element).outlineStyle"
                )
                assert outline != "none", f"nobody sees the focus on {selector}"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{selector} cannot be reached by Tab on {self.page.url}")

    def follow(self, selector):
        self.tab_to(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.axe(self.page)

    def write(self, selector, text):
        self.tab_to(selector)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def tick(self, selector):
        self.tab_to(selector)
        self.page.keyboard.press("Space")


def test_volunteer_applies_changes_an_answer_withdraws_and_erases(keyboard):
    page = keyboard.page
    keyboard.open("/volunteer/")
    keyboard.follow("main a.button")

    keyboard.follow("button[value=check]")
    assert page.title().startswith("Error: ")
    if keyboard.javascript:
        assert page.locator("[data-error-summary]:focus").count()
    keyboard.tab_to(".error-summary a[href='#id_name']")
    page.keyboard.press("Enter")
    keyboard.write("#id_name", "Zoë Łukasz")
    keyboard.write("#id_email", "zoe@gmial.com")
    keyboard.tick("#id_cities_0")
    keyboard.tick("#id_interests_0")
    keyboard.write("#id_message", "Grüße aus León")
    keyboard.tick("#id_consent")
    keyboard.follow("button[value=check]")

    assert "Perhaps you meant zoe@gmail.com" in page.locator("main").inner_text()
    page.go_back()
    assert page.locator("#id_message").input_value() == "Grüße aus León"
    keyboard.follow("button[value=check]")
    keyboard.follow("button[formaction$='#id_email']")
    assert page.locator("#id_name").input_value() == "Zoë Łukasz"
    keyboard.write("#id_email", "zoe@example.org")
    keyboard.follow("button[value=check]")
    keyboard.follow("button[value=send]")

    application = Application.objects.get()
    assert application.reference in page.locator("main").inner_text()
    assert (application.name, application.email) == ("Zoë Łukasz", "zoe@example.org")
    assert application.held_for == ""

    keyboard.open(application.get_absolute_url())
    keyboard.follow("main a[href$='/withdraw/']")
    keyboard.follow("main button")
    assert "You have taken it back." in page.locator("main").inner_text()
    keyboard.follow("main a[href$='/erase/']")
    keyboard.follow("main button")
    assert "Everything has been erased" in page.locator("h1").inner_text()
    assert not Application.objects.exists()


def test_reader_writes_to_a_group_and_says_what_they_think(keyboard):
    page = keyboard.page
    group = LinkGroupFactory(slug="circle")
    keyboard.open(reverse("pages:group-message", args=[group.slug]))
    keyboard.follow("main form button")
    assert page.title().startswith("Error: ")
    keyboard.write("#id_name", "Zoë")
    keyboard.write("#id_email", "zoe@example.org")
    keyboard.write("#id_message", "May I come?")
    keyboard.follow("main form button")
    assert Enquiry.objects.get().reference in page.locator("main").inner_text()

    keyboard.open("/volunteer/")
    keyboard.follow(".feedback a[href$='rating=poor']")
    keyboard.write("#id_comment", "Too long")
    keyboard.follow("main form button")

    row = Feedback.objects.get()
    assert (row.page, row.rating, row.comment) == ("/volunteer/", "poor", "Too long")


def test_double_click_sends_once(keyboard, page):
    page.goto("/contact/")
    page.fill("#id_name", "Zoë")
    page.fill("#id_email", "zoe@example.org")
    page.fill("#id_message", "Hello")
    page.locator("main form button").dblclick()
    page.wait_for_url("**/contact/sent/**")

    assert Enquiry.objects.count() == 1
