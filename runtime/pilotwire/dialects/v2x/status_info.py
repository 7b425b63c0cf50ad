"""Why a command was answered as it was, in OCPP 2.x."""

from __future__ import annotations

from pilotwire.ocpp import v21
from pilotwire.station.outcome import Outcome

__all__ = ["status_info"]

_LENGTH = 512


def status_info(outcome: Outcome[object]) -> v21.StatusInfoType | None:
    """The reason of an outcome; None where there is no more to say than the status does."""
    if outcome.reason is None:
        return None
    return v21.StatusInfoType(
        reason_code=outcome.reason,
        additional_info=None if outcome.text is None else outcome.text[:_LENGTH],
    )
