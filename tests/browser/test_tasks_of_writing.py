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
from tests.browser.task_costs import Officer
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


def test_sign_in_and_know_what_today_asks(new_page, council, compare_cost):
    ApplicationFactory(name="Ann Lee")
    account = OfficerFactory()
    counted = Officer(new_page())
    counted.page.goto("/admin/")
    counted.fill("#id_username", account.username)
    counted.fill("#id_password", PASSWORD)
    counted.press("Log in")
    counted.done("Ann Lee")
    compare_cost("1 sign in, know what today asks", counted.cost)


def test_correct_a_word_on_a_live_page(counted, compare_cost):
    city = CityFactory(summary="A tpyo.")
    counted.goto(reverse("admin:cities_city_change", args=[city.pk]))
    # Once for each person: it stays open.
    counted.press("Preview beside the form")
    counted.goto(city.get_absolute_url())
    counted.follow("Edit this page")
    counted.fill("#id_summary_0", "A typo.")
    shown = counted.page.frame_locator("iframe[name=preview-beside]")
    shown.get_by_text("A typo.").first.wait_for()
    counted.press("Publish changes")
    counted.done("is saved, and the public sees it.")
    counted.page.errors.clear()  # the frame runs no scripts
    city.refresh_from_db()
    assert str(city.summary) == "A typo."
    compare_cost("2 correct a word on a live page, look at it, publish", counted.cost)


def test_event_that_repeats(counted, compare_cost):
    for name in ("Bonn", "Leiden"):
        CityFactory(name=name)
    LinkGroupFactory(name="Choir")
    PictureFactory(alt="Dancers")
    counted.goto("/admin/")
    counted.follow("Announce an event")
    counted.fill("#id_title_0", "Spring concert")
    counted.fill("#id_summary_0", "With both choirs.")
    day = timezone.localdate().replace(month=5, day=8) + timedelta(days=366)
    saturday = day + timedelta(days=(5 - day.weekday()) % 7)
    counted.fill("#id_starts_at_0", saturday.strftime("%d/%m/%Y"))
    counted.fill("#id_starts_at_1", "19:00")
    rule = counted.page.locator("#id_repeats option", has_text="second Saturday in May")
    counted.choose("#id_repeats", rule.inner_text())
    counted.fill("#id_place_0", "Town Hall")
    counted.click(counted.page.locator(".field-picture .select2-selection"))
    counted.click(counted.page.get_by_role("option", name="Dancers"))
    for name in ("Bonn", "Leiden", "Choir"):
        counted.click(counted.page.get_by_label(name, exact=True))
    counted.fill("#id_booking_url", "https://tickets.example.org/")
    counted.click(counted.page.get_by_role("button", name="German"))
    counted.fill("#id_title_1", "Frühlingskonzert")
    counted.fill("#id_summary_1", "Mit beiden Chören.")
    counted.fill("#id_place_1", "Rathaus")
    counted.press("Publish now")
    counted.done("is public now.")
    event = Event.objects.published().get()
    assert (event.cities.count(), event.groups.count(), bool(event.picture)) == (2, 1, True)
    assert "FREQ=YEARLY" in event.recurrence
    compare_cost("3 event with picture, two cities, a group, two languages, a rule", counted.cost)


def test_cancel_one_date(counted, compare_cost):
    event = EventFactory(title="Choir practice", recurrence="FREQ=WEEKLY")
    counted.goto("/admin/")
    counted.follow("Choir practice")
    counted.click(counted.page.locator("#content-main input[type=checkbox]:visible").first)
    counted.fill(counted.page.locator("[name=note_0]:visible").first, "The hall is being painted.")
    counted.press("Cancel the ticked dates")
    counted.done("cancel")
    assert event.changes.get().is_cancelled
    compare_cost("4 cancel one date of a series", counted.cost)


def test_postpone_an_event(counted, compare_cost):
    event = EventFactory(title="Spring concert")
    counted.goto("/admin/")
    counted.follow("Spring concert")
    counted.press("Postpone it, without a new date yet")
    counted.done("postponed")
    event.refresh_from_db()
    assert event.status == "postponed"
    compare_cost("4 postpone an event", counted.cost)


def test_pdf_issue_of_a_group(counted, compare_cost, tmp_path):
    group = LinkGroupFactory(name="Choir")
    path = tmp_path / "Choir news, May 2026.pdf"
    path.write_bytes(saved(pdf_of_lines("Choir news")))
    counted.goto("/admin/")
    counted.follow("Add the PDF of an issue")
    # Choosing it is enough.
    counted.give(".file-drop [type=file]", path)
    counted.page.locator("#issue_form").wait_for()
    if not counted.page.locator("[name=year]").input_value():
        counted.fill("[name=year]", "2026")
    counted.choose("[name=group]", "Choir")
    counted.press("Publish")
    counted.page.locator(".messagelist .success").wait_for()
    assert Newsletter.objects.published().get().group == group
    compare_cost("5 PDF issue of a group", counted.cost)


def test_issue_of_four_articles(counted, compare_cost):
    LinkGroupFactory(name="Choir")
    counted.goto("/admin/")
    counted.follow("Add a newsletter")
    counted.fill("#id_title_0", "Spring")
    counted.click(counted.page.locator(".field-group .select2-selection"))
    counted.click(counted.page.get_by_role("option", name="Choir"))
    counted.fill("#id_summary_0", "What the choir did in spring.")
    counted.fill("#id_year", "2026")
    for number, title in enumerate(("One", "Two", "Three", "Four")):
        counted.click(counted.page.get_by_role("button", name="Add another Article"))
        counted.fill(f"#id_articles-{number}-title_0", title)
        editor = f"#cke_id_articles-{number}-body_0 iframe"
        counted.fill(counted.page.frame_locator(editor).locator("body"), "What happened.")
    counted.press("Publish now")
    counted.done("is public now.")
    assert Newsletter.objects.published().get().articles.count() == 4
    compare_cost("6 issue of four articles", counted.cost)


def test_last_article_first(counted, compare_cost):
    issue = NewsletterFactory(draft=True, title="Spring")
    for position, title in enumerate(("One", "Two", "Three", "Four")):
        ArticleFactory(newsletter=issue, title=title, position=position)
    counted.goto("/admin/")
    counted.follow("Newsletters")
    counted.follow("Spring")
    counted.press("Move to the top: Four")
    counted.press("Publish now")
    counted.done("is public now.")
    assert str(issue.articles.first().title) == "Four"
    compare_cost("6 last article of an issue first", counted.cost)


def test_notice_till_friday(counted, compare_cost):
    counted.goto("/admin/")
    counted.follow("Show a notice on every page")
    counted.fill("#id_text_0", "The office is closed.")
    friday = timezone.localdate() + timedelta(days=7)
    counted.fill("#id_ends_at_0", friday.strftime("%d/%m/%Y"))
    counted.press("Save")
    counted.page.locator(".messagelist .success").wait_for()
    compare_cost("9 notice till Friday", counted.cost)


def test_move_an_address(counted, compare_cost):
    page = PageFactory(title="Visits", slug="visits")
    counted.goto(page.get_absolute_url())
    counted.follow("Edit this page")
    counted.fill("#id_slug", "visits-and-hosts")
    counted.press("Publish changes")
    counted.done("is saved, and the public sees it.")
    compare_cost("9 move an address", counted.cost)


def test_where_a_picture_is_used(counted, compare_cost):
    picture = PictureFactory(alt="Dancers")
    CityFactory(name="Bonn", picture=picture)
    counted.goto("/admin/")
    counted.fill("#officers-search input[type=search], header input[type=search]", "Dancers")
    counted.page.keyboard.press("Enter")
    counted.clicks += 1
    counted.click(counted.page.locator("#content-main").get_by_role("link", name="Dancers").first)
    counted.done("City: Bonn")
    assert Picture.objects.get() == picture
    compare_cost("9 where is a picture used", counted.cost)


def test_corrected_file_of_an_issue(counted, compare_cost, tmp_path):
    issue = NewsletterFactory(document=DocumentFactory(title="Choir news"))
    address = issue.document.get_absolute_url()
    path = tmp_path / "corrected.pdf"
    path.write_bytes(saved(pdf_of_lines("Choir news, corrected")))
    counted.goto(reverse("admin:content_document_changelist"))
    counted.follow("Choir news")
    counted.give("#id_file", path)
    counted.press("Publish changes")
    counted.page.locator(".messagelist .success").wait_for()
    issue.document.refresh_from_db()
    assert issue.document.get_absolute_url() == address
    compare_cost("5 corrected file of an issue next day", counted.cost)


def test_picture_and_link_in_a_text(counted, compare_cost):
    CityFactory(name="Bonn")
    PictureFactory(alt="A tower")
    page = PageFactory(body="<p>friends</p>")
    counted.goto(reverse("admin:pages_page_change", args=[page.pk]))
    text_in(counted.page).click()
    counted.click("#cke_id_body_0 .cke_button__librarypicture")
    counted.click(counted.page.get_by_role("dialog").get_by_text("A tower"))
    text_in(counted.page).locator("figure img").wait_for()
    compare_cost("7 picture in a text", counted.cost)
    counted.press("Save draft")
    counted.done("Readers still see it as it was.")
    counted.begin()
    text_in(counted.page).get_by_text("friends").dblclick()
    counted.click("#cke_id_body_0 .cke_button__link")
    # The field has the focus once the box is there.
    expect(counted.page.get_by_role("dialog").get_by_role("combobox").first).to_be_focused()
    counted.page.keyboard.type("bonn")
    counted.fields += 1
    counted.click(counted.page.get_by_role("option", name="Bonn"))
    text_in(counted.page).locator("a").wait_for()
    compare_cost("7 link to a page of the site", counted.cost)


def test_picture_that_is_used_is_deleted_and_comes_back(counted, compare_cost):
    picture = PictureFactory(alt="Dancers")
    city = CityFactory(picture=picture)
    counted.goto(reverse("admin:content_picture_change", args=[picture.pk]))
    counted.follow("Delete")
    counted.done(str(city))
    counted.click(counted.page.locator("#content [type=submit]:visible").first)
    counted.page.locator(".messagelist li").first.wait_for()
    assert not Picture.objects.exists()
    compare_cost("9 delete a picture that is used", counted.cost)
