"""Small parts of which the page is made. Whatever text they are given is shown as text."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, Literal, TypeAlias, cast

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement
from pydantic import JsonValue

__all__ = [
    "NOTHING",
    "Card",
    "Chip",
    "Facts",
    "Figures",
    "Fold",
    "Group",
    "Handler",
    "Text",
    "Tone",
    "as_json",
    "button",
    "field",
    "icon_button",
    "number",
    "press",
    "said_newly",
    "select",
    "table",
    "writing",
]

Tone: TypeAlias = Literal["", "good", "warn", "bad", "busy"]
"""What something means: it is always said in words and by an icon, too."""

Handler: TypeAlias = Callable[..., Any]
"""What is called when something is pressed; it may be a coroutine function."""

_TONES: Final = "pw-good pw-warn pw-bad pw-busy"
NOTHING: Final = "–"  # noqa: RUF001 -- a dash, as a person would write it


class Text(TextElement):
    """An element with a text.

    Args:
        tag: Which: "h2".
        text: What it says.
        classes: Its classes.
    """

    def __init__(self, tag: str, text: str = "", classes: str = "") -> None:
        super().__init__(tag=tag, text=text)
        self.classes(classes)

    def say(self, text: str) -> None:
        """Say something else, if it is something else."""
        if text != self.text:
            self.text = text


class Chip(Element):
    """A state in a word, with an icon."""

    def __init__(self, text: str = "", icon: str = "circle", tone: Tone = "") -> None:
        super().__init__("span")
        self._shown: tuple[str, str, Tone] | None = None
        self.classes("pw-chip")
        with self:
            self._icon = ui.icon(icon).props("aria-hidden=true")
            self._word = Text("span", text)
        self.show(text, icon, tone)

    def show(self, text: str, icon: str, tone: Tone = "") -> None:
        """Show something else, if it is something else."""
        if (text, icon, tone) == self._shown:
            return
        self._shown = (text, icon, tone)
        self._word.say(text)
        self._icon.name = icon
        self.classes(f"pw-{tone}" if tone else "", remove=_TONES)


class Figures(Element):
    """Some large figures with their names."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__("dl")
        self.classes("pw-figures")
        self._values: dict[str, Text] = {}
        with self:
            for name in names:
                with ui.element("div").classes("pw-figure"):
                    value = Text("dd", NOTHING)
                    Text("dt", name)
                self._values[name] = value

    def show(self, values: Mapping[str, str]) -> None:
        """Show these."""
        for name, value in values.items():
            self._values[name].say(value)


class Facts(Element):
    """Names and what they stand for, as long as there is something to say."""

    def __init__(self) -> None:
        super().__init__("dl")
        self.classes("pw-facts")
        self._rows: dict[str, tuple[Element, Text]] = {}

    def show(self, values: Mapping[str, str | None]) -> None:
        """Show these; those with None are not shown."""
        for name, value in values.items():
            row = self._rows.get(name)
            if row is None:
                with self, ui.element("div") as line:
                    Text("dt", name)
                    row = (line, Text("dd"))
                self._rows[name] = row
            row[1].say(value or "")
            if row[0].visible is not (value is not None):
                row[0].set_visibility(value is not None)


class Card(Element):
    """A card with a title; `head` is the line of the title, to which more may be added."""

    def __init__(self, title: str, *, level: str = "h2") -> None:
        super().__init__("section")
        self.classes("pw-card")
        self.props["aria-label"] = title
        with self:
            self.head = ui.element("div").classes("pw-card-head")
            with self.head:
                Text(level, title)


class Fold(Element):
    """What is seen only when it is unfolded."""

    def __init__(self, title: str, *, opened: bool = False) -> None:
        super().__init__("details")
        self.classes("pw-fold")
        if opened:
            self.props["open"] = True
        with self:
            self.title = Text("summary", title)


class Group(Element):
    """Parts that belong together, for those who hear the page, too."""

    def __init__(self, name: str, classes: str = "pw-row") -> None:
        super().__init__("div")
        self.classes(classes)
        self.props["role"] = "group"
        self.props["aria-label"] = name


def button(
    text: str,
    pressed: Handler,
    *,
    icon: str | None = None,
    kind: str = "",
    name: str | None = None,
) -> ui.button:
    """A button. `name` is what those hear who can't see what it belongs to."""
    made = ui.button(text, on_click=pressed, icon=icon, color=None)
    made.props("unelevated no-caps").classes(f"pw-button {kind}")
    if name is not None:
        made.props["aria-label"] = name
    return made


def said_newly(made: Element, name: str, value: str) -> bool:
    """Give an element an attribute; False if it had it already, and nothing is sent."""
    props = cast("dict[str, object]", made.props)
    if props.get(name) == value:
        return False
    made.props[name] = value
    return True


def press(made: ui.button, *, pressed: bool) -> None:
    """Show that a button that can stay pressed is so, or is not."""
    told = str(pressed).lower()
    if not said_newly(made, "aria-pressed", told):
        return
    if pressed:
        made.classes("pw-chosen")
    else:
        made.classes(remove="pw-chosen")


def icon_button(icon: str, name: str, pressed: Handler) -> ui.button:
    """A button that shows an icon alone."""
    made = ui.button(icon=icon, on_click=pressed, color=None)
    made.props("unelevated no-caps").classes("pw-button pw-plain pw-round")
    made.props["aria-label"] = name
    made.props["title"] = name
    return made


def field(label: str, value: str = "") -> ui.input:
    """A field for a text."""
    made = ui.input(label, value=value)
    made.props("outlined dense autocomplete=off spellcheck=false").classes("pw-field")
    return made


def writing(label: str) -> ui.textarea:
    """A field for several lines."""
    made = ui.textarea(label).props("outlined dense autogrow spellcheck=false")
    made.classes("pw-field")
    return made


def number(
    label: str,
    value: float | None = None,
    *,
    least: float | None = None,
    most: float | None = None,
    unit: str | None = None,
) -> ui.number:
    """A field for a number."""
    made = ui.number(label, value=value, min=least, max=most, suffix=unit, step=None)
    made.props("outlined dense step=any").classes("pw-field")
    return made


def select(
    label: str,
    options: Mapping[Any, str] | Sequence[str],
    value: Any = None,
    *,
    changed: Callable[[Any], Any] | None = None,
    clearable: bool = False,
    with_input: bool = False,
) -> ui.select:
    """A field in which one of several is chosen; `changed` is called with what is."""
    choices: dict[Any, str] | list[str]
    choices = {**options} if isinstance(options, Mapping) else list(options)
    made = ui.select(
        choices,
        label=label,
        value=value,
        on_change=None if changed is None else lambda event: changed(event.value),
        clearable=clearable,
        with_input=with_input,
    )
    made.props("outlined dense options-dense stack-label").classes("pw-field")
    return made


def as_json(value: JsonValue | Mapping[str, JsonValue]) -> str:
    """JSON for people."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def table(title: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Element:
    """A table, which those who hear the page are told the title of."""
    with ui.element("div").classes("pw-scroll") as around:
        around.props["tabindex"] = "0"
        around.props["role"] = "region"
        around.props["aria-label"] = title
        with ui.element("table").classes("pw-table"):
            with ui.element("thead"), ui.element("tr"):
                for head in heads:
                    Text("th", head).props["scope"] = "col"
            with ui.element("tbody"):
                for row in rows:
                    with ui.element("tr"):
                        for cell in row:
                            Text("td", cell)
    return around
