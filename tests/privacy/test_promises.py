"""What the texts promise about personal data is what happens."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.utils import timezone

from content.models import QueuedEmail
from tests.demo.texts import oxford_texts
from tests.factories.application import ApplicationFactory
from twinning_site.privacy.retention import erase_due
from volunteers.models import Application

pytestmark = pytest.mark.usefixtures("open_office")

CONSENT = oxford_texts("consent/1", "text")
PRIVACY = oxford_texts("pages/privacy", "body")
OFFICERS = Path(django_settings.BASE_DIR, "docs/officers.md").read_text()


def days_in(text: str, pattern: str) -> list[int]:
    return [int(number) for number in re.findall(pattern, " ".join(text.split()))]


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        (CONSENT["en"], r"withdraw .*erased within (\d+) days, or at once"),
        (
            CONSENT["de"],
            r"widerrufen.* innerhalb von (\d+) Tagen gelöscht, oder sofort",
        ),
        (PRIVACY["en"], r"withdraw is erased within (\d+) days"),
        (PRIVACY["de"], r"zurückziehen, wird innerhalb von (\d+) Tagen gelöscht"),
        (OFFICERS, r"take back within (\d+) days"),
    ],
)
def test_texts_say_how_long_what_is_withdrawn_is_kept(text, pattern):
    assert days_in(text, pattern) == [django_settings.VOLUNTEER_KEEP_DAYS["withdrawn"]]


@pytest.mark.parametrize(("left", "days"), [(365, 12), (3, 3)])
def test_page_says_the_day_on_which_it_is_erased_and_keeps_its_word(
    client, settings, time_machine, left, days
):
    settings.VOLUNTEER_KEEP_DAYS = {**settings.VOLUNTEER_KEEP_DAYS, "withdrawn": 12}
    application = ApplicationFactory(erase_on=timezone.localdate() + timedelta(days=left))
    page = client.get(f"{application.get_absolute_url()}withdraw/").text
    day = timezone.localdate() + timedelta(days=days)
    assert f"erase it on {day:%-d %B %Y}." in page

    client.post(f"{application.get_absolute_url()}withdraw/")
    time_machine.move_to(timezone.now() + timedelta(days=days - 1))
    erase_due()
    assert Application.objects.exists()

    time_machine.move_to(timezone.now() + timedelta(days=1))
    erase_due()
    assert not Application.objects.exists()


def test_page_of_withdrawing_leads_to_erasing_at_once(client):
    application = ApplicationFactory()
    page = client.get(f"{application.get_absolute_url()}withdraw/").text
    erase = re.search(r'href="([^"]+/erase/)"', page)[1]

    client.post(erase)

    assert not Application.objects.exists()


def test_withdrawing_and_erasing_are_told_to_the_office_as_the_texts_say(client):
    application = ApplicationFactory()

    client.post(f"{application.get_absolute_url()}withdraw/")
    client.post(f"{application.get_absolute_url()}erase/")

    assert set(QueuedEmail.objects.values_list("recipient", flat=True)) == {"office@example.org"}
    assert QueuedEmail.objects.count() == 2
