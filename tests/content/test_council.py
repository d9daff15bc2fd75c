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


def test_the_council_comes_with_its_pictures(django_assert_num_queries):
    CouncilFactory(logo=PictureFactory(), picture=PictureFactory())
    with django_assert_num_queries(1):
        council = Council.current()
        assert council.logo.file.name != council.picture.file.name


def test_there_is_only_one(council):
    with pytest.raises(IntegrityError):
        CouncilFactory()
