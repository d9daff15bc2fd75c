import pytest
from django.db import IntegrityError

from content.models import Council
from tests.factories.council import CouncilFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.django_db


def test_a_new_council_is_known_at_once():
    assert Council.current() is None
    CouncilFactory(name="Oxford City Council")

    assert str(Council.current()) == "Oxford City Council"


def test_without_a_council_the_office_has_no_mailbox():
    with pytest.raises(Council.DoesNotExist):
        Council.office_email()


def test_a_change_is_seen_in_the_same_transaction(council):
    Council.current()
    council.phone = "01865 1"
    council.save()

    assert Council.current().phone == "01865 1"


def test_a_new_file_of_the_logo_is_seen_at_once():
    logo = PictureFactory()
    CouncilFactory(logo=logo)
    Council.current()
    logo.file = PictureFactory.build().file
    logo.save()

    assert Council.current().logo.file.name == logo.file.name


def test_the_council_is_read_once(council, django_assert_num_queries):
    with django_assert_num_queries(1):
        Council.current()
        Council.current()


def test_there_is_only_one(council):
    with pytest.raises(IntegrityError):
        CouncilFactory()
