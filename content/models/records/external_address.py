"""Addresses of other sites to which pages link, and whether anything is there."""

from datetime import timedelta
from hashlib import sha256
from typing import Any, ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models.constraints import has_its_texts, is_one_of

# On so many different days in a row nothing was there before an address counts as broken.
DAYS_UNTIL_BROKEN = 3


class LinkFault(models.TextChoices):
    """What is wrong with a link."""

    NOT_FOUND = "not_found", _("the page is not found")
    SERVER = "server", _("the site reports an error")
    NO_HOST = "no_host", _("there is no site of this name")
    NO_CONNECTION = "no_connection", _("the site cannot be reached")
    TOO_SLOW = "too_slow", _("the site does not answer in time")
    CERTIFICATE = "certificate", _("its certificate is not valid")
    NO_WEBSITE = "no_website", _("no website answers there")
    REDIRECTS = "redirects", _("it redirects in a circle")
    # Of links on this site
    NOWHERE = "nowhere", _("leads nowhere on this site")
    DRAFT = "draft", _("is a draft")
    EXPIRED = "expired", _("was taken down")
    HIDDEN = "hidden", _("readers cannot see it")


class ExternalAddressQuerySet(models.QuerySet):
    def due(self) -> Self:
        """Keep what is to be looked at now, what has waited longest first."""
        return self.filter(next_check_at__lte=timezone.now()).order_by("next_check_at", "pk")

    def broken(self) -> Self:
        """Keep what was not there on several days, the last ones."""
        return self.filter(failed_days__gte=DAYS_UNTIL_BROKEN)


class ExternalAddress(models.Model):
    """One address, however many pages link to it.

    `digest` stands for the address in the index, which takes no long ones.
    """

    digest = models.CharField(max_length=64, unique=True, editable=False)
    url = models.TextField(_("address"))
    fault = models.CharField(max_length=20, choices=LinkFault, blank=True)
    failed_days = models.PositiveSmallIntegerField(default=0)
    last_failed_on = models.DateField(null=True)
    checked_at = models.DateTimeField(null=True)
    next_check_at = models.DateTimeField(db_index=True)

    objects: ClassVar = ExternalAddressQuerySet.as_manager()

    class Meta:
        default_permissions: ClassVar = []
        constraints = [has_its_texts("digest", "url"), is_one_of("fault", ["", *LinkFault])]
        verbose_name = _("address of another site")
        verbose_name_plural = _("addresses of other sites")

    def __str__(self) -> str:
        return self.url

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.digest = digest_of(self.url)
        super().save(*args, **kwargs)

    def note_fault(self, fault: LinkFault) -> None:
        """Count a day on which nothing was there; two failures of one day are one."""
        today = timezone.localdate()
        if self.last_failed_on != today:
            self.failed_days += 1
        self.fault, self.last_failed_on = fault, today
        days = 1 if self.failed_days < DAYS_UNTIL_BROKEN else 7
        self._note(timedelta(days=days))

    def note_answer(self) -> None:
        """Note that something is there."""
        self.fault, self.failed_days, self.last_failed_on = "", 0, None
        self._note(timedelta(days=7))

    def note_postponed(self, wait: timedelta) -> None:
        """Ask again after `wait`, and judge nothing."""
        self._note(wait)

    def _note(self, wait: timedelta) -> None:
        self.checked_at = timezone.now()
        self.next_check_at = self.checked_at + wait
        self.save()


def digest_of(url: str) -> str:
    return sha256(url.encode("utf-8", "surrogatepass")).hexdigest()
