"""The group of officers: they edit everything on the site, but no accounts."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

OFFICERS_GROUP = "Officers"
# It tells what officers do; the council may grant it to whom it trusts with that.
NOT_GRANTED = {"view_auditentry"}
# Officers have all permissions on these apps, and none on accounts and technical tables.
OFFICER_APPS = {"cities", "content", "events", "links", "pages", "volunteers"}


def grant_permissions(app_config: AppConfig, using: str, **kwargs: Any) -> None:
    """Grant the group the new permissions of an app (receiver of `post_migrate`).

    Permissions that existed before are left alone: the council may have revoked them.
    """
    if app_config.label not in OFFICER_APPS or not app_config.models_module:
        return
    permissions = Permission.objects.using(using).filter(content_type__app_label__in=OFFICER_APPS)
    permissions = permissions.exclude(codename__in=NOT_GRANTED)
    known = set(permissions.values_list("pk", flat=True))
    # This receiver runs before that of django.contrib.auth, which would create them.
    create_permissions(app_config, verbosity=0, using=using)
    group, is_new = Group.objects.using(using).get_or_create(name=OFFICERS_GROUP)
    group.permissions.add(*(permissions if is_new else permissions.exclude(pk__in=known)))
