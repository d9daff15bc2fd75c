"""The small public forms: a message to the office or a group, and what you think of a page."""

from django import forms
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from content.intake.fields import AddressField, NameField, PlainTextField
from content.intake.guarded_form import GuardedForm
from twinning_site.pages.models import Feedback


class EnquiryForm(GuardedForm):
    name = NameField()
    email = AddressField(
        help_text=_("The answer goes to this address, and a copy of your message."),
    )
    message = PlainTextField(
        label=_("Your message"),
        max_length=4000,
        error_messages={"required": _("Write your message.")},
    )


class FeedbackForm(GuardedForm):
    """`page` is the address of one of our pages, or empty where it is none."""

    rating = forms.ChoiceField(
        label=_("How do you find this page?"),
        choices=Feedback.Rating.choices,
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
        return page_of_ours(self.cleaned_data["page"])


def page_of_ours(path: str) -> str:
    """`path` without its query if it is the address of a page of this site, else "".

    An address with a token is a key to what somebody sent: nobody keeps it.
    """
    path = path.partition("?")[0][:200]
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    return "" if match.app_name == "admin" or "token" in match.kwargs else path
