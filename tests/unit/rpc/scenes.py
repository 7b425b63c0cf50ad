"""A peer on the station's end of a link in memory, and messages of no OCPP version."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from random import Random
from types import MappingProxyType
from typing import Any, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Action, Direction, Message, Request, Response, Send
from pilotwire.rpc import Edition, Peer, message_ids
from tests.support.memory_link import MemoryLink


class EchoResponse(Response):
    action: ClassVar[str] = "Echo"
    text: str = Field(alias="text", strict=True)


class EchoRequest(Request[EchoResponse]):
    action: ClassVar[str] = "Echo"
    _response: ClassVar[type[Response]] = EchoResponse
    text: str = Field(alias="text", strict=True)


class Note(Send):
    action: ClassVar[str] = "Note"
    text: str = Field(alias="text", strict=True)


def action(name: str) -> Action:
    both = frozenset(Direction)
    if name == "Note":
        return Action(name, Note, None, both, "Test", False, "note")
    return Action(name, EchoRequest, EchoResponse, both, "Test", False, name.lower())


ACTIONS = MappingProxyType({name: action(name) for name in ("Echo", "Other", "Note")})

Answering = Callable[[Action, Message], Any]


async def echo(action: Action, request: Message) -> Response | None:
    assert isinstance(request, EchoRequest)
    return EchoResponse(text=request.text) if action.name == "Echo" else None


@asynccontextmanager
async def running(link: MemoryLink, handler: Any = echo, **options: Any) -> AsyncGenerator[Peer]:
    """A peer on the station's end; the test plays the CSMS on the other."""
    options.setdefault("new_id", message_ids(Random(1)))
    options.setdefault("actions", ACTIONS)
    options.setdefault("edition", Edition.V201)
    options.setdefault("sends", Direction.FROM_STATION)
    peer = Peer(link.station, handler=handler, **options)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(peer.run())
        try:
            yield peer
        finally:
            link.cut()


async def answer_one(link: MemoryLink, text: str = "hello") -> None:
    _, message_id, *_ = json.loads(await link.csms.receive())
    await link.csms.send(json.dumps([3, message_id, {"text": text}]))


async def answer_to(link: MemoryLink, *parts: Any) -> Any:
    """What the station answers to a CALL of the test."""
    await link.csms.send(json.dumps([2, *parts]))
    return json.loads(await link.csms.receive())
