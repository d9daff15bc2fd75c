"""The parts of the fields of a form, as a browser sends them.

A part is what is compared and joined as a whole: the text of one language, a day with its time,
all rows chosen in a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.forms import BoundField, Field, FileField, FileInput, Widget
from django.forms.widgets import CheckboxInput, ChoiceWidget, MultiWidget
from django.http import QueryDict
from django.utils.crypto import salted_hmac
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext

from content.opened_forms.rich_text import as_stored, without_layout
from content.text.html.editor import EditorWidget
from content.text.language_names import language_name
from content.text.widgets import LanguagesWidget

# Hexadecimal digits; two values of one part are taken for the same once in 10^14.
DIGEST_LENGTH = 12
# Characters of a value in the table that compares two
MAX_SHOWN = 2000


@dataclass(frozen=True)
class FieldPart:
    """One part of a field; `value` is what its widget shows of what is stored now.

    `language` is the code of the language of a text in several.
    """

    bound: BoundField
    widget: Widget
    value: Any
    suffix: str = ""
    language: str = ""

    @property
    def field(self) -> Field:
        return self.bound.field

    @property
    def key(self) -> str:
        """Return its name, which is the same wherever its row stands."""
        return self.bound.name + self.suffix

    @property
    def html_name(self) -> str:
        return self.bound.html_name + self.suffix

    @property
    def label(self) -> str:
        label = capfirst(str(self.bound.label))
        return f"{label} ({language_name(self.language)})" if self.language else label

    def sent_unchanged(self) -> dict[str, list[str]]:
        """Return what a browser sends if nobody touches it, by the names of inputs."""
        return _sent(self.widget, self.html_name, self.value)

    def stored(self) -> str:
        """Return what is stored, in a form that can be compared."""
        if isinstance(self.field, FileField):
            return str(self.value or "")
        return self._comparable(self._read(_query(self.sent_unchanged()), {}))

    def posted(self, data: Mapping[str, Any], files: Mapping[str, Any]) -> Iterator[str]:
        """Yield what was sent, in the same form; of rich text also as it will be stored."""
        raw = self._read(data, files)
        if isinstance(self.field, FileField):
            # Without a file the stored one stays.
            yield self.stored() if raw is None else str(raw or "")
            return
        yield self._comparable(raw)
        if isinstance(self.widget, EditorWidget) and raw:
            yield as_stored(raw)

    def restore(self, data: QueryDict) -> None:
        """Put into `data`, which is changed, what a browser sends if nobody touches the part."""
        if isinstance(self.field, FileField):
            return
        for suffix in _suffixes(self.widget) if isinstance(self.widget, MultiWidget) else [""]:
            data.pop(self.html_name + suffix, None)
        for name, values in self.sent_unchanged().items():
            data.setlist(name, values)

    def digest(self, value: str) -> str:
        """Return a keyed digest, from which nobody learns or guesses the value."""
        keyed = salted_hmac("content.opened_forms", f"{self.key}\0{value}")
        return keyed.hexdigest()[:DIGEST_LENGTH]

    def shown(self, value: str) -> str:
        """Return a value, as `stored()` and `posted()` give it, in words."""
        choices = getattr(self.field, "queryset", None)
        if isinstance(self.widget, EditorWidget):
            value = strip_tags(value.replace("<", " <")).strip()
        elif isinstance(self.widget, CheckboxInput):
            value = gettext("Yes") if value else gettext("No")
        elif choices is not None:
            keys = [key for key in value.split("\n") if key]
            name = getattr(self.field, "to_field_name", None) or "pk"
            # What is no key stays as it was sent: its field says so.
            with suppress(ValueError, OverflowError):
                value = ", ".join(str(row) for row in choices.filter(**{f"{name}__in": keys}))
        elif isinstance(self.widget, ChoiceWidget):
            labels = {str(key): str(label) for key, label in self.field.choices}  # type: ignore[attr-defined] # such a widget's field has them
            value = ", ".join(labels.get(key, key) for key in value.split("\n"))
        elif isinstance(self.widget, MultiWidget):
            value = value.replace("\n", " ")
        return f"{value[:MAX_SHOWN]}…" if len(value) > MAX_SHOWN else value

    def _read(self, data: Mapping[str, Any], files: Mapping[str, Any]) -> Any:
        return self.widget.value_from_datadict(data, files, self.html_name)  # type: ignore[arg-type]

    def _comparable(self, raw: Any) -> str:
        if isinstance(raw, list | tuple):
            values = [_plain(value) for value in raw]
            return "\n".join(values if isinstance(self.widget, MultiWidget) else sorted(values))
        return without_layout(_plain(raw)) if isinstance(self.widget, EditorWidget) else _plain(raw)


def parts_of(bound: BoundField) -> list[FieldPart]:
    """Return the parts of a field of a form; none of a field that nobody can change."""
    field, widget = bound.field, bound.field.widget
    if field.disabled:
        return []
    if isinstance(widget, RelatedFieldWidgetWrapper):
        widget = widget.widget
    value = bound.initial if isinstance(field, FileField) else field.prepare_value(bound.initial)
    if not isinstance(widget, LanguagesWidget):
        return [FieldPart(bound, widget, value)]
    values = value if isinstance(value, list) else widget.decompress(value)
    codes = widget.locales if len(widget.locales) > 1 else [""]
    languages = zip(codes, _suffixes(widget), widget.widgets, values, strict=True)
    return [
        FieldPart(bound, of_language, text, suffix, code)
        for code, suffix, of_language, text in languages
    ]


def _suffixes(widget: MultiWidget) -> list[str]:
    """Return what follows the name of the widget in those of its inputs."""
    return widget.widgets_names  # type: ignore[attr-defined] # Django has it, its stubs do not


def _sent(widget: Widget, name: str, value: Any) -> dict[str, list[str]]:
    if isinstance(widget, MultiWidget):
        values = value if isinstance(value, list) else widget.decompress(value)
        parts = zip(_suffixes(widget), widget.widgets, values or [], strict=True)
        found: dict[str, list[str]] = {}
        for suffix, part, its_value in parts:
            found |= _sent(part, name + suffix, its_value)
        return found
    if isinstance(widget, FileInput):
        return {}
    if isinstance(widget, CheckboxInput):
        return {name: ["on"]} if widget.check_test(value) else {}
    shown = widget.format_value(value)
    if isinstance(shown, list):
        return {name: shown} if shown else {}
    return {name: ["" if shown is None else str(shown)]}


def _query(data: dict[str, list[str]]) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, values in data.items():
        query.setlist(name, values)
    return query


def _plain(raw: Any) -> str:
    """Return a value that a widget read without what a browser changes in it by itself."""
    if raw is None or isinstance(raw, bool):
        return "on" if raw else ""
    lines = str(raw).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()
