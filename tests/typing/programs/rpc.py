"""The ends of a connection: what may be called and what may be sent, and who handles what."""

from typing import assert_type

from pilotwire.ocpp import v21, v201
from pilotwire.rpc import Answer, Handlers, Peer


async def call(peer: Peer, stream: v21.NotifyPeriodicEventStream) -> None:
    assert_type(await peer.call(v21.HeartbeatRequest()), v21.HeartbeatResponse)
    await peer.call(stream)  # error
    await peer.call(v21.NotifyPeriodicEventStream)  # error


async def send(peer: Peer, stream: v21.NotifyPeriodicEventStream) -> None:
    await peer.send(stream)
    await peer.send(stream, message_id="1")
    (await peer.send(stream)).action  # error
    await peer.send(v21.HeartbeatRequest())  # error
    await peer.send(v21.NotifyPeriodicEventStream)  # error
    await peer.send(v201.HeartbeatResponse)  # error


async def take(message: v21.NotifyPeriodicEventStream) -> None: ...


async def take_and_answer(message: v21.NotifyPeriodicEventStream) -> v21.HeartbeatResponse:
    raise NotImplementedError


async def heartbeat(request: v21.HeartbeatRequest) -> v21.HeartbeatResponse:
    raise NotImplementedError


async def heartbeat_and_more(request: v21.HeartbeatRequest) -> Answer[v21.HeartbeatResponse]:
    raise NotImplementedError


async def heartbeat_without_answer(request: v21.HeartbeatRequest) -> None: ...


def register(handlers: Handlers) -> None:
    handlers.on(v21.NotifyPeriodicEventStream, take)
    handlers.on(v21.HeartbeatRequest, heartbeat)
    handlers.on(v21.HeartbeatRequest, heartbeat_and_more)
    handlers.on(v21.NotifyPeriodicEventStream, take_and_answer)  # error
    handlers.on(v21.NotifyPeriodicEventStream, heartbeat)  # error
    handlers.on(v21.HeartbeatRequest, heartbeat_without_answer)  # error
    handlers.on(v21.HeartbeatRequest, take)  # error
    handlers.on(v201.HeartbeatRequest, heartbeat)  # error
