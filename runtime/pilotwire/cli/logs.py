"""What is logged, on standard error: lines for people, or JSON for programs."""

import json
import logging
import sys
from datetime import UTC, datetime
from enum import StrEnum
from typing import TextIO

from pilotwire.cli.messages import printable
from pilotwire.ocpp.scalars import format_timestamp

__all__ = ["LogFormat", "LogLevel", "set_up"]


class LogFormat(StrEnum):
    """How a record is written."""

    TEXT = "text"
    JSON = "json"


class LogLevel(StrEnum):
    """From which level on a record is written; `debug` has each message, too."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def set_up(level: LogLevel, format_: LogFormat) -> None:
    """Send what Pilotwire and its libraries log to standard error."""
    handler = _OnStandardError(sys.stderr)
    handler.setFormatter(_Json() if format_ is LogFormat.JSON else _Line())
    handler.setLevel(level.upper())  # some loggers of libraries have a level of their own
    logging.basicConfig(handlers=[handler], force=True)
    logging.getLogger("pilotwire").setLevel(level.upper())


class _OnStandardError(logging.StreamHandler[TextIO]):
    """Writes to standard error, whatever has taken its place meanwhile: a bar under the lines."""

    def emit(self, record: logging.LogRecord) -> None:
        self.stream = sys.stderr
        super().emit(record)


class _Line(logging.Formatter):
    """Date and time of this place, level, the station where it is about one, text; a traceback
    follows in lines of its own.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(about)s%(message)s", "%Y-%m-%d %H:%M:%S")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 -- as its base
        station = vars(record).get("station")
        record.about = "" if station is None else f"{station}: "
        return printable(super().formatMessage(record))


class _Json(logging.Formatter):
    """An object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": format_timestamp(datetime.fromtimestamp(record.created, UTC)),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        station = vars(record).get("station")
        if station is not None:
            line["station"] = station
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line)
