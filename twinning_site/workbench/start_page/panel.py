"""The parts of a panel on the day sheet."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Self

from django.contrib.admin import ModelAdmin, site
from django.db.models import Model, TextChoices
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Entries shown in a panel; the others are only counted.
MAX_SHOWN = 8


class Section(TextChoices):
    """The parts of the sheet, in their order."""

    WAITS = "waits", _("What waits for you")
    COMING = "coming", _("Today and the next 14 days")
    AGES = "ages", _("What ages")
    WEAK = "weak", _("What could be better")
    COLLEAGUES = "colleagues", _("What colleagues have changed")


@dataclass(frozen=True)
class ListLink:
    """A link to a filtered list of the admin."""

    name: str
    url: str

    @classmethod
    def to(cls, model: type[Model], query: str, number: int | None = None) -> Self:
        """Return a link to the list of `model`, filtered by a query string, with their number."""
        options = model._meta
        url = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
        name = str(options.verbose_name_plural)
        name = name if number is None else f"{name}: {number}"
        return cls(name, f"{url}?{query}" if query else url)


@dataclass(frozen=True)
class Answer:
    """A button that answers an entry in place.

    `name` is that of an action of the model's list, or of an answer in `answers.py`. With `day` it
    takes a day, and proposes this one.
    """

    name: str
    label: str
    day: date | None = None


@dataclass(frozen=True)
class Entry:
    """One thing to attend to: a link to its form, the list in which it is found, its answers.

    `row` and `seen` are what `name_of_row()` and `seen_of()` return; an entry without a row is not
    answered in place. `button` is what a button says that leads where the link does.
    """

    text: str
    kind: str
    url: str
    moment: date | datetime | None = None
    listing: ListLink | None = None
    answers: tuple[Answer, ...] = ()
    row: str = ""
    seen: str = ""
    detail: str = ""
    button: str = ""


@dataclass
class Panel:
    """A headed list of entries, most urgent first.

    `total`: how many there are in all, where `entries` are only the first of them. `lists` are
    those in which all of them are found; without any, `listings` are told from the entries.
    """

    section: Section
    title: str | Promise
    entries: list[Entry] = field(default_factory=list)
    total: int = 0
    lists: list[ListLink] = field(default_factory=list)

    @property
    def shown(self) -> list[Entry]:
        """Return the first entries."""
        return self.entries[:MAX_SHOWN]

    @property
    def number(self) -> int:
        """Return how many entries there are, shown or not."""
        return max(self.total, len(self.entries))

    @property
    def hidden_count(self) -> int:
        """Return the number of entries that are not shown."""
        return self.number - len(self.shown)

    @property
    def listings(self) -> list[ListLink]:
        """Return the lists in which the entries are found that are not shown."""
        if self.lists:
            return self.lists
        # Some panels load no more than they show.
        hidden = self.entries[MAX_SHOWN:] or self.entries
        return list(dict.fromkeys(entry.listing for entry in hidden if entry.listing))


def change_url(row: Model) -> str:
    """Return the address of the row's form in the admin."""
    options = row._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[row.pk])


def name_of_row(row: Model) -> str:
    """Return what an answer calls a row, such as `cities.city:5`."""
    return f"{row._meta.label_lower}:{row.pk}"


# What an answer may be about; whoever changes one of these makes older sheets out of date.
STATE = (
    *("updated_at", "published_at", "expires_at", "review_on"),
    *("changed_at", "held_for", "answered_at", "dismissed_at", "ends_at", "example"),
)


def seen_of(row: Model) -> str:
    """Return the state of a row as a sheet shows it, to tell whether it has changed since."""
    values = [getattr(row, name) for name in STATE if hasattr(row, name)]
    return "|".join("" if value is None else str(value) for value in values)


def rows_for(request: HttpRequest, model: type[Model], action: str = "change") -> Any:
    """Return the rows that the admin shows to this person, or None without the right to `action`.

    The admin of the model decides, as it does for its form. It is the model's own queryset.
    """
    model_admin: ModelAdmin | None = site._registry.get(model)
    if model_admin is None or not getattr(model_admin, f"has_{action}_permission")(request):
        return None
    return model_admin.get_queryset(request)


def may_answer(request: HttpRequest, model: type[Model], action: str) -> bool:
    """Return whether this person has an action of the model's list, such as `publish_now`."""
    return action in site._registry[model].get_actions(request)
