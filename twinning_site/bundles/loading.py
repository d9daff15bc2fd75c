"""Bringing a bundle into the site, a row in a transaction of its own."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ManyToManyField, Model, ProtectedError
from i18nfield.strings import LazyI18nString

from content.audit import name_of, record
from content.models import StagedUpload
from content.models.records.audit_entry import Deed
from content.text.fields import RichTextField
from content.versions.bin import put_into_bin
from content.versions.recording import keep_first_version, keep_version
from twinning_site.bundles.declarations import KIND_BY_NAME
from twinning_site.bundles.files_beside import order_work, stage, take_over
from twinning_site.bundles.keys import give_name, rows_with
from twinning_site.bundles.kinds import Kind, Part
from twinning_site.bundles.models import LoadedRow
from twinning_site.bundles.planning import (
    Plan,
    Step,
    address_of,
    row_of,
    stored_record,
    stored_row,
)
from twinning_site.bundles.reading.entries import Entry
from twinning_site.bundles.records import Record, digest_of, languages_of, own_record
from twinning_site.bundles.rich_text import with_numbers
from twinning_site.bundles.values import field_of, kind_referred_to

# As the audit trail and the versions name what was loaded
BUNDLE = "bundle"


class ChangedMeanwhileError(Exception):
    """A row is not as it was when a load was planned."""

    def __str__(self) -> str:
        return "was changed on the site since this load was planned. Load again to look at it."


def carry_out(plan: Plan, report: Callable[[str], None]) -> list[str]:
    """Add and change what the plan says, and return what the site refused, in words.

    A text with a link to a row that comes later is written a second time when that is there. Each
    row is a transaction; if the command is stopped, the next load goes on from there.
    """
    work = [planned for planned in plan.steps if planned.step in {Step.ADD, Step.CHANGE}]
    refused, again = [], []
    for number, (_step, entry, digest) in enumerate(work, 1):
        report(f"{number} of {len(work)}: {address_of(entry)}")
        try:
            written = _write_with_file(entry, digest)
        except ValidationError as error:
            refused.append(f"{address_of(entry)}: {'; '.join(error.messages)}")
        except (ChangedMeanwhileError, IntegrityError, ObjectDoesNotExist, OSError) as error:
            refused.append(f"{address_of(entry)}: {error}")
        else:
            if written.has_missing:
                again.append((entry, written.digest))
    for entry, digest in again:
        with suppress(ChangedMeanwhileError):  # An officer has it in hand by now.
            _write(entry, digest)
    return refused


def remove_vanished(plan: Plan, report: Callable[[str], None]) -> list[str]:
    """Put what vanished from the bundle into the bin, and return what had to stay, in words."""
    refused = []
    for loaded in plan.vanished:
        report(f"Removing {loaded}")
        try:
            _remove(loaded)
        except ProtectedError:
            refused.append(f"{loaded}: other rows need it")
        except ChangedMeanwhileError as error:
            refused.append(f"{loaded}: {error}")
    return refused


@transaction.atomic
def _remove(loaded: LoadedRow) -> None:
    """Put a row into the bin, unless somebody has already.

    Raises:
        ChangedMeanwhileError: if it is not as it was loaded.
        ProtectedError: if other rows need it.
    """
    if (found := row_of(loaded)) is not None:
        kind = KIND_BY_NAME[loaded.kind]
        row = kind.rows().select_for_update().get(pk=found.pk)
        if digest_of(kind, row) != loaded.digest:
            raise ChangedMeanwhileError
        record(None, Deed.CHANGED, row=name_of(row), detail=f"{BUNDLE}: removed")
        put_into_bin(row, None)
    loaded.delete()


class Written(NamedTuple):
    """The digest of a row that was saved, and whether links lead to what is not there (yet)."""

    digest: str
    has_missing: bool


def _write_with_file(entry: Entry, digest: str) -> Written:
    """Store the file of a row, if it has another one, and then save the row.

    Looking into a file and preparing it takes seconds, in which a transaction would keep others
    waiting.
    """
    stored = stored_row(entry)
    is_there = stored is not None and stored_record(entry, stored).file == entry.record.file
    if entry.file is None or is_there:
        return _write(entry, digest)
    upload = stage(entry.kind.file, entry.kind.model, entry.file)
    try:
        return _write(entry, digest, upload)
    except BaseException:
        upload.delete_with_file()
        raise


@transaction.atomic
def _write(entry: Entry, digest: str, upload: StagedUpload | None = None) -> Written:
    """Save a row with its parts.

    Args:
        digest: of the row that is replaced; empty for one that is not there.
        upload: its new file, if it has one.

    Raises:
        ChangedMeanwhileError: if the row has another one by now.
        ValidationError, IntegrityError: if the site refuses it.
        ObjectDoesNotExist: if it refers to what was refused.
    """
    kind = entry.kind
    if (stored := stored_row(entry)) is not None:
        # Who saves it at this moment is waited for.
        row = kind.rows().select_for_update().get(pk=stored.pk)
        if digest_of(kind, row) != digest:
            raise ChangedMeanwhileError
        keep_first_version(row)
    elif digest:
        raise ChangedMeanwhileError
    else:
        row = kind.new_row(entry.key)
    before = own_record(kind, row) if stored else Record()
    has_missing = _copy(kind, entry.row, row, entry.record, before)
    if upload:
        take_over(upload, row)
    row.full_clean(exclude={it.name for it in row._meta.fields if not it.editable})
    row.save()
    give_name(kind, entry.key, row)
    if upload:
        order_work(row)
    for column in kind.model._meta.many_to_many:
        referred = kind_referred_to(column) if column.name in kind.facts else None
        if referred:
            keys = entry.record.facts.get(column.name, [])
            getattr(row, column.name).set(rows_with(referred, keys))
    for part in kind.parts:
        has_missing |= _write_parts(entry, part, row)
    # As it is read back: values are now as the database returns them.
    row = kind.rows().get(pk=row.pk)
    keep_version(row, None, BUNDLE)
    record(None, Deed.CHANGED, row=name_of(row), detail=BUNDLE)
    digest = digest_of(kind, row)
    LoadedRow.objects.update_or_create(kind=kind.name, key=entry.key, defaults={"digest": digest})
    return Written(digest, has_missing)


def _write_parts(entry: Entry, part: Part, row: Model) -> bool:
    """Make the parts those of the bundle, and keep rows that say the same already."""
    wanted = entry.parts.get(part.name, [])
    records = entry.record.parts.get(part.name, [])
    stored = list(getattr(row, part.name).all())
    kept: dict[int, Any] = {}
    for number, wanted_record in enumerate(records):
        same = (it for it in stored if own_record(part, it) == wanted_record)
        if (found := next(same, None)) is not None:
            kept[number] = found
            stored.remove(found)
    for leftover in stored:
        leftover.delete()
    has_missing = False
    for number, new in enumerate(wanted):
        target: Any = kept.get(number)
        if target is None:
            target = part.model(**{part.parent: row})
            has_missing |= _copy(part, new, target, records[number], Record())
        if part.has_position:
            target.position = number
        target.full_clean(exclude={it.name for it in target._meta.fields if not it.editable})
        target.save()
    return has_missing


def _copy(
    declared: Kind | Part, source: Model, target: Model, wanted: Record, stored: Record
) -> bool:
    """Copy facts and texts; return whether texts refer to what is not there.

    A text that says the same is left as it is: it may have links that no bundle carries.

    Args:
        wanted: what `target` is to say.
        stored: what it says so far.
    """
    has_missing = False
    for name in declared.facts:
        column = field_of(declared.model, name)
        if isinstance(column, ManyToManyField):
            continue
        if referred := kind_referred_to(column):
            key = wanted.facts.get(name, column.get_default())
            setattr(target, name, rows_with(referred, [key]).get() if key else None)
        elif name in wanted.facts or name not in getattr(declared, "kept", ()):
            setattr(target, name, getattr(source, name))
    for name in declared.texts:
        texts, before = {}, languages_of(getattr(target, name))
        for language, found in wanted.texts.items():
            if (words := found.get(name)) is None:
                continue
            if stored.texts.get(language, {}).get(name) == words:
                texts[language] = before[language]
            elif isinstance(field_of(declared.model, name), RichTextField):
                texts[language], missing = with_numbers(words)
                has_missing |= bool(missing)
            else:
                texts[language] = words
        setattr(target, name, LazyI18nString(texts))
    return has_missing
