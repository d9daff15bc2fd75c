"""The language of a text: any that CLDR can name, with script, region and variant."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from content.languages.tags import MAX_TAG, parse_tag
from content.text.language_names import language_name


def check_language_tag(tag: str) -> None:
    """Refuse what is no language.

    Raises:
        ValidationError: CLDR has no name for it.
    """
    if parse_tag(tag) is None:
        words = _("“%(tag)s” is no code of a language (BCP 47), such as pt-BR or sr-Latn.")
        raise ValidationError(words, code="invalid", params={"tag": tag})


class _Select(forms.Select):
    """Offers what is stored, too: a file or a bundle may name a language that is in no list."""

    def optgroups(self, name: str, value: list[str], attrs: dict | None = None) -> list:
        groups = super().optgroups(name, value, attrs)
        for code in value:
            if code and not self.is_offered(code):
                option = self.create_option(name, code, language_name(code), True, len(groups))
                groups.append((None, [option], len(groups)))
        return groups

    def is_offered(self, code: str) -> bool:
        """Return whether a code is in one of the groups of the list."""
        groups = [pairs for _group, pairs in self.choices if not isinstance(pairs, str)]
        return any(code == str(offered) for pairs in groups for offered, _label in pairs)


class LanguageFormField(forms.TypedChoiceField):
    """Takes any language of CLDR, and shows those of a list."""

    widget = _Select

    def valid_value(self, value: Any) -> bool:
        return parse_tag(value) is not None


class LanguageField(models.CharField):
    """Holds a tag in its usual spelling (BCP 47)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", MAX_TAG)
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return str(parse_tag(value) or value) if value else value

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Check the tag; the choices are only those that are offered."""
        if value:
            check_language_tag(value)
        elif not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**({"choices_form_class": LanguageFormField} | kwargs))
