"""What a scenario that fails is told with: what differs, and what was said last."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from pydantic import JsonValue

from pilotwire.foreign import printable
from pilotwire.simulator.expectation import matches
from pilotwire.simulator.views import MessageView

__all__ = ["ScenarioFailed", "differences", "in_short", "listed"]

SHOWN: Final = 12
"""Of how many messages is told."""

LONGEST: Final = 160
"""Characters of each."""

_ANSWERS: Final[Mapping[str, str]] = {
    "result": " answer",
    "error": " error",
    "result_error": " refusal",
    "unreadable": "what is no message",
}


class ScenarioFailed(AssertionError):  # noqa: N818 -- named for what happened
    """Something was not as a scenario expects it.

    Attributes:
        what: What was expected, and what is so instead.
        messages: What was said last, a line each.
    """

    def __init__(self, what: str, messages: Sequence[str] = ()) -> None:
        self.what = what
        self.messages = tuple(messages)
        super().__init__("\n".join([what, *self.messages]))


def in_short(value: JsonValue) -> str:
    """A payload in a part of a line."""
    text = printable(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."


def listed(messages: Iterable[MessageView]) -> list[str]:
    """The last of some messages, a line each."""
    found = list(messages)
    lines = [_line(each) for each in found[-SHOWN:]]
    if len(found) > SHOWN:
        lines.insert(0, f"  ({len(found) - SHOWN} messages before these)")
    return lines or ["  (none)"]


def _line(message: MessageView) -> str:
    arrow = "->" if message.sent else "<-"
    what = f"{printable(message.action or '')}{_ANSWERS.get(message.kind, '')}".strip()
    told = [in_short(message.payload)]
    if message.code is not None:
        told = [printable(f"{message.code}: {message.description or ''}")]
    if message.wrong is not None:
        told.append(f"(which is wrong: {printable(message.wrong)})")
    at = message.at.strftime("%H:%M:%S.%f")[:-3]
    return " ".join([f"  {message.number:>4}  {at}  {arrow} {what}", *told])


def differences(payload: JsonValue, pattern: JsonValue, where: str = "") -> list[str]:
    """In what a payload is not what a pattern says."""
    if isinstance(pattern, Mapping) and isinstance(payload, Mapping):
        found: list[str] = []
        for name, each in pattern.items():
            inner = f"{where}.{name}" if where else name
            if name not in payload:
                found.append(f"there is no {inner}")
            else:
                found += differences(payload[name], each, inner)
        return found
    if isinstance(pattern, list) and isinstance(payload, list) and len(pattern) == len(payload):
        return [
            each
            for number, (one, other) in enumerate(zip(payload, pattern, strict=True))
            for each in differences(one, other, f"{where}[{number}]")
        ]
    if matches(payload, pattern):
        return []
    return [f"{where or 'it'} is {in_short(payload)}, not {in_short(pattern)}"]
