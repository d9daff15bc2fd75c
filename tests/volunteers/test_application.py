from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.application import ApplicationFactory
from volunteers.models import Application

pytestmark = pytest.mark.usefixtures("open_office")


@pytest.mark.parametrize(
    ("state", "days", "waiting", "overdue"),
    [
        ("new", 9, 9, False),
        ("new", 10, 10, True),
        ("contacted", 10, 10, False),
        ("passed", 30, 30, True),
        ("active", 900, None, False),
        ("withdrawn", 5, None, False),
    ],
)
def test_waiting_and_overdue_follow_the_state(application, state, days, waiting, overdue):
    application.state = state
    application.state_since = timezone.now() - timedelta(days=days, minutes=1)
    application.save()

    assert application.days_waiting == waiting
    assert application.is_overdue == overdue
    assert Application.objects.overdue().exists() == overdue
    assert Application.objects.waiting().exists() == (waiting is not None)


def test_held_application_waits_for_its_release_only(application):
    application.held_for = "links"
    application.save()

    assert application.days_waiting is None
    assert not Application.objects.waiting().exists()


def test_likely_duplicates_share_address_phone_or_name():
    first = ApplicationFactory(name="Zoë", email="zoe@example.org", phone="1")
    same = [
        ApplicationFactory(email="ZOE@example.org"),
        ApplicationFactory(phone="1"),
        ApplicationFactory(name="Zoë"),
    ]
    ApplicationFactory(phone="")

    assert set(Application.objects.like(first)) == set(same)
    assert not Application.objects.like(ApplicationFactory(name="Other", phone="")).exists()


@pytest.mark.parametrize(
    ("name", "other"),
    [("Łukasz Żak", "lukasz zak"), ("ZOË ÖZ", "Zoë Öz"), ("Jo Müller", "Jo Mueller")],
)
def test_likely_duplicates_spell_a_name_with_other_letters(name, other):
    first = ApplicationFactory(name=name, phone="")
    same = ApplicationFactory(name=other, phone="")

    assert list(Application.objects.like(first)) == [same]
    assert list(Application.objects.like(same)) == [first]
