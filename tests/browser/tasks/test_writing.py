"""What ten tasks of an officer cost: clicks, filled fields and pages, beside earlier figures.

A chosen entry of a list or a file counts as two clicks. `BEFORE` is version 0.1.0, and Wagtail 8
with a small site; both were counted by hand in the same way. Whoever clicks instead of typing
needs more of one and less of the other, so their sum is compared. `pytest` prints the table.
"""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from content.models import Picture
from events.models import Event
from links.models import Newsletter
from tests.browser.officers_window import PASSWORD, text_in
from tests.browser.tasks.counting import Officer
from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory
from tests.factories.picture import PictureFactory
from tests.officers_files import pdf_of_lines, saved


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
    officer.follow("Choir practice")
    officer.click(officer.page.locator("#content-main input[type=checkbox]:visible").first)
    officer.fill(officer.page.locator("[name=note_0]:visible").first, "The hall is being painted.")
    officer.press("Cancel the ticked dates")
    officer.done("cancel")
    assert event.changes.get().is_cancelled
    compare("4 cancel one date of a series", officer.cost)


def test_postpone_an_event(officer, compare):
    event = EventFactory(title="Spring concert")
    officer.goto("/admin/")
    officer.follow("Spring concert")
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


def test_corrected_file_of_an_issue(officer, compare, tmp_path):
    issue = NewsletterFactory(document=DocumentFactory(title="Choir news"))
    address = issue.document.get_absolute_url()
    path = tmp_path / "corrected.pdf"
    path.write_bytes(saved(pdf_of_lines("Choir news, corrected")))
    officer.goto(reverse("admin:content_document_changelist"))
    officer.follow("Choir news")
    officer.give("#id_file", path)
    officer.press("Save, and publish the changes")
    officer.page.locator(".messagelist .success").wait_for()
    issue.document.refresh_from_db()
    assert issue.document.get_absolute_url() == address
    compare("5 corrected file of an issue next day", officer.cost)


def test_picture_and_link_in_a_text(officer, compare):
    CityFactory(name="Bonn")
    PictureFactory(alt="A tower")
    page = PageFactory(body="<p>friends</p>")
    officer.goto(reverse("admin:pages_page_change", args=[page.pk]))
    text_in(officer.page).click()
    officer.click("#cke_id_body_0 .cke_button__librarypicture")
    officer.click(officer.page.get_by_role("dialog").get_by_text("A tower"))
    text_in(officer.page).locator("figure img").wait_for()
    compare("7 picture in a text", officer.cost)
    officer.press("Save draft")
    officer.done("Readers still see it as it was.")
    officer.begin()
    text_in(officer.page).get_by_text("friends").dblclick()
    officer.click("#cke_id_body_0 .cke_button__link")
    # The field has the focus once the box is there.
    expect(officer.page.get_by_role("dialog").get_by_role("combobox").first).to_be_focused()
    officer.page.keyboard.type("bonn")
    officer.fields += 1
    officer.click(officer.page.get_by_role("option", name="Bonn"))
    text_in(officer.page).locator("a").wait_for()
    compare("7 link to a page of the site", officer.cost)


def test_picture_that_is_used_is_deleted_and_comes_back(officer, compare):
    picture = PictureFactory(alt="Dancers")
    city = CityFactory(picture=picture)
    officer.goto(reverse("admin:content_picture_change", args=[picture.pk]))
    officer.follow("Delete")
    officer.done(str(city))
    officer.click(officer.page.locator("#content [type=submit]:visible").first)
    officer.page.locator(".messagelist li").first.wait_for()
    assert not Picture.objects.exists()
    compare("9 delete a picture that is used", officer.cost)
