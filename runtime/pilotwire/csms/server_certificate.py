"""What a CSMS shows of itself, and TLS with it; its authority has signed it.

server-K.pem    the certificate, what leads to the oldest root, and the private key, of kind K
"""

import ssl
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Final, TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes

from pilotwire.csms.making import key_text, new_key, pem, read_key
from pilotwire.station.security.files import SecretFolder

__all__ = ["ServerCertificate", "Sign"]

Sign: TypeAlias = Callable[[CertificatePublicKeyTypes, str, frozenset[str]], str]
"""Signs a certificate for a key, a common name and hosts; it and what leads to a root, in PEM."""

SOON: Final = timedelta(hours=1)
"""Before it expires it is made anew at a start."""

_SUITES: Final = "ECDHE+AESGCM:ECDHE+CHACHA20:AES128-GCM-SHA256:AES256-GCM-SHA384"
"""A00.FR.318 and A00.FR.421 want these of a CSMS; those of TLS 1.3 need not be named."""

_KINDS: Final = {"ec": None, "rsa": 3072}
"""Kinds of keys, with the bits of RSA: the suites of that list need both."""


class ServerCertificate:
    """The certificates of a CSMS, one for each kind of key, and the contexts that show them.

    Args:
        folder: Where they are kept.
        sign: Signs them.
        now: The time of day.
    """

    def __init__(self, folder: SecretFolder, sign: Sign, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._sign = sign
        self._now = now
        self._hosts: frozenset[str] = frozenset()
        self._contexts: list[ssl.SSLContext] = []

    def context(
        self, hosts: Iterable[str], clients: ssl.VerifyMode, roots: Iterable[x509.Certificate]
    ) -> ssl.SSLContext:
        """TLS for a server that is reached by these names and addresses."""
        self._hosts |= frozenset(hosts)
        if not self._is_good():
            self._make()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2  # A00.FR.416
        context.set_ciphers(_SUITES)
        context.options |= ssl.OP_NO_COMPRESSION | ssl.OP_NO_RENEGOTIATION  # A00.FR.424
        context.verify_mode = clients
        context.load_verify_locations(cadata=pem(*roots))
        self._show(context)
        self._contexts.append(context)
        return context

    def trust(self, root: x509.Certificate) -> None:
        """Take what another root has signed, too, wherever stations come in."""
        for context in self._contexts:
            context.load_verify_locations(cadata=pem(root))

    def renew(self) -> None:
        """Show another one from now on, wherever stations come in."""
        self._make()
        for context in self._contexts:
            self._show(context)

    def _is_good(self) -> bool:
        """Whether it is there, for all hosts, and not about to expire."""
        for kind in _KINDS:
            try:
                text = self._folder.read(_file(kind))
                shown = x509.load_pem_x509_certificate(text)
                names = shown.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
                read_key(text)
            except (OSError, ValueError, x509.ExtensionNotFound):
                return False
            there = {str(each.value) for each in names}
            if not there >= self._hosts or shown.not_valid_after_utc - self._now() < SOON:
                return False
        return True

    def _make(self) -> None:
        for kind, bits in _KINDS.items():
            key = new_key(rsa_bits=bits)
            name = min(self._hosts, key=_as_address)  # A00.FR.510
            chain = self._sign(key.public_key(), name, self._hosts)
            self._folder.write(_file(kind), chain.encode("ascii") + key_text(key))

    def _show(self, context: ssl.SSLContext) -> None:
        for kind in _KINDS:
            context.load_cert_chain(self._folder.path / _file(kind))


def _file(kind: str) -> str:
    return f"server-{kind}.pem"


def _as_address(host: str) -> tuple[bool, str]:
    """Names before addresses."""
    try:
        ip_address(host)
    except ValueError:
        return False, host
    return True, host
