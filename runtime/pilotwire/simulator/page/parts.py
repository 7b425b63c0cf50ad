"""Parts of a form, one for each sort of value that a schema knows.

A part that is left empty says nothing: its field is absent. What an empty text is to say is said in
JSON.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Final, Protocol, TypeAlias, cast

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.validation_element import ValidationElement
from pydantic import JsonValue

from pilotwire.ocpp.scalars import format_timestamp
from pilotwire.simulator.page import bits
from pilotwire.simulator.page.schema import Schema

__all__ = ["ABSENT", "Absent", "Now", "ObjectPart", "Part", "make_part"]


class Absent:
    """There is nothing."""


ABSENT: Final = Absent()

Value: TypeAlias = JsonValue | Absent
Now: TypeAlias = Callable[[], datetime]
"""The time of day of the simulated world, to be filled in."""

_YES_NO: Final[Mapping[bool, str]] = {True: "true", False: "false"}


class Part(Protocol):
    """A part of a form."""

    @property
    def path(self) -> str:
        """Where its value is: "idToken.type"."""
        ...

    def value(self) -> Value:
        """What it says now."""
        ...

    def fill(self, value: Value) -> None:
        """Let it say that."""
        ...

    def mark(self, problems: Mapping[str, str]) -> set[str]:
        """Show what is wrong here, by paths; those that have been shown."""
        ...


class LeafPart:
    """A value that holds no others."""

    def __init__(self, name: str, path: str, schema: Schema, now: Now, *, required: bool) -> None:
        self._path = path
        self._schema = schema
        label = f"{name} *" if required else name
        self._field = _field(label, schema, now)
        hint = schema.about or ("" if schema.kind in {"choice", "flag"} else schema.says)
        if hint:
            self._field.props["hint"] = hint
        if required:
            self._field.props["aria-required"] = "true"

    @property
    def path(self) -> str:
        """See `Part`."""
        return self._path

    def value(self) -> Value:
        """See `Part`."""
        told = cast("JsonValue", self._field.value)
        if isinstance(told, str):
            told = told.strip()
        if told is None or told == "":
            # Where it stands for something by itself, nothing has to be said to be nothing.
            return None if self._schema.nullable and self._schema.default is not None else ABSENT
        match self._schema.kind:
            case "integer" if isinstance(told, float) and told.is_integer():
                return int(told)
            case "json":
                return _read(str(told))
            case _:
                return told

    def fill(self, value: Value) -> None:
        """See `Part`."""
        if isinstance(value, Absent):
            value = self._schema.default
        if value is None:
            self._field.value = None if self._schema.kind in _WITHOUT_TEXT else ""
        elif self._schema.kind == "json":
            self._field.value = json.dumps(value, ensure_ascii=False)
        else:
            self._field.value = value

    def mark(self, problems: Mapping[str, str]) -> set[str]:
        """See `Part`."""
        shown = {each for each in problems if _within(each, self._path)}
        self._field.error = next((problems[each] for each in sorted(shown)), None)
        return shown


_WITHOUT_TEXT: Final = frozenset({"integer", "number", "choice", "flag"})

_Field: TypeAlias = ValidationElement[Any]


def _field(label: str, schema: Schema, now: Now) -> _Field:
    match schema.kind:
        case "choice":
            options = {each: str(each) for each in schema.choices}
            return bits.select(label, options, clearable=True, with_input=len(options) > 12)
        case "flag":
            return bits.select(label, _YES_NO, clearable=True)
        case "integer" | "number":
            made = bits.number(label)  # what is beyond its limits is said to be so, not changed
            if schema.kind == "integer":
                made.props("step=1")
            return made
        case "time":
            field = bits.field(label)
            with field.add_slot("append"):
                bits.icon_button("schedule", f"Now, in {label}", lambda: _fill_in(field, now))
            return field
        case "json":
            return bits.writing(label)
        case _:
            made_text = bits.field(label)
            if schema.most is not None and schema.kind == "text":
                made_text.props["maxlength"] = int(schema.most)
            return made_text


def _fill_in(field: ui.input, now: Now) -> None:
    field.value = format_timestamp(now())


def _read(text: str) -> JsonValue:
    """What is written as JSON, and a text where it is none."""
    try:
        return cast("JsonValue", json.loads(text))
    except ValueError:
        return text


class ObjectPart:
    """An object: its required fields, and the others folded."""

    def __init__(
        self, path: str, schema: Schema, now: Now, leave_out: frozenset[str] = frozenset()
    ) -> None:
        self._path = path
        self._now = now
        self._parts: dict[str, Part] = {}
        fields = {name: each for name, each in schema.fields.items() if name not in leave_out}
        required = [name for name in fields if name in schema.required]
        optional = [name for name in fields if name not in schema.required]
        optional.sort(key=lambda name: name == "customData")
        with ui.element("div").classes("pw-form"):
            for name in required:
                self._add(name, fields[name], required=True)
            shown_first = not required
            if optional:
                self._fold = bits.Fold(f"Optional ({len(optional)})", opened=shown_first)
                with self._fold, ui.element("div").classes("pw-form"):
                    for name in optional:
                        self._add(name, fields[name], required=False)
        self._optional = frozenset(optional)
        self._opens = bool(optional) and not shown_first

    def _add(self, name: str, schema: Schema, *, required: bool) -> None:
        path = f"{self._path}.{name}" if self._path else name
        self._parts[name] = make_part(name, path, schema, self._now, required=required)

    @property
    def path(self) -> str:
        """See `Part`."""
        return self._path

    def value(self) -> dict[str, JsonValue]:
        """See `Part`."""
        found = {name: part.value() for name, part in self._parts.items()}
        return {name: each for name, each in found.items() if not isinstance(each, Absent)}

    def fill(self, value: Value) -> None:
        """See `Part`."""
        told = value if isinstance(value, Mapping) else {}
        for name, part in self._parts.items():
            part.fill(told.get(name, ABSENT))
        if self._optional & told.keys():
            self._unfold()

    def mark(self, problems: Mapping[str, str]) -> set[str]:
        """See `Part`."""
        shown: set[str] = set()
        for name, part in self._parts.items():
            found = part.mark(problems)
            if found and name in self._optional:
                self._unfold()
            shown |= found
        return shown

    def fold(self) -> None:
        """Fold what is optional."""
        if self._opens:
            self._fold.props.pop("open", None)

    def _unfold(self) -> None:
        if self._opens:
            self._fold.props["open"] = True


class Problem:
    """What is wrong with a part as a whole."""

    def __init__(self) -> None:
        self._text = bits.Text("p", classes="pw-wrong pw-small")
        self._text.set_visibility(False)

    def show(self, text: str | None) -> None:
        """Show it, or that there is nothing."""
        self._text.say(text or "")
        self._text.set_visibility(text is not None)


class NestedPart:
    """An object within another; one that may be absent is added first."""

    def __init__(self, name: str, path: str, schema: Schema, now: Now, *, required: bool) -> None:
        self._path = path
        self._name = name
        self._schema = schema
        self._now = now
        self._required = required
        self._inner: ObjectPart | None = None
        head, self._problem, self._body = _fieldset(name, required=required)
        with head:
            self._add = bits.button(
                "Add", self._show, icon="add", kind="pw-slim", name=f"Add {name}"
            )
            self._drop = bits.button(
                "Remove",
                self._hide,
                icon="close",
                kind="pw-slim pw-plain",
                name=f"Remove {name}",
            )
        if required:
            self._show()
        else:
            self._hide()

    def _show(self) -> None:
        self._opened()

    def _opened(self) -> ObjectPart:
        if self._inner is None:
            with self._body:
                self._inner = ObjectPart(self._path, self._schema, self._now)
        self._add.set_visibility(False)
        self._drop.set_visibility(not self._required)
        return self._inner

    def _hide(self) -> None:
        self._inner = None
        self._body.clear()
        self._problem.show(None)
        self._add.set_visibility(True)
        self._drop.set_visibility(False)

    @property
    def path(self) -> str:
        """See `Part`."""
        return self._path

    def value(self) -> Value:
        """See `Part`."""
        return ABSENT if self._inner is None else self._inner.value()

    def fill(self, value: Value) -> None:
        """See `Part`."""
        if not isinstance(value, Absent) and value is not None:
            self._opened().fill(value)
        elif self._required:
            self._opened().fill({})
        else:
            self._hide()

    def mark(self, problems: Mapping[str, str]) -> set[str]:
        """See `Part`."""
        return _mark_whole(self._path, self._problem, [self._inner], problems)


class ListPart:
    """A list, with as many elements as there must be at first."""

    def __init__(self, name: str, path: str, schema: Schema, now: Now, *, required: bool) -> None:
        self._path = path
        self._name = name
        self._schema = schema
        self._now = now
        self._least = int(schema.least or 0) if required else 0
        self._parts: list[Part] = []
        head, self._problem, self._body = _fieldset(name, schema.says, required=required)
        with head:
            bits.button("Add", self._more, icon="add", kind="pw-slim", name=f"Add to {name}")
            self._drop = bits.button(
                "Remove last",
                self._less,
                icon="close",
                kind="pw-slim pw-plain",
                name=f"Remove last of {name}",
            )
        self._resize(self._least)

    def _more(self) -> None:
        self._resize(len(self._parts) + 1)

    def _less(self) -> None:
        self._resize(len(self._parts) - 1)

    def _resize(self, count: int) -> None:
        while len(self._parts) > max(count, 0):
            self._parts.pop()
            list(self._body.default_slot.children)[-1].delete()
        with self._body:
            while len(self._parts) < count:
                number = len(self._parts)
                path = f"{self._path}[{number}]"
                with ui.element("div").classes("pw-element"):
                    part = make_part(
                        f"{self._name} {number + 1}",
                        path,
                        self._schema.element,
                        self._now,
                        required=True,
                    )
                self._parts.append(part)
        self._drop.set_visibility(bool(self._parts))

    @property
    def path(self) -> str:
        """See `Part`."""
        return self._path

    def value(self) -> Value:
        """See `Part`."""
        if not self._parts:
            return ABSENT
        found = [part.value() for part in self._parts]
        return [None if isinstance(each, Absent) else each for each in found]

    def fill(self, value: Value) -> None:
        """See `Part`."""
        told = value if isinstance(value, list | tuple) else []
        self._resize(max(len(told), self._least))
        for index, part in enumerate(self._parts):
            part.fill(told[index] if index < len(told) else ABSENT)

    def mark(self, problems: Mapping[str, str]) -> set[str]:
        """See `Part`."""
        return _mark_whole(self._path, self._problem, self._parts, problems)


def _fieldset(name: str, says: str = "", *, required: bool) -> tuple[Element, Problem, Element]:
    """Its first line, what is wrong with it, and what is in it."""
    with bits.Group(name, "pw-nested"):
        head = ui.element("div").classes("pw-row")
        with head, ui.element("div").classes("pw-grow"):
            bits.Text("span", f"{name} *" if required else name).style("font-weight: 500")
            bits.Text("span", f" {says}", "pw-soft pw-small")
        problem = Problem()
        body = ui.element("div")
    return head, problem, body


def _mark_whole(
    path: str, own: Problem, parts: Iterable[Part | None], problems: Mapping[str, str]
) -> set[str]:
    """Show what is wrong with the parts, and here what none of them shows."""
    shown: set[str] = set()
    for part in parts:
        if part is not None:
            shown |= part.mark(problems)
    here = {each for each in problems if _within(each, path)} - shown
    texts = [f"{each.removeprefix(path).lstrip('.')} {problems[each]}" for each in sorted(here)]
    own.show("; ".join(text.strip() for text in texts) or None)
    return shown | here


def _within(path: str, whole: str) -> bool:
    return path == whole or path.startswith((f"{whole}.", f"{whole}["))


def make_part(name: str, path: str, schema: Schema, now: Now, *, required: bool) -> Part:
    """The part for a value, where the page is being made."""
    match schema.kind:
        case "object":
            return NestedPart(name, path, schema, now, required=required)
        case "list":
            return ListPart(name, path, schema, now, required=required)
        case _:
            return LeafPart(name, path, schema, now, required=required)
