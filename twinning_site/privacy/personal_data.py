"""Find everything that is held about a person, in all apps.

A new model with personal data has to be added here; a test compares this list with all models.
"""

from django.core.validators import validate_email
from django.db.models import Q, QuerySet

from content.mail.erasure import whole_address
from content.models import QueuedEmail
from links.models import Contact
from twinning_site.pages.models import Enquiry
from twinning_site.privacy import mentions
from volunteers.models import Answer, Application, Note


def rows_of(address: str) -> dict[str, QuerySet]:
    """Return the rows of the person with this e-mail address, by kind."""
    applications = Application.objects.of(address)
    enquiries = Enquiry.objects.of(address)
    found = whole_address(address)
    emails = Q(recipient__iexact=address) | Q(reply_to__iregex=found) | Q(headers__iregex=found)
    for rows in (applications, enquiries):
        through = rows.model.mails.through.objects
        link = {f"{rows.model._meta.model_name}__in": rows}
        emails |= Q(pk__in=through.filter(**link).values("queuedemail"))
    return {
        "applications": applications,
        "answers": Answer.objects.filter(application__in=applications),
        "notes": Note.objects.filter(application__in=applications),
        "enquiries": enquiries,
        "mails": QueuedEmail.objects.filter(emails),
        "contacts": Contact.objects.filter(email__iexact=address),
    }


def rows_of_others_mentioning(address: str) -> dict[str, QuerySet]:
    """Return the rows of others with a text that has the address in it, by kind."""
    own = rows_of(address)
    return {
        kind: rows.exclude(pk__in=own[kind].values("pk")) if kind in own else rows
        for kind, rows in mentions.rows_mentioning(address).items()
    }


def rows_about(address: str) -> dict[str, QuerySet]:
    """Return the rows of the person, and those of others that mention the address, by kind.

    Raises:
        ValidationError: if `address` is not one complete address.
    """
    validate_email(address)
    mentioned = rows_of_others_mentioning(address)
    return rows_of(address) | {f"mentions in {kind}": mentioned[kind] for kind in mentioned}
