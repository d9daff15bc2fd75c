"""Recurrence rules as the choices of a form: taken apart for the officer, put together again.

Most rules follow from the first date: whoever picks Saturday 9 May and “every month on the same
weekday” means the second Saturday. A rule that no choice can express stays as it is written.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from events.dates.recurrence import WEEKDAYS, implied, join_rule, split_rule, until

NEVER, OTHER = "", "other"
CHOICES = [
    (NEVER, _("never: it takes place once")),
    ("daily", _("every day")),
    ("weekly", _("every week, on the days chosen below")),
    ("monthly_day", _("every month on the same day, such as the 15th")),
    ("monthly_last_day", _("every month on the last day")),
    ("monthly_weekday", _("every month on the same weekday, such as the second Saturday")),
    ("monthly_last_weekday", _("every month on the last such weekday, such as the last Friday")),
    ("yearly_day", _("every year on the same day, such as 3 October")),
    (
        "yearly_weekday",
        _("every year on the same weekday of the month, such as the second Saturday in May"),
    ),
    ("yearly_last_weekday", _("every year on the last such weekday of the month")),
    (OTHER, _("by the rule written below")),
]


@dataclass(frozen=True)
class Repeats:
    """What an officer chooses. `every` is 2 for every second one; days as in WEEKDAYS."""

    kind: str = NEVER
    every: int = 1
    days: tuple[str, ...] = ()
    last_day: date | None = None
    times: int | None = None
    rule: str = ""


def compose(repeats: Repeats, first: date) -> str:
    """Return the rule for an event whose first day is `first`."""
    if repeats.kind == NEVER:
        return ""
    if repeats.kind == OTHER:
        return repeats.rule.strip().upper()
    frequency, _underscore, on = repeats.kind.partition("_")
    parts = {"FREQ": frequency.upper()}
    if repeats.every > 1:
        parts["INTERVAL"] = str(repeats.every)
    if frequency == "yearly":
        parts["BYMONTH"] = str(first.month)
    parts |= _on(on, first)
    if frequency == "weekly":
        chosen = repeats.days or (WEEKDAYS[first.weekday()],)
        parts["BYDAY"] = ",".join(day for day in WEEKDAYS if day in chosen)
    if repeats.last_day:
        parts["UNTIL"] = f"{repeats.last_day:%Y%m%d}"
    elif repeats.times:
        parts["COUNT"] = str(repeats.times)
    return join_rule(parts)


def _on(kind: str, first: date) -> dict[str, str]:
    weekday = WEEKDAYS[first.weekday()]
    match kind:
        case "day":
            return {"BYMONTHDAY": str(first.day)}
        case "last_day":
            return {"BYMONTHDAY": "-1"}
        case "weekday":
            return {"BYDAY": f"{(first.day - 1) // 7 + 1}{weekday}"}
        case "last_weekday":
            return {"BYDAY": f"-1{weekday}"}
    return {}


def decompose(rule: str, first: date) -> Repeats:
    """Return the choices that stand for `rule`; OTHER if there are none."""
    other = Repeats(kind=OTHER, rule=rule)
    if not rule:
        return Repeats()
    try:
        wanted = _plain(rule, first)
        repeats = Repeats(
            every=int(wanted.get("INTERVAL", "1")),
            days=tuple(wanted["BYDAY"].split(",")) if wanted["FREQ"] == "WEEKLY" else (),
            last_day=until(wanted["UNTIL"], ZoneInfo("UTC")).date() if "UNTIL" in wanted else None,
            times=int(wanted["COUNT"]) if "COUNT" in wanted else None,
        )
    except (KeyError, ValueError):
        return other
    for kind, _label in CHOICES[1:-1]:
        candidate = replace(repeats, kind=kind)
        if _plain(compose(candidate, first), first) == wanted:
            return candidate
    return other


def _plain(rule: str, first: date) -> dict[str, str]:
    """A rule in the one way in which it is compared."""
    parts = split_rule(rule)
    parts |= implied(parts, datetime(first.year, first.month, first.day))
    if parts.get("INTERVAL") == "1":
        del parts["INTERVAL"]
    if "BYDAY" in parts:
        days = sorted(day.lstrip("+") for day in parts["BYDAY"].split(","))
        parts["BYDAY"] = ",".join(sorted(days, key=lambda day: WEEKDAYS.index(day[-2:])))
    last = parts.get("UNTIL", "")
    if last.endswith("T235959"):
        parts["UNTIL"] = last.removesuffix("T235959")
    elif "T" in last:
        raise ValueError(rule)
    return parts
