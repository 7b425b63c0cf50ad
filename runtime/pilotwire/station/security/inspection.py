"""A station's folder as somebody at the station sees it: what is in it, and what is wrong with it.

Nothing here changes the folder, so it may be looked into while a station runs with it.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.x509.oid import NameOID

from pilotwire.station.security.anchors import Anchor, is_anchor, read_anchor
from pilotwire.station.security.checks import (
    check_own,
    check_root,
    has_issued,
    judging,
    names_in,
    read_certificates,
)
from pilotwire.station.security.file_keys import id_of, key_of, read_key
from pilotwire.station.security.files import LONGEST_FILE, UNFINISHED
from pilotwire.station.security.own import NEW, OWN, REQUEST
from pilotwire.station.security.words import BadCertificateError, CertificateSubject
from pilotwire.station.vocabulary import CertificateUse

__all__ = ["SOON", "FolderContent", "OwnChain", "findings", "look_into"]

SOON: Final = timedelta(days=30)
"""Before a certificate expires it is worth a word; that is when a station renews its own."""

_CHAINS: Final = (OWN, NEW)


@dataclass(frozen=True, slots=True)
class OwnChain:
    """What the station shows of itself: its certificate, and those of authorities."""

    name: str
    certificates: tuple[x509.Certificate, ...]

    @property
    def key(self) -> str:
        """The id of the key that it is for."""
        return id_of(self.certificates[0].public_key())


@dataclass(slots=True)
class FolderContent:
    """What is in a folder.

    Attributes:
        anchors: What is trusted.
        own: The station's own, the one in use first.
        request: The key of a request that waits for its certificate.
        keys: The private keys in it, by the id that their file names.
        wrong: What can't be used, and why.
    """

    anchors: list[Anchor] = field(default_factory=list[Anchor])
    own: list[OwnChain] = field(default_factory=list[OwnChain])
    request: str | None = None
    keys: set[str] = field(default_factory=set[str])
    wrong: list[str] = field(default_factory=list[str])

    def issuer_of(self, certificate: x509.Certificate) -> x509.Certificate | None:
        """Who has signed a certificate, of those that are there."""
        there = [each.certificate for each in self.anchors]
        there += [each for chain in self.own for each in chain.certificates]
        return next((each for each in there if has_issued(each, certificate)), None)


def look_into(path: Path) -> FolderContent:
    """What is in a folder.

    Raises:
        OSError: it can't be read, or is none.
    """
    content = FolderContent()
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        content.wrong.append(f"{path}: open to others (mode {_mode(path)})")
    names = sorted(os.listdir(path), key=lambda name: (name not in _CHAINS, name == NEW, name))  # noqa: PTH208 -- only the names
    for name in names:
        if name.endswith(UNFINISHED):
            continue  # of a write that a power cut has ended, or one that goes on
        try:
            _take(content, path / name)
        except (OSError, BadCertificateError) as error:
            content.wrong.append(f"{name}: {_words(error)}")
    return content


def _take(content: FolderContent, path: Path) -> None:
    name = path.name
    if is_anchor(name):
        anchor = read_anchor(name, _read(path))
        _try_to_read(anchor.certificate)
        content.anchors.append(anchor)
    elif name in _CHAINS:
        chain = read_certificates(_read(path).decode("ascii", "replace"))
        _try_to_read(*chain)
        content.own.append(OwnChain(name, chain))
    elif name == REQUEST:
        with judging():
            content.request = id_of(x509.load_pem_x509_csr(_read(path)).public_key())
    elif key_of(name) is not None:
        _take_key(content, path)
    else:
        raise BadCertificateError("no station looks for a file of that name")


def _try_to_read(*certificates: x509.Certificate) -> None:
    """What is in a certificate is not read before it is asked for."""
    with judging():
        for each in certificates:
            id_of(each.public_key())
            each.subject.rfc4514_string()
            each.issuer.rfc4514_string()


def _take_key(content: FolderContent, path: Path) -> None:
    key = id_of(read_key(_read(path)).public_key())
    if key_of(path.name) != key:
        raise BadCertificateError("the key in it is another one than it is called after")
    if path.stat().st_mode & 0o077:
        content.wrong.append(f"{path.name}: open to others (mode {_mode(path)})")
    content.keys.add(key)


def _read(path: Path) -> bytes:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > LONGEST_FILE:
        raise OSError(f"it is no file of at most {LONGEST_FILE} bytes, or a link")
    return path.read_bytes()


def findings(content: FolderContent, now: datetime) -> Iterator[str]:
    """What is wrong with a folder, or will be soon; nothing where all is well."""
    yield from content.wrong
    for anchor in content.anchors:
        try:
            check_root(anchor.certificate, now)
        except BadCertificateError as error:
            yield f"{anchor.name}: {error}"
        else:
            yield from _soon(anchor.name, anchor.certificate, now)
    for chain in content.own:
        yield from _wrong_with(chain, content, now)
    if content.request is not None and content.request not in content.keys:
        yield f"{REQUEST}: there is no key for it in the folder"


def _wrong_with(chain: OwnChain, content: FolderContent, now: datetime) -> Iterator[str]:
    own = chain.certificates[0]
    if chain.key not in content.keys:
        yield f"{chain.name}: there is no key for it in the folder"
    roots = [
        each.certificate
        for each in content.anchors
        if each.use is CertificateUse.CSMS_ROOT_CERTIFICATE
    ]
    subject = _subject(own)
    if subject is None:
        yield f"{chain.name}: it does not name one organization and one station"
        return
    try:
        check_own(chain.certificates, roots, key=chain.key, subject=subject, now=now)
    except BadCertificateError as error:
        yield f"{chain.name}: {error}"
    else:
        yield from _soon(chain.name, own, now)


def _subject(certificate: x509.Certificate) -> CertificateSubject | None:
    organizations = names_in(certificate, NameOID.ORGANIZATION_NAME)
    match organizations, names_in(certificate, NameOID.COMMON_NAME):
        case [str(organization)], [str(common_name)]:
            return CertificateSubject(organization, common_name)
        case _:
            return None


def _soon(name: str, certificate: x509.Certificate, now: datetime) -> Iterator[str]:
    left = certificate.not_valid_after_utc - now
    if left < SOON:
        yield f"{name}: it expires in {left.days} days"


def _mode(path: Path) -> str:
    return f"{stat.S_IMODE(path.stat().st_mode):03o}"


def _words(error: OSError | BadCertificateError) -> str:
    if isinstance(error, OSError) and error.errno is not None:
        return os.strerror(error.errno)
    return str(error)
