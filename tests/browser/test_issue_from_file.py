"""The PDF of an issue, dropped on the form of its group."""

from django.urls import reverse

from links.models import Newsletter
from tests.factories.document import pdf_bytes
from tests.factories.group import LinkGroupFactory


def test_file_that_is_chosen_is_read_and_published(officer_page, axe, tmp_path):
    group = LinkGroupFactory()
    path = tmp_path / "Choir news, May 2026.pdf"
    path.write_bytes(pdf_bytes())
    page = officer_page
    page.goto(reverse("admin:links_linkgroup_change", args=[group.pk]))
    axe(page)

    page.get_by_label("The PDF of a new issue").set_input_files(path)
    page.get_by_text("Correct what is wrong.").wait_for()
    axe(page)
    page.get_by_role("button", name="Publish").click()
    page.locator(".messagelist .success").wait_for()

    issue = Newsletter.objects.get()
    assert (issue.group, issue.year, issue.month) == (group, 2026, 5)
    assert issue.is_published
