"""Panels about content: to review, taken down soon, scheduled, drafts."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import reduce
from operator import attrgetter, or_

from django.apps import apps
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Count, Q, Window
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models import Publishable
from content.permissions import has_permission
from content.text.fields import RichTextField
from twinning_site.workbench.start_page.panel import Entry, ListLink, Panel, change_url

# How long before a row is taken down the officer is told
EXPIRY_WARNING = timedelta(days=14)
MAX_ROWS_PER_MODEL = 50


def publishing_panels(user: User | AnonymousUser) -> list[Panel]:
    """Return the panels that have entries for `user`, most urgent first.

    It takes one query for each model that can be published.
    """
    review = Panel(_("Look at these again"))
    expiring = Panel(_("Taken down soon"))
    scheduled = Panel(_("Appear later"))
    drafts = Panel(_("Drafts"))
    now, today = timezone.now(), timezone.localdate()
    panels = {"review": review, "expiring": expiring, "scheduled": scheduled, "drafts": drafts}
    conditions = {
        "review": Q(review_on__lte=today),
        "drafts": Q(published_at=None),
        "scheduled": Q(published_at__gt=now),
        "expiring": Q(expires_at__gt=now, expires_at__lte=now + EXPIRY_WARNING)
        & Q(published_at__lte=now),
    }
    for rows in _rows_by_model(user, conditions):
        for name, panel in panels.items():
            panel.total += getattr(rows[0], f"number_{name}")
        for row in rows:
            if row.review_on and row.review_on <= today:
                review.entries.append(_entry(row, row.review_on, "review=due"))
            if row.published_at is None:
                drafts.entries.append(_entry(row, row.updated_at, "state=draft"))
            elif row.published_at > now:
                scheduled.entries.append(_entry(row, row.published_at, "state=scheduled"))
            elif row.expires_at and now < row.expires_at <= now + EXPIRY_WARNING:
                expiring.entries.append(_entry(row, row.expires_at))
    for panel in (review, expiring, scheduled):
        panel.entries.sort(key=attrgetter("moment"))
    drafts.entries.sort(key=attrgetter("moment"), reverse=True)
    return [panel for panel in (review, expiring, scheduled, drafts) if panel.entries]


def _rows_by_model(
    user: User | AnonymousUser, conditions: dict[str, Q]
) -> Iterator[list[Publishable]]:
    """Yield for each model the first rows that belong in a panel and that `user` may change.

    Each row has the numbers of all rows that fulfil a condition, such as `number_drafts`.
    """
    numbers = {
        f"number_{name}": Window(Count("pk", filter=condition))
        for name, condition in conditions.items()
    }
    wanted = reduce(or_, conditions.values())
    for model in apps.get_models():
        if issubclass(model, Publishable) and has_permission(user, "change", model):
            long = [f.name for f in model._meta.fields if isinstance(f, RichTextField)]
            rows = model._default_manager.filter(wanted).defer(*long).order_by("-updated_at")
            if first := list(rows.annotate(**numbers)[:MAX_ROWS_PER_MODEL]):
                yield first


def _entry(row: Publishable, moment: date | datetime, query: str = "") -> Entry:
    listing = ListLink.to(type(row), query) if query else None
    return Entry(str(row), str(row._meta.verbose_name), change_url(row), moment, listing)
