from collections.abc import Callable

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from volunteers.models import ApplicationQuerySet


class WaitingFilter(admin.SimpleListFilter):
    """Applications that wait for an officer or a group, or have waited too long."""

    title = _("waiting")
    parameter_name = "waiting"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("waiting", _("waiting for a step")), ("overdue", _("overdue"))]

    def queryset(
        self,
        request: HttpRequest,
        queryset: ApplicationQuerySet,  # type: ignore[override] # of applications only
    ) -> ApplicationQuerySet:
        keep: dict[str | None, Callable[[], ApplicationQuerySet]] = {
            "waiting": queryset.waiting,
            "overdue": queryset.overdue,
        }
        return keep.get(self.value(), queryset.all)()
