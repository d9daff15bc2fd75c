"""Which machines this site may ask: those of the public internet, and no others.

Whoever can write a link could otherwise have the server ask its own network (SSRF,
https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html).
"""

import ipaddress
import socket

# IPv4 in IPv6 (RFC 4291, 6052, 3056, 4380): what is behind them is another machine's to decide.
_EMBEDDING = [
    ipaddress.ip_network(network)
    for network in (
        "::/96",
        "::ffff:0:0/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2002::/16",
        "2001::/32",
    )
]


class NotPublic(Exception):
    """A name that leads to a machine which is not of the public internet."""


def is_public(address: str) -> bool:
    """Return whether an IP address is of the public internet."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address) and any(ip in network for network in _EMBEDDING):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def public_addresses(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host, to connect to these and not to look the name up again.

    Raises:
        NotPublic: if one of them is not public.
        OSError: if there is no such host.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not addresses or not all(map(is_public, addresses)):
        raise NotPublic(host)
    return addresses
