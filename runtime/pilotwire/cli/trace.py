"""The trace: each message as it was on the wire, a line of JSON each."""

import json
import logging
import os
import stat
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from pilotwire.cli.errors import CliError, reason
from pilotwire.ocpp.scalars import format_timestamp
from pilotwire.rpc import FrameDirection

__all__ = ["Trace"]

_log = logging.getLogger(__name__)

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC


class Trace:
    """A file that only its owner may read, since messages carry tokens and keys.

    Args:
        path: The file, which is emptied; None writes nothing.

    Raises:
        CliError: The file cannot be written.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: TextIO | None = None
        if path is not None:
            try:
                self._file = _private(path)
            except OSError as error:
                raise CliError(f"the trace {path} cannot be written: {reason(error)}") from None

    def write(
        self, at: datetime, direction: FrameDirection, text: str, station: str | None = None
    ) -> None:
        """Write a message down, and everything that is buffered.

        Args:
            at: The time of day.
            direction: Which way it went, seen from the station.
            text: The message.
            station: The station's identity, where there are many.
        """
        if self._file is None:
            return
        line = {"time": format_timestamp(at), "direction": direction.value, "frame": text}
        if station is not None:
            line["station"] = station
        try:
            self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._file.flush()
        except OSError as error:
            # A full disk must not stop what is being watched.
            _log.error("the trace %s ends here: %s", self._path, reason(error))
            self.close()

    def close(self) -> None:
        """Close the file; what comes later is not written."""
        file, self._file = self._file, None
        if file is not None:
            with suppress(OSError):
                file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _private(path: Path) -> TextIO:
    descriptor = os.open(path, _FLAGS, 0o600)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.fchmod(descriptor, 0o600)
    return os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace")
