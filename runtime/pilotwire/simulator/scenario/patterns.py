"""What of a message is the same whenever a scenario is played: an expectation is made of it."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from pydantic import JsonValue

from pilotwire.simulator.views import MessageView

__all__ = ["expected", "pattern_of"]

_CHANGING: Final = re.compile(
    r"timestamp|transactionid|seqno|meterstart|meterstop|metervalue|transactiondata|sampledvalue"
    r"|remotestartid|requestid|eventid|reservationid|serialnumber|firmwareversion|imsi|iccid"
    r"|csr|certificate|data|techinfo|timespentcharging|generatedat|custom",
    re.IGNORECASE,
)

_UNASKED: Final = frozenset(
    {"Heartbeat", "MeterValues", "LogStatusNotification", "SignCertificate"}
)


def expected(message: MessageView) -> bool:
    """Whether a replay should look for a message: what a station says because something happened,
    and not because some time has passed.
    """
    if not message.sent or message.kind != "call" or message.action in _UNASKED:
        return False
    payload = message.payload
    if message.action == "TransactionEvent" and isinstance(payload, dict):
        return not str(payload.get("triggerReason")).startswith("MeterValue")
    return message.action is not None


def pattern_of(payload: JsonValue) -> dict[str, JsonValue]:
    """What of a payload does not depend on time and chance."""
    found = _stable(payload)
    return found if isinstance(found, dict) else {}


def _stable(value: JsonValue) -> JsonValue:
    """The same without what changes; None where nothing is left."""
    if isinstance(value, Mapping):
        kept: dict[str, JsonValue] = {
            name: stable
            for name, each in value.items()
            if _CHANGING.search(name) is None and (stable := _stable(each)) is not None
        }
        return kept or None
    if isinstance(value, list):
        members = [_stable(each) for each in value]
        return None if None in members else members
    if isinstance(value, float) or (isinstance(value, str) and _is_time(value)):
        return None
    return value


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return "-" in text and ":" in text
