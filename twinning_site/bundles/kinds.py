"""What a bundle has to be told of a model: rows with files of their own, and parts of them."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from content.models import EditableKind

ILLUSTRATED = ("picture", "picture_is_decorative")
PUBLISHED = ("published_at", "expires_at", "review_on", "example")
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

    `key` is the field whose value is the name of the files; empty for rows that have no such field,
    whose names the site keeps for bundles alone. `left_out` names the fields that a bundle does
    not carry, `kept` those that a row keeps if its file does not name them. `file` is the storage
    of the file that each row has, a key of the setting STORAGES. Rows that `stay` are never
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
    is_single: bool = False
    kept: tuple[str, ...] = ()
    file: str = ""

    def rows(self) -> Any:
        """Return all rows, as a queryset."""
        return self.model._default_manager.all()

    def new_row(self, key: str) -> Any:
        """Return a row that is not saved, as it is without files."""
        if issubclass(self.model, EditableKind):
            return self.model.shipped(key)
        return self.model(**{self.key: key} if self.key else {})
