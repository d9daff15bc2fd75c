"""The parts of a panel on the admin's start page."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Self

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import Promise

# Entries shown in a panel; the others are only counted.
MAX_SHOWN = 8


@dataclass(frozen=True)
class ListLink:
    """A link to a filtered list of the admin."""

    name: str
    url: str

    @classmethod
    def to(cls, model: type[Model], query: str) -> Self:
        """Return a link to the list of `model`, filtered by a query string."""
        options = model._meta
        url = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
        return cls(str(options.verbose_name_plural), f"{url}?{query}")


@dataclass(frozen=True)
class Entry:
    """One thing to attend to: a link to its form, and the list in which it is found."""

    text: str
    kind: str
    url: str
    moment: date | datetime | None
    listing: ListLink | None = None


@dataclass
class Panel:
    """A headed list of entries, most urgent first.

    `total`: how many there are in all, where `entries` are only the first of them.
    """

    title: str | Promise
    entries: list[Entry] = field(default_factory=list)
    total: int = 0

    @property
    def shown(self) -> list[Entry]:
        """Return the first entries."""
        return self.entries[:MAX_SHOWN]

    @property
    def hidden_count(self) -> int:
        """Return the number of entries that are not shown."""
        return max(self.total, len(self.entries)) - len(self.shown)

    @property
    def listings(self) -> list[ListLink]:
        """Return the lists in which the entries are found that are not shown."""
        hidden = [entry.listing for entry in self.entries[MAX_SHOWN:] if entry.listing]
        return list(dict.fromkeys(hidden))


def change_url(row: Model) -> str:
    """Return the address of the row's form in the admin."""
    options = row._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[row.pk])
