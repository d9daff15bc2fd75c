"""Sample rows for the style guide, one of each kind and state. They are never saved."""

from datetime import datetime, timedelta
from itertools import cycle

from django import forms
from django.conf import settings
from django.core.paginator import Page, Paginator
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from i18nfield.strings import LazyI18nString

from cities.anniversaries import Anniversary
from cities.models import City, CityStatus, LinkKind, Milestone, MilestoneKind
from content.forms.filters import FilterForm
from content.models import Document, Picture, Video, all_kinds
from events.dates.occurrence import DateChange, Occurrence
from events.models import Event, EventOccurrence, EventStatus
from links.models import Fund, LinkGroup, Newsletter
from twinning_site.pages.models import Notice, NoticeLevel

# Kilometres: a neighbour, a flight, the other side of the globe
DISTANCES = [95, 610, 2_400, 8_700, 14_300, 19_900]
# Degrees north and east, on every continent that has cities
POINTS = [(48.9, 2.4), (55.8, 37.6), (30, 31.2), (12.4, -86.9), (-34.6, -58.4), (-36.8, 174.8),
          (35.7, 139.7), (40.7, -74)]  # fmt: skip


def cities(picture: Picture | None) -> list[City]:
    """Return a city of each kind, then one suspended and one whose link has ended."""
    kinds = all_kinds(LinkKind)
    rows = [
        _city(capfirst(str(kind)), kind, CityStatus.ACTIVE, km)
        for kind, km in zip(kinds, cycle(DISTANCES), strict=False)
    ]
    rows += [
        _city(capfirst(str(status.label)), kinds[0], status, 3_800)
        for status in (CityStatus.SUSPENDED, CityStatus.ENDED)
    ]
    # One without a picture
    for row in rows[1:]:
        row.picture = picture
    for number, (row, (latitude, longitude)) in enumerate(zip(rows, cycle(POINTS), strict=False)):
        row.slug, row.latitude, row.longitude = f"sample-{number}", latitude, longitude
    return rows


def _city(name: str, kind: LinkKind, status: str, km: int) -> City:
    city = City(
        name=name,
        country="DE",
        kind=kind,
        status=status,
        since_year=1947,
        summary=_("One or two sentences that say what this city is like and what connects us."),
        status_since=_("March 2022"),
        status_reason=_("Why it is so, in the council’s own words."),
        status_outlook=_("What would have to change."),
    )
    city.distance_km = km
    return city


def anniversaries(city: City, now: datetime) -> list[Anniversary]:
    """Return an anniversary that is known to the day."""
    signing = Milestone(city=city, title=_("Signing"), year=1947, month=5, day=8)
    day = now.date()
    return [Anniversary(city, signing, 80, day, day)]


def milestones(city: City) -> list[Milestone]:
    """Return a milestone of each kind, a year apart."""
    return [
        Milestone(city=city, kind=kind, title=capfirst(str(kind)), year=1947 + number, month=5)
        for number, kind in enumerate(all_kinds(MilestoneKind))
    ]


def groups(picture: Picture | None) -> list[LinkGroup]:
    """Return an umbrella group, a group with a picture and one without."""
    summary = _("What this group does, for whom, and how one joins.")
    return [
        LinkGroup(
            name=_("Umbrella group"),
            slug="sample",
            is_umbrella=True,
            summary=summary,
            picture=picture,
        ),
        LinkGroup(
            name=_("Group"),
            slug="sample",
            summary=summary,
            meetings=_("four times a year"),
            picture=picture,
        ),
        LinkGroup(name=_("Group without a picture"), slug="sample", summary=summary),
    ]


def occurrences(now: datetime) -> list[EventOccurrence]:
    """Return an event in each status, and a date of a series that was moved."""
    return [
        *[_occurrence(now, str(label), status) for status, label in EventStatus.choices],
        _occurrence(now, _("Moved date of a series"), EventStatus.SCHEDULED, is_moved=True),
    ]


def exhibition(now: datetime) -> EventOccurrence:
    """Return an event that has begun and ends in a week."""
    return _occurrence(
        now - timedelta(days=8), _("Exhibition"), EventStatus.SCHEDULED, timedelta(days=15)
    )


def _occurrence(
    now: datetime,
    title: str,
    status: str,
    length: timedelta = timedelta(hours=2),
    *,
    is_moved: bool = False,
) -> EventOccurrence:
    starts_at = now + timedelta(days=1)
    event = Event(
        title=capfirst(title),
        slug="sample",
        status=status,
        starts_at=starts_at,
        ends_at=starts_at + length,
        time_zone="Europe/London",
        place=_("Town Hall"),
        summary=_("What there is to see and hear, in one or two sentences."),
        status_note=_("What visitors have to know."),
    )
    ends_at = starts_at + length
    change = DateChange(starts_at.date(), starts_at, ends_at) if is_moved else None
    occurrence = Occurrence(starts_at, ends_at, starts_at, event.zone, change)
    return EventOccurrence.of(event, status, occurrence)


def newsletters(picture: Picture | None) -> list[Newsletter]:
    """Return an uploaded issue of a group with a cover, and one of the council."""
    group = LinkGroup(name=_("Group"), slug="sample")
    return [
        Newsletter(
            title=_("Uploaded issue"),
            slug="sample",
            group=group,
            year=2015,
            month=10,
            document=document(),
            picture=picture,
        ),
        Newsletter(
            title=_("Issue written here"), slug="sample", year=2026, summary=_("What is in it.")
        ),
    ]


def funds() -> list[Fund]:
    """Return a fund with a deadline, one open all year round, and one that is closed."""
    today = timezone.localdate()
    return [
        Fund(
            name=_("Fund"),
            slug="sample",
            summary=_("What it is for"),
            amount="£500",
            deadline=today + timedelta(days=20),
        ),
        Fund(name=_("Fund"), slug="sample", summary=_("What it is for"), is_all_year=True),
        Fund(
            name=_("Fund"),
            slug="sample",
            summary=_("What it is for"),
            deadline=today - timedelta(days=1),
        ),
    ]


def document() -> Document:
    """Return a PDF of four pages in English."""
    return Document(
        title=_("Membership form"),
        media_type="application/pdf",
        size=548_000,
        pages=4,
        language="en",
        file="sample.pdf",
    )


def video(poster: Picture | None) -> Video:
    """Return a video of a minute with captions in two languages."""
    return Video(
        title=_("The choir sings"),
        slug="sample",
        media_type="video/mp4",
        size=9_480_000,
        width=640,
        height=360,
        seconds=65,
        poster=poster,
        captions=LazyI18nString(dict.fromkeys(settings.SITE_LANGUAGES[:2], "WEBVTT")),
        transcript=LazyI18nString("<p>…</p>"),
        example=True,
    )


def notices() -> list[Notice]:
    """Return a notice of each level."""
    return [
        Notice(level=level, text=_("One or two plain sentences."), url="/events/")
        for level in NoticeLevel.values
    ]


def long_list() -> Page:
    """Return the seventh page of a list of twenty pages."""
    return Paginator(range(200), 10).page(7)


def text(picture: Picture | None) -> str:
    """Return rich text with a picture in it."""
    figure = f'<figure data-picture="{picture.pk}"></figure>' if picture else ""
    words = _("What an officer wrote stands between its pictures.")
    return f"<p>{words}</p>{figure}<p>{words}</p>"


def previews(now: datetime) -> list[City]:
    """Return a draft, a scheduled city and one that was taken down."""
    day = timedelta(days=1)
    return [
        City(),
        City(published_at=now + day),
        City(published_at=now - 2 * day, expires_at=now - day),
    ]


def related() -> list[dict[str, str]]:
    """Return two pages to read next."""
    return [
        {"title": _("Group"), "url": "#ways"},
        {"title": _("Exhibition"), "url": "#ways"},
    ]


def found() -> dict[str, object]:
    """Return what a result of the search shows."""
    return {
        "kind": _("event"),
        "date": "2026",
        "url": "#ways",
        "heading": _("A page that was found"),
        "snippet": _("The words around the hit."),
        "language": "",
        "attributes": "",
        "over": "",
        "document": None,
    }


class SampleFilterForm(FilterForm):
    """The filters of a list."""

    year = forms.ChoiceField(label=_("Year"), choices=[("", "–"), ("2026", "2026")], required=False)


class SampleForm(forms.Form):
    """One field of each kind that the site's forms have."""

    name = forms.CharField(label=_("Text"), help_text=_("The hint says what helps to answer."))
    language = forms.ChoiceField(
        label=_("Choice from a list"), choices=[("", "–"), ("de", "Deutsch")]
    )
    day = forms.ChoiceField(
        label=_("One of a few"), choices=[(1, "A"), (2, "B")], widget=forms.RadioSelect
    )
    links = forms.MultipleChoiceField(
        label=_("As many as one likes"),
        choices=[(1, "A"), (2, "B"), (3, "C")],
        widget=forms.CheckboxSelectMultiple,
    )
    message = forms.CharField(label=_("Long text"), widget=forms.Textarea, required=False)
    consent = forms.BooleanField(label=_("A box to tick"))
