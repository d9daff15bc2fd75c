"""The library of documents for download."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from content.documents.upload_checks import (
    TYPES,
    DocumentFacts,
    check_document,
    document_path,
    read_facts,
    stored_name,
)
from content.file_digests import digest_of
from content.models.constraints import has_its_texts, is_one_of
from content.models.kinds.document_kind import DEFAULT, DocumentKind
from content.models.kinds.kind_field import KindField
from content.models.offered import OfferedQuerySet
from content.models.publishing import Publishable
from content.pictures.renditions import picture_path
from content.text.fields import I18nCharField
from content.text.language_field import LanguageField
from content.text.language_names import language_choices, language_name
from content.text.languages import language_of
from content.text.plain_fields import PlainTextField
from content.text.slugs import slug_of


def documents_storage() -> Storage:
    """Return the private storage; a function, so that migrations do not name its folder."""
    return storages["documents"]


class Document(Publishable):
    """A file with a title. Type, size, pages and language are read from the file."""

    address_fields = ("uid", "title", "media_type")
    # What is known of the file, and of no other one; the cover is drawn anew.
    known_of_file: ClassVar[tuple[str, ...]] = (
        "sha256", "media_type", "size", "pages", "can_be_printed", "can_be_copied",
        "read_at", "reading_attempts", "unreadable", "text", "is_tagged", "has_title",
    )  # fmt: skip
    # Set on a row that is about to be saved with a file that a worker is to read then
    awaits_reading = False

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    title = I18nCharField(_("title"))
    kind = KindField(DocumentKind, default=DEFAULT)
    language = LanguageField(
        _("language"),
        choices=language_choices,
        blank=True,
        help_text=_("Empty: as the file itself says."),
    )
    file = models.FileField(
        _("file"),
        upload_to=document_path,
        storage=documents_storage,
        validators=[check_document],
        help_text=_("PDF, Word (.docx) or OpenDocument (.odt)."),
    )
    # Empty for what is older than this column
    sha256 = models.CharField(
        max_length=64, default="", db_default="", db_index=True, editable=False
    )
    media_type = models.CharField(_("type"), max_length=100, editable=False)
    size = models.PositiveIntegerField(_("size in bytes"), editable=False)
    pages = models.PositiveIntegerField(_("pages"), null=True, editable=False)
    can_be_printed = models.BooleanField(default=True, db_default=True, editable=False)
    can_be_copied = models.BooleanField(default=True, db_default=True, editable=False)

    # What the worker reads; see content.tasks.read_document.
    read_at = models.DateTimeField(_("read"), null=True, editable=False)
    reading_attempts = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)
    unreadable = models.CharField(
        max_length=50, default="", db_default="", editable=False,
        help_text="What could not be read, of text, cover and accessibility, with blanks between.",
    )  # fmt: skip
    text = PlainTextField(_("text"), blank=True, editable=False)
    is_tagged = models.BooleanField(_("has tags"), null=True, editable=False)
    has_title = models.BooleanField(_("has a title"), null=True, editable=False)
    cover = models.ImageField(
        _("cover"),
        upload_to=picture_path,
        width_field="cover_width",
        height_field="cover_height",
        blank=True,
        editable=False,
    )
    cover_width = models.PositiveIntegerField(null=True, editable=False)
    cover_height = models.PositiveIntegerField(null=True, editable=False)

    objects: ClassVar = OfferedQuerySet.as_manager()

    class Meta(Publishable.Meta):
        default_permissions = (*Publishable.Meta.default_permissions, "write")
        constraints = [
            *Publishable.Meta.constraints,
            has_its_texts("title", "file"),
            is_one_of("media_type", TYPES),
        ]
        ordering = ["-published_at", "-pk"]
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self) -> str:
        return str(self.title)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Read a new file's facts before it is stored."""
        if self.file and not self.file._committed:  # type: ignore[attr-defined] # not in the stubs
            self.set_facts(read_facts(self.file))
            self.sha256 = digest_of(self.file)
            self.file.name = stored_name(self.media_type)
        super().save(*args, **kwargs)

    def set_facts(self, facts: DocumentFacts) -> None:
        """Set what is known of a new file; what the worker read from the one before is gone."""
        self.media_type, self.size, self.pages = facts.media_type, facts.size, facts.pages
        self.language = self.language or facts.language
        self.can_be_printed, self.can_be_copied = facts.can_be_printed, facts.can_be_copied
        self.text, self.is_tagged, self.has_title = "", None, None
        self.read_at, self.reading_attempts, self.unreadable = None, 0, ""

    def take_file_of(self, other: Document) -> None:
        """Have the file of another state of this document; once it is saved, a worker reads it."""
        self.file = other.file.name
        self.sha256 = other.sha256
        known = {field.name: getattr(other, field.name) for field in fields(DocumentFacts)}
        self.set_facts(DocumentFacts(**known))
        self.awaits_reading = True

    def get_absolute_url(self) -> str:
        return reverse("content:document", kwargs={"uid": self.uid, "filename": self.download_name})

    @property
    def download_name(self) -> str:
        """Return a readable name for the reader's own folder, such as `membership-form.pdf`."""
        stem = slug_of(str(self.title), language_of(self.title))[:100].strip("-") or "document"
        return f"{stem}.{TYPES[self.media_type][0]}"

    @property
    def download_names(self) -> set[str]:
        """Return the names in all languages of the site: the address itself has no language."""
        names = set()
        for code in settings.SITE_LANGUAGES:
            with override(code):
                names.add(self.download_name)
        return names

    @property
    def type_name(self) -> str:
        """Return the type as readers call it, such as `PDF`."""
        return TYPES[self.media_type][1]

    @property
    def language_name(self) -> str:
        """Return the language in words, empty if it is not known."""
        return language_name(self.language) if self.language else ""

    @property
    def unread_parts(self) -> list[str]:
        """Return which looks into the file have failed for good."""
        return self.unreadable.split()

    @property
    def lacks_accessibility(self) -> bool:
        """Return whether it is known that it may be unreadable with a screen reader."""
        missing = self.is_tagged is False or self.has_title is False
        return missing or "accessibility" in self.unread_parts

    @property
    def is_reachable(self) -> bool:
        """Return whether the public may fetch the file; see `OfferedQuerySet.reachable`."""
        return Document.objects.reachable().filter(pk=self.pk).exists()
