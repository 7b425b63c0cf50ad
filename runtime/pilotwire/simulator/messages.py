"""The messages of a simulated charger, the newest of them, for people and programs to look at."""

import asyncio
import re
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast

from pydantic import JsonValue, ValidationError

from pilotwire.connection import OcppVersion
from pilotwire.csms.raw import ACTIONS
from pilotwire.foreign import printable
from pilotwire.ocpp.base import Action
from pilotwire.rpc import (
    Call,
    CallError,
    CallResult,
    CallResultError,
    Frame,
    FrameDirection,
    FrameError,
    SendFrame,
    parse,
)
from pilotwire.rpc.validation import explain
from pilotwire.simulator.views import MessageView

__all__ = ["KEPT_BYTES", "KEPT_MESSAGES", "MessageLog", "scrubbed"]

KEPT_MESSAGES: Final = 5000
KEPT_BYTES: Final = 16 * 1024 * 1024
"""What is kept of a station's messages; the oldest give way."""

_ASKED: Final = 200
"""Of how many requests it is remembered what they were."""

_BEGINNING: Final = 500
_SECRET: Final = re.compile(
    r"password|authorizationkey|simpin|privatekey|passphrase", re.IGNORECASE
)
_HIDDEN: Final = "(not shown)"


@dataclass(frozen=True, slots=True)
class _Kept:
    number: int
    at: datetime
    sent: bool
    version: OcppVersion
    text: str
    action: str | None


class MessageLog:
    """The newest messages of a station, numbered from 1 on.

    Args:
        now: The time of day.
        most: How many are kept.
        most_bytes: How many characters all of them may have together.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        most: int = KEPT_MESSAGES,
        most_bytes: int = KEPT_BYTES,
    ) -> None:
        self._now = now
        self._most = most
        self._most_bytes = most_bytes
        self._kept: deque[_Kept] = deque()
        self._bytes = 0
        self._asked: OrderedDict[tuple[bool, str], str] = OrderedDict()
        self._waiting: list[asyncio.Future[None]] = []
        self.last = 0
        """The number of the newest; 0 while there is none."""

    def add(self, version: OcppVersion, direction: FrameDirection, text: str) -> None:
        """Keep a message."""
        self.last += 1
        sent = direction is FrameDirection.SENT
        kept = _Kept(self.last, self._now(), sent, version, text, self._action(text, sent=sent))
        self._kept.append(kept)
        self._bytes += len(text)
        while len(self._kept) > self._most or (
            self._bytes > self._most_bytes and len(self._kept) > 1
        ):
            self._bytes -= len(self._kept.popleft().text)
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            if not each.done():
                each.set_result(None)

    def since(self, number: int, most: int = KEPT_MESSAGES) -> Sequence[MessageView]:
        """Those after that number, the oldest first; at most so many of them."""
        if not self._kept or number >= self.last:
            return ()
        begin = max(number + 1 - self._kept[0].number, 0)
        end = min(begin + most, len(self._kept))
        return [_view(self._kept[index]) for index in range(begin, end)]

    def newest(self, most: int) -> Sequence[MessageView]:
        """The newest ones, the oldest of them first."""
        return self.since(self.last - most, most)

    async def news(self, number: int) -> None:
        """Wait until there is one after that number."""
        while self.last <= number:
            future = asyncio.get_running_loop().create_future()
            self._waiting.append(future)
            try:
                await future
            finally:
                if future in self._waiting:
                    self._waiting.remove(future)

    def _action(self, text: str, *, sent: bool) -> str | None:
        frame = _frame(text)
        if isinstance(frame, Call | SendFrame):
            self._asked[sent, frame.message_id] = frame.action
            if len(self._asked) > _ASKED:
                self._asked.popitem(last=False)
            return frame.action
        if isinstance(frame, CallResultError):  # it comes from who has asked
            return self._asked.get((sent, frame.message_id))
        if frame is None:
            return None
        return self._asked.get((not sent, frame.message_id))


def scrubbed(payload: JsonValue) -> JsonValue:
    """The same without passwords and keys."""
    if isinstance(payload, list):
        return [scrubbed(each) for each in payload]
    if not isinstance(payload, dict):
        return payload
    hidden = {name for name in payload if _SECRET.search(name)} | set(_of_variable(payload))
    return {
        name: _HIDDEN if name in hidden and value is not None else scrubbed(value)
        for name, value in payload.items()
    }


def _of_variable(payload: Mapping[str, JsonValue]) -> Iterable[str]:
    """The fields that hold the value of a variable, or a key, that is a secret."""
    match payload:
        case {"variable": {"name": str(name)}} if _SECRET.search(name):
            yield from ("attributeValue", "variableAttribute")
        case {"key": str(name)} if _SECRET.search(name):
            yield "value"
        case {"type": str(), "server": str(), "user": str()}:  # VPNType
            yield from ("key", "password")
        case _:
            return


def _frame(text: str) -> Frame | None:
    try:
        return parse(text)
    except FrameError:
        return None


def _view(kept: _Kept) -> MessageView:
    frame = _frame(kept.text)
    common: dict[str, Any] = {
        "number": kept.number,
        "at": kept.at,
        "sent": kept.sent,
        "version": kept.version,
        "action": kept.action,
        "message_id": None if frame is None else printable(frame.message_id),
    }
    action = None if kept.action is None else ACTIONS[kept.version].get(kept.action)
    match frame:
        case None:
            wrong = "this is no message of OCPP-J"
            beginning = kept.text[:_BEGINNING]
            return MessageView(**common, kind="unreadable", payload=beginning, wrong=wrong)
        case Call():
            return MessageView(
                **common,
                kind="call",
                payload=scrubbed(frame.payload),
                wrong=_wrong(action, None if action is None else action.request, frame.payload),
            )
        case SendFrame():
            return MessageView(
                **common,
                kind="send",
                payload=scrubbed(frame.payload),
                wrong=_wrong(action, None if action is None else action.request, frame.payload),
            )
        case CallResult():
            response = None if action is None else action.response
            return MessageView(
                **common,
                kind="result",
                payload=scrubbed(frame.payload),
                wrong=_wrong(action, response, frame.payload),
            )
        case CallError() | CallResultError():
            return MessageView(
                **common,
                kind="error" if isinstance(frame, CallError) else "result_error",
                payload=scrubbed(frame.details),
                code=frame.code,
                description=frame.description,
                wrong=None,
            )


def _wrong(
    action: Action | None, model: type[Any] | None, payload: Mapping[str, Any]
) -> str | None:
    """What the schema says against a payload."""
    if action is None or model is None:
        return "nobody knows what this belongs to"
    try:
        model.from_wire(cast("dict[str, JsonValue]", payload))
    except ValidationError as error:
        return explain(error)[1]
    return None
