"""The values of the station's variables: what somebody set, or the default.

A lookup is typed by the variable's spec: `device_model[TxCtrlr.EVConnectionTimeOut]` is an `int` to
the checker. Only what differs from the default is kept, in memory and on disk.
"""

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from pilotwire.errors import PilotwireError
from pilotwire.ocpp.specs import Variable
from pilotwire.station.variables import DEFAULTS
from pilotwire.store import StationRecords, VariableKey

__all__ = ["DeviceModel", "UnknownVariableError"]

T = TypeVar("T")


class UnknownVariableError(PilotwireError, KeyError):
    """The station has no such variable."""

    def __str__(self) -> str:
        return str(self.args[0])


class DeviceModel:
    """The variables of one station."""

    def __init__(
        self, records: StationRecords, defaults: Mapping[Variable[Any], object] = DEFAULTS
    ) -> None:
        self._records = records
        self._defaults = defaults
        kept = records.variables.all()
        self._values: dict[Variable[Any], object] = {
            variable: variable.parse(kept[_key(variable)])
            for variable in defaults
            if _key(variable) in kept
        }

    def __getitem__(self, variable: Variable[T]) -> T:
        """The value of a variable.

        Raises:
            UnknownVariableError: the station does not have it.
        """
        if variable in self._values:
            return cast("T", self._values[variable])
        try:
            return cast("T", self._defaults[variable])
        except KeyError:
            raise UnknownVariableError(f"the station has no {variable.title}") from None

    def __setitem__(self, variable: Variable[T], value: T) -> None:
        """Set a variable and keep its value over restarts.

        Raises:
            UnknownVariableError: the station does not have it.
            ValueError: the value is not one of the variable's type.
        """
        if self[variable] == value:
            return
        text = variable.format(value)
        parsed = variable.parse(text)
        with self._records.atomic():
            self._records.variables.set(_key(variable), text)
        self._values[variable] = parsed


def _key(variable: Variable[Any]) -> VariableKey:
    return VariableKey(
        component=variable.component,
        variable=variable.name,
        variable_instance=variable.instance or "",
    )
