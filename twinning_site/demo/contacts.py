"""Addresses of the groups' contacts, which no bundle carries. None of them leads to anybody."""

from typing import Any

from links.models import Contact

# Groups of Oxford, each with what its contacts have beside their role, in their order
CONTACTS: dict[str, list[dict[str, Any]]] = {
    "oxford-bonn-link": [
        {
            "email": "secretary@bonn-link.example.org",
            "show_email": True,
            "receives_messages": True,
        },
        {"email": "weeks@bonn-link.example.org"},
    ],
    "oxford-grenoble-association": [
        {
            "email": "membership@oxford-grenoble.example.org",
            "show_email": True,
            "receives_messages": True,
        },
    ],
    "oxford-international-links": [
        {"email": "coordinator@oil.example.org", "show_email": True, "receives_messages": True},
    ],
    "oxford-leiden-link": [
        {"email": "chair@oxford-leiden.example.org", "show_email": True, "receives_messages": True},
    ],
    "oxford-leon-association": [
        {
            "email": "secretary@oxford-leon.example.org",
            "show_email": True,
            "receives_messages": True,
        },
        {"email": "swim@oxford-leon.example.org"},
    ],
    "oxford-perm-association": [
        {"email": "secretary@oxford-perm.example.org", "receives_messages": True},
    ],
}


def give_addresses() -> None:
    """Give the contacts of a demo that was just loaded their addresses."""
    for contact in Contact.objects.filter(group__slug__in=CONTACTS).select_related("group"):
        for name, value in CONTACTS[contact.group.slug][contact.position].items():
            setattr(contact, name, value)
        contact.full_clean()
        contact.save()
