"""What a board says of its state, in Pilotwire's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Self

from pilotwire.hal.interfaces import FaultCode, HardwareError, PilotState

__all__ = ["BoardStatus"]

_STATES: Final = MappingProxyType(
    {1: PilotState.A, 2: PilotState.B, 3: PilotState.C, 4: PilotState.D}
)
_DIODE_FAILED: Final = 0x05
_SLEEPING: Final = 0xFE

_FAULTS: Final[Mapping[int, tuple[FaultCode, str]]] = MappingProxyType(
    {
        0x06: (FaultCode.GROUND_FAULT, "current flows to earth"),
        0x07: (FaultCode.POWER_QUALITY, "there is no protective earth"),
        0x08: (FaultCode.CONTACTOR, "the relay is stuck"),
        0x09: (FaultCode.GROUND_FAULT, "the self test of the ground fault detector has failed"),
        0x0A: (FaultCode.HIGH_TEMPERATURE, "the board is too hot"),
        0x0B: (FaultCode.OVERCURRENT_FAULT, "the vehicle draws more than it was offered"),
    }
)
_KNOWN: Final = frozenset({0, *_STATES, _DIODE_FAILED, *_FAULTS, _SLEEPING, 0xFF})

_CHARGING_ON: Final = 0x0040
_EV_CONNECTED: Final = 0x0100


@dataclass(frozen=True, slots=True)
class BoardStatus:
    """EVSE_STATE_xxx of the board and of its pilot, and its volatile flags."""

    state: int
    pilot_state: int
    flags: int

    @classmethod
    def of(cls, state: str, pilot_state: str, flags: str) -> Self:
        """From the words of $GS or $AT, which are hexadecimal.

        Raises:
            HardwareError: they are none.
        """
        try:
            return cls(int(state, 16), int(pilot_state, 16), int(flags, 16))
        except ValueError:
            words = f"{state} {pilot_state} {flags}"
            raise HardwareError(f"the board tells a state that is none: {words}") from None

    @classmethod
    def answered(cls, words: Sequence[str]) -> Self:
        """From the answer to $GS: state, seconds of charging, state of the pilot, flags."""
        match words:
            case [state, _, pilot_state, flags, *_]:
                return cls.of(state, pilot_state, flags)
            case _:
                raise HardwareError(f"the board tells a state that is none: {' '.join(words)}")

    @property
    def pilot(self) -> PilotState:
        """The Control Pilot. In a fault, and while it is disabled, the board has it at -12 V and
        can't see the vehicle: that is F. A vehicle without a diode is E.
        """
        if self.state == _DIODE_FAILED:
            return PilotState.E
        return _STATES.get(self.pilot_state, PilotState.F)

    @property
    def fault(self) -> tuple[FaultCode, str] | None:
        """What is wrong, with words."""
        if self.state not in _KNOWN:
            return FaultCode.OTHER, f"the board is in the unknown state {self.state:02X}"
        return _FAULTS.get(self.state)

    @property
    def closed(self) -> bool:
        """Whether the relay is closed."""
        return bool(self.flags & _CHARGING_ON)

    @property
    def connected(self) -> bool:
        """Whether the board's energy meter counts for a vehicle that is there."""
        return bool(self.flags & _EV_CONNECTED)

    @property
    def sleeping(self) -> bool:
        """Whether it offers nothing."""
        return self.state == _SLEEPING
