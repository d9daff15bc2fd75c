"""The admin form of videos, which also takes captions as a file."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from content.forms.publishing import PublishingForm
from content.videos.captions import as_webvtt, text_of_file


class VideoForm(PublishingForm):
    """Puts a file of captions in the place of those that the form has in its language."""

    captions_file = forms.FileField(
        label=_("file of captions"),
        required=False,
        help_text=_("WebVTT (.vtt) or SRT (.srt). It takes the place of the captions below."),
        widget=forms.ClearableFileInput(attrs={"accept": ".vtt,.srt,text/vtt"}),
    )
    captions_language = forms.ChoiceField(
        label=_("language of that file"), required=False, choices=lambda: settings.LANGUAGES
    )

    def clean(self) -> dict:
        cleaned = super().clean()
        file = cleaned.get("captions_file")
        if file and "captions" in self.fields and "captions" not in self.errors:
            language = cleaned.get("captions_language") or settings.LANGUAGE_CODE
            try:
                text = as_webvtt(text_of_file(file))
            except ValidationError as error:
                self.add_error("captions_file", error)
            else:
                before: Any = getattr(cleaned.get("captions"), "data", None)
                others = before if isinstance(before, dict) else {}
                cleaned["captions"] = LazyI18nString({**others, language: text})
        return cleaned
