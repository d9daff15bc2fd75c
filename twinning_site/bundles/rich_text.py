"""Links and pictures in rich text: numbers on the site, keys in bundles."""

import re
from functools import cache

from content.text.html.cleaning import PICTURE
from content.text.html.stable_links import StableLink, stable_link, with_addresses
from content.web.link_targets import linkable_models
from twinning_site.bundles.declarations import KIND_BY_MODEL, KIND_BY_NAME
from twinning_site.bundles.keys import key_of, rows_with
from twinning_site.bundles.kinds import Kind

_NAMED = re.compile(r'<figure data-picture="([^"<>]{1,200})"></figure>')
# As somebody may write it
_WRITTEN = re.compile(
    r"""(<figure\s[^<>]{0,200}?\bdata-picture\s*=\s*["']?)([^"'\s<>]{1,200})""", re.IGNORECASE
)
# Numbers that no picture has stand for keys while a text is cleaned, which takes no others.
_FIRST_NUMBER = 10**17


def with_keys(html: str) -> str:
    """Return a text of the site as a bundle has it: `/go/city/bonn/`.

    Links to what is not in bundles, or nowhere, become words; pictures that are gone are left out.
    """

    def with_key(address: str, _language: str) -> str | None:
        if (link := stable_link(address)) is None:
            return address
        model = linkable_models().get(link.kind)
        kind = KIND_BY_MODEL.get(model) if model else None
        row = kind and kind.rows().filter(pk=link.number).first()
        return f"/go/{link.kind}/{key_of(kind, row)}/{link.rest}" if kind and row else None

    def named(match: re.Match) -> str:
        pictures = KIND_BY_NAME["pictures"]
        row = pictures.rows().filter(pk=int(match[1])).first()
        return _figure(key_of(pictures, row)) if row else ""

    html = with_addresses(html, with_key) if '"/go/' in html else html
    return PICTURE.sub(named, html)


def with_numbers(html: str) -> tuple[str, list[str]]:
    """Return a text of a bundle as the site has it, and the keys of what is not there (yet)."""
    missing = []

    def with_number(address: str, _language: str) -> str | None:
        if (found := key_in(address)) is None:
            return address
        kind, key, rest = found
        number = _number(kind, key)
        if number is None:
            missing.append(address)
            return None
        return StableLink(str(kind.model._meta.model_name), number, rest).address

    def numbered(match: re.Match) -> str:
        number = _number(KIND_BY_NAME["pictures"], match[1])
        if number is None:
            missing.append(match[1])
            return ""
        return _figure(str(number))

    html = with_addresses(html, with_number) if '"/go/' in html else html
    return _NAMED.sub(numbered, html), missing


def with_stand_ins(words: str, pictures: dict[str, str]) -> str:
    """Return a text of a file with numbers for pictures; they are noted with their keys."""

    def stand_in(match: re.Match) -> str:
        number = str(_FIRST_NUMBER + len(pictures))
        pictures[number] = match[2]
        return match[1] + number

    return _WRITTEN.sub(stand_in, words)


def with_names(html: str, pictures: dict[str, str]) -> str:
    """Undo `with_stand_ins` in a text that is clean now."""
    return PICTURE.sub(lambda match: _figure(pictures.get(match[1], match[1])), html)


def keys_of_pictures(html: str) -> list[str]:
    """Return the keys of the pictures in a text of a bundle."""
    return _NAMED.findall(html)


def key_in(address: str) -> tuple[Kind, str, str] | None:
    """Return kind, key and rest of an address such as `/go/city/bonn/#maps`; else None."""
    head, _slash, tail = address.removeprefix("/go/").partition("/")
    key, slash, rest = tail.partition("/")
    if not address.startswith("/go/") or not slash or head not in _linkable_kinds():
        return None
    return _linkable_kinds()[head], key, rest


def _number(kind: Kind, key: str) -> int | None:
    return rows_with(kind, [key]).values_list("pk", flat=True).first()


def _figure(name: str) -> str:
    return f'<figure data-picture="{name}"></figure>'


@cache
def _linkable_kinds() -> dict[str, Kind]:
    return {
        name: KIND_BY_MODEL[model]
        for name, model in linkable_models().items()
        if model in KIND_BY_MODEL
    }
