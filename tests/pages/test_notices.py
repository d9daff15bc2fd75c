"""Which notices stand on a page, and in which order."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests.factories.page import NoticeFactory
from twinning_site.pages.context_processors import shown_notices
from twinning_site.pages.models import NoticeLevel

pytestmark = pytest.mark.django_db

Level = NoticeLevel


def shown() -> list[str]:
    return [str(notice) for notice in shown_notices()]


def test_most_urgent_comes_first_and_the_newest_of_one_level():
    now = timezone.now()
    for text, level, days in [
        ("Warning", Level.WARNING, 2),
        ("Old information", Level.INFO, 3),
        ("Urgent", Level.URGENT, 4),
        ("New information", Level.INFO, 1),
    ]:
        NoticeFactory(text=text, level=level, starts_at=now - timedelta(days=days))

    assert shown() == ["Urgent", "Warning", "New information", "Old information"]


@pytest.mark.parametrize(("seconds", "is_shown"), [(-1, False), (0, True), (19, True), (20, False)])
def test_shown_from_its_beginning_until_its_end(seconds, is_shown):
    start = timezone.now() + timedelta(seconds=20)
    NoticeFactory(starts_at=start, ends_at=start + timedelta(seconds=20))

    with time_machine.travel(start + timedelta(seconds=seconds), tick=False):
        assert bool(shown()) is is_shown


def test_end_before_the_start_is_refused():
    notice = NoticeFactory.build(ends_at=timezone.now() - timedelta(days=2))

    with pytest.raises(ValidationError, match="It has to end after it starts"):
        notice.full_clean()
