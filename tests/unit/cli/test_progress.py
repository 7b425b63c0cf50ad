"""The bar that shows how files move."""

import logging
import sys
from io import StringIO

import pytest
from rich.console import Console

from pilotwire.cli.logs import LogFormat, LogLevel, set_up
from pilotwire.cli.progress import TransferBars
from pilotwire.events import (
    Connected,
    FirmwareDownloading,
    FirmwareInstalling,
    FirmwareStatusChanged,
    LogUploadEnded,
    LogUploading,
    StationEvent,
)
from pilotwire.station.vocabulary import FirmwareStatus, UploadLogStatus


def uploading(sent: int) -> LogUploading:
    return LogUploading("log.zip", sent, 4_000_000)


ENDED = LogUploadEnded("log.zip", UploadLogStatus.UPLOADED, None)


def terminal(out: StringIO) -> Console:
    return Console(file=out, force_terminal=True, width=80)


def test_a_bar_is_there_as_long_as_the_file_moves() -> None:
    out = StringIO()
    with TransferBars(terminal(out)) as bars:
        bars(Connected("2.1"))
        assert out.getvalue() == ""
        bars(uploading(1_000_000))
        assert "log.zip" in out.getvalue()
        bars(uploading(3_000_000))
        bars(ENDED)
        assert "3.0/4.0 MB" in out.getvalue()
        size = len(out.getvalue())
        bars(ENDED)
        assert len(out.getvalue()) == size
        bars(uploading(0))
        assert out.getvalue().count("0.0/4.0 MB") > 0
    assert out.getvalue().endswith("\r\x1b[2K\x1b[?25h\r"), "nothing of it stays"


@pytest.mark.parametrize(
    ("goes_on", "shown"),
    [
        (FirmwareDownloading(1_500_000, 4_000_000), "1.5/4.0 MB"),
        (FirmwareDownloading(1_500_000, None), "1.5/? MB"),
        (FirmwareInstalling(40), "40 %"),
    ],
)
def test_firmware_has_one_until_it_is_in_another_state(goes_on: StationEvent, shown: str) -> None:
    out = StringIO()
    with TransferBars(terminal(out)) as bars:
        bars(goes_on)
        bars(goes_on)
        bars(FirmwareStatusChanged(FirmwareStatus.DOWNLOADED, 1, None))
        assert "firmware" in out.getvalue()
        assert shown in out.getvalue()
        assert out.getvalue().endswith("\r\x1b[2K\x1b[?25h\r")
        size = len(out.getvalue())
        bars(FirmwareStatusChanged(FirmwareStatus.INSTALLED, 1, None))
        assert len(out.getvalue()) == size


def test_there_is_none_without_a_terminal() -> None:
    with TransferBars(None) as bars:
        bars(uploading(1))
        bars(ENDED)


def test_what_is_logged_meanwhile_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines go above the bar, which takes standard error for itself."""
    out = StringIO()
    monkeypatch.setattr(sys, "stderr", out)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        set_up(LogLevel.INFO, LogFormat.TEXT)
        with TransferBars(Console(stderr=True, force_terminal=True, width=80)) as bars:
            bars(uploading(1))
            logging.getLogger("pilotwire").warning("a line of its own")
            bars(uploading(2))
        text = out.getvalue()
        (line,) = [each for each in text.splitlines() if "a line of its own" in each]
        assert "log.zip" not in line
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
