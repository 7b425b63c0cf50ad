"""Why a file was not transferred. No text holds a user, a password, or the query of a URL."""

import errno
from enum import StrEnum, unique
from typing import Final

from pilotwire.errors import PilotwireError

__all__ = ["BadLocationError", "TransferError", "Trouble", "disk_trouble", "of_status"]


@unique
class Trouble(StrEnum):
    """What can be in the way of a transfer."""

    UNREACHABLE = "unreachable"
    """No such name, no network, nobody listens; or too slow to answer."""
    UNTRUSTED = "untrusted"
    """The server's certificate, or the key of its host, is none that may be trusted."""
    DENIED = "denied"
    """The server wants other credentials, or does not allow it."""
    NOT_FOUND = "not found"
    """The server has no such file, or no such folder."""
    REDIRECTED = "redirected"
    """The server sends elsewhere where that may not be followed (N01.FR.30)."""
    NOT_SUPPORTED = "not supported"
    """The server can't do it, or this station has no such protocol."""
    REFUSED = "refused"
    """The server has said no, for another reason."""
    PROTOCOL = "protocol"
    """The server has said what makes no sense."""
    CUT = "cut"
    """The connection was lost or went silent, or not all of the file came."""
    TOO_LARGE = "too large"
    """The file has more bytes than the limits allow, or than the server takes."""
    NO_SPACE = "no space"
    """There is no room for it on the disk."""
    DISK = "disk"
    """The disk has failed in another way."""


class TransferError(PilotwireError):
    """A transfer has failed.

    Attributes:
        trouble: What was in the way.
    """

    def __init__(self, trouble: Trouble, text: str) -> None:
        super().__init__(text)
        self.trouble = trouble


class BadLocationError(TransferError, ValueError):
    """A location that can't be used, however often it is tried; the text says in one line why."""

    def __init__(self, text: str) -> None:
        super().__init__(Trouble.NOT_SUPPORTED, text)


_STATUSES: Final = {
    401: Trouble.DENIED,
    403: Trouble.DENIED,
    404: Trouble.NOT_FOUND,
    405: Trouble.NOT_SUPPORTED,
    407: Trouble.DENIED,
    410: Trouble.NOT_FOUND,
    413: Trouble.TOO_LARGE,
    501: Trouble.NOT_SUPPORTED,
}


def of_status(status: int) -> TransferError:
    """What a status of HTTP means that is none of success."""
    if 300 <= status < 400:
        text = f"the server redirects (HTTP {status}), which is not followed here"
        return TransferError(Trouble.REDIRECTED, text)
    trouble = _STATUSES.get(status, Trouble.REFUSED)
    return TransferError(trouble, f"the server says HTTP {status} ({trouble.value})")


_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def disk_trouble(error: OSError) -> TransferError:
    """What it means that the disk has failed."""
    trouble = Trouble.NO_SPACE if error.errno in _FULL else Trouble.DISK
    return TransferError(trouble, f"the disk: {error.strerror or 'it failed'}")
