"""A new file of a public document waits in its draft, with a preview."""

import pytest
from django.urls import reverse
from django.utils import timezone

from content.drafts.preview_links import make_link
from content.models import Draft
from tests.browser.officers_window import sign_in
from tests.content.versions.things import address
from tests.factories.document import DocumentFactory, pdf_bytes
from tests.factories.officer import OfficerFactory


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_new_file_waits_and_is_seen_before_readers_get_it(new_page, axe, council, width, colours):
    document = DocumentFactory(title="Membership form")
    page = new_page(width=width, colours=colours)
    sign_in(page)
    page.goto(address(document, "change"))
    file = {"name": "new.pdf", "mimeType": "application/pdf", "buffer": pdf_bytes(pages=5)}
    page.locator("#id_file").set_input_files(file)
    page.get_by_role("button", name="Save draft", exact=True).click()
    page.locator(".messagelist .success").wait_for()

    assert Draft.objects.of(document).exists()
    document.refresh_from_db()
    assert document.pages == 2
    assert page.get_by_role("link", name="Open the file that waits").is_visible()
    axe(page)
    page.errors.clear()  # the style that axe puts into the page

    page.get_by_role("link", name="Preview").first.click()
    page.wait_for_load_state("networkidle")
    line = page.frame_locator(".preview-frame iframe").get_by_text("5 pages")
    assert line.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.errors.clear()  # the frame runs no scripts
    axe(page)
    page.errors.clear()
    waiting = page.get_by_role("link", name="Open the file that readers will get")
    answer = page.request.get(page.url.split("?")[0] + "page/file/")
    assert waiting.get_attribute("href") in answer.url
    assert answer.body().startswith(b"%PDF")

    token = make_link(document, OfficerFactory(), timezone.localdate())
    reviewer = new_page(width=width, colours=colours)
    reviewer.goto(reverse("content:preview-link", args=[token]))
    link = reviewer.get_by_role("link", name="Membership form")
    assert reviewer.evaluate("document.documentElement.scrollWidth <= innerWidth")
    axe(reviewer)
    reviewer.errors.clear()
    opened = reviewer.request.get(link.evaluate("link => link.href"))
    assert opened.body().startswith(b"%PDF")
