"""Tags of languages (BCP 47), by what CLDR knows. Processes without Django import this."""

import re
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.core import get_global

# The longest that RFC 5646 asks to make room for (4.4.1)
MAX_TAG = 35
# No language at all (ISO 639-2: undetermined, none, several, not listed; Word: x-none)
NO_LANGUAGE = {"und", "zxx", "mul", "mis", "x"}
_TAG = re.compile(
    r"(?P<language>[A-Za-z]{2,3})"
    r"(?:[-_](?P<script>[A-Za-z]{4}))?"
    r"(?:[-_](?P<region>[A-Za-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:[-_](?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*)"
)
# Unicode, Annex 44: scripts of a strong direction from right to left that are written today
_RIGHT_TO_LEFT = {
    "Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi",
}  # fmt: skip


class LanguageTag(NamedTuple):
    """A tag in its usual spelling; parts that it does not have are empty."""

    language: str
    script: str = ""
    region: str = ""
    variants: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "-".join(filter(None, [self.language, self.script, self.region, *self.variants]))


def parse_tag(tag: object) -> LanguageTag | None:
    """Return the parts of a tag such as `pt-BR` or `sr_latn`; None for what CLDR cannot name.

    Codes that were replaced become what they were replaced by: `iw` is `he`.
    """
    found = _TAG.fullmatch(str(tag or "").strip())
    if found is None:
        return None
    english, code = Locale("en"), found["language"].lower()
    code = str(get_global("language_aliases").get(code, code)).split("_")[0].split("-")[0]
    script, region = (found["script"] or "").title(), (found["region"] or "").upper()
    variants = tuple(part for part in re.split("[-_]", found["variants"].lower()) if part)
    known = (
        code not in NO_LANGUAGE
        and code in english.languages
        and (not script or script in english.scripts)
        and (not region or region in english.territories)
        and all(variant.upper() in english.variants for variant in variants)
        and len(set(variants)) == len(variants)
    )
    return LanguageTag(code, script, region, variants) if known else None


def script_of(tag: str) -> str:
    """Return the script (ISO 15924) of a language, as its tag says or CLDR supposes it."""
    parsed = parse_tag(tag)
    if parsed is None:
        return ""
    likely = get_global("likely_subtags")
    names = [f"{parsed.language}_{parsed.region}", parsed.language]
    found = next((likely[name] for name in names if name in likely), "")
    return parsed.script or next((part for part in found.split("_") if len(part) == 4), "")


def is_right_to_left(tag: str) -> bool:
    """Return whether a language is written from right to left."""
    return script_of(tag) in _RIGHT_TO_LEFT


def same_language(one: str, other: str) -> bool:
    """Return whether whoever reads the one reads the other, whatever the region."""
    if one == other:
        return True
    is_one = one.split("-")[0] == other.split("-")[0]
    return is_one and script_of(one) == script_of(other)


def own_name(code: str) -> str:
    """Return what those call a language who speak it, such as `Deutsch`; else its English name."""
    for own in (code, code.split("-")[0]):
        try:
            return name_in(code, Locale.parse(own, sep="-")) or code
        except (UnknownLocaleError, ValueError):
            continue
    return name_in(code, Locale("en")) or code


def name_in(code: str, locale: Locale) -> str:
    """Return the name of a language in a locale; empty if it has none, or for what is no tag."""
    tag = parse_tag(code)
    if tag is None:
        return ""
    rest = [tag.script, tag.region, *tag.variants]
    for length in range(len(rest), -1, -1):
        # CLDR names some with their script or region: Brazilian Portuguese.
        known = "_".join(filter(None, [tag.language, *rest[:length]]))
        if name := locale.languages.get(known):
            further = [_part(part, locale) for part in rest[length:] if part]
            return f"{name} ({', '.join(further)})" if further else name
    return ""


def _part(part: str, locale: Locale) -> str:
    """Return the name of a script, a region or a variant."""
    variant = locale.variants.get(part.upper())
    return locale.scripts.get(part) or locale.territories.get(part) or variant or part
