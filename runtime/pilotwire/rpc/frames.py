"""The frames of OCPP-J and their text: CALL, CALLRESULT, CALLERROR (2.0.1 part 4, 4.2; 1.6 4.2).

The rule of this module: `parse` returns a frame or raises a `FrameError`, whatever the text is; and
what `encode` writes, `parse` reads back equal.
"""

# ruff: noqa: N818 -- named for what happened

import json
import math
import re
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, cast

from pilotwire.errors import PilotwireError
from pilotwire.rpc.codes import ErrorCode

__all__ = [
    "MAX_DEPTH",
    "MAX_DESCRIPTION",
    "MAX_MESSAGE_ID",
    "MAX_SIZE",
    "UNREADABLE",
    "Call",
    "CallError",
    "CallResult",
    "Frame",
    "FrameError",
    "FrameTooLarge",
    "MalformedFrame",
    "Payload",
    "UnknownMessageType",
    "encode",
    "parse",
]

Payload: TypeAlias = dict[str, Any]

MAX_MESSAGE_ID: Final = 36
MAX_DESCRIPTION: Final = 255
MAX_SIZE: Final = 2**20
"""The default limit of a received message, in bytes of UTF-8."""
MAX_DEPTH: Final = 64
"""How deep a received message may nest; what OCPP defines stays below ten."""
UNREADABLE: Final = "-1"
"""The message id of a CALLERROR that answers a message without a readable id (4.2.3)."""

_CALL, _CALLRESULT, _CALLERROR = 2, 3, 4
_LENGTHS = {_CALL: 4, _CALLRESULT: 3, _CALLERROR: 5}
_NAMES = {_CALL: "CALL", _CALLRESULT: "CALLRESULT", _CALLERROR: "CALLERROR"}

# How a message begins, to find type and id where the JSON as a whole cannot be read.
_BEGINNING = re.compile(r'\s*\[\s*(\d{1,3})\s*,\s*"([^"\\\x00-\x1f\ud800-\udfff]{1,36})"\s*[,\]]')


@dataclass(frozen=True, slots=True)
class Call:
    """A request: `action` is the message's name without the suffix "Request"."""

    message_id: str
    action: str
    payload: Payload


@dataclass(frozen=True, slots=True)
class CallResult:
    """The response to the CALL with the same message id."""

    message_id: str
    payload: Payload


@dataclass(frozen=True, slots=True)
class CallError:
    """The refusal of the CALL with the same message id; `code` is spelled as on the wire."""

    message_id: str
    code: str
    description: str
    details: Payload


Frame: TypeAlias = Call | CallResult | CallError


class FrameError(PilotwireError):
    """A received text is no OCPP-J message. The text of the error quotes nothing of the message.

    Attributes:
        message_id: The message's id, or "-1" if it could not be read.
        message_type: The message type number, or None if it could not be read.
        code: The error code to answer with, if the message is to be answered.
    """

    def __init__(
        self, problem: str, *, message_id: str, message_type: int | None, code: ErrorCode
    ) -> None:
        super().__init__(problem)
        self.message_id = message_id
        self.message_type = message_type
        self.code = code


class MalformedFrame(FrameError):
    """The text is no JSON, or JSON of another shape than the message type's."""


class FrameTooLarge(FrameError):
    """The text is longer than the limit."""


class UnknownMessageType(FrameError):
    """The message type number is none of CALL, CALLRESULT and CALLERROR (4.4)."""


def encode(frame: Frame) -> str:
    """The text of a frame: compact JSON. An error's description is cut at 255 characters (4.2.3).

    Raises:
        ValueError: The payload holds NaN or an infinity, which JSON cannot express.
        TypeError: The payload holds something that is no JSON value.
    """
    parts: list[Any]
    match frame:
        case Call():
            parts = [_CALL, frame.message_id, frame.action, frame.payload]
        case CallResult():
            parts = [_CALLRESULT, frame.message_id, frame.payload]
        case CallError():
            description = frame.description[:MAX_DESCRIPTION]
            parts = [_CALLERROR, frame.message_id, frame.code, description, frame.details]
    return json.dumps(parts, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def parse(text: str, *, max_size: int = MAX_SIZE) -> Frame:
    """Read one message.

    A `null` payload means an empty one (1.6 4.2.1, 2.0.1 4.1.5). Refused, because two readers could
    take them for two different messages: NaN, infinities and numbers beyond a double; an object
    that names a property twice; half a surrogate pair, which UTF-8 cannot express (4.1.2).

    Args:
        text: What was received as one WebSocket message.
        max_size: The limit in bytes of UTF-8.

    Raises:
        FrameError: `text` is no message; the subclass and the attributes tell what can be answered.
    """
    if len(text) > max_size or (len(text) * 4 > max_size and _size(text) > max_size):
        raise _from_beginning(FrameTooLarge, text, f"longer than {max_size} bytes")
    problems: list[str] = []
    try:
        message: object = _decoder(problems).decode(text)
        if text.count("{") + text.count("[") > MAX_DEPTH and _depth(message) > MAX_DEPTH:
            raise RecursionError  # noqa: TRY301
        if not text.isascii() or "\\u" in text:
            json.dumps(message, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise _from_beginning(MalformedFrame, text, "text is not valid Unicode") from None
    except RecursionError:
        raise _from_beginning(MalformedFrame, text, "JSON is nested too deeply") from None
    except ValueError:
        raise _from_beginning(MalformedFrame, text, "not valid JSON") from None
    return _frame(message, problems)


def _size(text: str) -> int:
    return len(text.encode(errors="surrogatepass"))


def _depth(value: object) -> int:
    """How deep arrays and objects nest in a JSON value, counted up to just above the limit."""
    level, depth = [value], 0
    while level and depth <= MAX_DEPTH:
        inner: list[object] = []
        for item in level:
            if isinstance(item, list):
                inner += cast(list[object], item)
            elif isinstance(item, dict):
                inner += cast(dict[str, object], item).values()
        level, depth = inner, depth + 1
    return depth


def _decoder(problems: list[str]) -> json.JSONDecoder:
    """A JSON reader that notes what Python would let pass, so that the message id is still read."""

    def constant(name: str) -> None:
        problems.append(f"{name} is not JSON")

    def number(digits: str) -> float:
        value = float(digits)
        if math.isinf(value):
            problems.append("a number is too large")
        return value

    def unique(pairs: list[tuple[str, Any]]) -> Payload:
        found = dict(pairs)
        if len(found) != len(pairs):
            problems.append("an object names a property twice")
        return found

    return json.JSONDecoder(parse_constant=constant, parse_float=number, object_pairs_hook=unique)


def _frame(message: object, problems: list[str]) -> Frame:
    """The frame that a decoded JSON text is."""
    if not isinstance(message, list):
        raise MalformedFrame(
            "not a JSON array",
            message_id=UNREADABLE,
            message_type=None,
            code=ErrorCode.RPC_FRAMEWORK_ERROR,
        )
    parts: list[Any] = cast(Any, message)
    # `true` and `2.0` are equal to numbers in Python, but no message types.
    message_type: int | None = parts[0] if parts and type(parts[0]) is int else None
    readable = len(parts) > 1 and isinstance(parts[1], str)
    message_id: str = parts[1] if readable else UNREADABLE

    def malformed(problem: str, code: ErrorCode) -> MalformedFrame:
        return MalformedFrame(problem, message_id=message_id, message_type=message_type, code=code)

    if message_type is None:
        raise malformed("no message type number", ErrorCode.RPC_FRAMEWORK_ERROR)
    if message_type not in _LENGTHS:
        raise UnknownMessageType(
            "message type not supported",
            message_id=message_id,
            message_type=message_type,
            code=ErrorCode.MESSAGE_TYPE_NOT_SUPPORTED,
        )
    name = _NAMES[message_type]
    if not readable:
        raise malformed(f"{name} without a message id", ErrorCode.RPC_FRAMEWORK_ERROR)
    if len(message_id) > MAX_MESSAGE_ID:
        raise malformed(
            f"message id longer than {MAX_MESSAGE_ID} characters", ErrorCode.RPC_FRAMEWORK_ERROR
        )
    if len(parts) != _LENGTHS[message_type]:
        raise malformed(
            f"{name} with {len(parts)} elements instead of {_LENGTHS[message_type]}",
            ErrorCode.RPC_FRAMEWORK_ERROR,
        )
    if problems:
        raise malformed(problems[0], ErrorCode.FORMAT_VIOLATION)
    payload: Any = {} if parts[-1] is None else parts[-1]
    if not isinstance(payload, dict):
        raise malformed(f"payload of {name} is not an object", ErrorCode.FORMAT_VIOLATION)
    if not all(isinstance(part, str) for part in parts[2:-1]):
        raise malformed(f"{name} with an element that is no text", ErrorCode.RPC_FRAMEWORK_ERROR)
    body = cast(Payload, payload)
    if message_type == _CALL:
        return Call(message_id, parts[2], body)
    if message_type == _CALLRESULT:
        return CallResult(message_id, body)
    return CallError(message_id, parts[2], parts[3], body)


def _from_beginning(error: type[FrameError], text: str, problem: str) -> FrameError:
    """The error of a text that cannot be read as a whole, with what its beginning tells."""
    beginning = _BEGINNING.match(text)
    code = ErrorCode.GENERIC_ERROR if error is FrameTooLarge else ErrorCode.FORMAT_VIOLATION
    if beginning is None:
        code = ErrorCode.RPC_FRAMEWORK_ERROR
        return error(problem, message_id=UNREADABLE, message_type=None, code=code)
    message_type, message_id = beginning.groups()
    return error(problem, message_id=message_id, message_type=int(message_type), code=code)
