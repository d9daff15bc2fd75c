"""Count messages a day for each e-mail address and each network.

A message beyond its limit is held for an officer; a network that is far beyond it is refused,
and the form keeps its input. A school or a large office is one network: its limit is far more than
all of them would send on one day. That of an address is low, as each message sends a receipt there.
"""

from datetime import timedelta
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext

from content.intake.guarded_form import GuardedForm
from content.models import RateCount

# A network that sent its limit this many times is refused.
FLOOD_FACTOR = 5


class RateLimitExceeded(Exception):
    """A network has sent far too much today. Its `str()` is the message for the visitor."""

    def __str__(self) -> str:
        return gettext(
            "So many messages came from your network today that we cannot take another one. "
            "Please try again tomorrow, or phone us."
        )


def count_and_check(request: HttpRequest, form: GuardedForm, kind: str) -> list[str]:
    """Count a valid form as one message; return what looks like abuse, as keys of HOLD_REASONS.

    Each `kind` of message is counted separately: a school class that gives feedback on pages
    keeps nobody from volunteering.

    Raises:
        RateLimitExceeded: if the network is beyond FLOOD_FACTOR times its limit.
    """
    return form.suspicions() + _count_message(request, form.cleaned_data.get("email", ""), kind)


def _count_message(request: HttpRequest, address: str, kind: str) -> list[str]:
    """Count one message; return which limits it exceeds, as keys of HOLD_REASONS.

    Raises:
        RateLimitExceeded: if the network is beyond FLOOD_FACTOR times its limit.
    """
    limits = {"network": (client_network(request), settings.MESSAGES_PER_NETWORK)}
    if address:
        limits["address"] = (_mailbox(address), settings.MESSAGES_PER_ADDRESS)
    found = []
    today = timezone.localdate()
    until = timezone.now() + timedelta(days=1)
    for reason, (value, limit) in limits.items():
        key = salted_hmac(f"content.intake.rate.{reason}.{kind}", f"{today} {value}").hexdigest()
        count = RateCount.objects.count_one(key, until)
        if reason == "network" and count > limit * FLOOD_FACTOR:
            raise RateLimitExceeded
        if count > limit:
            found.append(reason)
    return found


def _mailbox(address: str) -> str:
    """Return what all spellings of an address share: `Ann+1@example.org` is `ann@example.org`."""
    name, _at, domain = address.lower().rpartition("@")
    return f"{name.partition('+')[0] or name}@{domain}"


def client_network(request: HttpRequest) -> str:
    """Return the first address of the visitor's network: /24 in IPv4, /48 (one customer) in IPv6.

    Behind a proxy the proxy tells it. Empty if there is no address, as with a Unix socket.
    """
    given = [request.META.get("REMOTE_ADDR", "")]
    if settings.BEHIND_PROXY:
        # The proxy appends the address it saw; what stands before it comes from the visitor.
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
