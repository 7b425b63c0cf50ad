"""RAPI, OpenEVSE's protocol between its controller and whoever steers it, without I/O.

OpenEVSE: firmware/open_evse/rapi_proc.h, RAPI 5. A line begins with "$" and ends with a carriage
return; before that stand "^" and the exclusive or of all characters up to it. A command can have a
number from 1 to 255, which its answer repeats.

    $SC 16 V :2A^61    ->
                       <-   $OK 16 :2A^1F
                       <-   $AT 3 3 16 140^0D      of itself, whenever its state changes
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

__all__ = ["Decoder", "Line", "framed"]

_LONGEST: Final = 256
"""Bytes without an end, before they are taken for noise."""

_LINE: Final = re.compile(rb"(\$[^$^]*)\^([0-9A-Fa-f]{2})$")
_SEQUENCE: Final = re.compile(r"\s*:([0-9A-Fa-f]{2})$")


@dataclass(frozen=True, slots=True)
class Line:
    """What the board has said: its words ("OK", "16"), and which command it answers."""

    words: tuple[str, ...]
    sequence: int | None = None


def framed(command: str, sequence: int) -> bytes:
    """A command as it goes over the line: `framed("SC 16 V", 42)`."""
    body = f"${command} :{sequence:02X}".encode("ascii")
    return body + b"^%02X\r" % _checksum(body)


def _checksum(body: bytes) -> int:
    result = 0
    for each in body:
        result ^= each
    return result


class Decoder:
    """Finds lines in what arrives. What is none, or is damaged, is passed over, up to the next."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> Iterator[Line]:
        """The lines that are whole by now."""
        *whole, self._rest = re.split(rb"[\r\n]", self._rest + data)
        if len(self._rest) > _LONGEST:
            self._rest = b""
        for each in whole:
            line = _parsed(each)
            if line is not None:
                yield line


def _parsed(data: bytes) -> Line | None:
    found = _LINE.search(data)
    if found is None or _checksum(found[1]) != int(found[2], 16):
        return None
    text = found[1][1:].decode("ascii", "replace")
    sequence = _SEQUENCE.search(text)
    if sequence is None:
        return Line(tuple(text.split()))
    return Line(tuple(text[: sequence.start()].split()), int(sequence[1], 16))
