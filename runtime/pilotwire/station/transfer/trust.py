"""Whom a transfer trusts: certificates of servers, and keys of SSH hosts.

A server's certificate is good if a root of the CSMS vouches for it, or one of the system
(N01.FR.15, N01.FR.16). It need not meet what A00 demands of a CSMS: it is often somebody else's.
"""

import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Trust", "no_roots"]


def no_roots() -> Iterable[Path]:
    """None but the system's."""
    return ()


@dataclass(frozen=True, slots=True)
class Trust:
    """What there is to judge servers by.

    Attributes:
        roots: The certificates, in PEM, of those that may vouch beside the system's; asked at each
            connection.
        known_hosts: The file with the keys of SSH hosts, as OpenSSH writes it.
        first_use: Whether the first key that a host shows is taken, and written there.
        system: Whether the system's roots may vouch.
        ssh_key: The private key with which the station shows SSH hosts who it is, beside the
            password of a URL.
    """

    roots: Callable[[], Iterable[Path]] = no_roots
    known_hosts: Path | None = None
    first_use: bool = False
    system: bool = True
    ssh_key: Path | None = None

    @property
    def knows_hosts(self) -> bool:
        """Whether any SSH host can be trusted."""
        return self.known_hosts is not None and (self.first_use or self.known_hosts.is_file())

    def context(self) -> ssl.SSLContext:
        """TLS 1.2 or newer, in which certificate and name are checked.

        Raises:
            OSError: a root can't be read.
        """
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.options |= ssl.OP_NO_COMPRESSION
        # A CSMS root need not have signed itself (M05.FR.10).
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        if self.system:
            context.load_default_certs()
        for root in self.roots():
            context.load_verify_locations(cadata=root.read_text("ascii"))
        return context
