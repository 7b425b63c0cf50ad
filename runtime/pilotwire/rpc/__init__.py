"""OCPP-J without I/O, and a thin asyncio layer over it.

`Session` is the protocol as a pure object; `Peer` runs it over a `Transport` with typed messages.
"""

from pilotwire.rpc.codes import Edition, ErrorCode
from pilotwire.rpc.frames import (
    Call,
    CallError,
    CallResult,
    CallResultError,
    Frame,
    FrameError,
    SendFrame,
    TypedCall,
    TypedCallResult,
    encode,
    parse,
)
from pilotwire.rpc.handlers import Handler, Handlers, RequestType
from pilotwire.rpc.handling import Answer, RequestHandler
from pilotwire.rpc.lenience import Validation
from pilotwire.rpc.message_ids import message_ids
from pilotwire.rpc.peer import FrameDirection, FrameTap, Peer
from pilotwire.rpc.session import Session
from pilotwire.rpc.transport import Transport

__all__ = [
    "Answer",
    "Call",
    "CallError",
    "CallResult",
    "CallResultError",
    "Edition",
    "ErrorCode",
    "Frame",
    "FrameDirection",
    "FrameError",
    "FrameTap",
    "Handler",
    "Handlers",
    "Peer",
    "RequestHandler",
    "RequestType",
    "SendFrame",
    "Session",
    "Transport",
    "TypedCall",
    "TypedCallResult",
    "Validation",
    "encode",
    "message_ids",
    "parse",
]
