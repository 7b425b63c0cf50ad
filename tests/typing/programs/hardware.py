"""A maker's own hardware class: no base class, only the right methods."""

from collections.abc import Sequence

from pilotwire.hal.interfaces import (
    ConnectorKind,
    EventSink,
    EvseHardware,
    MeterReading,
    PilotChanged,
    PilotState,
    StationHardware,
)
from pilotwire.hal.simulated import SimulatedStation


def station(hardware: StationHardware) -> None: ...


def evse(hardware: EvseHardware) -> None: ...


class Evse:
    """All that an EVSE must have but the meter."""

    kind = ConnectorKind.TYPE2_SOCKET
    phases = 3
    max_current_a = 32.0

    async def pilot_state(self) -> PilotState:
        return PilotState.A

    async def offer_current(self, amperes: float) -> None: ...

    async def close_contactor(self) -> None: ...

    async def open_contactor(self) -> None: ...

    async def lock_connector(self) -> None: ...

    async def unlock_connector(self) -> None: ...


class MeteredEvse(Evse):
    """All that an EVSE must have."""

    async def read_meter(self) -> MeterReading:
        return MeterReading(energy_wh=0.0, power_w=0.0, current_a=(0.0,), voltage_v=(230.0,))


class EvseWithBareMeter(Evse):
    """Its meter tells a number only."""

    async def read_meter(self) -> float:
        return 0.0


class Unit:
    """All that a station must have but the reboot."""

    def __init__(self) -> None:
        self.evses = (MeteredEvse(), MeteredEvse())

    async def start(self, sink: EventSink) -> None:
        sink(PilotChanged(1, PilotState.A))
        sink(PilotChanged("1", PilotState.A))  # error
        sink("A")  # error

    async def stop(self) -> None: ...


class Charger(Unit):
    """All that a station must have."""

    async def reboot(self) -> None: ...


class ChargerWithBlockingReboot(Unit):
    """Mistyped."""

    def reboot(self) -> None: ...


class ChargerWithBareEvses:
    """Its EVSEs have no meter."""

    evses: Sequence[Evse] = ()

    async def start(self, sink: EventSink) -> None: ...

    async def stop(self) -> None: ...

    async def reboot(self) -> None: ...


evse(MeteredEvse())
evse(Evse())  # error
evse(EvseWithBareMeter())  # error

station(Charger())
station(SimulatedStation())
station(Unit())  # error
station(ChargerWithBlockingReboot())  # error
station(ChargerWithBareEvses())  # error
MeterReading(energy_wh=0.0, power_w=0.0)  # error
