"""TxStartPoint and TxStopPoint, and which of their members are so at an EVSE now."""

from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import SampledDataCtrlr, TxCtrlr
from pilotwire.station.evse.state import EvseState, TxPoint

__all__ = ["TxPoints"]

_BAY = TxPoint.PARKING_BAY_OCCUPANCY
_SIGNED = frozenset({TxPoint.DATA_SIGNED})


class TxPoints:
    """What begins and ends the transactions of one EVSE; `signing` where its meter can sign."""

    __slots__ = ("_core", "_signing", "_state")

    def __init__(self, core: Core, state: EvseState, *, signing: bool) -> None:
        self._core = core
        self._state = state
        self._signing = signing

    def now(self) -> frozenset[TxPoint]:
        """The points that are active. A bay that neither begins nor ends transactions is not one of
        them: a transaction would go on for which nothing else is left. A signed value is to be had
        as soon as the power path is closed, where readings are signed (E01.FR.04).
        """
        points = self._state.points()
        if self._signing and TxPoint.POWER_PATH_CLOSED in points and self._signs:
            points |= _SIGNED
        if _BAY in points and not self.ends_with_the_bay and _BAY not in self.start:
            return points - {_BAY}
        return points

    @property
    def start(self) -> frozenset[TxPoint]:
        """Those that begin a transaction."""
        return _members(self._core.device_model[TxCtrlr.TxStartPoint])

    @property
    def stop(self) -> frozenset[TxPoint]:
        """Those that end one when they are no more."""
        model = self._core.device_model
        if not self._core.standing.steered_finely and not model[TxCtrlr.StopTxOnEVSideDisconnect]:
            return frozenset({TxPoint.AUTHORIZED})  # 1.6 4.10: the vehicle may come back
        return _members(model[TxCtrlr.TxStopPoint])

    @property
    def ends_with_the_bay(self) -> bool:
        """Whether a transaction ends when the parking bay is left."""
        return _BAY in self.stop

    @property
    def _signs(self) -> bool:
        return self._core.device_model[SampledDataCtrlr.SignReadings]


def _members(names: tuple[str, ...]) -> frozenset[TxPoint]:
    return frozenset(point for point in TxPoint if point.value in names)
