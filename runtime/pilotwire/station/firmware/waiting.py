"""No transaction may run: where one does, its end is waited for (L01.FR.06, L01.FR.33).

Meanwhile no other session begins, and EVSEs that are free show Unavailable (L01.FR.07), unless
AllowNewSessionsPendingFirmwareUpdate allows some. Once nothing runs, nothing begins until `lift`.
"""

import asyncio
from typing import Final

from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import Definition, setting
from pilotwire.station.device_model.standard import ChargingStation
from pilotwire.station.evse import changes
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.holds import Hold
from pilotwire.station.vocabulary import ConnectorStatus

__all__ = ["BEFORE_UPDATE", "DEFINITIONS", "Quiet"]

DEFINITIONS: tuple[Definition, ...] = (
    setting(ChargingStation.AllowNewSessionsPendingFirmwareUpdate, False),
)
"""Those of a station whose firmware can be updated."""

BEFORE_UPDATE = Hold(
    "firmware update", shows=ConnectorStatus.UNAVAILABLE, refuses=True, after_transaction=True
)


LOOK: Final = 1.0
"""Seconds between two looks where no transaction runs, and a plug is not released yet."""


class Quiet:
    """Has the EVSEs idle."""

    __slots__ = ("_core", "_evses", "_held", "_waits")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._evses = core.blocks[Evses]
        self._waits = False
        self._held = False
        core.device_model.watch(
            ChargingStation.AllowNewSessionsPendingFirmwareUpdate, lambda _: self._look()
        )

    @property
    def waits(self) -> bool:
        """Whether `keep` is under way."""
        return self._waits

    @property
    def busy(self) -> bool:
        """Whether a transaction runs anywhere, or its driver is not done yet."""
        return self._evses.busy

    async def keep(self) -> None:
        """Wait until nothing runs; nothing begins any more then."""
        self._waits = True
        try:
            while self.busy or not self._held:
                self._look()
                for evse in self._evses:
                    await evse.idle()
                if self.busy:
                    await asyncio.sleep(LOOK)
                    continue
                self._close()
                for evse in self._evses:
                    await evse.settle()  # what was about to begin has begun
        finally:
            self._waits = False

    def lift(self) -> None:
        """Let sessions begin again."""
        if self._held:
            self._held = False
            for evse in self._evses:
                self._core.spawn(_let_go(evse))

    def _look(self) -> None:
        """Hold, or hold no longer, what is free while something runs."""
        if not self._waits:
            return
        if not self._core.device_model[ChargingStation.AllowNewSessionsPendingFirmwareUpdate]:
            self._close()
        else:
            self.lift()

    def _close(self) -> None:
        """Before anything else can begin."""
        self._held = True
        for evse in self._evses:
            if changes.held(evse.state, BEFORE_UPDATE) is not None:
                self._core.spawn(evse.settle())


async def _let_go(evse: EvseControl) -> None:
    await evse.let_go(BEFORE_UPDATE)
