"""What the council looks for volunteers for."""

from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models import MarkedAsExample
from content.models.constraints import has_its_texts
from content.text.fields import I18nCharField


class VolunteerTaskQuerySet(models.QuerySet["VolunteerTask"]):
    def offered(self) -> Self:
        """Keep those that the form offers, in the order of the council."""
        return self.filter(is_offered=True)


class VolunteerTask(MarkedAsExample):
    """A task that the form offers. One that is retired stays on the applications that have it."""

    name = I18nCharField(_("task"), help_text=_("Such as “Host a guest for a week”."))
    is_offered = models.BooleanField(
        _("offered in the form"),
        default=True,
        help_text=_("Untick it to retire the task: applications that have it keep it."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects: ClassVar = VolunteerTaskQuerySet.as_manager()

    class Meta:
        constraints = [has_its_texts("name")]
        ordering = ["position", "pk"]
        verbose_name = _("task for volunteers")
        verbose_name_plural = _("tasks for volunteers")

    def __str__(self) -> str:
        return str(self.name)

    @property
    def is_used(self) -> bool:
        """Return whether an application has it."""
        return self.applications.exists()
