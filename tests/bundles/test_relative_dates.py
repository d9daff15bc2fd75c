"""Dates of demos are told from the day of the load."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from events.models import Event
from links.models import Newsletter
from tests.bundles.folders import write_bundle
from tests.bundles.test_check import faults
from tests.bundles.test_load import load
from twinning_site.bundles.relative_dates import resolved

BERLIN = ZoneInfo("Europe/Berlin")
# It is Wednesday already in Berlin.
TUESDAY = datetime(2026, 3, 17, 23, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def tuesday(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: TUESDAY)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("+0 days", date(2026, 3, 18)),
        ("-1 day", date(2026, 3, 17)),
        ("+2 weeks", date(2026, 4, 1)),
        ("+0 days on wednesday", date(2026, 3, 18)),
        ("+0 days on tuesday", date(2026, 3, 24)),
        ("-3 weeks on sunday", date(2026, 3, 1)),
        ("+14 days on 1st wednesday of month", date(2026, 4, 1)),
        ("+14 days on 4th tuesday of month", date(2026, 4, 28)),
        ("+0 days on 2nd thursday of month 19:30", datetime(2026, 3, 12, 19, 30, tzinfo=BERLIN)),
        ("+14 days 19:00", datetime(2026, 4, 1, 19, tzinfo=BERLIN)),
        ("+1 week on saturday 09:30", datetime(2026, 3, 28, 9, 30, tzinfo=BERLIN)),
    ],
)
def test_date_is_reckoned_from_today(words, expected):
    assert resolved(words, BERLIN) == expected


@pytest.mark.parametrize(
    "words",
    [
        *("", "tomorrow", "14 days", "+14", "+1 month", "+14 days 24:00", "+14 days 9:00"),
        *("+99999 days", "+1 days on Samstag", " +1 days", "+1 days\n", "+١ days", "+1 days 1"),
        *("+1 days on 5th sunday of month", "+1 days on 1st sunday", "+1 days on sunday of month"),
    ],
)
def test_other_words_are_no_date(words):
    assert resolved(words, BERLIN) is None


@pytest.mark.django_db
class TestInFiles:
    def event(self, starts, ends):
        facts = f'starts_at = "{starts}"\nends_at = "{ends}"\ntime_zone = "Europe/Berlin"\n'
        texts = 'title = "Choir"\nsummary = "Sings."\n'
        return {"events/choir.toml": facts, "events/choir.en.toml": texts}

    def test_event_starts_in_its_own_time_zone(self, tmp_path):
        load(write_bundle(tmp_path, self.event("+1 week 19:00", "+1 week 21:00")))

        assert Event.objects.get().starts_at == datetime(2026, 3, 25, 18, tzinfo=UTC)

    def test_later_load_moves_it_on(self, tmp_path, monkeypatch):
        folder = write_bundle(tmp_path, self.event("+1 week 19:00", "+1 week 21:00"))
        load(folder)
        monkeypatch.setattr(timezone, "now", lambda: TUESDAY.replace(day=20))
        load(folder)

        assert Event.objects.get().starts_at == datetime(2026, 3, 28, 18, tzinfo=UTC)

    def test_time_of_day_is_needed_where_a_date_has_one(self, tmp_path):
        found = faults(write_bundle(tmp_path, self.event("+1 week", "soon")))

        assert [fault for fault in found if fault.startswith("events/choir.toml:1: starts_at: has")]
        assert [fault for fault in found if fault.endswith("or “+14 days 19:00”")]

    def test_day_takes_no_time(self, tmp_path):
        page = {
            "pages/x.toml": 'review_on = "+1 week 19:00"\n',
            "pages/x.en.toml": 'title = "X"\nbody = "<p>X</p>"\n',
        }

        [fault] = faults(write_bundle(tmp_path, page))
        assert fault.startswith("pages/x.toml:1: review_on: has to be a date")

    def test_month_and_year_are_those_of_the_day(self, tmp_path):
        issue = {
            "newsletters/news.toml": 'year = "-3 weeks"\nmonth = "-3 weeks"\n',
            "newsletters/news.en.toml": 'title = "News"\n',
        }
        load(write_bundle(tmp_path, issue))

        assert Newsletter.objects.values_list("year", "month").get() == (2026, 2)

    @pytest.mark.parametrize("words", ["soon", "+1 week 19:00"])
    def test_other_words_are_no_month(self, tmp_path, words):
        issue = {
            "newsletters/news.toml": f'year = 2026\nmonth = "{words}"\n',
            "newsletters/news.en.toml": 'title = "News"\n',
        }

        assert faults(write_bundle(tmp_path, issue)) == [
            "newsletters/news.toml:2: month: has to be a whole number, or “+14 days”"
        ]

    def test_event_without_a_time_zone_has_that_of_the_bundle(self, tmp_path):
        files = self.event("+1 week 19:00", "+1 week 21:00")
        files["events/choir.toml"] = files["events/choir.toml"].replace("Berlin", "Lisbon")
        files["events/song.toml"] = 'starts_at = "+0 days 19:00"\nends_at = "+0 days 20:00"\n'
        files["events/song.en.toml"] = 'title = "Song"\nsummary = "Sings."\n'
        folder = write_bundle(tmp_path, files)
        head = folder / "bundle.toml"
        head.write_text(head.read_text() + 'time_zone = "Europe/Berlin"\n')
        load(folder)

        zones = dict(Event.objects.values_list("slug", "time_zone"))
        assert zones == {"choir": "Europe/Lisbon", "song": "Europe/Berlin"}
