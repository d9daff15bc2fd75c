"""Panels about funds: whose deadline is near, and which have closed lately."""

from datetime import timedelta

from django.db.models import Count, Window
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.permissions import may_publish
from links.models import Fund, FundQuerySet
from twinning_site.workbench.start_page.panel import (
    MAX_SHOWN,
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
from twinning_site.workbench.start_page.publishing import AHEAD

# How long the sheet asks what becomes of a fund that has closed
BACK = timedelta(days=42)
# What “open until” proposes: most funds come again each year.
NEXT_ROUND = timedelta(days=364)


def fund_panels(request: HttpRequest) -> list[Panel]:
    """Return the public funds that close within 14 days or have closed: up to 2 queries."""
    rows = rows_for(request, Fund)
    if rows is None:
        return []
    public = rows.published().for_cards()
    return [
        _panel(request, _("Funds whose deadline is near"), public.ending_within(AHEAD)),
        _panel(
            request,
            _("Ended funds: take them down or set a new deadline"),
            public.ended_within(BACK),
        ),
    ]


def _panel(request: HttpRequest, title: str | Promise, funds: FundQuerySet) -> Panel:
    panel = Panel(Section.AGES, title)
    counted = funds.annotate(number=Window(Count("pk"))).order_by("deadline", "pk")
    for fund in counted[:MAX_SHOWN]:
        panel.total = fund.number
        panel.entries.append(
            Entry(
                str(fund),
                str(fund.given_by),
                change_url(fund),
                fund.deadline,
                ListLink.to(Fund, "state=live&o=3"),
                _answers(request, fund),
                name_of_row(fund),
                seen_of(fund),
            )
        )
    return panel


def _answers(request: HttpRequest, fund: Fund) -> tuple[Answer, ...]:
    answers = []
    if may_publish(request.user, Fund):
        day = (fund.deadline or timezone.localdate()) + NEXT_ROUND
        answers.append(Answer("new_deadline", gettext("Open until then"), day))
    if may_answer(request, Fund, "take_down_now"):
        answers.append(Answer("take_down_now", gettext("Take down")))
    return tuple(answers)
