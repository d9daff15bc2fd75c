"""The e-mail that tells the groups of an event which of its dates have changed."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext, override

from content.mail.compose import queue_text
from content.models import Council
from events.change_text import change_text
from events.models import Event, EventOccurrence
from links.models import Contact


def receivers(event: Event) -> list[str]:
    """Return the addresses of those who receive the messages to its groups: 1 query."""
    contacts = Contact.objects.filter(group__in=event.groups.all(), receives_messages=True)
    return list(dict.fromkeys(contacts.order_by("pk").values_list("email", flat=True)))


def tell_groups(event: Event, occurrences: Iterable[EventOccurrence[Event]]) -> int:
    """Queue an e-mail with what visitors read of these dates; return to how many addresses."""
    addresses = receivers(event)
    with override(settings.LANGUAGE_CODE):
        lines = [f"- {change_text(occurrence)}" for occurrence in occurrences]
        subject = gettext("Changed dates: %(event)s") % {"event": event}
        words = gettext("The office has changed dates of “%(event)s”. The site now says:")
        page = f"{settings.SITE_URL}{event.get_absolute_url()}"
        text = "\n\n".join([words % {"event": event}, "\n".join(lines), page])
    for address in addresses:
        queue_text(
            subject,
            text,
            to=address,
            language=settings.LANGUAGE_CODE,
            reply_to=Council.office_email(),
        )
    return len(addresses)
