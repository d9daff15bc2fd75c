"""Write down in the audit trail who signs in, who signs out, and who fails to."""

from datetime import timedelta
from typing import Any

from axes.signals import user_locked_out
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from content.audit import record
from content.intake.rate_limits import client_network
from content.models import AuditEntry
from content.models.records.audit_entry import Deed
from twinning_site.workbench.accounts.own_account import LANGUAGE
from twinning_site.workbench.accounts.sessions import FACTS, facts_of
from twinning_site.workbench.accounts.single_sign_on import BACKEND
from twinning_site.workbench.models import AccountSettings


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: User, **kwargs: Any) -> None:
    detail = "password alone, second factor to come" if settings.STAFF_SECOND_FACTOR else ""
    if getattr(user, "backend", "") == BACKEND:
        detail = "single sign-on"
    record(request, Deed.SIGNED_IN, who=user.get_username(), detail=detail)
    request.session[FACTS] = facts_of(request, client_network(request))
    chosen = AccountSettings.objects.filter(user_id=user.pk).first()
    if chosen:
        request.session[LANGUAGE] = chosen.language


@receiver(user_logged_out)
def signed_out(request: HttpRequest, user: User | None, **kwargs: Any) -> None:
    if user is not None:
        record(request, Deed.SIGNED_OUT, who=user.get_username())


@receiver(user_login_failed)
def failed_to_sign_in(credentials: dict, request: HttpRequest | None = None, **kwargs: Any) -> None:
    """Write down a wrong password for an account that there is.

    Other names are left out: somebody may have typed a password there, and there is no end of them.
    """
    name = str(credentials.get("username") or "")
    is_locked = getattr(request, "axes_locked_out", False)
    if request is not None and not is_locked and _is_an_account(name):
        record(request, Deed.FAILED, who=name)


@receiver(user_locked_out)
def was_locked_out(request: HttpRequest, username: str | None, **kwargs: Any) -> None:
    """Write down a lock once; axes tells it anew with every try."""
    name = username or ""
    since = timezone.now() - timedelta(minutes=15)
    known = AuditEntry.objects.filter(what=Deed.LOCKED, who=name, at__gt=since)
    if _is_an_account(name) and not known.exists():
        record(request, Deed.LOCKED, who=name)


def _is_an_account(name: str) -> bool:
    return bool(name) and "\0" not in name and User.objects.filter(username=name).exists()
