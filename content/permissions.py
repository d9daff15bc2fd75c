"""Whether a user may do something with the rows of a model."""

from typing import Any

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


def may_see_part(
    user: AbstractUser | AnonymousUser, whole: type[Model] | None, model: type[Model]
) -> bool:
    """Return whether rows of `model`, kept as part of a row of `whole`, are shown to `user`.

    Whoever writes rows of some groups only sees them whole.
    """
    return may_see(user, model) or (
        not has_permission(user, "change", whole)
        and has_permission(user, "write", whole)
        and (model is whole or model in _parts(whole))
    )


def _parts(whole: type[Model] | None) -> list[type[Model]]:
    names = getattr(whole, "parts", ())
    return [getattr(whole, name).rel.related_model for name in names]


def may_edit(user: AbstractUser | AnonymousUser, row_or_model: type[Model] | Model | None) -> bool:
    """Return whether `user` may write a row, or some row of a model.

    Whoever has the permission for "change" may write all of them, whoever has only that for "write"
    those that the model's queryset keeps in `editable_by()`.
    """
    if has_permission(user, "change", row_or_model):
        return True
    if not has_permission(user, "write", row_or_model):
        return False
    if row_or_model is None or isinstance(row_or_model, type):
        return True
    rows: Any = type(row_or_model)._default_manager
    return rows.editable_by(user).filter(pk=row_or_model.pk).exists()


def may_publish(user: AbstractUser | AnonymousUser, row_or_model: type[Model] | Model) -> bool:
    """Return whether `user` may decide what the public sees of a row, or of some row of a model.

    Without it rows are written as drafts, and what is public stays as it is.
    """
    return has_permission(user, "publish", row_or_model)
