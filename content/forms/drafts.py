"""Forms of what can be published, when Enter is pressed in one of their lines."""

from django import forms
from django.utils.translation import gettext_lazy as _

from content.models import Publishable, PublishingState

# The value of the button that a browser presses for Enter; its name is that of Django's button
ENTER_BUTTON, ENTER = "_continue", "enter"


class DraftOnEnterForm(forms.ModelForm):
    """Saves a draft when Enter is pressed, and never publishes it that way."""

    def _post_clean(self) -> None:
        """Ask for a button if the dates that were typed make the draft more than a draft."""
        super()._post_clean()  # type: ignore[misc] # Django has it, its stubs do not
        if self.data.get(ENTER_BUTTON) != ENTER or not isinstance(self.instance, Publishable):
            return
        if self.instance.publishing_state != PublishingState.DRAFT:
            text = _("Enter saves drafts only. Press a button below if this date is meant.")
            # Whoever may not publish has no field for the date.
            self.add_error("published_at" if "published_at" in self.fields else None, text)
