"""Model fields of our own: text in several languages, plain and rich."""

import json
from typing import Any, TypeAlias

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.db import models
from i18nfield import fields
from i18nfield.strings import LazyI18nString

from content.text.cleaning import clean_html
from content.text.widgets import LineWidget, ParagraphWidget, RichTextWidget

Text: TypeAlias = LazyI18nString | dict | str | None


def is_blank(text: Text) -> bool:
    """Return whether a text has nothing but spaces in every language."""
    data = getattr(text, "data", text)
    texts = data.values() if isinstance(data, dict) else [data]
    return not any(str(words or "").strip() for words in texts)


class Multilingual(models.Field):
    """Corrects what the library's fields do, for all fields below."""

    def formfield(self, **kwargs: Any) -> forms.Field:
        """Keep the widget of this field: Django's admin replaces that of every text column."""
        if kwargs.get("widget") is AdminTextareaWidget:
            del kwargs["widget"]
        formfield: Any = super().formfield(**kwargs)  # I18nFormField, which brings no types
        # Only marks the label; the library validates this itself.
        formfield.required = formfield.one_required
        return formfield

    def validate(self, value: Text, model_instance: models.Model | None) -> None:
        """Refuse a required text that is nothing but spaces.

        Raises:
            ValidationError: beside the field.
        """
        super().validate(value, model_instance)
        if not self.blank and is_blank(value):
            raise ValidationError(self.error_messages["blank"], code="blank")

    def get_prep_value(self, value: Text) -> str | None:
        """Store characters as themselves and not as `\\u00f3`, so that a search finds “León”.

        Spaces alone are stored as an empty text, for the constraints that require a text.
        """
        if value is not None and is_blank(value):
            value = ""
        prepared = super().get_prep_value(value)
        if isinstance(value, LazyI18nString | dict) and isinstance(prepared, str):
            try:
                return json.dumps(json.loads(prepared), ensure_ascii=False, sort_keys=True)
            except ValueError:
                return prepared
        return prepared

    def save_form_data(self, instance: models.Model, data: Text) -> None:
        """Keep languages that the form did not show, such as those the site no longer has."""
        before = getattr(getattr(instance, self.attname), "data", None)
        after = data.data if isinstance(data, LazyI18nString) else None
        if isinstance(before, dict) and isinstance(after, dict):
            shown = dict(settings.LANGUAGES)
            not_shown = {code: text for code, text in before.items() if code not in shown}
            data = LazyI18nString({**not_shown, **after})
        super().save_form_data(instance, data)


class I18nCharField(Multilingual, fields.I18nCharField):
    """One line in several languages."""

    widget = LineWidget


class I18nTextField(Multilingual, fields.I18nTextField):
    """Plain text in several languages."""

    widget = ParagraphWidget


class RichTextField(I18nTextField):
    """HTML in several languages, cleaned whenever it is stored."""

    widget = RichTextWidget

    def to_python(self, value: Text) -> LazyI18nString | None:
        """Clean before validation, so that a required text is not empty afterwards."""
        return _cleaned(super().to_python(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> LazyI18nString:
        """Clean the instance's value, so that it is the same as the stored one."""
        value = _cleaned(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Text) -> str | None:
        """Clean what `QuerySet.update()` and bulk methods write."""
        return super().get_prep_value(_cleaned(value))


def _cleaned(value: Text) -> LazyI18nString | None:
    if value is None:
        return None
    data = value.data if isinstance(value, LazyI18nString) else LazyI18nString(value).data
    if isinstance(data, dict):
        return LazyI18nString({code: clean_html(text or "") for code, text in data.items()})
    return LazyI18nString(clean_html(str(data or "")))
