import pytest
from django.contrib.auth.models import Permission

from content.models import ErasureRecord, QueuedEmail
from tests.factories.enquiry import EnquiryFactory
from tests.factories.feedback import FeedbackFactory
from tests.factories.officer import OfficerFactory
from tests.factories.queued_email import QueuedEmailFactory
from twinning_site.pages.models import Enquiry, Feedback

pytestmark = pytest.mark.usefixtures("council")


def test_message_is_read_with_its_letters_and_not_rewritten(officer_client):
    enquiry = EnquiryFactory(message="May I come?")
    letter = QueuedEmailFactory(subject="Re")
    enquiry.mails.add(letter)

    page = officer_client.get(f"/admin/pages/enquiry/{enquiry.pk}/change/").content.decode()

    assert "May I come?" in page
    assert f"/admin/content/queuedemail/{letter.pk}/change/" in page
    assert 'name="message"' not in page


def test_held_messages_are_released_from_the_list(officer_client):
    enquiry = EnquiryFactory(held_for="trap")
    data = {"action": "release", "_selected_action": [enquiry.pk]}

    officer_client.post("/admin/pages/enquiry/", data)

    assert QueuedEmail.objects.count() == 2
    assert not Enquiry.objects.held().exists()


def test_deleting_a_message_erases_its_letters(officer_client):
    enquiry = EnquiryFactory()
    enquiry.mails.add(QueuedEmailFactory())

    officer_client.post(f"/admin/pages/enquiry/{enquiry.pk}/delete/", {"post": "yes"})

    assert not QueuedEmail.objects.exists()
    assert ErasureRecord.objects.get().what == "enquiry"


def test_overview_tells_which_pages_trouble_people(officer_client):
    FeedbackFactory(page="/cities/", rating="poor")
    FeedbackFactory(page="", rating="good")

    page = officer_client.get("/admin/pages/feedback/by-page/").content.decode()

    assert '<a href="/cities/">/cities/</a>' in page
    assert "no page given" in page
    assert "by-page/" in officer_client.get("/admin/pages/feedback/").content.decode()


def test_held_feedback_counts_once_it_is_released(officer_client):
    row = FeedbackFactory(held_for="fast")
    data = {"action": "release", "_selected_action": [row.pk]}

    officer_client.post("/admin/pages/feedback/", data)

    assert not Feedback.objects.held().exists()


def test_what_people_sent_is_for_those_who_may_see_it(client):
    EnquiryFactory(reference="MSG-7K3Q-9X", held_for="fast")
    FeedbackFactory(held_for="fast")
    colleague = OfficerFactory(groups=[])
    colleague.user_permissions.add(Permission.objects.get(codename="view_application"))
    client.force_login(colleague)

    start = client.get("/admin/").content.decode()

    assert client.get("/admin/pages/feedback/by-page/").status_code == 403
    assert "Kept aside" not in start
    assert "MSG-7K3Q-9X" not in start
