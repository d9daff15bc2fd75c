"""Panels about content: to look at again, taken down soon, scheduled, drafts."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import reduce
from operator import attrgetter, or_

from django.apps import apps
from django.db.models import Count, Q, Window
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.models import Publishable, PublishingState
from content.permissions import may_publish
from content.text.fields import RichTextField
from twinning_site.workbench.start_page.examples import add_examples, take_off_answers
from twinning_site.workbench.start_page.panel import (
    Answer,
    Entry,
    ListLink,
    Panel,
    Section,
    change_url,
    may_answer,
    name_of_row,
    rows_for,
    seen_of,
)

# How long before something appears or is taken down the sheet tells of it
AHEAD = timedelta(days=14)
# What “still right until” proposes
REVIEW_AGAIN = timedelta(days=182)
MAX_ROWS_PER_MODEL = 50
EXAMPLES = "example__exact=1&state=live"


def publishing_panels(request: HttpRequest) -> list[Panel]:
    """Return the panels on what this person may change, most urgent first.

    It takes one query for each model that can be published, and for each that may be an example.
    """
    now, today = timezone.now(), timezone.localdate()
    panels = {
        "review": Panel(Section.AGES, _("Look at these again")),
        "expiring": Panel(Section.COMING, _("Taken down soon")),
        "scheduled": Panel(Section.COMING, _("Appear later")),
        "drafts": Panel(Section.WAITS, _("Drafts")),
        "examples": Panel(Section.WEAK, _("Example text is still live")),
    }
    conditions = {
        "review": Q(review_on__lte=today),
        "expiring": Q(expires_at__gt=now, expires_at__lte=now + AHEAD) & Q(published_at__lte=now),
        "scheduled": Q(published_at__gt=now),
        "drafts": Q(published_at=None),
        "examples": Q(example=True, published_at__lte=now)
        & (Q(expires_at=None) | Q(expires_at__gt=now)),
    }
    for rows in _rows_by_model(request, conditions):
        publish = _answer(request, rows[0], "publish_now", gettext("Publish"))
        take_down = _answer(request, rows[0], "take_down_now", gettext("Take down"))
        real = take_off_answers(request, type(rows[0]))
        again = (Answer("still_right", gettext("Still right"), today + REVIEW_AGAIN),)
        publishes = may_publish(request.user, type(rows[0]))
        for name, panel in panels.items():
            number = getattr(rows[0], f"number_{name}")
            panel.total += number
            if name == "examples" and number:
                panel.lists.append(ListLink.to(type(rows[0]), EXAMPLES, number))
        for row in rows:
            if row.review_on and row.review_on <= today:
                is_free = publishes or row.state_by_dates == PublishingState.DRAFT
                answers = (again if is_free else ()) + (take_down if row.is_published else ())
                panels["review"].entries.append(_entry(row, row.review_on, answers, "review=due"))
            if row.example and row.state_by_dates == PublishingState.LIVE:
                panels["examples"].entries.append(_entry(row, row.updated_at, real))
            if row.published_at is None:
                query = "state=draft"
                panels["drafts"].entries.append(_entry(row, row.updated_at, publish, query))
            elif row.published_at > now:
                query = "state=scheduled"
                panels["scheduled"].entries.append(_entry(row, row.published_at, publish, query))
            elif row.expires_at and now < row.expires_at <= now + AHEAD:
                panels["expiring"].entries.append(_entry(row, row.expires_at, take_down))
    for name, panel in panels.items():
        panel.entries.sort(key=attrgetter("moment"), reverse=name == "drafts")
    add_examples(request, panels["examples"])
    return list(panels.values())


def _answer(request: HttpRequest, row: Publishable, name: str, label: str) -> tuple[Answer, ...]:
    may = may_answer(request, type(row), name)
    return (Answer(name, label),) if may else ()


def _rows_by_model(request: HttpRequest, conditions: dict[str, Q]) -> Iterator[list[Publishable]]:
    """Yield for each model the first rows that belong in a panel and that this person may change.

    Each row has the numbers of all rows that fulfil a condition, such as `number_drafts`.
    """
    numbers = {
        f"number_{name}": Window(Count("pk", filter=condition))
        for name, condition in conditions.items()
    }
    wanted = reduce(or_, conditions.values())
    for model in apps.get_models():
        if not issubclass(model, Publishable) or (rows := rows_for(request, model)) is None:
            continue
        long = [f.name for f in model._meta.fields if isinstance(f, RichTextField)]
        # Examples last: there may be many, and they can wait.
        found = rows.filter(wanted).defer(*long).select_related("author")
        found = found.order_by("example", "-updated_at")
        if first := list(found.annotate(**numbers)[:MAX_ROWS_PER_MODEL]):
            yield first


def _entry(
    row: Publishable, moment: date | datetime, answers: tuple[Answer, ...], query: str = ""
) -> Entry:
    owner = row.author and (row.author.get_full_name() or row.author.get_username())
    kind = str(row._meta.verbose_name)
    return Entry(
        str(row),
        f"{kind} ({owner})" if owner else kind,
        change_url(row),
        moment,
        ListLink.to(type(row), query) if query else None,
        answers,
        name_of_row(row),
        seen_of(row),
    )
