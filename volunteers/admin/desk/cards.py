"""Applications as cards in columns by their state, with a constant number of queries."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Count, F, OuterRef, Q, Subquery, Window
from django.db.models.functions import Lower, RowNumber
from django.http import QueryDict
from django.utils.translation import ngettext

from cities.models import City
from links.models import LinkGroup
from volunteers.group_choice import fitting_groups, groups_that_are_told
from volunteers.models import Application, ApplicationQuerySet, ApplicationState, VolunteerTask

STATES = [ApplicationState.NEW, ApplicationState.CONTACTED, ApplicationState.PASSED]
MAX_CARDS = 40
# More groups than these are chosen on the page of the letter.
MAX_GROUPS = 3
MAX_QUERY = 100


@dataclass(frozen=True)
class Card:
    """One application; `groups`: those to which one press passes it.

    `twin`: the key of another application from the same e-mail address.
    """

    application: Application
    groups: list[LinkGroup]
    twin: int | None

    @property
    def key(self) -> str:
        """Return what a press on it sends: which application, and how it was seen."""
        return f"{self.application.pk}-{self.application.state}"

    @property
    def waiting(self) -> str:
        days = self.application.days_waiting
        if days is None:
            return ""
        return ngettext("%(days)s day", "%(days)s days", days) % {"days": days}


@dataclass
class Column:
    """The longest waiting applications in a state, and the number of all of them."""

    state: ApplicationState
    cards: list[Card] = field(default_factory=list)
    total: int = 0

    @property
    def hidden(self) -> int:
        return self.total - len(self.cards)


@dataclass(frozen=True)
class DeskFilter:
    """What the desk is narrowed to; what cannot be read narrows nothing."""

    words: str = ""
    task: int | None = None
    city: int | None = None

    @classmethod
    def of(cls, query: QueryDict) -> DeskFilter:
        return cls(
            # The database takes no NUL.
            query.get("q", "").replace("\0", "").strip()[:MAX_QUERY],
            _number(query.get("task", "")),
            _number(query.get("city", "")),
        )

    def apply(self, rows: ApplicationQuerySet) -> ApplicationQuerySet:
        if self.task is not None:
            rows = rows.filter(tasks=self.task)
        if self.city is not None:
            rows = rows.filter(cities=self.city)
        for word in self.words.split():
            rows = rows.filter(
                Q(name__icontains=word) | Q(reference__icontains=word) | Q(email__icontains=word)
            )
        return rows


def columns(rows: ApplicationQuerySet) -> list[Column]:
    """Return the columns of the desk."""
    rows = rows.accepted().order_by()
    found = {state.value: Column(state) for state in STATES}
    for state, total in rows.values_list("state").annotate(Count("pk")):
        if state in found:
            found[state].total = total
    place = Window(RowNumber(), partition_by="state", order_by=[F("state_since"), F("pk")])
    same_address = Application.objects.annotate(address=Lower("email")).filter(
        address=Lower(OuterRef("email"))
    )
    twin = same_address.exclude(pk=OuterRef("pk")).order_by("pk").values("pk")[:1]
    first = (
        rows.filter(state__in=STATES)
        .annotate(place=place, twin=Subquery(twin))
        .filter(place__lte=MAX_CARDS)
        .order_by("place")
        .select_related("group")
        .prefetch_related("cities", "tasks")
    )
    groups = groups_that_are_told()
    for application in first:
        fitting = fitting_groups(application, groups)
        groups_of_card = fitting if len(fitting) <= MAX_GROUPS else []
        card = Card(application, groups_of_card, application.twin)  # type: ignore[attr-defined] # annotated
        found[application.state].cards.append(card)
    return list(found.values())


def filter_choices() -> dict[str, object]:
    """Return the tasks and cities that the desk can be narrowed to."""
    return {
        "tasks": list(VolunteerTask.objects.all()),
        "cities": list(City.objects.published().in_order()),
        "allowed_days": settings.VOLUNTEER_OVERDUE_DAYS,
    }


def _number(text: str) -> int | None:
    """Return a key, or None for what is none; databases take no longer ones."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
