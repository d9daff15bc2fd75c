"""Forms of what can be published, whose buttons say what becomes public, and when."""

from collections.abc import Container
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from content.forms.date_time_fields import MomentField
from content.forms.slugs import SluggedForm
from content.models import Publishable, PublishingState

# Names of buttons. Enter in a line presses the first of them.
SAVE_DRAFT, PREVIEW, SCHEDULE, PUBLISH = "_save_draft", "_preview", "_schedule", "_publish"
# Saves a draft, and leads on to the page on which its release is asked for
RELEASE = "_to_release"
# What readers see, now or by itself later
PUBLIC_STATES = {PublishingState.LIVE, PublishingState.SCHEDULED}


def saves_draft(data: Container[str]) -> bool:
    """Return whether the button that was pressed leaves what is public as it is."""
    return any(button in data for button in (SAVE_DRAFT, PREVIEW, RELEASE))


class MomentToPublishField(MomentField):
    """When something is to be published; part of a button, not of what the row has."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class PublishingForm(SluggedForm):
    """Publishes nothing unless a button that says so is pressed, and takes nothing down.

    Attributes:
        state_before: the state that the row had when the form was sent.
    """

    schedule_at = MomentToPublishField(required=False, label=_("Day and time"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.state_before = (
            self.instance.state_by_dates
            if isinstance(self.instance, Publishable) and self.instance.pk
            else PublishingState.DRAFT
        )

    def clean(self) -> dict:
        """Ask for a moment to come if one is needed; it is the date of what is not public yet."""
        cleaned = super().clean()
        if SCHEDULE in self.data and "schedule_at" not in self.errors:
            moment = cleaned.get("schedule_at")
            if moment is None:
                self.add_error("schedule_at", _("Say when this is to be published."))
            elif moment <= timezone.now():
                self.add_error("schedule_at", _("This moment is over. Choose one to come."))
            elif self.state_before != PublishingState.LIVE and "published_at" in self.fields:
                cleaned["published_at"] = moment
        return cleaned

    def _post_clean(self) -> None:
        """Refuse dates that do what the button does not say."""
        super()._post_clean()
        if not isinstance(self.instance, Publishable) or "published_at" in self.errors:
            return
        if PUBLISH in self.data:
            for name, objection in self.instance.objections_to_publishing().items():
                self.add_error(name if name in self.fields else None, objection)
        state, before = self.instance.state_by_dates, self.state_before
        # Whoever may not publish has no field for the date.
        field = "published_at" if "published_at" in self.fields else None
        if saves_draft(self.data) and state in PUBLIC_STATES and before not in PUBLIC_STATES:
            text = _(
                "This date would publish it, and drafts are not published. Press “Publish now” or "
                "“Schedule” if it is meant."
            )
            self.add_error(field, text)
        elif before == PublishingState.LIVE and state == PublishingState.SCHEDULED:
            text = _(
                "The public sees this page since %(moment)s; a later date would take it down "
                "until then. Press “Schedule the changes” to publish changes later."
            )
            stored = self.initial.get("published_at") or self.instance.published_at
            moment = date_format(timezone.localtime(stored), "DATETIME_FORMAT")
            self.add_error(field, text % {"moment": moment})
