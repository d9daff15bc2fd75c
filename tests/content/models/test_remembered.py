"""What is remembered holds for one version of the site, and for nothing that others do not see."""

import pytest
from django.core.signals import request_finished, request_started
from django.db import transaction
from django.utils import translation

from content.models import Theme
from content.models.remembered import remembered
from tests.factories.theme import ThemeFactory


@pytest.fixture
def asked():
    return []


@pytest.fixture
def names(asked):
    @remembered
    def read_names(suffix: str = "") -> list[str]:
        asked.append(suffix)
        return [f"{theme.name}{suffix}" for theme in Theme.objects.all()]

    return read_names


class Request:
    def __init__(self, method: str = "GET") -> None:
        self.environ = {"REQUEST_METHOD": method}

    def __enter__(self) -> None:
        request_started.send(type(self), environ=self.environ)

    def __exit__(self, *error: object) -> None:
        request_finished.send(type(self))


@pytest.mark.django_db(transaction=True)
def test_requests_share_what_one_of_them_has_made(names, asked):
    ThemeFactory(name="Music")

    for _ in range(3):
        with Request():
            assert names() == ["Music"]

    assert len(asked) == 1


@pytest.mark.django_db(transaction=True)
def test_any_change_is_seen_by_the_next_request(names):
    theme = ThemeFactory(name="Music")
    with Request():
        names()

    Theme.objects.filter(pk=theme.pk).update(name="Sport")

    with Request():
        assert names() == ["Sport"]


@pytest.mark.django_db(transaction=True)
def test_arguments_and_languages_have_values_of_their_own(names, asked):
    ThemeFactory(name="Music")

    with Request():
        names(), names("!"), names(suffix="?")
        with translation.override("de"):
            names()

    assert asked == ["", "!", "?", ""]


@pytest.mark.django_db(transaction=True)
def test_request_that_may_write_remembers_nothing(names):
    theme = ThemeFactory(name="Music")

    with Request("POST"):
        names()
        Theme.objects.filter(pk=theme.pk).update(name="Sport")

        assert names() == ["Sport"]


@pytest.mark.django_db(transaction=True)
def test_what_was_rolled_back_is_never_seen_by_others(names):
    theme = ThemeFactory(name="Music")
    with Request(), transaction.atomic():
        Theme.objects.filter(pk=theme.pk).update(name="Never")
        assert names() == ["Never"]
        transaction.set_rollback(True)
    Theme.objects.filter(pk=theme.pk).update(name="Sport")

    with Request():
        assert names() == ["Sport"]


@pytest.mark.django_db
def test_nothing_is_remembered_outside_requests(names, asked):
    names(), names()

    assert len(asked) == 2
