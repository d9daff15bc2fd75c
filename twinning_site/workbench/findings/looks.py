"""What is looked for in a row: wording that ages, samples, missing translations, files."""

import hashlib
import re
from collections.abc import Callable, Iterator
from itertools import islice

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Field, Model
from django.utils import timezone
from i18nfield.strings import LazyI18nString

from cities.models import City
from content.link_check.addresses import links_of
from content.link_check.faults import faults_of
from content.models import Council, Document, Finding, FindingKind, Picture, Publishable
from content.models.records.finding import MAX_EXCERPT
from content.pictures.alternative_texts import objection_to
from content.text.fields import I18nTextField, Multilingual
from content.text.printed_letters import missing_letters
from content.text.sentences import sentences
from events.models import Event
from links.models import Fund, LinkGroup, Newsletter
from twinning_site.pages.models import Page
from twinning_site.workbench.findings.stale_wording import stale_sentences

# Findings of one kind in one row; whoever mends the first ones is shown the others.
MAX_PER_KIND = 20
MAX_HEADING = 200
MAX_LETTERS = 30
# Words that templates and people leave where a text is still to come
_SAMPLE = re.compile(
    r"(?<!\w)(?:lorem ipsum|todo|tbc|tba|xxx+|mustermann|musterfrau|musterstadt|placeholder"
    r"|platzhalter|(?:[\w.-]{1,60}@)?example\.(?:org|com|net))(?!\w)",
    re.IGNORECASE,
)
Look = Callable[[Model], Iterator[tuple[str, str, str, str]]]


def findings_in(row: Model) -> list[Finding]:
    """Return what is found in a row as it is stored; nothing of one that the public does not see.

    It asks the database for the parts of the row, such as articles, and for what links lead to.
    """
    if isinstance(row, Publishable) and not row.is_published:
        return []
    kind = ContentType.objects.get_for_model(row)
    found: dict[str, Finding] = {}
    for name, look in LOOKS.get(type(row), {}).items():
        for field, language, key, excerpt in islice(look(row), MAX_PER_KIND):
            whole = "\0".join((name, field, language, key))
            fingerprint = hashlib.sha256(whole.encode()).hexdigest()
            found[fingerprint] = Finding(
                content_type=kind, object_id=row.pk, kind=name, field=field, language=language,
                heading=str(row)[:MAX_HEADING] or "–", excerpt=excerpt[:MAX_EXCERPT],
                fingerprint=fingerprint,
            )  # fmt: skip
    return list(found.values())


def _texts(row: Model, kind: type[Field]) -> Iterator[tuple[str, str, str]]:
    """Yield the field, the language and the text of each text that a site of ours shows."""
    for field in row._meta.concrete_fields:
        if isinstance(field, kind):
            for language, text in _by_language(getattr(row, field.attname)).items():
                if language in settings.SITE_LANGUAGES and text.strip():
                    yield field.name, language, text


def _by_language(value: LazyI18nString | str | None) -> dict[str, str]:
    data = value.data if isinstance(value, LazyI18nString) else value
    if isinstance(data, dict):
        return {code: str(text or "") for code, text in data.items()}
    return {settings.LANGUAGE_CODE: str(data or "")}


def _wording(row: Model) -> Iterator[tuple[str, str, str, str]]:
    """Yield the sentences that age, each once; an event that is over is told as history."""
    if isinstance(row, Event) and row.last_ends_at and row.last_ends_at <= timezone.now():
        return
    today = timezone.localdate()
    for field, language, text in _texts(row, I18nTextField):
        for stale in stale_sentences(text, language, today):
            yield field, language, stale.sentence, _around(stale.sentence, stale.words)


def _samples(row: Model) -> Iterator[tuple[str, str, str, str]]:
    parts = [part for name in getattr(row, "parts", ()) for part in getattr(row, name).all()]
    for one in [row, *parts]:
        for field, language, text in _texts(one, Multilingual):
            for sentence in sentences(text):
                if sample := _SAMPLE.search(sentence):
                    yield field, language, sentence, _around(sentence, sample[0])


def _around(sentence: str, words: str) -> str:
    """Return a sentence, or so much of a long one that its words are in it."""
    begin = max(0, sentence.find(words) - MAX_EXCERPT // 2)
    return ("…" if begin else "") + sentence[begin:]


def _links(row: Model) -> Iterator[tuple[str, str, str, str]]:
    """Yield the links that lead nowhere; of other sites as they were found at night."""
    parts = [part for name in getattr(row, "parts", ()) for part in getattr(row, name).all()]
    links = [link for one in [row, *parts] for link in links_of(one)]
    faults = faults_of({link.address for link in links})
    for link in dict.fromkeys(links):
        if fault := faults.get(link.address):
            words = f"{fault.kind} {fault.what}"
            yield link.field, link.language, f"{fault.kind} {link.address}", words


def _translations(row: Model) -> Iterator[tuple[str, str, str, str]]:
    """Yield each language in which some of the texts of the first language are missing."""
    first, *others = settings.SITE_LANGUAGES
    texts = {
        field.name: _by_language(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if isinstance(field, Multilingual) and field.name not in getattr(row, "texts_apart", ())
    }
    written = [name for name, text in texts.items() if text.get(first, "").strip()]
    for language in others:
        missing = [name for name in written if not texts[name].get(language, "").strip()]
        # A name alone is often the same in every language.
        if set(missing) - {"name"}:
            yield "", language, ",".join(missing), ",".join(missing)


def _alternative_text(picture: Model) -> Iterator[tuple[str, str, str, str]]:
    caption = _by_language(picture.caption)  # type: ignore[attr-defined] # of pictures only
    for language, text in _by_language(picture.alt).items():  # type: ignore[attr-defined]
        words = text.strip()
        if words and (objection_to(words) or words == caption.get(language)):
            yield "alt", language, words, words


def _letters(row: Model) -> Iterator[tuple[str, str, str, str]]:
    """Yield the texts of which a PDF shows boxes in place of letters."""
    parts = [part for name in getattr(row, "parts", ()) for part in getattr(row, name).all()]
    for one in [row, *parts]:
        for field, language, text in _texts(one, Multilingual):
            if letters := missing_letters(text):
                yield field, language, letters, letters[:MAX_LETTERS]


def _accessibility(document: Model) -> Iterator[tuple[str, str, str, str]]:
    if document.lacks_accessibility:  # type: ignore[attr-defined] # of documents only
        yield "file", "", document.file.name, ""  # type: ignore[attr-defined]


_PAGES: dict[str, Look] = {
    FindingKind.WORDING: _wording,
    FindingKind.SAMPLE: _samples,
    FindingKind.TRANSLATION: _translations,
    FindingKind.LINK: _links,
}
# What fact sheets, posters, newsletters and forms on paper are made of
_PRINTED: dict[str, Look] = {FindingKind.LETTERS: _letters}
# An issue of a newsletter has its date, so that its “next May” stays true.
LOOKS: dict[type[Model], dict[str, Look]] = {
    City: _PAGES | _PRINTED,
    Council: _PAGES | _PRINTED,
    Event: _PAGES | _PRINTED,
    Fund: _PAGES,
    LinkGroup: _PAGES | _PRINTED,
    Page: _PAGES,
    Newsletter: {FindingKind.SAMPLE: _samples, FindingKind.LINK: _links} | _PRINTED,
    Document: {FindingKind.ACCESSIBILITY: _accessibility},
    Picture: {FindingKind.ALTERNATIVE_TEXT: _alternative_text, FindingKind.LINK: _links},
}
