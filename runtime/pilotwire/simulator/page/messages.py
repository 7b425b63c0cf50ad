"""The log of messages: live, to be searched, and each to be unfolded with what its schema says."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from nicegui.element import Element
from nicegui.events import GenericEventArguments

from pilotwire.simulator.page import bits, words
from pilotwire.simulator.page.explaining import explained
from pilotwire.simulator.page.hand import Hand
from pilotwire.simulator.views import MessageView

__all__ = ["MessagePanel"]

FIRST: Final = 200
"""How many messages a tab is told when it opens, and in one go later on."""
LONGEST: Final = 2000
"""How much of a message a browser is told for searching."""


class _Lines(Element, component=Path(__file__).with_name("messages.js")):
    pass


class MessagePanel:
    """The messages of a station.

    Args:
        hand: Where it is.
    """

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._last: int | None = None
        self.firmware: str | None = None
        """The latest that the CSMS was told of firmware, as far as it is known here."""
        with bits.Card("Messages"):
            self._lines = _Lines()
            self._lines.on("explain", self._explain)

    async def show(self, last: int) -> None:
        """Show what has come since, the last of which has that number."""
        if last == self._last:
            return
        before = self._last
        if before is None or last - before > FIRST or last < before:
            found = await self._hand.simulator.newest_messages(self._hand.identity, FIRST)
        else:
            found = await self._hand.simulator.messages(self._hand.identity, before, FIRST)
        if not found:
            self._last = last
            return
        missed = 0 if before is None else max(found[0].number - before - 1, 0)
        self._last = found[-1].number
        for each in found:
            if each.action == "FirmwareStatusNotification" and each.kind == "call":
                self.firmware = _status_of(each)
        _ = self._lines.run_method("add", [_row(each) for each in found], missed)

    async def _explain(self, event: GenericEventArguments) -> None:
        number = int(event.args)
        found = await self._hand.simulator.messages(self._hand.identity, number - 1, 1)
        _ = self._lines.run_method("explained", number, _words(number, found))


def _row(message: MessageView) -> dict[str, Any]:
    error = "" if message.code is None else f"{message.code} {message.description or ''} "
    return {
        "number": message.number,
        "at": words.clock_time(message.at),
        "sent": message.sent,
        "kind": _KINDS[message.kind],
        "error": message.code is not None,
        "action": message.action or "",
        "wrong": message.wrong or "",
        "text": (error + _compact(message.payload))[:LONGEST],
    }


_KINDS: Final = {
    "call": "call",
    "result": "result",
    "error": "error",
    "result_error": "error of a result",
    "send": "send",
    "unreadable": "unreadable",
}


def _status_of(message: MessageView) -> str | None:
    payload = message.payload
    status = payload.get("status") if isinstance(payload, dict) else None
    return f"{status} at {words.clock_time(message.at)}" if isinstance(status, str) else None


def _compact(payload: object) -> str:
    return json.dumps(payload, ensure_ascii=False, separators=(", ", ": "))


def _words(number: int, found: Sequence[MessageView]) -> dict[str, Any]:
    if not found or found[0].number != number:
        return {
            "verdict": "No longer kept",
            "icon": "delete",
            "tone": "",
            "about": "",
            "problems": [],
            "fields": [],
            "json": "",
        }
    message = found[0]
    told = explained(message)
    return {
        "verdict": told.verdict,
        "icon": "error" if told.problems else "check_circle",
        "tone": "pw-bad" if told.problems else "pw-good",
        "about": f"OCPP {message.version}, {words.day_and_time(message.at)}, "
        f"message id {message.message_id or 'none'}",
        "problems": list(told.problems),
        "fields": [[each.path, each.value, each.says, each.problem] for each in told.fields],
        "json": bits.as_json(message.payload),
    }
