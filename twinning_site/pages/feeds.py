"""Feeds from several apps: everything new, and what is new of a city or a group."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from cities.feeds import city_entries
from cities.models import City
from content.models import Council, PublishableQuerySet
from content.web.feed_entries import MAX_ENTRIES, Entry, make_entry, paragraphs, picture_enclosures
from content.web.feeds import AtomFeed
from events.feeds import event_entries
from events.models import Event
from links.feeds import group_entries, newsletter_entries
from links.models import LinkGroup, Newsletter
from twinning_site.pages.models import Page


def page_entries(pages: PublishableQuerySet) -> list[Entry]:
    """Return entries of the plain pages that were published last: 1 query."""
    newest = pages.select_related("picture").last_published(MAX_ENTRIES)
    return [
        make_entry(
            page,
            str(page.title),
            (paragraphs(page.summary), page.body),
            summary=str(page.summary),
            enclosures=picture_enclosures(page.picture),
        )
        for page in newest
    ]


class NewsFeed(AtomFeed):
    """Everything new on the site."""

    def title(self, obj: None) -> str:
        council = Council.current()
        return str(council.wordmark or council.name) if council else gettext("News")

    def path(self, obj: None) -> str:
        return reverse("pages:home")

    def entries(self, obj: None) -> Iterable[Entry]:
        return [
            *city_entries(City.objects.published()),
            *group_entries(LinkGroup.objects.published()),
            *newsletter_entries(Newsletter.objects.published()),
            *event_entries(Event.objects.published()),
            *page_entries(Page.objects.published()),
        ]


class CityFeed(AtomFeed):
    """News of a city: its events, and the newsletters of its groups."""

    def get_object(self, request: HttpRequest, slug: str) -> City:
        return City.objects.published().get(slug=slug)

    def title(self, city: City) -> str:
        return str(city.name)

    def path(self, city: City) -> str:
        return city.get_absolute_url()

    def entries(self, city: City) -> Iterable[Entry]:
        groups = city.groups.published().values("pk")
        return [
            *event_entries(Event.objects.published().of_city(city)),
            *newsletter_entries(Newsletter.objects.published().filter(group__in=groups)),
        ]


class GroupFeed(AtomFeed):
    """News of a group: its events and its newsletters."""

    def get_object(self, request: HttpRequest, slug: str) -> LinkGroup:
        return LinkGroup.objects.published().get(slug=slug)

    def title(self, group: LinkGroup) -> str:
        return str(group.name)

    def path(self, group: LinkGroup) -> str:
        return group.get_absolute_url()

    def entries(self, group: LinkGroup) -> Iterable[Entry]:
        return [
            *event_entries(Event.objects.published().of_groups([group])),
            *newsletter_entries(group.newsletters.published()),
        ]
