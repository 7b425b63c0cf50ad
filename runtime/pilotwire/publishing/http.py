"""What a server of files must understand of HTTP/1.1 (RFC 9110, RFC 9112), without I/O.

GET and HEAD of one file, whole or one range of it; no body comes, and what is not understood is
refused in a way that is sure to be understood.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

__all__ = ["BadRequestError", "Head", "Portion", "Request", "portion", "read_request", "response"]

_LINE: Final = re.compile(r"([A-Z]{1,20}) (/[!-~]*) HTTP/1\.([01])", re.ASCII)
_FIELD: Final = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*", re.ASCII)
_RANGE: Final = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.ASCII | re.IGNORECASE)


class BadRequestError(ValueError):
    """What came is no request that is answered here.

    Attributes:
        status: What it is answered with.
    """

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


@dataclass(frozen=True, slots=True)
class Request:
    """What a client wants.

    Attributes:
        method: GET or HEAD.
        path: Which file, as it was written.
        fields: The header's fields, by their names in lower case; the last of each counts.
        lasts: Whether the connection goes on after the answer.
    """

    method: str
    path: str
    fields: Mapping[str, str]
    lasts: bool


@dataclass(frozen=True, slots=True)
class Portion:
    """The bytes from `start` on, before `end`; `whole` where nobody has asked for less."""

    start: int
    end: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an answer."""

    status: HTTPStatus
    fields: tuple[tuple[str, str], ...] = ()


def read_request(head: bytes) -> Request:
    """The request whose header this is, the empty line included.

    Raises:
        BadRequestError: it is none, or one that is not answered here.
    """
    line, *rest = head.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n")
    found = _LINE.fullmatch(line)
    if found is None:
        raise BadRequestError(HTTPStatus.BAD_REQUEST)
    fields: dict[str, str] = {}
    for text in rest:
        field = _FIELD.fullmatch(text)
        if field is None:
            raise BadRequestError(HTTPStatus.BAD_REQUEST)
        fields[field[1].lower()] = field[2]
    if found[1] not in {"GET", "HEAD"}:
        raise BadRequestError(HTTPStatus.METHOD_NOT_ALLOWED)
    if "transfer-encoding" in fields or fields.get("content-length", "0") != "0":
        raise BadRequestError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    if found[3] == "1" and "host" not in fields:
        raise BadRequestError(HTTPStatus.BAD_REQUEST)
    wish = fields.get("connection", "").lower()
    lasts = "close" not in wish if found[3] == "1" else False
    return Request(found[1], found[2], fields, lasts)


def portion(request: Request, size: int, validator: str) -> Portion | None:
    """What of a file is wanted; None where there is nothing of it.

    What is no single range of bytes is as good as not asked for, and so is one of a file that has
    another validator (If-Range).
    """
    whole = Portion(0, size, whole=True)
    found = _RANGE.fullmatch(request.fields.get("range", ""))
    if found is None or request.fields.get("if-range", validator) != validator:
        return whole
    first, last = found[1], found[2]
    if first and last and int(last) < int(first):
        return whole
    if first:
        start, end = int(first), min(int(last) + 1, size) if last else size
    elif last:
        start, end = max(size - int(last), 0), size
    else:
        return whole
    return None if start >= end else Portion(start, end, whole=False)


def response(head: Head, *, length: int, lasts: bool) -> bytes:
    """The beginning of an answer, as it goes out; `length` bytes follow it."""
    fields = [*head.fields, ("Content-Length", str(length))]
    if not lasts:
        fields.append(("Connection", "close"))
    lines = [f"HTTP/1.1 {head.status.value} {head.status.phrase}"]
    lines += [f"{name}: {value}" for name, value in fields]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")
