"""What Django's own answers tell browsers and shared caches, without the page store."""

import time
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.files.base import ContentFile

from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.django_db
ONE_SECOND = "public, max-age=0, s-maxage=1, must-revalidate, stale-while-revalidate=1"


@pytest.fixture
def addresses(council) -> list[str]:
    """One address of each kind of public answer."""
    city = CityFactory(slug="bonn", picture=PictureFactory())
    EventFactory(slug="concert")
    return [
        "/",
        "/de/cities/",
        "/cities/bonn/",
        "/cities/bonn/feed/",
        "/events/calendar.ics",
        "/events/concert.ics",
        "/open-data/cities.csv",
        "/sitemap.xml",
        "/robots.txt",
        DocumentFactory().get_absolute_url(),
        city.picture.file.url,
    ]


def read(client, address, **headers):
    response = client.get(address, headers=headers)
    if response.streaming:
        b"".join(response.streaming_content)
    return response


def test_every_public_answer_is_kept_and_asked_for_again(client, addresses):
    for address in addresses:
        first = read(client, address)
        again = read(client, address, **{"If-None-Match": first["ETag"]})
        other = read(client, address, **{"If-None-Match": '"other"'})

        assert (address, first.status_code, again.status_code) == (address, 200, 304)
        assert other.status_code == 200
        assert "public" in first["Cache-Control"]
        assert "Cookie" not in first.get("Vary", "")
        assert {name: first.get(name) for name in ("ETag", "Cache-Control")} == {
            name: again.get(name) for name in ("ETag", "Cache-Control")
        }
        assert again.content == b""


def test_proxy_keeps_what_changes_by_the_clock_no_longer_than_this_second(
    client, addresses, settings
):
    """A document that is taken down is one of them; a picture never changes."""
    settings.BEHIND_PROXY = True
    with time_machine.travel(datetime.now(UTC).replace(microsecond=0), tick=False) as clock:
        *changing, picture = addresses
        for address in changing:
            first = read(client, address)
            clock.shift(1)
            again = read(client, address, **{"If-None-Match": first["ETag"]})

            assert first["X-Accel-Expires"] == f"@{int(time.time()) - 1}"
            assert again["X-Accel-Expires"] == f"@{int(time.time())}"
        assert "X-Accel-Expires" not in read(client, picture)


def test_compressed_answer_is_told_from_the_plain_one(client, council):
    plain, packed = client.get("/"), client.get("/", headers={"Accept-Encoding": "gzip"})

    assert packed["Vary"] == "Accept-Encoding"
    assert packed["ETag"] == f"W/{plain['ETag']}"


def test_changed_document_has_another_etag(client, council):
    document = DocumentFactory()
    before = read(client, document.get_absolute_url())

    with document.file.open() as file:
        document.file.save("new.pdf", ContentFile(file.read() + b"\n"))

    assert before["Cache-Control"] == ONE_SECOND
    assert read(client, document.get_absolute_url())["ETag"] != before["ETag"]


@pytest.mark.parametrize("address", ["/nowhere/", "/cities", "/events/calendar/"])
def test_what_is_not_there_and_redirects_are_not_kept(client, council, address):
    response = client.get(address)

    assert response.status_code in {301, 302, 404}
    assert response["Cache-Control"] == "no-store"
    assert "ETag" not in response


def test_form_with_its_token_is_its_readers_own(client, council):
    response = client.get("/contact/")

    assert response["Cache-Control"] == "private, no-cache"
    assert "Cookie" in response["Vary"]


@pytest.mark.parametrize("address", ["/", "/cities/", "/admin/", "/robots.txt"])
def test_what_officers_see_is_in_no_shared_cache(officer_client, council, address):
    response = officer_client.get(address)

    assert "public" not in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


@pytest.mark.parametrize(
    "condition",
    [{"If-Match": '"other"'}, {"If-Unmodified-Since": "Thu, 01 Jan 2004 00:00:00 GMT"}],
    ids=["If-Match", "If-Unmodified-Since"],
)
def test_refused_condition_is_no_fault_of_ours(client, council, condition):
    """Only those who write need them. A feed knows when it was changed last."""
    EventFactory()

    response = client.get("/events/feed/", headers=condition)

    assert (response.status_code, response["Cache-Control"]) == (412, "no-store")
