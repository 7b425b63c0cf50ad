"""A simulator whose stations reach its CSMS within the process, for tests under virtual time."""

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from pilotwire.csms import Csms
from pilotwire.simulator import ChargerPlan, Simulator, Want
from pilotwire.simulator.acts import AnyAct
from pilotwire.simulator.charger import SimulatedCharger
from pilotwire.simulator.views import Done, EvseView, MessageView, StationView
from tests.support.memory_link import MemoryConnector

__all__ = ["IDENTITY", "NOON", "Noon", "Scene", "scene"]

IDENTITY = "CS-1"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Noon:
    """A clock that begins at noon."""

    def now(self) -> datetime:
        return NOON


class Scene:
    """A simulator with a station, and the CSMS that it talks to."""

    def __init__(self, simulator: Simulator, csms: Csms, link: MemoryConnector) -> None:
        self.simulator = simulator
        self.csms = csms
        self.link = link

    @property
    def charger(self) -> SimulatedCharger:
        return self.simulator.charger(IDENTITY)

    async def do(self, act: AnyAct) -> Done:
        return await self.simulator.do(IDENTITY, act)

    async def wait_for(self, action: str, within: float = 60.0, **more: Any) -> MessageView:
        return await self.simulator.wait_for(IDENTITY, Want(action=action, within=within, **more))

    def view(self) -> StationView:
        return self.charger.view()

    def evse(self, evse_id: int = 1) -> EvseView:
        return self.view().evses[evse_id - 1]

    def messages(self, action: str) -> list[MessageView]:
        return [
            each
            for each in self.charger.messages.since(0)
            if each.action == action and each.kind == "call"
        ]


@asynccontextmanager
async def scene(
    folder: Path,
    *,
    versions: tuple[str, ...] = ("2.1", "2.0.1", "1.6"),
    make_csms: Callable[[], Csms] | None = None,
    add: bool = True,
    random: Random | None = None,
    **plan: Any,
) -> AsyncGenerator[Scene, None]:
    csms = Csms(clock=Noon(), random=Random(2)) if make_csms is None else make_csms()
    async with (
        MemoryConnector(csms.serve_transport, versions=versions) as link,
        Simulator(
            folder=folder,
            connector=link,
            clock=Noon(),
            random=random or Random(1),
            embedded=csms,
        ) as simulator,
    ):
        played = Scene(simulator, csms, link)
        if add:
            await simulator.add(ChargerPlan(identity=IDENTITY, **plan))
            await played.charger.wait_accepted()
        yield played
