"""What is marked as an example and is no page: pictures, notices, tasks, consent, the council."""

from django.db.models import Count, Model, Q, Window
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from content.models import Council, Picture
from twinning_site.pages.models import Notice
from twinning_site.workbench.start_page.panel import (
    MAX_SHOWN,
    Answer,
    Entry,
    ListLink,
    Panel,
    change_url,
    may_answer,
    name_of_row,
    rows_for,
    seen_of,
)
from volunteers.models import ConsentWording, VolunteerTask

QUERY = "example__exact=1"


def take_off_answers(request: HttpRequest, model: type[Model]) -> tuple[Answer, ...]:
    """Return the button that takes the mark off, for those who may."""
    may = may_answer(request, model, "take_off_mark")
    return (Answer("take_off_mark", gettext("Take the mark off")),) if may else ()


def add_examples(request: HttpRequest, panel: Panel) -> None:
    """Add to the panel what this person may change: a query for each of the five models."""
    shown = {
        Council: Q(),
        Notice: Q(ends_at__gt=timezone.now()),
        ConsentWording: Q(),
        VolunteerTask: Q(is_offered=True),
        Picture: Q(),
    }
    for model, condition in shown.items():
        rows = rows_for(request, model)
        if rows is None:
            continue
        found = rows.filter(condition, example=True).annotate(number=Window(Count("pk")))
        first = list(found[:MAX_SHOWN])
        if not first:
            continue
        answers = take_off_answers(request, model)
        panel.total += first[0].number
        panel.lists.append(ListLink.to(model, QUERY, first[0].number))
        kind = str(model._meta.verbose_name)
        panel.entries += [
            Entry(
                str(row), kind, change_url(row), answers=answers, row=name_of_row(row),
                seen=seen_of(row),
            )
            for row in first
        ]  # fmt: skip
