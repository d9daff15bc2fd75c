"""The column of a row that says its kind."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor
from django.utils.translation import gettext_lazy as _

from content.models.kinds.editable_kind import all_kinds
from content.models.kinds.kind_choice import KindChoiceField


class _KindDescriptor(ForwardManyToOneDescriptor):
    """Finds the kind among all that are remembered, and takes a key instead of a row."""

    def get_object(self, instance: models.Model) -> Any:
        key = getattr(instance, self.field.attname)
        found = all_kinds(self.field.related_model).by_slug.get(key)
        return found or super().get_object(instance)

    def __set__(self, instance: models.Model, value: Any) -> None:
        if isinstance(value, str):
            setattr(instance, self.field.attname, value)
        else:
            super().__set__(instance, value)


class KindField(models.ForeignKey):
    """The kind of a row. Its column `kind` holds the key of the kind.

    Reading it costs one query for all rows of a request, or none.
    """

    forward_related_accessor_class = _KindDescriptor

    def __init__(self, to: Any, on_delete: Any = models.PROTECT, **kwargs: Any) -> None:
        """Take the model of the kinds; one that is used cannot be deleted."""
        usual: dict[str, Any] = {
            "verbose_name": _("kind"),
            "related_name": "+",
            "db_column": "kind",
        }
        super().__init__(to, on_delete, **usual | kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:
        """Return a choice among what is offered, whatever the admin says of rows."""
        kept = {name: kwargs[name] for name in ("label", "help_text", "widget") if name in kwargs}
        model: Any = self.remote_field.model
        return KindChoiceField(
            rows=lambda: all_kinds(model),
            required=True,
            initial=self.get_default(),
            **{"label": self.verbose_name, "help_text": self.help_text, **kept},
        )
