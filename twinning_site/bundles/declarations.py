"""What of each model a bundle carries. Check, load, dump and diff all read it here."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from cities.models import City, Milestone, WebLink
from content.models import Council, MailTemplate, Theme
from events.models import Event, OccurrenceChange
from links.models import Article, Contact, LinkGroup, Newsletter
from twinning_site.pages.models import Page
from volunteers.models import ConsentWording

ILLUSTRATED = ("picture", "picture_is_decorative")
PUBLISHED = ("published_at", "expires_at", "review_on")
KEPT_BY_THE_SITE = ("id", "author", "created_at", "updated_at")


@dataclass(frozen=True)
class Part:
    """Rows that are written together with another one; `parent` leads to that one."""

    name: str
    model: type[Model]
    parent: str
    facts: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ("id",)

    @property
    def has_position(self) -> bool:
        """Return whether the order in the file counts; if not, the facts give the order."""
        return "position" in self.left_out


@dataclass(frozen=True)
class Kind:
    """Rows of a model: a file of facts each, and one of texts in each language.

    `key` is the field whose value is the name of the files; the council has none, as there is
    only one. `left_out` names the fields that a bundle does not carry; rows that `stay` are never
    removed.
    """

    name: str
    model: type[Model]
    key: str = "slug"
    facts: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ("id",)
    parts: tuple[Part, ...] = field(default=())
    stays: bool = False

    def rows(self) -> Any:
        """Return all rows, as a queryset."""
        return self.model._default_manager.all()

    def key_of(self, row: Model) -> str:
        """Return the name of the files of `row`."""
        return str(getattr(row, self.key)) if self.key else self.name


MILESTONES = Part(
    "milestones",
    Milestone,
    "city",
    facts=("year", "month", "day", "kind"),
    texts=("title", "date_words", "text"),
    left_out=("id", "document"),
)
WEB_LINKS = Part(
    "web_links", WebLink, "city", facts=("url",), texts=("title",), left_out=("id", "position")
)
# Who has a role is a person's data: neither names nor addresses are in a bundle.
CONTACTS = Part(
    "contacts",
    Contact,
    "group",
    texts=("role",),
    left_out=(
        *("id", "position", "name", "show_name", "email", "show_email", "phone", "show_phone"),
        *("receives_messages", "confirms_page"),
    ),
)
ARTICLES = Part(
    "articles",
    Article,
    "newsletter",
    texts=("title", "body"),
    left_out=("id", "position", *ILLUSTRATED),
)
CHANGES = Part(
    "changes",
    OccurrenceChange,
    "event",
    facts=("original_starts_at", "is_cancelled", "starts_at", "ends_at"),
    texts=("note",),
)

# In the order in which they are loaded: each refers only to those before it, or to its own kind.
KINDS = (
    Kind(
        "council",
        Council,
        key="",
        facts=(
            *("country", "latitude", "longitude", "time_zone", "website", "phone", "switchboard"),
            *("email", "asks_groups", "facebook_url", "x_url", "instagram_url", "brand_color"),
            *("photo_creator", "photo_licence", "photo_licence_url"),
        ),
        texts=(
            *("name", "home_city_name", "welcome", "introduction", "officer_role"),
            *("office_address", "postal_address", "wordmark", "footer_text", "copyright"),
        ),
        left_out=("id", "picture", "logo", "updated_at"),
        stays=True,
    ),
    Kind("themes", Theme, facts=("position",), texts=("name",)),
    Kind(
        "cities",
        City,
        facts=(
            *("country", "kind", "since_year", "status", "latitude", "longitude", "time_zone"),
            *("themes", *PUBLISHED),
        ),
        texts=(
            *("name", "since_words", "status_since", "status_reason", "status_outlook"),
            *("summary", "body"),
        ),
        left_out=(*KEPT_BY_THE_SITE, *ILLUSTRATED, "checked_on"),
        parts=(MILESTONES, WEB_LINKS),
    ),
    Kind(
        "groups",
        LinkGroup,
        facts=(
            *("is_umbrella", "umbrella", "cities", "themes", "partner_url", "website"),
            *("facebook_url", *PUBLISHED),
        ),
        texts=("name", "founded", "summary", "body", "how_to_join", "meetings", "partner_name"),
        left_out=(
            *(*KEPT_BY_THE_SITE, *ILLUSTRATED, "documents"),
            *("asked_on", "answered_on", "checked_on"),
        ),
        parts=(CONTACTS,),
    ),
    Kind(
        "newsletters",
        Newsletter,
        facts=("group", "year", "month", "day", "events_until", *PUBLISHED),
        texts=("title", "date_words", "summary"),
        left_out=(*KEPT_BY_THE_SITE, *ILLUSTRATED, "document"),
        parts=(ARTICLES,),
    ),
    Kind(
        "events",
        Event,
        facts=(
            *("status", "starts_at", "ends_at", "is_all_day", "time_zone", "previous_starts_at"),
            *("recurrence", "city", "cities", "groups", "themes", "online_url", "booking_url"),
            *PUBLISHED,
        ),
        texts=(
            *("title", "status_note", "place", "address", "price", "organiser"),
            *("summary", "body"),
        ),
        left_out=(
            *(*KEPT_BY_THE_SITE, *ILLUSTRATED, "documents", "poster"),
            *("uid", "sequence", "last_ends_at", "next_from", "next_starts_at", "next_ends_at"),
        ),
        parts=(CHANGES,),
    ),
    Kind(
        "pages",
        Page,
        facts=("place", "position", *PUBLISHED),
        texts=("title", "summary", "body"),
        left_out=(*KEPT_BY_THE_SITE, *ILLUSTRATED, "documents"),
    ),
    Kind(
        "consent",
        ConsentWording,
        key="version",
        facts=("valid_from",),
        texts=("text",),
        stays=True,
    ),
    Kind("letters", MailTemplate, key="name", texts=("subject", "text"), stays=True),
)
KIND_BY_NAME = {kind.name: kind for kind in KINDS}
KIND_BY_MODEL = {kind.model: kind for kind in KINDS}
