"""Count messages for each mail address and each network a day.

A message beyond its limit is kept aside for an officer; a network that floods is told so and
keeps its input.
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

# So many times the allowed number of messages from a network, and the next one is refused
FLOOD_FACTOR = 5


class RateLimitExceeded(Exception):
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
        RateLimitExceeded: if the network is beyond FLOOD_FACTOR times its limit.
    """
    return form.suspicions() + _count_message(request, form.cleaned_data.get("email", ""), kind)


def _count_message(request: HttpRequest, address: str, kind: str) -> list[str]:
    """Count one message; say which rates are beyond the limit, as keys of REASONS.

    Raises:
        RateLimitExceeded: if the network is beyond FLOOD_FACTOR times its limit.
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
        if reason == "network" and count > limit * FLOOD_FACTOR:
            raise RateLimitExceeded
        if count > limit:
            found.append(reason)
    return found


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
