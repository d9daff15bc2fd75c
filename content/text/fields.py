"""Model fields of our own: text in several languages, plain and rich."""

import json
from typing import Any, TypeAlias

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from i18nfield import fields
from i18nfield.strings import LazyI18nString

from content.text.html.cleaning import clean_html
from content.text.invisible_characters import without_invisible
from content.text.widgets import LineWidget, ParagraphWidget, RichTextWidget

# Characters of HTML in one language; a long newsletter article has 20,000.
MAX_RICH_TEXT = 200_000

Text: TypeAlias = LazyI18nString | dict | str | None


def is_blank(text: Text) -> bool:
    """Return whether a text has nothing but spaces in every language."""
    return not any(words.strip() for words in texts_of(text))


def texts_of(text: Text) -> list[str]:
    """Return what a text says, once in each language."""
    data = getattr(text, "data", text)
    return [str(words or "") for words in (data.values() if isinstance(data, dict) else [data])]


class Multilingual(models.Field):
    """Corrects what the library's fields do, for all fields below.

    A text is cleaned on every way into the database: forms, code, bulk methods, the demo.
    """

    def clean_text(self, text: str) -> str:
        """Return the text of one language as it is stored."""
        raise NotImplementedError

    def to_python(self, value: Text) -> LazyI18nString | None:
        """Clean before validation, so that a required text is not empty afterwards."""
        return self._cleaned(super().to_python(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> LazyI18nString | None:
        """Clean the instance's value, so that it is the same as the stored one."""
        value = self._cleaned(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

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

    def from_db_value(self, value: str | None, *_context: object) -> LazyI18nString:
        """Put the languages of the site first, in their order.

        Where a text is missing in the language of a reader and in the main one, the library takes
        the first that is there.
        """
        text = LazyI18nString(value)
        if isinstance(text.data, dict) and len(text.data) > 1:
            codes = dict.fromkeys([*settings.SITE_LANGUAGES, *text.data])
            text.data = {code: text.data[code] for code in codes if code in text.data}
        return text

    def get_prep_value(self, value: Text) -> str | None:
        """Clean what `QuerySet.update()` and bulk methods write.

        Characters are stored as themselves and not as `\\u00f3`, so that a search finds “León”;
        spaces alone as an empty text, for the constraints that require a text.
        """
        value = self._cleaned(value)
        if value is not None and is_blank(value):
            value = ""
        prepared = super().get_prep_value(value)
        if isinstance(value, LazyI18nString | dict) and isinstance(prepared, str):
            try:
                return json.dumps(json.loads(prepared), ensure_ascii=False, sort_keys=True)
            except ValueError:
                return prepared
        # The library reads a text of digits as a number.
        return prepared if prepared is None else str(prepared)

    def value_to_string(self, obj: models.Model) -> str:
        """Return all languages for serializers; the library returns the one that is active."""
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def save_form_data(self, instance: models.Model, data: Text) -> None:
        """Keep languages that the form did not show, such as those the site no longer has."""
        before = getattr(getattr(instance, self.attname), "data", None)
        after = data.data if isinstance(data, LazyI18nString) else None
        if isinstance(before, dict) and isinstance(after, dict):
            shown = dict(settings.LANGUAGES)
            not_shown = {code: text for code, text in before.items() if code not in shown}
            data = LazyI18nString({**not_shown, **after})
        super().save_form_data(instance, data)

    def _cleaned(self, value: Text) -> LazyI18nString | None:
        if value is None:
            return None
        data = value.data if isinstance(value, LazyI18nString) else LazyI18nString(value).data
        if isinstance(data, dict):
            return LazyI18nString(
                {code: self.clean_text(text or "") for code, text in data.items()}
            )
        return LazyI18nString(self.clean_text(str(data or "")))


class I18nCharField(Multilingual, fields.I18nCharField):
    """One line in several languages."""

    widget = LineWidget

    def clean_text(self, text: str) -> str:
        return without_invisible(text, line_end=" ")


class I18nTextField(Multilingual, fields.I18nTextField):
    """Plain text in several languages."""

    widget = ParagraphWidget

    def clean_text(self, text: str) -> str:
        return without_invisible(text)


class RichTextField(I18nTextField):
    """HTML in several languages."""

    widget = RichTextWidget

    def clean_text(self, text: str) -> str:
        return clean_html(text)

    def to_python(self, value: Text) -> LazyI18nString | None:
        """Refuse what is too long to be written by hand, before it is cleaned.

        Raises:
            ValidationError: beside the field.
        """
        data = getattr(value, "data", value)
        texts = data.values() if isinstance(data, dict) else [data]
        if any(len(str(text or "")) > MAX_RICH_TEXT for text in texts):
            raise ValidationError(
                _("This text is too long. Put parts of it on other pages, or into a document.")
            )
        return super().to_python(value)
