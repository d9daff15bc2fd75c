"""All public groups, newsletters and funds, as lists and the choices of filters show them."""

from datetime import datetime
from typing import NamedTuple

from content.models import DatedRows, SharedRows
from content.models.remembering.remembered import remembered
from links.models import Fund, LinkGroup, Newsletter


class Issue(NamedTuple):
    """What a list asks of each newsletter; the card of one is read by its key."""

    pk: int
    group_id: int | None
    year: int
    published_at: datetime
    expires_at: datetime | None


def public_groups() -> SharedRows[LinkGroup]:
    """Return the public groups, in order."""
    return _dated_groups().public()


def public_issues() -> SharedRows[Issue]:
    """Return the public newsletters, the newest first."""
    return _dated_issues().public()


def public_funds() -> SharedRows[Fund]:
    """Return the public funds, open and closed, in order."""
    return _dated_funds().public()


def publishing_groups() -> SharedRows[LinkGroup]:
    """Return the groups that have public newsletters, in order."""
    return _publishing_groups(public_groups(), public_issues())


@remembered
def years_of(issues: SharedRows[Issue]) -> list[int]:
    """Return the years that have an issue, latest first."""
    return sorted({issue.year for issue in issues}, reverse=True)


@remembered
def _dated_groups() -> DatedRows[LinkGroup]:
    return DatedRows(LinkGroup.objects.dated().for_cards().with_cities().in_order())


@remembered
def _dated_funds() -> DatedRows[Fund]:
    return DatedRows(Fund.objects.dated().for_cards().in_order())


@remembered
def _publishing_groups(
    groups: SharedRows[LinkGroup], issues: SharedRows[Issue]
) -> SharedRows[LinkGroup]:
    keys = {issue.group_id for issue in issues}
    return SharedRows(group for group in groups if group.pk in keys)


@remembered
def _dated_issues() -> DatedRows[Issue]:
    # One of a group is as public as the group.
    issues = Newsletter.objects.exclude(group__isnull=False, group__published_at=None)
    rows = (
        issues.dated()
        .newest_first()
        .values_list(
            *("pk", "group", "year"),
            *("published_at", "group__published_at"),
            *("expires_at", "group__expires_at"),
        )
    )
    return DatedRows(
        Issue(pk, group, year, max(filter(None, begins)), min(filter(None, ends), default=None))
        for pk, group, year, *dates in rows
        for begins, ends in [(dates[:2], dates[2:])]
    )
