"""What django-axes, which counts wrong passwords, is told by settings."""

from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.contrib.admin import site
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from content.intake.rate_limits import client_network
from content.opened_forms.kept_form import KeptForm
from twinning_site.workbench.account_limit import count_failure, must_wait


class AccountHandler(AxesDatabaseHandler):
    """Counts wrong passwords of an account from all networks, beside those from each network."""

    def is_locked(self, request: HttpRequest, credentials: dict | None = None) -> bool:
        return super().is_locked(request, credentials) or must_wait(
            attempted_username(request, credentials), client_network(request)
        )

    def user_login_failed(
        self, sender: Any, credentials: dict, request: HttpRequest | None = None, **kwargs: Any
    ) -> None:
        was_checked = request is not None and not getattr(request, "axes_locked_out", False)
        super().user_login_failed(sender, credentials, request, **kwargs)
        if request is not None and was_checked:
            count_failure(attempted_username(request, credentials))


def locked_out(request: HttpRequest, credentials: dict) -> HttpResponse:
    """Return the page after too many wrong passwords (AXES_LOCKOUT_CALLABLE)."""
    context = site.each_context(request) | {"kept": KeptForm.of(request)}
    return render(request, "admin/locked_out.html", context, status=429)


def attempted_username(request: HttpRequest, credentials: dict | None = None) -> str:
    """Return the user name to count attempts by, cut to its column (AXES_USERNAME_CALLABLE)."""
    given = credentials or request.POST
    return (given.get("username") or "")[: AccessAttempt._meta.get_field("username").max_length]
