"""What the CSMS has last said of each token, as the station has heard it."""

import asyncio
from collections.abc import Callable
from typing import Any

from pilotwire.rpc import Call, CallResult
from pilotwire.station.facts.transactions import TransactionEvent

__all__ = ["SETTLED", "Words"]

SETTLED = 20.0
"""Seconds after a word from which on it must count: what was decided before it takes its time."""

LATEST = 60.0
"""Seconds that a command may take to arrive."""


class Words:
    """A token that the CSMS has refused begins nothing until it is accepted, whatever befalls the
    station in between: unless it was told to forget (ClearCache).

    `kept` tells whether the station is to remember at all, `listed` whether a token may be in the
    local list, whose word counts more, and of which 1.6 remembers nothing else (3.5.3).
    """

    def __init__(
        self, wrongs: list[str], kept: Callable[[], bool], listed: Callable[[str], bool]
    ) -> None:
        self._wrongs = wrongs
        self._kept = kept
        self._listed = listed
        self._refused: dict[str, float] = {}
        """When that was heard last."""

    def heard(self, call: Call, result: CallResult) -> None:
        """The station has an answer."""
        info: Any = result.payload.get("idTagInfo") or result.payload.get("idTokenInfo")
        payload: Any = call.payload
        token = payload.get("idTag") or payload.get("idToken", {}).get("idToken")
        if info is None or token is None:
            return
        self._refused.pop(token, None)
        if info["status"] != "Accepted" and not self._listed(token):
            self._refused[token] = asyncio.get_running_loop().time()

    def died(self) -> None:
        """The power is gone: what was heard in this very moment may not be on the disk."""
        at = asyncio.get_running_loop().time()
        self._refused = {token: heard for token, heard in self._refused.items() if heard < at - 1}

    def cleared(self) -> None:
        """The station is told to forget: now, and when it hears of it."""
        self._refused.clear()
        asyncio.get_running_loop().call_later(LATEST, self._refused.clear)

    def begun(self, event: TransactionEvent) -> None:
        """A session begins with this event."""
        token = event.authorized_by
        heard = None if token is None else self._refused.get(token.value)
        if heard is None or token is None or not self._kept() or self._listed(token.value):
            return
        at = asyncio.get_running_loop().time()
        if at - heard > SETTLED:
            self._wrongs.append(
                f"transaction {event.transaction_id} began for {token.value} at {at:.3f}, which was"
                f" refused at {heard:.3f}"
            )
