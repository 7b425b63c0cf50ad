"""From what is wrong with a payload to the CALLERROR that OCPP-J names for it (2.0.1 part 4, 4.3).

The rule of this module: the words come from the schema and the names of the fields; no value that
the peer sent is ever repeated, since it may be a secret.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pilotwire.foreign import printable
from pilotwire.ocpp.scalars import parse_timestamp
from pilotwire.rpc.codes import ErrorCode

__all__ = ["WORDS", "explain"]

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
_NO_ZONE: Final = "a date-time without a time zone"
_ZONE: Final = re.compile(r"(?:Z|[+-]\d\d:?\d\d)\Z", re.IGNORECASE | re.ASCII)

WORDS: Final = {
    "missing": "required, but missing",
    "too_short": "fewer than {min_length} elements",
    "too_long": "more than {max_length} elements",
    "extra_forbidden": "unknown property",
    "string_too_long": "longer than {max_length} characters",
    "string_too_short": "shorter than {min_length} characters",
    "string_pattern_mismatch": "does not match the pattern",
    "string_unicode": "holds half a surrogate pair",
    "enum": "not one of the allowed values",
    "literal_error": "not one of the allowed values",
    "greater_than": "not greater than {gt}",
    "greater_than_equal": "less than {ge}",
    "less_than": "not less than {lt}",
    "less_than_equal": "greater than {le}",
    "multiple_of": "not a multiple of {multiple_of}",
    "finite_number": "not a finite number",
    "datetime_parsing": "{error}",
    "timezone_aware": _NO_ZONE,
    "uri_parsing": "not a URI with a scheme",
    "nesting": "nested too deeply",
    "int_from_float": "not an integer",
    "int_type": "not an integer",
    "float_type": "not a number",
    "string_type": "not a string",
    "string_sub_type": "not a string",
    "bool_type": "not a boolean",
    "datetime_type": "not a string with a date-time",
    "list_type": "not an array",
    "tuple_type": "not an array",
    "dict_type": "not an object",
    "model_type": "not an object",
    "model_attributes_type": "not an object",
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
    kind, value = fault["type"], fault["input"]
    if kind in ("enum", "literal_error") and not isinstance(value, str):
        return "not a string"
    if kind == "datetime_parsing" and isinstance(value, str) and _ZONE.search(value) is None:
        with suppress(ValueError):
            parse_timestamp(value + "Z")
            return _NO_ZONE
    words = WORDS.get(kind, "not of the type that is wanted" if kind.endswith("_type") else "")
    return words.format_map(fault.get("ctx", {})) or "not an allowed value"


def _path(steps: Sequence[int | str]) -> str:
    path = ""
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            name = printable(step, _MAX_NAME)  # of an unknown property it is the peer's word
            path += f".{name}" if path else name
    return path
