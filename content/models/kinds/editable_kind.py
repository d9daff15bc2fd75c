"""What all kinds have that a council may name, order, leave out and add to."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.apps import AppConfig
from django.apps import apps as site_apps
from django.apps.registry import Apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from content.languages.tags import same_language
from content.models.constraints import has_its_texts
from content.models.remembering.remembered import remembered
from content.models.remembering.shared_rows import SharedRows
from content.text.fields import I18nCharField, is_blank
from content.text.languages import language_of

NEEDS_NAME = _("A kind of your own needs a name.")
COMES_WITH_SITE = _(
    "“%(name)s” comes with the site and cannot be deleted. Take the tick away from “offered”, and "
    "nobody chooses it any more."
)


class EditableKind(models.Model):
    """A kind of link, milestone or document. Its key is in addresses, files and bundles.

    Attributes:
        names: the words of the interface for the kinds that come with the site, by key, in order.
        properties: what these have in other fields than key, name and position.
    """

    names: ClassVar[dict[str, Any]] = {}
    properties: ClassVar[dict[str, dict[str, Any]]] = {}

    slug = models.SlugField(
        _("short name"),
        primary_key=True,
        max_length=40,
        help_text=_(
            "In open data and in bundles. Leave it empty, and it is made from the name. It stays "
            "as it is."
        ),
    )
    name = I18nCharField(
        _("name"),
        blank=True,
        default="",
        help_text=_(
            "As it stands within a sentence. A language that you leave empty has the word that "
            "comes with the site, if there is one."
        ),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )
    is_offered = models.BooleanField(
        _("offered"),
        default=True,
        help_text=_("Without a tick nobody can choose it any more. What has it keeps it."),
    )

    class Meta:
        abstract = True
        constraints: ClassVar = [has_its_texts("slug")]
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return str(self.label)

    def clean(self) -> None:
        """Require a name of what does not come with the site.

        Raises:
            ValidationError: for the field `name`.
        """
        super().clean()
        if not self.comes_with_site and is_blank(self.name):
            raise ValidationError({"name": NEEDS_NAME})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete it.

        Raises:
            ProtectedError: if something has it, or it comes with the site.
        """
        if self.comes_with_site:
            raise models.ProtectedError(COMES_WITH_SITE % {"name": self}, {self})
        return super().delete(*args, **kwargs)

    @property
    def comes_with_site(self) -> bool:
        """Return whether the site needs it: bundles that are silent mean it, or name it."""
        return self.slug in self.names

    @property
    def label(self) -> LazyI18nString | str:
        """The council's word; where it has none in the active language, that of the interface."""
        language = language_of(self.name)
        is_own = not is_blank(self.name)
        if language:
            is_own = same_language(language, get_language() or "")
        if self.comes_with_site and not is_own:
            return str(self.names[self.slug])
        return self.name

    @classmethod
    def shipped(cls, slug: str) -> Self:
        """Return a row with this key that is not saved, as it comes with the site."""
        return cls(slug=slug, **cls.shipped_values(slug))

    @classmethod
    def shipped_values(cls, slug: str) -> dict[str, Any]:
        """Return what a kind has by its key alone; nothing for a council's own."""
        if slug not in cls.names:
            return {}
        position = 10 * (1 + list(cls.names).index(slug))
        return {"position": position, **cls.properties.get(slug, {})}

    def usual_value(self, field: models.Field) -> Any:
        """Return what a field has if nobody changes it."""
        return self.shipped_values(self.slug).get(field.name, field.get_default())

    @classmethod
    def uses(cls) -> list[tuple[type[models.Model], str]]:
        """Return the models that have such kinds, each with the name of its column."""
        return [
            (it.related_model, it.field.name)
            for it in cls._meta.get_fields(include_hidden=True)
            if isinstance(it, models.ManyToOneRel)
        ]


@remembered
def all_kinds(model: type[EditableKind]) -> SharedRows[Any]:
    """Return all kinds of a model, in order, those that are not offered any more included."""
    return SharedRows(model._default_manager.all())


def store_shipped(sender: AppConfig, using: str, apps: Apps = site_apps, **signal: object) -> None:
    """Make the rows that come with the site, where they are not there (`post_migrate`).

    Args:
        apps: the models as the database has them by now, which may lack some.
    """
    there = {model._meta.label: model for model in apps.get_models()}
    for model in sender.get_models():
        if issubclass(model, EditableKind) and (stored := there.get(model._meta.label)):
            store_rows(model, stored._default_manager.using(using))


def store_rows(model: type[EditableKind], rows: models.QuerySet) -> None:
    """Make those rows that come with the site and are not there.

    Args:
        rows: those of the model, maybe as it was at a migration, with fewer columns.
    """
    columns = {column.name for column in rows.model._meta.fields}
    made = []
    for slug in model.names:
        values = model.shipped_values(slug).items()
        made.append(rows.model(slug=slug, **{name: it for name, it in values if name in columns}))
    rows.bulk_create(made, ignore_conflicts=True)


def has_name_of_its_own(names: dict[str, Any]) -> models.CheckConstraint:
    """Return a constraint that forbids kinds without a name, but for those of the site."""
    return models.CheckConstraint(
        name="%(app_label)s_%(class)s_has_a_name",
        condition=~models.Q(name__in=["", "{}"]) | models.Q(slug__in=[*names]),
        violation_error_message=NEEDS_NAME,
    )
