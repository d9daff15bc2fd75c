"""The form that an officer fills in before the state of an application changes."""

from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.intake.form_fields import LineField, PlainTextField
from links.models import LinkGroup
from volunteers.models import Application, ApplicationState


class StateChangeForm(forms.Form):
    """The e-mail to the applicant, a note and, if it is passed on, the group."""

    # The state in which the officer saw the application
    expected_state = forms.CharField(required=False, widget=forms.HiddenInput)
    group = forms.ModelChoiceField(
        label=_("group"),
        queryset=LinkGroup.objects.none(),
        required=False,
        help_text=_("The group's contacts who receive messages are told."),
    )
    agreed = forms.BooleanField(
        label=_("the applicant has agreed to this group"),
        required=False,
        help_text=_("Needed if the group has none of the links that the applicant chose."),
    )
    told = forms.BooleanField(
        label=_("I tell the group myself"),
        required=False,
        help_text=_("Needed if nobody in the group receives messages."),
    )
    note = PlainTextField(
        label=_("private note"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    send_email = forms.BooleanField(label=_("send this e-mail to the applicant"), required=False)
    subject = LineField(label=_("subject"), max_length=150, required=False)
    text = PlainTextField(
        label=_("e-mail"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 14, "cols": 80}),
        help_text=_(
            "“[link]” stands for the address of the applicant's own page, which only they get."
        ),
    )

    def __init__(self, *args: Any, application: Application, state: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.application = application
        for field in self.fields.values():
            field.label = capfirst(field.label)
        if state == ApplicationState.PASSED:
            group = cast(forms.ModelChoiceField, self.fields["group"])
            group.queryset = LinkGroup.objects.published()
            group.required = True
            self.fields["text"].help_text = _(
                "“[group]” stands for the name of the group that you choose above, “[link]” for "
                "the address of the applicant's own page, which only they get."
            )
        else:
            for name in ("group", "agreed", "told"):
                del self.fields[name]

    def clean(self) -> dict:
        super().clean()
        cleaned = self.cleaned_data
        if cleaned.get("group"):
            self._check_group(cleaned["group"])
        if cleaned.get("send_email"):
            if not cleaned.get("text", "").strip():
                self.add_error("text", _("Write the e-mail, or do not send it."))
            if cleaned.get("subject") == "":
                self.add_error("subject", _("Give the e-mail a subject, or do not send it."))
        return cleaned

    def _check_group(self, group: LinkGroup) -> None:
        """Refuse a group that is not told, or without the applicant's consent (GDPR, article 6)."""
        chosen = self.application.cities.all()
        is_chosen = not chosen or group.cities.filter(pk__in=chosen).exists()
        if not is_chosen and not self.cleaned_data["agreed"]:
            self.add_error(
                "agreed",
                _("This group has none of the links that the applicant chose. Ask them first."),
            )
        has_receivers = group.contacts.filter(receives_messages=True).exists()
        if not has_receivers and not self.cleaned_data["told"]:
            self.add_error(
                "told",
                _(
                    "Nobody in this group receives messages, so that it would not hear of this. "
                    "Tick that for one of its contacts, or tell the group yourself."
                ),
            )

    def add_conflict(self, application: Application) -> None:
        """Add an error that tells the state of now, and keep what was typed."""
        words = gettext(
            "This application has changed since you opened this page: it is now “%(state)s”. "
            "Nothing was done and no e-mail was sent. What you typed is still here. Enter the "
            "state only if it is still right."
        )
        self.add_error(None, words % {"state": application.get_state_display()})
        data = cast(QueryDict, self.data).copy()
        data["expected_state"] = application.state
        self.data = data
