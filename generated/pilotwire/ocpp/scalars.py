"""The leaf types of OCPP messages: what JSON Schema calls integer, number, boolean and date-time.

JSON types are kept apart: a string is never read as a number, a boolean never as an integer.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, Strict
from pydantic_core import PydanticCustomError, PydanticKnownError, core_schema

__all__ = [
    "Boolean",
    "Integer",
    "Number",
    "Sequence",
    "Tenths",
    "Timestamp",
    "Uri",
    "WholeNumber",
    "WireEnum",
    "format_timestamp",
    "parse_timestamp",
]

_RFC3339 = re.compile(
    r"\d{4}-\d\d-\d\d[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?"
    r"(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)",
    re.ASCII,
)
_TWO_DIGITS = tuple(f"{number:02}" for number in range(60))
_LEAP_SECOND = re.compile(r":60(\.\d+)?")
_PART = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})"
_USER = r"(?:(?:[A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*@)?"
_HOST = r"(?:\[[A-Za-z0-9:._~!$&'()*+,;=-]+\]|(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)"
_URI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:"
    rf"(?://{_USER}{_HOST}(?::\d*)?(?:/{_PART}*)*|/?(?:{_PART}+(?:/{_PART}*)*)?)"
    rf"(?:\?(?:{_PART}|[/?])*)?(?:#(?:{_PART}|[/?])*)?",
    re.ASCII,
)


def parse_timestamp(text: str) -> datetime:
    """The instant that an RFC 3339 text names, in UTC, to the millisecond.

    Raises:
        ValueError: The text is not RFC 3339, or the instant is outside the years 1 to 9999.
    """
    if _RFC3339.fullmatch(text) is None:
        raise ValueError("not an RFC 3339 date-time")
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        # Small letters, or a leap second, which datetime cannot hold: the last millisecond before.
        try:
            value = datetime.fromisoformat(_LEAP_SECOND.sub(":59.999", text.upper()))
        except ValueError:
            raise ValueError("no day of the calendar") from None
    return value if value.tzinfo is UTC and not value.microsecond % 1000 else _held(value)


def format_timestamp(value: datetime) -> str:
    """RFC 3339 in UTC with milliseconds, `2026-01-31T08:30:00.000Z`, of an aware datetime."""
    utc = value if value.tzinfo is UTC else value.astimezone(UTC)
    day = _format_day(utc.year, utc.month, utc.day)
    time = f"{_TWO_DIGITS[utc.hour]}:{_TWO_DIGITS[utc.minute]}:{_TWO_DIGITS[utc.second]}"
    # Most instants that stations send are whole seconds, and formatting a number takes long.
    milliseconds = f"{utc.microsecond // 1000:03}" if utc.microsecond else "000"
    return f"{day}T{time}.{milliseconds}Z"


@lru_cache(maxsize=8)
def _format_day(year: int, month: int, day: int) -> str:
    # `datetime.isoformat` takes three times as long, and most instants are of today.
    return f"{year:04}-{month:02}-{day:02}"


def _held(value: datetime) -> datetime:
    """An aware datetime in UTC and whole milliseconds; raises ValueError if it has no such form."""
    if value.tzinfo is not UTC:
        try:
            value = value.astimezone(UTC)
        except OverflowError as error:
            raise ValueError("outside the years 1 to 9999") from error
    excess = value.microsecond % 1000
    return value.replace(microsecond=value.microsecond - excess) if excess else value


def _read_timestamp(value: object) -> datetime:
    if isinstance(value, str):
        try:
            return parse_timestamp(value)
        except ValueError as error:
            raise PydanticKnownError("datetime_parsing", {"error": str(error)}) from error
    if not isinstance(value, datetime):
        raise PydanticKnownError("datetime_type")
    if value.utcoffset() is None:
        raise PydanticKnownError("timezone_aware")
    try:
        return _held(value)
    except ValueError as error:
        raise PydanticKnownError("datetime_parsing", {"error": str(error)}) from error


class WireEnum(StrEnum):
    """Values that the standard lists; a member is the text that stands on the wire."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> core_schema.CoreSchema:
        # Written as the text it is; pydantic would ask each member for its value, which is slow.
        return core_schema.enum_schema(
            cls, list(cls), sub_type="str", serialization=core_schema.simple_ser_schema("str")
        )


class _TimestampSchema:
    """Reads aware datetimes and RFC 3339 texts, writes RFC 3339."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _read_timestamp,
            serialization=core_schema.plain_serializer_function_ser_schema(
                format_timestamp,
                return_schema=core_schema.str_schema(),
                when_used="json-unless-none",
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        return {"type": "string", "format": "date-time"}


class _WholeNumberSchema:
    """Integers as JSON Schema draft 6 and later sees them: 1.0 is one."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> core_schema.CoreSchema:
        integer = core_schema.int_schema(strict=True)
        whole = core_schema.no_info_after_validator_function(
            _to_integer, core_schema.float_schema(strict=True, allow_inf_nan=False)
        )
        return core_schema.union_schema(
            [integer, whole], mode="left_to_right", custom_error_type="int_type"
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        return {"type": "integer"}


def _to_integer(value: float) -> int:
    if not value.is_integer():
        raise PydanticKnownError("int_from_float")
    return int(value)


@lru_cache(maxsize=1024)  # a day's limits are few, and a call into Python is most of the cost
def _check_tenths(value: float) -> float:
    # A float counts by its shortest decimal form, the one that JSON writes: 21.4 has one decimal.
    # `round(value, 1)` says so alone, but takes ten times as long as what goes before it.
    if value.is_integer() or round(value * 10) / 10 == value or round(value, 1) == value:
        return value
    raise PydanticKnownError("multiple_of", {"multiple_of": 0.1})


def _check_uri(value: str) -> str:
    if _URI.fullmatch(value) is None:
        raise PydanticCustomError("uri_parsing", "Input should be a URI with a scheme")
    return value


Integer = Annotated[int, Strict()]
"""An integer; 1.0 is none (JSON Schema draft 4)."""

WholeNumber = Annotated[int, _WholeNumberSchema]
"""An integer; 1.0 is one (JSON Schema draft 6)."""

Number = Annotated[float, Strict()]
"""Any finite number."""

Tenths = Annotated[float, Strict(), AfterValidator(_check_tenths)]
"""A number with at most one decimal."""

Boolean = Annotated[bool, Strict()]
"""True or false, and neither 0 nor 1."""

Timestamp = Annotated[datetime, _TimestampSchema]
"""An instant with time zone, held in UTC to the millisecond."""

Uri = Annotated[str, AfterValidator(_check_uri)]
"""An absolute URI, kept as text."""

if TYPE_CHECKING:
    # Itself, not an alias of it: editors show the name, and the elements only of the real one.
    from collections.abc import Sequence
else:

    class Sequence:
        """A JSON array: any sequence goes in, a tuple is held, so that a message never changes."""

        def __class_getitem__(cls, item: Any) -> Any:
            return tuple[item, ...]
