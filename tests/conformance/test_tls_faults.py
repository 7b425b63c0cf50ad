"""TLS that is not as it should be, as a station with a transaction has it: what is refused, which
security event tells of it, and that nothing else breaks (A00; white paper 2.4, 2.5).
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from ssl import SSLContext, TLSVersion

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from pilotwire.charging_station import CertificateFolder
from pilotwire.errors import (
    ConnectionRefused,
    CsmsNotTrusted,
    NoCommonCipherSuite,
    NoCommonTlsVersion,
    StationNotTrusted,
)
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SecurityCtrlr
from tests.support.authority import ORGANIZATION, SERIAL, key_text
from tests.support.editions import IN_ALL
from tests.support.scene import TOKEN, Scene, Settings, charge, scene
from tests.support.tls import PAST, YET_TO_COME, Identity, authority, dns, server, trust
from tests.support.tls_link import TlsCsms
from tests.support.virtual_time import virtual_time

HOST = "csms.ocpp.example"
PASSWORD = "0123456789abcdef"

ROOT = authority()
STATIONS = authority("Stations")
BETWEEN = authority("Between", parent=ROOT)
GOOD = Identity(ROOT, HOST)
RSA = replace(GOOD, key=rsa.generate_private_key(65537, 2048))

SETTINGS: Settings = {
    SecurityCtrlr.OrganizationName: ORGANIZATION,
    OCPPCommCtrlr.RetryBackOffWaitMinimum: 10,
    OCPPCommCtrlr.RetryBackOffRandomRange: 0,
    OCPPCommCtrlr.RetryBackOffRepeatTimes: 1,
}

CERTIFICATE = "InvalidCsmsCertificate"
VERSION = "InvalidTLSVersion"
SUITE = "InvalidTLSCipherSuite"
NAMES_16 = {CERTIFICATE: "InvalidCentralSystemCertificate"}

EventType = v21.TransactionEventEnumType
Make = Callable[[], SSLContext]


def weak_key() -> SSLContext:
    return server(replace(GOOD, key=rsa.generate_private_key(65537, 1024)))  # noqa: S505 -- it is to be refused


FAULTS: dict[str, tuple[Make, type[ConnectionRefused], str | None]] = {
    "expired": (lambda: server(replace(GOOD, ends=PAST)), CsmsNotTrusted, CERTIFICATE),
    "not yet valid": (
        lambda: server(replace(GOOD, begins=YET_TO_COME)),
        CsmsNotTrusted,
        CERTIFICATE,
    ),
    "wrong host": (
        lambda: server(replace(GOOD, name="other.example")),
        CsmsNotTrusted,
        CERTIFICATE,
    ),
    "wildcard": (lambda: server(replace(GOOD, name="*.ocpp.example")), CsmsNotTrusted, CERTIFICATE),
    "wildcard among the names": (
        lambda: server(replace(GOOD, extensions=[dns("*.ocpp.example")])),
        CsmsNotTrusted,
        CERTIFICATE,
    ),
    "unknown authority": (
        lambda: server(replace(GOOD, signer=authority("Unknown"))),
        CsmsNotTrusted,
        CERTIFICATE,
    ),
    "self-signed": (lambda: server(replace(GOOD, signer=None)), CsmsNotTrusted, CERTIFICATE),
    "weak key": (weak_key, CsmsNotTrusted, CERTIFICATE),
    "intermediate missing": (
        lambda: server(replace(GOOD, signer=BETWEEN)),
        CsmsNotTrusted,
        CERTIFICATE,
    ),
    "TLS 1.1": (
        lambda: server(RSA, least=TLSVersion.TLSv1, most=TLSVersion.TLSv1_1),
        NoCommonTlsVersion,
        VERSION,
    ),
    "wrong cipher": (
        lambda: server(RSA, most=TLSVersion.TLSv1_2, ciphers="AES128-SHA256:@SECLEVEL=0"),
        NoCommonCipherSuite,
        SUITE,
    ),
    "client certificate of another authority wanted": (
        lambda: server(GOOD, wants=authority("Other")),
        StationNotTrusted,
        None,
    ),
    "the same in TLS 1.2": (
        lambda: server(GOOD, wants=authority("Other"), most=TLSVersion.TLSv1_2),
        StationNotTrusted,
        None,
    ),
}


def folder(path: Path, *, shows: bool) -> CertificateFolder:
    """A station that trusts the root, and has a certificate if it is to show one."""
    certificates = CertificateFolder(path)
    trust(certificates, ROOT)
    if shows:
        own = Identity(STATIONS, SERIAL, shown=[STATIONS])
        certificates.bring(own.chain, key_text(own.key))
    return certificates


def events(s: Scene) -> list[str]:
    """The security events that the CSMS has heard of, but for the start."""
    told = [each.type for each in s.csms.requests(v16.SecurityEventNotificationRequest)]
    told += [each.type for each in s.csms.requests(v21.SecurityEventNotificationRequest)]
    return [event for event in told if event != "StartupOfTheDevice"]


def transactions(s: Scene) -> tuple[int, int]:
    """How many have begun, and have ended."""
    told = [each.event_type for each in s.csms.requests(v21.TransactionEventRequest)]
    return (
        len(s.csms.requests(v16.StartTransactionRequest)) + told.count(EventType.STARTED),
        len(s.csms.requests(v16.StopTransactionRequest)) + told.count(EventType.ENDED),
    )


@pytest.mark.parametrize("fault", FAULTS)
@IN_ALL
@virtual_time
async def test_a_fault_ends_the_attempt_and_nothing_else(
    version: str, fault: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    make, kind, event = FAULTS[fault]
    of_the_station = kind is StationNotTrusted
    good = server(GOOD, wants=STATIONS) if of_the_station else server(GOOD)
    csms = TlsCsms({HOST: good})
    async with scene(
        version,
        password=None if of_the_station else PASSWORD,
        certificates=folder(tmp_path, shows=of_the_station),
        settings=SETTINGS,
        tls=csms,
    ) as s:
        await charge(s)
        connections = len(s.network.links)
        csms.hosts[HOST] = make()
        s.cut()
        await s.wait(120)
        assert len(csms.failed) > 2
        assert {type(each) for each in csms.failed} == {kind}
        assert len(s.network.links) == connections
        assert s.evse.contactor.closed, "the transaction goes on"
        csms.hosts[HOST] = good
        await s.wait(60)
        assert len(s.network.links) == connections + 1
        name = NAMES_16.get(event, event) if version == "1.6" and event else event
        assert events(s) == [name] * (event is not None), "once"
        if of_the_station:  # not critical, and not told
            assert caplog.text.count("security event FailedToAuthenticateAtCsms") == 1
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        assert not s.evse.contactor.closed
        assert transactions(s) == (1, 1)


@IN_ALL
@virtual_time
async def test_each_trouble_is_told_once_until_a_connection_stands(
    version: str, tmp_path: Path
) -> None:
    """A00.FR.316, note."""
    good = server(GOOD)
    csms = TlsCsms({HOST: good})
    faults = [FAULTS[name][0]() for name in ("expired", "TLS 1.1", "expired", "TLS 1.1")]
    async with scene(
        version,
        password=PASSWORD,
        certificates=folder(tmp_path, shows=False),
        settings=SETTINGS,
        tls=csms,
    ) as s:
        for _ in range(2):
            s.cut()
            for bad in faults:
                csms.hosts[HOST] = bad
                await s.wait(40)
            csms.hosts[HOST] = good
            await s.wait(60)
        certificate = NAMES_16[CERTIFICATE] if version == "1.6" else CERTIFICATE
        assert events(s) == [certificate, VERSION] * 2


@IN_ALL
@virtual_time
async def test_a_wildcard_certificate_will_do_where_it_is_allowed(
    version: str, tmp_path: Path
) -> None:
    """AllowCSMSTLSWildcards (errata of 2.0.1, 2.62; of 2.1, 2.43)."""
    csms = TlsCsms({HOST: FAULTS["wildcard"][0]()})
    async with scene(
        version,
        password=PASSWORD,
        certificates=folder(tmp_path, shows=False),
        settings={**SETTINGS, SecurityCtrlr.AllowCSMSTLSWildcards: True},
        tls=csms,
    ) as s:
        assert len(s.network.links) == 1
        assert not csms.failed


@IN_ALL
@virtual_time
async def test_a_root_is_replaced_while_there_is_a_connection(version: str, tmp_path: Path) -> None:
    """The CSMS has another certificate, of a root that the station has been given before."""
    new = authority("New")
    certificates = folder(tmp_path, shows=False)
    csms = TlsCsms({HOST: server(GOOD)})
    async with scene(
        version,
        password=PASSWORD,
        certificates=certificates,
        settings=SETTINGS,
        tls=csms,
    ) as s:
        await charge(s)
        trust(certificates, new)
        csms.hosts[HOST] = server(replace(GOOD, signer=new))
        await s.wait(3600)
        assert len(s.network.links) == 1, "the connection stays"
        s.cut()
        await s.wait(60)
        assert len(s.network.links) == 2
        assert events(s) == [], "the old root was only tried"
        assert s.evse.contactor.closed
