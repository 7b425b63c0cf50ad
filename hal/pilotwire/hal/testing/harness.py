"""How a check of the contract is run: on hardware of its own, with a sink that judges.

A check is a coroutine function of a `Trial`. It raises `BrokenPromise` where the hardware does not
keep what `pilotwire.hal.interfaces` promises, and `NotCheckable` where it has nothing to look at.
"""

import asyncio
import math
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Never, TypeVar, cast

from pilotwire.hal.interfaces import (
    AnyEvse,
    BayChanged,
    ConnectorHardware,
    ConnectorKind,
    EvseHardware,
    ExternalLimitChanged,
    FaultCleared,
    FaultCode,
    FaultRaised,
    HardwareEvent,
    NeedsTold,
    OwnWord,
    PilotChanged,
    PilotState,
    PlugChanged,
    ScheduleChosen,
    StationHardware,
    TokenKind,
    TokenPresented,
    VehicleTalks,
)
from pilotwire.hal.testing.bench import (
    BayBench,
    CableBench,
    ContactorBench,
    FaultBench,
    LoadBench,
    LockBench,
    Maker,
    OfferBench,
    OutputBench,
    PlugBench,
    Subject,
    TalkBench,
    TokenBench,
    UpdateBench,
    VehicleBench,
)

__all__ = [
    "CALL_LIMIT",
    "DC_KINDS",
    "NOTICED",
    "SOCKETS",
    "BrokenPromise",
    "CallFailed",
    "Check",
    "NotCheckable",
    "Place",
    "Trial",
    "Witness",
    "connectors_of",
    "is_finite",
    "run_check",
]

T = TypeVar("T")

CALL_LIMIT = 5.0
"""How long a call may take, in seconds: what the station gives it."""

START_LIMIT = 30.0
"""How long the hardware may take to start, to stop, or to reboot."""

NOTICED = 2.0
"""By when a change of an input is reported, in seconds."""

CHECK_LIMIT = 180.0

SOCKETS = frozenset({ConnectorKind.TYPE2_SOCKET})
DC_KINDS = frozenset({ConnectorKind.CCS1_CABLE, ConnectorKind.CCS2_CABLE})


class BrokenPromise(AssertionError):  # noqa: N818 -- named for what happened
    """The hardware does not do what the interface promises; the text says what, and where."""


class CallFailed(BrokenPromise):
    """A call raised, where it had no reason to."""


class NotCheckable(Exception):  # noqa: N818 -- nothing is wrong
    """There is nothing to check this on: the text says what is missing."""


@dataclass(frozen=True, slots=True)
class Place:
    """A connector, with its numbers and its EVSE."""

    evse_id: int
    connector_id: int
    evse: AnyEvse
    connector: ConnectorHardware

    @property
    def ids(self) -> tuple[int, int]:
        """For the methods of a bench."""
        return self.evse_id, self.connector_id

    @property
    def has_socket(self) -> bool:
        """Whether there is a plug to lock."""
        return self.connector.kind in SOCKETS

    def __str__(self) -> str:
        return f"EVSE {self.evse_id}, connector {self.connector_id}"


class Witness:
    """The sink: keeps what it is told, from whichever thread, and what is wrong with it."""

    def __init__(self, evses: Sequence[AnyEvse]) -> None:
        self._connectors = [len(connectors_of(evse)) for evse in evses]
        self.events: list[HardwareEvent] = []
        self.complaints: list[str] = []

    def __call__(self, event: HardwareEvent) -> None:
        self.events.append(event)
        complaint = self._judged(event)
        if complaint is not None:
            self.complaints.append(f"{event!r}: {complaint}")

    async def hears(
        self, what: str, wanted: Callable[[HardwareEvent], bool], since: int = 0
    ) -> None:
        """Wait until an event is as it is wanted, from the one with the number `since` on.

        Raises:
            BrokenPromise: there was none in time.
        """
        loop = asyncio.get_running_loop()
        until = loop.time() + NOTICED
        while not any(wanted(event) for event in self.events[since:]):
            if loop.time() >= until:
                heard = self.events[since:]
                raise BrokenPromise(f"no {what} was reported within {NOTICED:g} s, but {heard}")
            await asyncio.sleep(0.01)

    def _judged(self, event: object) -> str | None:
        match event:
            case PilotChanged(evse_id, state, connector_id):
                if not _is(state, PilotState):
                    return f"{state!r} is no PilotState"
                return self._place(evse_id, connector_id)
            case PlugChanged(evse_id, plugged, connector_id):
                if not _is(plugged, bool):
                    return "plugged is True or False"
                return self._place(evse_id, connector_id)
            case BayChanged(evse_id, occupied):
                return None if _is(occupied, bool) else "occupied is True or False"
            case FaultRaised(evse_id, code) | FaultCleared(evse_id, code):
                if not _is(code, (FaultCode, OwnWord)):
                    return f"{code!r} is no FaultCode, and no OwnWord"
                return None if 0 <= evse_id <= len(self._connectors) else "there is no such EVSE"
            case ExternalLimitChanged(evse_id, limit_a, source):
                if limit_a is not None and not limit_a >= 0:
                    return "a limit is no less than 0"
                if not 1 <= len(source) <= 20 or source == "CSO":
                    return "a source has 1 to 20 characters, and is not the CSMS"
                return None if 0 <= evse_id <= len(self._connectors) else "there is no such EVSE"
            case TokenPresented(token, kind, evse_id):
                if not _is(kind, (TokenKind, OwnWord)):
                    return f"{kind!r} is no TokenKind, and no OwnWord"
                if not 1 <= len(token) <= 36 and kind is not TokenKind.NO_AUTHORIZATION:
                    return "a token has 1 to 36 characters"
                known = evse_id is None or 0 <= evse_id <= len(self._connectors)
                return None if known else "there is no such EVSE"
            case VehicleTalks(evse_id) | NeedsTold(evse_id) | ScheduleChosen(evse_id):
                return self._place(evse_id, 1)
            case _:
                return None  # a class of the maker's own

    def _place(self, evse_id: int, connector_id: int) -> str | None:
        if not 1 <= evse_id <= len(self._connectors):
            return "there is no such EVSE"
        if not 1 <= connector_id <= self._connectors[evse_id - 1]:
            return "there is no such connector"
        return None


def _is(value: object, kinds: type | tuple[type, ...]) -> bool:
    """Whether a value is what it is declared to be: that is what is judged here."""
    return isinstance(value, kinds)


class Trial:
    """One check's hardware, and what can be done with it."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self.hardware: StationHardware = subject.hardware
        self.witness = Witness(self.hardware.evses)
        self.places = tuple(
            Place(evse_id, connector_id, evse, connector)
            for evse_id, evse in enumerate(self.hardware.evses, start=1)
            for connector_id, connector in enumerate(connectors_of(evse), start=1)
        )
        """All connectors."""

    # What the station does.

    async def start(self) -> None:
        """Start the hardware, with a fresh witness."""
        self.witness = Witness(self.hardware.evses)
        await self.call("start", self.hardware.start(self.witness), START_LIMIT)

    async def stop(self) -> None:
        """Stop the hardware."""
        await self.call("stop", self.hardware.stop(), START_LIMIT)

    async def reboot(self) -> None:
        """Reboot the hardware, where that can be done."""
        if not self._subject.reboots:
            raise NotCheckable("reboot may not be called here")
        await self.call("reboot", self.hardware.reboot(), START_LIMIT)

    async def call(self, name: str, call: Awaitable[T], limit: float = CALL_LIMIT) -> T:
        """What a call returns, if it does so in time."""
        try:
            async with asyncio.timeout(limit):
                return await call
        except TimeoutError:
            raise BrokenPromise(f"{name} took longer than {limit:g} s") from None
        except Exception as error:  # any is a failure: the station takes all alike
            raise CallFailed(f"{name} raised {error!r}") from error

    async def refused(self, name: str, call: Awaitable[object]) -> None:
        """See a call raise, in time."""
        try:
            await self.call(name, call)
        except CallFailed:
            return
        raise BrokenPromise(f"{name} returned as if all were well")

    async def ready(self, place: Place) -> None:
        """Let a vehicle ask for energy, with the offer that it needs, where there can be one."""
        await self.call("offer_current", place.connector.offer_current(self.least(place)))
        if isinstance(self._subject.bench, VehicleBench):
            await self._subject.bench.vehicle(PilotState.C, *place.ids)
            await self.reaches(place, PilotState.C)

    async def reaches(self, place: Place, state: PilotState) -> None:
        """Wait until the pilot reads so."""
        loop = asyncio.get_running_loop()
        until = loop.time() + NOTICED
        read = await self.call("pilot_state", place.connector.pilot_state())
        while read is not state:
            if loop.time() > until:
                raise BrokenPromise(
                    f"{place}: the pilot is in {state}, and pilot_state says {read}"
                )
            await asyncio.sleep(0.02)
            read = await self.call("pilot_state", place.connector.pilot_state())

    async def charging(self, place: Place) -> None:
        """Let energy flow: ready, and the contactor closed."""
        await self.ready(place)
        await self.call("close_contactor", place.connector.close_contactor())

    def least(self, place: Place) -> float:
        """The least that can be offered there."""
        return 1.0 if place.connector.kind in DC_KINDS else 6.0

    # What the bench can do.

    @property
    def vehicles(self) -> VehicleBench:
        """The bench, if it has that part; so with the others."""
        bench = self._subject.bench
        return bench if isinstance(bench, VehicleBench) else _lacks("vehicle")

    @property
    def outputs(self) -> OutputBench:
        bench = self._subject.bench
        return bench if isinstance(bench, OutputBench) else _lacks("live")

    @property
    def offers(self) -> OfferBench:
        bench = self._subject.bench
        return bench if isinstance(bench, OfferBench) else _lacks("offered")

    @property
    def locks(self) -> LockBench:
        bench = self._subject.bench
        return bench if isinstance(bench, LockBench) else _lacks("locked")

    @property
    def contactors(self) -> ContactorBench:
        bench = self._subject.bench
        return bench if isinstance(bench, ContactorBench) else _lacks("weld and burn_out")

    @property
    def faults(self) -> FaultBench:
        bench = self._subject.bench
        return bench if isinstance(bench, FaultBench) else _lacks("fail and mend")

    @property
    def loads(self) -> LoadBench:
        bench = self._subject.bench
        return bench if isinstance(bench, LoadBench) else _lacks("draw")

    @property
    def plugs(self) -> PlugBench:
        bench = self._subject.bench
        return bench if isinstance(bench, PlugBench) else _lacks("plug")

    @property
    def cables(self) -> CableBench:
        bench = self._subject.bench
        return bench if isinstance(bench, CableBench) else _lacks("cable")

    @property
    def tokens(self) -> TokenBench:
        bench = self._subject.bench
        return bench if isinstance(bench, TokenBench) else _lacks("present")

    @property
    def talks(self) -> TalkBench:
        bench = self._subject.bench
        return bench if isinstance(bench, TalkBench) else _lacks("talk")

    @property
    def bays(self) -> BayBench:
        bench = self._subject.bench
        return bench if isinstance(bench, BayBench) else _lacks("bay")

    @property
    def updates(self) -> UpdateBench:
        bench = self._subject.bench
        return bench if isinstance(bench, UpdateBench) else _lacks("image")


def _lacks(what: str) -> Never:
    raise NotCheckable(f"the bench has no method {what}")


Check = Callable[[Trial], Coroutine[object, None, None]]
"""One promise, checked; its name and its docstring say which."""


def run_check(
    check: Check,
    make: Maker,
    loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None,
) -> None:
    """Run one check on hardware that `make` makes, which is stopped afterwards.

    Raises:
        BrokenPromise: it does not hold.
        NotCheckable: there is nothing to check it on.
    """
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        runner.run(_run(check, make))


async def _run(check: Check, make: Maker) -> None:
    made = make()
    subject = made if isinstance(made, Subject) else Subject(made)
    try:
        async with asyncio.timeout(CHECK_LIMIT):
            await _run_on(check, Trial(subject))
    except TimeoutError:
        raise BrokenPromise(f"the check was not over after {CHECK_LIMIT:g} s") from None
    finally:
        subject.close()


async def _run_on(check: Check, trial: Trial) -> None:
    try:
        await check(trial)
    finally:
        try:
            async with asyncio.timeout(START_LIMIT):
                await trial.hardware.stop()
        except Exception:  # noqa: S110 -- it may be stopped, or broken on purpose: the check has looked
            pass
    if trial.witness.complaints:
        raise BrokenPromise("; ".join(trial.witness.complaints))


def connectors_of(evse: AnyEvse) -> Sequence[ConnectorHardware]:
    """The connectors of an EVSE: its own, or itself where it has but one."""
    several: Sequence[ConnectorHardware] | None = getattr(evse, "connectors", None)
    return (cast("EvseHardware", evse),) if several is None else several


def is_finite(value: object) -> bool:
    """Whether a value is a number that can be told."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
