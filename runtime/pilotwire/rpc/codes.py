"""The message types and error codes of OCPP-J, and what differs between its editions.

The rule of this module: the rest of `rpc` says `ErrorCode` and asks the `Edition`; nothing else
compares versions.
"""

from collections.abc import Mapping
from enum import Enum, IntEnum, StrEnum
from types import MappingProxyType

__all__ = ["Edition", "ErrorCode", "MessageType", "read_code"]


class MessageType(IntEnum):
    """The message type numbers (2.1 part 4, 4.1.3)."""

    CALL = 2
    CALLRESULT = 3
    CALLERROR = 4
    CALLRESULTERROR = 5
    SEND = 6


class ErrorCode(StrEnum):
    """The RPC framework error codes, spelled as OCPP 2.x spells them (2.0.1 part 4, 4.3)."""

    FORMAT_VIOLATION = "FormatViolation"
    GENERIC_ERROR = "GenericError"
    INTERNAL_ERROR = "InternalError"
    MESSAGE_TYPE_NOT_SUPPORTED = "MessageTypeNotSupported"
    NOT_IMPLEMENTED = "NotImplemented"
    NOT_SUPPORTED = "NotSupported"
    OCCURRENCE_CONSTRAINT_VIOLATION = "OccurrenceConstraintViolation"
    PROPERTY_CONSTRAINT_VIOLATION = "PropertyConstraintViolation"
    PROTOCOL_ERROR = "ProtocolError"
    RPC_FRAMEWORK_ERROR = "RpcFrameworkError"
    SECURITY_ERROR = "SecurityError"
    TYPE_CONSTRAINT_VIOLATION = "TypeConstraintViolation"


# OCPP-J 1.6 errata 5.1 and 5.2 keep the two slips of the first edition on the wire. The last two
# codes are younger than 1.6: a frame that cannot be read is "syntactically incorrect" there, and
# for an unknown message type 1.6 has no nearer word than the general one.
_SPELLED_BY_1_6: Mapping[str, str] = MappingProxyType(
    {
        ErrorCode.FORMAT_VIOLATION: "FormationViolation",
        ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION: "OccurenceConstraintViolation",
        ErrorCode.RPC_FRAMEWORK_ERROR: "FormationViolation",
        ErrorCode.MESSAGE_TYPE_NOT_SUPPORTED: "GenericError",
    }
)

_TYPES = frozenset({MessageType.CALL, MessageType.CALLRESULT, MessageType.CALLERROR})
_TYPES_OF_2_1 = frozenset(MessageType)

_READ: Mapping[str, str] = MappingProxyType(
    {code.value: code for code in ErrorCode}
    | {
        "FormationViolation": ErrorCode.FORMAT_VIOLATION,
        "OccurenceConstraintViolation": ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
    }
)


def read_code(text: str) -> str:
    """The `ErrorCode` that `text` spells in any edition; `text` itself if none knows it."""
    return _READ.get(text, text)


class Edition(Enum):
    """The edition of OCPP-J that a connection follows."""

    V16 = "1.6"
    V201 = "2.0.1"
    V21 = "2.1"

    def spell(self, code: str) -> str:
        """The error code as this edition writes it on the wire."""
        return str(_SPELLED_BY_1_6.get(code, code) if self is Edition.V16 else code)

    @property
    def message_types(self) -> frozenset[int]:
        """The message types that this edition has; all others are unknown to it."""
        return _TYPES_OF_2_1 if self is Edition.V21 else _TYPES

    @property
    def answers_unreadable(self) -> bool:
        """Whether a message without a readable id gets a CALLERROR with id "-1".

        2.0.1 and 2.1 say so (part 4, 4.2.3); 1.6 wants the id of the request and has no word for
        its lack.
        """
        return self is not Edition.V16

    @property
    def answers_unknown_types(self) -> bool:
        """Whether an unknown message type gets a CALLERROR.

        2.0.1 part 4, 4.4 says so; 1.6 (4.1.3) and 2.1 (4.1.3, 4.4) say that it is ignored.
        """
        return self is Edition.V201
