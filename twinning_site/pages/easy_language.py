"""The link to a page in easy language, and the advice that officers get for such a text."""

from typing import NamedTuple

from django.contrib import messages
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, override

from content.languages.tags import same_language
from content.text.language_names import language_name
from content.text.languages import attributes_for
from content.text.sentences import sentences
from content.web.language_versions import languages_of
from twinning_site.pages.models import EASY_READ, Page

# Words of a sentence that most readers of easy language still follow (DIN SPEC 33429)
MAX_WORDS = 15
MAX_NAMED = 5


class EasyReadLink(NamedTuple):
    """A link in the language in which it leads on; `attributes` say which, if not the page's."""

    url: str
    label: str
    language: str
    attributes: SafeString


def easy_read_link(page: Page, request: HttpRequest) -> EasyReadLink | None:
    """Return the link to the text of `page` in easy language, or None if it has none.

    Easy language is written for the readers of one language: where there is none in that of the
    reader, the link says so by its own language. In a preview it leads to the preview.
    """
    languages = languages_of(page.easy_read)
    if not languages:
        return None
    active = get_language() or ""
    language = active if active in languages else languages[0]
    with override(language):
        url, label = page.get_easy_read_url(), gettext("Easy read")
    if getattr(request, "is_preview", False):
        url = f"?language={language}&version={EASY_READ}"
    foreign = "" if same_language(language, active) else language
    return EasyReadLink(url, label, language, attributes_for(foreign))


def long_sentences(html: str) -> list[str]:
    """Return the sentences of a text that have more words than MAX_WORDS, each once."""
    found = dict.fromkeys(sentences(html))
    return [sentence for sentence in found if len(sentence.split()) > MAX_WORDS]


def warn_of_long_sentences(request: HttpRequest, form: ModelForm) -> None:
    """Name the long sentences of a page's text in easy language, if it was changed."""
    if "easy_read" not in form.changed_data:
        return
    for language, html in form.cleaned_data["easy_read"].data.items():
        if found := long_sentences(html or ""):
            words = gettext("Easy language (%(language)s): more than %(number)s words are in")
            words %= {"language": language_name(language), "number": MAX_WORDS}
            named = " ".join(f"“{sentence}”" for sentence in found[:MAX_NAMED])
            messages.warning(request, f"{words}: {named}")
