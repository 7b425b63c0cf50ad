"""What integers of the wire may be: JSON sets no limit, and the schemas hardly ever do."""

from typing import Final

__all__ = ["LARGEST", "is_number", "seconds"]

LARGEST: Final = 2**63 - 1
"""The largest number of a transaction that the store holds; that of the smallest is one more."""
_LONGEST: Final = 2**31 - 1


def is_number(value: int) -> bool:
    """Whether an integer can be the number of a transaction of 1.6: whether 64 bits hold it."""
    return -LARGEST - 1 <= value <= LARGEST


def seconds(value: int) -> int:
    """A time span of the wire in seconds: 68 years at most, and a negative one is none."""
    return min(max(value, 0), _LONGEST)
