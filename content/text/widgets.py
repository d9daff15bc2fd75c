"""Widgets for text in several languages, and for time zones."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.forms.renderers import BaseRenderer
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from i18nfield.forms import I18nWidget
from i18nfield.strings import LazyI18nString

from content.text.html.editor import EditorWidget

Text: TypeAlias = LazyI18nString | list | str | None


class LanguagesWidget(I18nWidget):
    """One text box for each language, under the language's name.

    `static/js/admin/languages.js` shows one language at a time, or one beside the original.
    """

    template_name = "admin/widgets/languages.html"
    use_fieldset = False
    # Keys of the marks of languages that are older than the first one, by their codes
    outdated: Mapping[str, int] = MappingProxyType({})

    def use_required_attribute(self, initial: Text) -> bool:
        """Return False: one language is enough, so that no box of its own is required."""
        return False

    def render(
        self,
        name: str,
        value: Text,
        attrs: dict | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        """Use Django's template rendering: the library's HTML has no label for each box."""
        return forms.MultiWidget.render(self, name, value, attrs, renderer)

    def get_context(self, name: str, value: Text, attrs: dict | None) -> dict:
        """Name every box for screen readers by the field's label and the language."""
        names = dict(settings.LANGUAGES)
        label = capfirst(self.field.label or "")
        for code, widget in zip(self.locales, self.widgets, strict=True):
            widget.attrs["aria-label"] = (
                f"{label} ({names.get(code, code)})" if len(self.locales) > 1 else label
            )
        context = super().get_context(name, value, attrs)
        for code, box in zip(self.locales, context["widget"]["subwidgets"], strict=True):
            box["language_code"] = code
            box["language_name"] = names.get(code, code)
            box["field_label"] = label
            box["outdated"] = self.outdated.get(code)
        original, *translations = context["widget"]["subwidgets"]
        original["is_original"] = bool(translations)
        for box in translations:
            box["is_missing"] = bool(original["value"]) and not box["value"]
        return context

    def decompress(self, value: Text) -> list[str]:
        """Put a text without a language into the first box."""
        data = value.data if isinstance(value, LazyI18nString) else LazyI18nString(value).data
        if not isinstance(data, dict):
            data = {self.locales[0]: "" if data is None else str(data)}
        return [data.get(code, "") for code in self.locales]

    def value_from_datadict(self, data: dict, files: dict, name: str) -> list[str]:
        """Strip spaces, which the library would take for a text."""
        return [(text or "").strip() for text in super().value_from_datadict(data, files, name)]

    def id_for_label(self, id_: str) -> str:
        """Return the id of the first box, to which a click on the label leads."""
        return f"{id_}_0" if id_ else ""


class LineWidget(LanguagesWidget):
    """One line for each language."""

    widget = AdminTextInputWidget


class _FewLines(AdminTextareaWidget):
    def __init__(self, attrs: dict | None = None):
        super().__init__(attrs={"rows": 3, **(attrs or {})})


class ParagraphWidget(LanguagesWidget):
    """A few lines for each language."""

    widget = _FewLines


class RichTextWidget(LanguagesWidget):
    """One editor for each language."""

    widget = EditorWidget


class TimeZoneWidget(AdminTextInputWidget):
    """One line that suggests the names of all time zones."""

    template_name = "admin/widgets/time_zone.html"

    def get_context(self, name: str, value: str | None, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["list"] = f"{name}-zones"
        zones = available_timezones()
        # Without old names, such as “GB” and “Etc/GMT+1”
        context["zones"] = sorted(z for z in zones if "/" in z and not z.startswith("Etc/"))
        return context
