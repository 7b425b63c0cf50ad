"""The `pilotwire` command, within the process of the test or in one of its own."""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from pilotwire.cli import main

ROOT = Path(__file__).parents[3]
LIMIT = 60.0
"""How many seconds a process may take for anything that a test waits for."""


def pilotwire(*arguments: str) -> int:
    """Run the command here; its exit code."""
    with pytest.MonkeyPatch.context() as patch, logging_as_before():
        patch.setattr(sys, "argv", ["pilotwire", *arguments])
        with pytest.raises(SystemExit) as exited:
            main()
    code = exited.value.code
    assert isinstance(code, int)
    return code


@contextmanager
def logging_as_before() -> Generator[None, None, None]:
    """Undo what the block does to logging: its output is gone after the test."""
    root, ours = logging.getLogger(), logging.getLogger("pilotwire")
    handlers, level = root.handlers[:], ours.level
    try:
        yield
    finally:
        root.handlers[:] = handlers
        ours.setLevel(level)


class Process:
    """The command in a process of its own, with a time limit on all that it does."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.seen: list[str] = []

    def wait_for(self, text: str) -> str:
        """Read lines until one has `text`; that line."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.seen.append(line)
            if text in line:
                return line
        pytest.fail(f"the output ended without {text!r}:\n{''.join(self.seen)}")

    def say(self, line: str) -> None:
        """Write a line to its standard input."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def close(self) -> None:
        """End its standard input."""
        assert self._process.stdin is not None
        self._process.stdin.close()

    def send(self, signal: int) -> None:
        """Send a signal."""
        self._process.send_signal(signal)

    def end(self) -> tuple[int, str]:
        """Wait for the end; the exit code and all that was ever printed, on either stream."""
        assert self._process.stdout is not None
        self.seen.extend(self._process.stdout)
        return self._process.wait(LIMIT), "".join(self.seen)


@contextmanager
def process(
    *arguments: str, folder: Path | None = None, limit: float = LIMIT
) -> Generator[Process, None, None]:
    """Run the command in a process; it is killed after the block, or when the time is up."""
    roots = os.pathsep.join(str(ROOT / each) for each in ("generated", "runtime", "hal"))
    child = subprocess.Popen(  # noqa: S603 -- our own interpreter
        [sys.executable, "-c", "from pilotwire.cli import main; main()", *arguments],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": roots, "PYTHONUNBUFFERED": "1"},
    )
    watchdog = threading.Timer(limit, child.kill)
    watchdog.start()
    try:
        yield Process(child)
    finally:
        watchdog.cancel()
        watchdog.join()
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            assert stream is not None
            with suppress(BrokenPipeError):  # what was not read in time
                stream.close()
