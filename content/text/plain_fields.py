"""Fields for plain text in one language, without the characters that nobody sees.

`content.text.fields` has those for several languages. To migrations these are Django's own
fields: what they do concerns no column.
"""

from typing import Any

from django import forms
from django.db import models

from content.text.invisible_characters import without_invisible


class _CharInput(forms.CharField):
    """Cleans before the form validates, so that an address with a soft hyphen is right."""

    def to_python(self, value: object) -> str | None:
        return super().to_python(without_invisible(value) if isinstance(value, str) else value)


class _EmailInput(_CharInput, forms.EmailField):
    pass


class _UrlInput(_CharInput, forms.URLField):
    pass


class _PlainField(models.Field):
    form_class: type[forms.Field]
    # What else than a line feed ends a line becomes this.
    line_end = " "

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": self.form_class, **kwargs})

    def to_python(self, value: object) -> Any:
        return self._visible(super().to_python(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> object:
        """Clean the instance's value, so that it is the same as the stored one."""
        value = self._visible(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: object) -> Any:
        """Clean what `QuerySet.update()` and bulk methods write."""
        return self._visible(super().get_prep_value(value))

    def deconstruct(self) -> tuple:
        name, _path, args, kwargs = super().deconstruct()
        django_field = next(
            base for base in type(self).__mro__ if base.__module__.startswith("django.db.models")
        )
        return name, f"django.db.models.{django_field.__name__}", args, kwargs

    def _visible(self, value: Any) -> Any:
        if isinstance(value, str):
            return without_invisible(value, line_end=self.line_end)
        return value


class PlainCharField(_PlainField, models.CharField):
    """One line."""

    form_class = _CharInput


class PlainTextField(_PlainField, models.TextField):
    """Several lines."""

    form_class = _CharInput
    line_end = "\n"


class PlainEmailField(_PlainField, models.EmailField):
    """An e-mail address."""

    form_class = _EmailInput


class PlainURLField(_PlainField, models.URLField):
    """The address of a page."""

    form_class = _UrlInput
