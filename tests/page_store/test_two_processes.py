"""Two processes that know nothing of each other, as on two machines: both show what is true now.

By the real clock, over the database of the suite, with gunicorn as in production.
"""

import os
import re
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import timedelta
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cities.models import City
from tests.admin_forms import form_data
from tests.benchmarks.bench_sites import Server, environment_of, served
from tests.collected_static import copy_static_files
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("serve"),
    pytest.mark.timeout(300),
]
HOST = "twinning.example.org"
A_SECOND = timedelta(seconds=1)


@pytest.fixture(scope="module")
def processes(django_db_setup, tmp_path_factory) -> list[Server]:
    folder = tmp_path_factory.mktemp("two-processes")
    copy_static_files(folder)
    environment = environment_of(folder, DATABASE_URL=database_url())
    with ExitStack() as stack:
        yield [stack.enter_context(served(environment, host=HOST)) for _ in range(2)]


def database_url() -> str:
    """The address of the database in which the tests are."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"


def read(process: Server, path: str) -> str:
    return send(process, "GET", path).content.decode()


def send(process: Server, method: str, path: str, body: str = "", **headers: str) -> HttpResponse:
    with closing(HTTPConnection("127.0.0.1", process.port, timeout=30)) as request:
        request.request(method, path, body, {"Host": HOST, **headers})
        answer = request.getresponse()
        return HttpResponse(answer.read(), status=answer.status, headers=dict(answer.headers))


def wait_until_both_show(processes: list[Server], path: str, is_new: Callable[[str], bool]) -> None:
    """Ask until both have the new state; nobody who asks after a second gets the old one."""
    began = time.monotonic()
    for process in processes:
        asked = time.monotonic()
        while not is_new(read(process, path)):
            assert asked - began < 1
            time.sleep(0.02)
            asked = time.monotonic()


def test_every_way_of_writing_is_seen_by_both_within_a_second(processes):
    CouncilFactory()
    city, event = CityFactory(name="Old", slug="bonn"), EventFactory(title="Concert")
    for write, path, is_new in (
        (
            lambda: City.objects.filter(pk=city.pk).update(name="Changed"),
            "/cities/",
            lambda page: "Changed" in page,
        ),
        (
            lambda: City.objects.bulk_create([CityFactory.build(name="Added")]),
            "/cities/",
            lambda page: "Added" in page,
        ),
        (lambda: event.cities.add(city), "/cities/bonn/", lambda page: "Concert" in page),
        (lambda: event.delete(), "/events/", lambda page: "Concert" not in page),
    ):
        assert not any(is_new(read(process, path)) for process in processes)
        write()
        wait_until_both_show(processes, path, is_new)


def test_what_an_officer_saves_in_one_is_seen_in_both_within_a_second(processes):
    CouncilFactory()
    city = CityFactory(name="Old", summary="On the Rhine.", slug="bonn")
    client = Client()
    client.force_login(OfficerFactory())
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    address = reverse("admin:cities_city_change", args=[city.pk])
    form = send(processes[0], "GET", address, Cookie=cookie)
    token = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', form.content)[1].decode()
    secret = re.search(r"csrftoken=\w+", form["Set-Cookie"])[0]
    data = form_data(form) | {"name_0": "New", "csrfmiddlewaretoken": token, "_save": "on"}
    for path in ("/", "/cities/", "/cities/bonn/"):
        assert all("Old" in read(process, path) for process in processes)

    answer = send(
        processes[0],
        "POST",
        address,
        urlencode(data, doseq=True),
        **{"Content-Type": "application/x-www-form-urlencoded", "Cookie": f"{cookie}; {secret}"},
    )

    assert answer.status_code == 302
    for path in ("/", "/cities/", "/cities/bonn/"):
        wait_until_both_show(processes, path, lambda page: "Old" not in page)
        assert all("New" in read(process, path) for process in processes)


def test_what_the_clock_changes_is_seen_by_both_within_a_second(processes):
    CouncilFactory()
    at = [timezone.now() + timedelta(seconds=seconds) for seconds in (2, 2.4, 2.8)]
    PageFactory(title="Scheduled", published_at=at[0])
    EventFactory(title="Ending", starts_at=at[1] - timedelta(hours=1), ends_at=at[1])
    PageFactory(title="Expiring", published_at=at[0] - timedelta(days=1), expires_at=at[2])
    changes = {
        ("/about/", lambda page: "Scheduled" in page): at[0],
        ("/events/", lambda page: "Ending" not in page): at[1],
        ("/about/", lambda page: "Expiring" not in page): at[2],
    }
    seen = {(process, change): [] for process in processes for change in changes}

    while timezone.now() < max(at) + 1.2 * A_SECOND:
        for (process, (path, is_new)), answers in seen.items():
            asked = timezone.now()
            answers.append((asked, is_new(read(process, path)), timezone.now()))
        time.sleep(0.02)

    for (_process, change), answers in seen.items():
        moment = changes[change]
        assert not any(new for _asked, new, answered in answers if answered < moment)
        assert all(new for asked, new, _answered in answers if asked >= moment + A_SECOND)
        assert any(answered < moment for _asked, _new, answered in answers)
