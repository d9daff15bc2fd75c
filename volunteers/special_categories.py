"""Words by which a question may be about special categories of data (GDPR, articles 9 and 10)."""

import re

from django.conf import settings
from django.utils.translation import gettext, override

from content.text.fields import texts_of
from content.text.transliteration import unaccented
from volunteers.models import Question


def special_words(question: Question) -> list[str]:
    """Return the words of a question that may be about special categories, in their order."""
    texts = [*texts_of(question.label), *texts_of(question.help_text), *texts_of(question.choices)]
    beginnings = _beginnings()
    words = dict.fromkeys(re.findall(r"[^\W\d_]+", " ".join(texts)))
    return [word for word in words if unaccented(word).startswith(beginnings)]


def _beginnings() -> tuple[str, ...]:
    """Return the beginnings of such words in the languages of the site."""
    found: set[str] = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            # Translators: beginnings of words about health, disability, religion, belief, politics,
            # race, origin, sexuality, genes and crimes, with spaces between; each stands for all
            # words that begin so.
            listed = gettext(
                "health illness disab diet allerg medic doctor disease pregnan religio faith "
                "church belie christian muslim jew politic racial ethnic origin sexual gender gay "
                "lesbian genetic convict crimin offence prison"
            )
        found.update(unaccented(listed).split())
    return tuple(sorted(found))
