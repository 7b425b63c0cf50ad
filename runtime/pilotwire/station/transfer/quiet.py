"""What libraries log of our transfers goes nowhere: it may hold a user, or a URL whose query is a
key to the file. What others do with the same libraries is logged as ever.
"""

import logging
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

__all__ = ["hush", "hushed"]

_OURS: ContextVar[bool] = ContextVar("ours", default=False)


def _not_ours(record: logging.LogRecord) -> bool:
    del record
    return not _OURS.get()


def hush(*loggers: str) -> None:
    """Let these loggers be silent in `hushed`."""
    for name in loggers:
        logging.getLogger(name).addFilter(_not_ours)  # once, however often it is said


@contextmanager
def hushed() -> Generator[None]:
    """What is done in here, and by the tasks that begin in here, is ours."""
    _OURS.set(True)
    try:
        yield
    finally:
        _OURS.set(False)
