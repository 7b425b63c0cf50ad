"""Readers that write a line on a serial port for each card."""

import asyncio
import re
from collections.abc import Callable
from typing import Final

from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.readers.tokens import Seen, Text
from pilotwire.hal.serial_line import SerialLine

__all__ = ["LineReader"]

_LONGEST: Final = 256

_ENDS: Final = re.compile(rb"[\r\n\x03]")
"""Carriage return, line feed, or ETX."""

_BEGINS: Final = b"\x02"


class LineReader:
    """Each line, or what stands between STX and ETX, is a token written as `text` says."""

    def __init__(
        self,
        port: str,
        *,
        text: Text | None = None,
        evse_id: int | None = None,
        baud_rate: int = 9600,
        parity: str = "none",
        stop_bits: int = 1,
    ) -> None:
        self.name = port
        self.evse_id = evse_id
        self._text = text or Text()
        self._settings = (baud_rate, parity, stop_bits)

    async def watch(self, works: Callable[[], None], seen: Callable[[Seen], None]) -> None:
        """Read until cancelled. It works once its port is open: it can't be asked.

        Raises:
            HardwareError: the port can't be opened, or is gone.
        """
        ended: asyncio.Future[HardwareError] = asyncio.get_running_loop().create_future()
        rest = b""

        def received(data: bytes) -> None:
            nonlocal rest
            *lines, rest = _ENDS.split(rest + data)
            rest = rest if len(rest) <= _LONGEST else b""
            for line in lines:
                token = self._text.seen(line.rpartition(_BEGINS)[2].decode("ascii", "replace"))
                if token is not None:
                    seen(token)

        def lost(error: HardwareError) -> None:
            if not ended.done():
                ended.set_result(error)

        baud_rate, parity, stop_bits = self._settings
        line = SerialLine(
            self.name, received, lost, baud_rate=baud_rate, parity=parity, stop_bits=stop_bits
        )
        line.open()
        try:
            works()
            raise await ended
        finally:
            line.close()
