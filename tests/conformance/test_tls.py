"""Certificates of the store in use: what each attempt to connect is made with, and what follows
(2.x A02, A05, M05; security profiles 2 and 3).
"""

from pathlib import Path
from typing import Any

import pytest

from pilotwire.charging_station import CertificateFolder
from pilotwire.connection import Endpoint
from pilotwire.errors import CsmsNotTrusted, CsmsUnreachable
from pilotwire.ocpp import v21
from pilotwire.ocpp.v21.standard_values import SecurityEvent
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SecurityCtrlr
from pilotwire.store import Store
from tests.support.authority import ORGANIZATION, Authority, key_text, new_key, pem
from tests.support.device_model import address, value_of
from tests.support.editions import IN_2X
from tests.support.networks import fill, order
from tests.support.scene import Scene, scene
from tests.support.virtual_time import virtual_time

PASSWORD = "0123456789abcdef"
URL = "wss://csms.example/ocpp"
OTHER = "wss://other.example"
ROOT = Authority()
SETTINGS: dict[Any, object] = {SecurityCtrlr.OrganizationName: ORGANIZATION}


def own(folder: Path, root: Authority = ROOT) -> CertificateFolder:
    """A folder with a certificate that the maker has put there."""
    certificates, key = CertificateFolder(folder), new_key()
    certificates.bring(pem(root.sign(key.public_key()), root.certificate), key_text(key))
    return certificates


def used(attempt: Endpoint) -> tuple[int, bool]:
    """How many roots, and whether the station shows itself."""
    assert attempt.tls is not None
    return len(attempt.tls.roots), attempt.tls.chain is not None


async def install(s: Scene, authority: Authority) -> None:
    request = v21.InstallCertificateRequest(
        certificate_type=v21.InstallCertificateUseEnumType.CSMS_ROOT_CERTIFICATE,
        certificate=authority.text,
    )
    assert (await s.csms.call(request)).status == "Accepted"


def events(s: Scene) -> list[str]:
    return [event.type for event in s.csms.requests(v21.SecurityEventNotificationRequest)]


@IN_2X
@virtual_time
async def test_the_installed_roots_are_those_that_count(version: str, tmp_path: Path) -> None:
    certificates = CertificateFolder(tmp_path)
    async with scene(
        version, url=URL, password=PASSWORD, certificates=certificates, settings=SETTINGS
    ) as s:
        assert used(s.network.attempts[-1]) == (0, False), "nothing is installed yet"
        await install(s, ROOT)
        s.cut()
        await s.wait(60)
        assert used(s.network.attempts[-1]) == (1, False)
        assert await value_of(s, address("SecurityCtrlr.SecurityProfile")) == "2"


@IN_2X
@virtual_time
async def test_each_root_has_its_turn(version: str, tmp_path: Path) -> None:
    certificates = CertificateFolder(tmp_path)
    async with scene(
        version, url=URL, password=PASSWORD, certificates=certificates, settings=SETTINGS
    ) as s:
        await install(s, ROOT)
        await install(s, Authority("Other"))
        asked: list[Path] = []

        def judge(endpoint: Endpoint) -> None:
            assert endpoint.tls is not None
            (root,) = endpoint.tls.roots
            asked.append(root)
            if len(asked) < 2:
                raise CsmsNotTrusted("certificate of the CSMS: unknown")

        s.network.judge = judge
        s.cut()
        await s.wait(60)
        assert len(set(asked)) == 2, "both in one attempt"
        assert s.station.accepted
        assert SecurityEvent.INVALID_CSMS_CERTIFICATE not in events(s)


@IN_2X
@virtual_time
async def test_a_csms_that_nobody_vouches_for_is_told_of_once(version: str, tmp_path: Path) -> None:
    certificates = CertificateFolder(tmp_path)
    async with scene(
        version, url=URL, password=PASSWORD, certificates=certificates, settings=SETTINGS
    ) as s:
        await install(s, ROOT)

        def judge(_: Endpoint) -> None:
            raise CsmsNotTrusted("certificate of the CSMS: unknown")

        s.network.judge = judge
        s.cut()
        await s.wait(600)
        s.network.judge = lambda _: None
        await s.wait(300)
        assert s.station.accepted
        assert events(s).count(SecurityEvent.INVALID_CSMS_CERTIFICATE) == 1


@IN_2X
@virtual_time
async def test_the_station_shows_its_certificate(version: str, tmp_path: Path) -> None:
    """Security profile 3: no password, and a certificate."""
    async with scene(version, url=URL, certificates=own(tmp_path), settings=SETTINGS) as s:
        assert s.network.attempts[-1].password is None
        assert used(s.network.attempts[-1]) == (0, True)
        assert await value_of(s, address("SecurityCtrlr.SecurityProfile")) == "3"


@IN_2X
@pytest.mark.parametrize("works", [True, False])
@virtual_time
async def test_a_renewed_certificate_is_used_at_once_and_proven(
    version: str, works: bool, tmp_path: Path
) -> None:
    """A02.FR.08, A02.FR.10, A02.FR.28, A02.FR.29."""
    async with scene(version, url=URL, certificates=own(tmp_path), settings=SETTINGS) as s:
        await install(s, ROOT)
        old = s.network.attempts[-1].tls
        assert old is not None
        trigger = v21.TriggerMessageRequest(
            requested_message=v21.MessageTriggerEnumType.SIGN_CHARGING_STATION_CERTIFICATE
        )
        s.csms.answer(
            v21.SignCertificateRequest,
            lambda _: v21.SignCertificateResponse(status=v21.GenericStatusEnumType.ACCEPTED),
        )
        assert (await s.csms.call(trigger)).status == "Accepted"
        asked = await s.hears(v21.SignCertificateRequest)

        def judge(endpoint: Endpoint) -> None:
            assert endpoint.tls is not None
            if not works and endpoint.tls.chain != old.chain:
                raise CsmsUnreachable("no TLS with the CSMS")

        s.network.judge = judge
        since = len(s.network.attempts)
        signed = v21.CertificateSignedRequest(certificate_chain=ROOT.answer(asked.csr))
        assert (await s.csms.call(signed)).status == "Accepted"
        await s.wait(120)
        assert s.station.accepted
        shown = [attempt.tls.chain for attempt in s.network.attempts[since:] if attempt.tls]
        assert shown[0] != old.chain, "the new one first"
        if works:
            assert len(shown) == 1
        else:
            assert shown[1] == old.chain
            assert SecurityEvent.DISCARDED_RENEWED_CLIENT_CERTIFICATE in events(s)


@IN_2X
@virtual_time
async def test_each_place_is_tried_with_each_certificate(version: str, tmp_path: Path) -> None:
    """Where places take turns attempt by attempt, too: the new one does not work anywhere, and the
    old one at one of them.
    """
    store = Store(":memory:")
    more: dict[str, Any] = {"url": URL, "store": store}
    async with scene(version, certificates=own(tmp_path), settings=SETTINGS, **more) as s:
        await install(s, ROOT)
        assert await fill(s, 2, OTHER, 3) == ("Accepted", None)
        await order(s, "2", "1")
        old = s.network.attempts[-1].tls
        s.csms.answer(
            v21.SignCertificateRequest,
            lambda _: v21.SignCertificateResponse(status=v21.GenericStatusEnumType.ACCEPTED),
        )
        trigger = v21.TriggerMessageRequest(
            requested_message=v21.MessageTriggerEnumType.SIGN_CHARGING_STATION_CERTIFICATE
        )
        await s.csms.call(trigger)
        asked = await s.hears(v21.SignCertificateRequest)
        signed = v21.CertificateSignedRequest(certificate_chain=ROOT.answer(asked.csr))
        assert (await s.csms.call(signed)).status == "Accepted"
    assert old is not None
    settings = {**SETTINGS, OCPPCommCtrlr.NetworkProfileConnectionAttempts: 1}
    certificates = CertificateFolder(tmp_path)
    async with scene(
        version, certificates=certificates, settings=settings, booted=False, **more
    ) as s:

        def judge(endpoint: Endpoint) -> None:
            if endpoint.url == URL or endpoint.tls is None or endpoint.tls.chain != old.chain:
                raise CsmsUnreachable("no TLS with the CSMS")

        s.network.judge = judge
        await s.wait(600)
        assert s.station.accepted


@IN_2X
@virtual_time
async def test_an_upgrade_wants_somebody_to_trust(version: str, tmp_path: Path) -> None:
    """TC_A_20_CS, TC_A_21_CS; A05.FR.02, A05.FR.03."""
    certificates = CertificateFolder(tmp_path)
    async with scene(version, password=PASSWORD, certificates=certificates, settings=SETTINGS) as s:
        assert (await fill(s, 2, OTHER, 2))[0] == "Accepted"
        assert await order(s, "2") == "Rejected"
        await install(s, ROOT)
        assert await order(s, "2") == "Accepted"
        assert (await fill(s, 2, OTHER, 3))[0] == "Accepted"
        assert await order(s, "2") == "Rejected", "there is no certificate of the station"


@IN_2X
@virtual_time
async def test_without_certificates_there_is_no_profile_3(version: str) -> None:
    async with scene(version, password=PASSWORD) as s:
        assert (await fill(s, 2, OTHER, 3))[0] == "Rejected"
