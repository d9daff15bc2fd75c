"""Players of videos, with captions in every language that there is."""

from typing import NamedTuple

from django import template
from django.urls import reverse

from content.models import Picture, Video
from content.text.language_names import language_facts
from content.web.language_versions import languages_of

register = template.Library()

# Pixels; a player is as wide as the text.
POSTER_WIDTH = 960


class Track(NamedTuple):
    """Captions in one language, named in it."""

    language: str
    label: str
    url: str


@register.inclusion_tag("components/video/video_player.html")
def video_player(video: Video, *, is_alone: bool = False) -> dict[str, object]:
    """Show a `Video` in the browser's own player, and below it what it is.

    With `is_alone` the page has title and transcript itself.
    """
    return {
        "video": video,
        "tracks": [_track(video, code) for code in languages_of(video.captions)],
        "poster": _poster_url(video.poster) if video.poster else "",
        "is_alone": is_alone,
    }


def _track(video: Video, code: str) -> Track:
    url = reverse("content:captions", kwargs={"uid": video.uid, "language": code})
    return Track(code, str(language_facts(code)["name_local"]), url)


def _poster_url(picture: Picture) -> str:
    """Return the address of the picture in the size of a player, as soon as that is made."""
    if not picture.has_renditions:
        return picture.file.url
    sizes = picture.file.aspect_ratios[None]["WEBP"]
    fitting = [width for width in sizes if width <= POSTER_WIDTH] or [min(sizes)]
    return sizes[max(fitting)].url
