"""From what is wrong with a payload to the CALLERROR that OCPP-J names for it (2.0.1 part 4, 4.3).

The rule of this module: the words come from the schema and the names of the fields; no value that
the peer sent is ever repeated, since it may be a secret.
"""

from collections.abc import Sequence
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pilotwire.rpc.codes import ErrorCode

__all__ = ["explain"]

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

_WORDS: Final = {
    "missing": "required, but missing",
    "too_short": "fewer than {min_length} elements",
    "too_long": "more than {max_length} elements",
    "extra_forbidden": "unknown property",
    "string_too_long": "longer than {max_length} characters",
    "string_too_short": "shorter than {min_length} characters",
    "string_pattern_mismatch": "does not match the pattern",
    "enum": "not one of the allowed values",
    "literal_error": "not one of the allowed values",
    "greater_than": "not greater than {gt}",
    "greater_than_equal": "less than {ge}",
    "less_than": "not less than {lt}",
    "less_than_equal": "greater than {le}",
    "multiple_of": "not a multiple of {multiple_of}",
    "finite_number": "not a finite number",
    "int_from_float": "not an integer",
    "int_type": "not an integer",
    "float_type": "not a number",
    "string_type": "not a string",
    "bool_type": "not a boolean",
    "list_type": "not an array",
    "dict_type": "not an object",
    "model_type": "not an object",
}


def explain(error: ValidationError) -> tuple[ErrorCode, str]:
    """The error code and the description for a payload that does not validate.

    The description names the field by its path on the wire, for example
    "meterValue[0].sampledValue[2].value: required, but missing".
    """
    faults = [(_code(fault), fault) for fault in error.errors(include_url=False)]
    code, fault = min(faults, key=lambda pair: _WEIGHT.index(pair[0]))
    path = _path(fault["loc"])
    text = f"{path}: {_words(fault)}" if path else _words(fault)
    more = len(faults) - 1
    return code, f"{text} (and {more} more)" if more else text


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


def _words(fault: ErrorDetails) -> str:
    kind = fault["type"]
    words = _WORDS.get(kind)
    if words is None:
        return "wrong type" if kind.endswith("_type") else "invalid value"
    return words.format_map(fault.get("ctx", {}))


def _path(steps: Sequence[int | str]) -> str:
    path = ""
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            path += f".{step}" if path else step
    return path
