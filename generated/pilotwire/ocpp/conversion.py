"""The conversion between the messages of two versions, of which the newer has what the older has.

What bears the same name in both is the same thing, so how a message is converted is read off the
models, when the first of its kind comes. What no model tells, such as what stands for a value that
the older version lacks, is in rules, which the generator writes.
"""

import math
from collections.abc import Callable, Mapping
from enum import Enum
from importlib import import_module
from types import NoneType
from typing import Any, TypeAlias, get_args, get_origin

from pydantic import ValidationError

from pilotwire.ocpp.base import ExtensibleDataType, Message, WireModel
from pilotwire.ocpp.losses import Loss, LossKind, NarrowingError, OnLoss, log_loss

__all__ = [
    "Conversion",
    "Instead",
    "LeaveOut",
    "Rounding",
]


# No data classes, as each takes its time to be made.


class Instead:
    """Another value stands for it."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class LeaveOut:
    """The part that it belongs to is left out of the list that holds it.

    Where the part is in no list, it is refused. A list that has too few elements then is left out
    itself if it may be absent, and otherwise the part that holds it, in the same way.
    """

    __slots__ = ("part",)

    def __init__(self, part: str) -> None:
        self.part = part
        """Name of the part's type."""


Rule: TypeAlias = Instead | LeaveOut | None
"""None where nothing stands for it, and it is refused."""


class Rounding(Enum):
    """How a number becomes an integer."""

    DOWN = "down"
    UP = "up"
    NEAREST = "nearest"


_ROUND: Mapping[Rounding, Callable[[float], int]] = {
    Rounding.DOWN: math.floor,
    Rounding.UP: math.ceil,
    Rounding.NEAREST: round,
}


_Place: TypeAlias = tuple[str, str]
"""A field, by its type and its name on the wire."""
_Path: TypeAlias = tuple[Any, ...]
"""A step and the path before it, innermost first; empty for the message."""
_Losses: TypeAlias = list[tuple[_Path, LossKind]]
_Narrow: TypeAlias = Callable[[Any, _Path, _Losses], Any]
_Widen: TypeAlias = Callable[[Any], Any]


class _UnsayableError(Exception):
    def __init__(self, path: _Path, why: str, part: str | None = None) -> None:
        self.path = path
        self.why = why
        self.part = part
        """Type of the part to leave out; None where that is no way."""


class Conversion:
    """Converts between the messages of two packages, such as `pilotwire.ocpp.v21` and `.v201`."""

    def __init__(
        self,
        wide: str,
        narrow: str,
        *,
        values: Mapping[str, Mapping[str, Rule]],
        missing: Mapping[_Place, Rule],
        rounded: Mapping[_Place, Rounding],
        cut: Mapping[_Place, int],
        added: Mapping[_Place, str],
        apart: frozenset[str],
    ) -> None:
        """What no model tells comes from outside.

        Args:
            wide: The package of the newer version.
            narrow: The package of the older version.
            values: What to do with a value that an enumeration lacks; `*` are all not named.
            missing: What to do where a field is absent that the older version requires.
            rounded: Numbers that are integers in the older version.
            cut: Texts that may be cut to so many characters; others that are too long are refused.
            added: Fields that only the newer version has, and requires: what they are widened.
            apart: Messages that are not converted, as the older version says in them what the
                newer can't.
        """
        self._wide = wide
        self._narrow = narrow
        self._values = values
        self._missing = missing
        self._rounded = rounded
        self._cut = cut
        self._added = added
        self._apart = apart
        # By the type that is converted; filled as messages come.
        self._narrowings: dict[type[WireModel], tuple[_Narrow, type[Message]]] = {}
        self._widenings: dict[type[WireModel], _Widen] = {}
        self._narrow_parts: dict[type[WireModel], _Narrow] = {}

    def narrowed_type(self, kind: type[Message]) -> type[Message] | None:
        """The class that a newer message becomes; None if there is none.

        Raises:
            TypeError: It is no message of the newer version.
        """
        return self._counterpart(kind, self._wide, self._narrow)

    def widened_type(self, kind: type[Message]) -> type[Message]:
        """The class that an older message becomes.

        Raises:
            TypeError: It is no message of the older version, or none that is converted.
        """
        found = self._counterpart(kind, self._narrow, self._wide)
        if found is None:
            raise TypeError(f"{kind.__name__} is not converted")
        return found

    def narrow(self, message: Message, on_loss: OnLoss = log_loss) -> Message:
        """The message as the older version says it.

        Args:
            message: A message of the newer version.
            on_loss: Is told of everything that the outcome does not say any more.

        Raises:
            NarrowingError: The older version can't say it.
            TypeError: It is no message of the newer version.
        """
        kind = type(message)
        convert, target = self._narrowings.get(kind) or self._narrowing(kind)
        losses: _Losses = []
        try:
            # Validated whatever is known of it: what goes out is held against the older schema.
            narrowed = target.from_wire(convert(message, (), losses))
        except _UnsayableError as lack:
            raise NarrowingError(kind.action, _shown(lack.path), lack.why) from None
        except ValidationError as error:
            # The error itself would show values.
            fault = error.errors(include_url=False, include_context=False)[0]
            place = _shown(_linked(fault["loc"]))
            why = _WHY.get(fault["type"], "not valid there")
            raise NarrowingError(kind.action, place, why) from None
        for path, what in losses:
            on_loss(Loss(kind.action, _shown(path), what))
        return narrowed

    def widen(self, message: Message) -> Message:
        """The message as the newer version says it, with nothing lost.

        It is not held against the limits of the newer version, a few of which are closer.

        Args:
            message: A message of the older version.

        Raises:
            TypeError: It is no message of the older version, or none that is converted.
        """
        kind = type(message)
        convert = self._widenings.get(kind)
        if convert is None:
            convert = self._widening(kind, self.widened_type(kind))
        widened: Message = convert(message)
        return widened

    def _counterpart(self, kind: type[Message], own: str, other: str) -> type[Message] | None:
        name = kind.__name__
        if getattr(import_module(own), name, None) is not kind or not hasattr(kind, "action"):
            raise TypeError(f"{name} is no message of {own}")
        found: type[Message] | None = getattr(import_module(other), name, None)
        return found if name not in self._apart else None

    def _narrowing(self, kind: type[Message]) -> tuple[_Narrow, type[Message]]:
        target = self.narrowed_type(kind)
        if target is None:
            raise NarrowingError(kind.action, "", "there is no such message")
        found = self._narrowings[kind] = self._narrowing_part(kind, target), target
        return found

    def _narrowing_part(self, wide: type[WireModel], narrow: type[WireModel]) -> _Narrow:
        known = self._narrow_parts.get(wide)
        if known is None:
            known = self._narrow_parts[wide] = self._new_narrowing_part(wide, narrow)
        return known

    def _new_narrowing_part(self, wide: type[WireModel], narrow: type[WireModel]) -> _Narrow:
        if issubclass(wide, ExtensibleDataType):
            copied = self._widening(wide, narrow)  # they are the same but for the class
            return lambda value, _path, _losses: copied(value)
        fields: dict[str, tuple[str, _Narrow | None]] = {}
        for name, field in wide.model_fields.items():
            key = field.alias or name
            if name in narrow.model_fields:
                fields[name] = key, self._narrowing_field(wide, narrow, name)
            else:
                fields[name] = key, _lost(self._added.get((narrow.__name__, key)))
        null_is_data = wide._null_is_data  # pyright: ignore[reportPrivateUsage]  # of this package
        missing = [
            (wire, rule) for (part, wire), rule in self._missing.items() if part == narrow.__name__
        ]

        def convert(value: WireModel, path: _Path, losses: _Losses) -> dict[str, Any]:
            wire: dict[str, Any] = {}
            for name, item in value.__dict__.items():
                if item is None and not (null_is_data and name in value.model_fields_set):
                    continue
                key, inner = fields[name]
                if inner is None:
                    wire[key] = item
                    continue
                converted = inner(item, (key, path), losses)
                if converted is not None:
                    wire[key] = converted
            for key, rule in missing:
                if key not in wire:
                    wire[key] = _applied(rule, (key, path), "required there")
            return wire

        return convert

    def _narrowing_field(
        self, wide: type[WireModel], narrow: type[WireModel], name: str
    ) -> _Narrow | None:
        field = narrow.model_fields[name]
        place = (narrow.__name__, field.alias or name)
        part, _ = _held(wide.model_fields[name].annotation)
        target, listed = _held(field.annotation)
        convert: _Narrow
        if issubclass(part, WireModel):
            convert = self._narrowing_part(part, target)
        elif issubclass(target, Enum):
            convert = _narrowed_value(target, self._values.get(target.__name__, {}))
        elif place in self._rounded:
            convert = _rounded(_ROUND[self._rounded[place]])
        elif place in self._cut:
            convert = _cut(self._cut[place])
        else:
            return None
        if not listed:
            return convert
        least = max((getattr(limit, "min_length", 0) for limit in field.metadata), default=0)
        return _narrowed_list(
            convert, part.__name__, least, narrow.__name__ if field.is_required() else None
        )

    def _widening(self, kind: type[WireModel], target: type[WireModel]) -> _Widen:
        known = self._widenings.get(kind)
        if known is None:
            known = self._widenings[kind] = self._new_widening(kind, target)
        return known

    def _new_widening(self, kind: type[WireModel], target: type[WireModel]) -> _Widen:
        own = kind.model_fields
        changes = [
            (name, change)
            for name in own
            if (change := self._widening_field(kind, target, name)) is not None
        ]
        absent: dict[str, Any] = dict.fromkeys(target.model_fields)
        added: set[str] = set()
        for name, field in target.model_fields.items():
            text = self._added.get((target.__name__, field.alias or name))
            if text is not None and name not in own:
                values, _ = _held(field.annotation)
                absent[name] = values(text)
                added.add(name)
        extensible = issubclass(kind, ExtensibleDataType)

        def convert(value: WireModel) -> WireModel:
            held = value.__dict__
            if extensible:  # whose extensions may stand there, too
                held = {name: held[name] for name in own}
            content = {**absent, **held}
            for name, change in changes:
                item = content[name]
                if item is not None:
                    content[name] = change(item)
            made = target.__new__(target)
            # As pydantic fills it; the constructor would validate.
            _set(made, "__dict__", content)
            _set(made, "__pydantic_fields_set__", value.model_fields_set | added)
            _set(made, "__pydantic_extra__", dict(value.model_extra or {}) if extensible else None)
            _set(made, "__pydantic_private__", None)
            return made

        return convert

    def _widening_field(
        self, kind: type[WireModel], target: type[WireModel], name: str
    ) -> _Widen | None:
        part, listed = _held(kind.model_fields[name].annotation)
        wide, _ = _held(target.model_fields[name].annotation)
        convert: _Widen
        if issubclass(part, WireModel):
            convert = self._widening(part, wide)
        elif issubclass(part, Enum):
            convert = {member: wide(member.value) for member in part}.__getitem__
        elif part is int and wide is float:
            convert = _as_float
        else:
            return None
        if not listed:
            return convert
        return lambda items: tuple(map(convert, items))


_set = object.__setattr__


def _held(annotation: Any) -> tuple[type[Any], bool]:
    """The type of a field or of the elements of its list, and whether it is a list."""
    listed = False
    while (origin := get_origin(annotation)) is not None:
        listed = listed or origin is tuple
        annotation = next(part for part in get_args(annotation) if part is not NoneType)
    return annotation if isinstance(annotation, type) else object, listed


def _lost(added: str | None) -> _Narrow:
    def convert(value: Any, path: _Path, losses: _Losses) -> None:
        if added is None or value != added:  # what widening adds is no loss
            losses.append((path, LossKind.NO_FIELD))

    return convert


def _applied(rule: Rule, path: _Path, why: str) -> str:
    if isinstance(rule, Instead):
        return rule.text
    raise _UnsayableError(path, why, None if rule is None else rule.part)


def _narrowed_value(values: type[Enum], rules: Mapping[str, Rule]) -> _Narrow:
    known = {member.value: member for member in values}
    other = rules.get("*")

    def convert(value: str, path: _Path, losses: _Losses) -> Enum:
        member = known.get(value)
        if member is None:
            member = known[_applied(rules.get(value, other), path, "there is no such value")]
            losses.append((path, LossKind.REPLACED))
        return member

    return convert


def _rounded(to_integer: Callable[[float], int]) -> _Narrow:
    def convert(value: float, path: _Path, losses: _Losses) -> int:
        rounded = to_integer(value)
        if rounded != value:
            losses.append((path, LossKind.ROUNDED))
        return rounded

    return convert


def _cut(longest: int) -> _Narrow:
    def convert(value: str, path: _Path, losses: _Losses) -> str:
        if len(value) <= longest:
            return value
        losses.append((path, LossKind.CUT))
        return value[:longest]

    return convert


def _narrowed_list(element: _Narrow, part: str, least: int, holder: str | None) -> _Narrow:
    """`holder` is the type of the part that can't be without this list, if it can't."""

    def convert(values: tuple[Any, ...], path: _Path, losses: _Losses) -> list[Any] | None:
        kept: list[Any] = []
        for index, value in enumerate(values):
            before = len(losses)
            try:
                kept.append(element(value, (index, path), losses))
            except _UnsayableError as lack:
                if lack.part != part:
                    raise
                losses[before:] = [((index, path), LossKind.LEFT_OUT)]
        if least <= len(kept) or len(kept) == len(values):
            return kept
        if holder is not None:
            raise _UnsayableError(path, "too few elements would be left", holder)
        return None

    return convert


def _as_float(value: int) -> float:
    # Beyond 2**53 digits would be lost, and narrowing must give them back.
    return float(value) if -(2**53) <= value <= 2**53 else value


def _linked(steps: tuple[int | str, ...]) -> _Path:
    path: _Path = ()
    for step in steps:
        path = (step, path)
    return path


def _shown(path: _Path) -> str:
    text = ""
    while path:
        step, path = path
        dot = "." if text and not text.startswith("[") else ""
        text = (f"[{step}]" if isinstance(step, int) else str(step)) + dot + text
    return text


_WHY = {
    "string_too_long": "the text is too long",
    "too_long": "there are too many elements",
    "too_short": "there are too few elements",
    "missing": "required there",
    "enum": "there is no such value",
}
