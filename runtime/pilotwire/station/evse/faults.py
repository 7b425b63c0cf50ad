"""What is wrong with an EVSE: each fault is raised and cleared by its own code.

Some are warnings only: they are told beside the status, and end nothing (1.6 4.9).

A fault of the whole station (EVSE 0) stands on every EVSE, beside one with the same code that an
EVSE may have of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pilotwire.hal.interfaces import AnyFaultCode, FaultCode, OwnWord
from pilotwire.station.vocabulary import Reason

__all__ = ["STORE_FULL", "Fault", "stop_reason"]

STORE_FULL = OwnWord("StoreFull")
"""The code of a store that can't be written: no transaction can begin."""

_STOP_REASONS: Mapping[str, Reason] = MappingProxyType(
    {
        FaultCode.GROUND_FAULT: Reason.GROUND_FAULT,
        FaultCode.OVERCURRENT_FAULT: Reason.OVERCURRENT_FAULT,
        FaultCode.OVER_VOLTAGE: Reason.POWER_QUALITY,
        FaultCode.UNDER_VOLTAGE: Reason.POWER_QUALITY,
        FaultCode.POWER_QUALITY: Reason.POWER_QUALITY,
        FaultCode.EMERGENCY_STOP: Reason.EMERGENCY_STOP,
    }
)
_WARNINGS = frozenset(code.value for code in FaultCode if code.is_warning)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong.

    `evse_id` is 0 for a fault of the whole station. `found` tells that the station has found it by
    itself, when a part did not do as it was told: it looks again, and is gone once the part does.
    """

    evse_id: int
    code: AnyFaultCode
    info: str
    found: bool = False

    @property
    def is_warning(self) -> bool:
        """Whether charging is still possible, or soon will be: the status is not Faulted (4.9)."""
        return self.code in _WARNINGS

    @property
    def withholds(self) -> bool:
        """Whether no energy is offered while it stands (1.6 7.6: SuspendedEVSE)."""
        return not self.is_warning or self.code == FaultCode.EV_COMMUNICATION

    def __str__(self) -> str:
        """What is wrong, in one line."""
        return f"{self.code}: {self.info}" if self.info else self.code

    @property
    def key(self) -> tuple[int, AnyFaultCode]:
        """What it is raised and cleared by."""
        return self.evse_id, self.code


def stop_reason(code: AnyFaultCode) -> Reason:
    """Why a transaction ends that a fault with this code ends."""
    return _STOP_REASONS.get(code, Reason.OTHER)
