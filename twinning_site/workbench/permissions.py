"""Whether a user may do something with the rows of a model."""

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Model


def has_permission(user: User | AnonymousUser, action: str, model: type[Model]) -> bool:
    """Return whether `user` has the permission for "add", "change", "delete" or "view"."""
    options = model._meta
    return user.has_perm(f"{options.app_label}.{get_permission_codename(action, options)}")
