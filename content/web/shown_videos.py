"""The videos on the page of a row: those in sign language stand at its top."""

from typing import Any

from django.db.models import Exists, Model, OuterRef

from content.models import Video, VideoKind


def has_videos(model: type[Model]) -> Exists:
    """Return whether a row of `model` has videos; most have none, which then costs no query."""
    through: Any = model._meta.get_field("videos").remote_field.through  # type: ignore[union-attr]
    field = model._meta.get_field("videos").m2m_field_name()  # type: ignore[union-attr]
    return Exists(through.objects.filter(**{field: OuterRef("pk")}))


def shown_videos(rows: Any) -> dict[str, list[Video]]:
    """Return the public ones of the manager `rows`, or of none, by where they stand: 1 query."""
    videos: list[Video] = list(rows.shown()) if rows is not None else []
    of_sign_language = [video for video in videos if video.kind == VideoKind.SIGN_LANGUAGE]
    return {
        "sign_language": of_sign_language,
        "videos": [video for video in videos if video not in of_sign_language],
    }
