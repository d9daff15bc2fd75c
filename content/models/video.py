"""Videos of the council's own, with captions and a transcript."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, ClassVar, Self
from uuid import uuid4

from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from content.file_digests import digest_of
from content.models.constraints import has_its_texts, is_one_of
from content.models.offered import OfferedQuerySet
from content.models.picture import Picture
from content.models.publishing import Publishable
from content.text.fields import I18nCharField, I18nTextField, RichTextField, is_blank
from content.videos.captions import as_webvtt
from content.videos.upload_checks import (
    TYPES,
    VideoFacts,
    check_video,
    read_facts,
    stored_name,
    video_path,
)

NEEDS_CAPTIONS = _(
    "People who do not hear it need captions (WCAG 1.2.2). Without them it stays a draft."
)
NEEDS_TRANSCRIPT = _(
    "What a video without sound shows has to be told in words, too (WCAG 1.2.1): write a "
    "transcript."
)


def videos_storage() -> Storage:
    """Return the private storage; a function, so that migrations do not name its folder."""
    return storages["videos"]


class VideoKind(models.TextChoices):
    SIGN_LANGUAGE = "sign", _("sign language")
    OTHER = "other", _("other video")


class CaptionsField(I18nTextField):
    """Captions as WebVTT in several languages; SRT is turned into it."""

    def clean_text(self, text: str) -> str:
        return super().clean_text(as_webvtt(text))


class VideoQuerySet(OfferedQuerySet):
    """Videos, as pages show them."""

    def shown(self) -> Self:
        """Keep those that are public now, with what a player needs."""
        return self.published().select_related("poster")


class Video(Publishable):
    """A video file with what people need who do not hear or do not see it.

    A video in sign language says what the page says, so that it needs no captions (WCAG 1.2.2
    leaves out what is an alternative to a text).
    """

    # Captions are in the languages in which somebody reads along, and no translation of the page.
    texts_apart = ("captions",)

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    title = I18nCharField(_("title"))
    slug = models.SlugField(_("short name in the address"), unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=VideoKind, default=VideoKind.OTHER)
    file = models.FileField(
        _("file"),
        upload_to=video_path,
        storage=videos_storage,
        validators=[check_video],
        help_text=_("MP4 (H.264 and AAC) or WebM. For another film, add another video."),
    )
    sha256 = models.CharField(max_length=64, default="", db_index=True, editable=False)
    media_type = models.CharField(_("type"), max_length=20, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    seconds = models.PositiveIntegerField(_("length in seconds"), editable=False)
    is_silent = models.BooleanField(
        _("without sound"),
        default=False,
        help_text=_("Nothing is to be heard in it that anybody would miss."),
    )
    poster = models.ForeignKey(
        Picture,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture before it starts"),
    )
    captions = CaptionsField(
        _("captions"), blank=True, default="",
        help_text=_("WebVTT or SRT: what is said and what is to be heard, line by line."),
    )  # fmt: skip
    transcript = RichTextField(
        _("transcript"), blank=True, default="",
        help_text=_(
            "What is said and what is to be seen, in words: for people who neither see nor hear "
            "it, and for those who would rather read."
        ),
    )  # fmt: skip

    objects: ClassVar = VideoQuerySet.as_manager()

    class Meta(Publishable.Meta):
        default_permissions = (*Publishable.Meta.default_permissions, "write")
        constraints = [
            *Publishable.Meta.constraints,
            has_its_texts("title", "slug", "file"),
            is_one_of("kind", VideoKind),
            is_one_of("media_type", TYPES),
            models.CheckConstraint(
                name="content_video_public_with_captions",
                condition=Q(published_at=None)
                | Q(kind=VideoKind.SIGN_LANGUAGE)
                | Q(is_silent=True)
                | ~Q(captions__in=["", "{}"]),
                violation_error_message=NEEDS_CAPTIONS,
            ),
            models.CheckConstraint(
                name="content_video_public_with_transcript",
                condition=Q(published_at=None)
                | Q(kind=VideoKind.SIGN_LANGUAGE)
                | Q(is_silent=False)
                | ~Q(transcript__in=["", "{}"]),
                violation_error_message=NEEDS_TRANSCRIPT,
            ),
        ]
        ordering = ["-published_at", "-pk"]
        verbose_name = _("video")
        verbose_name_plural = _("videos")

    def __str__(self) -> str:
        return str(self.title)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Read a new file's facts before it is stored."""
        if self.file and not self.file._committed:  # type: ignore[attr-defined] # not in the stubs
            self.set_facts(read_facts(self.file))
            self.sha256 = digest_of(self.file)
            self.file.name = stored_name(self.media_type)
        super().save(*args, **kwargs)

    def set_facts(self, facts: VideoFacts) -> None:
        """Set what is known of a new file; one without a track of sound is silent."""
        for field in fields(facts):
            if field.name != "has_sound":
                setattr(self, field.name, getattr(facts, field.name))
        self.is_silent = self.is_silent or not facts.has_sound

    def get_absolute_url(self) -> str:
        return reverse("pages:video", kwargs={"slug": self.slug})

    def objections_to_publishing(self) -> dict[str, str]:
        """Return what readers would miss, by the fields that lack it."""
        if self.kind == VideoKind.SIGN_LANGUAGE:
            return {}
        if self.is_silent:
            return {"transcript": str(NEEDS_TRANSCRIPT)} if is_blank(self.transcript) else {}
        return {"captions": str(NEEDS_CAPTIONS)} if is_blank(self.captions) else {}

    @property
    def file_url(self) -> str:
        """Return the address of the file itself, which has no language."""
        ending = TYPES[self.media_type][0]
        return reverse("content:video-file", kwargs={"uid": self.uid, "ending": ending})

    @property
    def type_name(self) -> str:
        """Return the type as readers call it, such as `MP4`."""
        return TYPES[self.media_type][1]

    @property
    def length(self) -> str:
        """Return how long it is, such as `1:05` or `1:02:03`."""
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
