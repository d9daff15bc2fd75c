from datetime import timedelta

import feedparser
import pytest
import time_machine

from events.models import Event
from tests.events.examples import IN_MAY
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.usefixtures("in_may")


def read(client, path: str = "/events/feed/"):
    response = client.get(path)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(response.content)
    assert not feed.bozo
    return feed


def test_an_entry_has_the_whole_text_a_picture_and_an_author(client):
    picture = PictureFactory(creator="Ann Example")
    event = EventFactory(
        title="Chöre & Freunde",
        place="Town Hall",
        organiser="Oxford Choir",
        picture=picture,
        body=f'<p>Read <a href="/cities/">on</a>.</p><figure data-picture="{picture.pk}"></figure>',
    )

    (entry,) = read(client).entries

    assert entry.title == "Chöre & Freunde"
    assert entry.link == f"http://127.0.0.1:8000/events/{event.slug}/"
    assert entry.author == "Oxford Choir"
    text = entry.content[0].value
    assert 'href="http://127.0.0.1:8000/cities/"' in text
    assert 'src="http://127.0.0.1:8000/media/' in text
    assert "Ann Example" in text
    assert "Town Hall" in text
    (file,) = entry.enclosures
    assert file.type.startswith("image/")
    assert int(file.length) > 0


def test_an_entry_keeps_its_id_when_its_address_changes(client):
    event = EventFactory()
    before = read(client).entries[0]
    event.slug = "another"
    event.save()
    after = read(client).entries[0]

    assert before.id == after.id
    assert before.id.startswith("tag:127.0.0.1,2026-05-12:events/event/")
    assert before.link != after.link


def test_the_feed_tells_when_something_was_last_changed(client):
    event = EventFactory(published_at=IN_MAY - timedelta(days=3))
    Event.objects.update(updated_at=IN_MAY - timedelta(days=2))

    feed = read(client)
    assert feed.feed.updated == "2026-05-10T12:00:00+00:00"
    assert feed.entries[0].published == "2026-05-09T12:00:00+00:00"

    # What was written before but appears later is new when it appears.
    Event.objects.filter(pk=event.pk).update(published_at=IN_MAY - timedelta(hours=1))
    assert read(client).entries[0].updated == "2026-05-12T11:00:00+00:00"


def test_the_newest_comes_first_and_drafts_never(client):
    EventFactory(title="old", published_at=IN_MAY - timedelta(days=9))
    EventFactory(title="new", published_at=IN_MAY - timedelta(days=1))
    EventFactory(title="draft", draft=True)
    EventFactory(title="later", scheduled=True)

    assert [entry.title for entry in read(client).entries] == ["new", "old"]


def test_what_has_changed_is_said_in_the_title(client):
    EventFactory(title="Talk", status="cancelled", status_note="The hall is flooded.")

    (entry,) = read(client).entries

    assert entry.title == "Talk (cancelled)"
    assert "The hall is flooded." in entry.content[0].value


def test_a_feed_has_a_language_an_author_and_its_own_address(client):
    feed = read(client, "/de/events/feed/").feed

    assert feed.language == "de"
    assert feed.author == "Oxford City Council"
    links = {link.rel: link.href for link in feed.links}
    assert links["self"] == "http://127.0.0.1:8000/de/events/feed/"
    assert links["alternate"] == "http://127.0.0.1:8000/de/events/"


def test_an_entry_in_another_language_says_so(client):
    EventFactory(title={"en": "Talk"})

    assert b'<entry xml:lang="en">' in client.get("/de/events/feed/").content


def test_a_feed_can_be_narrowed_like_the_list(client):
    EventFactory(title="there", cities=[CityFactory(slug="bonn", name="Bonn")])
    EventFactory(title="elsewhere")

    feed = read(client, "/events/feed/?city=bonn")

    assert [entry.title for entry in feed.entries] == ["there"]
    assert feed.feed.title == "Events – Bonn"


def test_an_unchanged_feed_is_not_sent_again(client):
    first = client.get("/events/feed/")
    with time_machine.travel(IN_MAY + timedelta(hours=1)):
        same = client.get("/events/feed/", headers={"If-None-Match": first["ETag"]})
        EventFactory()
        other = client.get("/events/feed/", headers={"If-None-Match": first["ETag"]})

    assert (same.status_code, same.content) == (304, b"")
    assert other.status_code == 200


def test_control_characters_from_a_paste_do_not_break_the_feed(client):
    EventFactory(title="Vertical\x0btab", summary="Form\x0cfeed", organiser="\x00Null"[1:])

    assert read(client).entries[0].title == "Vertical tab"


@pytest.mark.parametrize("rows", [1, 3])
def test_a_feed_costs_the_same_with_more_events(client, rows, django_assert_num_queries):
    for _number in range(rows):
        picture = PictureFactory()
        body = f'<figure data-picture="{picture.pk}"></figure>'
        EventFactory(picture=picture, body=body, city=CityFactory(), recurrence="FREQ=WEEKLY")
    client.get("/events/feed/")

    with django_assert_num_queries(7):
        feed = read(client)

    assert len(feed.entries) == rows
