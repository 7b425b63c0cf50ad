"""ConnectorPhaseRotation of OCPP 1.6 (9.1.7): how the phases of each connector are wired. In 2.x
each component has a variable of its own that tells it.
"""

from __future__ import annotations

from typing import Final

from pilotwire.dialects.v16.connectors import numbers_of
from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.station.device_model.configuration import Configuration, Place
from pilotwire.station.device_model.definitions import Component
from pilotwire.station.device_model.standard import AnyComponent
from pilotwire.station.station import Station

__all__ = ["BLOCK"]

BLOCK = Block16()

_WIRED: Final = frozenset({"RST", "RTS", "SRT", "STR", "TRS", "TSR"})
_UNKNOWN: Final = "Unknown"
_NOT_APPLICABLE: Final = "NotApplicable"
"""Of a connector with one phase, or with direct current."""


def _says(station: Station) -> str:
    """Each connector's; that of the Charge Point itself (0) where it is known."""
    words = {number: _word(station, number) for number in _numbers(station)}
    return ",".join(f"{n}.{word}" for n, word in words.items() if n or word in _WIRED)


def _sets(station: Station, value: str) -> list[tuple[Place, str]] | None:
    """The values of the variables; what is not named is not known. None where a part is of no
    connector, of one twice, or has a word that does not go with it.
    """
    named = dict[str, str]()
    for part in filter(None, (part.strip() for part in value.split(","))):
        index, _, word = part.partition(".")
        if index in named:
            return None
        named[index] = word
    variables = list[tuple[Place, str]]()
    for number in _numbers(station):
        word = named.pop(str(number), _UNKNOWN)
        if not _is_wired(station, number):
            if word not in {_UNKNOWN, _NOT_APPLICABLE}:
                return None
        elif word in _WIRED or word == _UNKNOWN:
            variables.append((_place(station, number), word if word in _WIRED else ""))
        else:
            return None
    return None if named else variables


BLOCK.composed_key(Keys.ConnectorPhaseRotation, _says, _sets)

BLOCK.fixed_key(Keys.ConnectorPhaseRotationMaxLength, lambda station: len(_numbers(station)))


def _numbers(station: Station) -> range:
    return range(numbers_of(station).total + 1)


def _word(station: Station, number: int) -> str:
    if not _is_wired(station, number):
        return _NOT_APPLICABLE
    value = station.blocks[Configuration].read(_place(station, number)).value
    return value if value in _WIRED else _UNKNOWN


def _is_wired(station: Station, number: int) -> bool:
    """Whether there are phases to be wired in an order."""
    place = _place(station, number)
    model = station.core.device_model
    return model.find(place.component, place.variable, place.instance) is not None


def _place(station: Station, number: int) -> Place:
    place = numbers_of(station).place(number)
    if place is None:
        return Place(Component("ChargingStation"), AnyComponent.PhaseRotation.name)
    evse_id, connector_id = place
    component = Component("Connector", evse_id=evse_id, connector_id=connector_id)
    return Place(component, AnyComponent.PhaseRotation.name)
