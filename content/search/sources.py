"""The base class by which an app offers the rows of a model to the search."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import ClassVar, Generic, TypeVar

from django.db.models import Model, QuerySet
from i18nfield.strings import LazyI18nString

from content.models import Publishable
from content.text.slugs import names_of

# The end of what has none
FOREVER = datetime(9999, 12, 31, tzinfo=UTC)


Row = TypeVar("Row", bound=Publishable)


class SearchSource(Generic[Row]):
    """A model whose rows can be found. Texts may be rich text in any language.

    Attributes:
        kind: the name of the model in the addresses of the search.
        name_field: the field that holds the name, in all its languages.
        parts: models whose rows are shown on the page, with the lookup from each to its row.
    """

    kind: ClassVar[str]
    model: ClassVar[type[Publishable]]
    name_field: ClassVar[str] = "title"
    parts: ClassVar[dict[type[Model], str]] = {}

    def rows(self) -> QuerySet:
        """Return all rows, with what `texts` reads of them."""
        return self.model._default_manager.all()

    def names(self, row: Row) -> list[str]:
        """Return the name of `row` in each language in which it has one."""
        return [text for _language, text in names_of(getattr(row, self.name_field))]

    def texts(self, row: Row) -> Iterable[LazyI18nString | str]:
        """Return every text on the page of `row` but its name."""
        raise NotImplementedError

    def visible(self, row: Row) -> tuple[datetime | None, datetime]:
        """Return when `row` becomes public (None: never) and when it stops being public."""
        return row.published_at, row.expires_at or FOREVER

    def over_at(self, row: Row) -> datetime:
        """Return when `row` is past."""
        return FOREVER

    def date_words(self, row: Row) -> str:
        """Return the date in the active language."""
        return ""

    def year(self, row: Row) -> int | None:
        """Return the year by which `row` can be filtered."""
        return None


def theme_names(row: Model) -> list[LazyI18nString]:
    """Return the names of the themes of a row that has `themes`."""
    return [theme.name for theme in row.themes.all()]  # type: ignore[attr-defined] # of three models
