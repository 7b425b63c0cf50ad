"""The station's own certificate: proven, renewed in time; its keys (2.x A02, A03; white paper)."""

import asyncio
import ssl
import threading
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from pilotwire.charging_station import CertificateFolder, KeyKind
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import SecurityCtrlr
from pilotwire.station.security.checks import read_certificates
from pilotwire.station.security.file_keys import FileKeys
from pilotwire.station.security.files import SecretFolder
from pilotwire.station.security.hashes import hash_data, issuer_key
from pilotwire.station.security.signing import CertificateSigning
from pilotwire.store import Store
from tests.support.authority import (
    ORGANIZATION,
    YEAR,
    key_text,
    new_key,
    pem,
    signing_request,
)
from tests.support.editions import IN_ALL
from tests.support.scene import EPOCH
from tests.support.signing import (
    DAY,
    ROOT,
    SETTINGS,
    keys_in,
    signing,
)
from tests.support.virtual_time import run

# Proven.


@IN_ALL
@pytest.mark.parametrize("works", [True, False])
def test_the_new_one_is_proven_or_not(version: str, works: bool, tmp_path: Path) -> None:
    """A02.FR.10, A02.FR.28, A02.FR.29: the one that is not in use goes."""

    async def play() -> None:
        async with signing(version, tmp_path) as ca:
            first = await ca.renewed()
            second = await ca.renewed()
            new, old = ca.block.own
            assert (new.fingerprint, old.fingerprint) == (second, first)
            ca.block.connected(new if works else old)
            (own,) = ca.block.own
            assert own.fingerprint == (second if works else first)
            ssl.create_default_context().load_cert_chain(own.chain, own.key)
            await ca.s.wait(60)
            assert ca.events == ([] if works else ["DiscardedRenewedClientCertificate"])

    run(play())


@IN_ALL
def test_the_station_s_own_is_not_deleted(version: str, tmp_path: Path) -> None:
    """M04.FR.06; white paper M04.FR.05."""

    async def play() -> None:
        async with signing(version, tmp_path) as ca:
            await ca.renewed()
            (own,) = read_certificates(ca.block.own[0].chain.read_text("ascii"))
            data = hash_data(own, issuer_key(own, ROOT.certificate))
            if version == "1.6":
                data16 = v16.CertificateHashDataType.from_wire(data.to_wire())
                request16 = v16.DeleteCertificateRequest(certificate_hash_data=data16)
                status = (await ca.s.csms.call(request16)).status.value
            else:
                request = v21.DeleteCertificateRequest(certificate_hash_data=data)
                status = (await ca.s.csms.call(request)).status.value
            assert status == "Failed"

    run(play())


# Renewed in time.


def expiring(tmp_path: Path, **life: Any) -> CertificateFolder:
    folder = CertificateFolder(tmp_path)
    key = new_key()
    folder.bring(pem(ROOT.sign(key.public_key(), **life)), key_text(key))
    return folder


@IN_ALL
def test_a_certificate_is_renewed_a_month_before_it_expires(version: str, tmp_path: Path) -> None:
    """A03.FR.02, A03.FR.03."""
    folder = expiring(tmp_path, begins=EPOCH - YEAR, ends=EPOCH + 33 * DAY)

    async def play() -> None:
        async with signing(version, folder) as ca:
            await ca.s.wait(86_400 * 2.9)
            assert ca.times == []
            await ca.s.wait(86_400 * 0.1 + 30)
            (asked,) = ca.heard
            assert ca.times[0] == pytest.approx(86_400 * 3, abs=10)
            assert await ca.signed(ROOT.answer(asked.csr)) == ("Accepted", None)
            await ca.s.wait(86_400 * 10)
            assert len(ca.times) == 1

    run(play())


@IN_ALL
def test_one_that_does_not_last_that_long(version: str, tmp_path: Path) -> None:
    """In the last third of its life, and once a certificate: the rest is the CSMS's to ask for."""
    folder = expiring(tmp_path, begins=EPOCH, ends=EPOCH + 3 * DAY)
    store = Store(":memory:")

    async def play() -> None:
        async with signing(version, folder, store=store) as ca:
            await ca.s.wait(86_400 * 1.9)
            assert ca.times == []
            await ca.s.wait(86_400 * 3)
            assert len(ca.times) == 3, "and repeated as any"
        async with signing(version, folder, store=store) as ca:
            await ca.s.wait(86_400 * 5)
            assert ca.times == []
            await ca.trigger()
            await ca.s.wait(5)
            assert len(ca.times) == 1

    run(play())


@IN_ALL
def test_one_that_has_expired(version: str, tmp_path: Path) -> None:
    """A00.FR.430: it is still what the station has; and once it knows for whom, it asks."""
    folder = expiring(tmp_path, begins=EPOCH - YEAR, ends=EPOCH - DAY)
    settings = {**SETTINGS, SecurityCtrlr.OrganizationName: ""}

    async def play() -> None:
        async with signing(version, folder, settings=settings) as ca:
            assert len(ca.block.own) == 1
            await ca.s.wait(600)
            assert ca.times == []
            ca.s.station.device_model[SecurityCtrlr.OrganizationName] = ORGANIZATION
            await ca.s.wait(5)
            assert len(ca.times) == 1

    run(play())


@IN_ALL
def test_offline_when_it_is_due(version: str, tmp_path: Path) -> None:
    folder = expiring(tmp_path, begins=EPOCH - YEAR, ends=EPOCH + 31 * DAY)

    async def play() -> None:
        async with signing(version, folder) as ca:
            ca.s.go_offline()
            await ca.s.wait(86_400 * 2)
            ca.s.go_online()
            await ca.s.wait(3600)
            assert len(ca.times) == 3

    run(play())


# Keys that are elsewhere.


class Broken:
    """A security module that does not work."""

    def create(self) -> str:
        raise RuntimeError("secret 0123")

    def request(self, key: str, subject: object) -> str:
        raise RuntimeError(key)

    def path(self, key: str) -> Path:
        return Path(key)

    def ids(self) -> list[str]:
        return []

    def remove(self, key: str) -> None:
        raise OSError(key)


@IN_ALL
def test_no_key_can_be_made(version: str, tmp_path: Path) -> None:
    async def play() -> None:
        async with signing(version, CertificateFolder(tmp_path, keys=Broken())) as ca:
            assert await ca.trigger() == ("Accepted", None)
            await ca.s.wait(86_400)
            assert ca.heard == []
            assert ca.s.station.accepted

    run(play())


@IN_ALL
def test_keys_in_another_place(version: str, tmp_path: Path) -> None:
    elsewhere = FileKeys(SecretFolder(tmp_path / "module"), KeyKind.EC_P256)

    async def play() -> None:
        folder = CertificateFolder(tmp_path / "certificates", keys=elsewhere)
        async with signing(version, folder) as ca:
            await ca.renewed()
            (own,) = ca.block.own
            assert own.key.parent == tmp_path / "module"
            assert keys_in(folder.path) == 0
            ssl.create_default_context().load_cert_chain(own.chain, own.key)

    run(play())


@IN_ALL
def test_a_certificate_comes_while_a_key_is_made(version: str, tmp_path: Path) -> None:
    """For what was asked for before; the key that is made meanwhile is not tidied away."""
    going, come = threading.Event(), threading.Event()

    class Slow(FileKeys):
        def create(self) -> str:
            key = super().create()
            going.set()
            come.wait(10)
            return key

    keys = Slow(SecretFolder(tmp_path), KeyKind.EC_P256)

    async def play() -> None:
        async with signing(version, CertificateFolder(tmp_path, keys=keys)) as ca:
            come.set()
            await ca.trigger()
            await ca.s.wait(5)
            going.clear()
            come.clear()
            loop = asyncio.get_running_loop()
            station = ca.s.station._station
            assert station is not None
            chain = ROOT.answer(ca.heard[0].csr)

            def arrives() -> None:
                going.wait(10)
                loop.call_soon_threadsafe(station.blocks[CertificateSigning].signed, chain)
                loop.call_soon_threadsafe(come.set)

            thread = threading.Thread(target=arrives)
            thread.start()
            await ca.trigger()
            await ca.s.wait(5)
            thread.join()
            assert len(ca.block.own) == 1
            assert len(ca.heard) == 2
            assert await ca.signed(ROOT.answer(ca.heard[1].csr)) == ("Accepted", None)
            assert len(ca.block.own) == 2

    run(play())


@IN_ALL
def test_the_private_key_stays(
    version: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A02.FR.05: nowhere but in its file."""
    caplog.set_level(0)

    async def play() -> None:
        async with signing(version, tmp_path) as ca:
            await ca.renewed()
            key = private_key(tmp_path)
            said = caplog.text + "".join(str(heard) for heard in ca.s.csms.heard)
            # What follows these lines is the public key.
            assert not any(line in said for line in key.splitlines()[1:3])
            asked = signing_request(ca.heard[0].csr)
            assert isinstance(asked.public_key(), ec.EllipticCurvePublicKey)

    run(play())


def private_key(folder: Path) -> str:
    (key,) = folder.glob("key-*")
    return key.read_text("ascii")
