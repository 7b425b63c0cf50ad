"""`pilotwire cert`: the certificates in a station's folder, for somebody at the station."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from pilotwire.charging_station import CertificateFolder, KeyKind
from pilotwire.cli.errors import CliError, ExitCode, reason
from pilotwire.cli.files import private_text
from pilotwire.cli.messages import printable
from pilotwire.cli.output import say
from pilotwire.station.clock import SystemClock
from pilotwire.station.security.anchors import PREFIXES, Anchor
from pilotwire.station.security.checks import read_certificates
from pilotwire.station.security.file_keys import file_of
from pilotwire.station.security.files import FolderInUseError
from pilotwire.station.security.hashes import hash_data, issuer_key
from pilotwire.station.security.inspection import FolderContent, OwnChain, findings, look_into
from pilotwire.station.security.own import NEW as NEW_FILE
from pilotwire.station.security.own import OWN as OWN_FILE
from pilotwire.station.security.own import REQUEST
from pilotwire.station.security.words import (
    BadCertificateError,
    CertificateSubject,
    StoreFullError,
)
from pilotwire.station.vocabulary import CertificateUse

__all__ = ["OWN", "USES", "check_folder", "import_certificate", "list_folder", "make_request"]

OWN = "own"
USES: Mapping[str, CertificateUse] = MappingProxyType(
    {prefix.removesuffix("-"): use for use, prefix in PREFIXES.items()}
)
"""The words of the command, as the files are named."""

_IN_USE: Mapping[str, str] = MappingProxyType(
    {OWN_FILE: "shown to the CSMS", NEW_FILE: "to be shown once, and kept if it is taken"}
)


def list_folder(path: Path) -> int:
    """Say what is in a folder; the exit code."""
    content = _content(path)
    for chain in content.own:
        _say_own(chain, content)
    for anchor in content.anchors:
        _say_anchor(anchor)
    if content.request is not None:
        say(f"{REQUEST}: a request that waits for its certificate")
    needed = {content.request, *(chain.key for chain in content.own)}
    for key in sorted(content.keys - needed):
        say(f"{file_of(key)}: a key without a certificate")
    for wrong in content.wrong:
        say(f"not used: {printable(wrong)}")
    if not (content.own or content.anchors or content.keys or content.wrong):
        say(f"{path}: no certificates")
    return ExitCode.DONE


def check_folder(path: Path) -> int:
    """Say what is wrong with a folder; the exit code."""
    content = _content(path)
    found = list(findings(content, SystemClock().now()))
    for each in found:
        say(printable(each))
    if found:
        return ExitCode.FOUND
    own = "a certificate of its own" if content.own else "no certificate of its own"
    say(f"{path}: sound, {own}, {_many(len(content.anchors), 'trusted certificate')}")
    return ExitCode.DONE


def import_certificate(path: Path, file: Path, use: str, key: Path | None) -> int:
    """Put what is in a file into the folder; the exit code."""
    if use != OWN and use not in USES:
        raise CliError(f"--use is {OWN}, {', '.join(USES)}; not {use!r}")
    if use != OWN and key is not None:
        raise CliError("--key belongs to --use own")
    text = _text(file)
    folder = CertificateFolder(path, vehicle_roots=True)
    with _claimed(folder):
        if use == OWN:
            _bring(folder, file, text, None if key is None else private_text(key, "the key's file"))
        else:
            _trust(folder, file, text, USES[use])
    return ExitCode.DONE


def make_request(path: Path, organization: str, name: str, *, rsa: bool) -> int:
    """Make a key and print the request for it; the exit code."""
    for option, text in (("--organization", organization), ("--name", name)):
        if not 0 < len(text) <= _LONGEST_NAME or not text.isprintable():
            raise CliError(f"{option} takes 1 to {_LONGEST_NAME} characters")
    kind = KeyKind.RSA_3072 if rsa else KeyKind.EC_P256
    folder = CertificateFolder(path, key_kind=kind)
    with _claimed(folder):
        request = folder.open().own.ask(CertificateSubject(organization, name))
    say(request.rstrip("\n"))
    return ExitCode.DONE


_LONGEST_NAME = 64
"""Characters of a name in a certificate (RFC 5280, appendix A.1)."""


@contextmanager
def _claimed(folder: CertificateFolder) -> Generator[None]:
    """Have the folder, which no station has, and say what is wrong with it otherwise."""
    try:
        with folder.claimed():
            yield
    except FolderInUseError:
        raise
    except OSError as error:
        raise CliError(f"the folder {folder.path} cannot be used: {reason(error)}") from None


def _content(path: Path) -> FolderContent:
    try:
        return look_into(path)
    except OSError as error:
        raise CliError(f"the folder {path} cannot be read: {reason(error)}") from None


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("ascii")
    except OSError as error:
        raise CliError(f"{file} cannot be read: {reason(error)}") from None
    except UnicodeDecodeError:
        raise CliError(f"{file} holds no certificate in PEM format") from None


def _bring(folder: CertificateFolder, file: Path, chain: str, key: str | None) -> None:
    try:
        folder.bring(chain, key)
    except BadCertificateError as error:
        raise CliError(f"{file} is not taken: {error}") from None
    except OSError as error:
        raise CliError(f"{file} is not taken: {reason(error)}") from None
    say(f"{OWN_FILE}: {_name(read_certificates(chain)[0].subject)}")


def _trust(folder: CertificateFolder, file: Path, text: str, use: CertificateUse) -> None:
    trusted = folder.open().trusted
    now = SystemClock().now()
    try:
        for each in read_certificates(text):
            trusted.install(use, each.public_bytes(Encoding.PEM).decode("ascii"), now)
            say(f"trusted as {use}: {_name(each.subject)}")
    except BadCertificateError as error:
        raise CliError(f"{file} is not taken: {error}") from None
    except StoreFullError:
        raise CliError(f"{trusted.most} certificates are trusted already") from None


def _say_own(chain: OwnChain, content: FolderContent) -> None:
    own = chain.certificates[0]
    issuer = content.issuer_of(own)
    say(f"{chain.name}: the station's own certificate, {_IN_USE[chain.name]}")
    _say_certificate(own)
    if issuer is not None:
        data = hash_data(own, issuer_key(own, issuer))
        _say_hash(data.issuer_name_hash, data.issuer_key_hash)
    key = "in the folder" if chain.key in content.keys else "not in the folder"
    say(f"  key       {chain.key}, {key}")


def _say_anchor(anchor: Anchor) -> None:
    use = "until the CSMS root that replaces it is proven" if anchor.fallback else "trusted"
    say(f"{anchor.name}: {anchor.use}, {use}")
    _say_certificate(anchor.certificate)
    data = anchor.hash_data()
    _say_hash(data.issuer_name_hash, data.issuer_key_hash)


def _say_certificate(certificate: x509.Certificate) -> None:
    own_issuer = certificate.issuer == certificate.subject
    say(f"  subject   {_name(certificate.subject)}")
    say(f"  issuer    {'itself' if own_issuer else _name(certificate.issuer)}")
    say(f"  serial    {certificate.serial_number:x}")
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    say(f"  valid     {begins:%Y-%m-%d %H:%M} to {ends:%Y-%m-%d %H:%M} UTC")


def _say_hash(issuer_name_hash: str, issuer_key_hash: str) -> None:
    say(f"  SHA256    of the issuer's name {issuer_name_hash}")
    say(f"            of the issuer's key  {issuer_key_hash}")


def _name(name: x509.Name) -> str:
    return printable(name.rfc4514_string())


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
