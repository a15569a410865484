"""Which network addresses the crawl may connect to: public ones, as they are after DNS."""

import ipaddress
import socket

# Addresses that ``is_global`` lets pass and that still lead inside: NAT64 and 6to4 wrap an IPv4 address.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class ForbiddenAddress(OSError):
    """A host's name leads to an address that is not public."""


def is_public(address: str) -> bool:
    """False for private, loopback, link-local (cloud metadata), multicast, reserved and unreadable addresses."""
    try:
        ip = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if inner := ip.ipv4_mapped or ip.sixtofour:
            return is_public(str(inner))
        if ip in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip.is_global and not ip.is_multicast


def public_addresses(host: str, port: int) -> list[str]:
    """The addresses of ``host``, in the resolver's order. The caller connects to these and asks DNS no second time.

    Raises ForbiddenAddress when any of them is not public, socket.gaierror when there is none.
    """
    found = list(dict.fromkeys(str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
    for address in found:
        if not is_public(address):
            raise ForbiddenAddress(f"{host} leads to {address}, which is not a public address")
    return found
