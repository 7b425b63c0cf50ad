"""Logs of stations (N01; 1.6 5.9, white paper N01), put into the messages of 1.6 or 2.1.

name = await csms.logs.fetch("CS-0042", "https://files.example/logs/")
"""

from collections.abc import Callable
from datetime import datetime
from itertools import count

from pilotwire.connection.versions import OcppVersion
from pilotwire.csms.line import Line
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.v21 import LogEnumType as LogType
from pilotwire.ocpp.v21 import UploadLogStatusEnumType as UploadLogStatus

__all__ = ["LogType", "Logs", "UploadLogStatus"]


class Logs:
    """What a CSMS has its stations upload. How that goes, it hears as `LogStatusReported`."""

    def __init__(self, line: Callable[[str], Line]) -> None:
        self._line = line
        self._ids = count(1)

    async def fetch(
        self,
        identity: str,
        url: str,
        log_type: LogType = LogType.DIAGNOSTICS_LOG,
        *,
        oldest: datetime | None = None,
        latest: datetime | None = None,
        retries: int | None = None,
        retry_interval: int | None = None,
    ) -> str | None:
        """Have a station upload a log, and return what the file will be called; None where the
        station has no such log.

        Args:
            identity: The station.
            url: Where to; with a slash at its end, or in 1.6, a folder.
            log_type: Which log. In 1.6 a DiagnosticsLog is that of GetDiagnostics.
            oldest: Only what happened at this time or later; with a time zone.
            latest: Only what happened at this time or earlier; with a time zone.
            retries: How often the station tries again; its own choice by default.
            retry_interval: Seconds between two attempts; its own choice by default.

        Raises:
            ValueError: 1.6 has no such log.
            StationNotConnected, CallUnanswered, ConnectionClosed: as of `Csms.remote_start`.
        """
        line = self._line(identity)
        if line.version is not OcppVersion.V1_6:
            log = v21.LogParametersType(
                remote_location=url, oldest_timestamp=oldest, latest_timestamp=latest
            )
            request = v21.GetLogRequest(
                log=log,
                log_type=log_type,
                request_id=next(self._ids),
                retries=retries,
                retry_interval=retry_interval,
            )
            return (await line.tell(request)).filename
        if log_type is LogType.DIAGNOSTICS_LOG:
            diagnostics = v16.GetDiagnosticsRequest(
                location=url,
                retries=retries,
                retry_interval=retry_interval,
                start_time=oldest,
                stop_time=latest,
            )
            return (await line.tell(diagnostics)).file_name
        old_log = v16.LogParametersType(
            remote_location=url, oldest_timestamp=oldest, latest_timestamp=latest
        )
        old = v16.GetLogRequest(
            log=old_log,
            log_type=v16.LogEnumType(log_type.value),
            request_id=next(self._ids),
            retries=retries,
            retry_interval=retry_interval,
        )
        return (await line.tell(old)).filename
