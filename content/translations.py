"""Which translations are missing, and which are older than the text they were made from.

The first language of the site is the original. Only other words in it make a translation outdated,
and only new words in the translation, the same original again, or an officer's word end that.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import TypeAlias

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, IntegerField, Model, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.db.models.lookups import Contains, Exact, StartsWith
from django.utils.html import strip_tags
from i18nfield.strings import LazyI18nString

from content.models.writing.outdated_translation import OutdatedTranslation
from content.text.fields import Multilingual

# The key of the kind, and that of the row
RowKey: TypeAlias = tuple[int, int]


def translated_fields(model: type[Model]) -> tuple[str, ...]:
    """Return the names of the fields of a model that have a text in several languages."""
    return tuple(
        field.name for field in model._meta.concrete_fields if isinstance(field, Multilingual)
    )


def original_language() -> str:
    return settings.LANGUAGE_CODE


def translation_languages() -> list[str]:
    """Return the languages of the site but for the first."""
    return [code for code, _name in settings.LANGUAGES if code != original_language()]


def words_in(value: object, language: str) -> str:
    """Return the words of a text in one language, without markup and layout."""
    data = value.data if isinstance(value, LazyI18nString) else LazyI18nString(value).data
    if isinstance(data, dict):
        text = data.get(language) or ""
    else:
        text = str(data or "") if language == original_language() else ""
    return " ".join(strip_tags(text.replace("<", " <")).split())


def is_marked(model: type[Model]) -> bool:
    """Return whether outdated translations are noted: not of rows whose key is a word."""
    return isinstance(model._meta.pk, IntegerField)


def note_changes(row: Model) -> None:
    """Note which translations of a stored row are outdated once `row` is saved.

    1 query, and those that write what has changed.
    """
    if not is_marked(type(row)):
        return
    names = translated_fields(type(row))
    stored = type(row)._base_manager.filter(pk=row.pk).values(*names).first()
    if stored is None:
        return
    for name in names:
        before, after = stored[name], getattr(row, name)
        for language in translation_languages():
            _note_change(row, name, language, before, after)


def _note_change(row: Model, name: str, language: str, before: object, after: object) -> None:
    source = original_language()
    old, new = words_in(before, source), words_in(after, source)
    translation = words_in(after, language)
    marks = marks_of([row]).filter(field=name, language=language)
    if translation != words_in(before, language):
        marks.delete()
    elif old == new or not translation:
        return
    elif mark := marks.first():
        if mark.source_digest == _digest(new):
            mark.delete()
    elif old:
        OutdatedTranslation.objects.create(
            content_type=ContentType.objects.get_for_model(row),
            object_id=row.pk,
            field=name,
            language=language,
            source_digest=_digest(old),
        )


def marks_of(rows: Iterable[Model]) -> QuerySet[OutdatedTranslation]:
    """Return what is outdated in these rows, of whatever models."""
    keys: dict[type[Model], list] = {}
    for row in rows:
        if row.pk is not None and is_marked(type(row)) and translated_fields(type(row)):
            keys.setdefault(type(row), []).append(row.pk)
    found = Q(pk__in=[])
    for model, of_model in keys.items():
        kind = ContentType.objects.get_for_model(model)
        found |= Q(content_type=kind, object_id__in=of_model)
    return OutdatedTranslation.objects.filter(found)


def outdated(rows: Iterable[Model]) -> dict[RowKey, dict[str, dict[str, int]]]:
    """Return the keys of marks by row, field and language: 1 query."""
    found: dict[RowKey, dict[str, dict[str, int]]] = {}
    for mark in marks_of(rows):
        of_row = found.setdefault((mark.content_type_id, mark.object_id), {})
        of_row.setdefault(mark.field, {})[mark.language] = mark.pk
    return found


def row_key(row: Model) -> RowKey:
    """Return by what `outdated()` finds a row."""
    return ContentType.objects.get_for_model(row).pk, row.pk or 0


def with_outdated(rows: QuerySet, language: str) -> QuerySet:
    """Keep the rows in which a translation into `language` is outdated."""
    if not is_marked(rows.model):
        return rows.none()
    kind = ContentType.objects.get_for_model(rows.model)
    marks = OutdatedTranslation.objects.filter(content_type=kind, language=language)
    return rows.filter(pk__in=marks.values("object_id"))


def without_translation(rows: QuerySet, language: str) -> QuerySet:
    """Keep the rows in which a text is there, but not in `language`."""
    found = Q(pk__in=[])
    for name in translated_fields(rows.model):
        text = Cast(F(name), TextField())
        # Inside of texts JSON writes quotes as \", so that this is a key and nothing else.
        has_key = Q(Contains(text, Value(f'"{language}": "')))
        is_empty = Q(Contains(text, Value(f'"{language}": ""')))
        missing = ~has_key | is_empty
        if language == original_language():
            # A text without languages is one in the first.
            missing &= Q(StartsWith(text, Value('{"')))
        found |= missing & ~Q(Exact(text, Value(""))) & ~Q(Exact(text, Value("{}")))
    return rows.filter(found)


def _digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()
