"""A station of ours and the small CSMS, over real TLS: what each says, the other understands."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from pilotwire import ChargingStation, Store
from pilotwire.charging_station import CertificateFolder, Network
from pilotwire.csms import Csms, CsmsEvent, StationConnected
from pilotwire.csms.authority import Authority
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp.v21 import MessageTriggerEnumType as MessageTrigger
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from pilotwire.station.vocabulary import CertificateUse
from pilotwire.timing import AcceleratedEventLoop
from tests.support.editions import IN_ALL

PASSWORD = "correct-horse-battery"


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(200):
        while not condition():  # noqa: ASYNC110 -- files tell nobody
            await asyncio.sleep(0.5)


@IN_ALL
@pytest.mark.parametrize("one_csms_root", [False, True])
@pytest.mark.slow
def test_a_certificate_from_its_request_to_the_next_root(
    version: str, one_csms_root: bool, tmp_path: Path
) -> None:
    """A02, A03, M03, M05 with AdditionalRootCertificateCheck and without."""
    authority = Authority(tmp_path / "ca")
    folder = CertificateFolder(tmp_path / "certificates", one_csms_root=one_csms_root)
    store = folder.open()
    store.trusted.install(
        CertificateUse.CSMS_ROOT_CERTIFICATE,
        (tmp_path / "ca/root-1.pem").read_text(),
        authority.root.certificate.not_valid_before_utc,
    )
    connected: list[CsmsEvent] = []

    def hear(event: CsmsEvent) -> None:
        if isinstance(event, StationConnected):
            connected.append(event)

    csms = Csms(passwords={"CS-1": PASSWORD}, authority=authority, on_event=hear)
    certificates = csms.certificates

    async def signed() -> str:
        """The station has another certificate, and has connected with it; its fingerprint."""
        times = len(connected)
        wanted = MessageTrigger.SIGN_CHARGING_STATION_CERTIFICATE
        assert await csms.trigger("CS-1", wanted) == "Accepted"
        await until(lambda: len(connected) > times and store.own.new is None)
        assert store.own.proven is not None
        return store.own.proven.fingerprint

    async def played() -> None:
        tls = authority.server_context("localhost")
        async with csms.serve(tls=tls) as serving:
            url = f"wss://localhost:{serving.port}/ocpp"
            station = ChargingStation(
                identity="CS-1",
                vendor="Example",
                model="One",
                csms=Network(url, (version,), PASSWORD),
                hardware=SimulatedStation(),
                store=Store(":memory:"),
                certificates=folder,
                settings=[OCPPCommCtrlr.RetryBackOffWaitMinimum.to(1)],
            )
            async with station:
                await station.wait_accepted()
                name = "CpoName" if version == "1.6" else "SecurityCtrlr.OrganizationName"
                assert await csms.provisioning.set("CS-1", name, "Pilotwire") == "Accepted"
                first = await signed()
                assert await signed() != first
                await asyncio.to_thread(authority.replace_root)
                assert await certificates.install_root("CS-1") == "Accepted"
                assert len(await certificates.installed("CS-1")) == 2
                await asyncio.to_thread(authority.renew_server)
                await signed()
                left = await certificates.installed("CS-1")
                assert len(left) == (1 if one_csms_root else 2)
                if not one_csms_root:
                    old = f"{authority.roots[0].certificate.serial_number:x}"
                    (data,) = (each.data for each in left if each.data.serial_number == old)
                    assert await certificates.delete("CS-1", data) == "Accepted"
                    assert len(await certificates.installed("CS-1")) == 1

    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(5)) as runner:
        runner.run(played())
    events = [each.event for each in csms.stations["CS-1"].security_events]
    assert events == ["StartupOfTheDevice"]
