"""A charger of OpenEVSE boards."""

import asyncio
from collections.abc import Sequence

from pilotwire.hal.boards.openevse import OpenEvse
from pilotwire.hal.interfaces import EventSink, HardwareError

__all__ = ["OpenEvseStation"]


class OpenEvseStation:
    """A `StationHardware`; the first board is EVSE 1."""

    def __init__(self, boards: Sequence[OpenEvse]) -> None:
        self._boards = tuple(boards)
        self._sink: EventSink | None = None

    @property
    def evses(self) -> Sequence[OpenEvse]:
        """The boards."""
        return self._boards

    async def start(self, sink: EventSink) -> None:
        """Put each board to sleep, and report what is so.

        Raises:
            HardwareError: a board does not answer, or its relay does not open. The others are let
                go of.
        """
        if self._sink is not None:
            raise HardwareError("the station is started already; stop it first")
        self._sink = sink
        try:
            for evse_id, board in enumerate(self._boards, start=1):
                await board.begin(evse_id, sink)
        except BaseException:  # a cancellation, too, leaves no board at work
            self._sink = None
            await self._end()
            raise

    async def stop(self) -> None:
        """Open the relays and let go of the ports; nothing is reported any more.

        Raises:
            HardwareError: a board does not answer, or its relay does not open; what can be done
                without it is done.
        """
        self._sink = None
        failures = await self._end()
        if failures:
            raise failures[0]

    async def reboot(self) -> None:
        """Restart the boards; what is so is reported anew.

        Raises:
            HardwareError: the station is not started, or a board does not come back.
        """
        sink = self._sink
        if sink is None:
            raise HardwareError("the station cannot reboot: it is not started")
        await self.stop()
        for board in self._boards:
            await board.restart()
        await self.start(sink)

    async def _end(self) -> Sequence[BaseException]:
        ends = (board.end() for board in self._boards)
        outcomes = await asyncio.gather(*ends, return_exceptions=True)
        return [each for each in outcomes if isinstance(each, BaseException)]
