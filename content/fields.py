"""Model fields of our own. The rich text editor is known here and nowhere else."""

import json

from ckeditor.widgets import CKEditorWidget
from django.db import models
from i18nfield import fields
from i18nfield.forms import I18nWidget
from i18nfield.strings import LazyI18nString

from content.cleaning import clean_html

Text = LazyI18nString | dict | str | None


class ReadableJson:
    """Stores letters as themselves and not as `\\u00f3`, so that a search finds “León”."""

    def get_prep_value(self, value: Text) -> str | None:
        prepared = super().get_prep_value(value)
        if isinstance(value, LazyI18nString | dict) and isinstance(prepared, str):
            try:
                return json.dumps(json.loads(prepared), ensure_ascii=False, sort_keys=True)
            except ValueError:
                return prepared
        return prepared


class I18nCharField(ReadableJson, fields.I18nCharField):
    """One line in several languages."""


class I18nTextField(ReadableJson, fields.I18nTextField):
    """Plain text in several languages."""


class I18nRichTextWidget(I18nWidget):
    """One editor for each language."""

    widget = CKEditorWidget


class RichTextField(I18nTextField):
    """HTML in several languages, cleaned whenever it is stored."""

    widget = I18nRichTextWidget

    def pre_save(self, model_instance: models.Model, add: bool) -> LazyI18nString:
        """Clean, so that the instance in memory holds what the database holds."""
        value = _cleaned(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Text) -> str | None:
        """Clean also what `QuerySet.update()` and bulk methods write."""
        return super().get_prep_value(_cleaned(value))


def _cleaned(value: Text) -> LazyI18nString | None:
    if value is None:
        return None
    data = value.data if isinstance(value, LazyI18nString) else LazyI18nString(value).data
    if isinstance(data, dict):
        return LazyI18nString({code: clean_html(text or "") for code, text in data.items()})
    return LazyI18nString(clean_html(str(data or "")))
