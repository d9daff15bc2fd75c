"""Questions whose answers are rows: cities, themes, tasks."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext, ngettext
from i18nfield.strings import LazyI18nString

from cities.models import City
from content.intake.form_fields import LineField
from content.models import Theme
from content.text.fields import texts_of
from content.text.transliteration import unaccented
from volunteers.models import VolunteerTask

Row = City | Theme | VolunteerTask
# Inputs to type names into, and the letters that each takes
INPUTS, LONGEST_NAME = 5, 200


class RowChoiceField(forms.MultipleChoiceField):
    """Checkboxes, one for each row; the cleaned value is a list of rows.

    The values are slugs, or numbers where rows have none. Django's ModelMultipleChoiceField fails
    on a number that is too large for the database.
    """

    widget = forms.CheckboxSelectMultiple

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Set the rows to choose from."""
        self.rows = {str(getattr(row, "slug", row.pk)): row for row in rows}
        self.choices = [(value, _choice(row)) for value, row in self.rows.items()]

    def clean(self, value: object) -> list[Row]:
        chosen = super().clean(value)
        return [row for key, row in self.rows.items() if key in chosen]

    def typed_words(self, value: Sequence[str]) -> str:
        """Return the names of those that are ticked."""
        return ", ".join(str(row) for key, row in self.rows.items() if key in value)


class NamesInput(forms.Widget):
    """Inputs for one name each, which suggest those of `names`; no script is needed.

    `names` are pairs of what is filled in and what is said of it.
    """

    template_name = "widgets/names_input.html"
    use_fieldset = True
    names: Sequence[tuple[str, LazyI18nString | str]] = ()

    def value_from_datadict(
        self, data: Any, files: MultiValueDict[str, Any], name: str
    ) -> list[str]:
        return cast(QueryDict, data).getlist(name)

    def format_value(self, value: Any) -> list[str]:
        typed = [str(one) for one in value or [] if one]
        return [*typed, *[""] * (INPUTS - len(typed))][:INPUTS]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"names": self.names, "longest": LONGEST_NAME}
        return context


class RowNamesField(forms.Field):
    """Names of rows in any language, for those that are too many for boxes.

    The cleaned value is a list of rows. `rows` by their slugs, which name one as well.
    """

    widget = NamesInput
    hidden_widget = forms.MultipleHiddenInput

    def __init__(self, rows: Sequence[City], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rows = {row.slug: row for row in rows}
        cast(NamesInput, self.widget).names = [(str(row.name), _choice(row)) for row in rows]

    def prepare_value(self, value: Any) -> list[str]:
        """Return names for slugs, which links to the form have, and what was typed as it is."""
        return [str(self.rows[one].name) if one in self.rows else one for one in value or []]

    def clean(self, value: Any) -> list[City]:
        """Return the rows that have these names.

        Raises:
            ValidationError: for each name that none has, with the nearest one; or for too many.
        """
        line = LineField(max_length=LONGEST_NAME, required=False)
        typed = list(filter(None, (line.clean(one) for one in value or [])))
        if len(typed) > INPUTS:
            words = ngettext("Name at most %d city.", "Name at most %d cities.", INPUTS)
            raise ValidationError(words % INPUTS, code="too_many")
        known = self._known()
        faults = [self._fault(name, known) for name in typed if _key(name) not in known]
        if faults:
            raise ValidationError(faults)
        chosen = {known[_key(name)].pk for name in typed}
        return [row for row in self.rows.values() if row.pk in chosen]

    def typed_words(self, value: Sequence[str]) -> str:
        """Return what was typed, right or wrong."""
        return ", ".join(filter(None, self.prepare_value(value)))

    def _known(self) -> dict[str, City]:
        known = {_key(slug): row for slug, row in self.rows.items()}
        for row in self.rows.values():
            known |= dict.fromkeys(map(_key, texts_of(row.name)), row)
        return known

    def _fault(self, name: str, known: dict[str, City]) -> ValidationError:
        near = get_close_matches(_key(name), known, n=1)
        if near:
            words = gettext("There is no link with “%(name)s”. Did you mean %(city)s?")
            return ValidationError(
                words % {"name": name, "city": known[near[0]].name}, code="unknown"
            )
        words = gettext("There is no link with “%(name)s”. Choose a name from the list.")
        return ValidationError(words % {"name": name}, code="unknown")


def _choice(row: Row) -> LazyI18nString | str:
    """Return the words of a box: the name, and that it is an example."""
    if getattr(row, "example", False):
        return f"{row.name} ({gettext('Example text')})"
    return row.name


def _key(name: str) -> str:
    """Return a name without accents, capitals and what stands between its letters."""
    return "".join(filter(str.isalnum, unaccented(name)))
