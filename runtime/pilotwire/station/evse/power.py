"""The hardware of one EVSE, held to its word: its outlets, its meter, and what its phases bear.

Every call has a time limit, and whatever goes wrong in one becomes a `HardwareFault`: the caller
deals with one kind of failure, and none can stop the station.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence

from pilotwire.hal.interfaces import AnyEvse, FaultCode, MeterReading
from pilotwire.hal.interfaces import ReadingContext as MeterContext
from pilotwire.station.errors import HardwareFault
from pilotwire.station.evse.outlet import Outlet
from pilotwire.station.hardware.calls import HardwareCalls, asked, limited, words
from pilotwire.station.hardware.checks import (
    DC_KINDS,
    LEAST_AC,
    MOST_DIRECT_VOLTS,
    checked_limit,
    connectors_of,
    highest_voltage,
    pause_of,
    switch_of,
)
from pilotwire.station.hardware.meters import public_key_of, read_meter
from pilotwire.station.vocabulary import ReadingContext

__all__ = ["GRID_PHASES", "GRID_VOLTS", "PowerPath"]

MOST_VOLTS = 276.0
"""Between phase and neutral: a fifth above what it should be."""

GRID_VOLTS = 230.0
"""Between phase and neutral, as it should be: with it a limit in watts becomes one in amperes, and
the other way round (K01.FR.50).
"""

GRID_PHASES = 3
"""What feeds direct current."""

MOST_WATTS = 4e6


class PowerPath:
    """The outlets of one EVSE, of which at most one is offered energy, and the meter for all.

    `uncertain` is called when a contactor may have moved though nobody waits for it any more.
    """

    __slots__ = (
        "_by_power",
        "_calls",
        "_direct",
        "_hardware",
        "_name",
        "_volts",
        "outlets",
        "pause",
        "phases",
        "phases_used",
        "public_key",
        "switch",
    )

    def __init__(self, evse_id: int, hardware: AnyEvse, uncertain: Callable[[], None]) -> None:
        self._hardware = hardware
        self._calls = HardwareCalls()
        self._name = f"EVSE {evse_id}"
        connectors = connectors_of(hardware)
        names = (
            [f"{self._name}, connector {number}" for number in range(1, len(connectors) + 1)]
            if len(connectors) > 1
            else [self._name]
        )
        self.outlets = tuple(
            Outlet(name, connector, self._calls, uncertain)
            for name, connector in zip(names, connectors, strict=True)
        )
        self._direct = all(each.kind in DC_KINDS for each in connectors)
        self._volts = highest_voltage(hardware) if self._direct else 0.0
        self._by_power = all(outlet.takes_watts for outlet in self.outlets)
        self.phases = hardware.phases
        """How many phases are wired."""
        self.switch = switch_of(hardware)
        """What leaves two of them out; None where nothing does."""
        self.pause = 0.0 if self.switch is None else pause_of(self.switch)
        """For how long nothing is offered before it does, in seconds."""
        self.phases_used: int | None = None
        """How many it was last told to connect; None where that is not known."""
        self.public_key = public_key_of(hardware)
        """The key of a meter that signs."""

    @property
    def may_be_closed(self) -> bool:
        """Whether any contactor is not known to be open."""
        return any(outlet.closed is not False for outlet in self.outlets)

    @property
    def held(self) -> bool:
        """Whether any plug is locked, as far as is known."""
        return any(outlet.held for outlet in self.outlets)

    @property
    def least(self) -> float:
        """Less than that can't be offered, in amperes a phase."""
        return 0.0 if self._direct else LEAST_AC

    @property
    def offered(self) -> float:
        """What is offered at present, in amperes a phase of the grid; 0 where that is not known,
        when it is about to be told.
        """
        return max(self._taken_by(outlet) for outlet in self.outlets)

    def _taken_by(self, outlet: Outlet) -> float:
        offered = self.of_grid(outlet.offered or 0.0)
        if not self._by_power or outlet.watts is None:
            return offered
        return min(offered, outlet.watts / (GRID_PHASES * GRID_VOLTS))

    def of_grid(self, amperes: float) -> float:
        """What a current at the plug takes from each phase of the grid, at most."""
        if not self._direct:
            return amperes
        return amperes * self._volts / (GRID_PHASES * GRID_VOLTS)

    def within(self, limit: float | None, granted: float | None) -> float | None:
        """A limit of the current at the plug, where so many amperes are `granted` of each phase of
        the grid.
        """
        if granted is None or (self._by_power and granted > 0):
            return limit
        at_plug = granted if not self._direct else granted / self.of_grid(1.0)
        return at_plug if limit is None else min(limit, at_plug)

    def watts_within(self, granted: float | None) -> float | None:
        """The same as a limit for hardware that takes one in watts; None for other hardware."""
        if not self._by_power:
            return None
        return MOST_WATTS if granted is None else granted * GRID_PHASES * GRID_VOLTS

    def differs(self, phases: int | None) -> bool:
        """Whether phases have to be switched for so many to be used; None: as many as there are."""
        return self.switch is not None and self.phases_used != _switched(phases)

    async def use_phases(self, phases: int | None) -> None:
        """Have so many phases connected; only while nothing is offered and no contactor closed.

        Raises:
            HardwareFault: they are not.
        """
        switch, count = self.switch, _switched(phases)
        if switch is None or self.phases_used == count:
            return
        self.phases_used = None
        await limited(
            self._calls,
            lambda: switch.use_phases(count),
            FaultCode.CONTACTOR,
            f"{self._name}: phases",
        )
        self.phases_used = count

    def offerable(self, limit: float | None, outlet: Outlet | None = None) -> float:
        """How much can be offered within a limit, in amperes: 0 where that is too little to say. At
        an outlet that is never more than its cable bears (IEC 61851-1 Annex B).

        Raises:
            HardwareFault: the hardware does not say how much it can offer, or the cable bear.
        """
        try:
            most = checked_limit(asked(lambda: self._hardware.max_current_a), direct=self._direct)
        except Exception as error:  # it is the driver's own code that is asked
            info = f"{self._name}: {words(error)}"
            raise HardwareFault(FaultCode.CONTROLLER, info) from error
        bears = None if outlet is None else outlet.cable_bears()
        amperes = min(most if each is None else each for each in (limit, bears, most))
        return amperes if self.enough(amperes) else 0.0

    @property
    def most_watts(self) -> float:
        """The most that can flow, in W; where the hardware does not say, more than any delivers."""
        try:
            amperes = self.offerable(None)
        except HardwareFault:
            return MOST_WATTS
        return amperes * (MOST_DIRECT_VOLTS if self._direct else self.phases * MOST_VOLTS)

    def enough(self, limit: float | None) -> bool:
        """Whether anything can be offered within a limit, in amperes."""
        return limit is None or (limit > 0 and limit >= self.least)

    async def read_meter(self, sign_for: ReadingContext | None = None) -> MeterReading:
        """Read the meter, with a signature if that is for something; one that shows no register has
        failed.
        """
        context = None if sign_for is None else MeterContext(sign_for.value)
        return await limited(
            self._calls,
            lambda: read_meter(self._hardware, context),
            FaultCode.METER,
            f"{self._name}: meter",
        )

    async def read_signed_meter(self, sign_for: ReadingContext) -> MeterReading:
        """Read the meter; one that gives no signature has failed, too."""
        reading = await self.read_meter(sign_for)
        if reading.signed is None:
            raise HardwareFault(FaultCode.METER, f"{self._name}: meter: it gave no signature")
        return reading

    def distrust(self) -> None:
        """A contactor may be closed, whatever it was told: so all will be told to open."""
        for outlet in self.outlets:
            outlet.closed = None

    def cut(self) -> None:
        """Order all contactors to open now, whatever is under way, and bar them until `unbar`."""
        for outlet in self.outlets:
            outlet.cut()

    def unbar(self) -> None:
        """Who cut has had their turn."""
        for outlet in self.outlets:
            outlet.unbar()

    async def withdraw(self) -> None:
        """Open the contactors of all outlets and offer nothing any more.

        Raises:
            HardwareFault: the first that came up; the other outlets were tried as well.
        """
        await _each(outlet.withdraw() for outlet in self.outlets)

    def let_be(self) -> None:
        """Wait no more for orders to open that hang."""
        for outlet in self.outlets:
            outlet.let_be()

    async def move_locks(self, plugged: Sequence[bool]) -> None:
        """Move the locks once more; `plugged` tells which have a plug in them.

        Raises:
            HardwareFault: one does not do as it is told.
        """
        pairs = zip(self.outlets, plugged, strict=True)
        await _each(outlet.move_lock(plugged=has_plug) for outlet, has_plug in pairs)

    async def release(self) -> None:
        """Unlock all plugs, each refused while its contactor is not known to be open.

        Raises:
            HardwareFault: the first that came up; the other plugs were tried as well.
        """
        await _each(outlet.release() for outlet in self.outlets)


def _switched(phases: int | None) -> int:
    """How many phases a switch can connect, of so many that may be used."""
    return GRID_PHASES if phases is None or phases >= GRID_PHASES else 1


async def _each(calls: Iterable[Awaitable[None]]) -> None:
    """Side by side, for one that hangs must not keep the others waiting."""
    first, *others = calls
    if not others:
        return await first
    outcomes = await asyncio.gather(first, *others, return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
    return None
