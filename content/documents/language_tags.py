"""The languages that documents say they are in. Processes without Django import this."""

import re

from content.languages.tags import parse_tag, script_of

# A language, and whatever else programs put behind it
_BEGINNING = re.compile(r"\s*([A-Za-z]{2,3}(?:[-_][A-Za-z]{4}(?![A-Za-z0-9]))?)(?:[-_][\w-]*)?\s*")


def main_language(tag: object) -> str:
    """Return the language of a tag such as `pt-BR` in two letters (three if it has no two).

    With its script where it is not the usual one: `sr-Latn`. Empty for what is no tag.
    """
    found = _BEGINNING.fullmatch(str(tag or ""))
    parsed = parse_tag(found[1]) if found else None
    if parsed is None:
        return ""
    is_usual = parsed.script in {"", script_of(parsed.language)}
    return parsed.language if is_usual else f"{parsed.language}-{parsed.script}"
