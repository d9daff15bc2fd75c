"""Times that clocks skip or show twice, as a form asks for them."""

from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_name
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.text.dates import active_locale, clock_time, full_date
from events.dates.wall_clock import (
    comes_twice,
    is_later_of_two,
    is_skipped,
    to_utc,
    to_wall_clock,
)

Variant = Literal["daylight", "standard"] | None
EARLIER, LATER = "earlier", "later"
CHOICES = [(EARLIER, _("the earlier one: %(time)s")), (LATER, _("the later one: %(time)s"))]


# A field that says which of two equal times is meant, but for its label; hidden until needed
WHICH_OF_TWO: dict[str, Any] = {
    "choices": CHOICES,
    "required": False,
    "widget": forms.HiddenInput,
}


class ClockChangesForm(forms.Form):
    """A form that refuses times which clocks skip, and asks which one if they show it twice.

    A field `starts_at` has a field `starts_at_twice` beside it, a choice with `WHICH_OF_TWO`.
    """

    def show_which_of_two(self, name: str, moment: datetime | None, zone: ZoneInfo) -> None:
        """Show which of two equal times a stored moment is."""
        if moment is None or not comes_twice(wall_clock := to_wall_clock(moment, zone), zone):
            return
        self._ask(name, wall_clock, zone)
        self.initial[f"{name}_twice"] = LATER if is_later_of_two(moment, zone) else EARLIER

    def moment_of(self, name: str, zone: ZoneInfo, *, asks: bool = True) -> datetime | None:
        """Return the aware moment that a cleaned time on the clock of `zone` means.

        It is None, and the form has an error, if that cannot be known. Without `asks` it is the
        earlier of two.
        """
        wall_clock: datetime = self.cleaned_data[name]
        said = {
            "day": full_date(wall_clock),
            "time": clock_time(wall_clock),
            "zone": zone.key.replace("_", " "),
        }
        if is_skipped(wall_clock, zone):
            text = _("There is no %(time)s on %(day)s in %(zone)s: the clocks go forward then.")
            self.add_error(name, text % said)
            return None
        if not asks or not comes_twice(wall_clock, zone):
            return to_utc(wall_clock, zone)
        self._ask(name, wall_clock, zone)
        answer = self.cleaned_data.get(f"{name}_twice")
        if not answer:
            text = _(
                "It is %(time)s twice on %(day)s in %(zone)s: the clocks go back then. Say which "
                "one you mean."
            )
            self.add_error(name, text % said)
            return None
        return to_utc(wall_clock, zone, is_later=answer == LATER)

    def _ask(self, name: str, wall_clock: datetime, zone: ZoneInfo) -> None:
        names = _names_of_two(wall_clock, zone)
        self.fields[f"{name}_twice"].widget = forms.Select(
            choices=[("", gettext("Choose"))]
            + [
                (key, words % {"time": name})
                for name, (key, words) in zip(names, CHOICES, strict=True)
            ]
        )


def _names_of_two(wall_clock: datetime, zone: ZoneInfo) -> list[str]:
    """Return what two equal times are called, such as “British Summer Time”, the earlier first.

    Babel tells summer time by what it saves. Irish law has winter time, an hour less than the
    usual one, and so has Morocco's month of Ramadan: there the two names would be exchanged.
    """
    times = [wall_clock.replace(tzinfo=zone, fold=fold) for fold in (0, 1)]
    is_summer_time = times[0].dst() != times[1].dst()
    variants: list[Variant] = ["daylight", "standard"] if is_summer_time else [None, None]
    return [
        get_timezone_name(time, locale=active_locale(), zone_variant=variant)
        for time, variant in zip(times, variants, strict=True)
    ]
