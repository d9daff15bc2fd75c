"""Videos on pages: who may fetch them, in which parts, and what stands beside them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.page import PageFactory
from tests.factories.picture import PictureFactory
from tests.factories.video import CAPTIONS, VideoFactory, video_bytes

pytestmark = pytest.mark.usefixtures("council")

OWNERS = {
    "page": PageFactory,
    "city": CityFactory,
    "group": LinkGroupFactory,
    "event": lambda **values: EventFactory(starts_at=timezone.now() + timedelta(days=1), **values),
}


def owner(kind: str, *videos, **values):
    row = OWNERS[kind](**values)
    row.videos.set(videos)
    return row


def read(client, address: str, **headers: str):
    """An answer that was read to its end, so that its file is closed."""
    answer = client.get(address, headers=headers)
    if answer.streaming:
        list(answer.streaming_content)
    return answer


def status(client, address: str, **headers: str) -> int:
    return read(client, address, **headers).status_code


def captions_url(video, language: str = "en") -> str:
    return reverse("content:captions", kwargs={"uid": video.uid, "language": language})


@pytest.mark.parametrize("kind", OWNERS)
def test_page_shows_its_videos_with_captions(client, kind):
    video = VideoFactory(title="The choir", captions={"en": CAPTIONS, "de": CAPTIONS})
    draft = VideoFactory(title="Secret", draft=True)

    html = client.get(owner(kind, video, draft).get_absolute_url()).text

    assert '<h2 id="videos">Videos</h2>' in html
    assert f'<source src="{video.file_url}" type="video/mp4">' in html
    assert 'preload="none" width="64" height="48" aria-label="The choir"' in html
    for language, label in (("en", "English"), ("de", "Deutsch")):
        track = f'src="{captions_url(video, language)}" srclang="{language}" label="{label}"'
        assert f'<track kind="captions" {track}>' in html
    assert "Secret" not in html
    assert "In sign language" not in html


@pytest.mark.parametrize("kind", OWNERS)
def test_sign_language_stands_at_the_top(client, kind):
    video = VideoFactory(title="Signed", kind="sign", captions="")

    html = client.get(owner(kind, video, VideoFactory()).get_absolute_url()).text

    top = html.index("<summary>In sign language</summary>")
    assert top < html.index(video.file_url) < html.index('<h2 id="videos">')


@pytest.mark.parametrize("kind", OWNERS)
@pytest.mark.parametrize("number", [1, 3])
def test_number_of_videos_costs_nothing(client, kind, number, django_assert_max_num_queries):
    page = owner(kind, *[VideoFactory(poster=PictureFactory()) for _ in range(number)])
    with django_assert_max_num_queries(15):
        assert client.get(page.get_absolute_url()).text.count("<video") == number


def test_page_of_a_video_has_its_transcript(client):
    video = VideoFactory(title="The choir", slug="choir", transcript="<p>They sing.</p>")
    page = owner("page", video)

    assert 'href="/videos/choir/#transcript">Transcript' in client.get(page.get_absolute_url()).text
    html = client.get("/videos/choir/").text
    assert "<h1>The choir</h1>" in html
    assert "<p>They sing.</p>" in html
    assert "/videos/choir/" in client.get("/sitemap-videos.xml").text


@pytest.mark.parametrize(
    ("of_video", "of_page"),
    [({"draft": True}, {}), ({"scheduled": True}, {}), ({"expired": True}, {})]
    + [({}, {"draft": True}), ({}, {"expired": True})],
)
def test_video_is_as_public_as_itself_and_its_pages(client, officer_client, of_video, of_page):
    video = VideoFactory(**of_video)
    owner("page", video, **of_page)

    for address in (video.get_absolute_url(), video.file_url, captions_url(video)):
        assert status(client, address) == 404, address
        assert status(officer_client, address) == 200, address
    assert video.get_absolute_url() not in client.get("/sitemap-videos.xml").text
    for address in (video.file_url, captions_url(video)):
        answer = read(officer_client, address)
        assert answer["Cache-Control"] == "private, no-store"


def test_captions_are_handed_out_as_webvtt(client):
    video = VideoFactory(captions={"en": CAPTIONS})

    answer = client.get(captions_url(video))

    assert answer["Content-Type"] == "text/vtt; charset=utf-8"
    assert answer.text == CAPTIONS
    assert client.get(captions_url(video, "de")).status_code == 404


def test_whole_file_and_its_parts_are_handed_out(client, monkeypatch):
    monkeypatch.setattr("content.web.byte_ranges.MAX_PART", 1000)
    content, url = video_bytes(), VideoFactory().file_url
    whole = client.get(url)

    assert b"".join(whole.streaming_content) == content
    assert whole["Accept-Ranges"] == "bytes"
    assert whole["Content-Type"] == "video/mp4"
    size = len(content)
    for asked, first, end in [
        ("bytes=0-", 0, 1000),
        ("bytes=10-19", 10, 20),
        ("bytes=5000-", 5000, size),
        ("bytes=-10", size - 10, size),
        (f"bytes={size - 1}-{size + 9}", size - 1, size),
    ]:
        part = client.get(url, headers={"Range": asked})
        assert part.status_code == 206, asked
        assert b"".join(part.streaming_content) == content[first:end], asked
        assert part["Content-Range"] == f"bytes {first}-{end - 1}/{size}"
        assert part["Content-Length"] == str(end - first)
        assert part["ETag"] == whole["ETag"]


@pytest.mark.parametrize("asked", ["bytes=9999999-", "bytes=20-10", "bytes=-0"])
def test_range_beyond_the_file_is_refused(client, asked):
    answer = client.get(VideoFactory().file_url, headers={"Range": asked})

    assert answer.status_code == 416
    assert answer["Content-Range"] == f"bytes */{len(video_bytes())}"


@pytest.mark.parametrize("asked", ["bytes=0-1,4-5", "bytes=-", "lines=1-2", "bytes=a-b"])
def test_other_ranges_get_the_whole_file(client, asked):
    answer = client.get(VideoFactory().file_url, headers={"Range": asked})

    assert answer.status_code == 200
    assert len(b"".join(answer.streaming_content)) == len(video_bytes())


def test_part_of_another_file_is_not_joined_to_it(client):
    url = VideoFactory().file_url
    whole = read(client, url)
    asked = {"Range": "bytes=10-19"}

    assert status(client, url, **asked, **{"If-Range": '"other"'}) == 200
    assert status(client, url, **asked, **{"If-Range": whole["ETag"]}) == 206


def test_wrong_ending_and_lost_file_are_not_found(client):
    video = VideoFactory()

    assert client.get(video.file_url.replace(".mp4", ".webm")).status_code == 404
    video.file.storage.delete(video.file.name)
    assert client.get(video.file_url).status_code == 404
