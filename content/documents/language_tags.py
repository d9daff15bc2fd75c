"""The languages that documents say they are in. Processes without Django import this."""

import re

from babel.core import get_global

# BCP 47: the language, then script, region and more
TAG = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]*)?\s*")
# No language at all (ISO 639-2: undetermined, none, several, not listed; Word: x-none)
NONE = {"und", "zxx", "mul", "mis", "x"}


def main_language(tag: object) -> str:
    """Return the language of a tag such as `pt-BR` in two letters (three if it has no two).

    Empty for what is no tag.
    """
    found = TAG.fullmatch(str(tag or ""))
    if found is None:
        return ""
    code = found[1].lower()
    # Three letters for what has two, and codes that were replaced
    code = str(get_global("language_aliases").get(code, code)).split("_")[0].split("-")[0]
    return "" if code in NONE or len(code) > 3 else code
