"""The group whose members run the site without being able to break it."""

from django.apps import AppConfig
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

NAME = "Officers"
# Everything in these apps may be read and written; accounts and technical tables not.
APPS = {"cities", "content", "events", "links", "pages", "volunteers"}


def give_rights(app_config: AppConfig, using: str, **kwargs) -> None:
    """Give the group its rights on what `app_config` has brought; called after migrating.

    Only rights that are new: those that a council has taken from the group stay taken.
    """
    if app_config.label not in APPS or not app_config.models_module:
        return
    permissions = Permission.objects.using(using).filter(content_type__app_label__in=APPS)
    known = set(permissions.values_list("pk", flat=True))
    # Our app comes before Django's, so Django has not made them yet.
    create_permissions(app_config, verbosity=0, using=using)
    group, is_new = Group.objects.using(using).get_or_create(name=NAME)
    group.permissions.add(*(permissions if is_new else permissions.exclude(pk__in=known)))
