"""Loggers whose records say which station they are about, where a process has several.

The station's identity is in the attribute `station` of each record (`%(station)s` in a format,
`extra` of JSON logs); records that are about none do not have it. The rule of this module: it
imports nothing of Pilotwire.
"""

import logging
from collections.abc import MutableMapping
from contextlib import AbstractContextManager
from contextvars import ContextVar
from typing import Any

__all__ = ["StationLog", "about", "logger"]

_STATION: ContextVar[str] = ContextVar("station")


class StationLog(logging.LoggerAdapter[logging.Logger]):
    """A logger that adds the station on whose behalf the code runs that logs."""

    def process(
        self, msg: Any, kwargs: MutableMapping[str, Any]
    ) -> tuple[Any, MutableMapping[str, Any]]:
        """The message as it is, and the station's identity as `extra`."""
        station = _STATION.get(None)
        if station is not None:
            kwargs["extra"] = {"station": station, **(kwargs.get("extra") or {})}
        return msg, kwargs


def logger(name: str) -> StationLog:
    """The logger of a module."""
    return StationLog(logging.getLogger(name), {})


class about(AbstractContextManager[None]):  # noqa: N801 -- it is used as a function
    """Whatever is logged in here, and in the tasks that are begun here, is about a station."""

    __slots__ = ("_station", "_token")

    def __init__(self, station: str) -> None:
        self._station = station

    def __enter__(self) -> None:
        self._token = _STATION.set(self._station)

    def __exit__(self, *_: object) -> None:
        _STATION.reset(self._token)
