"""The tests of a CSMS over the network, as those of one in any language would be.

    pytest examples/csms_under_test
    pytest examples/csms_under_test --pilotwire-csms wss://csms.example.com/ocpp

Each runs against the CSMS in real time, with 1.6 and with 2.0.1. Whatever it says that breaks OCPP
fails the test, too.
"""

import asyncio
import json
from typing import Any
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, build_opener

import pytest

from pilotwire.hal.interfaces import FaultCode
from pilotwire.ocpp import v16, v201
from pilotwire.ocpp.v21.device_model import OCPPCommCtrlr, SampledDataCtrlr
from pilotwire.simulator.testing import FleetFixture, StationFixture
from pilotwire.simulator.views import StationView

TOKEN = "04A1B2C3"  # noqa: S105 -- a card

SETTINGS = [
    SampledDataCtrlr.TxUpdatedInterval.to(1),
    OCPPCommCtrlr.RetryBackOffWaitMinimum.to(1),
    OCPPCommCtrlr.RetryBackOffRandomRange.to(0),
]

pytestmark = [
    pytest.mark.parametrize("pilotwire_version", ["1.6", "2.0.1"]),
    pytest.mark.pilotwire(identity="{worker}-{n}", settings=SETTINGS),
]


async def asked(station: StationFixture, path: str) -> str:
    """What the CSMS answers by HTTP."""
    there = urlsplit(station.charger.network.url)
    url = f"http://{there.hostname}:{there.port}/{path}"
    directly = build_opener(ProxyHandler({}))
    answer = await asyncio.to_thread(lambda: directly.open(url, timeout=10).read())
    return str(answer, "utf-8")


async def last_session(station: StationFixture) -> dict[str, Any]:
    sessions: list[dict[str, Any]] = json.loads(await asked(station, "sessions"))
    return [each for each in sessions if each["station"] == station.identity][-1]


async def session_is_over(station: StationFixture) -> None:
    """The CSMS has heard of the end."""
    async with asyncio.timeout(30):
        while not (await last_session(station))["over"]:  # noqa: ASYNC110 -- HTTP tells nobody
            await asyncio.sleep(0.1)


def charging(view: StationView) -> bool:
    return view.evses[0].meter.power_w > 0


def idle(view: StationView) -> bool:
    return view.evses[0].transaction is None


async def test_a_session_is_known_with_its_energy(station: StationFixture) -> None:
    await station.plug_in()
    await station.swipe(TOKEN)
    await station.wait_until(charging)
    await asyncio.sleep(2)
    await station.swipe(TOKEN)
    await station.wait_until(idle)
    await station.wait_for(
        v16.StopTransactionResponse if station.version == "1.6" else v201.TransactionEventResponse
    )

    session = await last_session(station)
    assert (session["token"], session["over"]) == (TOKEN, True)
    assert session["energy_wh"] == pytest.approx(station.view().evses[0].meter.import_wh, abs=1)


async def test_a_blocked_card_is_refused(station: StationFixture) -> None:
    await station.plug_in()
    await station.swipe("0DEFEA7ED")
    if station.version == "1.6":
        info = (await station.wait_for(v16.AuthorizeResponse)).id_tag_info
        assert info.status == "Blocked"
    else:
        answer = await station.wait_for(v201.AuthorizeResponse)
        assert answer.id_token_info.status == "Blocked"
    await asyncio.sleep(1)
    assert not charging(station.view())


async def test_a_remote_start_and_stop(station: StationFixture) -> None:
    await station.plug_in()
    assert await asked(station, f"start/{station.identity}/{TOKEN}") == "Accepted"
    await station.wait_until(charging)
    await asyncio.sleep(0.5)
    assert await asked(station, f"stop/{station.identity}") == "Accepted"
    await station.wait_until(idle)


async def test_what_happened_offline_is_told_later(station: StationFixture) -> None:
    await station.plug_in()
    await station.swipe(TOKEN)
    await station.wait_until(charging)
    await station.offline()
    await station.fault(FaultCode.GROUND_FAULT)
    await station.wait_until(idle)
    assert not (await last_session(station))["over"]
    await station.online()
    await station.wait_accepted()
    await session_is_over(station)


async def test_a_power_cut_ends_a_session(station: StationFixture) -> None:
    await station.plug_in()
    await station.swipe(TOKEN)
    await station.wait_until(charging)
    await station.power_cut(0.5)
    await asyncio.sleep(0.6)
    await station.wait_accepted()
    await session_is_over(station)


@pytest.mark.pilotwire(stations=5)
async def test_five_at_a_time(fleet: FleetFixture) -> None:
    async def charges(station: StationFixture) -> None:
        await station.plug_in()
        await station.swipe(TOKEN)
        await station.wait_until(charging)

    await fleet.each(charges)
    sessions = [await last_session(station) for station in fleet]
    assert len({session["transaction"] for session in sessions}) == 5
