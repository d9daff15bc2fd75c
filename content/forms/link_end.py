"""The last day of a link that an officer gives to somebody without an account."""

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class LinkEndForm(forms.Form):
    """Asks until when a link is valid: for `usual_days` days, and `max_days` at most."""

    usual_days: int
    max_days: int

    until = forms.DateField(
        label=_("Until (the last day)"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> object:
        return timezone.localdate() + timedelta(days=self.usual_days)

    def clean_until(self) -> date:
        until = self.cleaned_data["until"]
        today = timezone.localdate()
        if until < today:
            raise ValidationError(gettext("This day is over. Choose today or a later one."))
        if until > today + timedelta(days=self.max_days):
            words = gettext("A link is valid for %(days)s days at most. Choose an earlier day.")
            raise ValidationError(words % {"days": self.max_days})
        return until
