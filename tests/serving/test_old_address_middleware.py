import pytest

from content.web.old_addresses import keep_old_address
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def moved():
    """Bonn, a talk and a group, which had other addresses before."""
    CouncilFactory()
    LinkGroupFactory(slug="link")
    CityFactory(slug="bonn")
    EventFactory(slug="talk")
    keep_old_address("/cities/bon/", "/cities/bonn/")
    keep_old_address("/events/tlk/", "/events/talk/")
    keep_old_address("/groups/lnk/", "/groups/link/")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/cities/bon/", "/cities/bonn/"),
        ("/cities/bon/?from=letter", "/cities/bonn/?from=letter"),
        ("/cities/bon/feed/", "/cities/bonn/feed/"),
        ("/de/cities/bon/fact-sheet/", "/de/cities/bonn/fact-sheet/"),
        ("/events/tlk.ics", "/events/talk.ics"),
        ("/events/tlk/poster/a4/", "/events/talk/poster/a4/"),
        ("/events/calendar.ics?city=bon", "/events/calendar.ics?city=bonn"),
        ("/de/events/calendar.ics?city=bon&theme=", "/de/events/calendar.ics?city=bonn&theme="),
        ("/events/feed/?city=bon", "/events/feed/?city=bonn"),
        ("/newsletters/feed/?group=lnk", "/newsletters/feed/?group=link"),
        ("/events/?city=bon", "/events/?city=bonn"),
        ("/de/events/?city=bon&group=lnk", "/de/events/?city=bonn&group=link"),
        ("/events/past/?group=lnk&year=2015", "/events/past/?group=link&year=2015"),
        ("/events/calendar/2026/5/?city=bon", "/events/calendar/2026/5/?city=bonn"),
        ("/timeline/?city=bon", "/timeline/?city=bonn"),
        ("/newsletters/?group=lnk", "/newsletters/?group=link"),
    ],
)
def test_whatever_hung_below_an_old_address_leads_on(client, old, new):
    response = client.get(old)

    assert (response.status_code, response["Location"]) == (301, new)


@pytest.mark.parametrize(
    "path",
    [
        "/cities/bonn/nothing/",
        "/no/such/page/",
        "/events/calendar.ics?city=nowhere",
        "/events/feed/?city=nowhere",
        "/events/feed/?city=bonn&theme=none",
        "/events/calendar.ics?city=%00",
        "/newsletters/feed/?group=%00",
        "/newsletters/feed/?group=no+such+group",
        "/%00/",
        "/cities/x%00/",
        "/brand/%00.css",
        "/media/pictures/%00",
        "/a/b/c/d/e/f/g/h/i/j/",
    ],
)
def test_what_never_was_is_not_found(client, path):
    assert client.get(path, follow=True).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/events/?city=nowhere",
        "/events/?city=bonn",
        "/events/past/?group=nobody",
        "/events/calendar/2026/5/?theme=none",
        "/timeline/?city=%00",
        "/newsletters/?group=link",
        "/newsletters/?year=1066",
    ],
)
def test_a_list_whose_filter_never_moved_shows_what_there_is(client, path):
    keep_old_address("/events/", "/elsewhere/")

    assert client.get(path).status_code == 200


def test_a_list_by_the_name_of_what_moved_and_is_gone_shows_what_there_is(client):
    keep_old_address("/cities/old/", "/cities/gone/")

    response = client.get("/events/?city=old", follow=True)

    assert (response.status_code, response.redirect_chain) == (200, [])


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
def test_a_list_by_the_old_name_of_what_is_not_public_does_not_tell_the_new_one(client, state):
    CityFactory(slug="hush", **{state: True})
    keep_old_address("/cities/old/", "/cities/hush/")

    response = client.get("/events/?city=old")

    assert response.status_code == 200
    assert "hush" not in response.text


def test_an_old_filter_leads_to_no_other_site(client):
    # The test client takes a path with two slashes for a host.
    response = client.get("/", {"city": "bon"}, PATH_INFO="//evil.example/x/")

    assert response["Location"] == "/%2Fevil.example/x/?city=bonn"


def test_what_moved_and_is_gone_is_not_found_and_ends(client):
    keep_old_address("/cities/old/", "/cities/gone/")

    assert client.get("/cities/old/feed/", follow=True).status_code == 404


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
@pytest.mark.parametrize(
    "path",
    [
        "/cities/old/",
        "/de/cities/old/",
        "/cities/old/feed/",
        "/cities/old/?from=letter",
        "/events/calendar.ics?city=old",
    ],
)
def test_the_new_address_of_what_is_not_public_is_not_told(client, path, state):
    CityFactory(slug="hush", **{state: True})
    keep_old_address("/cities/old/", "/cities/hush/")

    response = client.get(path)

    assert response.status_code == 404
    assert "hush" not in response.text
