"""The roles of the people in the office, which are groups of users with permissions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WRITERS_GROUP = "Writers"
EDITORS_GROUP = "Editors"
OFFICERS_GROUP = "Officers"
DATA_PROTECTION_GROUP = "Data protection"
ADMINISTRATORS_GROUP = "Administrators"

# It tells what officers do; the council may grant it to whom it trusts with that.
NOT_GRANTED = {"view_auditentry"}
# Officers have all permissions on these apps, and none on accounts and technical tables.
OFFICER_APPS = {"cities", "content", "events", "links", "pages", "volunteers", "workbench"}

ALL_ACTIONS = ("add", "change", "delete", "view")
# By model, what is allowed with it
Rights = dict[str, tuple[str, ...]]

OF_WRITERS: Rights = {
    "links.linkgroup": ("write",),
    "links.newsletter": ("add", "write"),
    "events.event": ("add", "write"),
    "content.document": ("add", "write"),
    "content.video": ("add", "write"),
    "content.picture": ("add", "view"),
    "content.theme": ("view",),
    "content.documentkind": ("view",),
    "content.version": ("view",),
}
OF_EDITORS: Rights = {
    **dict.fromkeys(
        [
            "cities.city",
            "cities.milestone",
            "cities.weblink",
            "links.linkgroup",
            "links.contact",
            "links.fund",
            "links.newsletter",
            "links.article",
            "events.event",
            "events.eventphoto",
            "events.occurrencechange",
            "pages.page",
            "content.document",
            "content.video",
        ],
        ALL_ACTIONS,
    ),
    "content.picture": ("add", "view"),
    "content.theme": ("view",),
    "content.documentkind": ("view",),
    "cities.linkkind": ("view",),
    "cities.milestonekind": ("view",),
    "content.version": ("view",),
}
OF_DATA_PROTECTION: Rights = {
    "volunteers.application": ("view", "delete"),
    "volunteers.answer": ("view",),
    "volunteers.note": ("view",),
    "volunteers.consentwording": ("add", "change", "view"),
    "pages.enquiry": ("view", "delete"),
    "pages.feedback": ("view", "delete"),
    "links.linkgroup": ("view",),
    "links.contact": ("view",),
    "content.auditentry": ("view",),
    "content.deliveryattempt": ("view",),
    "content.erasurerecord": ("view",),
    "content.queuedemail": ("view",),
}


@dataclass(frozen=True)
class Role:
    """A group of users whose permissions come with the site.

    Attributes:
        group: the name of the group of users.
        rights: what it may do; None stands for all there is.
    """

    group: str
    label: str | Promise
    description: str | Promise
    rights: Rights | Q | None

    def permissions(self, using: str) -> Any:
        """Return the permissions that the role has on a new site, as far as they exist now."""
        rows = Permission.objects.using(using)
        if self.rights is None:
            return rows.all()
        if isinstance(self.rights, Q):
            return rows.filter(self.rights)
        wanted = Q(pk=None)
        for name, actions in self.rights.items():
            app_label, model = name.split(".")
            codenames = [f"{action}_{model}" for action in actions]
            wanted |= Q(content_type__app_label=app_label, codename__in=codenames)
        return rows.filter(wanted)


# From the least to the most
ROLES = [
    Role(
        WRITERS_GROUP,
        _("Writer"),
        _("Writes drafts for one or several groups: its page, newsletters, events, documents."),
        OF_WRITERS,
    ),
    Role(
        EDITORS_GROUP,
        _("Editor"),
        _("Writes drafts of everything that people read."),
        OF_EDITORS,
    ),
    Role(
        OFFICERS_GROUP,
        _("Officer"),
        _("Publishes, and deals with people and with what they send."),
        Q(content_type__app_label__in=OFFICER_APPS) & ~Q(codename__in=NOT_GRANTED),
    ),
    Role(
        DATA_PROTECTION_GROUP,
        _("Data protection"),
        _("Looks at what is kept about people and who has done what, and erases."),
        OF_DATA_PROTECTION,
    ),
    Role(
        ADMINISTRATORS_GROUP,
        _("Administrator"),
        _("May do everything, and gives others their roles."),
        None,
    ),
]
ROLE_OF = {role.group: role for role in ROLES}


def name_of_role(group: Group) -> str:
    """Return the name of a group of users in the language of the moment."""
    role = ROLE_OF.get(group.name)
    return str(role.label) if role else group.name


def described_role(group: Group) -> str:
    """Return the name of a role, and what it means."""
    role = ROLE_OF.get(group.name)
    return f"{role.label}: {role.description}" if role else group.name


def grant_permissions(using: str, **kwargs: Any) -> None:
    """Make all permissions, and grant the roles the new ones (receiver of `post_migrate`).

    Permissions that existed before are left alone: the council may have revoked them.
    """
    known = set(Permission.objects.using(using).values_list("pk", flat=True))
    for app_config in apps.get_app_configs():
        create_permissions(app_config, verbosity=0, using=using)
    for role in ROLES:
        group, is_new = Group.objects.using(using).get_or_create(name=role.group)
        wanted = role.permissions(using).values_list("pk", flat=True)
        group.permissions.add(*(pk for pk in wanted if is_new or pk not in known))
