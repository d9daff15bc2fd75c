"""Who may see drafts and edit what a page shows."""

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Model
from django.urls import reverse

from content.permissions import has_permission


def may_change(user: AbstractUser | AnonymousUser, model: type[Model] | Model) -> bool:
    """Return whether `user` is an officer who may edit, and so see drafts of, `model`."""
    return user.is_staff and has_permission(user, "change", model)


def edit_url(user: AbstractUser | AnonymousUser, row: Model) -> str:
    """Return the address of the admin form of `row`; empty if `user` may not use it."""
    if not may_change(user, row):
        return ""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
