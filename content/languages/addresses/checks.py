"""Whether the words of addresses can be told apart in each language of the site."""

import re

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.utils.translation import override

from content.languages.addresses.words import WORDS, word

FORM = re.compile(r"[^\W_]+(-[^\W_]+)*")


def check_words_of_addresses(**_kwargs: object) -> list[CheckMessage]:
    """Return an error for each language with a word that no address can have, or with one twice."""
    errors: list[CheckMessage] = []
    for language in settings.SITE_LANGUAGES if settings.TRANSLATE_ADDRESSES else ():
        with override(language):
            words = [word(source) for source in WORDS]
        bad = {one for one in words if not FORM.fullmatch(one) or one != one.lower()}
        bad |= {one for one in words if words.count(one) > 1}
        if bad:
            what = f"The words of addresses in {language} cannot be used: {', '.join(sorted(bad))}."
            hint = "Each has to be another one, of small letters, digits and hyphens."
            errors.append(Error(what, hint, id="languages.E002"))
    return errors
