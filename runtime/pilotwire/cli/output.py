"""Lines on standard output."""

import os
import signal
import sys

import typer

__all__ = ["say"]


def say(line: str) -> None:
    """Print a line. When nobody reads them any more, the command is asked to end, as by SIGTERM."""
    try:
        typer.echo(line)
    except BrokenPipeError:
        # What is buffered would fail again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        os.kill(os.getpid(), signal.SIGTERM)
