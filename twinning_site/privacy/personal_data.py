"""Find everything that is held about a person, in all apps.

Applications, messages, feedback, the outbox, the groups' contacts and the admin's history are
searched. Models of later apps with personal data have to be added; a test compares this list
with all models of ours.
"""

from django.core.validators import validate_email
from django.db.models import Q, QuerySet
from post_office.models import Email

from content.mail.erasure import whole
from links.models import Contact
from twinning_site.pages.models import Enquiry
from twinning_site.privacy import mentions
from volunteers.models import Application, Note


def belonging_to(address: str) -> dict[str, QuerySet]:
    """Rows of the person with this e-mail address, by the name of their kind."""
    applications = Application.objects.of(address)
    enquiries = Enquiry.objects.of(address)
    letters = Q(to__iregex=whole(address)) | Q(headers__iregex=whole(address))
    for rows in (applications, enquiries):
        through = rows.model.mails.through.objects
        link = {f"{rows.model._meta.model_name}__in": rows}
        letters |= Q(pk__in=through.filter(**link).values("email"))
    return {
        "applications": applications,
        "notes": Note.objects.filter(application__in=applications),
        "enquiries": enquiries,
        "mails": Email.objects.filter(letters),
        "contacts": Contact.objects.filter(email__iexact=address),
    }


def mentioned_elsewhere(address: str) -> dict[str, QuerySet]:
    """Rows of others with a text in which the address stands, by the name of their kind."""
    own = belonging_to(address)
    return {
        kind: rows.exclude(pk__in=own[kind].values("pk")) if kind in own else rows
        for kind, rows in mentions.mentioning(address).items()
    }


def held_about(address: str) -> dict[str, QuerySet]:
    """Every row that holds the e-mail address, by what it is.

    Raises:
        ValidationError: if `address` is not one whole address.
    """
    validate_email(address)
    mentioned = mentioned_elsewhere(address)
    return belonging_to(address) | {f"mentions in {kind}": mentioned[kind] for kind in mentioned}
