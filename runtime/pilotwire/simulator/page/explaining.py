"""What the schema says of a message: whether it is valid, and what each field has to be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, cast

from pydantic import JsonValue, ValidationError

from pilotwire.csms.raw import ACTIONS
from pilotwire.ocpp.base import WireModel
from pilotwire.rpc.validation import words_of
from pilotwire.simulator.page.schema import Schema, schema_of
from pilotwire.simulator.views import MessageView

__all__ = ["Explained", "FieldWords", "explained", "problems_of"]

MOST_FIELDS: Final = 300
LONGEST: Final = 300
UNKNOWN: Final = "not in the schema"


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field of a message: where it is, what it says, and what the schema says of it."""

    path: str
    value: str
    says: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """A message, explained."""

    verdict: str
    problems: tuple[str, ...]
    fields: tuple[FieldWords, ...]


def explained(message: MessageView) -> Explained:
    """What the schema says of a message."""
    model = _model(message)
    if message.code is not None:
        words = f"{message.code}: {message.description}" if message.description else message.code
        return Explained(f"Error {words}", (), ())
    if model is None:
        return Explained("Not valid", (message.wrong or "no schema is known for it",), ())
    problems = problems_of(model, message.payload) if message.wrong else {}
    shown = tuple(f"{path}: {what}" if path else what for path, what in problems.items())
    fields: list[FieldWords] = []
    for path, value, schema in _walk("", message.payload, schema_of(model)):
        says = UNKNOWN if schema is None else schema.says
        fields.append(FieldWords(path, _short(value), says, problems.get(path, "")))
        if len(fields) == MOST_FIELDS:
            break
    if message.wrong and not shown:
        shown = (message.wrong,)
    verdict = "Not valid" if message.wrong else f"Valid {model.__name__}"
    return Explained(verdict, shown, tuple(fields))


def problems_of(model: type[WireModel], payload: JsonValue) -> dict[str, str]:
    """What is wrong with a payload, by the paths of its fields: "idToken.type"."""
    try:
        model.from_wire(cast("dict[str, JsonValue]", payload))
    except ValidationError as error:
        found: dict[str, str] = {}
        for fault in error.errors(include_url=False):
            whole = words_of(fault)
            path = _path(fault["loc"])
            found.setdefault(path, whole.removeprefix(f"{path}: "))
        return found
    return {}


def _model(message: MessageView) -> type[WireModel] | None:
    action = None if message.action is None else ACTIONS[message.version].get(message.action)
    if action is None or message.kind == "unreadable":
        return None
    return action.response if message.kind == "result" else action.request


def _walk(
    path: str, value: JsonValue, schema: Schema | None
) -> Iterator[tuple[str, JsonValue, Schema | None]]:
    """The leaves of a value, with what the schema says of each."""
    if isinstance(value, Mapping):
        fields: Mapping[str, Schema] = {} if schema is None else schema.fields
        for name, each in value.items():
            inner = f"{path}.{name}" if path else name
            yield from _walk(inner, each, fields.get(name))
    elif isinstance(value, list):
        element = None if schema is None or schema.kind != "list" else schema.element
        for index, each in enumerate(value):
            yield from _walk(f"{path}[{index}]", each, element)
    else:
        yield path, value, schema


def _path(steps: tuple[int | str, ...]) -> str:
    path = ""
    for step in steps:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path


def _short(value: JsonValue) -> str:
    text = str(value) if not isinstance(value, bool) else str(value).lower()
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
