"""Officers upload videos, with captions from a file, and publish none that lacks them."""

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from content.models import StagedUpload, Video
from content.versions.bin import put_into_bin
from content.versions.kept_documents import delete_left_over
from content.versions.purging import erase_from_bin
from tests.admin_forms import errors_of, save
from tests.factories.video import CAPTIONS, VideoFactory, video_bytes

pytestmark = pytest.mark.usefixtures("open_office")

ADD = "/admin/content/video/add/"
SRT = b"1\n00:00:00,000 --> 00:00:01,000\nHello\n"


def sent(name: str, content: bytes = b"") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content or video_bytes(name))


def change(video) -> str:
    return reverse("admin:content_video_change", args=[video.pk])


def test_video_is_uploaded_with_captions_and_published(officer_client, client):
    answer = save(
        officer_client, ADD, "_publish", title_0="The choir", file=sent("speech.mp4"),
        captions_file=sent("choir.srt", SRT), captions_language="en",
    )  # fmt: skip

    assert answer.status_code == 302
    video = Video.objects.get()
    assert (video.slug, video.media_type, video.seconds) == ("the-choir", "video/mp4", 1)
    assert not video.is_silent
    assert "00:00:00.000 --> 00:00:01.000" in str(video.captions)
    assert not StagedUpload.objects.exists()
    assert video.file_url in client.get("/videos/the-choir/").text


def test_captions_of_one_language_leave_the_others(officer_client):
    video = VideoFactory(captions={"en": CAPTIONS, "de": CAPTIONS})

    file = sent("neu.srt", SRT)
    save(officer_client, change(video), "_publish", captions_file=file, captions_language="de")

    video.refresh_from_db()
    assert video.captions.data["en"] == CAPTIONS
    assert video.captions.data["de"].endswith("Hello")
    assert video.captions.data["de"] != CAPTIONS or CAPTIONS.endswith("Hello")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "captions"),
        ({"is_silent": "on"}, "transcript"),
    ],
)
def test_video_that_some_miss_stays_a_draft(officer_client, values, field):
    fields = {"title_0": "The choir", "file": sent("speech.mp4"), **values}
    answer = save(officer_client, ADD, "_publish", **fields)

    assert [*errors_of(answer)] == [field]
    assert not Video.objects.exists()
    save(officer_client, ADD, "_save_draft", **{**fields, "file": sent("speech.webm")})
    assert not Video.objects.get().is_published


@pytest.mark.parametrize(
    "values", [{"kind": "sign"}, {"is_silent": "on", "transcript_0": "<p>A hall.</p>"}]
)
def test_sign_language_and_silence_need_no_captions(officer_client, values):
    save(officer_client, ADD, "_publish", title_0="a", file=sent("speech.mp4"), **values)

    assert Video.objects.get().is_published


def test_file_without_sound_is_silent(officer_client):
    save(officer_client, ADD, "_save_draft", title_0="a", file=sent("silent.mp4"))

    assert Video.objects.get().is_silent


def test_list_publishes_only_what_is_complete(officer_client):
    complete = VideoFactory(draft=True)
    lacking = VideoFactory(draft=True, captions="", title="The choir")

    answer = officer_client.post(
        "/admin/content/video/",
        {"action": "publish_now", "_selected_action": [complete.pk, lacking.pk]},
        follow=True,
    )

    assert "The choir: People who do not hear it need captions" in answer.text
    assert {video.pk for video in Video.objects.published()} == {complete.pk}


@pytest.mark.parametrize(
    ("file", "answer"),
    [
        (sent("phone.mov"), "Not every browser plays this video (QuickTime, AVC, AAC)."),
        (sent("film.mp4", b"<script>"), "This file is no video in MP4 or WebM."),
    ],
)
def test_other_files_are_refused_beside_the_field(officer_client, file, answer):
    file.seek(0)
    refused = save(officer_client, ADD, "_save_draft", title_0="a", file=file)

    assert errors_of(refused)["file"][0].startswith(answer)


def test_bad_captions_are_refused_beside_their_fields(officer_client):
    video = VideoFactory()

    answer = save(
        officer_client, change(video), captions_0="Hello", captions_file=sent("a.vtt", b"Hello")
    )
    assert errors_of(answer)["captions"] == ["These are no captions in WebVTT or SRT."]
    answer = save(officer_client, change(video), captions_file=sent("a.vtt", b"Hello"))
    assert errors_of(answer) == {"captions_file": ["These are no captions in WebVTT or SRT."]}


def test_file_stays_what_it_is(officer_client):
    video = VideoFactory()

    save(officer_client, change(video), "_publish", title_0="b", file=sent("speech.webm"))

    video.refresh_from_db()
    assert (str(video.title), video.media_type) == ("b", "video/mp4")
    assert not StagedUpload.objects.exists()


def test_live_video_keeps_its_captions_in_a_draft_without(officer_client):
    video = VideoFactory()

    answer = save(officer_client, change(video), "_save_draft", captions_0="")

    assert answer.status_code == 200
    assert "need captions" in answer.text


def test_file_waits_in_the_bin_and_goes_with_it(officer, client):
    video = VideoFactory()
    name, url = video.file.name, video.file_url

    version = put_into_bin(video, officer)
    assert client.get(url).status_code == 404
    assert delete_left_over(Video) == 0
    assert storages["videos"].exists(name)
    erase_from_bin(version)
    assert not storages["videos"].exists(name)


def test_longer_request_is_let_through_for_a_video_only(officer_client, settings):
    settings.UPLOAD_MAX_REQUEST_BYTES = 2000
    fields = {"title_0": "a", "file": sent("speech.mp4")}

    assert save(officer_client, ADD, "_save_draft", **fields).status_code == 302
    too_long = officer_client.post("/admin/content/picture/add/", {"file": sent("speech.mp4")})
    assert too_long.status_code == 413
