"""What both dialects do with the messages about certificates."""

from typing import TypeVar

from pilotwire.dialects.base import Dialect
from pilotwire.errors import CallRefused
from pilotwire.rpc import ErrorCode
from pilotwire.station.security.certificates import Certificates

__all__ = ["block_of"]

B = TypeVar("B")


def block_of(to: Dialect, kind: type[B], action: str) -> B:
    """The block that answers a request.

    Raises:
        CallRefused: the station has no certificates, and so no answer.
    """
    if to.block(Certificates).store is None:
        raise CallRefused(ErrorCode.NOT_SUPPORTED, f"{action} is not supported")
    return to.block(kind)
