"""Ids of transactions, none of which is ever given out twice (E01.FR.08)."""

from random import Random
from uuid import UUID

__all__ = ["transaction_id"]


def transaction_id(number: int, random: Random) -> str:
    """An id for the transaction of that number: a UUID of version 8 (RFC 9562).

    Its first 48 bits are the number, which the store counts on from one transaction to the next and
    keeps when it has forgotten them: so ids differ as long as there is that store. The rest is
    chance, so that they differ with another store, too.
    """
    bits = random.getrandbits(74)
    high, low = bits >> 62, bits & (1 << 62) - 1
    counted = number & (1 << 48) - 1
    return str(UUID(int=counted << 80 | 0x8 << 76 | high << 64 | 0b10 << 62 | low))
