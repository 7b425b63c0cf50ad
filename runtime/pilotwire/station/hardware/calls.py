"""Calls into the hardware: each has a time limit, and whatever goes wrong is one kind of failure.

A driver is somebody else's code. It may raise anything, a cancellation of its own too; it may hang,
and go on hanging when it is cancelled. Only the station's own cancellation is one: what else comes
out of a driver is its failure. A KeyboardInterrupt alone is a person's, whose Ctrl-C may come while
a driver has the floor: it goes on, and the station ends as it does at any Ctrl-C.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Never, TypeVar

from pilotwire.foreign import printable
from pilotwire.hal.interfaces import AnyFaultCode
from pilotwire.station.errors import HardwareFault

__all__ = ["TIME_LIMIT", "HardwareCalls", "asked", "call", "limited", "plain_text", "words"]

T = TypeVar("T")

TIME_LIMIT = 5.0
"""How long one call into the hardware may take, in seconds."""

GRACE = 0.1
"""How long a call may take to end once it is cancelled, before nobody waits for it any more."""

MAX_TEXT = 500
"""Characters that are left of what a driver says."""

MOST_ABANDONED = 3
"""How many calls of one kind may hang on, uncancellable, before no other one is made."""


async def call(make: Callable[[], Awaitable[T]], limit: float) -> T:
    """What a call into the hardware returns. Its failure is an `Exception`, whatever it was.

    Raises:
        TimeoutError: it took longer than `limit` seconds; it is cancelled, and left to itself if
            that does not end it.
    """
    return await HardwareCalls()(make, limit)


class HardwareCalls:
    """The calls into one piece of hardware."""

    __slots__ = ("_abandoned",)

    def __init__(self) -> None:
        self._abandoned: dict[str, set[asyncio.Task[object]]] | None = None

    def __call__(
        self, make: Callable[[], Awaitable[T]], limit: float, key: str = ""
    ) -> Coroutine[object, None, T]:
        """See `call`. The call is on its way when this returns, before anybody waits for it.

        Of calls with the same `key`, few may hang on at a time: then it is a TimeoutError, too.
        """
        if self._abandoned is not None and len(self._abandoned.get(key, ())) >= MOST_ABANDONED:
            return _hang_on()
        return self._outcome(asyncio.create_task(_guarded(make)), limit, key)

    async def _outcome(self, task: "asyncio.Task[T]", limit: float, key: str) -> T:
        try:
            await asyncio.wait({task}, timeout=limit)
            if not task.done():
                task.cancel()
                await asyncio.wait({task}, timeout=GRACE)
                raise TimeoutError(f"no answer within {limit:g} s")  # noqa: TRY301 -- handled with all other ends
        except BaseException:  # raised again
            task.cancel()
            self._abandon(task, key)
            raise
        if task.cancelled():
            raise RuntimeError("the driver cancelled its own call")
        return task.result()

    def _abandon(self, task: "asyncio.Task[T]", key: str) -> None:
        if self._abandoned is None:
            self._abandoned = {}
        others = self._abandoned.setdefault(key, set())

        def over(_: object) -> None:
            others.discard(task)
            if not task.cancelled():
                task.exception()  # nobody waits for it, and nobody shall be told so

        others.add(task)
        task.add_done_callback(over)


async def _guarded(make: Callable[[], Awaitable[T]]) -> T:
    try:
        return await make()
    except (Exception, asyncio.CancelledError, KeyboardInterrupt):  # told apart by callers
        raise
    except BaseException as error:  # whatever a driver raises
        # SystemExit would end the whole process out of a task, past everything.
        raise RuntimeError(f"the driver raised {type(error).__name__}") from error


def asked(ask: Callable[[], T]) -> T:
    """What the hardware says of itself at once. Its failure is an `Exception`, whatever it was."""
    try:
        return ask()
    except (Exception, KeyboardInterrupt):  # told apart by callers
        raise
    except BaseException as error:  # SystemExit would end the process
        raise RuntimeError(f"the driver raised {type(error).__name__}") from error


async def _hang_on() -> Never:
    raise TimeoutError("earlier calls hang on")


def limited(
    calls: HardwareCalls, make: Callable[[], Awaitable[T]], code: AnyFaultCode, part: str
) -> Coroutine[object, None, T]:
    """What a call into the hardware returns. It is on its way when this returns.

    Raises:
        HardwareFault: it failed, or took too long: that is a fault with this code, of this part.
    """
    return _as_fault(calls(make, TIME_LIMIT, part), code, part)


async def _as_fault(call: Awaitable[T], code: AnyFaultCode, part: str) -> T:
    try:
        return await call
    except Exception as error:  # a driver may raise anything
        raise HardwareFault(code, f"{part}: {words(error)}") from error


def words(error: BaseException) -> str:
    """What an exception out of a driver says, if it can say anything."""
    try:
        return printable(str(error), MAX_TEXT) or type(error).__name__
    except Exception:  # its own `__str__` may be as wrong as the rest
        return type(error).__name__


def plain_text(text: str, length: int = MAX_TEXT) -> str:
    """A driver's text as it can be kept and sent: no half characters, and not without end."""
    return text[:length].encode("utf-8", "replace").decode()
