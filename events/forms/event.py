"""The admin's form of an event."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from content.forms.slugs import SluggedForm
from events.forms.dates import DatesForm, initial_dates
from events.forms.rule_choices import choices_from
from events.forms.wall_clock_field import WallClockField
from events.models import Event


class EventAdminForm(DatesForm, SluggedForm):
    """Everything about an event; the admin adds the model's other fields."""

    previous_starts_at = WallClockField(
        label=_("was to start"),
        required=False,
        help_text=_("For rescheduled events. Filled in when you change the date."),
    )
    # The model's own field in place of that of `DatesForm`: the admin makes it searchable.
    city = None  # type: ignore[assignment] # Django's way to drop a field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        event: Event = self.instance
        if event.pk:
            self.initial.update(initial_dates(event))
            if not (event.is_all_day or event.recurrence):
                self.show_which_of_two("starts_at", event.starts_at, event.zone)
                self.show_which_of_two("ends_at", event.ends_at, event.zone)

    def _rule(self, cleaned: dict[str, Any], first: date) -> str:
        """Keep the rule as it was written if the choices still say the same."""
        rule, kept = super()._rule(cleaned, first), self.instance.recurrence
        return kept if choices_from(kept, first) == choices_from(rule, first) else rule

    def add_error(self, field: str | None, error: Any) -> None:
        """Show what the model says about the rule beside the choice of how it repeats."""
        if field is None and "recurrence" in getattr(error, "error_dict", {}):
            error.error_dict["repeats"] = error.error_dict.pop("recurrence")
        super().add_error(field, error)
