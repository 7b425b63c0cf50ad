"""What is wrong with a message, in words: those of its schema, and never a value that it holds."""

import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from pilotwire.ocpp.scalars import parse_timestamp

__all__ = ["WORDS", "in_words", "lacks_zone", "words_for"]

_NO_ZONE: Final = "a date-time without a time zone"
_ZONE: Final = re.compile(r"(?:Z|[+-]\d\d:?\d\d)\Z", re.IGNORECASE | re.ASCII)
_CHOICES: Final = frozenset({"enum", "literal_error"})
_WANTED: Final = {"enum": "expected", "literal_error": "expected", "model_type": "class_name"}
"""Of which kinds pydantic tells more of what is wanted, and as what."""

WORDS: Final[Mapping[str, str]] = {
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
    "any_json_type": "nothing that JSON has",
    "json_type": "not a text with JSON",
    "json_invalid": "not JSON: {error}",
    "frozen_instance": "a message does not change; `replace` makes another",
}
"""By pydantic's kinds of errors, and those of our own."""


def words_for(fault: ErrorDetails) -> str:
    """What is wrong, without its place."""
    kind, value = fault["type"], fault["input"]
    if kind in _CHOICES and not isinstance(value, str):
        return "not a string"
    if kind == "datetime_parsing" and lacks_zone(value):
        return _NO_ZONE
    words = WORDS.get(kind, "not of the type that is wanted" if kind.endswith("_type") else "")
    return words.format_map(fault.get("ctx", {})) or "not an allowed value"


def in_words(error: ValidationError) -> ValidationError:
    """The same error in our words: pydantic's are Python's, and bear a link each."""
    faults = error.errors(include_url=False)
    return ValidationError.from_exception_data(
        error.title, [_in_words(fault) for fault in faults], hide_input=True
    )


def _in_words(fault: ErrorDetails) -> InitErrorDetails:
    # Any: both are to be literals, which guards against texts of strangers; there is none in here.
    kind: Any = fault["type"]
    words: Any = words_for(fault)
    context = fault.get("ctx")
    if context is not None and kind in _WANTED:
        words = f"{words} ({context[_WANTED[kind]]})"
    told = PydanticCustomError(kind, words, context)
    return InitErrorDetails(type=told, loc=fault["loc"], input=fault["input"])


def lacks_zone(value: object) -> bool:
    """Whether a text is a date-time but for its time zone."""
    if not isinstance(value, str) or _ZONE.search(value) is not None:
        return False
    try:
        parse_timestamp(value + "Z")
    except ValueError:
        return False
    return True
