"""What drivers do wrong: values at and beyond each bound, and everything that can be raised."""

import asyncio
import math
from collections.abc import Awaitable, Callable
from decimal import Decimal

__all__ = ["JUNK", "RAISED", "at_once", "giving", "raising"]


class UnspeakableError(Exception):
    """Can't even say what it is."""

    def __str__(self) -> str:
        raise ValueError("no words")


class BaseError(BaseException):
    """Not an `Exception` at all."""


JUNK: tuple[object, ...] = (
    None,
    True,
    "",
    "1",
    "B",
    "\ud800",
    "\x00\x1b[2J",
    b"1",
    0,
    -1,
    1,
    2,
    -0.001,
    5.999,
    math.nan,
    math.inf,
    -math.inf,
    1e12,
    1.0001e12,
    -1e12,
    1e308,
    10**400,
    -(10**400),
    Decimal(1),
    (),
    (None,),
    (1, 2, 3, 4),
    (10**400, math.nan, "x"),
    [],
    {},
    object(),
    object,
    lambda: 1,
)
"""Values of all kinds and sizes, right here and wrong there."""

RAISED: tuple[BaseException, ...] = (
    OSError(5, "i2c"),
    ValueError(),
    TypeError("\ud800" * 1000),
    TimeoutError("the driver's own"),
    StopIteration(),
    StopAsyncIteration(),
    RecursionError("deep"),
    MemoryError(),
    AssertionError(),
    ExceptionGroup("several", [OSError("a"), OSError("b")]),
    UnspeakableError(),
    asyncio.CancelledError(),
    asyncio.InvalidStateError(),
    SystemExit(3),
    GeneratorExit(),
    BaseError("not an exception"),
)

Call = Callable[..., Awaitable[object]]


def giving(value: object) -> Call:
    """A call that returns what it should not."""

    async def call(*_: object) -> object:
        return value

    return call


def raising(error: BaseException) -> Call:
    """A call that fails."""

    async def call(*_: object) -> object:
        raise error

    return call


def at_once(value: object) -> Callable[..., object]:
    """A call that is no coroutine."""
    return lambda *_: value
