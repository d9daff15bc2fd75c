"""Phone numbers and e-mail addresses, as officers type them, in addresses of links.

A number is not checked but only read, and most are national: phonenumbers would ask for
a country and write every one as an international number.
"""

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import quote

# Of a national number with its area code, and of any (ITU-T E.164, 6.1)
MIN_DIGITS, MAX_DIGITS = 6, 15
# Italy, San Marino and the Vatican dial the 0 from abroad, too.
_ZERO_IS_DIALLED = ("39", "378", "379")
# Countries that dial it at home alone, where people often leave it in: Britain and those around
_WITH_TRUNK_ZERO = "31|32|33|40|41|43|44|46|49|61|64|81|353|358|380"
_GROUP = r"(?:\(\s?\+?\d[\d ]{0,9}\)|\d)"
_NUMBER = re.compile(
    rf"(?<!\w)(?P<number>\+?\s?{_GROUP}(?:[ ./-]{{0,3}}{_GROUP})*)"
    r"(?:[\s,;(]{0,3}(?:ext(?:ensio)?n?|ext=|x|durchwahl|dw|app(?:arat)?|poste|int(?:erno)?|tst|"
    r"toestel|wewn?|anknytning|доб|вн|内線|#)[\s.:=-]{0,3}(?P<extension>\d{1,7})\b)?",
    re.IGNORECASE,
)
# What is no number to phone: opening hours, and that of a fax
_ROUND_THE_CLOCK = re.compile(r"(?<!\d)24\s?/\s?7(?!\d)")
_FAX = re.compile(r"fax[^\w(+]{0,5}\Z", re.IGNORECASE)
_ROUND_BRACKETS = str.maketrans("[]", "()")
_DASHES = re.compile("[\u2010-\u2015\u2212\uff0d]")


class _PhoneNumber(NamedTuple):
    written: str
    dialled: str
    extension: str


def tel_uri(text: str) -> str:
    """Return a URI (RFC 3966) that dials the first number in `text`; empty if there is none.

    `+44 (0)20 7946 0958 ext. 12` becomes `tel:+442079460958;ext=12`.
    """
    number = _first_number(text)
    if number is None:
        return ""
    return f"tel:{number.dialled}" + (f";ext={number.extension}" if number.extension else "")


def written_number(text: str) -> str:
    """Return the first number in `text` for programs that read it; empty if there is none.

    The spaces stay; a `(0)` that is not dialled from abroad is left out.
    """
    number = _first_number(text)
    if number is None:
        return ""
    return number.written + (f" ext. {number.extension}" if number.extension else "")


def mailto_uri(address: str) -> str:
    """Return a URI (RFC 6068) for an e-mail address, with its signs encoded; empty without one."""
    return f"mailto:{quote(address.strip(), safe='@')}" if "@" in address else ""


def _first_number(text: str) -> _PhoneNumber | None:
    # Digits of other scripts, and no-break spaces
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text[:200]))
    plain = "".join(str(unicodedata.decimal(one, one)) for one in plain)
    plain = _ROUND_THE_CLOCK.sub(" ", plain.translate(_ROUND_BRACKETS))
    for match in _NUMBER.finditer(plain):
        if _FAX.search(plain[: match.start()]):
            continue
        written = _without_trunk_zero(_one_number(" ".join(match["number"].split())))
        # `0(0)44 …`, too
        dialled = re.sub(r"\A00(?=[1-9])", "+", re.sub(r"[^\d+]", "", written))
        digits = len(dialled.lstrip("+"))
        # Short numbers, such as 115, stand alone.
        is_whole = match[0].strip() == plain.strip() and digits >= 3
        if (digits >= MIN_DIGITS or is_whole) and digits <= MAX_DIGITS:
            return _PhoneNumber(written, dialled, match["extension"] or "")
    return None


def _one_number(written: str) -> str:
    """Cut at a slash between two numbers; after an area code it only separates."""
    first, _slash, rest = written.partition("/")
    are_two = min(len(re.sub(r"\D", "", part)) for part in (first, rest)) >= MIN_DIGITS
    return first.strip() if are_two else written


def _without_trunk_zero(written: str) -> str:
    """Return an international number with `+` and without the `(0)` of its own country."""
    # `(+44) 20 …` has its code in brackets.
    plain = re.sub(r"^\(\s?(\+\d+)\s?\)", r"\1", written)
    international = re.sub(r"^(?:\+\s?|00\s?(?=[1-9]))", "+", plain)
    if not international.startswith("+") or international[1:].startswith(_ZERO_IS_DIALLED):
        return international
    without = re.sub(r"\(\s?0\s?([\d ]*)\)", r" \1", international)
    without = re.sub(rf"\A\+({_WITH_TRUNK_ZERO})[ .-]0(?=\d)", r"+\1 ", without)
    return " ".join(without.split())
