"""What of each model a bundle carries. Check, load, dump and diff all read it here."""

from cities.models import City, LinkKind, Milestone, MilestoneKind, WebLink
from content.models import (
    Council,
    Document,
    DocumentKind,
    MailTemplate,
    Picture,
    Theme,
    Video,
)
from events.models import Event, EventPhoto, OccurrenceChange
from links.models import Article, Contact, Fund, LinkGroup, Newsletter
from twinning_site.bundles.kinds import ILLUSTRATED, KEPT_BY_THE_SITE, PUBLISHED, Kind, Part
from twinning_site.pages.models import Notice, Page
from volunteers.models import ConsentWording, Question, VolunteerTask

MILESTONES = Part(
    "milestones",
    Milestone,
    "city",
    facts=("year", "month", "day", "kind", "document"),
    texts=("title", "date_words", "text"),
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
    facts=ILLUSTRATED,
    texts=("title", "body"),
    left_out=("id", "position"),
)
CHANGES = Part(
    "changes",
    OccurrenceChange,
    "event",
    facts=("original_starts_at", "is_cancelled", "starts_at", "ends_at"),
    texts=("note",),
)
PHOTOS = Part("photos", EventPhoto, "event", facts=("picture",), left_out=("id", "position"))

# In the order in which they are loaded: each refers only to those before it, or to its own kind.
KINDS = (
    Kind(
        "pictures",
        Picture,
        key="",
        facts=(
            *("creator", "source_url", "licence", "licence_url", "focus_x", "focus_y"),
            "example",
        ),
        texts=("alt", "caption"),
        left_out=("id", "file", "width", "height", "has_renditions", "sha256", "created_at"),
        file="default",
    ),
    Kind(
        "document_kinds",
        DocumentKind,
        facts=("position", "is_offered", "is_for_issues"),
        texts=("name",),
        left_out=(),
    ),
    Kind(
        "documents",
        Document,
        key="",
        facts=("uid", "kind", "language", *PUBLISHED),
        texts=("title",),
        left_out=(
            *(*KEPT_BY_THE_SITE, "file", "sha256", "media_type", "size", "pages"),
            *("can_be_printed", "can_be_copied", "read_at", "reading_attempts", "unreadable"),
            *("text", "is_tagged", "has_title", "cover", "cover_width", "cover_height"),
        ),
        kept=("uid", "language"),
        file="documents",
    ),
    Kind(
        "videos",
        Video,
        facts=("uid", "kind", "is_silent", "poster", *PUBLISHED),
        texts=("title", "captions", "transcript"),
        left_out=(
            *(*KEPT_BY_THE_SITE, "file", "sha256", "media_type", "size"),
            *("width", "height", "seconds"),
        ),
        kept=("uid", "is_silent"),
        file="videos",
    ),
    Kind(
        "council",
        Council,
        key="",
        is_single=True,
        facts=(
            *("country", "latitude", "longitude", "time_zone", "website", "phone", "switchboard"),
            *("email", "asks_groups", "offers_volunteering"),
            *("social_addresses", "brand_color", "accent_color"),
            *("photo_creator", "photo_licence", "photo_licence_url", "picture", "logo"),
            "logo_dark",
            *("home_sections", "main_menu", "example"),
        ),
        texts=(
            *("name", "home_city_name", "welcome", "introduction", "officer_role"),
            *(
                "office_address",
                "office_invitation",
                "office_hours",
                "postal_address",
                "wordmark",
                "footer_text",
                "copyright",
            ),
        ),
        left_out=("id", "updated_at"),
        stays=True,
    ),
    Kind(
        "link_kinds",
        LinkKind,
        facts=("position", "is_offered", "shape", "color"),
        texts=("name",),
        left_out=(),
    ),
    Kind(
        "milestone_kinds",
        MilestoneKind,
        facts=("position", "is_offered", "sign", "meaning", "begins", "is_named"),
        texts=("name",),
        left_out=(),
    ),
    Kind("themes", Theme, facts=("position",), texts=("name",)),
    Kind(
        "cities",
        City,
        facts=(
            *("country", "kind", "since_year", "status", "latitude", "longitude", "time_zone"),
            *("themes", "videos", *ILLUSTRATED, *PUBLISHED),
        ),
        texts=(
            *("name", "since_words", "status_since", "status_reason", "status_outlook"),
            *("summary", "body"),
        ),
        left_out=(*KEPT_BY_THE_SITE, "checked_on"),
        parts=(MILESTONES, WEB_LINKS),
    ),
    Kind(
        "groups",
        LinkGroup,
        facts=(
            *("is_umbrella", "umbrella", "cities", "themes", "partner_url", "website"),
            *("social_addresses", "documents", "videos", *ILLUSTRATED, *PUBLISHED),
        ),
        texts=("name", "founded", "summary", "body", "how_to_join", "meetings", "partner_name"),
        left_out=(*KEPT_BY_THE_SITE, "asked_on", "answered_on", "checked_on"),
        parts=(CONTACTS,),
    ),
    Kind(
        "newsletters",
        Newsletter,
        facts=(
            *("group", "year", "month", "day", "events_until", "document"),
            *(*ILLUSTRATED, *PUBLISHED),
        ),
        texts=("title", "date_words", "summary"),
        left_out=KEPT_BY_THE_SITE,
        parts=(ARTICLES,),
    ),
    Kind(
        "funds",
        Fund,
        facts=(
            *("deadline", "is_all_year", "given_by_url", "apply_url"),
            *("cities", "groups", "themes", "documents", *PUBLISHED),
        ),
        texts=("name", "summary", "given_by", "amount", "who_may_ask", "body", "how_to_apply"),
        left_out=KEPT_BY_THE_SITE,
    ),
    Kind(
        "events",
        Event,
        facts=(
            *("status", "starts_at", "ends_at", "is_all_day", "time_zone", "previous_starts_at"),
            *("recurrence", "city", "cities", "groups", "themes", "online_url", "booking_url"),
            *("uid", "poster", "documents", "videos", *ILLUSTRATED, *PUBLISHED),
        ),
        texts=(
            *("title", "status_note", "place", "address", "price", "organiser"),
            *("summary", "body"),
        ),
        left_out=(
            *(*KEPT_BY_THE_SITE, "sequence"),
            *("last_ends_at", "next_from", "next_starts_at", "next_ends_at"),
        ),
        parts=(CHANGES, PHOTOS),
        kept=("uid",),
    ),
    Kind(
        "pages",
        Page,
        facts=(
            *("kind", "conformance", "place", "position", "documents", "videos"),
            *(*ILLUSTRATED, *PUBLISHED),
        ),
        texts=("title", "summary", "body", "easy_read"),
        left_out=KEPT_BY_THE_SITE,
    ),
    Kind(
        "notices",
        Notice,
        key="",
        facts=("level", "url", "starts_at", "ends_at", "example"),
        texts=("text",),
        kept=("starts_at",),
    ),
    Kind(
        "tasks",
        VolunteerTask,
        key="",
        facts=("is_offered", "position", "example"),
        texts=("name",),
        stays=True,
    ),
    Kind(
        "questions",
        Question,
        key="",
        facts=("kind", "is_required", "shown_from", "position"),
        texts=("label", "help_text", "choices"),
        stays=True,
    ),
    Kind(
        "consent",
        ConsentWording,
        key="version",
        facts=("valid_from", "example"),
        texts=("text",),
        stays=True,
    ),
    Kind("letters", MailTemplate, key="name", texts=("subject", "text"), stays=True),
)
KIND_BY_NAME = {kind.name: kind for kind in KINDS}
KIND_BY_MODEL = {kind.model: kind for kind in KINDS}
