"""The values of the station's variables: what somebody set, or the default.

A lookup is typed by the variable's spec: `device_model[TxCtrlr.EVConnectionTimeOut]` is an `int` to
the checker. Only what differs from the default is kept, in memory and on disk.
"""

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from pilotwire.errors import PilotwireError
from pilotwire.ocpp.specs import Variable
from pilotwire.station.variables import DEFAULTS, MEMBERS
from pilotwire.store import StationRecords, VariableKey

__all__ = ["DeviceModel", "UnknownVariableError"]

T = TypeVar("T")


class UnknownVariableError(PilotwireError, LookupError):
    """The station has no such variable."""


class DeviceModel:
    """The variables of one station. `settings` are values that take the place of defaults.

    Raises:
        UnknownVariableError: the station does not have one of the settings.
        ValueError: the value of one is not allowed.
    """

    def __init__(
        self, records: StationRecords, settings: Mapping[Variable[Any], object] | None = None
    ) -> None:
        self._records = records
        self._defaults = dict(DEFAULTS)
        for variable, value in (settings or {}).items():
            self._known(variable)
            _check(variable, value)
            self._defaults[variable] = value
        kept = records.variables.all()
        self._values: dict[Variable[Any], object] = {
            variable: variable.parse(kept[_key(variable)])
            for variable in DEFAULTS
            if _key(variable) in kept
        }

    def __getitem__(self, variable: Variable[T]) -> T:
        """The value of a variable.

        Raises:
            UnknownVariableError: the station does not have it.
        """
        self._known(variable)
        return cast("T", self._values.get(variable, self._defaults[variable]))

    def __setitem__(self, variable: Variable[T], value: T) -> None:
        """Set a variable and keep its value over restarts.

        Raises:
            UnknownVariableError: the station does not have it.
            ValueError: the value is not one of the variable's type.
        """
        if self[variable] == value:
            return
        text = _check(variable, value)
        with self._records.atomic():
            self._records.variables.set(_key(variable), text)
        self._values[variable] = variable.parse(text)

    def _known(self, variable: Variable[Any]) -> None:
        if variable not in self._defaults:
            raise UnknownVariableError(f"the station has no {variable.title}")


def _check(variable: Variable[T], value: T) -> str:
    """The value as text; raises ValueError if the standard or this station does not allow it."""
    text = variable.format(value)
    members = MEMBERS.get(variable)
    if members is not None:
        unable = [member for member in text.split(",") if member and member not in members]
        if unable:
            raise ValueError(f"{variable.title}: this station can't tell {', '.join(unable)}")
    return text


def _key(variable: Variable[Any]) -> VariableKey:
    return VariableKey(
        component=variable.component,
        variable=variable.name,
        variable_instance=variable.instance or "",
    )
