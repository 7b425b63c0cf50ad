"""Logs in OCPP 1.6: GetDiagnostics (5.9) and DiagnosticsStatusNotification (4.4), and those of the
white paper: GetLog and LogStatusNotification (N01).

1.6 can't say that an upload was canceled. The white paper's is told as one that has failed, by its
id; of a GetDiagnostics, which has none, nothing is told: the next status is that of the request
that has taken its place.
"""

from __future__ import annotations

from pilotwire.dialects.base import Dialect, Report
from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp import v16
from pilotwire.rpc import Answer
from pilotwire.station.diagnostics.source import LogSpan
from pilotwire.station.diagnostics.uploads import LogRequest, LogUploads
from pilotwire.station.facts.diagnostics import LogUploadTold
from pilotwire.station.vocabulary import LogType, UploadLogStatus

__all__ = ["BLOCK"]

BLOCK = Block16()


@BLOCK.command("GetDiagnostics", lambda: v16.GetDiagnosticsRequest)
async def get_diagnostics(
    to: Dialect, request: v16.GetDiagnosticsRequest
) -> Answer[v16.GetDiagnosticsResponse]:
    """5.9. Without a file's name it says that there is no such file (6.26)."""
    outcome = to.block(LogUploads).request(
        LogRequest(
            log_type=LogType.DIAGNOSTICS_LOG,
            request_id=None,
            url=request.location,
            retries=request.retries,
            interval=request.retry_interval,
            span=LogSpan(request.start_time, request.stop_time),
        )
    )
    return Answer(v16.GetDiagnosticsResponse(file_name=outcome.file_name), outcome.once_sent)


@BLOCK.command("GetLog", lambda: v16.GetLogRequest)
async def get_log(to: Dialect, request: v16.GetLogRequest) -> Answer[v16.GetLogResponse]:
    """White paper 5.9."""
    wanted = request.log
    outcome = to.block(LogUploads).request(
        LogRequest(
            log_type=LogType(request.log_type.value),
            request_id=request.request_id,
            url=wanted.remote_location,
            retries=request.retries,
            interval=request.retry_interval,
            span=LogSpan(wanted.oldest_timestamp, wanted.latest_timestamp),
        )
    )
    status = v16.LogStatusEnumType(outcome.status.value)
    return Answer(v16.GetLogResponse(status=status, filename=outcome.file_name), outcome.once_sent)


class UploadStatuses(Report[Dialect, LogUploadTold]):
    """Each status is a DiagnosticsStatusNotification, or a LogStatusNotification."""

    def request(
        self, to: Dialect, fact: LogUploadTold, *, offline: bool
    ) -> v16.DiagnosticsStatusNotificationRequest | v16.LogStatusNotificationRequest:
        """DiagnosticsStatusNotification (4.4), LogStatusNotification (white paper 5.13)."""
        del to, offline
        if fact.plain:
            return v16.DiagnosticsStatusNotificationRequest(status=_diagnostics_status(fact.status))
        return v16.LogStatusNotificationRequest(
            status=_log_status(fact.status), request_id=fact.request_id
        )


def _diagnostics_status(status: UploadLogStatus) -> v16.DiagnosticsStatus:
    """7.24: how it has failed is not said."""
    match status:
        case UploadLogStatus.IDLE | UploadLogStatus.UPLOADING | UploadLogStatus.UPLOADED:
            return v16.DiagnosticsStatus(status.value)
        case _:
            return v16.DiagnosticsStatus.UPLOAD_FAILED


def _log_status(status: UploadLogStatus) -> v16.UploadLogStatusEnumType:
    """White paper 6.19."""
    if status is UploadLogStatus.ACCEPTED_CANCELED:
        return v16.UploadLogStatusEnumType.UPLOAD_FAILURE
    return v16.UploadLogStatusEnumType(status.value)


BLOCK.report(LogUploadTold, UploadStatuses())
