"""What the filters of lists have in common: their choices are rows that officers named."""

from typing import Any

from django import forms

from content.text.languages import foreign_language, text_direction


class RowSelect(forms.Select):
    """A list of names, each of which says so if it is in another language (WCAG 2.2, 3.1.2).

    The labels of the choices are the texts themselves, not strings made of them.
    """

    def create_option(
        self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        option = super().create_option(name, value, label, *args, **kwargs)
        if language := foreign_language(label):
            option["attrs"] |= {"lang": language, "dir": text_direction(language)}
        return option
