"""From what a reader gives to a token as OCPP has it.

The UID of a card is told as hexadecimal digits, in upper case and without separators. Of ISO 14443
byte 0 comes first (2.1 Part 2, C, on the format of UIDs), as the card sends it; of ISO 15693 the
byte E0, which is sent last.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pilotwire.hal.interfaces import AnyTokenKind, TokenKind

__all__ = ["Form", "Seen", "Text", "card"]

_LENGTHS: Final = frozenset({4, 7, 8, 10})
"""Bytes of a UID: single, double and triple ones of ISO 14443, and those of ISO 15693."""

_LONGEST: Final = 36
"""Characters of a token (2.x IdTokenType)."""

_FIRST_OF_15693: Final = 0xE0


@dataclass(frozen=True, slots=True)
class Seen:
    """A token that was read."""

    token: str
    kind: AnyTokenKind = TokenKind.ISO14443


def card(uid: bytes, kind: AnyTokenKind = TokenKind.ISO14443) -> Seen | None:
    """A card, from its UID as the reader has it; None where that is none.

    A UID of ISO 15693 is put in order, whichever end of it the reader begins with.
    """
    if len(uid) not in _LENGTHS:
        return None
    if kind is TokenKind.ISO15693 and uid[0] != _FIRST_OF_15693 and uid[-1] == _FIRST_OF_15693:
        uid = uid[::-1]
    return Seen(uid.hex().upper(), kind)


class Form(StrEnum):
    """How a reader writes what it has read."""

    HEXADECIMAL = "hexadecimal"
    """The digits of a UID; blanks, colons and dashes between them do not count."""
    DECIMAL = "decimal"
    """A UID as a number."""
    TEXT = "text"
    """What it writes is the token: a code that somebody types, or one that is printed."""


@dataclass(frozen=True, slots=True)
class Text:
    """How to read what a reader writes.

    - `octets`: of a decimal UID, how many bytes it has.
    - `reverse`: whether the reader writes a UID from its last byte on. Many that write decimal
      numbers do: compare with what another reader shows.
    - `kind`: what is identified so; `KEY_CODE` for a keypad.
    """

    form: Form = Form.HEXADECIMAL
    kind: AnyTokenKind = TokenKind.ISO14443
    octets: int = 4
    reverse: bool = False

    def seen(self, text: str) -> Seen | None:
        """What was read; None where it is no token."""
        text = text.strip()
        if self.form is Form.TEXT:
            return Seen(text, self.kind) if 0 < len(text) <= _LONGEST else None
        uid = _BYTES[self.form](text, self.octets)
        if uid is None:
            return None
        return card(uid[::-1] if self.reverse else uid, self.kind)


def _of_digits(text: str, _: int) -> bytes | None:
    digits = re.sub(r"[ :-]", "", text)
    if not re.fullmatch(r"([0-9A-Fa-f]{2})+", digits):
        return None
    return bytes.fromhex(digits)


def _of_number(text: str, octets: int) -> bytes | None:
    if not re.fullmatch(r"[0-9]{1,25}", text):
        return None
    number = int(text)
    return number.to_bytes(octets, "big") if number >> 8 * octets == 0 else None


_BYTES: Final[dict[Form, Callable[[str, int], bytes | None]]] = {
    Form.HEXADECIMAL: _of_digits,
    Form.DECIMAL: _of_number,
}
