"""Lists of the admin without a row, forms that are refused, and forms with everything open."""

import pytest
from django.urls import reverse

from tests.browser.officers_window import sign_in
from tests.factories.event import EventFactory

EMPTY_LISTS = ["cities_city", "links_newsletter", "events_event", "pages_page", "content_picture"]


@pytest.mark.parametrize("width", [1280, 360])
def test_empty_lists_and_refused_forms_are_accessible(new_page, axe, width, council):
    page = new_page(width=width)
    sign_in(page)
    found = []

    def look(what: str) -> None:
        page.wait_for_load_state("networkidle")
        # Whatever is folded is looked at, too.
        page.evaluate(
            "document.querySelectorAll('#content details').forEach(one => one.open = true)"
        )
        try:
            axe(page)
        except AssertionError as error:
            found.append(f"{what}: {error}")
        page.errors.clear()
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{what} scrolls sideways")

    for name in EMPTY_LISTS:
        page.goto(reverse(f"admin:{name}_changelist"))
        look(f"empty list {name}")
    for name in [*EMPTY_LISTS, "links_linkgroup"]:
        page.goto(reverse(f"admin:{name}_add"))
        for link in page.locator(".add-row a").all():
            link.click()
        look(f"form {name}")
        page.locator("#content-main form").first.evaluate("form => form.requestSubmit()")
        page.locator(".errornote").first.wait_for()
        look(f"refused form {name}")

    event = EventFactory(recurrence="FREQ=WEEKLY")
    for address in (
        reverse("admin:events_event_quick"),
        reverse("admin:events_event_dates_page", args=[event.pk]),
        reverse("admin:events_event_dates_page", args=[EventFactory().pk]),
    ):
        page.goto(address)
        look(address)

    assert not found, "\n".join(found)
