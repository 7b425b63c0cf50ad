"""TLS as the specification wants it (A00; security profiles 2 and 3), and what its errors mean.

Version, cipher suites and keys are the same for 1.6 with its white paper and for 2.x. A certificate
of the CSMS is not asked after at its authority: that of a CSMS is revoked by its expiry, which is
soon (A00.FR.701, note 1).
"""

import ssl
from collections.abc import Iterable, Mapping
from contextlib import suppress
from ipaddress import ip_address
from typing import Any, Final, cast

from pilotwire.connection.endpoint import TlsFiles
from pilotwire.errors import (
    ConnectionRefused,
    CsmsNotTrusted,
    CsmsUnreachable,
    NoCommonCipherSuite,
    NoCommonTlsVersion,
    StationNotTrusted,
)

__all__ = ["context_of", "refusal"]

CIPHERS: Final = (
    "ECDHE-ECDSA-AES128-GCM-SHA256",
    "ECDHE-ECDSA-AES256-GCM-SHA384",
    "ECDHE-RSA-AES128-GCM-SHA256",
    "ECDHE-RSA-AES256-GCM-SHA384",
    "AES128-GCM-SHA256",
    "AES256-GCM-SHA384",
)
"""The suites of TLS 1.2, in OpenSSL's names: those that a CSMS has (A00.FR.318), and between them
the same with forward secrecy for certificates with an RSA key. Those without it come last: they are
in the text, and some CSMSs have nothing else. All suites of TLS 1.3 may be used.
"""

_SECURITY_LEVEL: Final = 2
"""OpenSSL's name for 112 bits: RSA of 2048, curves of 224, no SHA-1 (A00.FR.501 to 504)."""

_NO_ISSUER: Final = frozenset({2, 20, 21})
"""OpenSSL's codes for a certificate that nobody is known to have signed."""

_TOO_OLD: Final = frozenset({"ALERT_PROTOCOL_VERSION", "UNSUPPORTED_PROTOCOL", "WRONG_SSL_VERSION"})
_TOO_WEAK: Final = frozenset(
    {
        "ALERT_HANDSHAKE_FAILURE",
        "ALERT_INSUFFICIENT_SECURITY",
        "WRONG_CIPHER_RETURNED",
        "WRONG_SIGNATURE_TYPE",
    }
)
_OF_THE_STATION: Final = frozenset(
    {
        "ALERT_ACCESS_DENIED",
        "ALERT_BAD_CERTIFICATE",
        "ALERT_CERTIFICATE_EXPIRED",
        "ALERT_CERTIFICATE_REQUIRED",
        "ALERT_CERTIFICATE_REVOKED",
        "ALERT_CERTIFICATE_UNKNOWN",
        "ALERT_UNKNOWN_CA",
        "ALERT_UNSUPPORTED_CERTIFICATE",
    }
)
"""What OpenSSL calls the alerts, whatever version of TLS it puts before them."""


def context_of(files: TlsFiles) -> ssl.SSLContext:
    """TLS for a station: nobody is trusted but whom the files name; none are the system's.

    What is demanded of certificates does not depend on Python's or the system's defaults. A root
    need not have signed itself: one that takes another's place is signed by that (M05.FR.10), which
    goes once it is not needed any more.

    Raises:
        OSError: a file can't be read, or is not what it should be.
        UnicodeError: the same.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # certificate and host name are checked
    context.sslobject_class = _Handshake if files.wildcards else _StrictHandshake
    context.minimum_version = ssl.TLSVersion.TLSv1_2  # A00.FR.313
    context.set_ciphers(":".join([*CIPHERS, f"@SECLEVEL={_SECURITY_LEVEL}"]))
    context.options |= ssl.OP_NO_COMPRESSION | ssl.OP_NO_RENEGOTIATION  # A00.FR.321
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    if files.roots:
        context.load_verify_locations(
            cadata="".join(path.read_text("ascii") for path in files.roots)
        )
    else:
        context.load_default_certs()
    if files.chain is not None:
        context.load_cert_chain(files.chain, files.key)
    return context


def refusal(error: ssl.SSLError) -> ConnectionRefused:
    """What it means that TLS has failed."""
    if isinstance(error, ssl.SSLCertVerificationError):
        hint = "; is one left out between it and a trusted root?"
        more = hint if error.verify_code in _NO_ISSUER else ""
        return CsmsNotTrusted(f"certificate of the CSMS: {error.verify_message}{more}")
    reason = error.reason or ""
    words = reason.replace("_", " ").lower() or "no common settings"
    alert = reason[reason.find("ALERT_") :] if "ALERT_" in reason else reason
    if isinstance(error, _AgreedError) or alert in _OF_THE_STATION:
        return StationNotTrusted(f"the CSMS does not take the station's certificate: {words}")
    if alert in _TOO_OLD:
        return NoCommonTlsVersion(f"the CSMS does not speak TLS 1.2 or newer: {words}")
    if alert in _TOO_WEAK:
        return NoCommonCipherSuite(f"no TLS cipher suite of the CSMS may be used: {words}")
    return CsmsUnreachable(f"no TLS with the CSMS: {words}")


class _AgreedError(ssl.SSLError):
    """A CSMS has given up though a cipher suite was agreed on. What is left to be wrong then is the
    station's certificate: in TLS 1.2, to want one and get none is a handshake failure like others.
    """


class _Handshake(ssl.SSLObject):
    """A handshake that tells failures apart that OpenSSL does not."""

    def do_handshake(self) -> None:
        try:
            super().do_handshake()
        except ssl.SSLError as error:
            if (error.reason or "").endswith("ALERT_HANDSHAKE_FAILURE") and self.cipher():
                failure = _AgreedError(*error.args)
                failure.reason = error.reason
                raise failure from None
            raise


class _StrictHandshake(_Handshake):
    """One in which the CSMS must have a certificate for its name to the letter."""

    def do_handshake(self) -> None:
        super().do_handshake()
        host = (self.server_hostname or "").lower()
        if not _is_address(host) and host not in _names(self):
            error = ssl.SSLCertVerificationError(1, "wildcard certificate")
            error.verify_code = 0
            error.verify_message = "it is for all names of a domain (AllowCSMSTLSWildcards)"
            raise error


def _names(connection: ssl.SSLObject) -> set[str]:
    """Whom a certificate is for: the common name only counts where there is no DNS name (RFC 2818,
    to which A00.FR.511 refers).
    """
    certificate = cast("Mapping[str, Any]", connection.getpeercert() or {})
    alternative: Iterable[tuple[str, str]] = certificate.get("subjectAltName", ())
    names = {value.lower() for kind, value in alternative if kind == "DNS"}
    if names:
        return names
    subject: Iterable[Iterable[tuple[str, str]]] = certificate.get("subject", ())
    return {value.lower() for part in subject for kind, value in part if kind == "commonName"}


def _is_address(host: str) -> bool:
    with suppress(ValueError):
        return bool(ip_address(host))
    return False
