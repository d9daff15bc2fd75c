"""What officers write, each with parts, links and rows that point to it."""

from django.contrib import admin
from django.core import serializers
from django.urls import reverse

from content.models import Publishable, Version
from tests.factories.city import CityFactory, WebLinkFactory
from tests.factories.contact import ContactFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory, EventPhotoFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.occurrence_change import OccurrenceChangeFactory
from tests.factories.page import PageFactory
from tests.factories.picture import PictureFactory
from tests.factories.theme import ThemeFactory
from tests.factories.video import VideoFactory


def city():
    made = CityFactory(name={"en": "Bonn", "de": "Bundesstadt Bonn"}, picture=PictureFactory())
    made.themes.add(ThemeFactory())
    MilestoneFactory(city=made)
    MilestoneFactory(city=made)
    WebLinkFactory(city=made)
    # Rows that stay, and point to it
    EventFactory().cities.add(made)
    LinkGroupFactory().cities.add(made)
    EventFactory(city=made)
    return made


def group():
    made = LinkGroupFactory()
    made.cities.add(CityFactory())
    ContactFactory(group=made)
    EventFactory().groups.add(made)
    return made


def newsletter():
    made = NewsletterFactory(group=LinkGroupFactory())
    ArticleFactory(newsletter=made)
    ArticleFactory(newsletter=made)
    return made


def event():
    made = EventFactory(recurrence="FREQ=WEEKLY")
    made.cities.add(CityFactory())
    made.documents.add(DocumentFactory())
    EventPhotoFactory(event=made)
    OccurrenceChangeFactory(event=made)
    return made


def fund():
    made = FundFactory(cities=[CityFactory()], groups=[LinkGroupFactory()])
    made.documents.add(DocumentFactory())
    return made


def document():
    made = DocumentFactory()
    PageFactory(slug="forms").documents.add(made)
    return made


def page():
    made = PageFactory()
    made.documents.add(DocumentFactory())
    return made


def video():
    made = VideoFactory()
    PageFactory(slug="films").videos.add(made)
    return made


THINGS = [city, group, newsletter, event, document, fund, page, video]


def tables() -> str:
    """Return all rows of what officers write, with their links."""
    models = {model for model in admin.site._registry if issubclass(model, Publishable)}
    models |= {getattr(model, name).rel.related_model for model in models for name in model.parts}
    ordered = sorted(models, key=lambda model: model._meta.label)
    rows = [row for model in ordered for row in model._base_manager.order_by("pk")]
    return serializers.serialize("json", rows, indent=1)


def address(thing, name: str) -> str:
    options = thing._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{name}", args=[thing.pk])


def restore_address(thing) -> str:
    version = Version.objects.of(thing).in_bin().get()
    return reverse("admin:content_version_restore", args=[version.pk])
