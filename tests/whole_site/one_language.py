"""A small site whose officers wrote everything in the main language and nothing in a second."""

from collections.abc import Sequence
from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone
from i18nfield.strings import LazyI18nString

from cities.models import Milestone
from content.text.fields import Multilingual, RichTextField
from tests.factories.city import CityFactory, WebLinkFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.contact import ContactFactory
from tests.factories.council import CouncilFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory, EventPhotoFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.occurrence_change import OccurrenceChangeFactory
from tests.factories.page import NoticeFactory, PageFactory
from tests.factories.picture import PictureFactory
from tests.factories.theme import ThemeFactory

# In every text of the site, and in none of ours
MARKER = "Quux"


def fill(languages: Sequence[str] = ()) -> None:
    """Make rows of every kind, and put the marker into all their texts.

    In `languages`; without them in the first of the site.
    """
    picture, theme, document = PictureFactory(), ThemeFactory(), DocumentFactory()
    council = CouncilFactory(website="https://example.org", phone="", picture=picture)
    now = timezone.now()
    ended = CityFactory(status="ended", status_reason="x", themes=[theme])
    # Its clocks and its year differ from those of home; the year is a round one.
    city = CityFactory(
        since_year=now.year - 50, time_zone="Asia/Tokyo", picture=picture, themes=[theme]
    )
    WebLinkFactory(city=city)
    signing = MilestoneFactory(city=city, year=now.year - 50, document=document)
    MilestoneFactory(city=city, year=1950, kind="visit")
    MilestoneFactory(city=ended)
    umbrella = LinkGroupFactory(is_umbrella=True)
    group = LinkGroupFactory(
        umbrella=umbrella,
        partner_name="x",
        partner_url="https://example.org",
        cities=[city, ended],
        themes=[theme],
        documents=[document],
    )
    ContactFactory(group=group)
    tied = {"cities": [city, ended], "groups": [group], "themes": [theme], "city": city}
    concert = EventFactory(picture=picture, poster=document, **tied)
    concert.documents.add(document)
    EventPhotoFactory(event=concert)
    EventFactory(status="cancelled", **(tied | {"city": None}))
    weekly = EventFactory(recurrence="FREQ=WEEKLY", **tied)
    OccurrenceChangeFactory(event=weekly, is_cancelled=True)
    begun = now - timedelta(days=40)
    EventFactory(starts_at=begun, **tied)
    EventFactory(starts_at=begun, ends_at=now + timedelta(days=40), **tied)
    for publisher in (group, group, None):
        issue = NewsletterFactory(group=publisher, picture=picture)
        ArticleFactory.create_batch(3, newsletter=issue, picture=picture)
    for days in (-2, 30, None):
        deadline = None if days is None else (now + timedelta(days=days)).date()
        FundFactory(
            deadline=deadline, cities=[city], groups=[group], documents=[document]
        ).themes.add(theme)
    NoticeFactory()
    PageFactory(place="about", picture=picture)
    PageFactory(place="about").documents.add(document)
    PageFactory(place="foot")
    ConsentWordingFactory()
    council.save()
    for model in multilingual_models():
        for row in model.objects.all():
            for field in multilingual_fields(model):
                setattr(row, field.name, _text(row, field, languages))
            row.save()
    # Only of dates that are known is there an anniversary.
    Milestone.objects.filter(pk=signing.pk).update(date_words="")


def multilingual_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if multilingual_fields(model)]


def multilingual_fields(model: type[models.Model]) -> list[models.Field]:
    return [field for field in model._meta.get_fields() if isinstance(field, Multilingual)]


def _text(row: models.Model, field: models.Field, languages: Sequence[str]) -> LazyI18nString:
    words = f"{MARKER} {row._meta.model_name} {row.pk} {field.name}"
    rich = isinstance(field, RichTextField)
    text = f"<p>{words}</p>" if rich else words
    return LazyI18nString(dict.fromkeys(languages or [settings.LANGUAGE_CODE], text))
