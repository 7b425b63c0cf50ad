"""One text of a connection, read in the types of its version and held against them."""

import json
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Any, Final

from pydantic import ValidationError

from pilotwire.connection import OcppVersion
from pilotwire.csms.raw import ACTIONS
from pilotwire.foreign import printable
from pilotwire.ocpp.base import Direction, Message
from pilotwire.rpc import Call, CallError, CallResult, CallResultError, FrameError, SendFrame, parse
from pilotwire.rpc.validation import explain
from pilotwire.simulator.memory import Side
from pilotwire.simulator.messages import scrubbed

__all__ = ["Kind", "Reader", "Reading"]

OPEN: Final = 1000
"""Of how many requests the answers are known as theirs."""

LONGEST: Final = 400
"""How many characters of a message are shown."""

_SENDS: Final[Mapping[Side, Direction]] = MappingProxyType(
    {Side.STATION: Direction.FROM_STATION, Side.CSMS: Direction.FROM_CSMS}
)


class Kind(Enum):
    """What kind of message it is; the value follows the action where messages are listed."""

    REQUEST = ""
    ANSWER = " answered"
    ERROR = " answered by an error"
    REFUSAL = " answer refused"
    SEND = " (SEND)"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text is.

    Attributes:
        kind: What kind of message.
        action: The action, of answers that of their request; empty where it can't be told.
        shown: The payload or the error as JSON, cut, and without passwords.
        message: The message; None for errors, and for what does not validate.
        breach: What is wrong with it by the schemas, in words; empty if nothing is.
    """

    kind: Kind
    action: str
    shown: str
    message: Message | None = None
    breach: str = ""


class Reader:
    """Reads texts, and must see all of them to know what answers belong to."""

    def __init__(self) -> None:
        self._asked: OrderedDict[tuple[str, Side, str], str] = OrderedDict()
        """The actions of the latest requests, by station, by who asked, and by their ids."""

    def read(self, identity: str, version: OcppVersion, side: Side, text: str) -> Reading:
        """Read what one side has sent on the connection of a station."""
        try:
            frame = parse(text, edition=version.edition)
        except FrameError as error:
            return Reading(Kind.UNREADABLE, "", _cut(printable(text)), None, printable(str(error)))
        other = Side.CSMS if side is Side.STATION else Side.STATION
        match frame:
            case Call(message_id, action, payload) | SendFrame(message_id, action, payload):
                kind = Kind.REQUEST if isinstance(frame, Call) else Kind.SEND
                self._ask((identity, side, message_id), action)
                message, breach = _judged(version, side, action, payload)
                return Reading(kind, printable(action), _shown(payload), message, breach)
            case CallResult(message_id, payload):
                asked = self._asked.get((identity, other, message_id))
                if asked is None:
                    breach = "it answers nothing that was asked"
                    return Reading(Kind.ANSWER, "", _shown(payload), None, breach)
                message, breach = _answer(version, asked, payload)
                return Reading(Kind.ANSWER, printable(asked), _shown(payload), message, breach)
            case CallError() | CallResultError():
                from_other = isinstance(frame, CallError)
                asker = other if from_other else side
                asked = self._asked.get((identity, asker, frame.message_id), "")
                kind = Kind.ERROR if from_other else Kind.REFUSAL
                told = f"{printable(frame.code)}: {printable(frame.description)}"
                return Reading(kind, printable(asked), _cut(told))

    def _ask(self, key: tuple[str, Side, str], action: str) -> None:
        self._asked.pop(key, None)
        self._asked[key] = action
        if len(self._asked) > OPEN:
            self._asked.popitem(last=False)


def _judged(
    version: OcppVersion, side: Side, name: str, payload: dict[str, Any]
) -> tuple[Message | None, str]:
    action = ACTIONS[version].get(name)
    if action is None:
        return None, f"OCPP {version} has no such message"
    if _SENDS[side] not in action.directions:
        return None, f"it is not for the {'station' if side is Side.STATION else 'CSMS'} to send"
    return _validated(action.request, payload)


def _answer(
    version: OcppVersion, asked: str, payload: dict[str, Any]
) -> tuple[Message | None, str]:
    action = ACTIONS[version].get(asked)
    if action is None or action.response is None:
        return None, f"OCPP {version} has no answer to {printable(asked)}"
    return _validated(action.response, payload)


def _validated(kind: type[Message], payload: dict[str, Any]) -> tuple[Message | None, str]:
    try:
        return kind.from_wire(payload), ""
    except ValidationError as error:
        return None, explain(error)[1]


def _shown(payload: dict[str, Any]) -> str:
    return _cut(printable(json.dumps(scrubbed(payload), ensure_ascii=False)))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."
