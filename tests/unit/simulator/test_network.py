"""The network of a simulated charger over real sockets: it goes without a word, and comes back."""

import asyncio
import logging
from pathlib import Path

import pytest

from pilotwire.csms import Csms, CsmsEvent, StationDisconnected
from pilotwire.simulator import ChargerPlan, Simulator
from pilotwire.simulator.acts import Offline, Online, PowerCut
from pilotwire.timing import AcceleratedEventLoop

IDENTITY = "CS-1"


class Watched(Csms):
    """A CSMS that tells when stations are gone."""

    def __init__(self) -> None:
        self.gone = asyncio.Event()
        super().__init__(on_event=self._see)

    def _see(self, event: CsmsEvent) -> None:
        if isinstance(event, StationDisconnected):
            self.gone.set()


@pytest.mark.parametrize("act", [Offline(seconds=5), PowerCut(seconds=5)])
def test_a_connection_breaks_without_a_close_frame(
    act: Offline | PowerCut, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def play() -> None:
        csms = Watched()
        async with Simulator(folder=tmp_path, embedded=csms) as simulator:
            await simulator.add(ChargerPlan(identity=IDENTITY))
            charger = simulator.charger(IDENTITY)
            async with asyncio.timeout(600):
                await charger.wait_accepted()
                await simulator.do(IDENTITY, act)
                await csms.gone.wait()
                assert not charger.accepted
                await charger.wait_accepted()

    with (
        caplog.at_level(logging.INFO),
        asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(20)) as runner,
    ):
        runner.run(play())
    assert not [each for each in caplog.records if "code 1001" in each.getMessage()]


def test_a_silent_connection_stays_until_the_network_is_back(tmp_path: Path) -> None:
    async def play() -> None:
        csms = Watched()
        async with Simulator(folder=tmp_path, embedded=csms) as simulator:
            await simulator.add(ChargerPlan(identity=IDENTITY))
            charger = simulator.charger(IDENTITY)
            async with asyncio.timeout(600):
                await charger.wait_accepted()
                await simulator.do(IDENTITY, Offline(silent=True))
                await asyncio.sleep(1)
                assert csms.stations[IDENTITY].connected
                await simulator.do(IDENTITY, Online())
                await csms.gone.wait()
                await charger.wait_accepted()

    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(20)) as runner:
        runner.run(play())
