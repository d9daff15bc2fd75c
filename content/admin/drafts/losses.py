"""What the public loses when something is deleted or taken off the web, in words and links."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.contrib.redirects.models import Redirect
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from content.admin.related_links import change_link, public_address, whole_of
from content.admin.where_used import where_used
from content.forms.publishing import PUBLIC_STATES
from content.models import Publishable
from content.permissions import may_edit, may_see

# Rows of which the losses are looked up where several are chosen: each costs some thirty queries.
MAX_NAMED = 20
MAX_OLD_ADDRESSES = 50


@dataclass
class Loss:
    """One row, the addresses at which the public finds it, and links to what shows or names it.

    Attributes:
        users: of (link, address in public or "").
    """

    thing: Publishable
    addresses: list[str] = field(default_factory=list)
    users: list[tuple[SafeString, str]] = field(default_factory=list)


def losses(
    things: list[Publishable], user: AbstractUser | AnonymousUser, site: admin.AdminSite
) -> list[Loss]:
    """Return what readers lose by each; of more than MAX_NAMED their names alone."""
    named = [loss_of(thing, user, site) for thing in things[:MAX_NAMED]]
    return named + [Loss(thing) for thing in things[MAX_NAMED:]]


def loss_of(thing: Publishable, user: AbstractUser | AnonymousUser, site: admin.AdminSite) -> Loss:
    """Return what is lost by one row, as far as this person may know of it."""
    found = Loss(thing)
    if thing.publishing_state in PUBLIC_STATES:
        found.addresses = [thing.get_absolute_url(), *_old_addresses(thing)]
    rows = [row for row in where_used(thing) if whole_of(row) != thing]
    found.users = [
        (change_link(row, site), public_address(row)) for row in rows if _may_know(user, row)
    ]
    return found


def _may_know(user: AbstractUser | AnonymousUser, row: Model) -> bool:
    whole = whole_of(row)
    return bool(public_address(row)) or may_see(user, type(whole)) or may_edit(user, whole)


def _old_addresses(thing: Publishable) -> list[str]:
    """Return the addresses that lead to its page."""
    redirects = Redirect.objects.filter(site_id=settings.SITE_ID, new_path=thing.get_absolute_url())
    paths = redirects.order_by("old_path").values_list("old_path", flat=True)
    return list(paths[:MAX_OLD_ADDRESSES])


class NamedLossesAdmin(admin.ModelAdmin):
    """Names on the page that asks before deleting what the public loses."""

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict | None = None
    ) -> HttpResponse:
        thing: Any = self.get_object(request, object_id)
        context: dict[str, Any] = {}
        if thing is not None and request.method != "POST":
            found = loss_of(thing, request.user, self.admin_site)
            context = {"addresses": found.addresses, "users": found.users}
        return super().delete_view(request, object_id, context | (extra_context or {}))
