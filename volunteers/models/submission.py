"""What every message from the public has: a reference, a date of erasure, its mails."""

from __future__ import annotations

import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Digits and capitals without those that are mistaken for others when read out or written
ALPHABET = "23456789ABCDEFGHJKMNPQRTVWXYZ"


class SubmissionQuerySet(models.QuerySet):
    def held(self) -> SubmissionQuerySet:
        """Keep what looked like abuse and waits for an officer's eyes."""
        return self.exclude(held_for="")

    def accepted(self) -> SubmissionQuerySet:
        return self.filter(held_for="")

    def due_for_erasure(self) -> SubmissionQuerySet:
        """Keep what is to be erased today."""
        return self.filter(erase_on__lte=timezone.localdate())

    def of(self, address: str) -> SubmissionQuerySet:
        """Keep what came from an e-mail address, however it was capitalised."""
        return self.filter(email__iexact=address)


class Submission(models.Model):
    """Something a person sent. The same thing posted twice is one row: see `fingerprint`."""

    PREFIX = ""

    reference = models.CharField(_("reference"), max_length=12, unique=True, editable=False)
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
    mails = models.ManyToManyField(
        "post_office.Email", related_name="+", editable=False, verbose_name=_("mails")
    )

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
