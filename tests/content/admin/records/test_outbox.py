import pytest
from django.contrib.admin.models import LogEntry

from content.models import EmailState, QueuedEmail
from tests.factories.delivery_attempt import DeliveryAttemptFactory
from tests.factories.queued_email import QueuedEmailFactory

LIST = "/admin/content/queuedemail/"


def test_state_and_tries_of_each_letter_are_shown(officer_client):
    letter = QueuedEmailFactory(subject="Stuck", state=EmailState.RETRYING, tries=3)
    DeliveryAttemptFactory(email=letter, error_type="ConnectionRefusedError")

    assert "waiting for another try" in officer_client.get(LIST).content.decode()
    page = officer_client.get(f"{LIST}{letter.pk}/change/").content.decode()
    assert "ConnectionRefusedError" in page
    assert 'name="text"' not in page


def test_letter_can_be_sent_again_and_history_does_not_name_the_recipient(officer_client):
    letter = QueuedEmailFactory(state=EmailState.GIVEN_UP, recipient="private@example.org")

    officer_client.post(LIST, {"action": "send_once_more", "_selected_action": [letter.pk]})

    letter.refresh_from_db()
    assert letter.state == EmailState.QUEUED
    assert LogEntry.objects.get().object_repr == f"#{letter.pk}"


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_whatever_its_length(officer_client, django_assert_num_queries, number):
    QueuedEmailFactory.create_batch(number)
    officer_client.get(LIST)

    with django_assert_num_queries(10):
        officer_client.get(LIST)


def test_no_email_can_be_written_by_hand(officer_client):
    assert officer_client.get(f"{LIST}add/").status_code == 403


def test_officer_may_delete_a_letter_for_good(officer_client):
    letter = QueuedEmailFactory()

    officer_client.post(f"{LIST}{letter.pk}/delete/", {"post": "yes"})

    assert not QueuedEmail.objects.exists()
