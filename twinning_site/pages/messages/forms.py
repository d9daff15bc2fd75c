"""The forms for a message to the office or a group, and for feedback on a page."""

from django import forms
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from content.intake.form_fields import AddressField, NameField, PlainTextField
from content.intake.guarded_form import GuardedForm
from twinning_site.pages.models import FeedbackRating


class EnquiryForm(GuardedForm):
    """A message with the sender's name and address."""

    name = NameField()
    email = AddressField(
        help_text=_("The answer goes to this address, and a link by which you get a copy."),
    )
    message = PlainTextField(
        label=_("Your message"),
        max_length=4000,
        error_messages={"required": _("Write your message.")},
    )


class FeedbackForm(GuardedForm):
    """A rating and a comment; `page` is the path of a page of this site, or empty."""

    rating = forms.ChoiceField(
        label=_("How do you find this page?"),
        choices=FeedbackRating.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three.")},
    )
    comment = PlainTextField(
        label=_("Why? A few words help us"),
        help_text=_("Please leave out names and addresses: nobody answers from here."),
        max_length=1000,
        required=False,
    )
    page = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_page(self) -> str:
        return own_path(self.cleaned_data["page"])


def own_path(path: str) -> str:
    """Return `path` without its query if it is that of a public page of this site, else "".

    A path with a token is a key to what somebody sent, so it is never stored.
    """
    path = path.partition("?")[0][:200]
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    return "" if match.app_name == "admin" or "token" in match.kwargs else path
