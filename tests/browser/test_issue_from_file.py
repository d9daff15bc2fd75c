"""The PDF of an issue, dropped on the form of its group, or handed in by the group itself."""

import pytest
from django.urls import reverse

from links.models import Newsletter
from tests.factories.document import pdf_bytes
from tests.factories.drop_box import DropBoxFactory
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


def test_officer_gives_a_drop_box_link_on_an_accessible_page(officer_page, axe):
    page = officer_page
    page.goto(reverse("admin:links_linkgroup_drop_box", args=[LinkGroupFactory().pk]))
    axe(page)

    page.get_by_role("button", name="Make a link").click()

    assert "/drop-box/" in page.get_by_label("The link. Copy it now").input_value()
    axe(page)


@pytest.mark.parametrize(("width", "colours"), [(1280, "dark"), (360, "light")])
def test_group_hands_in_an_issue_on_an_accessible_page(
    new_page, axe, council, tmp_path, width, colours
):
    DropBoxFactory(key="key-of-bonn")
    path = tmp_path / "Choir news, May 2026.pdf"
    path.write_bytes(pdf_bytes())
    page = new_page(width=width, colours=colours)
    page.goto(reverse("links:drop-box", kwargs={"token": "key-of-bonn"}))
    axe(page)

    page.get_by_role("button", name="Read the file").click()
    page.get_by_role("alert").first.wait_for()
    axe(page)
    # A form with errors is answered with 422, which the browser notes.
    page.errors[:] = [error for error in page.errors if "status of 422" not in error]
    page.get_by_label("The PDF of the issue").set_input_files(path)
    page.get_by_role("button", name="Read the file").click()
    page.get_by_text("Correct what is wrong.").wait_for()
    axe(page)
    page.get_by_role("button", name="Hand it in").click()

    page.get_by_text("waits for release").wait_for()
    axe(page)
    assert not Newsletter.objects.get().is_published
