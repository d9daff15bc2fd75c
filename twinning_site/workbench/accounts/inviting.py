"""Verbs: send an invitation, take it back, accept it."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser, AnonymousUser, Group, User
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime

from content.mail.compose import queue_letter
from content.mail.placeholders import Filled
from links.models import GroupWriter
from twinning_site.workbench.accounts.roles_within import roles_within
from twinning_site.workbench.models import Invitation
from twinning_site.workbench.roles import WRITERS_GROUP, name_of_role
from twinning_site.workbench.site_letters import INVITATION


class CannotBeAccepted(Exception):
    """The invitation is over, or its sender may not give this role any more."""


def may_give(user: AbstractUser | AnonymousUser, role: Group) -> bool:
    """Return whether `user` is active and has every permission of the role."""
    return user.is_active and roles_within(user).filter(pk=role.pk).exists()


def accounts_of(email: str) -> int:
    """Return how many accounts have this address."""
    return User.objects.filter(email__iexact=email).count()


@transaction.atomic
def send_invitation(invitation: Invitation, sender: User) -> None:
    """Store and mail an invitation; of one that was sent before, the earlier key ends.

    Raises:
        ValidationError: if the address is none.
    """
    invitation.sender, invitation.revoked_at = sender, None
    token = invitation.new_token(timezone.now())
    invitation.save()
    path = reverse("invitation", args=[token])
    queue_letter(
        INVITATION,
        lambda: {
            "sender": Filled.line(sender.get_full_name() or sender.get_username()),
            "role": Filled.line(name_of_role(invitation.role)),
            "accept_page": Filled.link(f"{settings.SITE_URL}{path}"),
            "until": Filled.line(date_format(localtime(invitation.expires_at), "DATE_FORMAT")),
        },
        to=invitation.email,
        language=invitation.language,
        reply_to=sender.email,
    )


def revoke(invitation: Invitation) -> None:
    """End an invitation that waits for an answer."""
    invitation.revoked_at = timezone.now()
    invitation.save()


@transaction.atomic
def accept(token: str, *, password: str, first_name: str, last_name: str) -> User:
    """Spend an invitation: make the account with its role.

    Raises:
        CannotBeAccepted: if it is over, if the address has an account by now, or if whoever sent it
            may not give this role any more.
    """
    open_ones = Invitation.objects.select_for_update().of_token(token)
    invitation = open_ones.select_related("role", "sender").first()
    if invitation is None or not can_be_accepted(invitation):
        raise CannotBeAccepted
    user = User.objects.create_user(
        invitation.email.lower(),
        email=invitation.email,
        password=password,
        first_name=first_name,
        last_name=last_name,
        is_staff=True,
    )
    user.groups.add(invitation.role)
    if invitation.role.name == WRITERS_GROUP:
        for group in invitation.groups.all():
            GroupWriter.objects.create(user=user, group=group)
    invitation.accepted_at = timezone.now()
    invitation.save()
    return user


def can_be_accepted(invitation: Invitation) -> bool:
    """Return whether nothing but its date could keep an invitation from being accepted."""
    taken = User.objects.filter(username=invitation.email.lower()).exists()
    return (
        not taken
        and not accounts_of(invitation.email)
        and may_give(invitation.sender, invitation.role)
    )


def described(invitation: Invitation) -> str:
    """Return role and groups in words."""
    groups = ", ".join(str(group) for group in invitation.groups.all())
    name = name_of_role(invitation.role)
    return f"{name} ({groups})" if groups else name
