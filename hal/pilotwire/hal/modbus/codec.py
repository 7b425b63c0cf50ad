"""Numbers in registers of 16 bits, as meters lay them out."""

import struct
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

__all__ = ["Kind", "Order", "decoded", "raw_of"]


class Kind(StrEnum):
    """How a number is written into registers."""

    INT16 = "int16"
    UINT16 = "uint16"
    INT32 = "int32"
    UINT32 = "uint32"
    INT64 = "int64"
    UINT64 = "uint64"
    FLOAT32 = "float32"
    FLOAT64 = "float64"
    T5 = "t5"
    """Iskra's: a signed exponent of ten in 8 bits, then a number without sign in 24."""
    T6 = "t6"
    """As T5, and the number has a sign."""

    @property
    def width(self) -> int:
        """How many registers it takes."""
        return _BITS[self] // 16


_BITS: Final = {
    Kind.INT16: 16,
    Kind.UINT16: 16,
    Kind.INT32: 32,
    Kind.UINT32: 32,
    Kind.INT64: 64,
    Kind.UINT64: 64,
    Kind.FLOAT32: 32,
    Kind.FLOAT64: 64,
    Kind.T5: 32,
    Kind.T6: 32,
}


class Order(StrEnum):
    """Which part of a number comes first."""

    BIG = "big"
    """The more significant, as Modbus has it within a register."""
    LITTLE = "little"
    """The less significant."""


def raw_of(registers: Sequence[int], words: Order, octets: Order = Order.BIG) -> int:
    """The bits of a number, put in order: `words` tells of registers, `octets` of the two bytes
    within each.
    """
    raw = 0
    for register in registers if words is Order.BIG else reversed(registers):
        raw = raw << 16 | (register if octets is Order.BIG else _swapped(register))
    return raw


def decoded(raw: int, kind: Kind) -> float:
    """The number that these bits are; it may be NaN or infinite where floats are meant."""
    match kind:
        case Kind.UINT16 | Kind.UINT32 | Kind.UINT64:
            return raw
        case Kind.INT16 | Kind.INT32 | Kind.INT64:
            return _with_sign(raw, _BITS[kind])
        case Kind.FLOAT32:
            return _float(struct.unpack(">f", raw.to_bytes(4, "big")))
        case Kind.FLOAT64:
            return _float(struct.unpack(">d", raw.to_bytes(8, "big")))
        case Kind.T5:
            return _times_ten_to(raw & 0xFFFFFF, _with_sign(raw >> 24, 8))
        case Kind.T6:
            return _times_ten_to(_with_sign(raw & 0xFFFFFF, 24), _with_sign(raw >> 24, 8))


def _swapped(register: int) -> int:
    return register >> 8 | (register & 0xFF) << 8


def _float(unpacked: tuple[float]) -> float:
    return unpacked[0]


def _with_sign(raw: int, bits: int) -> int:
    return raw - (1 << bits) if raw >> (bits - 1) else raw


def _times_ten_to(number: int, exponent: int) -> float:
    # Divided, so that 2301e-1 is 230.1 to the last bit.
    return number * 10.0**exponent if exponent >= 0 else number / 10.0**-exponent
