"""Check uploaded videos by their content, and read their facts without holding them in memory."""

from dataclasses import asdict, dataclass
from pathlib import PurePath
from tempfile import NamedTemporaryFile
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.utils.translation import gettext_lazy as _

from content.file_readers.start import ReaderFailed, UnreadableFile, read
from content.text.file_sizes import check_file_size
from content.videos.recorded_facts import erase_recorded_facts

# Named, not imported: nothing else needs its library.
READER = "content.videos.media_process"
# Of processor time; an officer waits.
SECONDS = 20
MP4, WEBM = "video/mp4", "video/webm"
# By media type: the extension of the stored file, and how readers call the type
TYPES = {MP4: ("mp4", "MP4"), WEBM: ("webm", "WebM")}
# By container, as MediaInfo names it: the media type, codecs of pictures and of sound that every
# browser of today plays
PLAYED: dict[str, tuple[str, set[str], set[str]]] = {
    "MPEG-4": (MP4, {"AVC"}, {"AAC"}),
    "WebM": (WEBM, {"VP8", "VP9", "AV1"}, {"Opus", "Vorbis"}),
}
QUICKTIME = "qt"
NOT_A_VIDEO = _("This file is no video in MP4 or WebM.")
NOT_PLAYED = _(
    "Not every browser plays this video (%(codecs)s). Save it as MP4 with H.264 and AAC, or as "
    "WebM."
)
NOT_CHECKED = _("This file could not be checked just now. Please send it again.")


@dataclass(frozen=True)
class VideoFacts:
    """`size` is in bytes, `width` and `height` are in pixels, `seconds` is rounded."""

    media_type: str
    size: int
    width: int
    height: int
    seconds: int
    has_sound: bool


def video_path(instance: object, filename: str) -> str:
    """Return a random name, which tells nothing and cannot be guessed."""
    return f"{uuid4().hex}{PurePath(filename).suffix.lower()}"


def stored_name(media_type: str) -> str:
    """Return a name with the ending of a type, whatever the file was called."""
    return f"video.{TYPES[media_type][0]}"


def check_video(file: File) -> None:
    """Refuse a file that `read_facts` refuses.

    Raises:
        ValidationError: with a sentence that says what is wrong.
    """
    # What is stored was checked before.
    if not getattr(file, "_committed", False):
        read_facts(file)


def read_facts(file: File) -> VideoFacts:
    """Return what `file` is, judged by its content.

    Raises:
        ValidationError: if it is no video that every browser plays, or too large.
    """
    words = _("This video has %(size)s. The most that can be taken is %(limit)s.")
    check_file_size(file.size, settings.UPLOAD_MAX_VIDEO_BYTES, words)
    try:
        found = read(READER, "facts", file, SECONDS, is_long=True)
    except ReaderFailed as error:
        raise ValidationError(NOT_CHECKED) from error
    except UnreadableFile as error:
        raise ValidationError(NOT_A_VIDEO) from error
    finally:
        file.seek(0)
    if found["container"] not in PLAYED or not found["video"]:
        raise ValidationError(NOT_A_VIDEO)
    media_type, codecs, sounds = PLAYED[found["container"]]
    is_played = codecs.issuperset(found["video"]) and sounds.issuperset(found["audio"])
    if not is_played or found["brand"] == QUICKTIME or not found["width"] * found["height"]:
        kind = "QuickTime" if found["brand"] == QUICKTIME else found["container"]
        names = ", ".join(filter(None, [kind, *found["video"], *found["audio"]]))
        raise ValidationError(NOT_PLAYED % {"codecs": names})
    return VideoFacts(
        media_type,
        file.size,
        found["width"],
        found["height"],
        found["seconds"],
        has_sound=bool(found["audio"]),
    )


def prepare_video(file: File) -> tuple[File, dict[str, Any]]:
    """Return the file to store, without what a telephone has noted in it, and its facts.

    Raises:
        ValidationError: as `read_facts` does.
    """
    facts = read_facts(file)
    prepared: Any = _own_copy(file)
    if facts.media_type == MP4:
        try:
            erase_recorded_facts(prepared.file)
        except ValueError as error:
            raise ValidationError(NOT_A_VIDEO) from error
    prepared.name = stored_name(facts.media_type)
    return prepared, asdict(facts)


def _own_copy(file: File) -> File:
    """Return a file on disk that may be changed: what was uploaded to it, or a copy."""
    if isinstance(file, TemporaryUploadedFile):
        return file
    copy: Any = NamedTemporaryFile(suffix=".upload")  # noqa: SIM115 - closed when it is let go
    for chunk in file.chunks():
        copy.write(chunk)
    copy.flush()
    file.seek(0)
    return File(copy, name=file.name)
