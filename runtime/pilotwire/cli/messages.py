"""Messages made readable: what passed, in a line, without secrets and with tokens cut short."""

import json
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Final, cast

from pilotwire.rpc import FrameDirection

__all__ = ["Kind", "Passed", "Reader", "brief_id", "printable", "shortened"]

_REMEMBERED: Final = 100

# Which fields are worth a place in the line, in this order: some speak for themselves, others are
# announced by a word. What was measured, or came in a stream of 2.1, stands between the two.
_SPEAKING: Final = (
    "eventType",
    "triggerReason",
    "chargingState",
    "operationMode",
    "stoppedReason",
    "status",
    "connectorStatus",
    "reason",
)
_ANNOUNCED: Final[Mapping[str, str]] = {
    "evseId": "evse",
    "connectorId": "connector",
    "idTag": "token",
    "idToken": "token",
    "meterStart": "Wh at start",
    "meterStop": "Wh at stop",
    "interval": "interval",
    "transactionId": "tx",
}
_UNITS: Final = {"Energy.Active.Import.Register": "Wh", "Power.Active.Import": "W"}
_TOKENS: Final = frozenset({"idTag", "idToken"})


class Kind(Enum):
    """What kind of message it is."""

    REQUEST = "request"
    SEND = "send"
    """As a request, but never answered (2.1)."""
    ANSWER = "answer"
    ERROR = "error"
    REFUSAL = "answer refused"
    """The requester can't read the answer (2.1)."""
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Passed:
    """A message that passed between station and CSMS."""

    at: datetime
    sent: bool
    kind: Kind
    action: str
    detail: str

    @property
    def line(self) -> str:
        """All of it, without the time."""
        return f"{'->' if self.sent else '<-'} {self.name}  {self.detail}".rstrip()

    @property
    def name(self) -> str:
        """The action, and for answers that it is one."""
        match self.kind:
            case Kind.REQUEST | Kind.SEND:
                return self.action
            case Kind.ANSWER:
                return f"{self.action} answered"
            case Kind.ERROR | Kind.REFUSAL | Kind.UNREADABLE:
                return f"{self.action} {self.kind.value}".strip()


class Reader:
    """Reads messages, seen from the station; it must see them all to know what answers belong to.

    Attributes:
        counts: How many requests, or messages without answer, of each action there were.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._asked: OrderedDict[tuple[bool, str], str] = OrderedDict()
        """The actions of the latest requests, by whether the station sent them and by their ids."""

    def read(self, at: datetime, direction: FrameDirection, text: str) -> Passed:
        """Take note of a message."""
        sent = direction is FrameDirection.SENT
        match _parsed(text):
            case [2, str(message_id), str(action), payload]:
                self.counts[action] += 1
                self._asked[sent, message_id] = action
                self._asked.move_to_end((sent, message_id))
                if len(self._asked) > _REMEMBERED:
                    self._asked.popitem(last=False)
                return Passed(at, sent, Kind.REQUEST, action, _detail(payload))
            case [3, str(message_id), payload]:
                action = self._asked.get((not sent, message_id), "?")
                return Passed(at, sent, Kind.ANSWER, action, _detail(payload))
            case [4 | 5 as number, str(message_id), str(code), str(description), *_]:
                # An error goes to the one that asked, a refusal comes from there.
                kind, asked = (Kind.ERROR, not sent) if number == 4 else (Kind.REFUSAL, sent)
                action = self._asked.get((asked, message_id), "?")
                return Passed(at, sent, kind, action, printable(f"{code} {description}"))
            case [6, str(), str(action), payload]:
                self.counts[action] += 1
                return Passed(at, sent, Kind.SEND, action, _detail(payload))
            case _:
                return Passed(at, sent, Kind.UNREADABLE, "", "")


def shortened(token: str) -> str:
    """Enough of a token to tell it from others, and too little to use it."""
    return f"{token[: min(4, len(token) // 2)]}…"


def brief_id(transaction_id: int | str) -> str:
    """Enough of a transaction id to tell it from others: numbers whole, longer ids cut."""
    text = str(transaction_id)
    return text if len(text) <= 12 or text.isdecimal() else f"{text[:8]}…"


def printable(text: str) -> str:
    """Text from outside, without what could steer a terminal."""
    return "".join(each if each.isprintable() else "?" for each in text)


def _parsed(text: str) -> list[Any] | None:
    try:
        frame: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    match frame:
        case [*parts]:
            return parts
        case _:
            return None


def _detail(payload: Any) -> str:
    if not isinstance(payload, dict):
        return ""
    payload = cast("dict[str, Any]", payload)
    found: dict[str, str] = {}
    for key, value in _leaves(payload):
        if (key in _SPEAKING or key in _ANNOUNCED) and isinstance(value, str | int) and value != "":
            found.setdefault(key, _told(key, str(value)))
    words = [found[key] for key in _SPEAKING if key in found]
    words += _measured(payload)
    words += _streamed(payload)
    words += [f"{word} {found[key]}" for key, word in _ANNOUNCED.items() if key in found]
    return printable(", ".join(words))


def _told(key: str, text: str) -> str:
    if key in _TOKENS:
        return shortened(text)
    return brief_id(text) if key == "transactionId" else text[:40]


def _leaves(payload: dict[str, Any], depth: int = 3) -> Iterator[tuple[str, Any]]:
    for key, value in payload.items():
        if isinstance(value, dict):
            inner = cast("dict[str, Any]", value)
            if key == "evse" and "id" in inner:
                yield "evseId", inner["id"]
            if depth:
                yield from _leaves(inner, depth - 1)
        else:
            yield key, value


def _measured(payload: dict[str, Any]) -> Iterator[str]:
    """Energy and power of the last meter value."""
    match payload.get("meterValue"):
        case [*_, {"sampledValue": [*samples]}]:
            for sample in samples:
                yield from _sampled(sample)
        case _:
            return


def _streamed(payload: dict[str, Any]) -> Iterator[str]:
    """What a message of a periodic event stream has."""
    match payload:
        case {"id": int(stream), "basetime": str(), "data": [*elements]}:
            yield f"stream {stream}"
            yield f"{len(elements)} values"
        case _:
            return


def _sampled(sample: Any) -> Iterator[str]:
    match sample:
        case {"phase": _}:
            return
        case {"value": str() | int() | float() as value, "measurand": str(measurand)}:
            unit = _UNITS.get(measurand)
        case {"measurand": _}:
            return
        case {"value": str() | int() | float() as value}:
            unit = "Wh"
        case _:
            return
    if unit is not None:
        yield f"{value} {_unit(sample) or unit}"


def _unit(sample: Any) -> str | None:
    match sample:
        case {"unit": str(unit)} | {"unitOfMeasure": {"unit": str(unit)}}:
            return unit
        case _:
            return None
