"""Connections within the process, between a station and the small CSMS."""

import asyncio
from random import Random

import pytest

from pilotwire import ChargingStation, Store
from pilotwire.charging_station import Environment
from pilotwire.connection import Endpoint, OcppVersion
from pilotwire.csms import Csms
from pilotwire.errors import ConnectionClosed
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.rpc import Transport
from pilotwire.simulator.memory import Fate, MemoryConnector, Side
from tests.support.virtual_time import virtual_time

ENDPOINT = Endpoint("ws://localhost", "CS-1", (OcppVersion.V2_0_1,))


async def deaf(_: str, transport: Transport) -> None:
    while True:
        await transport.receive()


@pytest.mark.parametrize("version", OcppVersion)
@virtual_time
async def test_a_station_and_a_csms_talk(version: OcppVersion) -> None:
    csms = Csms()
    async with MemoryConnector(csms.serve_transport, versions=[version], latency=0.5) as network:
        station = ChargingStation(
            identity="CS-1",
            vendor="Example",
            model="One",
            csms="ws://localhost/ocpp",
            hardware=SimulatedStation(),
            store=Store(":memory:"),
            environment=Environment(random=Random(1), connector=network),
        )
        async with station:
            await station.wait_accepted()
            assert station.version is version
            [link] = network.links
            link.cut()
            await asyncio.sleep(300)
            [again] = network.links
            assert again is not link
    assert not network.links
    assert len(csms.stations["CS-1"].boots) == 1


@virtual_time
async def test_an_aborted_end_says_nothing() -> None:
    async with MemoryConnector(deaf, latency=1.0) as network:
        transport = await network.connect(ENDPOINT)
        [link] = network.links
        await transport.send("never arrives")
        link.station.abort()
        for end in (link.station, link.csms):
            with pytest.raises(ConnectionClosed) as closed:
                await end.receive()
            assert closed.value.code is None
        assert link.ended == 1.0


@pytest.mark.parametrize(
    ("fate", "arrives"),
    [
        (Fate.DELIVER, ["hello"]),
        (Fate.DROP, []),
        (Fate.CUT_BEFORE, []),
        (Fate.CUT_AFTER, ["hello"]),
        (Fate.TWICE, ["hello", "hello"]),
        (Fate.GARBLED, ["he"]),
    ],
)
@virtual_time
async def test_a_text_has_its_fate(fate: Fate, arrives: list[str]) -> None:
    heard: list[str] = []

    async def csms(_: str, transport: Transport) -> None:
        while True:
            heard.append(await transport.receive())

    def fate_of(side: Side, _: str) -> Fate:
        return fate if side is Side.STATION else Fate.DELIVER

    async with MemoryConnector(csms, faults=fate_of) as network:
        transport = await network.connect(ENDPOINT)
        if fate is Fate.CUT_BEFORE:
            with pytest.raises(ConnectionClosed):
                await transport.send("hello")
        else:
            await transport.send("hello")
        await asyncio.sleep(1)
        assert bool(network.links) is (fate not in {Fate.CUT_BEFORE, Fate.CUT_AFTER})
    assert heard == arrives
