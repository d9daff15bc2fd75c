"""The values of a kept row as people read them."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from html import unescape
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import localize
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext

from content.models import Picture, Version
from content.models.arrangements import ArrangementField
from content.search.snippets import BLOCK_EDGE
from content.text.fields import Multilingual, RichTextField
from content.text.language_names import language_name

Row = dict[str, Any]
FIGURE = re.compile(r'data-picture="(\d{1,9})"')


def model_of(row: Row) -> type[models.Model]:
    """Return the model of a kept row.

    Raises:
        LookupError: if the site no longer has it.
    """
    return apps.get_model(row["model"])


def readable(
    row: Row, whole: type[models.Model] | None = None
) -> Iterator[tuple[str, str, list[str]]]:
    """Yield key, label and blocks of text of each field that officers fill, languages apart.

    `whole`: the model of the row of which this is a part, which need not be said.
    """
    model = model_of(row)
    for field in [*model._meta.concrete_fields, *model._meta.many_to_many]:
        if not field.editable or field.name not in row["fields"]:
            continue
        if whole and field.remote_field and field.remote_field.model is whole:
            continue
        value, label = row["fields"][field.name], capfirst(str(field.verbose_name))
        if not isinstance(field, Multilingual):
            yield field.name, label, _blocks(field, value)
            continue
        texts = _languages(value)
        for code, text in sorted(texts.items()):
            name = f"{label} ({language_name(code)})"
            yield f"{field.name}.{code}", name, _text_blocks(field, text)


def pictures_of(row: Row, key: str) -> list[int]:
    """Return the keys of the pictures that a field shows, whose key `readable` has given."""
    name, _dot, language = key.partition(".")
    field, value = model_of(row)._meta.get_field(name), row["fields"][name]
    if isinstance(field, RichTextField):
        return [int(number) for number in FIGURE.findall(_languages(value).get(language, ""))]
    if field.remote_field and field.remote_field.model is Picture and value:
        return [value]
    return []


def field_label(model: str, name: str) -> str:
    """Return the label of a field; `name` may have a language behind a dot."""
    field, _dot, code = name.partition(".")
    label = capfirst(str(apps.get_model(model)._meta.get_field(field).verbose_name))
    return f"{label} ({language_name(code)})" if code else label


def heading_of(row: Row) -> str:
    """Return how a kept part is called: its kind, and its first text."""
    model = model_of(row)
    kind = capfirst(str(model._meta.verbose_name))
    for field in model._meta.concrete_fields:
        if isinstance(field, Multilingual) and (text := row["fields"].get(field.name)):
            texts = _languages(text)
            if words := texts.get(get_language() or "") or next(iter(texts.values()), ""):
                return f"{kind}: {words}"
    return kind


def _languages(value: str) -> dict[str, str]:
    """Return the texts by language; one without a language is of the site's first."""
    with suppress(ValueError):
        texts = json.loads(value)
        if isinstance(texts, dict):
            return {code: text for code, text in texts.items() if text}
    return {settings.LANGUAGE_CODE: value} if value else {}


def _text_blocks(field: models.Field, text: str) -> list[str]:
    if isinstance(field, RichTextField):
        # Line breaks of the source are spaces to readers.
        edges = BLOCK_EDGE.sub("\n\\g<0>", " ".join(text.split()))
        lines = (" ".join(unescape(strip_tags(part)).split()) for part in edges.split("\n"))
    else:
        lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line]


def _blocks(field: models.Field, value: Any) -> list[str]:
    if value in (None, "", []):
        return []
    if field.remote_field:
        keys = value if isinstance(value, list) else [value]
        found = field.remote_field.model._base_manager.in_bulk(keys)
        gone = gettext("(deleted since)")
        return sorted(
            str(found.get(field.remote_field.model._meta.pk.to_python(key), gone)) for key in keys
        )
    if isinstance(value, bool):
        return [gettext("Yes") if value else gettext("No")]
    if isinstance(field, ArrangementField):
        return field.in_words(value)
    if field.choices:
        return [str(dict(field.flatchoices).get(value, value))]
    with suppress(ValidationError):
        value = field.to_python(value)
    if isinstance(value, datetime):
        value = localtime(value)
    return _text_blocks(field, value) if isinstance(value, str) else [str(localize(value))]


def contents(
    version: Version, may_view: Callable[[type[models.Model]], bool]
) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Return what a version holds: for each row its heading, and its fields with their texts.

    Rows of models that `may_view` refuses are left out.
    """
    found = []
    root = version.content_type.model_class()
    for number, row in enumerate(version.rows):
        with suppress(LookupError):
            if not may_view(model_of(row)):
                continue
            fields = [
                (label, blocks)
                for key, label, blocks in readable(row, root)
                # The name of a file tells nobody anything.
                if blocks and key != "file"
            ]
            found.append(("" if number == 0 else heading_of(row), fields))
    return found
