"""Keep the search entries up to date with the rows that they are made from."""

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import ForeignKey, Model
from django.db.models.signals import post_delete, post_save
from django.utils.translation import override

from content.models import Publishable
from content.models.remembering.site_version import read_version
from content.search.snippets import plain_text
from content.search.sources import SearchSource
from content.text.transliteration import is_latin
from twinning_site.search.indexing.sources import SEARCH_SOURCES
from twinning_site.search.models import SearchEntry

# Rows of which entries are compared, and made anew, at a time
COMPARED, BATCH = 100, 500


def connect() -> None:
    """Connect to the signals of all models that are searched, as modelsearch does itself."""
    for source in SEARCH_SOURCES:
        _follow(source.model, partial(_refresh_row, source))
    for model in {model for source in SEARCH_SOURCES for model in source.parts}:
        _follow(model, refresh_parts)


def refresh_parts(part: Model) -> None:
    """Update the entries of every row that `part` belongs to."""
    for source in SEARCH_SOURCES:
        for model, relation in source.parts.items():
            if isinstance(part, model):
                keys = _owner_keys(part, relation)
                for start in range(0, len(keys), COMPARED):
                    refresh(source, keys[start : start + COMPARED])


def refresh(source: SearchSource, keys: Collection[int], *, is_anew: bool = False) -> None:
    """Update the entries of the rows that have these keys; a draft or a deleted row has none.

    Only what has changed is written: a group may have hundreds of newsletters, and others wait
    for the lock meanwhile. If `is_anew`, all are, because words may be indexed otherwise by now.
    """
    stored = SearchEntry.objects.filter(kind=source.kind, row__in=keys)
    known = {(entry.row, entry.language): _values(entry) for entry in stored}
    made = [entry for row in source.rows().filter(pk__in=keys) for entry in _entries(source, row)]
    for entry in made:
        values = _values(entry)
        if is_anew or known.get((entry.row, entry.language)) != values:
            SearchEntry.objects.update_or_create(
                kind=entry.kind, row=entry.row, language=entry.language, defaults=values
            )
    public = {(entry.row, entry.language) for entry in made}
    for entry in stored:
        if (entry.row, entry.language) not in public:
            # One by one, so that the search backend is told of each.
            entry.delete()


def _values(entry: SearchEntry) -> dict[str, Any]:
    """Return what stands in the columns of an entry, without its key."""
    fields = [field for field in SearchEntry._meta.concrete_fields if not field.primary_key]
    return {field.name: getattr(entry, field.name) for field in fields}


def rebuild() -> int:
    """Make all entries anew, such as after a change of SITE_LANGUAGES; return their number."""
    # Making them takes most of the time, so that nobody waits for it; storing them is fast.
    version = read_version(connection)
    entries = _all_entries()
    with transaction.atomic():
        if read_version(connection) != version:
            # Somebody has saved something meanwhile.
            entries = _all_entries()
        SearchEntry.objects.all().delete()
        SearchEntry.objects.bulk_create(entries, batch_size=BATCH)
        call_command("rebuild_modelsearch_index", verbosity=0)
    return len(entries)


def _all_entries() -> list[SearchEntry]:
    return [
        entry
        for source in SEARCH_SOURCES
        for row in source.rows().iterator(chunk_size=BATCH)
        for entry in _entries(source, row)
    ]


def _follow(model: type[Model], action: Callable[[Any], None]) -> None:
    def changed(instance: Model, raw: bool = False, **kwargs: Any) -> None:
        if not raw:
            action(instance)

    for signal in (post_save, post_delete):
        signal.connect(changed, sender=model, weak=False)


def _refresh_row(source: SearchSource, row: Model) -> None:
    refresh(source, [row.pk])


def _owner_keys(part: Model, relation: str) -> list[int]:
    owner = part._meta.get_field(relation)
    if isinstance(owner, ForeignKey):
        return [getattr(part, owner.attname)]
    return list(getattr(part, relation).values_list("pk", flat=True)) if part.pk else []


def _entries(source: SearchSource, row: Publishable) -> Iterator[SearchEntry]:
    visible_from, visible_until = source.visible(row)
    if visible_from is None:
        return
    for language in settings.SITE_LANGUAGES:
        with override(language):
            heading = str(row)
            texts = (plain_text(str(text)) for text in source.texts(row) if text)
            yield SearchEntry(
                kind=source.kind,
                row=row.pk,
                language=language,
                address=row.get_absolute_url(),
                heading=heading,
                further_names=_further_names(heading, source.names(row)),
                # Snippets show where one text ends and the next one begins.
                text=" · ".join(text for text in texts if text),
                date_words=source.date_words(row),
                year=source.year(row),
                visible_from=visible_from,
                visible_until=visible_until,
                over_at=source.over_at(row),
                example=row.example,
            )


def _further_names(heading: str, names: list[str]) -> str:
    """Return the names that are in another script than the heading: Hiroshima for 広島."""
    latin = is_latin(heading)
    return " ".join(name for name in names if is_latin(name) != latin)
