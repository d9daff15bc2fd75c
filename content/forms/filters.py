"""The base of all filter forms of lists."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from content.models import SharedRows
from content.models.remembering.remembered import remembered
from content.text.languages import language_attributes


class RowSelect(forms.Select):
    """A list of names, each marked if it is in another language (WCAG 2.2, 3.1.2).

    The labels of the choices are the multilingual texts themselves, not strings made of them.
    The options are written without templates, of which Django renders two for each: with 600
    cities that was nearly all of the time of a page.
    """

    # Rows to choose among, each with a slug and a name; set by `FilterForm.offer_rows`
    rows: SharedRows[Any] = SharedRows(())

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        attributes = flatatt(self.build_attrs(self.attrs, {**(attrs or {}), "name": name}))
        options = _options(self.choices) + _options_of_rows(self.rows)
        if value:
            start = format_html('<option value="{}"', value)
            options = SafeString(options.replace(start, f"{start} selected"))
        return format_html("<select{}>{}</select>", attributes, options)


def _options(choices: Iterable[tuple[str, Any]]) -> SafeString:
    """Return an `<option>` for each value and its label."""
    option = '<option value="{}"{}>{}</option>'
    texts = ((value, language_attributes(label), str(label)) for value, label in choices)
    return format_html_join("", option, texts)


@remembered
def _options_of_rows(rows: SharedRows[Any]) -> SafeString:
    return _options((row.slug, row.name) for row in rows)


class RowFilterField(forms.ChoiceField):
    """A choice among rows by their slugs, after the choices that are no rows, such as “all”."""

    widget = RowSelect
    rows: SharedRows[Any] = SharedRows(())

    def valid_value(self, value: Any) -> bool:
        return value in self.rows.by_slug or super().valid_value(value)


class FilterForm(forms.Form):
    """A form that is sent by GET and filters a list. Each field may be left out.

    A choice that does not exist is left out of what was chosen; views that must not ignore it
    ask `is_valid()`.
    """

    def offer_rows(
        self,
        name: str,
        rows: SharedRows[Any],
        first: Sequence[tuple[str, object]] = (("", _("all")),),
    ) -> None:
        """Let the field `name` choose among `rows`, which have a slug and a name.

        Args:
            first: the choices before them: values and their labels.
        """
        field = self._row_field(name)
        field.choices = first
        field.rows = field.widget.rows = rows

    def offer(self, name: str, choices: Sequence[tuple[str, object]]) -> None:
        """Let the field `name` choose among `choices`: values and their labels."""
        self._choice_field(name).choices = choices

    def rows_of(self, name: str) -> Mapping[str, Any]:
        """Return the rows among which the field `name` chooses, by their slugs."""
        return self._row_field(name).rows.by_slug

    def _row_field(self, name: str) -> RowFilterField:
        return cast(RowFilterField, self.fields[name])

    def _choice_field(self, name: str) -> forms.ChoiceField:
        return cast(forms.ChoiceField, self.fields[name])

    @property
    def chosen(self) -> dict[str, Any]:
        """Return the chosen values by the name of their field."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def chosen_rows(self) -> dict[str, Any]:
        """Return the chosen rows by the name of their field."""
        chosen = self.chosen
        return {
            name: field.rows.by_slug[chosen[name]]
            for name, field in self.fields.items()
            if isinstance(field, RowFilterField) and chosen.get(name) in field.rows.by_slug
        }

    @property
    def query(self) -> str:
        """Return the choices as the query of an address, without `?`; empty if there are none."""
        return urlencode(self.chosen)

    def link_label(self, name: str, value: Any) -> Any:
        """Return the text of the link that removes a choice; None if there is no such link."""
        rows = self.chosen_rows
        choices: Any = self._choice_field(name).choices
        return rows[name].name if name in rows else dict(choices)[value]

    def removal_links(self, path: str) -> list[dict[str, Any]]:
        """Return label and url of a link for each choice: the list at `path` without it."""
        links = []
        for name, value in self.chosen.items():
            label = self.link_label(name, value)
            if label is not None:
                query = urlencode({other: v for other, v in self.chosen.items() if other != name})
                links.append({"label": label, "url": f"{path}?{query}" if query else path})
        return links
