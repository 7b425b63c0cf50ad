"""The certificates of a station in their folder, over restarts and power cuts."""

import os
import ssl
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from pilotwire.station.security.file_keys import read_key
from pilotwire.station.security.folder import CertificateFolder
from pilotwire.station.security.store import CertificateStore
from pilotwire.station.security.words import (
    BadCertificateError,
    CertificateSubject,
    KeyKind,
    StoreFullError,
)
from pilotwire.station.vocabulary import CertificateUse
from tests.support.authority import ORGANIZATION, SERIAL, YEAR, Authority, key_text, new_key, pem
from tests.support.scene import EPOCH
from tests.unit.station.security.cuts import PowerCut, failing_at

CSMS = CertificateUse.CSMS_ROOT_CERTIFICATE
MAKER = CertificateUse.MANUFACTURER_ROOT_CERTIFICATE
SUBJECT = CertificateSubject(ORGANIZATION, SERIAL)
ROOT = Authority()


def reopened(path: Path, *, one: bool = False, most: int = 20) -> CertificateStore:
    """What a station finds that starts now."""
    return CertificateFolder(path, one_csms_root=one, most=most).open()


def trusted(store: CertificateStore, use: CertificateUse = CSMS) -> set[str]:
    """The names of the certificates that are trusted, the fallback's in parentheses."""
    return {
        f"({name})" if each.fallback else name
        for each in store.trusted.anchors({use})
        for name in [each.certificate.subject.rdns[-1].rfc4514_string().removeprefix("CN=")]
    }


def renewed(store: CertificateStore) -> str:
    """Let the station have another certificate; its fingerprint."""
    key = store.own.keys.create()
    chain = ROOT.answer(store.own.keys.request(key, SUBJECT))
    store.own.accept(chain, store.trusted.anchors({CSMS}), key=key, subject=SUBJECT, now=EPOCH)
    own = store.own.new or store.own.proven
    assert own is not None
    return own.fingerprint


def names(path: Path) -> list[str]:
    return sorted(each.name.partition("-")[0] for each in path.iterdir())


# Those that are trusted.


def test_what_was_installed_is_there_after_a_restart(tmp_path: Path) -> None:
    store = reopened(tmp_path)
    child = Authority("Child", ROOT)
    for authority in (ROOT, child):
        store.trusted.install(CSMS, authority.text, EPOCH)
    store.trusted.install(MAKER, Authority("Maker").text, EPOCH)
    before = {each.name: each.hash_data() for each in store.trusted.anchors({CSMS, MAKER})}

    again = reopened(tmp_path)

    assert trusted(again) == {"Root", "Child"}
    assert trusted(again, MAKER) == {"Maker"}
    assert {each.name: each.hash_data() for each in again.trusted.anchors({CSMS, MAKER})} == before
    assert again.trusted.entries == 3
    for each in again.trusted.anchors({CSMS}):
        ssl.create_default_context().load_verify_locations(again.trusted.path(each))


def test_the_issuer_is_known_when_it_is_gone(tmp_path: Path) -> None:
    store = reopened(tmp_path)
    child = Authority("Child", ROOT)
    for authority in (ROOT, child):
        store.trusted.install(CSMS, authority.text, EPOCH)
    by_name = {each.name: each for each in store.trusted.anchors({CSMS})}
    before = {name: each.hash_data() for name, each in by_name.items()}
    root = next(each for each in by_name.values() if each.certificate == ROOT.certificate)
    store.trusted.delete([root])

    (left,) = reopened(tmp_path).trusted.anchors({CSMS})

    assert left.hash_data() == before[left.name]
    assert reopened(tmp_path).trusted.find(before[root.name]) == []


def test_nobody_knows_who_has_signed_it(tmp_path: Path) -> None:
    store = reopened(tmp_path)
    with pytest.raises(BadCertificateError, match="signed itself"):
        store.trusted.install(CSMS, Authority("Child", ROOT).text, EPOCH)
    with pytest.raises(BadCertificateError, match="instead of one"):
        store.trusted.install(CSMS, ROOT.text + Authority().text, EPOCH)


def test_there_are_as_many_as_may_be(tmp_path: Path) -> None:
    store = reopened(tmp_path, most=2)
    store.trusted.install(CSMS, ROOT.text, EPOCH)
    store.trusted.install(MAKER, ROOT.text, EPOCH)
    with pytest.raises(StoreFullError):
        store.trusted.install(CSMS, Authority().text, EPOCH)
    store.trusted.install(CSMS, ROOT.text, EPOCH)  # M05.FR.17: it is there
    assert store.trusted.entries == 2


def test_files_that_are_none_of_ours_are_left_alone(tmp_path: Path) -> None:
    reopened(tmp_path).trusted.install(CSMS, ROOT.text, EPOCH)
    outside = tmp_path.parent / "outside.pem"
    outside.write_text(Authority("Outside").text)
    (tmp_path / "csms-root-link.pem").symlink_to(outside)
    for name, text in {
        "csms-root-junk.pem": "-----BEGIN CERTIFICATE-----",
        "csms-root-two.pem": Authority("A").text + Authority("B").text,
        "manufacturer-root-child.pem": Authority("Child", Authority()).text,
        "own.pem": pem(ROOT.sign(new_key().public_key())),
        "notes.txt": "hello",
    }.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "csms-root-binary.pem").write_bytes(b"\xff" * 100)
    (tmp_path / "csms-root-placed.pem").write_text(Authority("Placed").text)

    store = reopened(tmp_path)

    assert trusted(store) == {"Root", "Placed"}
    assert store.own.proven is None
    assert store.trusted.entries == 2
    assert (tmp_path / "csms-root-junk.pem").exists()


# One CSMS root, and the one before it (M05.FR.09 to M05.FR.14).


def test_a_new_root_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    store = reopened(tmp_path, one=True, most=1)
    second = Authority("Second", ROOT)
    third = Authority("Third", second)
    store.trusted.install(CSMS, ROOT.text, EPOCH)
    with pytest.raises(BadCertificateError, match="has not signed it"):
        store.trusted.install(CSMS, Authority("Stranger").text, EPOCH)
    store.trusted.install(CSMS, second.text, EPOCH)
    assert trusted(reopened(tmp_path, one=True)) == trusted(store) == {"Second", "(Root)"}
    store.trusted.install(CSMS, third.text, EPOCH)
    assert trusted(store) == {"Third", "(Root)"}, "the one that was proven is kept"
    (current,) = [each for each in store.trusted.anchors({CSMS}) if not each.fallback]
    store.trusted.prove("another")
    assert trusted(store) == {"Third", "(Root)"}
    store.trusted.prove(store.trusted.fingerprint(current))
    assert trusted(reopened(tmp_path, one=True)) == {"Third"}


def test_the_same_root_takes_no_place_of_itself(tmp_path: Path) -> None:
    """M05.FR.10, M05.FR.17: it has signed itself, and there is nothing to fall back to."""
    store = reopened(tmp_path, one=True)
    for _ in range(2):
        store.trusted.install(CSMS, ROOT.text, EPOCH)
        assert trusted(store) == {"Root"}
    assert trusted(reopened(tmp_path, one=True)) == {"Root"}


def test_a_root_of_the_same_name_and_key(tmp_path: Path) -> None:
    store = reopened(tmp_path, one=True)
    store.trusted.install(CSMS, ROOT.text, EPOCH)
    again = Authority(key=ROOT.key, begins=EPOCH - timedelta(days=1))
    store.trusted.install(CSMS, again.text, EPOCH)
    current, fallback = sorted(store.trusted.anchors({CSMS}), key=lambda each: each.fallback)
    assert (current.certificate, fallback.certificate) == (again.certificate, ROOT.certificate)


def test_the_fallback_is_the_root_again_when_the_new_one_is_deleted(tmp_path: Path) -> None:
    store = reopened(tmp_path, one=True)
    for authority in (ROOT, Authority("Second", ROOT)):
        store.trusted.install(CSMS, authority.text, EPOCH)
    store.trusted.delete([each for each in store.trusted.anchors({CSMS}) if not each.fallback])
    assert trusted(store) == trusted(reopened(tmp_path, one=True)) == {"Root"}


def test_a_disk_that_can_not_be_written_at_the_start(tmp_path: Path) -> None:
    """The station starts with what there is; the next start puts it in order."""
    store = reopened(tmp_path)
    for authority in (ROOT, Authority("Second", ROOT)):
        store.trusted.install(CSMS, authority.text, EPOCH)
    (tmp_path / "x.unfinished").touch()

    def fails(*_: object, **__: object) -> None:
        raise OSError(30, "read-only file system")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "rename", fails)
        patch.setattr(os, "unlink", fails)
        assert trusted(reopened(tmp_path, one=True)) == {"Root", "Second"}
    assert trusted(reopened(tmp_path, one=True)) == {"(Root)", "Second"}


# The station's own.


def test_a_new_certificate_waits_for_its_proof(tmp_path: Path) -> None:
    """A02.FR.10."""
    store = reopened(tmp_path)
    store.trusted.install(CSMS, ROOT.text, EPOCH)
    first = renewed(store)
    assert store.own.new is None
    second = renewed(store)
    again = reopened(tmp_path)
    assert again.own.proven is not None
    assert again.own.new is not None
    assert (again.own.proven.fingerprint, again.own.new.fingerprint) == (first, second)
    assert not again.own.prove("neither")
    assert again.own.prove(second)
    again.own.tidy_keys([])
    assert again.own.proven.fingerprint == second
    assert again.own.new is None
    assert names(tmp_path) == ["csms", "key", "own.pem"]


def test_the_old_one_has_worked_and_the_new_one_has_not(tmp_path: Path) -> None:
    store = reopened(tmp_path)
    store.trusted.install(CSMS, ROOT.text, EPOCH)
    first = renewed(store)
    renewed(store)
    assert not store.own.prove(first)
    store.own.tidy_keys([])
    again = reopened(tmp_path)
    assert again.own.proven is not None
    assert (again.own.proven.fingerprint, again.own.new) == (first, None)
    assert names(tmp_path) == ["csms", "key", "own.pem"]


@pytest.mark.parametrize("kind", KeyKind)
def test_tls_takes_it(tmp_path: Path, kind: KeyKind) -> None:
    folder = CertificateFolder(tmp_path / "inner", key_kind=kind)
    store = folder.open()
    store.trusted.install(CSMS, ROOT.text, EPOCH)
    renewed(store)
    assert store.own.proven is not None
    ssl.create_default_context().load_cert_chain(store.own.proven.chain, store.own.proven.key)
    assert stat.S_IMODE(store.own.proven.key.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700


def test_what_the_maker_brings(tmp_path: Path) -> None:
    folder = CertificateFolder(tmp_path)
    key = new_key()
    own = ROOT.sign(key.public_key(), "anything", "Maker")
    with pytest.raises(BadCertificateError, match="another key"):
        folder.bring(pem(own), key_text(new_key()))
    assert not list(tmp_path.glob("key-*"))
    with pytest.raises(BadCertificateError, match="no key"):
        folder.bring(pem(own))
    folder.bring(pem(own, ROOT.certificate), key_text(key))
    store = reopened(tmp_path)
    assert store.own.proven is not None
    assert store.own.validity == (EPOCH - timedelta(days=1), EPOCH + YEAR)
    for bad in ("", "nonsense", ROOT.text, "\u00e9"):
        with pytest.raises(OSError, match="a private key"):
            folder.bring(pem(own), bad)


def test_what_a_private_key_says_is_not_told() -> None:
    text = key_text(new_key()).replace("PRIVATE KEY", "RSA PRIVATE KEY").encode()
    with pytest.raises(OSError, match=r"^a private key can't be read$") as error:
        read_key(text)
    assert error.value.__cause__ is None


def test_a_folder_that_can_not_be() -> None:
    with pytest.raises(ValueError, match="room"):
        CertificateFolder("x", most=0)
    for length in (10, 10_001):
        with pytest.raises(ValueError, match="a chain has"):
            CertificateFolder("x", longest_chain=length)


# Power cuts.

Change = Callable[[CertificateStore], object]


def install(store: CertificateStore) -> None:
    store.trusted.install(CSMS, Authority("Second", ROOT).text, EPOCH)


def delete(store: CertificateStore) -> None:
    store.trusted.delete([each for each in store.trusted.anchors({CSMS}) if not each.fallback])


def prove_root(store: CertificateStore) -> None:
    (root,) = [each for each in store.trusted.anchors({CSMS}) if not each.fallback]
    store.trusted.prove(store.trusted.fingerprint(root))


def prove(store: CertificateStore) -> None:
    assert store.own.new is not None
    store.own.prove(store.own.new.fingerprint)


def disprove(store: CertificateStore) -> None:
    assert store.own.proven is not None
    store.own.prove(store.own.proven.fingerprint)


def tidy(store: CertificateStore) -> None:
    store.own.tidy_keys([])


CHANGES: dict[str, tuple[Change, ...]] = {
    "install": (install,),
    "delete": (install, delete),
    "prove root": (install, prove_root),
    "accept": (renewed,),
    "renew": (renewed, renewed),
    "prove": (renewed, renewed, prove),
    "disprove": (renewed, renewed, disprove),
    "tidy": (renewed, renewed, prove, tidy),
}


def steps() -> Iterator[tuple[str, int]]:
    """As many as there are of each, and one more."""
    for name, (*_, change) in CHANGES.items():
        yield from ((name, step) for step in range(30 if change is renewed else 15))


@pytest.mark.parametrize("failure", [OSError(28, "no space left"), PowerCut()], ids=["full", "cut"])
@pytest.mark.parametrize(("name", "step"), list(steps()))
def test_power_is_cut_in_the_middle(
    tmp_path: Path, name: str, step: int, failure: BaseException
) -> None:
    """What counted before counts still, or what was to count; there is always a CSMS root, and
    always a key for the station's certificate. After an error it is so at once, after a power cut
    at the next start.
    """
    store = reopened(tmp_path, one=True)
    store.trusted.install(CSMS, ROOT.text, EPOCH)
    *before, change = CHANGES[name]
    for each in before:
        each(store)
    had = store.own.proven is not None
    roots = trusted(store)
    with failing_at(step, failure), suppress(OSError, PowerCut):
        change(store)

    again = reopened(tmp_path, one=True)

    if isinstance(failure, OSError):
        assert {each.certificate for each in store.trusted.anchors({CSMS})} == {
            each.certificate for each in again.trusted.anchors({CSMS})
        }
    assert trusted(again) in (roots, {"Root"}, {"Second"}, {"Second", "(Root)"})
    if had:
        assert again.own.proven is not None
    for own in (again.own.proven, again.own.new):
        if own is not None:
            ssl.create_default_context().load_cert_chain(own.chain, own.key)
    assert not list(tmp_path.glob("*.unfinished"))
    again = reopened(tmp_path)
    again.trusted.install(CSMS, ROOT.text, EPOCH)
    renewed(again)
    again.own.tidy_keys([])
    assert names(tmp_path).count("key") == len({"own.pem", "new.pem"} & set(names(tmp_path)))
