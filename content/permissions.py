"""Whether a user may do something with the rows of a model."""

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Model


def has_permission(
    user: AbstractUser | AnonymousUser, action: str, model: type[Model] | Model | None
) -> bool:
    """Return whether `user` has the permission for "add", "change", "publish" and the like.

    Nobody has it for rows of a model that the site no longer has.
    """
    if model is None:
        return False
    options = model._meta
    return user.has_perm(f"{options.app_label}.{get_permission_codename(action, options)}")


def may_see(user: AbstractUser | AnonymousUser, model: type[Model] | None) -> bool:
    """Return whether the admin shows rows of a model to `user`; who may change them sees them."""
    return has_permission(user, "view", model) or has_permission(user, "change", model)


def may_publish(user: AbstractUser | AnonymousUser, row_or_model: type[Model] | Model) -> bool:
    """Return whether `user` may decide what the public sees of a row, or of some row of a model.

    Without it rows are written as drafts, and what is public stays as it is.
    """
    return has_permission(user, "publish", row_or_model)
