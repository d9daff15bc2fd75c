"""The form of a letter of the site: it shows the words that are sent now."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from i18nfield.strings import LazyI18nString

from content.mail.letters import Letter, Words, all_letters, in_language
from content.models import MailTemplate
from content.text.language_names import language_name

TEXT_ROWS = 16


class MailTemplateForm(forms.ModelForm):
    """Shows the shipped text where the office has none of its own, and does not store it.

    So a later version of the site may ship a better one. A box that is emptied gets it back.
    """

    class Meta:
        model = MailTemplate
        fields = ["subject", "text"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.letter: Letter = all_letters()[self.instance.name]
        self.shipped: dict[str, Words] = {
            code: self.letter.shipped(code) for code, _name in settings.LANGUAGES
        }
        for name in ("subject", "text"):
            stored = self.initial.get(name)
            self.initial[name] = LazyI18nString(
                {
                    code: in_language(stored, code) or getattr(words, name)
                    for code, words in self.shipped.items()
                }
            )
        for box in getattr(self.fields.get("text"), "widget", forms.MultiWidget([])).widgets:
            box.attrs["rows"] = TEXT_ROWS

    def clean_subject(self) -> LazyI18nString:
        return self._own("subject", self.letter.faults_of_subject)

    def clean_text(self) -> LazyI18nString:
        return self._own("text", self.letter.faults_of_text)

    def words(self, language: str) -> Words:
        """Return what the valid form would send."""
        shipped = self.shipped[language]
        return Words(
            in_language(self.cleaned_data["subject"], language) or shipped.subject,
            in_language(self.cleaned_data["text"], language) or shipped.text,
        )

    def _own(self, name: str, faults_of: Callable[[str], list[str]]) -> LazyI18nString:
        """Return the texts that differ from the shipped ones.

        Raises:
            ValidationError: with what is wrong, for each language.
        """
        own, faults = {}, []
        for code, words in self.shipped.items():
            text = in_language(self.cleaned_data[name], code)
            if text and _lines(text) != _lines(getattr(words, name)):
                own[code] = text
                faults += [f"{language_name(code)}: {fault}" for fault in faults_of(text)]
        if faults:
            raise ValidationError(faults)
        return LazyI18nString(own)


def _lines(text: str) -> list[str]:
    """Return what is compared: browsers and people leave other ends of lines."""
    return [line.rstrip() for line in text.strip().splitlines()]
