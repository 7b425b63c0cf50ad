"""What a variable of this station is: where it is, what it may be, where its value comes from.

A definition never changes, so that all stations of a process share those of the standard variables.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, TypeAlias, TypeVar, cast

from pilotwire.ocpp.specs import Mutability, Variable
from pilotwire.station.evse.state import EvseSnapshot
from pilotwire.station.vocabulary import Attribute, ReasonCode
from pilotwire.store import VariableKey

__all__ = [
    "LONGEST",
    "Component",
    "Definition",
    "Guard",
    "Keeper",
    "Key",
    "LiveStation",
    "RefusedValueError",
    "key_of",
    "setting",
    "shown",
]

T = TypeVar("T")

LONGEST = 2**31 - 1
"""The largest number that a standard variable takes here: what fits into 32 bits."""

_LISTS = frozenset({"MemberList", "SequenceList"})
_NUMBERS = frozenset({"integer", "decimal"})
_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "integer": int,
    "decimal": (int, float),
    "boolean": bool,
    "dateTime": datetime,
    "MemberList": (tuple, list),
    "SequenceList": (tuple, list),
}
"""What a value is in Python; of all other datatypes, a string."""

Key: TypeAlias = tuple[str, str, int, int, str, str]
"""An address as it is compared: names in OCPP are equal whatever their case."""


@dataclass(frozen=True, slots=True)
class Component:
    """A component: of the whole station, of an EVSE, or of a connector of an EVSE."""

    name: str
    instance: str | None = None
    evse_id: int | None = None
    connector_id: int | None = None

    def __str__(self) -> str:
        place = "".join(f".{n}" for n in (self.evse_id, self.connector_id) if n is not None)
        return f"{self.name}{place}" + (f"[{self.instance}]" if self.instance else "")


def key_of(component: Component, variable: str, instance: str | None) -> Key:
    """The address of a variable; no instance and an empty one are the same (B06.FR.15)."""
    return (
        component.name.lower(),
        (component.instance or "").lower(),
        component.evse_id or 0,
        component.connector_id or 0,
        variable.lower(),
        (instance or "").lower(),
    )


class LiveStation(Protocol):
    """What a running station tells of itself to the variables that nobody sets."""

    def now(self) -> datetime:
        """Its time of day."""
        ...

    def evse(self, evse_id: int) -> EvseSnapshot:
        """How an EVSE is."""
        ...

    def all_evses(self) -> Sequence[EvseSnapshot]:
        """How all of them are."""
        ...

    def block(self, kind: type[T]) -> T:
        """A block of it."""
        ...


Keeper: TypeAlias = "Callable[[LiveStation, Mapping[Definition, object]], Callable[[], object]]"
Guard: TypeAlias = (
    "Callable[[LiveStation, Definition, object, Mapping[Definition, object]], object]"
)


class RefusedValueError(ValueError):
    """A variable does not take a value. The text never holds a secret."""

    def __init__(self, reason: ReasonCode, text: str) -> None:
        super().__init__(text)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Definition:
    """A variable that the station has.

    Attributes:
        spec: Its name, datatype, unit, and what the standard allows.
        component: Where it is.
        default: Its value until somebody sets another.
        mutability: What the CSMS may do with its Actual; all other attributes can be set.
        attributes: Those it has.
        values: Of what the standard allows, what this station can do; for a list or an option.
        unlisted: What it takes besides, and does not name as its values.
        minimum: The lowest number it takes, the spec's if None.
        maximum: The highest number it takes, the spec's if None.
        never_empty: Whether an empty list is refused.
        reboot_required: Whether a value that was set counts only from the next start on.
        constant: Whether the station never changes it.
        live: Where its value comes from if nobody sets it: the running station,
        reads: or the application.
        keeps: Who keeps what is set, if not the device model: called within the commit, it returns
            what is to be done once that is made.
        validate: Raises ValueError for what else it does not take.
        guard: Raises ValueError for what the CSMS may not set it to as things are in the running
            station; it is given what else one request sets, too.
    """

    spec: Variable[Any]
    component: Component
    mutability: Mutability
    default: object = field(default=None, repr=False)  # it may be a secret
    attributes: tuple[Attribute, ...] = (Attribute.ACTUAL,)
    values: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    never_empty: bool = False
    reboot_required: bool = False
    constant: bool = False
    live: Callable[[LiveStation], object] | None = None
    reads: Callable[[], object] | None = None
    keeps: Keeper | None = None
    validate: Callable[[Any], object] | None = None
    guard: Guard | None = None
    key: Key = field(init=False)

    def __post_init__(self) -> None:
        key = key_of(self.component, self.spec.name, self.spec.instance)
        object.__setattr__(self, "key", key)

    @property
    def title(self) -> str:
        """Its name, for messages."""
        suffix = f"[{self.spec.instance}]" if self.spec.instance else ""
        return f"{self.component}.{self.spec.name}{suffix}"

    @property
    def persistent(self) -> bool:
        """Whether its value outlasts a restart: it is kept, or can't change."""
        return not self.computed

    @property
    def computed(self) -> bool:
        """Whether nobody sets it: its value is found out when somebody asks."""
        return self.keeps is None and (self.live is not None or self.reads is not None)

    @property
    def allowed(self) -> tuple[str, ...]:
        """The values it may have, or the members of its list; empty if that is open."""
        return self.values or self.spec.values

    @property
    def limits(self) -> tuple[float | None, float | None]:
        """The lowest and the highest number; of a text, the least and the most characters."""
        return (
            self.spec.minimum if self.minimum is None else self.minimum,
            self.spec.maximum if self.maximum is None else self.maximum,
        )

    def mutability_of(self, attribute: Attribute) -> Mutability:
        """What the CSMS may do with an attribute."""
        return self.mutability if attribute is Attribute.ACTUAL else Mutability.READ_WRITE

    def stored(self, attribute: Attribute) -> VariableKey:
        """Where the store keeps the value of an attribute."""
        return VariableKey(
            component=self.component.name,
            variable=self.spec.name,
            component_instance=self.component.instance or "",
            variable_instance=self.spec.instance or "",
            evse_id=self.component.evse_id or 0,
            connector_id=self.component.connector_id or 0,
            attribute=attribute.value,
        )

    def parse(self, text: str) -> object:
        """The value of a text.

        Raises:
            RefusedValueError: the text is no value of this variable, or one that it does not take.
        """
        try:
            value = self.spec.datatype.parse(text)
        except ValueError as error:
            raise self._refused(ReasonCode.INVALID_VALUE, str(error)) from None
        self.check(value)
        return value

    def format(self, value: object) -> str:
        """The text of a value."""
        return self.spec.datatype.format(value)

    def check(self, value: object) -> None:
        """Raise RefusedValueError if the variable does not take the value."""
        self._check_type(value)
        self._check_limits(value)
        try:
            self.spec.format(value)
        except (ValueError, TypeError) as error:
            raise self._refused(ReasonCode.INVALID_VALUE, str(error)) from None
        self._check_members(value)
        try:
            if self.validate is not None:
                self.validate(value)
        except (ValueError, TypeError) as error:
            raise self._refused(ReasonCode.INVALID_VALUE, str(error)) from None

    def _check_type(self, value: object) -> None:
        """Not only for type checkers: "false" is true, and a text a list of letters."""
        name = self.spec.datatype.name
        wrong = isinstance(value, bool) and name != "boolean"
        if wrong or not isinstance(value, _TYPES.get(name, str)):
            raise self._refused(ReasonCode.INVALID_VALUE, f"{_short(value)!r} is no {name}")

    def _check_limits(self, value: object) -> None:
        if self.spec.datatype.name not in _NUMBERS or not isinstance(value, (int, float)):
            return
        lowest, highest = self.limits
        if lowest is not None and value < lowest:
            raise self._refused(ReasonCode.VALUE_TOO_LOW, f"{value} is below {lowest:.16g}")
        if highest is not None and value > highest:
            raise self._refused(
                ReasonCode.VALUE_TOO_HIGH, f"{_short(value)} is above {highest:.16g}"
            )

    def _check_members(self, value: object) -> None:
        if self.spec.datatype.name in _LISTS and isinstance(value, (tuple, list)):
            members = cast("Sequence[str]", value)
        elif isinstance(value, str):
            members = (value,)
        else:
            return
        if self.never_empty and not members:
            raise self._refused(ReasonCode.INVALID_VALUE, "it may not be empty")
        able = (*self.values, *self.unlisted)
        unable = [member for member in members if self.values and member not in able]
        if unable:
            raise self._refused(
                ReasonCode.INVALID_VALUE, f"this station can't tell {', '.join(unable)[:80]}"
            )

    def _refused(self, reason: ReasonCode, text: str) -> RefusedValueError:
        if self.spec.secret:
            return RefusedValueError(reason, f"{self.title}: not allowed")
        return RefusedValueError(reason, text if self.title in text else f"{self.title}: {text}")


def setting(
    variable: Variable[T], default: T, component: Component | None = None, **more: Any
) -> Definition:
    """A variable that the CSMS may set."""
    if variable.datatype.name == "integer":
        more = {"minimum": 0 if variable.minimum is None else None, "maximum": LONGEST} | more
    return Definition(
        spec=variable,
        component=component or Component(variable.component),
        default=default,
        mutability=Mutability.READ_WRITE,
        **more,
    )


def shown(
    variable: Variable[T], default: T | None = None, component: Component | None = None, **more: Any
) -> Definition:
    """A variable that the CSMS may only read."""
    return Definition(
        spec=variable,
        component=component or Component(variable.component),
        default=default,
        mutability=Mutability.READ_ONLY,
        **more,
    )


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 20 else f"{text[:20]}..."
