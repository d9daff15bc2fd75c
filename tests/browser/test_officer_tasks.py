"""What ten tasks of an officer cost: clicks, filled fields and pages, beside earlier figures.

A chosen entry of a list or a file counts as two clicks. `BEFORE` is version 0.1.0, `WAGTAIL` is
Wagtail 8 with a small site; both were counted by hand in the same way, None is what it cannot do.
`pytest -s` prints the table.
"""

import sys
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from content.models import Picture
from events.models import Event
from links.models import Newsletter
from tests.browser.officers_window import PASSWORD, sign_in
from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.contact import ContactFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory
from tests.factories.picture import PictureFactory
from tests.officers_files import pdf_of_lines, saved
from volunteers.models import Application


@dataclass(frozen=True)
class Cost:
    clicks: int
    fields: int
    pages: int

    def __str__(self):
        return f"{self.clicks}/{self.fields}/{self.pages}"


class Officer:
    """Somebody at a page, whose clicks, filled fields and loaded pages are counted."""

    def __init__(self, page):
        self.page = page
        self.begin()
        page.on("framenavigated", self._count_page)

    def begin(self):
        self.clicks = self.fields = self.pages = 0

    @property
    def cost(self):
        return Cost(self.clicks, self.fields, self.pages)

    def _count_page(self, frame):
        if frame == self.page.main_frame:
            self.pages += 1

    def goto(self, address):
        """Begin a task at a page that is open already."""
        self.page.goto(address)
        self.page.wait_for_load_state("networkidle")
        self.begin()

    def click(self, target, clicks=1):
        self._find(target).click()
        self.clicks += clicks

    def press(self, name):
        self.click(
            self.page.get_by_role("button", name=name, exact=True).locator("visible=true").first
        )

    def follow(self, name):
        self.click(self.page.get_by_role("link", name=name).first)

    def fill(self, target, text):
        self._find(target).fill(text)
        self.fields += 1

    def choose(self, target, label):
        self._find(target).select_option(label=label)
        self.clicks += 2

    def give(self, target, path):
        self._find(target).set_input_files(path)
        self.clicks += 2

    def done(self, text):
        self.page.get_by_text(text).first.wait_for()

    def _find(self, target):
        return self.page.locator(target) if isinstance(target, str) else target


# By task: what it cost in version 0.1.0, and in Wagtail
BEFORE = {
    "1 sign in, know what today asks": (Cost(1, 2, 2), Cost(1, 2, 2)),
    "2 correct a word on a live page, look at it, publish": (Cost(3, 1, 4), Cost(2, 1, 2)),
    "3 event with picture, two cities, a group, two languages, a rule": (Cost(18, 23, 2), None),
    "4 cancel one date of a series": (Cost(6, 3, 4), None),
    "4 postpone an event": (Cost(4, 0, 3), None),
    "5 PDF issue of a group": (Cost(10, 5, 3), None),
    "6 last article of an issue first": (Cost(3, 5, 3), None),
    "8 five applications: contacted": (Cost(3, 0, 4), None),
    "8 five applications: passed on": (Cost(5, 0, 4), None),
    "8 five applications: declined with a letter": (Cost(3, 1, 4), None),
    "8 five applications: exported": (Cost(5, 0, 2), None),
    "9 notice till Friday": (Cost(2, 2, 3), None),
    "9 move an address": (Cost(2, 1, 3), None),
    "9 where is a picture used": (Cost(2, 1, 3), None),
    "10 a colleague for one group only": (None, Cost(6, 6, 4)),
}


@pytest.fixture
def officer(new_page, council):
    page = new_page()
    sign_in(page)
    return Officer(page)


@pytest.fixture
def compare(capsys):
    """Print what a task costs, and compare it with what it cost before and elsewhere."""

    def compare_with(task, cost):
        before, wagtail = BEFORE[task]
        with capsys.disabled():
            figures = f"0.1.0: {before or 'impossible'}; Wagtail: {wagtail or '–'}"
            sys.stdout.write(f"\n{task}: {cost} ({figures})\n")
        for other in filter(None, (before, wagtail)):
            assert cost.clicks + cost.fields <= other.clicks + other.fields
            assert cost.pages <= other.pages

    return compare_with


def test_sign_in_and_know_what_today_asks(new_page, council, compare):
    ApplicationFactory(name="Ann Lee")
    account = OfficerFactory()
    officer = Officer(new_page())
    officer.page.goto("/admin/")
    officer.fill("#id_username", account.username)
    officer.fill("#id_password", PASSWORD)
    officer.press("Log in")
    officer.done("Ann Lee")
    compare("1 sign in, know what today asks", officer.cost)


def test_correct_a_word_on_a_live_page(officer, compare):
    city = CityFactory(summary="A tpyo.")
    officer.goto(reverse("admin:cities_city_change", args=[city.pk]))
    # Once for each person: it stays open.
    officer.press("Preview beside the form")
    officer.goto(city.get_absolute_url())
    officer.follow("Edit this page")
    officer.fill("#id_summary_0", "A typo.")
    shown = officer.page.frame_locator("iframe[name=preview-beside]")
    shown.get_by_text("A typo.").first.wait_for()
    officer.press("Publish changes")
    officer.done("is saved, and the public sees it.")
    officer.page.errors.clear()  # the frame runs no scripts
    city.refresh_from_db()
    assert str(city.summary) == "A typo."
    compare("2 correct a word on a live page, look at it, publish", officer.cost)


def test_event_that_repeats(officer, compare):
    for name in ("Bonn", "Leiden"):
        CityFactory(name=name)
    LinkGroupFactory(name="Choir")
    PictureFactory(alt="Dancers")
    officer.goto("/admin/")
    officer.follow("Announce an event")
    officer.fill("#id_title_0", "Spring concert")
    officer.fill("#id_summary_0", "With both choirs.")
    day = timezone.localdate().replace(month=5, day=8) + timedelta(days=366)
    saturday = day + timedelta(days=(5 - day.weekday()) % 7)
    officer.fill("#id_starts_at_0", saturday.strftime("%d/%m/%Y"))
    officer.fill("#id_starts_at_1", "19:00")
    rule = officer.page.locator("#id_repeats option", has_text="second Saturday in May")
    officer.choose("#id_repeats", rule.inner_text())
    officer.fill("#id_place_0", "Town Hall")
    officer.click(officer.page.locator(".field-picture .select2-selection"))
    officer.click(officer.page.get_by_role("option", name="Dancers"))
    for name in ("Bonn", "Leiden", "Choir"):
        officer.click(officer.page.get_by_label(name, exact=True))
    officer.fill("#id_booking_url", "https://tickets.example.org/")
    officer.click(officer.page.get_by_role("button", name="German"))
    officer.fill("#id_title_1", "Frühlingskonzert")
    officer.fill("#id_summary_1", "Mit beiden Chören.")
    officer.fill("#id_place_1", "Rathaus")
    officer.press("Publish now")
    officer.done("is public now.")
    event = Event.objects.published().get()
    assert (event.cities.count(), event.groups.count(), bool(event.picture)) == (2, 1, True)
    assert "FREQ=YEARLY" in event.recurrence
    compare("3 event with picture, two cities, a group, two languages, a rule", officer.cost)


def test_cancel_one_date(officer, compare):
    event = EventFactory(title="Choir practice", recurrence="FREQ=WEEKLY")
    officer.goto("/admin/")
    officer.follow("Events")
    officer.click(officer.page.locator("#result_list a[href*='/dates/']").first)
    officer.click(officer.page.locator("#content-main input[type=checkbox]:visible").first)
    officer.fill(officer.page.locator("[name=note_0]:visible").first, "The hall is being painted.")
    officer.press("Cancel the ticked dates")
    officer.done("cancel")
    assert event.changes.get().is_cancelled
    compare("4 cancel one date of a series", officer.cost)


def test_postpone_an_event(officer, compare):
    event = EventFactory(title="Spring concert")
    officer.goto("/admin/")
    officer.follow("Events")
    officer.click(officer.page.locator("#result_list a[href*='/dates/']").first)
    officer.press("Postpone it, without a new date yet")
    officer.done("postponed")
    event.refresh_from_db()
    assert event.status == "postponed"
    compare("4 postpone an event", officer.cost)


def test_pdf_issue_of_a_group(officer, compare, tmp_path):
    group = LinkGroupFactory(name="Choir")
    path = tmp_path / "Choir news, May 2026.pdf"
    path.write_bytes(saved(pdf_of_lines("Choir news")))
    officer.goto("/admin/")
    officer.follow("Add the PDF of an issue")
    # Choosing it is enough.
    officer.give(".file-drop [type=file]", path)
    officer.page.locator("#issue_form").wait_for()
    if not officer.page.locator("[name=year]").input_value():
        officer.fill("[name=year]", "2026")
    officer.choose("[name=group]", "Choir")
    officer.press("Publish")
    officer.page.locator(".messagelist .success").wait_for()
    assert Newsletter.objects.published().get().group == group
    compare("5 PDF issue of a group", officer.cost)


def test_last_article_first(officer, compare):
    issue = NewsletterFactory(draft=True, title="Spring")
    for position, title in enumerate(("One", "Two", "Three", "Four")):
        ArticleFactory(newsletter=issue, title=title, position=position)
    officer.goto("/admin/")
    officer.follow("Newsletters")
    officer.follow("Spring")
    officer.press("Move to the top: Four")
    officer.press("Publish now")
    officer.done("is public now.")
    assert str(issue.articles.first().title) == "Four"
    compare("6 last article of an issue first", officer.cost)


@pytest.fixture
def five(council):
    group = LinkGroupFactory(name="Choir")
    group.cities.add(CityFactory(name="Bonn"))
    ContactFactory(group=group, receives_messages=True)
    made = [ApplicationFactory() for _number in range(5)]
    for application in made:
        application.cities.set(group.cities.all())
    return made


def states():
    return sorted(Application.objects.values_list("state", flat=True))


def test_five_applications_contacted(officer, five, compare):
    officer.goto("/admin/")
    officer.follow("Answer offers to help")
    officer.click("#choose-all")
    officer.click(officer.page.locator("[name=several][value=contacted]"))
    officer.page.locator(".messagelist .success").wait_for()
    assert states() == ["contacted"] * 5
    compare("8 five applications: contacted", officer.cost)


def test_five_applications_passed_on(officer, five, compare):
    officer.goto("/admin/")
    officer.follow("Answer offers to help")
    officer.click("#choose-all")
    officer.click(officer.page.locator("[name=several][value=passed]"))
    officer.page.locator(".messagelist .success").wait_for()
    assert states() == ["passed"] * 5
    compare("8 five applications: passed on", officer.cost)


def test_five_applications_exported(officer, five, compare):
    officer.goto("/admin/")
    officer.follow("Answer offers to help")
    with officer.page.expect_download():
        officer.click(officer.page.locator("[name=file][value=csv]"))
    compare("8 five applications: exported", officer.cost)


def test_application_declined_with_a_letter(officer, five, compare):
    officer.goto("/admin/")
    officer.follow("Answer offers to help")
    officer.click(officer.page.get_by_role("link", name="Decline…").first)
    officer.fill(officer.page.locator("textarea:visible").last, "Thank you for your offer.")
    officer.press("Enter this state")
    officer.page.locator(".messagelist .success").wait_for()
    assert states().count("declined") == 1
    compare("8 five applications: declined with a letter", officer.cost)


def test_notice_till_friday(officer, compare):
    officer.goto("/admin/")
    officer.follow("Show a notice on every page")
    officer.fill("#id_text_0", "The office is closed.")
    friday = timezone.localdate() + timedelta(days=7)
    officer.fill("#id_ends_at_0", friday.strftime("%d/%m/%Y"))
    officer.press("Save")
    officer.page.locator(".messagelist .success").wait_for()
    compare("9 notice till Friday", officer.cost)


def test_move_an_address(officer, compare):
    page = PageFactory(title="Visits", slug="visits")
    officer.goto(page.get_absolute_url())
    officer.follow("Edit this page")
    officer.fill("#id_slug", "visits-and-hosts")
    officer.press("Publish changes")
    officer.done("is saved, and the public sees it.")
    compare("9 move an address", officer.cost)


def test_where_a_picture_is_used(officer, compare):
    picture = PictureFactory(alt="Dancers")
    CityFactory(name="Bonn", picture=picture)
    officer.goto("/admin/")
    officer.fill("#officers-search input[type=search], header input[type=search]", "Dancers")
    officer.page.keyboard.press("Enter")
    officer.clicks += 1
    officer.click(officer.page.locator("#content-main").get_by_role("link", name="Dancers").first)
    officer.done("City: Bonn")
    assert Picture.objects.get() == picture
    compare("9 where is a picture used", officer.cost)


def test_colleague_for_one_group_only(officer, compare, django_user_model):
    django_user_model.objects.update(is_superuser=True)
    LinkGroupFactory(name="Choir")
    officer.goto("/admin/")
    officer.click(officer.page.locator("a[href$='/invitation/add/']").last)
    officer.fill("#id_email", "writer@example.org")
    officer.click(officer.page.locator("#id_role label", has_text="Writer:"))
    officer.click(officer.page.locator(".field-groups .select2-selection"))
    officer.click(officer.page.get_by_role("option", name="Choir"))
    officer.click(officer.page.locator("#content-main [type=submit]:visible").first)
    officer.page.locator(".messagelist .success").wait_for()
    compare("10 a colleague for one group only", officer.cost)
