"""What somebody may do with the rows that a version has."""

from django.contrib.auth import get_permission_codename
from django.db.models import Model
from django.http import HttpRequest


def may(request: HttpRequest, action: str, model: type[Model] | None) -> bool:
    """Return whether this person may `add`, `change`, `delete` or `view` rows of a model.

    Nobody may do anything with those of a model that the site no longer has.
    """
    if model is None:
        return False
    options = model._meta
    codename = get_permission_codename(action, options)
    return request.user.has_perm(f"{options.app_label}.{codename}")


def may_see(request: HttpRequest, model: type[Model] | None) -> bool:
    """Return whether the admin shows this person rows of a model; who may change them sees them."""
    return may(request, "view", model) or may(request, "change", model)
