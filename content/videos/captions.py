"""Captions as browsers take them: WebVTT (https://www.w3.org/TR/webvtt1/), made from SRT, too."""

import io

import webvtt
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _
from webvtt.errors import MalformedCaptionError, MalformedFileError

from content.text.file_sizes import file_size

ARROW, HEAD = "-->", "WEBVTT"
# Characters; those of a film of two hours have 200,000.
MAX_LENGTH = 1_000_000


def as_webvtt(text: str) -> str:
    """Return captions as WebVTT; an empty text stays empty.

    Raises:
        ValidationError: if they are neither WebVTT nor SRT, or no reader could follow them.
    """
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        return ""
    if len(text) > MAX_LENGTH:
        raise ValidationError(_("These captions are too long for one video."))
    kind = "vtt" if text.startswith(HEAD) else "srt"
    try:
        captions = webvtt.from_buffer(io.StringIO(text + "\n"), format=kind)
    except (MalformedFileError, MalformedCaptionError, ValueError) as error:
        raise ValidationError(_("These are no captions in WebVTT or SRT.")) from error
    _check_times(captions, text.count(ARROW))
    return captions.content.strip()


def text_of_file(file: File) -> str:
    """Return the text of a file of captions in UTF-8, or in UTF-16 if it says so.

    Raises:
        ValidationError: if it is something else, or too long.
    """
    if file.size > MAX_LENGTH:
        limit = file_size(MAX_LENGTH)
        words = _("A file of captions has %(limit)s at most.")
        raise ValidationError(words % {"limit": limit})
    content = file.read()
    is_utf_16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if is_utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(_("Save the captions as UTF-8 and try once more.")) from error


def _check_times(captions: webvtt.WebVTT, arrows: int) -> None:
    """Refuse captions that a browser would leave out.

    Raises:
        ValidationError: that names the first of them.
    """
    if not captions.captions:
        raise ValidationError(_("There is no caption in it."))
    for caption in captions.captions:
        if not caption.start_time < caption.end_time:
            words = _("A caption ends before it begins: %(time)s.")
            raise ValidationError(words % {"time": caption.start})
    if len(captions.captions) < arrows:
        raise ValidationError(
            _("Some times cannot be read. Each has hours, minutes, seconds and thousandths.")
        )
