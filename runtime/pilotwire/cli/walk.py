"""A walk through the hardware of a station: all of it is read, and what moves is moved.

The rule of this module: nothing moves on a connector unless its pilot has just been read as A, and
whatever happens, all is left safe: contactors open, plugs free, nothing offered, lamps out.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, Protocol, TypeVar

from pilotwire.cli.meter import lines
from pilotwire.configuration import AnyEvse as EvseTable
from pilotwire.configuration import Configuration, Hardware
from pilotwire.hal.interfaces import (
    WHOLE_STATION,
    AnyEvse,
    AnyFaultCode,
    ConnectorHardware,
    ConnectorKind,
    FaultCleared,
    FaultRaised,
    HardwareEvent,
    MainMeter,
    PilotChanged,
    PilotState,
    PlugChanged,
    TokenPresented,
)
from pilotwire.station.hardware.calls import call, words
from pilotwire.station.hardware.checks import connectors_of

__all__ = ["Person", "Walk"]

T = TypeVar("T")

START_LIMIT: Final = 60.0
"""Seconds that the hardware may take to start: residual current devices are tested then."""
CALL_LIMIT: Final = 5.0
SETTLING: Final = 3.0
"""Seconds after which readers have told whether they work."""
CLOSED_FOR: Final = 2.0
HELD_FOR: Final = 1.0
CARD_LIMIT: Final = 15.0


class Person(Protocol):
    """Whoever stands at the charger."""

    async def agrees(self, question: str, /) -> bool:
        """Whether something may move."""
        ...

    async def confirms(self, question: str, /) -> bool | None:
        """What somebody sees, or has done; None where nobody is there."""
        ...


class Walk:
    """One walk.

    Args:
        configuration: What the hardware is made from.
        hardware: The hardware, not started.
        person: Who is asked.
        tell: Told what is so, line by line.

    Attributes:
        findings: What is wrong, so far.
    """

    def __init__(
        self,
        configuration: Configuration,
        hardware: Hardware,
        person: Person,
        tell: Callable[[str], None],
    ) -> None:
        self._configuration = configuration
        self._hardware = hardware
        self._person = person
        self._tell = tell
        self.findings: list[str] = []
        self._loop = asyncio.get_running_loop()
        self._pilots: dict[tuple[int, int], PilotState] = {}
        self._plugged: dict[tuple[int, int], bool] = {}
        self._tokens: list[TokenPresented] = []
        self._faults: set[tuple[int, AnyFaultCode]] = set()
        self._news = asyncio.Event()
        self._started = False

    async def go(self) -> None:
        """From the start of the hardware to its stop."""
        station = self._hardware.station
        try:
            start = self._try("the hardware does not start", self._start, START_LIMIT)
            self._started = bool(await start)
            if self._started:
                await asyncio.sleep(SETTLING)
                await self._through()
        finally:
            for number, evse in enumerate(station.evses, 1):
                for connector in connectors_of(evse):
                    await self._leave_safe(_name(number), connector)
            await self._try("the hardware does not stop", station.stop, START_LIMIT)

    async def _start(self) -> bool:
        await self._hardware.station.start(self._sink)
        return True

    async def _through(self) -> None:
        station = self._hardware.station
        for number, evse in enumerate(station.evses, 1):
            await self._evse(number, evse)
        meter = _main_meter(station)
        if meter is not None:
            await self._meter("the station", meter)
        await self._panel()
        await self._readers()

    # EVSEs.

    async def _evse(self, number: int, evse: AnyEvse) -> None:
        connectors = connectors_of(evse)
        table = self._configuration.evse[number - 1]
        await self._meter(_name(number), evse)
        for connector_id, connector in enumerate(connectors, 1):
            name = _name(number)
            if len(connectors) > 1:
                name += f", connector {connector_id}"
            place = (number, connector_id)
            if await self._is_free(name, connector):
                self._tell_of_plug(name, place, connector)
                await self._contactor(name, place, connector, table)
                await self._lock(name, place, connector, table)

    async def _is_free(self, name: str, connector: ConnectorHardware) -> bool:
        """Whether its pilot is read as A; else nothing may move, and that is told."""
        state = await self._try(f"{name}: the pilot can't be read", connector.pilot_state)
        if state is None:
            return False
        if state is PilotState.A:
            self._tell(f"{name}: pilot A, no vehicle is connected")
            return True
        why = "a vehicle is connected" if state.connected else "that is no pilot of a free EVSE"
        self._found(f"{name}: pilot {state.value}, {why}: nothing is moved")
        return False

    def _tell_of_plug(
        self, name: str, place: tuple[int, int], connector: ConnectorHardware
    ) -> None:
        bears: float | None = getattr(connector, "cable_current_a", None)  # it is optional
        if bears is not None:
            self._tell(f"{name}: there is a cable, which bears {bears:g} A")
        elif place in self._plugged:
            self._tell(f"{name}: there is {'a' if self._plugged[place] else 'no'} plug")

    async def _contactor(
        self,
        name: str,
        place: tuple[int, int],
        connector: ConnectorHardware,
        table: EvseTable,
    ) -> None:
        if table.backend == "board":
            self._tell(f"{name}: the board closes its relay for a vehicle alone: not tried")
            return
        agreed = await self._person.agrees(
            f"{name}: close the contactor for {CLOSED_FOR:g} s? Its outlet is live then."
        )
        # While somebody was asked, a vehicle may have come.
        if not agreed or not await self._is_still_free(name, connector):
            self._tell(f"{name}: the contactor is not tried")
            return
        moves = await self._try(
            f"{name}: the contactor",
            lambda: self._close_and_open(place, connector),
            CLOSED_FOR + 3 * CALL_LIMIT,
        )
        if moves:
            self._tell(f"{name}: the contactor closes and opens")
            await self._seen(f"{name}: was it heard to close and to open?", "it was not heard")

    async def _close_and_open(self, place: tuple[int, int], connector: ConnectorHardware) -> bool:
        # It is optional, and a type check does not see it through what joins parts.
        trial: Callable[[float], Awaitable[None]] | None = getattr(connector, "try_contactor", None)
        if trial is not None:
            await trial(CLOSED_FOR)
            return True
        try:
            await call(connector.close_contactor, CALL_LIMIT)
            came = await self._until(
                lambda: self._pilots.get(place, PilotState.A) is not PilotState.A, CLOSED_FOR
            )
        finally:
            await call(connector.open_contactor, CALL_LIMIT)
        if came:
            raise OSError("a vehicle has come meanwhile: it has opened")
        return True

    async def _lock(
        self,
        name: str,
        place: tuple[int, int],
        connector: ConnectorHardware,
        table: EvseTable,
    ) -> None:
        if connector.kind is not ConnectorKind.TYPE2_SOCKET:
            return
        agreed = await self._person.agrees(
            f"{name}: lock and unlock? A plug has to be in the socket, with no vehicle behind it."
        )
        if agreed and _sees_plugs(table) and not self._plugged.get(place, False):
            self._tell(f"{name}: there is no plug in the socket to lock")
            agreed = False
        if not agreed or not await self._is_still_free(name, connector):
            self._tell(f"{name}: the lock is not tried")
            return
        moves = await self._try(
            f"{name}: the lock", lambda: self._lock_and_unlock(connector), 4 * CALL_LIMIT
        )
        if moves:
            self._tell(f"{name}: the lock locks and unlocks")
            await self._seen(f"{name}: was the plug held, and is it free?", "the plug was not held")

    async def _lock_and_unlock(self, connector: ConnectorHardware) -> bool:
        try:
            await call(connector.lock_connector, CALL_LIMIT)
            await asyncio.sleep(HELD_FOR)
        finally:
            await call(connector.unlock_connector, CALL_LIMIT)
        return True

    async def _is_still_free(self, name: str, connector: ConnectorHardware) -> bool:
        state = await self._try(f"{name}: the pilot can't be read", connector.pilot_state)
        if state is not None and state is not PilotState.A:
            self._found(f"{name}: a vehicle has come (pilot {state.value})")
        return state is PilotState.A

    async def _leave_safe(self, name: str, connector: ConnectorHardware) -> None:
        """Whatever it was at. What has not started may fail to be told so."""
        for do in (
            connector.open_contactor,
            lambda: connector.offer_current(0.0),
            connector.unlock_connector,
        ):
            try:
                await call(do, CALL_LIMIT)
            except Exception as error:  # a driver may raise anything
                if self._started:
                    self._found(f"{name}: it can't be left safe: {words(error)}")

    # What else there is.

    async def _meter(self, name: str, meter: MainMeter | AnyEvse) -> None:
        reading = await self._try(f"{name}: the meter can't be read", meter.read_meter)
        if reading is not None:
            self._tell(f"{name}: the meter shows")
            for line in lines(reading):
                self._tell(f"  {line}")

    async def _panel(self) -> None:
        pins = self._hardware.pins
        if pins is None:
            return
        for name, lamp in pins.lamps.items():
            if not await self._person.agrees(f"lamp {name}: switch it on for {HELD_FOR:g} s?"):
                continue
            try:
                lamp.on()
                await asyncio.sleep(HELD_FOR)
            finally:
                lamp.off()
            self._tell(f"lamp {name}: it was switched on and off")
            await self._seen(f"lamp {name}: did it light?", f"lamp {name} did not light")
        for name, button in pins.buttons.items():
            held = await self._person.confirms(f"button {name}: hold it, and answer")
            if held and not button.pressed:
                self._found(f"button {name}: it is not seen to be pressed")
            else:
                self._tell(f"button {name}: {'' if button.pressed else 'not '}pressed")

    async def _readers(self) -> None:
        names = self._hardware.readers
        if not names:
            return
        self._tokens.clear()
        question = f"hold a card to a reader ({', '.join(names)}), and answer"
        if not await self._person.confirms(question):
            return
        if await self._until(lambda: bool(self._tokens), CARD_LIMIT):
            for each in self._tokens:
                where = "" if each.evse_id is None else f" at {_name(each.evse_id)}"
                self._tell(f"a reader{where} has read {each.token} ({each.kind})")
        else:
            self._found(f"no reader has read anything within {CARD_LIMIT:g} s")

    # How it is done.

    def _sink(self, event: HardwareEvent) -> None:
        """From any thread."""
        self._loop.call_soon_threadsafe(self._hear, event)

    def _hear(self, event: HardwareEvent) -> None:
        match event:
            case PilotChanged(evse_id, state, connector_id):
                self._pilots[evse_id, connector_id] = state
            case PlugChanged(evse_id, plugged, connector_id):
                self._plugged[evse_id, connector_id] = plugged
            case TokenPresented():
                self._tokens.append(event)
            case FaultRaised(evse_id, code, info):
                if (evse_id, code) not in self._faults:
                    self._faults.add((evse_id, code))
                    self._found(f"{_name(evse_id)}: {code}" + (f": {info}" if info else ""))
            case FaultCleared(evse_id, code):
                self._faults.discard((evse_id, code))
            case _:
                pass
        self._news.set()

    async def _until(self, so: Callable[[], bool], limit: float) -> bool:
        try:
            async with asyncio.timeout(limit):
                while not so():
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            return False
        return True

    async def _try(
        self, what: str, do: Callable[[], Awaitable[T]], limit: float = CALL_LIMIT
    ) -> T | None:
        """What a call returns; a failure is a finding."""
        try:
            return await call(do, limit)
        except Exception as error:  # a driver may raise anything
            self._found(f"{what}: {words(error)}")
            return None

    async def _seen(self, question: str, otherwise: str) -> None:
        if await self._person.confirms(question) is False:
            self._found(f"{question.partition(':')[0]}: {otherwise}")

    def _found(self, finding: str) -> None:
        self.findings.append(finding)
        self._tell(f"found: {finding}")


def _name(number: int) -> str:
    return "the station" if number == WHOLE_STATION else f"EVSE {number}"


def _main_meter(station: object) -> MainMeter | None:
    meter: MainMeter | None = getattr(station, "main_meter", None)  # it is optional
    return meter


def _sees_plugs(table: EvseTable) -> bool:
    return table.backend == "simulated" or (table.backend == "gpio" and table.proximity is not None)
