"""Load the demo into the database; each row is validated as in an officer's form."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.db.models import Model
from django.utils import timezone, translation

from cities.models import City, Milestone, WebLink
from content.models import Council, Document, Picture, Theme
from events.models import Event, EventPhoto, OccurrenceChange
from links.models import Article, Contact, LinkGroup, Newsletter
from twinning_site.demo import PICTURES, documents, pdfs
from twinning_site.demo.cities import CITIES
from twinning_site.demo.council import COUNCIL
from twinning_site.demo.events import PAST_EVENTS, coming_events, traditions
from twinning_site.demo.groups import GROUPS
from twinning_site.demo.newsletters import OLD_ISSUES, latest_issue
from twinning_site.demo.notices import CONSENT, NOTICES
from twinning_site.demo.pages import PAGES
from twinning_site.demo.pictures import CREATOR, FOCUS, LICENCE, LICENCE_URL
from twinning_site.demo.pictures import PICTURES as PICTURE_TEXTS
from twinning_site.demo.themes import THEMES
from twinning_site.pages.models import Notice, Page
from volunteers.models import ConsentWording

HOME = ZoneInfo("Europe/London")
# When the council's page was last changed; rows without a date of their own are published then.
FIRST_ONLINE = datetime(2015, 11, 10, 9, tzinfo=HOME)
ROWS_AT_A_TIME = 20
# The models that hold the demo, ordered so that no row is deleted that another one needs
CONTENT_MODELS = [
    Event,
    Newsletter,
    LinkGroup,
    City,
    Page,
    Notice,
    Document,
    Council,
    Picture,
    Theme,
]


def has_content() -> bool:
    """Return whether the site holds anything that an officer may have written."""
    return any(model._default_manager.exists() for model in CONTENT_MODELS)


def delete_content() -> None:
    """Delete all content, but no applications and messages that people sent.

    Some rows at a time, so that nobody who writes meanwhile waits for all of it.
    """
    for model in CONTENT_MODELS:
        rows = model._default_manager.order_by("pk")
        while keys := list(rows.values_list("pk", flat=True)[:ROWS_AT_A_TIME]):
            rows.filter(pk__in=keys).delete()


def load(report: Callable[[str], None]) -> None:
    """Load the demo into an empty site; `report` is called with a line for each kind of row.

    Each row is a transaction of its own. If one is refused, all content is deleted again.
    """
    try:
        with translation.override("en"):
            Loader(report).run()
    except BaseException:
        report("Deleting what was loaded …")
        delete_content()
        raise


class Loader:
    """Loads one kind of row after another.

    Rows are kept by their short names, by which later data refers to them.
    """

    def __init__(self, report: Callable[[str], None]) -> None:
        self.report = report
        self.today = timezone.localdate()
        self.rows_by_slug: dict[str, dict[str, Any]] = {
            name: {} for name in ("picture", "themes", "documents", "cities", "groups")
        }

    def run(self) -> None:
        """Load everything, in the order of the references."""
        for load_rows in (
            self.pictures,
            self.council,
            self.themes,
            self.cities,
            self.documents,
            self.groups,
            self.newsletters,
            self.events,
            self.pages,
        ):
            self.report(f"Loading {load_rows.__name__} …")
            load_rows()

    def make(self, model: type[Model], data: dict[str, Any], **extra: Any) -> Any:
        """Validate and save a row; short names in `data` are replaced by the rows they mean.

        Raises:
            ValidationError: if an officer's form would refuse the row.
        """
        data = {**data, **extra}
        many = {
            field.name: [self.rows_by_slug[field.name][slug] for slug in data.pop(field.name)]
            for field in model._meta.many_to_many
            if field.name in data
        }
        for name, kind in (
            ("picture", "picture"),
            ("city", "cities"),
            ("group", "groups"),
            ("umbrella", "groups"),
        ):
            if isinstance(data.get(name), str):
                data[name] = self.rows_by_slug[kind][data[name]]
        row = model(**data)
        # Fields that are not editable are filled in by save(), such as the size of a file.
        row.full_clean(exclude={field.name for field in model._meta.fields if not field.editable})
        with transaction.atomic():
            row.save()
            for name, rows in many.items():
                getattr(row, name).set(rows)
        return row

    def pictures(self) -> None:
        for name, (alt, caption) in PICTURE_TEXTS.items():
            focus_x, focus_y = FOCUS.get(name, (50, 50))
            with (PICTURES / f"{name}.webp").open("rb") as file:
                self.rows_by_slug["picture"][name] = self.make(
                    Picture,
                    {"alt": alt, "caption": caption, "creator": CREATOR, "licence": LICENCE},
                    licence_url=LICENCE_URL,
                    focus_x=focus_x,
                    focus_y=focus_y,
                    file=File(file, name=f"{name}.webp"),
                )

    def council(self) -> None:
        self.make(Council, COUNCIL)
        for level, text, url in NOTICES:
            start = timezone.now()
            end = start.replace(year=start.year + 5, day=1)
            self.make(
                Notice, {"level": level, "text": text, "url": url}, starts_at=start, ends_at=end
            )
        if not ConsentWording.objects.filter(version=CONSENT["version"]).exists():
            self.make(ConsentWording, CONSENT)

    def themes(self) -> None:
        for position, (slug, name) in enumerate(THEMES, 1):
            self.rows_by_slug["themes"][slug] = self.make(
                Theme, {"slug": slug, "name": name, "position": position}
            )

    def cities(self) -> None:
        for city in CITIES:
            data = {**city}
            milestones, web_links = data.pop("milestones"), data.pop("web_links")
            row = self.make(City, data, published_at=FIRST_ONLINE)
            self.rows_by_slug["cities"][row.slug] = row
            for milestone in milestones:
                self.make(Milestone, milestone, city=row)
            for position, (title, url) in enumerate(web_links):
                self.make(WebLink, {"title": title, "url": url}, city=row, position=position)

    def documents(self) -> None:
        council = Council.objects.get()
        wording = ConsentWording.objects.get(version=CONSENT["version"])
        picture = self.rows_by_slug["picture"][documents.GALLERY_PACK["picture"]]
        self._document(documents.VOLUNTEER_FORM, pdfs.volunteer_form(council, wording))
        self._document(documents.MEMBERSHIP_FORM, pdfs.membership_form(council))
        self._document(documents.GALLERY_PACK, pdfs.gallery_pack(council, picture))

    def groups(self) -> None:
        for group in GROUPS:
            data = {**group}
            contacts = data.pop("contacts")
            row = self.make(LinkGroup, data, published_at=FIRST_ONLINE)
            self.rows_by_slug["groups"][row.slug] = row
            for position, contact in enumerate(contacts):
                self.make(Contact, contact, group=row, position=position)

    def newsletters(self) -> None:
        for issue in [*OLD_ISSUES, latest_issue(self.today)]:
            data = {**issue}
            articles = data.pop("articles")
            day = data.pop("published_on", date(data["year"], data["month"], 1))
            row = self.make(Newsletter, data, published_at=_moment(day, "09:00"), example=True)
            for position, article in enumerate(articles):
                self.make(Article, article, newsletter=row, position=position)

    def events(self) -> None:
        # Nobody has settled the dates and prices of what recurs and of what is to come.
        made_up = [*traditions(self.today), *coming_events(self.today)]
        events = [*PAST_EVENTS, *({**event, "example": True} for event in made_up)]
        posters: dict[str, list[Event]] = {}
        for event in events:
            data = {**event}
            photos, changes = data.pop("photos", []), data.pop("changes", [])
            poster = data.pop("poster", None)
            zone = ZoneInfo(data.setdefault("time_zone", HOME.key))
            published = data.pop("published", None)
            for name in ("starts_at", "ends_at", "previous_starts_at"):
                if name in data:
                    data[name] = data[name].replace(tzinfo=zone)
            published_at = (
                published.replace(tzinfo=HOME) if published else _moment(self.today, "00:00")
            )
            row = self.make(Event, data, published_at=published_at)
            for position, photo in enumerate(photos):
                picture = self.rows_by_slug["picture"][photo]
                self.make(EventPhoto, {}, event=row, picture=picture, position=position)
            for change in changes:
                localized = {
                    name: value.replace(tzinfo=zone) if isinstance(value, datetime) else value
                    for name, value in change.items()
                }
                self.make(OccurrenceChange, localized, event=row)
            if poster:
                posters.setdefault(poster, []).append(row)
        for rows in posters.values():
            document = self._document(documents.POSTER, pdfs.poster(rows[0]))
            for row in rows:
                row.poster = document
                row.save()

    def pages(self) -> None:
        for page in PAGES:
            self.make(Page, page, published_at=FIRST_ONLINE)

    def _document(self, data: dict[str, Any], pdf: bytes) -> Document:
        row = self.make(
            Document,
            {name: data[name] for name in ("title", "kind")},
            language="en",
            example=True,
            published_at=FIRST_ONLINE,
            file=ContentFile(pdf, name=f"{data['slug']}.pdf"),
        )
        self.rows_by_slug["documents"][data["slug"]] = row
        return row


def _moment(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=HOME)
