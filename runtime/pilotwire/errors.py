"""Every exception that Pilotwire raises on purpose, under one root.

::

    PilotwireError
    ├── BadUrl                    (ValueError) the CSMS's URL cannot be used
    ├── Unsecured                 (ValueError) security profile 0, which nobody has allowed
    ├── ConnectionRefused         no connection could be opened
    │   ├── CsmsUnreachable       (OSError) name, network, or nobody listens; or too slow
    │   ├── CsmsNotTrusted        the TLS certificate of the CSMS does not verify
    │   ├── StationNotTrusted     the CSMS does not take the station's TLS certificate
    │   ├── NoCommonTlsVersion    the CSMS speaks no TLS that is new enough
    │   ├── NoCommonCipherSuite   the CSMS has no cipher suite that may be used
    │   ├── HandshakeRefused      the CSMS answered something else than a WebSocket
    │   │   ├── CredentialsRefused    HTTP 401
    │   │   └── IdentityUnknown       HTTP 404
    │   └── NoCommonVersion       the CSMS speaks none of the offered OCPP versions
    ├── ConnectionClosed          (ConnectionError) the connection is gone
    ├── CallUnanswered            a CALL did not lead to a usable response
    │   ├── CallFailed            answered by a CALLERROR
    │   ├── CallTimeout           (TimeoutError) not answered in time
    │   ├── InvalidResponse       answered by something that is not a valid response
    │   └── Unsayable             not sent: the version of the connection has no words for it
    ├── WrongMessage              (TypeError) of another version, or for the other side to send
    ├── HandledAlready            (ValueError) a second handler for one message
    ├── CallRefused               raised by a request handler to answer with a CALLERROR
    ├── TransferRejected          raised by a vendor's handler to answer with Rejected
    └── rpc.frames.FrameError     received text that is no OCPP-J message
        ├── MalformedFrame
        ├── FrameTooLarge
        └── UnknownMessageType

A wrong use of `rpc.session.Session` is a `SessionMisused` (RuntimeError) under the same root.

The rule of this module: it imports nothing of Pilotwire but `foreign`, so that every room can
import it, and no exception's text holds a secret or a value that a peer sent in a payload. What a
peer says of an error is in the text with everything escaped that is not simply shown, and cut; the
attributes hold it as it came.
"""

# ruff: noqa: N818 -- named for what happened

from collections.abc import Mapping, Sequence
from typing import Any

from pilotwire.foreign import printable

__all__ = [
    "BadUrl",
    "CallFailed",
    "CallRefused",
    "CallTimeout",
    "CallUnanswered",
    "ConnectionClosed",
    "ConnectionRefused",
    "CredentialsRefused",
    "CsmsNotTrusted",
    "CsmsUnreachable",
    "HandledAlready",
    "HandshakeRefused",
    "IdentityUnknown",
    "InvalidResponse",
    "NoCommonCipherSuite",
    "NoCommonTlsVersion",
    "NoCommonVersion",
    "PilotwireError",
    "StationNotTrusted",
    "TransferRejected",
    "Unsayable",
    "Unsecured",
    "WrongMessage",
]


class PilotwireError(Exception):
    """The root of all exceptions of this library."""


class BadUrl(PilotwireError, ValueError):
    """The URL of the CSMS cannot be used; the text says in one line what is wrong with it."""


class Unsecured(PilotwireError, ValueError):
    """A connection of security profile 0 would leave the machine, and nobody has allowed it; see
    `Network.unsecured`.
    """


class ConnectionRefused(PilotwireError):
    """No connection could be opened; the subclasses say why."""


class CsmsUnreachable(ConnectionRefused, OSError):
    """The CSMS could not be reached, or did not finish the handshake in time."""


class CsmsNotTrusted(ConnectionRefused):
    """The TLS certificate of the CSMS does not verify (security profiles 2 and 3, A00)."""


class StationNotTrusted(ConnectionRefused):
    """The CSMS does not take the TLS certificate that the station has shown, or wants one where it
    has none to show (security profile 3, A00.FR.407).
    """


class NoCommonTlsVersion(ConnectionRefused):
    """The CSMS speaks no TLS that is new enough (A00.FR.316, A00.FR.419)."""


class NoCommonCipherSuite(ConnectionRefused):
    """The CSMS has no TLS cipher suite that the station may use (A00.FR.323, A00.FR.426)."""


class HandshakeRefused(ConnectionRefused):
    """The CSMS answered the opening handshake with an HTTP status other than 101.

    Attributes:
        status: The HTTP status code, or None if the answer was not readable as HTTP.
    """

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


class CredentialsRefused(HandshakeRefused):
    """The CSMS refused identity or password (HTTP 401)."""


class IdentityUnknown(HandshakeRefused):
    """The CSMS does not know this charging station (HTTP 404, OCPP-J 3.2); some servers mean that
    they speak none of the offered versions.
    """


class NoCommonVersion(ConnectionRefused):
    """The CSMS accepted none of the offered subprotocols, or chose one that was not offered.

    Attributes:
        offered: The subprotocols that were offered, in order of preference.
        chosen: What the CSMS chose, or None.
    """

    def __init__(self, offered: Sequence[str], chosen: str | None = None) -> None:
        self.offered = tuple(offered)
        self.chosen = chosen
        what = "accepted none of them" if chosen is None else f"chose '{printable(chosen)}'"
        super().__init__(f"offered {', '.join(self.offered) or 'nothing'}; the CSMS {what}")


class ConnectionClosed(PilotwireError, ConnectionError):
    """The connection is closed, by either side or by the network.

    Attributes:
        code: The WebSocket close code; None if the connection broke without one.
        reason: The text given with the close code, or an empty string.
    """

    def __init__(self, code: int | None = None, reason: str = "") -> None:
        self.code = code
        self.reason = reason
        text = "connection lost" if code is None else f"connection closed with code {code}"
        super().__init__(f"{text}: {printable(reason)}" if reason else text)


class CallUnanswered(PilotwireError):
    """A CALL did not lead to a usable response; the subclasses say why."""


class CallFailed(CallUnanswered):
    """The peer answered with a CALLERROR.

    Attributes:
        code: The error code in the spelling of OCPP 2.x (an `rpc.ErrorCode`), or the received text
            if no OCPP version knows it.
        description: The peer's description; often empty.
        details: The peer's details; often empty.
    """

    def __init__(self, code: str, description: str = "", details: Mapping[str, Any] | None = None):
        self.code = code
        self.description = description
        self.details: Mapping[str, Any] = {} if details is None else details
        super().__init__(_told(code, description))


class CallTimeout(CallUnanswered, TimeoutError):
    """The peer did not answer a CALL in time (OCPP-J 4.1.1)."""


class InvalidResponse(CallUnanswered):
    """The answer to a CALL is no valid response; the text names the field, never its value.

    Attributes:
        response: The response without its unknown properties, if nothing else is wrong with it.
    """

    def __init__(self, message: str, response: object = None) -> None:
        super().__init__(message)
        self.response = response


class Unsayable(CallUnanswered):
    """A CALL was not sent, as the connection's OCPP version has no words for it; the text names
    the field, never its value.
    """


class WrongMessage(PilotwireError, TypeError):
    """A message is none of the connection's OCPP version, or this side may not send it, or the
    other side may not send it that is to be answered; the text says which.
    """


class HandledAlready(PilotwireError, ValueError):
    """There is a handler for these messages already."""


class CallRefused(PilotwireError):
    """Raised by a request handler: answer this CALL with a CALLERROR.

    Attributes:
        code: An `rpc.ErrorCode`; it is sent in the spelling of the connection's OCPP version.
        description: Sent to the peer, cut at 255 characters.
        details: Sent to the peer.
    """

    def __init__(self, code: str, description: str = "", details: Mapping[str, Any] | None = None):
        self.code = code
        self.description = description
        self.details: Mapping[str, Any] = {} if details is None else details
        super().__init__(_told(code, description))


class TransferRejected(PilotwireError):
    """Raised by the handler of a vendor's message: answer this DataTransfer with Rejected.

    Attributes:
        why: Sent to the peer in 2.x, cut at 512 characters.
        data: Sent to the peer: JSON, or a pydantic model.
    """

    def __init__(self, why: str = "", data: object = None) -> None:
        self.why = why
        self.data = data
        super().__init__(why)


def _told(code: str, description: str) -> str:
    code = printable(code, 50)
    return f"{code}: {printable(description)}" if description else code
