import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from content.videos.captions import MAX_LENGTH, as_webvtt, text_of_file
from tests.factories.video import CAPTIONS

SRT = (
    "1\r\n00:00:00,000 --> 00:00:01,000\r\nHello\r\n"
    "\r\n2\r\n00:00:01,500 --> 00:00:02,000\r\nYou\r\n"
)


def test_webvtt_stays_as_it_is():
    placed = "WEBVTT\n\nNOTE By Ann\n\n00:00:00.000 --> 00:00:01.000 line:0\n<v Ann>Hello"

    assert as_webvtt(CAPTIONS) == CAPTIONS
    assert as_webvtt(placed) == placed


def test_srt_becomes_webvtt():
    assert as_webvtt(SRT) == (
        "WEBVTT\n\n1\n00:00:00.000 --> 00:00:01.000\nHello\n\n2\n00:00:01.500 --> 00:00:02.000\nYou"
    ).replace("\n1\n", "\n").replace("\n2\n", "\n")
    assert as_webvtt(as_webvtt(SRT)) == as_webvtt(SRT)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Hello", "no captions"),
        ("WEBVTT", "There is no caption"),
        ("WEBVTT\n\n00:00:02.000 --> 00:00:01.000\nHello", "ends before it begins: 00:00:02.000"),
        (f"{CAPTIONS}\n\n00:05 --> 00:06\nYou", "cannot be read"),
        ("1\n00:00:00,000 -> 00:00:01,000\nHello", "no captions"),
        ("WEBVTT" + "x" * MAX_LENGTH, "too long"),
    ],
)
def test_what_no_browser_would_show_is_refused(text, answer):
    with pytest.raises(ValidationError, match=answer):
        as_webvtt(text)


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_file_is_read_in_its_coding(coding):
    assert text_of_file(ContentFile("Tschüss".encode(coding))) == "Tschüss"


def test_file_in_another_coding_is_refused():
    with pytest.raises(ValidationError, match="UTF-8"):
        text_of_file(ContentFile("Tschüss".encode("latin-1")))
    with pytest.raises(ValidationError, match="at most"):
        text_of_file(ContentFile(b"x" * (MAX_LENGTH + 1)))
