"""Who may see drafts and edit what a page shows."""

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Model
from django.urls import reverse

from content.permissions import may_edit


def may_change(user: AbstractUser | AnonymousUser, row: Model) -> bool:
    """Return whether `user` may edit `row` in the admin, and so see it while it is a draft."""
    return user.is_staff and may_edit(user, row)


def edit_url(user: AbstractUser | AnonymousUser, row: Model) -> str:
    """Return the address of the admin form of `row`; empty if `user` may not use it."""
    if not may_change(user, row):
        return ""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
