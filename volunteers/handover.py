"""What a group is asked after an application was passed to it: has it called the person?"""

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from volunteers.emails import remind_group, tell_office_of_silence
from volunteers.models import Application, ApplicationState
from volunteers.signed_addresses import handover_reference, handover_token


def handed_over(token: str) -> Application | None:
    """Return the application that the link of a group is about, or None.

    The link is for one handover: once the application is passed on again, taken back or settled in
    another way, it opens nothing any more.
    """
    reference = handover_reference(token)
    application = Application.objects.by_reference(reference) if reference else None
    if application is None or application.state != ApplicationState.PASSED:
        return None
    # One that was merged into another keeps the link that went out about it.
    references = [application.reference, *application.linked_references.split()]
    since, group = application.state_since, application.group_id or 0
    valid = (handover_token(one, group, since) for one in references)
    return application if any(constant_time_compare(token, one) for one in valid) else None


@transaction.atomic
def say_called(application: Application) -> None:
    """Record that the group has called; of two presses the first counts."""
    waiting = Application.objects.filter(
        pk=application.pk,
        state=ApplicationState.PASSED,
        state_since=application.state_since,
        called_at=None,
    )
    if waiting.update(called_at=timezone.now()):
        application.notes.create(text=_("The group says that it has called."))


def remind_groups() -> int:
    """Remind each group once of those it has not called for too long, and tell the office.

    Returns:
        How many applications it was about.
    """
    reminded = 0
    for pk in list(Application.objects.unanswered_by_group().values_list("pk", flat=True)):
        reminded += _remind(pk)
    return reminded


@transaction.atomic
def _remind(pk: int) -> bool:
    """Remind the group of one application; return whether it was still to be reminded of."""
    due = Application.objects.select_for_update(of=["self"]).unanswered_by_group()
    application = due.filter(pk=pk).select_related("group").first()
    if application is None:
        return False
    Application.objects.filter(pk=pk).update(reminded_at=timezone.now())
    group = application.group
    roles = remind_group(application, group) if group else []
    tell_office_of_silence(application, str(group.name) if group else "–", roles)
    names = ", ".join(roles) or _("nobody in the group receives messages")
    application.notes.create(text=_("Reminded: %(names)s") % {"names": names})
    return True
