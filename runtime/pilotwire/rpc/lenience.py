"""Reading what is not quite valid: the faults that stations and CSMSs of the field are known for.

The rule of this module: nothing is guessed. What can't mean anything is left out (null, an unknown
property, a list without elements and what needs one), a text that is too long is cut, and a time
without a zone is UTC, which all of OCPP wants. Whatever else is wrong stays wrong.
"""

from copy import deepcopy
from typing import Any, Final, Literal, TypeAlias, TypeVar, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pilotwire.ocpp.base import Message
from pilotwire.ocpp.faults import lacks_zone
from pilotwire.rpc.codes import Edition
from pilotwire.rpc.frames import Payload
from pilotwire.rpc.validation import words_of

__all__ = ["UNKNOWN_PROPERTIES", "Validation", "overlooked", "read"]

M = TypeVar("M", bound=Message)

Validation: TypeAlias = Literal["strict", "lenient"]
"""How what a peer says is judged. Strict: as the official schemas do. Lenient: besides, unknown
properties, null for what is absent, texts that are too long, times without a zone and lists without
elements are accepted, logged with their place, and counted."""

_NULL: Final = "null"
UNKNOWN_PROPERTIES: Final = frozenset({"extra_forbidden"})
_EMPTY_LISTS: Final = frozenset({"too_short"})
_NONE: Final[frozenset[str]] = frozenset()
_ALL: Final = UNKNOWN_PROPERTIES | _EMPTY_LISTS | {_NULL, "string_too_long", "datetime_parsing"}

_ROUNDS: Final = 8
"""How often the rest is read again, since one fault hides another."""
_MOST: Final = 100
"""Faults of a message beyond which it is not looked at any further."""

_Place: TypeAlias = tuple[int | str, ...]


def overlooked(validation: Validation, edition: Edition) -> frozenset[str]:
    """The kinds of faults that are overlooked.

    The official schemas of 1.6 know no least number of elements, so a list without any is no
    ground for refusal: a station that ends a transaction so would repeat that for ever (1.6 4.10).
    """
    if validation == "lenient":
        return _ALL
    return _EMPTY_LISTS if edition is Edition.V16 else _NONE


def read(message: type[M], payload: Payload, kinds: frozenset[str]) -> tuple[M, list[str]]:
    """Read a message, and overlook faults of these kinds; what they were, with their places.

    Raises:
        ValidationError: Something else is wrong; it tells all that is, as for a strict reader.
    """
    try:
        return _judged(message, payload), []
    except ValidationError as error:
        if not kinds or error.error_count() > _MOST:
            raise
        first = error
    rest, notes, emptied = deepcopy(payload), list[str](), set[_Place]()
    last = first
    for _ in range(_ROUNDS):
        dropped: set[_Place] = set()
        # From behind, so that the places of the others stay what they are.
        for fault in reversed(last.errors(include_url=False)):
            if not _mended(rest, fault, kinds, emptied, dropped):
                raise first
            if fault["type"] != "missing":
                notes.append(words_of(fault))
        try:
            return _judged(message, rest), notes
        except ValidationError as error:
            last = error
    raise first


def _judged(message: type[M], payload: Payload) -> M:
    """As `from_wire`, but that the faults are in no words yet: of 40,000 one is told."""
    judged: M = message.__pydantic_validator__.validate_python(payload)
    return judged


def _mended(
    rest: Payload,
    fault: ErrorDetails,
    kinds: frozenset[str],
    emptied: set[_Place],
    dropped: set[_Place],
) -> bool:
    """Mend one fault, if it is of one of the kinds."""
    place, kind, value = fault["loc"], fault["type"], fault["input"]
    if kind == "missing" and place in emptied:
        return _without_element(rest, place, dropped)
    if value is None:
        kind = _NULL
    if kind not in kinds or not place:
        return False
    parent: Any = _at(rest, place[:-1])
    name = place[-1]
    if not isinstance(parent, dict) or name not in parent:
        return False
    holder = cast("dict[int | str, Any]", parent)
    match kind:
        case "string_too_long":
            holder[name] = cast("str", value)[: fault.get("ctx", {})["max_length"]]
        case "datetime_parsing":
            if not lacks_zone(value):
                return False
            holder[name] = f"{value}Z"
        case "too_short":
            if value:
                return False
            emptied.add(place)
            del holder[name]
        case _:
            del holder[name]
    return True


def _without_element(rest: Payload, place: _Place, dropped: set[_Place]) -> bool:
    """Leave out the element of a list that can't do without what stood at `place`."""
    at = next((at for at in reversed(range(len(place))) if isinstance(place[at], int)), None)
    if at is None:
        return False
    element = place[: at + 1]
    if element not in dropped:
        dropped.add(element)
        elements: Any = _at(rest, place[:at])
        del elements[element[-1]]
    return True


def _at(value: Any, place: _Place) -> Any:
    for step in place:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value
