"""The search index: a row for each thing in each language; and what was searched in vain."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Count, F, Min, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelsearch import index

from content.models.constraints import has_its_texts
from content.search.indexed_text import with_latin_words
from content.search.sources import FOREVER


class SearchEntryKind(models.TextChoices):
    """The kinds of thing that can be found."""

    CITY = "city", _("city")
    GROUP = "group", _("group")
    EVENT = "event", _("event")
    NEWSLETTER = "newsletter", _("newsletter")
    FUND = "fund", _("fund")
    PAGE = "page", _("page")
    DOCUMENT = "document", _("document")
    THEME = "theme", _("theme")


class SearchEntryQuerySet(models.QuerySet):
    """Entries by the time at which they are public or over."""

    def visible(self, at: datetime | None = None) -> Self:
        """Keep entries that are public now, or at the aware moment `at`."""
        at = at or timezone.now()
        return self.filter(visible_from__lte=at, visible_until__gt=at)

    def in_active_language(self) -> Self:
        """Keep entries in the language of the page."""
        return self.filter(language=get_language())

    def next_change(self, at: datetime) -> datetime:
        """Return the first moment after `at` at which an entry appears or disappears."""
        begins, ends = Q(visible_from__gt=at), Q(visible_until__gt=at)
        soonest = self.aggregate(
            begin=Min("visible_from", filter=begins), end=Min("visible_until", filter=ends)
        )
        return min([FOREVER, *(moment for moment in soonest.values() if moment)])


class IndexState(models.Model):
    """By what the entries were made: one row, written by `renewal`."""

    made_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.made_by


class SearchEntry(index.Indexed, models.Model):
    """A searchable thing in one language, written by `twinning_site.search.indexing.entries` only.

    One model for all kinds means one query for all of them, ranked together. The copies of the
    publishing dates keep drafts out, whatever the search backend.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=SearchEntryKind)
    row = models.PositiveBigIntegerField(_("number of the row"))
    language = models.CharField(_("language"), max_length=10)
    address = models.CharField(_("address"), max_length=300)
    heading = models.TextField(_("heading"))
    further_names = models.TextField(_("names in other scripts"), blank=True, db_default="")
    text = models.TextField(_("text"))
    date_words = models.CharField(_("date in words"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True)
    visible_from = models.DateTimeField(_("visible from"))
    visible_until = models.DateTimeField(_("visible until"))
    over_at = models.DateTimeField(_("over at"))
    example = models.BooleanField(_("example text"), default=False, db_default=False)

    objects = SearchEntryQuerySet.as_manager()

    search_fields = [
        index.SearchField("title", boost=4),
        index.SearchField("words"),
        index.FilterField("kind"),
        index.FilterField("language"),
        index.FilterField("year"),
        index.FilterField("visible_from"),
        index.FilterField("visible_until"),
        index.FilterField("over_at"),
    ]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="search_searchentry_once_a_language", fields=["kind", "row", "language"]
            )
        ]
        indexes = [models.Index(name="search_searchentry_visible", fields=["language", "over_at"])]
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")

    def __str__(self) -> str:
        return self.heading

    @property
    def title(self) -> str:
        """Return heading and further names as they are indexed."""
        return with_latin_words(f"{self.heading} {self.further_names}")

    @property
    def words(self) -> str:
        """Return the text as it is indexed."""
        return with_latin_words(self.text)

    @property
    def is_over(self) -> bool:
        """Return whether this is an event that is over, or a fund that is closed."""
        return self.over_at <= timezone.now()


class UnansweredSearchQuerySet(models.QuerySet["UnansweredSearch"]):
    """What was looked for in vain, by how often and how long ago."""

    def shown_to_officers(self) -> Self:
        """Keep what was asked on enough days to be no single person's question."""
        return self.filter(days__gte=UnansweredSearch.MIN_DAYS)

    def open(self) -> Self:
        """Keep what officers see and nobody has dismissed."""
        return self.shown_to_officers().filter(dismissed_at=None)

    def due_for_erasure(self) -> Self:
        """Keep what is erased now, at the latest 90 days after the first search."""
        today = timezone.localdate()
        is_rare = Q(days__lt=UnansweredSearch.MIN_DAYS)
        return self.filter(
            Q(is_rare, last_day__lt=today - UnansweredSearch.KEPT_IF_RARE)
            | Q(month__lt=today - UnansweredSearch.KEPT)
        )

    def count_day(self, words: str, language: str, today: date) -> None:
        """Count the words once today; 1 query if they are counted, up to 3 if they are new."""
        same = self.filter(words=words, language=language)
        found = same.values_list("last_day", "dismissed_at").first()
        if found is None:
            if self._has_room(today):
                new = self.model(
                    words=words, language=language, month=today.replace(day=1), last_day=today
                )
                # Another process may have made it meanwhile.
                self.bulk_create([new], ignore_conflicts=True)
        elif found[0] < today and found[1] is None:
            same.filter(last_day__lt=today).update(days=F("days") + 1, last_day=today)

    def _has_room(self, today: date) -> bool:
        new = Count("pk", filter=Q(last_day=today, days=1))
        kept = self.aggregate(all=Count("pk"), new=new)
        has_place = kept["all"] < UnansweredSearch.MAX_ROWS
        return has_place and kept["new"] < UnansweredSearch.MAX_NEW_A_DAY


class UnansweredSearch(models.Model):
    """Words for which nothing was found, and on how many days; nothing about who asked.

    What is counted is in `unanswered.py`, the reasons in docs/adr/0030.
    """

    MIN_DAYS = 3
    MAX_LENGTH = 60
    # A robot that sends nonsense fills the day, and what it fills is erased before all is full.
    MAX_NEW_A_DAY = 100
    MAX_ROWS = 5000
    KEPT_IF_RARE = timedelta(days=30)
    KEPT = timedelta(days=90)

    words = models.CharField(_("words"), max_length=MAX_LENGTH)
    language = models.CharField(_("language"), max_length=10)
    month = models.DateField(_("month of the first search"), help_text="Its first day.")
    days = models.PositiveSmallIntegerField(_("days on which it was asked"), default=1)
    last_day = models.DateField(_("last asked"))
    dismissed_at = models.DateTimeField(_("dismissed"), null=True, blank=True)

    objects = UnansweredSearchQuerySet.as_manager()

    class Meta:
        # Whoever may change pages sees what is missing in them.
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                name="search_unansweredsearch_once", fields=["words", "language"]
            ),
            has_its_texts("words", "language"),
        ]
        verbose_name = _("search that found nothing")
        verbose_name_plural = _("searches that found nothing")

    def __str__(self) -> str:
        return self.words
