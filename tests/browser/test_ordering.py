"""Rows that an officer puts in order, by buttons and by their handle."""

from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.officers_window import save, sign_in
from tests.factories.city import WebLinkFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.page import PageFactory
from twinning_site.pages.models import Page


def issue_of(*titles):
    issue = NewsletterFactory()
    for title in titles:
        ArticleFactory(newsletter=issue, title=title, body=f"<p>About {title}.</p>")
    return issue


def titles_of(issue):
    return [str(article.title) for article in issue.articles.all()]


def test_the_last_article_comes_first_with_its_text(officer_page):
    issue = issue_of("One", "Two", "Three", "Four")
    page = officer_page
    page.goto(reverse("admin:links_newsletter_change", args=[issue.pk]))
    page.wait_for_load_state("networkidle")

    page.get_by_role("button", name="Move to the top: Four").click()
    expect(page.get_by_text("Four is now number 1 of 4.")).to_be_attached()
    expect(page.get_by_role("button", name="Move down: Four")).to_be_focused()
    save(page)

    assert titles_of(issue) == ["Four", "One", "Two", "Three"]
    assert str(issue.articles.first().body) == "<p>About Four.</p>"


def test_an_article_is_dragged_by_its_handle(officer_page):
    issue = issue_of("One", "Two", "Three")
    page = officer_page
    page.goto(reverse("admin:links_newsletter_change", args=[issue.pk]))
    page.wait_for_load_state("networkidle")

    handles = page.locator(".order-buttons__handle")
    handles.nth(0).scroll_into_view_if_needed()
    start, end = handles.nth(0).bounding_box(), handles.nth(1).bounding_box()
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(end["x"] + 5, end["y"] + 20, steps=5)
    page.mouse.up()
    save(page)

    assert titles_of(issue) == ["Two", "One", "Three"]


def test_stored_rows_keep_their_numbers_when_a_new_one_is_removed(officer_page):
    city = WebLinkFactory(title="One").city
    WebLinkFactory(city=city, title="Two")
    page = officer_page
    page.goto(reverse("admin:cities_city_change", args=[city.pk]))
    group = page.locator("#web_links-group")

    for _ in range(2):
        group.locator(".add-row a").click()
    group.locator("[name=web_links-3-title_0]").fill("Three")
    group.locator("[name=web_links-3-url]").fill("https://example.org/three")
    page.get_by_role("button", name="Move to the top: Three").click()
    group.locator(".inline-deletelink").nth(1).click()
    save(page)

    assert [str(link.title) for link in city.web_links.all()] == ["Three", "One", "Two"]


def test_pages_are_put_in_order_in_their_list(officer_page):
    for title in ("One", "Two", "Three"):
        PageFactory(title=title, slug=title.lower())
    page = officer_page
    page.goto(reverse("admin:pages_page_changelist"))

    page.get_by_role("button", name="Move up: Two").click()
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator(".messagelist .success").wait_for()

    # By their names it was One, Three, Two.
    assert [str(one.title) for one in Page.objects.all()] == ["One", "Two", "Three"]
    page.goto(reverse("admin:pages_page_changelist") + "?q=one")
    expect(page.locator(".order-buttons")).to_have_count(0)


def test_the_position_is_a_number_without_scripts(new_page, council):
    issue = issue_of("One", "Two")
    page = new_page(javascript=False)
    sign_in(page)
    page.goto(reverse("admin:links_newsletter_change", args=[issue.pk]))

    page.locator("[name=articles-0-position]").fill("9")
    save(page)

    assert titles_of(issue) == ["Two", "One"]
