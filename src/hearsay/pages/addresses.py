"""Which network addresses a page may be fetched from: public ones, and none that smuggle in another."""

from __future__ import annotations

import ipaddress

_REFUSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        # Globally routable by the letter of the registry, but each leads to some other, perhaps private, address.
        "::ffff:0:0/96",  # IPv4-mapped, RFC 4291
        "::/96",  # IPv4-compatible, deprecated
        "2002::/16",  # 6to4, RFC 3056
        "64:ff9b::/96",  # NAT64, RFC 6052
        "64:ff9b:1::/48",  # NAT64 for local use, RFC 8215
        "2001::/32",  # Teredo, RFC 4380
        "192.0.0.0/24",  # IETF protocol assignments, RFC 6890
        "192.88.99.0/24",  # 6to4 relay anycast, RFC 7526
        "168.63.129.16/32",  # a cloud's internal endpoint on a public number
    )
)


def is_public(address: str) -> bool:
    """Whether ``address`` (a number, IPv4 or IPv6) belongs to the open internet."""
    try:
        number = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if not number.is_global or number.is_multicast or number.is_reserved or "%" in address:
        return False
    return not any(number in network for network in _REFUSED if network.version == number.version)
