"""What is remembered holds for one version of the site, and for nothing that others do not see."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.signals import request_finished, request_started
from django.db import connection, transaction
from django.utils import translation

from content.models import Theme
from content.models.remembering import remembered as module
from content.models.remembering.remembered import remembered, remembered_rows
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
def test_request_that_is_older_than_a_change_leaves_nothing_to_the_next(names):
    """It goes on with the version that it began with, and drops what newer ones have made."""
    theme = ThemeFactory(name="Music")
    with Request():
        names()
        Theme.objects.filter(pk=theme.pk).update(name="Sport")
        elsewhere(lambda: names("!"))
        assert names("?") == ["Sport?"]

    with Request():
        assert [names(), names("!"), names("?")] == [["Sport"], ["Sport!"], ["Sport?"]]


@pytest.mark.django_db(transaction=True)
def test_rows_that_change_while_they_are_read_are_not_kept():
    theme = ThemeFactory(name="Music")

    @remembered
    def slow_name() -> str:
        name = str(Theme.objects.get().name)
        elsewhere(lambda: Theme.objects.filter(pk=theme.pk).update(name="Sport"))
        return name

    with Request():
        assert slow_name() == "Music"
    with Request():
        assert slow_name() == "Sport"


def elsewhere(work: Callable[[], object]) -> None:
    """Do what another request does at the same time, in a thread of its own."""

    def working() -> None:
        try:
            with Request():
                work()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        other.submit(working).result()


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


@pytest.mark.django_db(transaction=True)
def test_what_is_asked_for_stays_longest(names, asked, monkeypatch):
    monkeypatch.setattr(module, "MAX_VALUES", 6)
    with Request():
        for suffix in ["often", "1", "2", "often", "3", "4", "often", "5", "6", "often"]:
            names(suffix)
        names("1")

    assert asked == ["often", "1", "2", "3", "4", "5", "6", "1"]


def read_all(rows):
    return rows.all()


@pytest.mark.django_db(transaction=True)
def test_rows_come_in_the_order_of_their_keys_and_are_read_once(django_assert_num_queries):
    keys = [ThemeFactory(name=name).pk for name in ("Art", "Music", "Sport")]
    with Request():
        remembered_rows(Theme, keys[:2], read_all)
    with Request(), django_assert_num_queries(2):  # the version, and what is missing
        themes = remembered_rows(Theme, reversed(keys), read_all)

    assert [str(theme.name) for theme in themes] == ["Sport", "Music", "Art"]


@pytest.mark.django_db(transaction=True)
def test_changed_row_is_read_again():
    theme = ThemeFactory(name="Music")
    with Request():
        remembered_rows(Theme, [theme.pk], read_all)

    Theme.objects.filter(pk=theme.pk).update(name="Sport")

    with Request():
        assert str(remembered_rows(Theme, [theme.pk], read_all)[0].name) == "Sport"


@pytest.mark.django_db
def test_row_that_is_gone_since_its_key_was_read_is_left_out():
    theme = ThemeFactory()

    assert remembered_rows(Theme, [theme.pk, theme.pk + 1], read_all) == [theme]


@pytest.mark.django_db
def test_nothing_is_remembered_outside_requests(names, asked):
    names(), names()

    assert len(asked) == 2
