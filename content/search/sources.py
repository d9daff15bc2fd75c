"""How an app tells the search what there is to find in its rows; it has one class a model."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import ClassVar

from django.db.models import Model, QuerySet
from i18nfield.strings import LazyI18nString

from content.models import Publishable

# No end in sight: what is not over, or stays up.
FOREVER = datetime(9999, 12, 31, tzinfo=UTC)


class SearchSource:
    """What can be found of one model. Texts may be rich text in any language.

    Attributes:
        kind: the word for it in addresses.
        parts: models whose rows are part of the page, and the relation that leads to its row.
    """

    kind: ClassVar[str]
    model: ClassVar[type[Publishable]]
    parts: ClassVar[dict[type[Model], str]] = {}

    def rows(self) -> QuerySet:
        """All rows, with what `texts` asks of them."""
        return self.model._default_manager.all()

    def texts(self, row: Publishable) -> Iterable[LazyI18nString | str]:
        """Everything that readers see on the page of `row`, besides its name."""
        raise NotImplementedError

    def visible(self, row: Publishable) -> tuple[datetime | None, datetime]:
        """From when to when the public may see `row`; from None on: never."""
        return row.published_at, row.expires_at or FOREVER

    def over_at(self, row: Publishable) -> datetime:
        """When `row` becomes a thing of the past."""
        return FOREVER

    def date_words(self, row: Publishable) -> str:
        """When it is or was, in the active language."""
        return ""

    def year(self, row: Publishable) -> int | None:
        """The year by which `row` can be found."""
        return None
