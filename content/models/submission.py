"""Abstract models of messages from the public: date of erasure, reference, e-mails."""

from __future__ import annotations

import secrets
from typing import ClassVar, Self, TypeVar, cast

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Digits and capitals without those that are easily mistaken for others
ALPHABET = "23456789ABCDEFGHJKMNPQRTVWXYZ"

Row = TypeVar("Row", bound=models.Model)


class ReceivedQuerySet(models.QuerySet[Row]):
    def held(self) -> Self:
        """Keep rows that looked like abuse and are held for an officer."""
        return self.exclude(held_for="")

    def accepted(self) -> Self:
        """Keep rows that are not held."""
        return self.filter(held_for="")

    def due_for_erasure(self) -> Self:
        """Keep rows that are to be erased today or earlier."""
        return self.filter(erase_on__lte=timezone.localdate())

    def store_once(self, *, fingerprint: str, **values: object) -> tuple[Row, bool]:
        """Create a row, or return the one that the same form has made before.

        Returns:
            The row, and whether it is new.
        """
        try:
            with transaction.atomic():
                return self.create(fingerprint=fingerprint, **values), True
        except IntegrityError:
            # A repeated post, or the faster one of a double click
            return self.get(fingerprint=fingerprint), False


class Received(models.Model):
    """Something that a person sent. Posted twice, it is one row: see `fingerprint`."""

    fingerprint = models.CharField(
        max_length=64,
        unique=True,
        editable=False,
        help_text="Keyed hash of the form's token and answers: a repeated post has the same.",
    )
    language = models.CharField(_("language of the page"), max_length=10, editable=False)
    held_for = models.CharField(
        _("kept aside because of"),
        max_length=200,
        blank=True,
        editable=False,
        help_text=_("Why it looked like abuse. It is not sent on until you release it."),
    )
    created_at = models.DateTimeField(_("received"), default=timezone.now, editable=False)
    erase_on = models.DateField(_("erased on"), db_index=True)

    objects = ReceivedQuerySet.as_manager()

    class Meta:
        abstract = True


class SubmissionQuerySet(ReceivedQuerySet[Row]):
    def of(self, address: str) -> Self:
        """Keep rows from an e-mail address, ignoring case."""
        return self.filter(email__iexact=address)

    def store_once(self, *, fingerprint: str, **values: object) -> tuple[Row, bool]:
        """Do the same with a new reference."""
        reference = cast("type[Submission]", self.model).new_reference()
        return super().store_once(fingerprint=fingerprint, reference=reference, **values)


class Submission(Received):
    """Something that a person sent and gets an answer to, with an address and a reference."""

    PREFIX = ""

    reference = models.CharField(_("reference"), max_length=12, unique=True, editable=False)
    mails = models.ManyToManyField(
        "content.QueuedEmail", related_name="+", editable=False, verbose_name=_("mails")
    )

    objects: ClassVar = SubmissionQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.reference

    @classmethod
    def new_reference(cls) -> str:
        """Return an unused reference, such as VOL-7K3Q-9X."""
        while True:
            code = "".join(secrets.choice(ALPHABET) for _ in range(6))
            reference = f"{cls.PREFIX}-{code[:4]}-{code[4:]}"
            if not cls._default_manager.filter(reference=reference).exists():
                return reference
