import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import TemporaryUploadedFile

from content.videos.recorded_facts import erase_recorded_facts
from content.videos.upload_checks import MP4, WEBM, VideoFacts, prepare_video, read_facts
from tests.factories.video import FILES, video_bytes

PLACE = b"+51.7520-001.2577/"


def located() -> bytes:
    """An MP4 that says, as those of telephones do, where it was filmed."""
    content = video_bytes("silent.mp4")
    # The last box of this file is the one with all facts, to which those of users are added.
    start = content.rindex(b"moov") - 4
    place = (12 + len(PLACE)).to_bytes(4) + b"\xa9xyz" + b"\x00\x12\x15\xc7" + PLACE
    facts = (8 + len(place)).to_bytes(4) + b"udta" + place
    size = int.from_bytes(content[start : start + 4]) + len(facts)
    return content[:start] + size.to_bytes(4) + content[start + 4 :] + facts


@pytest.mark.parametrize(
    ("name", "media_type", "has_sound"),
    [("speech.mp4", MP4, True), ("silent.mp4", MP4, False), ("speech.webm", WEBM, True)],
)
def test_facts_are_read_from_the_file(name, media_type, has_sound):
    content = video_bytes(name)
    found = VideoFacts(media_type, len(content), 64, 48, 1, has_sound)

    assert read_facts(ContentFile(content, name="any.txt")) == found
    with (FILES / name).open("rb") as on_disk:
        assert read_facts(File(on_disk)) == found
        assert on_disk.read(4) == content[:4]


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (video_bytes("hevc.mp4"), r"Not every browser plays this video \(MPEG-4, HEVC\)"),
        (video_bytes("phone.mov"), r"Not every browser plays this video \(QuickTime, AVC, AAC\)"),
        (b"<html><script>x()</script></html>", "no video"),
        (b"", "no video"),
        (video_bytes()[:200], "no video|Not every browser"),
    ],
)
def test_what_is_no_such_video_is_refused(content, answer):
    with pytest.raises(ValidationError, match=answer):
        read_facts(ContentFile(content, name="film.mp4"))


def test_large_file_is_refused_unread(settings):
    settings.UPLOAD_MAX_VIDEO_BYTES = 100
    with pytest.raises(ValidationError, match="The most that can be taken is 100"):
        read_facts(ContentFile(video_bytes()))


def test_place_is_erased_and_nothing_moves():
    assert PLACE in located()

    prepared, facts = prepare_video(ContentFile(located(), name="Garden at home.mp4"))
    content = prepared.read()

    assert prepared.name == "video.mp4"
    assert PLACE not in content
    assert len(content) == len(located()) == facts["size"]
    assert read_facts(prepared) == VideoFacts(**facts)


def test_upload_on_disk_is_prepared_where_it_is():
    upload = TemporaryUploadedFile("film.mp4", "video/mp4", 0, None)
    upload.write(located())
    upload.size = len(located())
    upload.seek(0)

    prepared, _facts = prepare_video(upload)

    assert prepared is upload
    assert PLACE not in prepared.read()


@pytest.mark.parametrize("size", [3, 9_999])
def test_box_that_is_not_as_long_as_it_says_is_told(tmp_path, size):
    path = tmp_path / "film.mp4"
    path.write_bytes(size.to_bytes(4) + b"moov" + b"\0" * 20)
    with path.open("r+b") as file, pytest.raises(ValueError, match="does not follow"):
        erase_recorded_facts(file)
