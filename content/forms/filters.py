"""The base of all filter forms of lists."""

from collections.abc import Iterable, Sequence
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from content.text.languages import foreign_language, text_direction


class RowSelect(forms.Select):
    """A list of names, each marked if it is in another language (WCAG 2.2, 3.1.2).

    The labels of the choices are the multilingual texts themselves, not strings made of them.
    """

    def create_option(
        self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        option = super().create_option(name, value, label, *args, **kwargs)
        if language := foreign_language(label):
            option["attrs"] |= {"lang": language, "dir": text_direction(language)}
        return option


class FilterForm(forms.Form):
    """A form that is sent by GET and filters a list. Each field may be left out.

    A choice that does not exist is left out of what was chosen; views that must not ignore it
    ask `is_valid()`.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows: dict[str, dict[str, Any]] = {}

    def offer_rows(self, name: str, rows: Iterable[Any]) -> None:
        """Let the field `name` choose among `rows`, which have a slug and a name."""
        self.rows[name] = {row.slug: row for row in rows}
        choices = [(slug, row.name) for slug, row in self.rows[name].items()]
        self.offer(name, [("", _("all")), *choices])

    def offer(self, name: str, choices: Sequence[tuple[str, object]]) -> None:
        """Let the field `name` choose among `choices`: values and their labels."""
        self._choice_field(name).choices = choices

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
        return {name: rows[chosen[name]] for name, rows in self.rows.items() if name in chosen}

    @property
    def query(self) -> str:
        """Return the choices as the query of an address, without `?`; empty if there are none."""
        return urlencode(self.chosen)

    def link_label(self, name: str, value: Any) -> Any:
        """Return the text of the link that removes a choice; None if there is no such link."""
        choices: Any = self._choice_field(name).choices
        return dict(choices)[value]

    def removal_links(self, path: str) -> list[dict[str, Any]]:
        """Return label and url of a link for each choice: the list at `path` without it."""
        links = []
        for name, value in self.chosen.items():
            label = self.link_label(name, value)
            if label is not None:
                query = urlencode({other: v for other, v in self.chosen.items() if other != name})
                links.append({"label": label, "url": f"{path}?{query}" if query else path})
        return links
