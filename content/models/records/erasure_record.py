from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models.constraints import has_its_texts, is_one_of
from content.models.records.append_only import AppendOnly


class ErasureReason(models.TextChoices):
    DUE = "due", _("its time was over")
    ASKED = "asked", _("the person asked for it")
    OFFICER = "officer", _("an officer erased it")


class ErasureRecord(AppendOnly):
    """Proof that something was erased. It holds nothing about anybody."""

    erased_at = models.DateTimeField(_("erased at"), default=timezone.now, editable=False)
    what = models.CharField(_("what"), max_length=50, editable=False)
    number = models.PositiveIntegerField(_("how many"), editable=False)
    reason = models.CharField(_("why"), max_length=10, choices=ErasureReason, editable=False)

    class Meta:
        constraints = [has_its_texts("what"), is_one_of("reason", ErasureReason)]
        ordering = ["-erased_at", "-pk"]
        verbose_name = _("proof of erasure")
        verbose_name_plural = _("proofs of erasure")

    def __str__(self) -> str:
        return f"{self.what}: {self.number}"
