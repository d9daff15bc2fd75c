"""A group without an account hands in an issue by a link; nothing is public before its release."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from content.models import (
    AuditEntry,
    Document,
    QueuedEmail,
    ReleaseAnswer,
    ReleaseRequest,
    StagedUpload,
    Version,
)
from content.models.records.audit_entry import Deed
from links.models import DropBox, Newsletter
from tests.admin_forms import form_data
from tests.factories.group import LinkGroupFactory
from tests.factories.group_writer import writer_of
from tests.links.test_issue_from_file import issue_pdf
from tests.rights.roles_table import person
from twinning_site.serving.cleanup import delete_outdated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


def address(key: str = "key-of-bonn") -> str:
    return reverse("links:drop-box", kwargs={"token": key})


def read(client, name: str = "bulletin-2026-11.pdf", content: bytes | None = None, word: str = ""):
    file = SimpleUploadedFile(name, content or issue_pdf())
    return client.post(address(), {"file": file, "word": word})


def handed_in(client, **changes: str):
    return client.post(address(), form_data(read(client, word="The photos are ours.")) | changes)


def test_issue_waits_for_release_with_what_was_read_and_the_word(client, box, mailoutbox):
    data = form_data(read(client, word="The photos are ours."))
    assert (data["title"], data["language"]) == (["Bonn Bulletin"], ["de"])
    assert (data["year"], data["month"]) == (["2026"], ["11"])
    assert data["word"] == ["The photos are ours."]

    answer = client.post(address(), data | {"title": "Our Bulletin"}, follow=True)

    assert "Our Bulletin" in answer.text
    assert "waits for release" in answer.text
    issue = Newsletter.objects.get()
    assert issue.title.data == {"de": "Our Bulletin"}
    assert (issue.group, issue.year, issue.month) == (box.group, 2026, 11)
    assert issue.published_at is issue.document.published_at is None
    waiting = ReleaseRequest.objects.get()
    assert (waiting.submitted_by, waiting.word) == (None, "The photos are ours.")
    for row in (issue, issue.document):
        assert Version.objects.of(row).get().change_message == "Handed in by a drop box link."
    assert not StagedUpload.objects.exists()
    assert client.get(issue.get_absolute_url()).status_code == 404
    assert client.get(issue.document.get_absolute_url()).status_code == 404


def test_office_is_told_by_mail_and_on_the_day_sheet(client, box, officer_client):
    handed_in(client)

    letter = QueuedEmail.objects.get()
    assert letter.subject == "For release: Bonn Bulletin"
    assert "The group (by its drop box link) has written this" in letter.text
    assert "The photos are ours." in letter.text
    sheet = officer_client.get("/admin/").text
    assert "Bonn Bulletin" in sheet
    assert "by the group (by its drop box link)" in sheet


def test_release_publishes_the_issue_and_its_file(client, box, officer_client):
    handed_in(client)
    issue = Newsletter.objects.get()
    page = reverse("admin:links_newsletter_release", args=[issue.pk])

    state = officer_client.get(page).context["state_hash"]
    officer_client.post(page, {"state": state, "_release": "on", "word": "Thank you!"})

    assert "Bonn Bulletin" in client.get(issue.get_absolute_url()).text
    assert client.get(issue.document.get_absolute_url()).getvalue().startswith(b"%PDF")
    shown = client.get(address()).text
    assert "released" in shown
    assert "Thank you!" in shown
    assert QueuedEmail.objects.count() == 1  # There is nobody to tell by e-mail.


def test_what_is_sent_back_is_told_on_the_page_with_the_word(client, box, officer_client):
    handed_in(client)
    page = reverse("admin:links_newsletter_release", args=[Newsletter.objects.get().pk])

    state = officer_client.get(page).context["state_hash"]
    officer_client.post(page, {"state": state, "_send_back": "on", "word": "Page two is missing."})

    assert ReleaseRequest.objects.get().answer == ReleaseAnswer.SENT_BACK
    assert "Page two is missing." in client.get(address()).text
    assert not Newsletter.objects.published().exists()


def test_what_is_wrong_is_told_beside_the_field_and_the_file_kept(client, box):
    answer = handed_in(client, year="76")

    assert answer.status_code == 422
    assert "Error:" in answer.text
    assert "The photos are ours." in answer.text
    assert not Document.objects.exists()
    client.post(address(), form_data(answer) | {"year": "1976"})
    assert Newsletter.objects.get().year == 1976


def test_title_without_a_letter_for_an_address_takes_that_of_the_group(client, box):
    handed_in(client, title="★ ★ ★")

    assert Newsletter.objects.get().slug == f"{box.group.slug}-2026"


def test_second_press_of_the_button_hands_in_nothing_more(client, box):
    data = form_data(read(client))
    client.post(address(), data)

    answer = client.post(address(), data)

    assert answer.status_code == 409
    assert "handed in already" in answer.text
    assert Newsletter.objects.count() == 1


@pytest.mark.parametrize("key", ["unknown", "key-of-bonn-", "%00", "a" * 300])
def test_other_keys_open_nothing(client, box, key):
    answer = client.get(f"/drop-box/{key}/")

    assert answer.status_code == 404
    assert "Bonn Link" not in answer.text


def test_link_ends_on_its_day_and_is_deleted(client, box):
    DropBox.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert client.get(address()).status_code == 404
    delete_outdated()
    assert not DropBox.objects.exists()


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_staff": False}])
def test_link_dies_with_the_right_of_its_maker(client, box, change):
    for name, value in change.items():
        setattr(box.made_by, name, value)
    box.made_by.save()

    assert client.get(address()).status_code == 404


def test_old_page_keeps_what_was_typed_and_stores_nothing(box):
    strict = Client(enforce_csrf_checks=True)
    data = form_data(read(Client()))

    answer = strict.post(address(), data | {"title": "Typed"})

    assert answer.status_code == 403
    assert "Typed" in answer.text
    assert not Newsletter.objects.exists()
    token = {"csrfmiddlewaretoken": str(answer.context["csrf_token"])}
    assert strict.post(address(), form_data(answer) | token).status_code == 302


def test_page_is_for_nobody_else(client, box):
    answer = client.get(address())

    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer.headers["Cache-Control"]


def test_hand_in_is_in_the_audit_trail_with_the_link_that_was_used(client, box):
    handed_in(client)

    entry = AuditEntry.objects.get()
    assert (entry.what, entry.who) == (Deed.HANDED_IN, f"links.DropBox {box.pk}")
    assert entry.row == f"links.Newsletter {Newsletter.objects.get().pk}"
    assert entry.detail == f"drop box of links.LinkGroup {box.group_id}"


def test_officers_see_when_a_link_was_last_used(client, box, officer_client):
    names = ("drop_box", "change")
    pages = [reverse(f"admin:links_linkgroup_{name}", args=[box.group_id]) for name in names]
    assert all("not used yet" in officer_client.get(page).text for page in pages)

    read(client)

    assert all("last used on" in officer_client.get(page).text for page in pages)


def test_officer_gives_a_link_once_and_ends_it(client, officer_client):
    group = LinkGroupFactory()
    page = reverse("admin:links_linkgroup_drop_box", args=[group.pk])
    change = officer_client.get(reverse("admin:links_linkgroup_change", args=[group.pk])).text
    assert f'href="{page}"' in change

    link = officer_client.post(page, form_data(officer_client.get(page))).context["new_link"]

    assert client.get(link).status_code == 200
    assert link not in officer_client.get(page).text
    officer_client.post(page, {"end": str(DropBox.objects.get().pk)})
    assert client.get(link).status_code == 404
    shared = AuditEntry.objects.filter(what=Deed.SHARED).values_list("detail", flat=True)
    assert {detail.split(" 2")[0] for detail in shared} == {"drop box until", "drop box ended"}


@pytest.mark.parametrize("until", ["", "x", "2020-01-01", "2099-01-01"])
def test_day_of_the_link_is_checked(officer_client, until):
    page = reverse("admin:links_linkgroup_drop_box", args=[LinkGroupFactory().pk])

    assert "errorlist" in officer_client.post(page, {"until": until}).text
    assert not DropBox.objects.exists()


def test_writer_gives_links_of_own_groups_only(client):
    own, foreign = LinkGroupFactory(), LinkGroupFactory()
    client.force_login(writer_of(own))
    pages = [reverse("admin:links_linkgroup_drop_box", args=[one.pk]) for one in (own, foreign)]

    assert [client.get(page).status_code for page in pages] == [200, 404]


def test_whoever_may_not_write_issues_gives_none(client):
    group = LinkGroupFactory()
    client.force_login(person("data_protection", group))

    page = reverse("admin:links_linkgroup_drop_box", args=[group.pk])
    assert client.get(page).status_code in {403, 404}
