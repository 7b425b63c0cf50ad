"""The standard variables that a station has; which these are, and what they are here, is said by
the blocks that they steer (`DEFINITIONS`), and joined in `station.blocks`.

None is listed that does not steer or tell what the station does. The specs themselves (name, type,
unit, what the standard allows) are generated.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from pilotwire.ocpp.specs import Variable
from pilotwire.ocpp.v21.device_model import (
    EVSE,
    AlignedDataCtrlr,
    AnyComponent,
    AuthCacheCtrlr,
    AuthCtrlr,
    ChargingStation,
    ClockCtrlr,
    Connector,
    DeviceDataCtrlr,
    FiscalMetering,
    LocalAuthListCtrlr,
    OCPPCommCtrlr,
    ReservationCtrlr,
    SampledDataCtrlr,
    SecurityCtrlr,
    SmartChargingCtrlr,
    TxCtrlr,
)
from pilotwire.station.device_model.definitions import Definition, Key

__all__ = [
    "EVSE",
    "AlignedDataCtrlr",
    "AnyComponent",
    "AuthCacheCtrlr",
    "AuthCtrlr",
    "ChargingStation",
    "ClockCtrlr",
    "Connector",
    "DeviceDataCtrlr",
    "FiscalMetering",
    "LocalAuthListCtrlr",
    "OCPPCommCtrlr",
    "ReservationCtrlr",
    "SampledDataCtrlr",
    "SecurityCtrlr",
    "SmartChargingCtrlr",
    "Standard",
    "TxCtrlr",
]


class Standard:
    """The definitions of the variables that every station has; shared, and never changed."""

    __slots__ = ("by_key", "by_spec")

    def __init__(self, definitions: Iterable[Definition]) -> None:
        self.by_key: dict[Key, Definition] = {one.key: one for one in definitions}
        """In the order in which they are reported."""
        self.by_spec: dict[Variable[Any], Definition] = {
            one.spec: one for one in self.by_key.values() if one.component.instance is None
        }
        """Those of components of which there is one."""

    def __iter__(self) -> Iterator[Definition]:
        return iter(self.by_key.values())

    def __len__(self) -> int:
        return len(self.by_key)
