"""The NXP PN532 on a serial port (HSU).

NXP: PN532 User Manual, UM0701-02: frames in 6.2.1, wake-up in 7.2.11, commands in 7. It reads the
UIDs of ISO 14443 A; it knows no ISO 15693.
"""

import asyncio
from collections.abc import Callable, Iterator
from typing import Final

from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.readers.tokens import Seen, card
from pilotwire.hal.serial_line import SerialLine

__all__ = ["Pn532Reader"]

_START: Final = b"\x00\xff"
_ACK: Final = b"\x00\x00\xff\x00\xff\x00"
"""As it is sent, by either side; from the host it also ends what the chip is at."""
_TO_CHIP: Final = 0xD4
_FROM_CHIP: Final = 0xD5
_WAKE_UP: Final = b"\x55\x55" + bytes(14)

_SAM_CONFIGURATION: Final = bytes([0x14, 0x01, 0x00, 0x01])
"""Normal mode: no security module."""
_FEW_RETRIES: Final = bytes([0x32, 0x05, 0xFF, 0x01, 0x02])
"""RFConfiguration, MaxRetries: the search for a card ends soon."""
_SEARCH: Final = bytes([0x4A, 0x01, 0x00])
"""InListPassiveTarget: one card, 106 kbps of type A."""

_LIMIT: Final = 1.0
_ATTEMPTS: Final = 2
_INTERVAL: Final = 0.2
_LONGEST: Final = 512


class Pn532Reader:
    """It is asked five times a second whether a card is there."""

    def __init__(self, port: str, *, evse_id: int | None = None, baud_rate: int = 115200) -> None:
        self.name = port
        self.evse_id = evse_id
        self._baud_rate = baud_rate

    async def watch(self, works: Callable[[], None], seen: Callable[[Seen], None]) -> None:
        """Read until cancelled.

        Raises:
            HardwareError: it does not answer, or its port is gone.
        """
        chip = _Chip(self.name, self._baud_rate)
        try:
            await chip.command(_SAM_CONFIGURATION, wake_up=True)
            await chip.command(_FEW_RETRIES)
            works()
            while True:
                token = _card_of(await chip.command(_SEARCH))
                if token is not None:
                    seen(token)
                await asyncio.sleep(_INTERVAL)
        finally:
            chip.close()


def _card_of(answer: bytes) -> Seen | None:
    """What was found: number of cards; then of the first its number, SENS_RES in two bytes,
    SEL_RES, the length of its UID, and that.
    """
    if len(answer) < 6 or answer[0] == 0:
        return None
    uid = answer[6 : 6 + answer[5]]
    return card(uid) if len(uid) == answer[5] else None


class _Chip:
    """Commands and answers, one at a time."""

    def __init__(self, port: str, baud_rate: int) -> None:
        self._frames: asyncio.Queue[bytes | HardwareError] = asyncio.Queue()
        self._rest = b""
        self._line = SerialLine(port, self._received, self._lost, baud_rate=baud_rate)
        self._line.open()

    def close(self) -> None:
        self._line.close()

    async def command(self, body: bytes, *, wake_up: bool = False) -> bytes:
        """What it answers to a command, after the command's code.

        Raises:
            HardwareError: it does not, in time.
        """
        for _ in range(_ATTEMPTS):
            while not self._frames.empty():
                self._frames.get_nowait()
            self._line.write((_WAKE_UP if wake_up else b"") + _framed(bytes([_TO_CHIP]) + body))
            try:
                async with asyncio.timeout(_LIMIT):
                    return await self._answer(bytes([_FROM_CHIP, body[0] + 1]))
            except TimeoutError:
                self._line.write(_ACK)
        raise HardwareError(f"{self._line.path}: the PN532 does not answer")

    async def _answer(self, beginning: bytes) -> bytes:
        while True:
            frame = await self._frames.get()
            if isinstance(frame, HardwareError):
                raise frame
            if frame.startswith(beginning):
                return frame[len(beginning) :]

    def _received(self, data: bytes) -> None:
        self._rest = (self._rest + data)[-_LONGEST:]
        for frame in self._whole():
            self._frames.put_nowait(frame)

    def _whole(self) -> Iterator[bytes]:
        """The frames that are whole; what is none is passed over."""
        while True:
            at = self._rest.find(_START)
            if at < 0:
                self._rest = self._rest[-1:]
                return
            self._rest = self._rest[at:]
            head = self._rest[2:4]
            if len(head) < 2:
                return
            length = head[0]
            if (
                sum(head) & 0xFF or length == 0
            ):  # damaged; or an acknowledgement, which says nothing
                self._rest = self._rest[2:]
                continue
            body = self._rest[4 : 4 + length + 1]
            if len(body) <= length:
                return
            if sum(body) & 0xFF:
                self._rest = self._rest[2:]
                continue
            self._rest = self._rest[4 + length + 1 :]
            yield body[:-1]

    def _lost(self, error: HardwareError) -> None:
        self._frames.put_nowait(error)


def _framed(data: bytes) -> bytes:
    length = len(data)
    head = bytes([0x00, *_START, length, -length & 0xFF])
    return head + data + bytes([-sum(data) & 0xFF, 0x00])
