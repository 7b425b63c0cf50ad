"""Keys in a PKCS#11 token: what a token is told, and what comes of one that fails.

What all key stores do is in `tests/unit/station/security/test_key_stores.py`.
"""

from __future__ import annotations

import base64
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pilotwire.charging_station import CertificateFolder, CertificateSubject, KeyKind
from pilotwire.station.vocabulary import CertificateUse
from tests.support.authority import ORGANIZATION, SERIAL, Authority, signing_request
from tests.support.softhsm import PIN, TOKEN, provider, softhsm

if TYPE_CHECKING:
    from pilotwire.pkcs11 import Pkcs11Keys

SUBJECT = CertificateSubject(ORGANIZATION, SERIAL)
CSMS = CertificateUse.CSMS_ROOT_CERTIFICATE


@pytest.fixture
def module(tmp_path: Path) -> Iterator[Path]:
    """SoftHSM, with a token named TOKEN."""
    with softhsm(tmp_path) as found:
        yield found


def keys_in(module: Path, folder: Path, **changes: Any) -> Pkcs11Keys:
    from pilotwire.pkcs11 import Pkcs11Keys

    given: dict[str, Any] = {"token": TOKEN, "pin": lambda: PIN, "references": folder / "keys"}
    return Pkcs11Keys(module, **(given | changes))


def token(module: Path) -> Any:
    import pkcs11

    return pkcs11.lib(str(module)).get_token(token_label=TOKEN)


def marks(module: Path, name: str) -> set[bytes]:
    """What the token knows its private, or public, keys by."""
    from pkcs11 import Attribute, ObjectClass

    with token(module).open(rw=True) as session:
        return {each.id for each in session.get_objects({Attribute.CLASS: ObjectClass[name]})}


@pytest.mark.parametrize("kind", [KeyKind.EC_P256, KeyKind.RSA_2048])
def test_a_key_never_leaves_the_token(module: Path, tmp_path: Path, kind: KeyKind) -> None:
    """A02.FR.05: not even who has the PIN gets at it."""
    from pkcs11 import Attribute, ObjectClass
    from pkcs11.exceptions import AttributeSensitive, AttributeTypeInvalid

    keys = keys_in(module, tmp_path, kind=kind)
    keys.create()
    with token(module).open(rw=True) as session:
        (private,) = session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})
        said = (Attribute.SENSITIVE, Attribute.ALWAYS_SENSITIVE, Attribute.NEVER_EXTRACTABLE)
        assert [private[each] for each in said] == [True, True, True]
        assert private[Attribute.EXTRACTABLE] is False
        assert [private[each] for each in (Attribute.DECRYPT, Attribute.DERIVE)] == [False, False]
        secret = Attribute.VALUE if kind is KeyKind.EC_P256 else Attribute.PRIVATE_EXPONENT
        with pytest.raises((AttributeSensitive, AttributeTypeInvalid)):
            private[secret]


def test_a_wrong_pin_is_told_once(module: Path, tmp_path: Path) -> None:
    """A token locks after a few; a new PIN is tried."""
    pins = ["000000", "000000", PIN]
    keys = keys_in(module, tmp_path, pin=lambda: pins[0])
    with pytest.raises(OSError, match=f"^token '{TOKEN}': it does not take the PIN$"):
        keys.create()
    for _ in range(20):
        with pytest.raises(OSError, match="it has refused this PIN, and is not asked again"):
            keys.ids()
    pins[:] = [PIN]
    assert keys.ids() == set()


def test_a_pin_may_be_in_a_file(module: Path, tmp_path: Path) -> None:
    pin = tmp_path / "pin"
    pin.write_text(f"{PIN}\nnot this\n")
    keys = keys_in(module, tmp_path, pin=pin)
    assert set(keys.ids()) == set()
    uri = uri_in(keys.path(keys.create()))
    assert uri.endswith(f"?pin-source=file:{pin}")
    assert PIN not in uri


def test_no_pin_is_told_to_anybody(
    module: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def asks() -> str:
        raise RuntimeError(f"the PIN is {PIN}")

    caplog.set_level(logging.DEBUG)
    for pin in (asks, lambda: PIN + "0", tmp_path / "none"):
        keys = keys_in(module, tmp_path, pin=pin)
        with pytest.raises(OSError, match="PIN") as caught:
            keys.create()
        assert PIN not in f"{caught.value}{caught.value.__cause__}{caplog.text}"


def test_a_token_that_is_not_there(module: Path, tmp_path: Path) -> None:
    keys = keys_in(module, tmp_path, token="another")
    with pytest.raises(OSError, match=r"^token 'another': there is none of this label$"):
        keys.create()
    with pytest.raises(OSError, match=r"no-such\.so"):
        keys_in(tmp_path / "no-such.so", tmp_path).ids()
    with pytest.raises(OSError, match="references"):
        keys_in(module, tmp_path, references=tmp_path / "softhsm2.conf" / "references")
    for empty in ({"token": ""}, {"label": ""}):
        with pytest.raises(ValueError, match="labels that are not empty"):
            keys_in(module, tmp_path, **empty)


def test_stations_of_one_token_leave_each_other_alone(module: Path, tmp_path: Path) -> None:
    """They may even do something at once: whatever one makes, the other sees none of it."""
    stations = [keys_in(module, tmp_path, label=f"CS-{number}") for number in range(3)]
    failed: list[BaseException] = []

    def work(keys: Pkcs11Keys) -> None:
        try:
            for _ in range(3):
                keys.remove(keys.create())
            keys.create()
        except BaseException as error:  # it is told in the test's own thread
            failed.append(error)

    threads = [threading.Thread(target=work, args=[keys]) for keys in stations]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    mine = [set(keys.ids()) for keys in stations]
    assert [len(each) for each in mine] == [1, 1, 1]
    assert len(set.union(*mine)) == 3


@pytest.mark.parametrize("half", ["PRIVATE_KEY", "PUBLIC_KEY"])
def test_half_a_key_is_none(module: Path, tmp_path: Path, half: str) -> None:
    """A power cut between the two leaves one of them, which goes."""
    from pkcs11 import Attribute, ObjectClass

    keys = keys_in(module, tmp_path)
    whole = keys.create()
    (known,) = marks(module, half)
    keys.create()
    with token(module).open(rw=True) as session:
        for each in list(session.get_objects({Attribute.CLASS: ObjectClass[half]})):
            if each.id != known:
                each.destroy()
    assert len(marks(module, "PRIVATE_KEY") ^ marks(module, "PUBLIC_KEY")) == 1
    assert set(keys.ids()) == {whole}
    assert marks(module, "PRIVATE_KEY") == marks(module, "PUBLIC_KEY") == {known}


def test_who_was_logged_out_logs_in_again(module: Path, tmp_path: Path) -> None:
    """Somebody else in the process may log out. The token shows no private key then, and none is
    taken for gone.
    """
    keys = keys_in(module, tmp_path)
    key = keys.create()

    def logged_out() -> None:
        login = keys._token._login
        assert login is not None
        login.close()
        assert not marks(module, "PRIVATE_KEY")

    logged_out()
    assert set(keys.ids()) == {key}
    logged_out()
    assert signing_request(keys.request(key, SUBJECT)).is_signature_valid
    logged_out()
    other = keys.create()
    assert set(keys.ids()) == {key, other}
    logged_out()
    keys.remove(other)
    assert set(keys.ids()) == {key}


def test_a_token_that_comes_later_has_its_keys_still(
    module: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """What can't be looked into at the start is not used, and no key is taken for useless."""
    folder, root = tmp_path / "certificates", Authority()
    keys = keys_in(module, tmp_path)
    key = keys.create()
    CertificateFolder(folder, keys=keys).bring(root.answer(keys.request(key, SUBJECT)))
    pins = ["000000"]
    login = keys._token._login
    assert login is not None
    login.close()
    later = keys_in(module, tmp_path, pin=lambda: pins[0])
    store = CertificateFolder(folder, keys=later).open()
    assert store.own.proven is None
    assert "own.pem" in caplog.text
    pins[:] = [PIN]
    store.own.tidy_keys([])
    assert set(later.ids()) == {key}
    assert CertificateFolder(folder, keys=later).open().own.proven is not None


def test_a_key_is_named_by_a_file_that_holds_none(module: Path, tmp_path: Path) -> None:
    """What OpenSSL's pkcs11-provider takes for it: a PEM with a URI (RFC 7512) in it."""
    keys = keys_in(module, tmp_path)
    key = keys.create()
    (mark,) = marks(module, "PRIVATE_KEY")
    path = keys.path(key)
    escaped = "".join(f"%{byte:02x}" for byte in mark)
    uri = f"pkcs11:token=charger%201;id={escaped};type=private"
    assert uri_in(path) == uri
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_text("damaged")
    assert uri_in(keys_in(module, tmp_path).path(key)) == uri
    path.unlink()
    assert uri_in(keys.path(key)) == uri
    keys.remove(key)
    assert not path.exists()
    with pytest.raises(OSError, match="it does not have the key"):
        keys_in(module, tmp_path).path(key)


def uri_in(path: Path) -> str:
    core = pytest.importorskip("asn1crypto.core")
    fields = [("desc", core.VisibleString), ("uri", core.UTF8String)]
    kind: Any = type("Reference", (core.Sequence,), {"_fields": fields})
    first, *lines, last = path.read_text().splitlines()
    assert first == "-----BEGIN PKCS#11 PROVIDER URI-----"
    assert last == "-----END PKCS#11 PROVIDER URI-----"
    assert all(len(line) <= 64 for line in lines)

    read = kind.load(base64.b64decode("".join(lines)), strict=True)
    assert read["desc"].native == "PKCS#11 Provider URI v1.0"
    return str(read["uri"].native)


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "pin"), [("ECDSA P-256", "file"), ("RSA 3072", "function")])
def test_tls_signs_with_a_key_in_a_token(module: Path, tmp_path: Path, kind: str, pin: str) -> None:
    """Security profile 3: a CSMS that wants a certificate takes the station's, again and again."""
    configuration = tmp_path / "openssl.cnf"
    configuration.write_text(OPENSSL.format(provider=provider(), module=module))
    ended = subprocess.run(  # noqa: S603 -- our own interpreter
        [sys.executable, "-m", "tests.unit.pkcs11.secured_station", module, tmp_path, kind, pin],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "OPENSSL_CONF": str(configuration)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert (ended.stdout, ended.returncode) == ("accepted\n" * 3, 0), ended.stderr


OPENSSL = """\
openssl_conf = openssl_init
[openssl_init]
providers = provider_sect
[provider_sect]
default = default_sect
pkcs11 = pkcs11_sect
[default_sect]
activate = 1
[pkcs11_sect]
module = {provider}
pkcs11-module-path = {module}
activate = 1
"""
