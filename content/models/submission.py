"""What every message from the public has: a date of erasure, a reference, its mails."""

from __future__ import annotations

import secrets
from typing import Self

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Digits and capitals without those that are mistaken for others when read out or written
ALPHABET = "23456789ABCDEFGHJKMNPQRTVWXYZ"


class ReceivedQuerySet(models.QuerySet):
    def held(self) -> Self:
        """Keep what looked like abuse and waits for an officer's eyes."""
        return self.exclude(held_for="")

    def accepted(self) -> Self:
        return self.filter(held_for="")

    def due_for_erasure(self) -> Self:
        """Keep what is to be erased today."""
        return self.filter(erase_on__lte=timezone.localdate())

    def store_once(self, *, fingerprint: str, **values) -> tuple[models.Model, bool]:
        """Create a row, or find the one that the same form made before.

        Returns:
            The row, and whether it is new.
        """
        try:
            with transaction.atomic():
                return self.create(fingerprint=fingerprint, **values), True
        except IntegrityError:
            # A replay, or the other half of a double click that was faster
            return self.get(fingerprint=fingerprint), False


class Received(models.Model):
    """Something a person sent. The same thing posted twice is one row: see `fingerprint`."""

    fingerprint = models.CharField(
        max_length=64,
        unique=True,
        editable=False,
        help_text="Keyed hash of the form's token and what was typed: a replay meets it again.",
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


class SubmissionQuerySet(ReceivedQuerySet):
    def of(self, address: str) -> Self:
        """Keep what came from an e-mail address, however it was capitalised."""
        return self.filter(email__iexact=address)

    def store_once(self, *, fingerprint: str, **values) -> tuple[models.Model, bool]:
        return super().store_once(
            fingerprint=fingerprint, reference=self.model.new_reference(), **values
        )


class Submission(Received):
    """Something a person sent and gets an answer to: it has an address and a reference."""

    PREFIX = ""

    reference = models.CharField(_("reference"), max_length=12, unique=True, editable=False)
    mails = models.ManyToManyField(
        "content.QueuedEmail", related_name="+", editable=False, verbose_name=_("mails")
    )

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.reference

    @classmethod
    def new_reference(cls) -> str:
        """Make a reference that is free, such as VOL-7K3Q-9X."""
        while True:
            letters = "".join(secrets.choice(ALPHABET) for _ in range(6))
            reference = f"{cls.PREFIX}-{letters[:4]}-{letters[4:]}"
            if not cls._default_manager.filter(reference=reference).exists():
                return reference
