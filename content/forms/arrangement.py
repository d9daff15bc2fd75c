"""A widget that puts named things in order, hides some, and puts some below another one."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django import forms

from content.text.arrangement import Placed, arranged, placed_of, text_of

# Between two numbers, so that one can be put in between without JavaScript
STEP = 10


@dataclass(frozen=True)
class Entry:
    """One thing that is put in order; `note` says what else is to be known of it."""

    name: str
    label: str
    may_hide: bool = True
    may_be_below: bool = False
    note: str = ""


class ArrangementWidget(forms.Widget):
    """A table with a row for each entry: its number, whether it is shown, what it is below.

    `static/js/admin/ordering.js` puts the rows in order by buttons and by their handle. The value
    is a text as `content.text.arrangement` has it; empty for the order of `entries`.
    """

    template_name = "admin/widgets/arrangement.html"
    use_fieldset = True

    def __init__(self, entries: Sequence[Entry], attrs: dict | None = None) -> None:
        super().__init__(attrs)
        self.entries = entries

    @property
    def names(self) -> list[str]:
        return [entry.name for entry in self.entries]

    def format_value(self, value: object) -> str:
        """Return the order as it is stored once this form is saved."""
        return text_of(placed_of(str(value or "")), self.names)

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str:
        """Read the numbers of the rows; rows with the same one keep the order in which they are."""
        if name in data:
            return self.format_value(data[name])
        entries = {f"{name}-{entry.name}-position": entry for entry in self.entries}
        rows = [
            (_number(data[key]), key.removesuffix("position")) for key in data if key in entries
        ]
        placed = []
        for _position, row in sorted(rows, key=lambda one: one[0]):
            entry = entries[f"{row}position"]
            is_shown = not entry.may_hide or f"{row}shown" in data
            below = str(data.get(f"{row}below", "")) if entry.may_be_below else ""
            placed.append(Placed(entry.name, is_shown, below))
        return text_of(placed, self.names)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and not any(
            f"{name}-{entry.name}-position" in data for entry in self.entries
        )

    def get_context(self, name: str, value: object, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        by_name = {entry.name: entry for entry in self.entries}
        order = arranged(placed_of(str(value or "")), self.names)
        context["rows"] = [
            {"entry": by_name[one.name], "placed": one, "number": number * STEP}
            for number, one in enumerate(order, 1)
        ]
        context["has_levels"] = any(entry.may_be_below for entry in self.entries)
        return context


def _number(text: object) -> float:
    with suppress(ValueError):
        return float(str(text))
    return float("inf")
