"""The frames of OCPP-J and their text (1.6 4.2; 2.0.1 and 2.1 part 4, 4.2).

CALL, CALLRESULT and CALLERROR are in all editions, CALLRESULTERROR and SEND in 2.1.

The rule of this module: `parse` returns a frame or raises a `FrameError`, whatever the text is; and
what `encode` writes, `parse` reads back equal.
"""

# ruff: noqa: N818 -- named for what happened

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, cast

from pydantic_core import from_json, to_json

from pilotwire.errors import PilotwireError
from pilotwire.ocpp.base import AnyRequest, Response
from pilotwire.rpc.codes import Edition, ErrorCode, MessageType

__all__ = [
    "MAX_DEPTH",
    "MAX_DESCRIPTION",
    "MAX_MESSAGE_ID",
    "MAX_SIZE",
    "UNREADABLE",
    "Call",
    "CallError",
    "CallResult",
    "CallResultError",
    "Frame",
    "FrameError",
    "FrameTooLarge",
    "MalformedFrame",
    "Payload",
    "SendFrame",
    "TypedCall",
    "TypedCallResult",
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
"""The message id of an error that answers a message without a readable id (4.2.3)."""

_LENGTHS: Final[Mapping[int, int]] = {
    MessageType.CALL: 4,
    MessageType.CALLRESULT: 3,
    MessageType.CALLERROR: 5,
    MessageType.CALLRESULTERROR: 5,
    MessageType.SEND: 4,
}
_NAMES: Final[Mapping[int, str]] = {kind: kind.name for kind in MessageType}

# How a message begins, to find type and id where the JSON as a whole cannot be read.
_BEGINNING = re.compile(
    r'\s*\[\s*(\d{1,3})\s*,(?:\s*"([^"\\\x00-\x1f\ud800-\udfff]{1,36})"\s*[,\]])?'
)


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


@dataclass(frozen=True, slots=True)
class CallResultError:
    """Says that the CALLRESULT with the same message id could not be processed (2.1)."""

    message_id: str
    code: str
    description: str
    details: Payload


@dataclass(frozen=True, slots=True)
class SendFrame:
    """A message that is never answered (2.1); `action` is the message's name."""

    message_id: str
    action: str
    payload: Payload


Frame: TypeAlias = Call | CallResult | CallError | CallResultError | SendFrame


@dataclass(frozen=True, slots=True)
class TypedCall:
    """A CALL of ours whose payload is `request`."""

    message_id: str
    request: AnyRequest

    @property
    def action(self) -> str:
        """The action that it asks for."""
        return self.request.action


@dataclass(frozen=True, slots=True)
class TypedCallResult:
    """A CALLRESULT of ours whose payload is `response`."""

    message_id: str
    response: Response


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
    """The text is longer than the limit, or has more values in it."""


class UnknownMessageType(FrameError):
    """The edition has no message type of this number (4.4)."""


_WRITER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def encode(frame: Frame | TypedCall | TypedCallResult) -> str:
    """The text of a frame: compact JSON. An error's description is cut at 255 characters (4.2.3).

    Raises:
        ValueError: The payload holds NaN or an infinity, which JSON cannot express.
        TypeError: The payload holds something that is no JSON value.
    """
    parts: list[Any]
    match frame:
        case TypedCall():
            return _joined([MessageType.CALL, frame.message_id, frame.action], frame.request)
        case TypedCallResult():
            return _joined([MessageType.CALLRESULT, frame.message_id], frame.response)
        case Call():
            parts = [MessageType.CALL, frame.message_id, frame.action, frame.payload]
        case CallResult():
            parts = [MessageType.CALLRESULT, frame.message_id, frame.payload]
        case CallError():
            parts = [MessageType.CALLERROR, *_error(frame)]
        case CallResultError():
            parts = [MessageType.CALLRESULTERROR, *_error(frame)]
        case SendFrame():
            parts = [MessageType.SEND, frame.message_id, frame.action, frame.payload]
    return _WRITER.encode(parts)


def _joined(beginning: list[int | str], message: AnyRequest | Response) -> str:
    # A message writes itself in a third of the time that it takes by way of a dict.
    return f"{_WRITER.encode(beginning)[:-1]},{message.to_json()}]"


def _error(frame: CallError | CallResultError) -> list[Any]:
    description = frame.description[:MAX_DESCRIPTION]
    return [frame.message_id, frame.code, description, frame.details]


def parse(
    text: str,
    *,
    edition: Edition = Edition.V21,
    max_size: int = MAX_SIZE,
    max_values: int | None = None,
) -> Frame:
    """Read one message.

    A `null` payload means an empty one (1.6 4.2.1, 2.0.1 4.1.5). Refused, because two readers could
    take them for two different messages: NaN, infinities and numbers beyond a double; an object
    that names a property twice; half a surrogate pair, which UTF-8 cannot express (4.1.2).

    Args:
        text: What was received as one WebSocket message.
        edition: Says which message types there are; the newest has all.
        max_size: The limit in bytes of UTF-8.
        max_values: How many commas and opening brackets there may be, in texts too: which is how
            much work it can be to read and check it. None: as many as the size has room for.

    Raises:
        FrameError: `text` is no message; the subclass and the attributes tell what can be answered.
    """
    if len(text) > max_size or (len(text) * 4 > max_size and _size(text) > max_size):
        raise _from_beginning(text, edition, FrameTooLarge, f"longer than {max_size} bytes")
    if max_values is not None and len(text) > max_values and _values(text) > max_values:
        raise _from_beginning(text, edition, FrameTooLarge, f"more than {max_values} values")
    problems: list[str] = []
    message = _read(text)
    if message is not None and not _too_deep(text, message):
        return _frame(message, problems, edition)
    try:
        message = _decoder(problems).decode(text)
        if _too_deep(text, message):
            raise RecursionError  # noqa: TRY301 -- told as the decoder tells it
        if not text.isascii() or "\\u" in text:
            json.dumps(message, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise _from_beginning(text, edition, MalformedFrame, "not valid Unicode") from None
    except RecursionError:
        raise _from_beginning(text, edition, MalformedFrame, "JSON nested too deeply") from None
    except ValueError:
        raise _from_beginning(text, edition, MalformedFrame, "not valid JSON") from None
    return _frame(message, problems, edition)


def _read(text: str) -> object:
    """What the text says, read quickly; None where that does not show that nothing is wrong.

    The quick reader is as exact, but takes the last of two properties of a name and numbers that
    are too large. Written again, the former has fewer colons, and the latter is `Infinity`.
    """
    # This takes a third of the time of the thorough reader.
    if "\\u" in text:  # it might be a colon
        return None
    try:
        message: object = from_json(text, allow_inf_nan=False, cache_strings="keys")
        written = to_json(message)
    except (ValueError, TypeError):  # TypeError: half a surrogate pair
        return None
    if b"Infinity" in written or written.count(b":") != text.count(":"):
        return None
    return message


def _too_deep(text: str, message: object) -> bool:
    return text.count("{") + text.count("[") > MAX_DEPTH and _depth(message) > MAX_DEPTH


def _size(text: str) -> int:
    return len(text.encode(errors="surrogatepass"))


def _values(text: str) -> int:
    return sum(text.count(mark) for mark in ",[{")


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


def _frame(message: object, problems: list[str], edition: Edition) -> Frame:
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
    if message_type not in edition.message_types:
        raise _unknown_type(message_id, message_type)
    name, length = _NAMES[message_type], _LENGTHS[message_type]
    if not readable:
        raise malformed(f"{name} without a message id", ErrorCode.RPC_FRAMEWORK_ERROR)
    if len(message_id) > MAX_MESSAGE_ID:
        raise malformed(
            f"message id longer than {MAX_MESSAGE_ID} characters", ErrorCode.RPC_FRAMEWORK_ERROR
        )
    if len(parts) != length:
        raise malformed(
            f"{name} with {len(parts)} elements instead of {length}", ErrorCode.RPC_FRAMEWORK_ERROR
        )
    if problems:
        raise malformed(problems[0], ErrorCode.FORMAT_VIOLATION)
    payload: Any = {} if parts[-1] is None else parts[-1]
    if not isinstance(payload, dict):
        raise malformed(f"payload of {name} is not an object", ErrorCode.FORMAT_VIOLATION)
    for part in parts[2:-1]:
        if not isinstance(part, str):
            raise malformed(
                f"{name} with an element that is no text", ErrorCode.RPC_FRAMEWORK_ERROR
            )
    body = cast(Payload, payload)
    match message_type:
        case MessageType.CALL:
            return Call(message_id, parts[2], body)
        case MessageType.CALLRESULT:
            return CallResult(message_id, body)
        case MessageType.CALLERROR:
            return CallError(message_id, parts[2], parts[3], body)
        case MessageType.CALLRESULTERROR:
            return CallResultError(message_id, parts[2], parts[3], body)
        case _:
            return SendFrame(message_id, parts[2], body)


def _unknown_type(message_id: str, message_type: int) -> UnknownMessageType:
    return UnknownMessageType(
        "message type not supported",
        message_id=message_id,
        message_type=message_type,
        code=ErrorCode.MESSAGE_TYPE_NOT_SUPPORTED,
    )


def _from_beginning(
    text: str, edition: Edition, error: type[FrameError], problem: str
) -> FrameError:
    """The error of a text that cannot be read as a whole, with what its beginning tells."""
    beginning = _BEGINNING.match(text)
    message_type = None if beginning is None else int(beginning[1])
    message_id: str | None = None if beginning is None else beginning[2]
    if message_type is not None and message_type not in edition.message_types:
        return _unknown_type(message_id or UNREADABLE, message_type)
    if message_id is None:
        code = ErrorCode.RPC_FRAMEWORK_ERROR
    elif error is FrameTooLarge:
        code = ErrorCode.GENERIC_ERROR
    else:
        code = ErrorCode.FORMAT_VIOLATION
    return error(problem, message_id=message_id or UNREADABLE, message_type=message_type, code=code)
