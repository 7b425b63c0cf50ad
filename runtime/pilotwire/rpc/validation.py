"""From what is wrong with a payload to the CALLERROR that OCPP-J names for it (2.0.1 part 4, 4.3).

The rule of this module: the words come from the schema and the names of the fields; no value that
the peer sent is ever repeated, since it may be a secret.
"""

from collections.abc import Sequence
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pilotwire.foreign import printable
from pilotwire.ocpp.faults import words_for
from pilotwire.rpc.codes import ErrorCode

__all__ = ["explain", "words_of"]

# From pydantic's error type to the code; whatever is not listed and no type error is a property
# that has the right type and a wrong value.
_CODES: Final = {
    "missing": ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
    "too_short": ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
    "too_long": ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
    "extra_forbidden": ErrorCode.FORMAT_VIOLATION,
    "none_required": ErrorCode.TYPE_CONSTRAINT_VIOLATION,
    "int_from_float": ErrorCode.TYPE_CONSTRAINT_VIOLATION,
    "is_instance_of": ErrorCode.TYPE_CONSTRAINT_VIOLATION,
}

# Of several faults, the one is named that makes the others moot.
_WEIGHT: Final = (
    ErrorCode.FORMAT_VIOLATION,
    ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
    ErrorCode.TYPE_CONSTRAINT_VIOLATION,
    ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
)

_MAX_NAME: Final = 50


def explain(error: ValidationError) -> tuple[ErrorCode, str]:
    """The error code and the description for a payload that does not validate.

    The description names the field by its path on the wire, for example
    "meterValue[0].sampledValue[2].value: required, but missing".
    """
    faults = [(_code(fault), fault) for fault in error.errors(include_url=False)]
    code, fault = min(faults, key=lambda pair: _WEIGHT.index(pair[0]))
    text = words_of(fault)
    more = len(faults) - 1
    return code, f"{text} (and {more} more)" if more else text


def words_of(fault: ErrorDetails) -> str:
    """One fault in words, with its place."""
    path = _path(fault["loc"])
    return f"{path}: {words_for(fault)}" if path else words_for(fault)


def _code(fault: ErrorDetails) -> ErrorCode:
    kind = fault["type"]
    if kind in _CODES:
        return _CODES[kind]
    if kind.endswith("_type"):
        if not fault["loc"]:
            return ErrorCode.FORMAT_VIOLATION
        return ErrorCode.TYPE_CONSTRAINT_VIOLATION
    if kind in ("enum", "literal_error") and not isinstance(fault["input"], str):
        return ErrorCode.TYPE_CONSTRAINT_VIOLATION
    return ErrorCode.PROPERTY_CONSTRAINT_VIOLATION


def _path(steps: Sequence[int | str]) -> str:
    path = ""
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            name = printable(step, _MAX_NAME)  # of an unknown property it is the peer's word
            path += f".{name}" if path else name
    return path
