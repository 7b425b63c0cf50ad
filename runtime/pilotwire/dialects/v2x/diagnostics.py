"""Logs in OCPP 2.x: GetLog, LogStatusNotification (N01)."""

from __future__ import annotations

from pilotwire.connection import OcppVersion
from pilotwire.dialects.base import Block, Dialect, Report
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.rpc import Answer
from pilotwire.station.diagnostics.source import LogSpan
from pilotwire.station.diagnostics.uploads import LogRequest, LogUploads
from pilotwire.station.facts.diagnostics import LogUploadTold
from pilotwire.station.outcome import Outcome

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


@BLOCK.command("GetLog", lambda: v21.GetLogRequest)
async def get_log(to: Dialect, request: v21.GetLogRequest) -> Answer[v21.GetLogResponse]:
    """N01."""
    wanted = request.log
    outcome = to.block(LogUploads).request(
        LogRequest(
            log_type=request.log_type,
            request_id=request.request_id,
            url=wanted.remote_location,
            retries=request.retries,
            interval=request.retry_interval,
            span=LogSpan(wanted.oldest_timestamp, wanted.latest_timestamp),
        )
    )
    response = v21.GetLogResponse(
        status=outcome.status, filename=outcome.file_name, status_info=status_info(outcome)
    )
    return Answer(response, outcome.once_sent)


class LogStatusNotifications(Report[Dialect, LogUploadTold]):
    """Each status is a LogStatusNotification."""

    def request(
        self, to: Dialect, fact: LogUploadTold, *, offline: bool
    ) -> v21.LogStatusNotificationRequest | None:
        """LogStatusNotification; of an upload that 1.6 has asked for in its own way nothing is
        told, as it has no id (N01.FR.13). 2.0.1 has no room for the reason.
        """
        del offline
        if fact.plain:
            return None
        why = Outcome(fact.status, fact.reason, fact.text)
        return v21.LogStatusNotificationRequest(
            status=fact.status,
            request_id=fact.request_id,
            status_info=None if to.version is OcppVersion.V2_0_1 else status_info(why),
        )


BLOCK.report(LogUploadTold, LogStatusNotifications())
