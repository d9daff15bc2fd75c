"""Public forms with a signed token and checks for spam, without third parties or puzzles.

Every form carries a signed token and a field that only programs fill in. The token says when it
was made and has a number of its own; it ends after a day and stores one message (`used_tokens.py`).
What looks like spam is held for an officer to look at, never dropped.
"""

import re
import secrets
import time
from copy import copy
from typing import Any, Self, cast

from django import forms
from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import QueryDict
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

_SIGNER = Signer(salt="content.intake.form")
LINK = re.compile(r"https?:|www\.|\[url|<a\s", re.IGNORECASE)
# Seconds for which a form can be sent: more than the 20 hours of WCAG 2.2, criterion 2.2.1. After
# that it comes back with everything that was typed.
MAX_TOKEN_AGE = 24 * 3600
# A choir that introduces itself has a site, a film and two networks.
MIN_SUSPICIOUS_LINKS = 10
# Why a message is held, by the key that is stored
HOLD_REASONS = {
    "trap": _("the field for machines was filled in"),
    "fast": _("it was filled in faster than a person can"),
    "links": _("it has many links in it"),
    "address": _("there were many messages from this address today"),
    "network": _("there were many messages from the same network today"),
}


class GuardedForm(forms.Form):
    """A public form. Its template puts `token` into a hidden field."""

    use_required_attribute = False

    extra = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.posted_token = self.data.get("token", "") if self.is_bound else ""
        self.age = _age(self.posted_token)
        for field in self.fields.values():
            # Browsers silently cut pasted text; we keep it and say that it is too long.
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs.pop("maxlength", None)

    @property
    def token(self) -> str:
        """Return the posted token, so that a repeated post is recognised, or else a new one."""
        if self.age is None:
            self.posted_token, self.age = _new_token(), 0.0
        elif self.has_ended:
            self.renew_token()
        return self.posted_token

    @property
    def has_ended(self) -> bool:
        """Return whether the token is ours, but too old to be sent."""
        return self.age is not None and self.age > MAX_TOKEN_AGE

    def renew_token(self) -> None:
        """Replace the token; what was filled in already may be sent at once."""
        self.posted_token = _new_token(older_by=settings.MESSAGE_MIN_SECONDS)
        self.age = _age(self.posted_token)

    def clean(self) -> dict:
        if self.age is None:
            self.add_error(
                None, _("We could not see that this form came from our page. Please send it again.")
            )
        super().clean()
        return self.cleaned_data

    def unbound_copy(self) -> Self:
        """Return an unbound form with the same answers as initial values, without errors."""
        form = copy(self)
        form.initial = {
            bound.html_name: bound.field.widget.value_from_datadict(
                self.data, self.files, bound.html_name
            )
            for bound in self
        }
        form.is_bound = False
        # What a form keeps of its answers (django/forms/forms.py); the stubs leave them out.
        vars(form).update(_errors=None, _bound_fields_cache={})
        return form

    def fingerprint(self) -> str:
        """Return a keyed hash of token and answers, by which a repeated post is recognised."""
        data = cast(QueryDict, self.data)
        answers = sorted((name, data.getlist(name)) for name in self.fields)
        return salted_hmac("content.intake.form", f"{self.posted_token} {answers}").hexdigest()

    def suspicions(self) -> list[str]:
        """Return what looks like abuse in the form itself, as keys of HOLD_REASONS."""
        text = " ".join(str(value) for value in self.cleaned_data.values())
        found = {
            "trap": bool(self.cleaned_data.get("extra")),
            "fast": self.age < settings.MESSAGE_MIN_SECONDS,
            "links": len(LINK.findall(text)) >= MIN_SUSPICIOUS_LINKS,
        }
        return [reason for reason, is_so in found.items() if is_so]


def _new_token(older_by: float = 0) -> str:
    return _SIGNER.sign(f"{time.time() - older_by:.3f}-{secrets.token_urlsafe(9)}")


def _age(token: str) -> float | None:
    """Return the seconds since we signed the token, or None if we did not sign it."""
    try:
        made_at, _dash, _number = _SIGNER.unsign(token).partition("-")
    except BadSignature:
        return None
    return time.time() - float(made_at)
