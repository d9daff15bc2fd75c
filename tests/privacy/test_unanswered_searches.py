"""Words that were searched for in vain are erased by themselves, and with the person they name."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from tests.factories.application import ApplicationFactory
from tests.factories.unanswered_search import UnansweredSearchFactory
from twinning_site.privacy.erasure import erase_person
from twinning_site.privacy.retention import erase_due
from twinning_site.search.models import UnansweredSearch

pytestmark = pytest.mark.usefixtures("council")


def words() -> list[str]:
    return list(UnansweredSearch.objects.order_by("words").values_list("words", flat=True))


@pytest.mark.parametrize(
    ("days", "last_day", "month", "is_kept"),
    [
        (2, date(2026, 10, 28), date(2026, 10, 1), True),
        (2, date(2026, 10, 27), date(2026, 10, 1), False),
        (3, date(2026, 9, 1), date(2026, 9, 1), True),
        (3, date(2026, 11, 27), date(2026, 8, 1), False),
        (90, date(2026, 11, 27), date(2026, 8, 1), False),
    ],
)
def test_rare_words_go_after_30_days_and_all_after_90(time_machine, days, last_day, month, is_kept):
    time_machine.move_to("2026-11-27T12:00Z")
    UnansweredSearchFactory(words="allotment", days=days, last_day=last_day, month=month)

    erased = erase_due()

    assert words() == (["allotment"] if is_kept else [])
    assert erased.get("searches", 0) == (0 if is_kept else 1)


def test_dry_run_tells_their_number_and_no_words(time_machine):
    time_machine.move_to("2026-11-27T12:00Z")
    UnansweredSearchFactory(words="allotment", month=date(2026, 8, 1))
    out = StringIO()

    call_command("nightly", "--dry-run", stdout=out)

    assert "searches: 1\n" in out.getvalue()
    assert "allotment" not in out.getvalue()


def test_name_of_an_erased_person_is_erased():
    ApplicationFactory(name="Ada  LOVELACE", email="ada@example.org")
    for typed in ("ada lovelace", "choir ada lovelace", "ada lovelaces", "lovelace"):
        UnansweredSearchFactory(words=typed, days=1)

    assert erase_person("ada@example.org")["searches"] == 2

    assert words() == ["ada lovelaces", "lovelace"]


def test_person_without_a_name_erases_no_searches():
    ApplicationFactory(name="Ada", email="ada@example.org")
    UnansweredSearchFactory(words="ada")

    erase_person("ada@example.org")

    assert words() == ["ada"]
