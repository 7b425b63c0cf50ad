"""The little of DER (X.690) that is written here: the library for it that comes with the one for
tokens has no types.
"""

from enum import IntEnum

__all__ = ["Tag", "der"]


class Tag(IntEnum):
    """What a value is."""

    INTEGER = 0x02
    BIT_STRING = 0x03
    NULL = 0x05
    OBJECT_IDENTIFIER = 0x06
    UTF8_STRING = 0x0C
    VISIBLE_STRING = 0x1A
    SEQUENCE = 0x30
    CONTEXT_0 = 0xA0


def der(tag: Tag, *contents: bytes) -> bytes:
    """A value; one that is made of others has them as its contents."""
    content = b"".join(contents)
    size = len(content)
    if size < 0x80:
        return bytes((tag, size)) + content
    digits = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(digits))) + digits + content
