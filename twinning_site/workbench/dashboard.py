"""What waits for the officer, as the start page of the admin shows it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Self

from django.apps import apps
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.models import Council, Publishable
from content.text.fields import RichTextField

# How far ahead the officer is told that something disappears.
SOON = timedelta(days=14)
# More than these are only counted.
MAX_OF_A_KIND = 50
SHOWN = 8


@dataclass(frozen=True)
class Listing:
    """A list of the admin, filtered: what it holds, and where it is."""

    name: str
    url: str

    @classmethod
    def of(cls, model: type[Model], chosen: str) -> Self:
        """The list of `model` where `chosen` is the filter, as an address has it."""
        options = model._meta
        url = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
        return cls(str(options.verbose_name_plural), f"{url}?{chosen}")


@dataclass(frozen=True)
class Entry:
    """One thing to look after: its form, the moment that matters, the list it stands in."""

    text: str
    kind: str
    url: str
    moment: date | datetime | None
    listing: Listing | None = None


@dataclass
class Panel:
    title: str | Promise
    entries: list[Entry] = field(default_factory=list)

    @property
    def shown(self) -> list[Entry]:
        return self.entries[:SHOWN]

    @property
    def hidden_count(self) -> int:
        return len(self.entries) - len(self.shown)

    @property
    def listings(self) -> list[Listing]:
        """Where those are that are not shown; each kind of thing has a list of its own."""
        hidden = [entry.listing for entry in self.entries[SHOWN:] if entry.listing]
        return list(dict.fromkeys(hidden))


def may(user: AbstractBaseUser, action: str, model: type[Model]) -> bool:
    options = model._meta
    return user.has_perm(f"{options.app_label}.{get_permission_codename(action, options)}")


def first_steps(user: AbstractBaseUser) -> list[Panel]:
    """What an empty site needs before anything else."""
    if Council.current() or not may(user, "add", Council):
        return []
    step = Entry(
        gettext("Fill in your council"),
        gettext("its name, the office and its mailbox stand on every page"),
        reverse("admin:content_council_add"),
        None,
    )
    return [Panel(_("Start here"), [step])]


def waiting(user: AbstractBaseUser) -> list[Panel]:
    """The panels that have something for `user`, in the order of their urgency.

    One query for each kind of thing.
    """
    review = Panel(_("Look at these again"))
    leaving = Panel(_("Taken down soon"))
    coming = Panel(_("Appear later"))
    drafts = Panel(_("Drafts"))
    now, today = timezone.now(), timezone.localdate()
    for row in _rows(user, now, today):
        if row.review_on and row.review_on <= today:
            review.entries.append(_entry(row, row.review_on, "review=due"))
        if row.published_at is None:
            drafts.entries.append(_entry(row, row.updated_at, "state=draft"))
        elif row.published_at > now:
            coming.entries.append(_entry(row, row.published_at, "state=scheduled"))
        elif row.expires_at and now < row.expires_at <= now + SOON:
            leaving.entries.append(_entry(row, row.expires_at))
    for panel in (review, leaving, coming):
        panel.entries.sort(key=lambda entry: entry.moment)
    drafts.entries.sort(key=lambda entry: entry.moment, reverse=True)
    return [panel for panel in (review, leaving, coming, drafts) if panel.entries]


def _rows(user: AbstractBaseUser, now: datetime, today: date) -> Iterable[Publishable]:
    wanted = (
        Q(published_at=None)
        | Q(published_at__gt=now)
        | Q(review_on__lte=today)
        | Q(expires_at__gt=now, expires_at__lte=now + SOON)
    )
    for model in apps.get_models():
        if issubclass(model, Publishable) and may(user, "change", model):
            long = [f.name for f in model._meta.fields if isinstance(f, RichTextField)]
            rows = model._default_manager.filter(wanted).defer(*long).order_by("-updated_at")
            yield from rows[:MAX_OF_A_KIND]


def _entry(row: Publishable, moment: date | datetime, chosen: str = "") -> Entry:
    options = row._meta
    url = reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[row.pk])
    listing = Listing.of(type(row), chosen) if chosen else None
    return Entry(str(row), str(options.verbose_name), url, moment, listing)
