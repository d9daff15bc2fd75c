"""One table of plain letters for addresses, search, duplicates and names of files.

It is that of ICU (CLDR's Latin-ASCII, Any-Latin and de-ASCII), which the site has for sorting:
anyascii and Unidecode would be a second table beside it. Python applies it, so SQLite and
PostgreSQL agree.
"""

import re
import unicodedata
from functools import cache, lru_cache

import icu

# Any-Latin takes long on long texts; a name that is longer is cut.
MAX_NAME_LENGTH = 200
# As atlases in English write names, by script: Yaroslavl, where Any-Latin has Âroslavlʹ
_ATLAS_RULES = {
    "ARMENIAN": ["Armenian-Latin/BGN"],
    "CYRILLIC": ["Russian-Latin/BGN", "Ukrainian-Latin/BGN"],
    "GREEK": ["Greek-Latin/BGN"],
}
# Longer rows of characters without spaces are sentences and no names.
_MAX_CJK_NAME = 6
# Letters of living alphabets, from Azerbaijani to Ewe, that Latin-ASCII leaves alone
_LETTERS_WITHOUT_RULE = {
    "ə": "e", "ǝ": "e", "ɔ": "o", "ɵ": "o", "ɣ": "g", "ɩ": "i", "ʊ": "u", "ʋ": "v", "ʌ": "a",
    "ʒ": "z", "ƨ": "s", "ʃ": "s", "ɂ": "", "ꞌ": "",
}  # fmt: skip
_UMLAUTS = re.compile("[äöü]", re.IGNORECASE)


class _PlainLetters(dict[int, str | None]):
    """What each character becomes, for `str.translate`; looked up in ICU once."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        # Accents, modifiers such as the Hawaiian ʻ, and what nobody sees
        is_dropped = (
            unicodedata.combining(character)
            or 0x2B0 <= code <= 0x2FF
            or 0xFE00 <= code <= 0xFE0F
            or unicodedata.category(character) in {"Cf", "Cs"}
        )
        plain = None if is_dropped else _transliterated("Latin-ASCII", character)
        if plain == character:
            plain = _LETTERS_WITHOUT_RULE.get(character.lower(), character)
        self[code] = plain
        return plain


_PLAIN_LETTERS = _PlainLetters()


def unaccented(text: str) -> str:
    """Return `text` in small letters, those of Latin scripts without accents.

    `León` becomes `leon`, `Bełchatów` `belchatow`, `Œuilly` `oeuilly`, `ß` `ss`. Other scripts
    lose accents and case.
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text).translate(_PLAIN_LETTERS).casefold()


def spelt_out(text: str) -> str:
    """Return `text` with German ä, ö, ü as ae, oe, ue, and `unaccented` otherwise."""
    return unaccented(_with_umlauts_spelt_out(text))


def is_latin(text: str) -> bool:
    """Return whether all letters of `text` are of the Latin script, and there is one."""
    letters = [
        character for character in unicodedata.normalize("NFKD", text) if character.isalpha()
    ]
    return bool(letters) and all(map(_is_latin_letter, letters))


def in_latin_letters(name: str, language: str = "") -> str:
    """Return a name of any script in small Latin letters: `Владимир` becomes `vladimir`.

    A name in German keeps its umlauts as people there write them in addresses: `koeln`. Chinese
    characters are read as in Mandarin, whatever the language. Letters that ICU does not know stay,
    such as those of Khmer.
    """
    name = name[:MAX_NAME_LENGTH]
    if language.split("-")[0] == "de":
        name = _with_umlauts_spelt_out(name)
    return unaccented(_transliterated("Any-Latin", name))


@lru_cache(maxsize=10_000)
def latin_spellings(word: str) -> tuple[str, ...]:
    """Return how people type a word of another script in small Latin letters.

    `Ярославль` is `aroslavl` and `yaroslavl`, `서울` is `seoul`. It is empty for words in Latin
    letters, for those that ICU cannot read, and for long rows of Chinese or Japanese.
    """
    if is_latin(word) or (
        unicodedata.east_asian_width(word[0]) == "W" and len(word) > _MAX_CJK_NAME
    ):
        return ()
    script = unicodedata.name(word[0], "").split(" ")[0]
    rules = ["Any-Latin", *_ATLAS_RULES.get(script, [])]
    spelt = (unaccented(_transliterated(rule, word)) for rule in rules)
    # Readings of single characters are apart.
    plain = dict.fromkeys(re.sub(r"[\W_]", "", spelling) for spelling in spelt)
    return tuple(spelling for spelling in plain if spelling.isascii() and spelling.isalpha())


def _with_umlauts_spelt_out(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return _UMLAUTS.sub(lambda letter: _transliterated("de-ASCII", letter[0]), composed)


@cache
def _is_latin_letter(character: str) -> bool:
    return bool(icu.Script.getScript(character).getScriptCode() == icu.UScriptCode.LATIN)


def _transliterated(rules: str, text: str) -> str:
    return str(_transliterator(rules).transliterate(text))


@cache
def _transliterator(rules: str) -> icu.Transliterator:
    return icu.Transliterator.createInstance(rules)
