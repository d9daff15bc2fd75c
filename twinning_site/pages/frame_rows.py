"""What stands around every page, in one query: own pages, and what entries of the menu lead to."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import CharField, Q, QuerySet, TextField, Value
from django.db.models.fields import PositiveSmallIntegerField
from django.utils import timezone
from i18nfield.strings import LazyI18nString

from content.models import DatedRows, SharedRows
from content.models.arrangements import SiteEntry
from content.models.remembering.remembered import remembered
from events.models import Event
from links.models import LinkGroup, Newsletter
from twinning_site.pages.models import Page


class FrameRow(NamedTuple):
    """An own page, or one row of those to which the entry of the menu named by `entry` leads."""

    entry: str
    title: LazyI18nString
    slug: str
    place: str
    kind: str
    conformance: str
    position: int
    published_at: datetime
    expires_at: datetime | None

    def get_absolute_url(self) -> str:
        return Page(slug=self.slug).get_absolute_url()


def public_frame_rows() -> SharedRows[FrameRow]:
    """Return the rows that are public now, own pages in order."""
    return _frame_rows().public()


@remembered
def _frame_rows() -> DatedRows[FrameRow]:
    pages = (
        Page.objects.dated()
        .framing()
        .order_by()
        .values_list(
            Value("", CharField()), "title", "slug", "place", "kind", "conformance", "position",
            "published_at", "expires_at",
        )
    )  # fmt: skip
    issues = Newsletter.objects.exclude(group__isnull=False, group__published_at=None)
    rows = pages.union(
        _signs_of(SiteEntry.GROUPS, LinkGroup.objects.all()),
        _signs_of(SiteEntry.EVENTS, Event.objects.all()),
        _signs_of(SiteEntry.NEWSLETTERS, issues),
        all=True,
    )
    found = [FrameRow(*row) for row in rows]
    return DatedRows(sorted(found, key=lambda row: (row.position, row.slug)))


def _signs_of(entry: SiteEntry, rows: QuerySet) -> QuerySet:
    """Return rows that tell at each moment whether any of `rows` is public.

    These are the first that stays public, and those that are taken down again.
    """
    dated = rows.filter(published_at__isnull=False)
    first = dated.filter(expires_at=None).order_by("published_at").values("pk")[:1]
    signs = dated.filter(Q(pk__in=first) | Q(expires_at__gt=timezone.now())).order_by()
    empty = Value("", CharField())
    return signs.values_list(
        Value(entry.value, CharField()), Value("", TextField()), empty, empty, empty, empty,
        Value(0, PositiveSmallIntegerField()), "published_at", "expires_at",
    )  # fmt: skip
