"""The faults that simulated hardware reports of an EVSE, or of the whole station."""

from pilotwire.hal.interfaces import AnyFaultCode, EventSink, FaultCleared, FaultRaised

__all__ = ["StandingFaults"]


class StandingFaults:
    """The faults of one EVSE that stand, each reported when it comes, changes and goes."""

    __slots__ = ("_evse_id", "_report", "_standing")

    def __init__(self, evse_id: int, report: EventSink) -> None:
        self._evse_id = evse_id
        self._report = report
        self._standing: dict[AnyFaultCode, FaultRaised] = {}

    @property
    def all(self) -> tuple[FaultRaised, ...]:
        """Those that stand, the oldest first."""
        return tuple(self._standing.values())

    def announce(self) -> None:
        """Report all that stand."""
        for fault in self._standing.values():
            self._report(fault)

    def raised(self, code: AnyFaultCode, info: str) -> None:
        """There is one with this code, or with another `info` than before."""
        fault = FaultRaised(self._evse_id, code, info)
        if fault != self._standing.get(code):
            self._standing[code] = fault
            self._report(fault)

    def cleared(self, code: AnyFaultCode | None) -> None:
        """The one with this code is gone, if it stood; or all are."""
        for each in list(self._standing) if code is None else [code]:
            if self._standing.pop(each, None) is not None:
                self._report(FaultCleared(self._evse_id, each))
