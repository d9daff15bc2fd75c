from django.contrib.auth.models import AbstractUser, AnonymousUser, Group
from django.db.models import QuerySet


def roles_within(user: AbstractUser | AnonymousUser) -> QuerySet[Group]:
    """Keep the groups of users that have no permission which `user` lacks."""
    if user.is_superuser:
        return Group.objects.all()
    own = user.get_all_permissions()
    keys = [
        group.pk
        for group in Group.objects.prefetch_related("permissions__content_type")
        if all(
            f"{one.content_type.app_label}.{one.codename}" in own for one in group.permissions.all()
        )
    ]
    return Group.objects.filter(pk__in=keys)
