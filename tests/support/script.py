"""What a CSMS expects, message by message: how the official test cases are played.

script = Script(s)
await script.expect(v21.AuthorizeRequest, id_token__id_token=TOKEN)

A message is taken once. The next one must be what is expected, but that some kinds come beside the
others, whenever they do: a status and a transaction event may be sent in any order.
"""

import asyncio
from collections.abc import Callable
from typing import TypeVar, cast

from pilotwire.ocpp.base import Message
from tests.support.scene import Scene

__all__ = ["Script", "agree"]

M = TypeVar("M", bound=Message)

APART = {
    "Heartbeat": "heartbeat",
    "StatusNotification": "status",
    "NotifyEvent": "status",
    "MeterValues": "meter values",
    "SecurityEventNotification": "security",
    "NotifyReport": "report",
    "ReportChargingProfiles": "charging profiles",
    "NotifyChargingLimit": "charging limit",
    "ClearedChargingLimit": "charging limit",
    "FirmwareStatusNotification": "firmware",
    "LogStatusNotification": "log",
}
"""What comes beside the rest, in an order of its own."""

PATIENCE = 60.0
"""Seconds to wait for a message."""


class Script:
    """The CSMS of a case. `s` is the scene that it plays in."""

    def __init__(self, s: Scene) -> None:
        self.s = s
        self._taken = 0
        self._ahead: set[int] = set()

    def lane(self, message: Message) -> str:
        """What a message comes in order with: its own lane (`APART`), or that of all others, ""."""
        return APART.get(message.action, "")

    def pending(self, kind: type[M]) -> list[M]:
        """What has come of a kind and was not expected yet."""
        return [message for _, message in self._pending() if isinstance(message, kind)]

    def forget(self) -> None:
        """Take all that has come; what comes next counts."""
        self._taken = len(self.s.csms.heard)
        self._ahead.clear()

    async def expect(
        self,
        kind: type[M],
        *,
        lane: str | None = None,
        among: Callable[[Message], bool] = lambda _: True,
        limit: float = PATIENCE,
        **fields: object,
    ) -> M:
        """The next message, which must be of the kind and have these fields.

        `a__b` is field b of field a. A set has the values that are allowed; None stands for a field
        that is left out. `among` tells of which messages, in the lane of the kind or in another
        one, the next one counts.

        Raises:
            AssertionError: It is of another kind, has another value in a field, or does not come.
        """
        lane = APART.get(kind.action, "") if lane is None else lane
        message = await self.take(lane, kind.action, among, limit)
        assert isinstance(message, kind), f"{kind.action} was expected, not {message!r}"
        agree(message, **fields)
        return message

    async def silence(self, *kinds: type[Message], seconds: float) -> None:
        """Wait; none of these kinds may come meanwhile, nor have come before."""
        await self.s.wait(seconds)
        came = [message for _, message in self._pending() if isinstance(message, kinds)]
        assert not came, f"nothing of the kind was expected: {came!r}"

    async def take(
        self,
        lane: str,
        what: str,
        among: Callable[[Message], bool] = lambda _: True,
        limit: float = PATIENCE,
    ) -> Message:
        """The next message of a lane (`APART`), whatever it is; "" is that of all others.

        Raises:
            AssertionError: There is none.
        """

        def first() -> tuple[int, Message] | None:
            return next(
                (
                    (number, message)
                    for number, message in self._pending()
                    if self.lane(message) == lane and among(message)
                ),
                None,
            )

        came = self.s.csms.came
        try:
            async with asyncio.timeout(limit), came:
                await came.wait_for(lambda: first() is not None)
        except TimeoutError:
            raise AssertionError(f"{what} was expected; nothing came in {limit} s") from None
        number, message = cast("tuple[int, Message]", first())
        self._ahead.add(number)
        while self._taken in self._ahead:
            self._ahead.remove(self._taken)
            self._taken += 1
        return message

    def _pending(self) -> list[tuple[int, Message]]:
        return [
            (number, heard.request)
            for number, heard in enumerate(self.s.csms.heard[self._taken :], self._taken)
            if number not in self._ahead
        ]


def agree(message: Message, **fields: object) -> None:
    """Demand fields of a message; see `Script.expect`."""
    for path, wanted in fields.items():
        value: object = message
        for name in path.split("__"):
            value = None if value is None else getattr(value, name)
        allowed = cast("set[object]", wanted) if isinstance(wanted, set | frozenset) else [wanted]
        assert any(value == one for one in allowed), (
            f"{path}: {value!r}, not {wanted!r}: {message!r}"
        )
