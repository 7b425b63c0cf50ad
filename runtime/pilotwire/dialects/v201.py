"""OCPP 2.0.1: what the blocks of 2.x say is narrowed, what they are told is widened."""

import logging
from typing import TypeVar, cast

from pilotwire.connection import OcppVersion
from pilotwire.dialects.application import Application
from pilotwire.dialects.v2x.dialect import Dialect2x
from pilotwire.errors import Unsayable
from pilotwire.foreign import printable
from pilotwire.ocpp.base import Message, Request, Response
from pilotwire.ocpp.v201.actions import ACTIONS
from pilotwire.ocpp.v201.conversion import Loss, NarrowingError, narrow_any, widen_any
from pilotwire.station.station import Station

__all__ = ["Dialect201"]

M = TypeVar("M", bound=Message)
R = TypeVar("R", bound=Response)

MOST_LOSSES = 100
"""Kinds of losses that are logged of one connection."""

log = logging.getLogger(__name__)


class Dialect201(Dialect2x):
    """OCPP 2.0.1."""

    __slots__ = ("_lost",)

    spoken = OcppVersion.V2_0_1
    actions = ACTIONS

    def __init__(self, station: Station, application: Application) -> None:
        super().__init__(station, application)
        self._lost: set[str] | None = None
        """What was said to be lost on this connection."""

    async def call(self, request: Request[R]) -> R:
        """Send a request and wait for its response; see `Dialect.call`.

        Raises:
            Unsayable: 2.0.1 has no words for it.
        """
        try:
            return await super().call(request)
        except NarrowingError as error:
            raise Unsayable(str(error)) from None

    def _said(self, message: M) -> M:
        return cast("M", narrow_any(message, self._note))

    def _read(self, message: M) -> M:
        return cast("M", widen_any(message))

    def _note(self, loss: Loss) -> None:
        """Log what 2.0.1 can't say, once a connection and not for each message."""
        if self._lost is None:
            self._lost = set()
        text = str(loss)
        if text not in self._lost and len(self._lost) < MOST_LOSSES:
            self._lost.add(text)
            log.warning("not told in OCPP 2.0.1: %s", printable(text))
