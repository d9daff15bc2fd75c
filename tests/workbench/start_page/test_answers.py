"""Each entry of the day sheet is answered in place, once, by those who may."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from content.models import EmailState, Version
from tests.factories.city import CityFactory
from tests.factories.enquiry import EnquiryFactory
from tests.factories.finding import FindingFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import NoticeFactory, PageFactory
from tests.factories.queued_email import QueuedEmailFactory
from tests.workbench.start_page.sheet import ANSWER, as_sent, entry_of, give, panels
from tests.workbench.way_back import carried, end_session, sign_in

pytestmark = pytest.mark.usefixtures("council")


def test_draft_is_published_with_a_version_and_a_message(officer, officer_client):
    draft = CityFactory(name="Bonn", draft=True)

    page = give(officer_client, draft, "publish_now")

    draft.refresh_from_db()
    assert draft.is_published
    assert "Published. 1 entry." in page
    assert Version.objects.of(draft).filter(user=officer).exists()
    assert "Drafts" not in panels(officer_client)


def test_page_is_taken_down(officer_client):
    leaving = CityFactory(expires_at=timezone.now() + timedelta(days=3))

    assert "Taken down." in give(officer_client, leaving, "take_down_now")

    leaving.refresh_from_db()
    assert not leaving.is_published


def test_example_text_is_counted_until_its_mark_is_off(officer, officer_client):
    marked = [CityFactory(example=True), *PageFactory.create_batch(9, example=True)]
    CityFactory(example=True, draft=True)
    assert "<h3>Example text is still live: 10</h3>" in officer_client.get("/admin/").text

    page = give(officer_client, marked[-1], "take_off_mark")

    marked[-1].refresh_from_db()
    assert not marked[-1].example
    assert "No longer marked as an example. 1 entry." in page
    assert Version.objects.of(marked[-1]).filter(user=officer).exists()
    assert "<h3>Example text is still live: 9</h3>" in page
    assert '/admin/pages/page/?example__exact=1&amp;state=live">pages: 8</a>' in page


def test_page_is_still_right_until_another_day(officer_client):
    today = timezone.localdate()
    city = CityFactory(name="Bonn", review_on=today - timedelta(days=3))
    before = city.updated_at

    page = give(officer_client, city, "still_right", day=f"{today + timedelta(days=90)}")

    city.refresh_from_db()
    assert city.review_on == today + timedelta(days=90)
    assert city.updated_at == before
    assert "is still right. You are asked again on" in page
    assert "Looked at: right until" in LogEntry.objects.get().change_message
    assert "Look at these again" not in panels(officer_client)


def test_notice_is_shown_to_the_end_of_another_day(officer_client):
    notice = NoticeFactory(ends_at=timezone.now() + timedelta(days=2))
    day = timezone.localdate() + timedelta(days=30)

    give(officer_client, notice, "shown_until", day=f"{day}")

    notice.refresh_from_db()
    assert timezone.localdate(notice.ends_at - timedelta(seconds=1)) == day


def test_letter_that_was_given_up_goes_out_again(officer_client):
    letter = QueuedEmailFactory(state=EmailState.GIVEN_UP)

    assert "1 e-mail goes out again." in give(officer_client, letter, "send_once_more")

    letter.refresh_from_db()
    assert letter.state == EmailState.QUEUED


def test_message_to_the_office_is_ticked_off(officer_client):
    message = EnquiryFactory()

    assert "1 message is marked as answered." in give(officer_client, message, "mark_answered")

    assert "Messages to answer" not in panels(officer_client)


def test_finding_is_called_fine(officer, officer_client):
    finding = FindingFactory()

    assert "Noted: 1 finding is fine" in give(officer_client, finding, "call_fine")

    finding.refresh_from_db()
    assert finding.dismissed_by == officer
    assert "Wording that ages" not in panels(officer_client)


def test_findings_are_for_those_who_may_change_their_page(officer_client):
    finding = FindingFactory(excerpt="Secret words")
    sent = as_sent(officer_client, finding, "call_fine")
    reader = client_with("view_page", "change_city")

    assert "Secret words" not in reader.get("/admin/").text
    assert "Secret words" not in reader.get("/admin/content/finding/").text
    assert "That is gone" in reader.post(ANSWER, sent, follow=True).text
    finding.refresh_from_db()
    assert finding.dismissed_at is None


@pytest.mark.parametrize("answer", ["publish_now", "still_right"])
def test_answer_that_is_sent_twice_counts_once(officer_client, answer):
    today = timezone.localdate()
    state = {"draft": True} if answer == "publish_now" else {"review_on": today}
    city = CityFactory(**state)
    sent = as_sent(officer_client, city, answer)
    officer_client.post(ANSWER, sent)
    entries = LogEntry.objects.count()

    page = officer_client.post(ANSWER, sent, follow=True)

    assert "Nothing was done" in page.text
    assert LogEntry.objects.count() == entries


def test_replayed_publication_does_not_undo_a_take_down(officer_client):
    city = CityFactory(draft=True)
    sent = as_sent(officer_client, city, "publish_now")
    officer_client.post(ANSWER, sent)
    city.refresh_from_db()
    city.expires_at = timezone.now()
    city.save()

    officer_client.post(ANSWER, sent)

    city.refresh_from_db()
    assert not city.is_published


def test_what_a_colleague_has_changed_meanwhile_is_not_published_unseen(officer_client):
    draft = CityFactory(draft=True)
    sent = as_sent(officer_client, draft, "publish_now")
    draft.summary = "Something else."
    draft.save()

    page = officer_client.post(ANSWER, sent, follow=True)

    draft.refresh_from_db()
    assert not draft.is_published
    assert "has been changed or answered since you opened the page" in page.text


def test_row_that_is_gone_meanwhile_is_told(officer_client):
    draft = CityFactory(draft=True)
    sent = as_sent(officer_client, draft, "publish_now")
    draft.delete()

    assert "That is gone" in officer_client.post(ANSWER, sent, follow=True).text


@pytest.mark.parametrize("day", ["", "tomorrow", "2026-02-31", "1999-01-01", "9999-12-31"])
def test_unusable_day_comes_back_with_what_was_typed(officer_client, day):
    city = CityFactory(review_on=timezone.localdate())

    page = officer_client.post(ANSWER, as_sent(officer_client, city, "still_right", day=day))

    assert page.status_code == 422
    assert f'value="{day}"' in page.text
    assert "Choose a day" in page.text or "Enter a day" in page.text


def client_with(*permissions: str) -> Client:
    user = OfficerFactory(groups=[])
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


def test_whoever_may_not_publish_has_no_button_and_no_way(officer_client):
    draft = CityFactory(draft=True)
    writer = client_with("view_city", "change_city")

    assert not entry_of(writer, draft).answers
    sent = as_sent(officer_client, draft, "publish_now")
    assert writer.post(ANSWER, sent).status_code == 403
    draft.refresh_from_db()
    assert not draft.is_published


def test_whoever_may_not_publish_sets_no_public_day(officer_client):
    group = LinkGroupFactory(review_on=timezone.localdate())
    editor = client_with("view_linkgroup", "change_linkgroup")

    assert not entry_of(editor, group).answers
    sent = as_sent(officer_client, group, "still_right")
    assert editor.post(ANSWER, sent).status_code == 403
    group.refresh_from_db()
    assert group.checked_on is None
    assert group.review_on == timezone.localdate()


def test_editor_may_look_at_a_draft_again_later(officer_client):
    draft = LinkGroupFactory(draft=True, review_on=timezone.localdate())
    editor = client_with("view_linkgroup", "change_linkgroup")

    entries = [entry for shown in panels(editor).values() for entry in shown]
    name = f"links.linkgroup:{draft.pk}"
    answers = [one.name for entry in entries if entry.row == name for one in entry.answers]
    assert "still_right" in answers


@pytest.mark.parametrize("permissions", [[], ["view_city"], ["change_page", "publish_page"]])
def test_people_with_few_rights_see_and_answer_nothing_else(officer_client, permissions):
    city = CityFactory(name="Secret", review_on=timezone.localdate())
    QueuedEmailFactory(state=EmailState.GIVEN_UP)
    EnquiryFactory(name="Secret writer")
    reader = client_with(*permissions)

    assert "Secret" not in reader.get("/admin/").text
    assert not panels(reader)
    sent = as_sent(officer_client, city, "still_right")
    refused = reader.post(ANSWER, sent, follow=True)
    assert refused.status_code == 403 or "That is gone" in refused.text
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"row": ""},
        {"row": "cities.city"},
        {"row": "cities.city:one"},
        {"row": "cities.city:99999999999999999999999"},
        {"row": "cities.city:²"},
        {"row": "sessions.session:1"},
        {"row": "no.app:1"},
        {"answer": ""},
        {"answer": "delete_selected"},
        {"answer": "shown_until"},
    ],
)
def test_answers_that_nobody_offers_are_not_found(officer_client, changes):
    city = CityFactory(review_on=timezone.localdate())

    response = officer_client.post(ANSWER, as_sent(officer_client, city, "still_right") | changes)

    assert response.status_code == 404
    assert not LogEntry.objects.exists()


def test_answer_by_address_alone_does_nothing(officer_client):
    city = CityFactory(review_on=timezone.localdate())

    officer_client.get(ANSWER, as_sent(officer_client, city, "still_right"))

    assert not LogEntry.objects.exists()


def test_answer_over_an_ended_session_is_kept_and_given_by_one_press(browser, officer):
    today = timezone.localdate()
    city = CityFactory(name="Bonn", review_on=today)
    day = f"{today + timedelta(days=77)}"
    sent = as_sent(browser, city, "still_right", day=day)
    csrf = {"csrfmiddlewaretoken": browser.get("/admin/").context["csrf_token"]}
    end_session(browser)

    page = browser.post(ANSWER, sent | {"csrfmiddlewaretoken": str(csrf["csrfmiddlewaretoken"])})
    page = sign_in(browser, page, officer)
    shown = browser.post(ANSWER, carried(page))

    assert "This is what you typed. It has not been saved yet." in shown.text
    assert f'value="{day}"' in shown.text
    assert 'value="still_right"' in shown.text
    city.refresh_from_db()
    assert city.review_on == today


def test_page_with_markup_in_its_name_is_told_as_text(officer_client):
    page = PageFactory(title="<b>Bold</b>", review_on=timezone.localdate())

    assert "<b>Bold" not in give(officer_client, page, "still_right")
