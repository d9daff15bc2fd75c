"""Recurrence rules as the choices of a form.

Most rules follow from the first date: whoever picks Saturday 9 May and “every month on the same
weekday” means the second Saturday. A rule that no choice can express stays as it is written.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from events.dates.recurrence import WEEKDAYS, implied, join_rule, split_rule, until

NEVER, OTHER = "", "other"
KINDS = [
    (NEVER, _("never: it takes place once")),
    ("daily", _("every day of the week")),
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
class RuleChoices:
    """The choices of an officer.

    Attributes:
        kind: a key of KINDS.
        every: 2 for every second day, week, month or year.
        days: as in WEEKDAYS, for weekly rules.
        last_day: the last day on which it may take place.
        times: how many dates there are; never together with `last_day`.
        rule: an RRULE, for OTHER.
    """

    kind: str = NEVER
    every: int = 1
    days: tuple[str, ...] = ()
    last_day: date | None = None
    times: int | None = None
    rule: str = ""


def rule_from(choices: RuleChoices, first: date) -> str:
    """Return the rule for an event whose first day is `first`."""
    if choices.kind == NEVER:
        return ""
    if choices.kind == OTHER:
        return choices.rule.strip().upper()
    frequency, _underscore, on = choices.kind.partition("_")
    parts = {"FREQ": frequency.upper()}
    if choices.every > 1:
        parts["INTERVAL"] = str(choices.every)
    if frequency == "yearly":
        parts["BYMONTH"] = str(first.month)
    parts |= _on(on, first)
    if frequency == "weekly":
        chosen = choices.days or (WEEKDAYS[first.weekday()],)
        parts["BYDAY"] = ",".join(day for day in WEEKDAYS if day in chosen)
    if choices.last_day:
        parts["UNTIL"] = f"{choices.last_day:%Y%m%d}"
    elif choices.times:
        parts["COUNT"] = str(choices.times)
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


def choices_from(rule: str, first: date) -> RuleChoices:
    """Return the choices that mean `rule`, whose first day is `first`; OTHER if there are none."""
    other = RuleChoices(kind=OTHER, rule=rule)
    if not rule:
        return RuleChoices()
    try:
        wanted = _normalised(rule, first)
        choices = RuleChoices(
            every=int(wanted.get("INTERVAL", "1")),
            days=tuple(wanted["BYDAY"].split(",")) if wanted["FREQ"] == "WEEKLY" else (),
            last_day=until(wanted["UNTIL"], ZoneInfo("UTC")).date() if "UNTIL" in wanted else None,
            times=int(wanted["COUNT"]) if "COUNT" in wanted else None,
        )
    except (KeyError, ValueError):
        return other
    for kind, _label in KINDS[1:-1]:
        candidate = replace(choices, kind=kind)
        if _normalised(rule_from(candidate, first), first) == wanted:
            return candidate
    return other


def _normalised(rule: str, first: date) -> dict[str, str]:
    """Return the parts of a rule in one of the ways to write it, to compare it with others."""
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
