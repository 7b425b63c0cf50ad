"""What every key store does, whatever holds the keys: a folder, a token, or a maker's own."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from pilotwire.charging_station import CertificateFolder, CertificateSubject, KeyKind, KeyStore
from pilotwire.station.security.file_keys import FileKeys, id_of
from pilotwire.station.security.files import SecretFolder
from pilotwire.station.vocabulary import CertificateUse
from tests.support.authority import ORGANIZATION, SERIAL, Authority, new_key, signing_request
from tests.support.scene import EPOCH
from tests.support.softhsm import PIN, TOKEN, softhsm

SUBJECT = CertificateSubject(ORGANIZATION, SERIAL)


@dataclass
class Place:
    """Where keys are, and what finds them there anew, as the next start does."""

    opened: Callable[[], KeyStore]
    kind: KeyKind

    def __post_init__(self) -> None:
        self.keys = self.opened()


class MakersKeys:
    """The least that a maker brings: here, keys in memory."""

    def __init__(self, folder: Path, kept: dict[str, ec.EllipticCurvePrivateKey]) -> None:
        self._folder = folder
        self._kept = kept

    def create(self) -> str:
        key = new_key()
        self._kept[id_of(key.public_key())] = key
        return id_of(key.public_key())

    def request(self, key: str, subject: CertificateSubject) -> str:
        if key not in self._kept:
            raise OSError("no such key")
        name = x509.Name(
            [
                x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, subject.organization),
                x509.NameAttribute(x509.NameOID.COMMON_NAME, subject.common_name),
            ]
        )
        signed = x509.CertificateSigningRequestBuilder(name).sign(self._kept[key], SHA256())
        return signed.public_bytes(Encoding.PEM).decode()

    def path(self, key: str) -> Path:
        return self._folder / key

    def ids(self) -> Collection[str]:
        return list(self._kept)

    def remove(self, key: str) -> None:
        self._kept.pop(key, None)


PLACES = ["files P-256", "files RSA", "token P-256", "token RSA", "maker's own"]


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    kind = KeyKind.RSA_2048 if "RSA" in request.param else KeyKind.EC_P256
    if request.param.startswith("files"):
        yield Place(lambda: FileKeys(SecretFolder(tmp_path / "keys"), kind), kind)
    elif request.param.startswith("token"):
        with softhsm(tmp_path) as module:
            from pilotwire.pkcs11 import Pkcs11Keys

            yield Place(
                lambda: Pkcs11Keys(
                    module, token=TOKEN, pin=lambda: PIN, references=tmp_path / "keys", kind=kind
                ),
                kind,
            )
    else:
        kept: dict[str, ec.EllipticCurvePrivateKey] = {}
        yield Place(lambda: MakersKeys(tmp_path, kept), kind)


def test_a_key_is_known_by_its_public_half(place: Place) -> None:
    """The id is the SHA-256 of the SubjectPublicKeyInfo."""
    key = place.keys.create()
    public = signing_request(place.keys.request(key, SUBJECT)).public_key()
    spki = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    assert key == hashlib.sha256(spki).hexdigest()


def test_a_key_is_of_the_kind_that_was_asked_for(place: Place) -> None:
    """A00.FR.502, A00.FR.503."""
    public = signing_request(place.keys.request(place.keys.create(), SUBJECT)).public_key()
    if place.kind is KeyKind.RSA_2048:
        assert isinstance(public, rsa.RSAPublicKey)
        assert public.key_size == 2048
        assert public.public_numbers().e == 65537
    else:
        assert isinstance(public, ec.EllipticCurvePublicKey)
        assert isinstance(public.curve, ec.SECP256R1)


def test_a_request_is_signed_by_its_key(place: Place) -> None:
    """A02.FR.03; the subject is as A00.FR.509 and A00.FR.511 have it."""
    request = signing_request(place.keys.request(place.keys.create(), SUBJECT))
    assert request.is_signature_valid
    assert isinstance(request.signature_hash_algorithm, SHA256)
    assert [(each.oid, each.value) for each in request.subject] == [
        (x509.NameOID.ORGANIZATION_NAME, ORGANIZATION),
        (x509.NameOID.COMMON_NAME, SERIAL),
    ]
    assert list(request.extensions) == []


def test_a_subject_may_have_any_letters(place: Place) -> None:
    subject = CertificateSubject("Ёлектро & Söhne, 北京", "SN/1+2=3")
    request = signing_request(place.keys.request(place.keys.create(), subject))
    assert [each.value for each in request.subject] == [subject.organization, subject.common_name]


def test_keys_are_there_after_a_restart(place: Place) -> None:
    made = {place.keys.create(), place.keys.create()}
    assert len(made) == 2
    again = place.opened()
    assert set(again.ids()) == made
    for key in made:
        assert signing_request(again.request(key, SUBJECT)).is_signature_valid


def test_a_key_that_was_removed_is_gone(place: Place) -> None:
    kept, removed = place.keys.create(), place.keys.create()
    place.keys.remove(removed)
    place.keys.remove(removed)
    for keys in (place.keys, place.opened()):
        assert set(keys.ids()) == {kept}
        with pytest.raises(OSError, match=r"key|file"):
            keys.request(removed, SUBJECT)
    assert signing_request(place.keys.request(kept, SUBJECT)).is_signature_valid


def test_a_key_that_never_was_is_none(place: Place) -> None:
    with pytest.raises(OSError, match=r"key|file"):
        place.keys.request("0" * 64, SUBJECT)
    place.keys.remove("0" * 64)
    assert not place.keys.ids()


def test_each_key_has_a_path_of_its_own(place: Place) -> None:
    one, other = place.keys.create(), place.keys.create()
    assert place.keys.path(one) != place.keys.path(other)
    assert place.keys.path(one) == place.keys.path(one)
    assert place.opened().path(one) == place.keys.path(one)


def test_threads_may_use_it_at_a_time(place: Place) -> None:
    """`create` and `request` are called in threads, while the event loop calls the others."""
    made: list[str] = []
    failed: list[BaseException] = []

    def work() -> None:
        try:
            key = place.keys.create()
            assert signing_request(place.keys.request(key, SUBJECT)).is_signature_valid
            assert key in place.keys.ids()
            made.append(key)
        except BaseException as error:  # it is told in the test's own thread
            failed.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert set(place.keys.ids()) == set(made)
    assert len(set(made)) == 4


def test_a_folder_has_its_certificates_for_such_keys(place: Place, tmp_path: Path) -> None:
    """A02, from the key to the certificate that is shown, and after a restart."""
    root = Authority()
    use = CertificateUse.CSMS_ROOT_CERTIFICATE
    store = CertificateFolder(tmp_path / "certificates", keys=place.keys).open()
    store.trusted.install(use, root.text, EPOCH)
    key = store.own.keys.create()
    chain = root.answer(store.own.keys.request(key, SUBJECT))
    roots = store.trusted.anchors({use})
    store.own.accept(chain, roots, key=key, subject=SUBJECT, now=EPOCH)
    useless = store.own.keys.create()
    again = CertificateFolder(tmp_path / "certificates", keys=place.opened()).open()
    assert again.own.proven == store.own.proven
    again.own.tidy_keys([])
    assert set(place.keys.ids()) == {key}
    assert useless != key
