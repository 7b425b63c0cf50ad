"""The network of a simulated charger over real sockets: it goes without a word, and comes back."""

import asyncio
from pathlib import Path

import pytest

from pilotwire.csms import Csms, CsmsEvent, StationDisconnected
from pilotwire.errors import ConnectionClosed
from pilotwire.rpc import Transport
from pilotwire.simulator import ChargerPlan, Simulator
from pilotwire.simulator.acts import Offline, Online, PowerCut
from pilotwire.timing import AcceleratedEventLoop

IDENTITY = "CS-1"


class Watched(Csms):
    """A CSMS that tells when stations are gone, and with what code of a close frame."""

    def __init__(self) -> None:
        self.gone = asyncio.Event()
        self.codes: list[int | None] = []
        super().__init__(on_event=self._see)

    async def serve_transport(self, identity: str, transport: Transport) -> None:
        receive = transport.receive

        async def heard() -> str:
            try:
                return await receive()
            except ConnectionClosed as closed:
                self.codes.append(closed.code)
                raise

        transport.receive = heard  # type: ignore[method-assign]  # it is this test's alone
        await super().serve_transport(identity, transport)

    def _see(self, event: CsmsEvent) -> None:
        if isinstance(event, StationDisconnected):
            self.gone.set()


@pytest.mark.parametrize("act", [Offline(seconds=5), PowerCut(seconds=5)])
def test_a_connection_breaks_without_a_close_frame(act: Offline | PowerCut, tmp_path: Path) -> None:
    async def play() -> None:
        csms = Watched()
        async with Simulator(folder=tmp_path, embedded=csms) as simulator:
            await simulator.add(ChargerPlan(identity=IDENTITY))
            charger = simulator.charger(IDENTITY)
            async with asyncio.timeout(600):
                await charger.wait_accepted()
                await simulator.do(IDENTITY, act)
                await csms.gone.wait()
                assert csms.codes == [None]
                assert not charger.accepted
                await charger.wait_accepted()

    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(20)) as runner:
        runner.run(play())


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
