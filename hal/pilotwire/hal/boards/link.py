"""Commands to a board that speaks RAPI, over a serial port."""

import asyncio
from collections.abc import Callable
from typing import Final

from pilotwire.hal.boards.rapi import Decoder, framed
from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.serial_line import SerialLine

__all__ = ["RapiLink", "RefusedError"]

_LIMIT: Final = 0.5
"""Seconds that an answer may take: as long as the board itself waits for one."""

_ATTEMPTS: Final = 2


class RefusedError(HardwareError):
    """The board has answered NK; `words` are what it said besides."""

    def __init__(self, text: str, words: tuple[str, ...]) -> None:
        super().__init__(text)
        self.words = words


class RapiLink:
    """One command at a time, with a time limit and one repetition.

    What is urgent waits for no turn: its answer is told from others by its number.
    """

    def __init__(
        self, path: str, heard: Callable[[tuple[str, ...]], None], *, baud_rate: int = 115200
    ) -> None:
        self.path = path
        self._heard = heard
        self._line = SerialLine(path, self._received, self._lost, baud_rate=baud_rate)
        self._decoder = Decoder()
        self._turn = asyncio.Lock()
        self._sequence = 0
        self._pending: dict[int, asyncio.Future[tuple[str, ...]]] = {}

    async def ask(
        self, command: str, *, urgent: bool = False, attempts: int = _ATTEMPTS
    ) -> tuple[str, ...]:
        """What the board answers after OK.

        Raises:
            RefusedError: it answers NK.
            HardwareError: it does not answer, or the port can't be opened.
        """
        if urgent:
            return await self._asked(command, attempts)
        async with self._turn:
            return await self._asked(command, attempts)

    def close(self) -> None:
        """Let go of the port; `ask` opens it again."""
        self._line.close()

    async def _asked(self, command: str, attempts: int) -> tuple[str, ...]:
        for _ in range(attempts):
            self._line.open()
            self._sequence = self._sequence % 255 + 1
            sequence = self._sequence
            answer = asyncio.get_running_loop().create_future()
            self._pending[sequence] = answer
            try:
                self._line.write(framed(command, sequence))
                async with asyncio.timeout(_LIMIT):
                    status, *words = await answer
            except TimeoutError:
                continue
            finally:
                self._pending.pop(sequence, None)
            if status == "OK":
                return tuple(words)
            said = " ".join(words)
            raise RefusedError(f"{self.path}: the board refuses {command}: {said}", tuple(words))
        raise HardwareError(f"{self.path}: the board does not answer {command}")

    def _received(self, data: bytes) -> None:
        for line in self._decoder.feed(data):
            match line.words:
                case ("OK" | "NK", *_):
                    answer = self._pending.get(line.sequence or 0)
                    if answer is not None and not answer.done():
                        answer.set_result(line.words)
                case (_, *_):
                    self._heard(line.words)
                case _:
                    pass

    def _lost(self, error: HardwareError) -> None:
        for answer in self._pending.values():
            if not answer.done():
                answer.set_exception(error)
