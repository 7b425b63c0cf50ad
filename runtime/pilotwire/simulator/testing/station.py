"""A simulated charger in a test: what can be done to it in a word, and waited for."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from pilotwire.charging_station import ChargingStation, Environment, Network
from pilotwire.connection import OcppVersion
from pilotwire.hal.interfaces import FaultCode, TokenKind
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp.base import Message
from pilotwire.simulator.acts import (
    AnyAct,
    ClearFault,
    Offline,
    Online,
    PlugIn,
    PowerCut,
    PowerOn,
    RaiseFault,
    Swipe,
    Unplug,
    Vehicle,
)
from pilotwire.simulator.charger import SimulatedCharger
from pilotwire.simulator.testing.transcript import Transcript
from pilotwire.simulator.views import Done, StationView
from pilotwire.store import Store

__all__ = ["Application", "FleetFixture", "StationFixture", "Surroundings"]

M = TypeVar("M", bound=Message)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the program of a charger is given in a test, in the places of what it has in the field.

    Attributes:
        identity: Its identity at the CSMS.
        network: Where the CSMS is.
        hardware: The simulated hardware.
        store: Where its records are.
        environment: Time, chance and connections.
    """

    identity: str
    network: Network
    hardware: SimulatedStation
    store: Store
    environment: Environment


Application: TypeAlias = Callable[[Surroundings], ChargingStation[Any]]
"""Makes the station of a charger's program, for each of its starts anew."""


class StationFixture:
    """The fixture `station`: a charger that is not there, and what its driver does.

    What there is no word for here goes through `do`: `await station.do(acts.Depart())`.

    Attributes:
        charger: The charger, with its acts, its views and its network.
        hardware: Its hardware, down to contactors and meters.
        transcript: All that the station has said and heard on its connections.
    """

    def __init__(
        self, charger: SimulatedCharger, hardware: SimulatedStation, transcript: Transcript
    ) -> None:
        self.charger = charger
        self.hardware = hardware
        self.transcript = transcript

    # What it is.

    @property
    def identity(self) -> str:
        """Its identity at the CSMS."""
        return self.charger.identity

    @property
    def station(self) -> ChargingStation[Any]:
        """The station itself, until it starts anew.

        Raises:
            ActError: It does not run: it has no power, or has failed.
        """
        return self.charger.station

    @property
    def version(self) -> OcppVersion | None:
        """The OCPP version of the connection; None while there is none."""
        return self.charger.station.version if self.charger.running else None

    def view(self) -> StationView:
        """What there is to see of it now."""
        return self.charger.view()

    # What can be done to it. Each raises `ActError` where it can't.

    async def do(self, act: AnyAct) -> Done:
        """Do anything that can be done to a charger; `pilotwire.simulator.acts` has it all."""
        return await self.charger.do(act)

    async def plug_in(
        self, vehicle: Vehicle | None = None, *, evse: int = 1, connector: int = 1
    ) -> None:
        """Plug a vehicle in; one with a battery of 60 kWh, 40% full, if none is given."""
        act = PlugIn(evse=evse, connector=connector, vehicle=vehicle or Vehicle())
        await self.do(act)

    async def unplug(self, *, evse: int = 1, connector: int = 1, force: bool = False) -> None:
        """Pull the plug; one that is locked only by force."""
        await self.do(Unplug(evse=evse, connector=connector, force=force))

    async def swipe(
        self, token: str, *, evse: int = 0, kind: TokenKind = TokenKind.ISO14443
    ) -> None:
        """Hold a card to the reader of an EVSE, or to the one that all have in common."""
        await self.do(Swipe(token=token, evse=evse, kind=kind))

    async def fault(self, code: FaultCode, *, evse: int = 1, info: str = "") -> None:
        """Let something be wrong, at an EVSE, or with 0 the whole station."""
        await self.do(RaiseFault(evse=evse, code=code, info=info))

    async def clear_fault(self, code: FaultCode | None = None, *, evse: int = 1) -> None:
        """Let it be right again; without a code, all that is wrong there."""
        await self.do(ClearFault(evse=evse, code=code))

    async def offline(self, seconds: float | None = None, *, silent: bool = False) -> None:
        """Take the network away, for some seconds, or until `online`. With `silent`, no connection
        breaks: what is said on it is lost, and neither end is told.
        """
        await self.do(Offline(seconds=seconds, silent=silent))

    async def online(self) -> None:
        """Give the network back; the station connects when its back-off is over."""
        await self.do(Online())

    async def power_cut(self, seconds: float | None = 10.0) -> None:
        """Cut the power, for some seconds, or until `power_on`: what is not on disk is lost."""
        await self.do(PowerCut(seconds=seconds))

    async def power_on(self) -> None:
        """Give the power back."""
        await self.do(PowerOn())

    # What is waited for.

    async def wait_accepted(self, *, timeout: float = 60.0) -> None:  # noqa: ASYNC109 -- as below
        """Wait until the CSMS has accepted it on a connection.

        Raises:
            AssertionError: It has not, in so many seconds; the text says why not.
        """
        try:
            async with asyncio.timeout(timeout):
                await self.charger.wait_accepted()
        except TimeoutError:
            raise AssertionError(self._why_not(timeout)) from None

    async def wait_until(
        self,
        what: Callable[[StationView], bool],
        *,
        timeout: float = 60.0,  # noqa: ASYNC109 -- the failure says more than a TimeoutError
    ) -> StationView:
        """Wait until something is to be seen of it.

        Raises:
            AssertionError: It was not, in so many seconds; the text has what there was to see.
        """
        due = asyncio.get_running_loop().time() + timeout
        while not what(view := self.view()):
            if asyncio.get_running_loop().time() >= due:
                raise AssertionError(f"not within {timeout:g} s; this is to be seen: {view!r}")
            await asyncio.sleep(0.1)
        return view

    async def wait_for(
        self,
        kind: type[M],
        *,
        where: Callable[[M], bool] | None = None,
        timeout: float = 30.0,  # noqa: ASYNC109 -- the failure says more than a TimeoutError
    ) -> M:
        """The next message of a type that it has said or heard; see `Transcript.wait_for`."""
        return await self.transcript.wait_for(kind, where=where, timeout=timeout)

    async def never(
        self, kind: type[M], *, within: float, where: Callable[[M], bool] | None = None
    ) -> None:
        """Let seconds pass without a message of a type; see `Transcript.never`."""
        await self.transcript.never(kind, within=within, where=where)

    def messages(self, kind: type[M]) -> list[M]:
        """All messages of a type so far, oldest first."""
        return self.transcript.of(kind)

    def _why_not(self, timeout: float) -> str:
        text = f"{self.identity} was not accepted within {timeout:g} s"
        if self.charger.failure is not None:
            return f"{text}: the station has ended: {self.charger.failure}"
        if self.charger.network.trouble:
            where = self.charger.network.url
            return f"{text}: {where} can't be connected to: {self.charger.network.trouble}"
        return self.transcript.with_latest(text)


class FleetFixture(tuple[StationFixture, ...]):
    """The fixture `fleet`: several stations, a tuple of them."""

    __slots__ = ()

    async def each(self, deed: Callable[[StationFixture], Awaitable[object]]) -> None:
        """Do something to all of them at the same time; returns when all of it is done."""
        async with asyncio.TaskGroup() as tasks:
            for station in self:
                tasks.create_task(_done(deed, station))


async def _done(
    deed: Callable[[StationFixture], Awaitable[object]], station: StationFixture
) -> None:
    await deed(station)
