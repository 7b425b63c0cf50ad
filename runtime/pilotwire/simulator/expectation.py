"""Messages that somebody waits for: what they are to be, and what came instead."""

import asyncio
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StrictBool, StrictFloat, StrictInt

from pilotwire.simulator.errors import NotInTimeError
from pilotwire.simulator.messages import MessageLog
from pilotwire.simulator.views import MessageView

__all__ = ["Want", "matches", "wait_for"]

_TOLD = 8
"""Of how many messages that came instead is told."""


class Want(BaseModel):
    """A message that is waited for."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    action: Annotated[str, Field(min_length=1, max_length=50)]
    """Which message: "StatusNotification"."""
    kind: Literal["call", "result", "error", "send"] = "call"
    """Whether it is the request, or the answer to one."""
    sent: StrictBool | None = None
    """Whether the station sends it; none is either."""
    payload: dict[str, JsonValue] = {}
    """What is in it; it may hold more. A list must have these members, in this order."""
    since: Annotated[StrictInt, Field(ge=0)] | None = None
    """After which message it comes, by its number; none is: from now on."""
    within: Annotated[StrictFloat, Field(gt=0, le=86_400 * 31)] = 30.0
    """For how many seconds of the station's time it is waited for."""


def matches(payload: JsonValue, pattern: JsonValue) -> bool:
    """Whether a payload is what a pattern says, and perhaps more."""
    if isinstance(pattern, Mapping):
        return isinstance(payload, Mapping) and all(
            name in payload and matches(payload[name], each) for name, each in pattern.items()
        )
    if isinstance(pattern, list):
        return (
            isinstance(payload, list)
            and len(payload) == len(pattern)
            and all(map(matches, payload, pattern))
        )
    if isinstance(payload, bool) is not isinstance(pattern, bool):
        return False
    return payload == pattern


def _fits(message: MessageView, want: Want) -> bool:
    return (
        message.action == want.action
        and message.kind == want.kind
        and want.sent in {None, message.sent}
        and matches(message.payload, want.payload)
    )


async def wait_for(log: MessageLog, want: Want) -> MessageView:
    """Wait for a message of a station.

    Raises:
        NotInTimeError: none came in time; the text has what came instead.
    """
    since = log.last if want.since is None else want.since
    came: list[MessageView] = []
    try:
        async with asyncio.timeout(want.within):
            while True:
                for message in log.since(since):
                    since = message.number
                    if _fits(message, want):
                        return message
                    came.append(message)
                await log.news(since)
    except TimeoutError:
        raise NotInTimeError(
            f"no {_told(want)} within {want.within:g} s; {_instead(came)}", "wait_for"
        ) from None


def _told(want: Want) -> str:
    kinds: Mapping[str, str] = {
        "call": "",
        "send": "",
        "result": "answer to a ",
        "error": "error for a ",
    }
    with_ = f" with {want.payload}" if want.payload else ""
    return f"{kinds[want.kind]}{want.action}{with_}"


def _instead(came: list[MessageView]) -> str:
    if not came:
        return "nothing came"
    told = [f"{each.action or 'something unreadable'} ({each.kind})" for each in came[-_TOLD:]]
    more = len(came) - len(told)
    return "there came " + (f"{more} more, then " if more else "") + ", ".join(told)
