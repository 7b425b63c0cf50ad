"""What the standard says of variables (2.x) and configuration keys (1.6): typed, with limits.

On the wire every value is text. A spec reads that text into a Python value and writes it back; both
refuse what the standard does not allow for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Generic, TypeVar, cast

from pilotwire.ocpp.scalars import format_timestamp, parse_timestamp

__all__ = [
    "BOOLEAN",
    "DATE_TIME",
    "DECIMAL",
    "IDENTIFIER",
    "INTEGER",
    "MEMBER_LIST",
    "OPTION_LIST",
    "PASSWORD",
    "SEQUENCE_LIST",
    "STRING",
    "Access",
    "ConfigurationKey",
    "Datatype",
    "Mutability",
    "Setting",
    "Spec",
    "Variable",
]

T = TypeVar("T")

_INTEGER = re.compile(r"[+-]?\d+", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_IDENTIFIER = re.compile(r"[A-Za-z0-9*\-_=:+|@.]*")


@dataclass(frozen=True, slots=True)
class Datatype(Generic[T]):
    """How a kind of value is written as text."""

    name: str
    """As the specification calls it."""
    parse: Callable[[str], T]
    """Text to value; raises ValueError."""
    format: Callable[[T], str]
    """Value to text; raises ValueError."""

    def __repr__(self) -> str:
        return f"<datatype {self.name}>"


def _parse_integer(text: str) -> int:
    if _INTEGER.fullmatch(text) is None:
        raise ValueError(f"{text[:40]!r} is not an integer")
    return int(text)


def _format_integer(value: int) -> str:
    # Not only for type checkers: True would be written as an integer otherwise.
    if isinstance(value, bool):
        raise ValueError(f"{value} is not an integer")  # noqa: TRY004 -- callers expect ValueError
    return str(int(value))


def _parse_decimal(text: str) -> float:
    if _DECIMAL.fullmatch(text) is None:
        raise ValueError(f"{text[:40]!r} is not a decimal")
    return float(text)


def _format_decimal(value: float) -> str:
    number = Decimal(repr(float(value)))
    if not number.is_finite():
        raise ValueError(f"{value} is not a decimal")
    text = f"{number:f}"
    return text.removesuffix(".0")


def _parse_boolean(text: str) -> bool:
    lower = text.lower()
    if lower not in {"true", "false"}:
        raise ValueError(f"{text[:40]!r} is neither true nor false")
    return lower == "true"


def _format_boolean(value: bool) -> str:
    return "true" if value else "false"


def _parse_date_time(text: str) -> datetime:
    try:
        return parse_timestamp(text)
    except ValueError as error:
        raise ValueError(f"{text[:40]!r} is {error}") from error


def _format_date_time(value: datetime) -> str:
    if value.utcoffset() is None:
        raise ValueError(f"{value} has no time zone")
    return format_timestamp(value)


def _same(text: str) -> str:
    return text


def _parse_identifier(text: str) -> str:
    if _IDENTIFIER.fullmatch(text) is None:
        raise ValueError(f"{text[:40]!r} holds a character that no identifier may have")
    return text


def _parse_list(text: str) -> tuple[str, ...]:
    if not text.strip():
        return ()
    return tuple(item.strip() for item in text.split(","))


def _format_list(items: Sequence[str]) -> str:
    for item in items:
        if "," in item:
            raise ValueError(f"{item[:40]!r} has a comma, which would end it in a list")
    return ",".join(items)


STRING: Datatype[str] = Datatype("string", _same, _same)
IDENTIFIER: Datatype[str] = Datatype("identifierString", _parse_identifier, _parse_identifier)
PASSWORD: Datatype[str] = Datatype("passwordString", _same, _same)
INTEGER: Datatype[int] = Datatype("integer", _parse_integer, _format_integer)
DECIMAL: Datatype[float] = Datatype("decimal", _parse_decimal, _format_decimal)
BOOLEAN: Datatype[bool] = Datatype("boolean", _parse_boolean, _format_boolean)
DATE_TIME: Datatype[datetime] = Datatype("dateTime", _parse_date_time, _format_date_time)
OPTION_LIST: Datatype[str] = Datatype("OptionList", _same, _same)
SEQUENCE_LIST: Datatype[tuple[str, ...]] = Datatype("SequenceList", _parse_list, _format_list)
MEMBER_LIST: Datatype[tuple[str, ...]] = Datatype("MemberList", _parse_list, _format_list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec(Generic[T]):
    """What is common to variables and keys."""

    datatype: Datatype[T]
    required: bool = False
    """Every station has it that supports what it belongs to."""
    units: tuple[str, ...] = ()
    """Of measure; more than one where the station chooses."""
    values: tuple[str, ...] = ()
    """All values that the standard knows, for one value or each of a list; empty if it is open."""
    minimum: float | None = None
    """Of a number; of the length of a text."""
    maximum: float | None = None

    @property
    def title(self) -> str:
        """Its name, for messages."""
        raise NotImplementedError

    @property
    def secret(self) -> bool:
        """Whether the value must not be shown."""
        return self.datatype.name == "passwordString"

    def parse(self, text: str) -> T:
        """The value of a text from the wire.

        Raises:
            ValueError: The text is of another type, or the value is not allowed.
        """
        try:
            value = self.datatype.parse(text)
        except ValueError as error:
            raise ValueError(f"{self.title}: {error}") from error
        self.check(value)
        return value

    def format(self, value: T) -> str:
        """The text of a value for the wire.

        Raises:
            ValueError: The value is not allowed.
        """
        self.check(value)
        try:
            return self.datatype.format(value)
        except ValueError as error:
            raise ValueError(f"{self.title}: {error}") from error

    def check(self, value: T) -> None:
        """Raise ValueError if the standard does not allow the value."""
        raw: object = value
        if self.values:
            items = cast("Sequence[object]", raw) if isinstance(raw, (tuple, list)) else (raw,)
            for item in items:
                if item not in self.values:
                    allowed = ", ".join(self.values)
                    raise ValueError(f"{self.title}: {item!r} is none of {allowed}")
        if not isinstance(raw, (int, float, str)):
            return
        measure = len(raw) if isinstance(raw, str) else raw
        what = "a length of " if isinstance(raw, str) else ""
        if self.minimum is not None and measure < self.minimum:
            raise ValueError(f"{self.title}: {what}{measure} is below {self.minimum}")
        if self.maximum is not None and measure > self.maximum:
            raise ValueError(f"{self.title}: {what}{measure} is above {self.maximum}")


class Mutability(Enum):
    """What a CSMS may do with a variable."""

    READ_ONLY = "ReadOnly"
    READ_WRITE = "ReadWrite"
    WRITE_ONLY = "WriteOnly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable(Spec[T]):
    """A standard variable of the device model (2.x)."""

    component: str
    """Name of its component; `*` for a variable that any component may have."""
    name: str
    instance: str | None = None
    instances: str | None = None
    """Where the station names the instances itself: what they stand for."""
    mutability: Mutability | None = None
    """None where the specification leaves it to the station."""

    @property
    def title(self) -> str:
        """`Component.Variable[Instance]`."""
        suffix = f"[{self.instance}]" if self.instance is not None else ""
        return f"{self.component}.{self.name}{suffix}"

    def to(self, value: T) -> Setting:
        """The variable together with a value that it is to have; what takes it checks the value."""
        return Setting(self, value)


@dataclass(frozen=True, slots=True)
class Setting:
    """A variable and its value, as `Variable.to` makes it: `TxCtrlr.EVConnectionTimeOut.to(30)`."""

    variable: Variable[Any]
    value: object = field(repr=False)  # it may be a secret


class Access(Enum):
    """What a CSMS may do with a configuration key."""

    READ = "R"
    READ_WRITE = "RW"
    WRITE = "W"
    READ_OR_READ_WRITE = "R or RW"
    """The station chooses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigurationKey(Spec[T]):
    """A standard configuration key of 1.6."""

    name: str
    access: Access
    profile: str
    """Feature profile whose support makes a required key required."""
    default: T | None = None
    """Where the specification gives one."""

    @property
    def title(self) -> str:
        """Its name."""
        return self.name
