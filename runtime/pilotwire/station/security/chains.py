"""Chains of certificates whose status is to be known: who has signed each, and where to ask.

The chain of a certificate begins with it, each is signed by the next, and it ends with its root or
with one that a known root has signed. A root's status is nobody's to say.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from cryptography import x509
from cryptography.x509.oid import AuthorityInformationAccessOID

from pilotwire.ocpp.v21.datatypes import CertificateHashDataType
from pilotwire.station.security.anchors import fingerprint_of
from pilotwire.station.security.checks import extension, has_issued, judging, read_certificates
from pilotwire.station.security.hashes import hash_data, issuer_key
from pilotwire.station.security.words import BadCertificateError

__all__ = ["Link", "links_of"]

LONGEST_URL: Final = 2000
"""Characters of a URL at most, as OCPP 2.1 has room for them."""


@dataclass(frozen=True, slots=True)
class Link:
    """A certificate of a chain.

    Attributes:
        certificate: The certificate.
        issuer: The one that has signed it.
        fingerprint: Which it is.
        data: What it is known by.
        responders: Where OCSP tells its status (RFC 5280, 4.2.2.1).
        lists: Where there is the list of those that were revoked (RFC 5280, 4.2.1.13).
    """

    certificate: x509.Certificate
    issuer: x509.Certificate
    fingerprint: str
    data: CertificateHashDataType
    responders: tuple[str, ...]
    lists: tuple[str, ...]


def links_of(text: str, known: Iterable[x509.Certificate]) -> tuple[Link, ...]:
    """The certificates of a chain in PEM, without its root.

    Args:
        text: The chain.
        known: Roots that may have signed the last of it.

    Raises:
        BadCertificateError: it is no chain, or nobody knows who has signed its last certificate.
    """
    chain = read_certificates(text)
    with judging():
        last = chain[-1]
        if not has_issued(last, last):
            root = next((each for each in known if has_issued(each, last)), None)
            if root is None:
                raise BadCertificateError("nobody knows who has signed the last certificate")
            chain = (*chain, root)
        for child, parent in pairwise(chain):
            if not has_issued(parent, child):
                raise BadCertificateError("the certificates are no chain, each signed by the next")
        return tuple(_link(child, parent) for child, parent in pairwise(chain))


def _link(certificate: x509.Certificate, issuer: x509.Certificate) -> Link:
    return Link(
        certificate,
        issuer,
        fingerprint_of(certificate),
        hash_data(certificate, issuer_key(certificate, issuer)),
        _urls(_responders(certificate)),
        _urls(_lists(certificate)),
    )


def _urls(places: Iterable[x509.GeneralName]) -> tuple[str, ...]:
    """Those that there are words for."""
    return tuple(
        each.value
        for each in places
        if isinstance(each, x509.UniformResourceIdentifier) and 0 < len(each.value) <= LONGEST_URL
    )


def _responders(certificate: x509.Certificate) -> Iterable[x509.GeneralName]:
    access = extension(certificate, x509.AuthorityInformationAccess)
    for each in access or ():
        if each.access_method == AuthorityInformationAccessOID.OCSP:
            yield each.access_location


def _lists(certificate: x509.Certificate) -> Iterable[x509.GeneralName]:
    for point in extension(certificate, x509.CRLDistributionPoints) or ():
        yield from point.full_name or ()
