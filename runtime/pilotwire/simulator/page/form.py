"""A form for what a pydantic model describes, and the same as JSON."""

import json
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias, cast

from nicegui import ui
from pydantic import BaseModel, JsonValue

from pilotwire.simulator.page import bits
from pilotwire.simulator.page.parts import Now, ObjectPart
from pilotwire.simulator.page.schema import schema_of

__all__ = ["Form", "Problems"]

Problems: TypeAlias = Callable[[dict[str, JsonValue]], Mapping[str, str]]
"""What is wrong with a document, by the paths of its fields."""


class Form:
    """A form, where the page is being made.

    Args:
        model: What it is for.
        problems: What judges it.
        now: The time of day of the simulated world.
        leave_out: Fields that are not asked for.
    """

    def __init__(
        self,
        model: type[BaseModel],
        problems: Problems,
        now: Now,
        leave_out: frozenset[str] = frozenset(),
    ) -> None:
        self._problems = problems
        schema = schema_of(model)
        with ui.element("div").classes("pw-column"):
            with bits.Group("How it is filled in"):
                self._as_form = bits.button("Form", self._show_form, kind="pw-slim")
                self._as_json = bits.button("JSON", self._show_json, kind="pw-slim")
            with ui.element("div") as self._fields:
                self._part = ObjectPart("", schema, now, leave_out)
                if not schema.fields:
                    bits.Text("p", "There is nothing to fill in.", "pw-soft")
            self._text = bits.writing("JSON").style("width: 100%")
            self._wrong = bits.Text("p", classes="pw-wrong pw-small").props("role=alert")
        defaults: dict[str, JsonValue] = {
            name: each.default
            for name, each in schema.fields.items()
            if each.default is not None and name not in leave_out
        }
        self._is_json = False
        self._turn(to_json=False)
        if defaults:
            self._part.fill(defaults)
            self._part.fold()

    def read(self) -> dict[str, JsonValue] | None:
        """What it says; None, and the faults at their fields, if that can't be."""
        document = self._read_json() if self._is_json else self._part.value()
        if document is None:
            return None
        problems = self._problems(document)
        shown = self._part.mark(problems)
        if not problems:
            self._wrong.say("")
            return document
        hidden = set(problems) if self._is_json else set(problems) - shown
        count = len(problems)
        words = [f"{path}: {problems[path]}" if path else problems[path] for path in sorted(hidden)]
        told = "; ".join(words) or f"{count} field{'s are' if count > 1 else ' is'} not right yet"
        self._wrong.say(told)
        _ = ui.run_javascript(_TO_THE_FIRST)
        return None

    # The two ways to fill it in.

    def _show_json(self) -> None:
        if not self._is_json:
            self._text.value = bits.as_json(self._part.value())
            self._wrong.say("")
            self._turn(to_json=True)

    def _show_form(self) -> None:
        if not self._is_json:
            return
        document = self._read_json()
        if document is None:
            return
        self._part.fill(document)
        shown = self._part.value()
        if any(name not in shown or shown[name] != each for name, each in document.items()):
            self._wrong.say("The form has no place for all of this; it can be sent as JSON.")
            return
        self._wrong.say("")
        self._turn(to_json=False)

    def _turn(self, *, to_json: bool) -> None:
        self._is_json = to_json
        self._fields.set_visibility(not to_json)
        self._text.set_visibility(to_json)
        bits.press(self._as_json, pressed=to_json)
        bits.press(self._as_form, pressed=not to_json)

    def _read_json(self) -> dict[str, JsonValue] | None:
        text = self._text.value or "{}"
        try:
            document = json.loads(text)
        except (ValueError, RecursionError) as error:
            self._wrong.say(f"This is no JSON: {error}")
            return None
        if not isinstance(document, dict):
            self._wrong.say("This is no object: it begins and ends with a brace.")
            return None
        return cast("dict[str, JsonValue]", document)


_TO_THE_FIRST: Final = """setTimeout(() => document.querySelector(
  ".q-field--error input, .q-field--error textarea")?.focus(), 200)"""
