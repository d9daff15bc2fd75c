"""Against abuse of the public forms, without third parties or puzzles.

Every form carries a signed token (when it was made, and a number of its own) and a field that
only machines fill in. What looks like abuse is kept aside for an officer, never dropped; a
network that floods is told so and keeps its input.
"""

import re
import secrets
import time
from copy import copy
from datetime import timedelta
from ipaddress import ip_address, ip_network

from django import forms
from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from volunteers.models import RateCount

_SIGNER = Signer(salt="volunteers.form")
LINK = re.compile(r"https?:|www\.|\[url|<a\s", re.IGNORECASE)
MANY_LINKS = 3
# So many times the allowed number of messages from a network, and the next one is refused
FLOOD = 5

REASONS = {
    "trap": _("the field for machines was filled in"),
    "fast": _("it was filled in faster than a person can"),
    "links": _("it has many links in it"),
    "address": _("there were many messages from this address today"),
    "network": _("there were many messages from the same network today"),
}


class GuardedForm(forms.Form):
    """A public form. `token` is what the template puts into its hidden field."""

    use_required_attribute = False

    extra = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.posted_token = self.data.get("token", "") if self.is_bound else ""
        self.age = _age(self.posted_token)
        for field in self.fields.values():
            # Browsers cut what is pasted without a word; we keep it and say what is too long.
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs.pop("maxlength", None)

    @property
    def token(self) -> str:
        """The token that came with the form, so that a replay is known; else a new one."""
        if self.age is None:
            self.posted_token, self.age = _new_token(), 0.0
        return self.posted_token

    def clean(self) -> dict:
        if self.age is None:
            self.add_error(
                None, _("We could not see that this form came from our page. Please send it again.")
            )
        return super().clean()

    def unchecked(self) -> "GuardedForm":
        """The same answers in a form that does not complain yet."""
        form = copy(self)
        form.initial = {
            bound.html_name: bound.field.widget.value_from_datadict(
                self.data, self.files, bound.html_name
            )
            for bound in self
        }
        form.is_bound, form._errors, form._bound_fields_cache = False, None, {}
        return form

    def fingerprint(self) -> str:
        """The same for the same answers to the same copy of the form, else different."""
        answers = sorted((name, self.data.getlist(name)) for name in self.fields)
        return salted_hmac("volunteers.form", f"{self.posted_token} {answers}").hexdigest()

    def suspicions(self) -> list[str]:
        """What of the form itself looks like abuse, as keys of REASONS."""
        text = " ".join(str(value) for value in self.cleaned_data.values())
        found = {
            "trap": bool(self.cleaned_data.get("extra")),
            "fast": self.age < settings.MESSAGE_MIN_SECONDS,
            "links": len(LINK.findall(text)) >= MANY_LINKS,
        }
        return [reason for reason, is_so in found.items() if is_so]


class Flood(Exception):
    """This network has sent far too much today. `str()` tells the visitor."""

    def __str__(self) -> str:
        return gettext(
            "So many messages came from your network today that we cannot take another one. "
            "Please try again tomorrow, or phone us."
        )


def screen(request: HttpRequest, form: GuardedForm, kind: str) -> list[str]:
    """Count a valid form as one message and say what looks like abuse, as keys of REASONS.

    Every `kind` of message is counted for itself: a class that rates pages keeps nobody from
    volunteering.

    Raises:
        Flood: if the network is beyond FLOOD times its limit.
    """
    return form.suspicions() + _count_message(request, form.cleaned_data.get("email", ""), kind)


def _count_message(request: HttpRequest, address: str, kind: str) -> list[str]:
    """Count one message; say which rates are beyond the limit, as keys of REASONS.

    Raises:
        Flood: if the network is beyond FLOOD times its limit.
    """
    limits = {"network": (client_network(request), settings.MESSAGES_PER_NETWORK)}
    if address:
        limits["address"] = (address.lower(), settings.MESSAGES_PER_ADDRESS)
    found = []
    today = timezone.localdate()
    until = timezone.now() + timedelta(days=1)
    for reason, (value, limit) in limits.items():
        key = salted_hmac(f"volunteers.rate.{reason}.{kind}", f"{today} {value}").hexdigest()
        count = RateCount.objects.count_one(key, until)
        if reason == "network" and count > limit * FLOOD:
            raise Flood
        if count > limit:
            found.append(reason)
    return found


def _new_token() -> str:
    return _SIGNER.sign(f"{time.time():.3f}-{secrets.token_urlsafe(9)}")


def _age(token: str) -> float | None:
    """Seconds since we signed the token, or None if we did not sign it."""
    try:
        made_at, _dash, _number = _SIGNER.unsign(token).partition("-")
    except BadSignature:
        return None
    return time.time() - float(made_at)


def client_network(request: HttpRequest) -> str:
    """The first address of the visitor's network: /24 in IPv4; in IPv6 /48, which one customer has.

    Behind a proxy it is the proxy's word. Empty if there is no address, as with a Unix socket.
    """
    given = [request.META.get("REMOTE_ADDR", "")]
    if settings.BEHIND_PROXY:
        # The proxy adds the address it saw at the end; what is before it is the visitor's say.
        given.insert(0, request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip())
    for address in given:
        try:
            ip = ip_address(address)
            ip = getattr(ip, "ipv4_mapped", None) or ip
            network = ip_network(f"{ip}/{24 if ip.version == 4 else 48}", strict=False)
        except ValueError:
            continue
        return str(network.network_address)
    return ""
