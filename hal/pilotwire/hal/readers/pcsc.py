"""Readers of PC/SC, as pcscd has them.

The library blocks, so it has a thread of its own, which nobody waits for. `pyscard` is imported
when it is needed: `pip install "pilotwire[readers]"`.
"""

import asyncio
import importlib
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final, Protocol, cast

from pilotwire.hal.interfaces import HardwareError, TokenKind
from pilotwire.hal.readers.tokens import Seen, card

__all__ = ["PcscReader"]

_GET_UID: Final = [0xFF, 0xCA, 0x00, 0x00, 0x00]
"""PC/SC Part 3, 3.2.2.1.3: GET DATA, of which the answer is the UID."""
_DONE: Final = (0x90, 0x00)

_STORAGE: Final = bytes([0x80, 0x4F, 0x0C, 0xA0, 0x00, 0x00, 0x03, 0x06])
"""In the ATR of a storage card; the byte that follows is the standard (Part 3, 3.1.3.2.3)."""
_OF_15693: Final = range(0x09, 0x0D)

_INTERVAL: Final = 0.2
_PATIENCE: Final = 10.0
"""Seconds without a word of the thread, after which it hangs."""


class _Connection(Protocol):
    """What is used of pyscard's."""

    def connect(self) -> None: ...
    def disconnect(self) -> None: ...
    def getATR(self) -> list[int]: ...  # noqa: N802 -- pyscard's own
    def transmit(self, command: list[int], /) -> tuple[list[int], int, int]: ...


class _Reader(Protocol):
    def createConnection(self) -> _Connection: ...  # noqa: N802 -- pyscard's own


class PcscReader:
    """The first reader whose name has `name` in it, as `pcsc_scan` shows it; or any."""

    def __init__(self, name: str = "", *, evse_id: int | None = None) -> None:
        self.name = name or "PC/SC"
        self.evse_id = evse_id
        self._wanted = name
        self._thread: threading.Thread | None = None

    async def watch(self, works: Callable[[], None], seen: Callable[[Seen], None]) -> None:
        """Read until cancelled.

        Raises:
            HardwareError: there is no such reader, or not any more; pcscd does not run, or hangs;
                or pyscard is not installed.
        """
        if self._thread is not None and self._thread.is_alive():
            raise HardwareError("pcscd still hangs")
        loop = asyncio.get_running_loop()
        stop = threading.Event()
        words: asyncio.Queue[Seen | HardwareError | None] = asyncio.Queue()

        def say(word: Seen | HardwareError | None) -> None:
            with suppress(RuntimeError):  # the loop is closed, and nobody listens
                loop.call_soon_threadsafe(words.put_nowait, word)

        def work() -> None:
            try:
                _work(self._wanted, stop, say)
            except HardwareError as error:
                say(error)
            except Exception as error:  # pyscard has many, and one root only for its own
                say(HardwareError(str(error) or type(error).__name__))

        self._thread = threading.Thread(target=work, name="pcsc", daemon=True)
        self._thread.start()
        try:
            while True:
                try:
                    async with asyncio.timeout(_PATIENCE):
                        word = await words.get()
                except TimeoutError:
                    raise HardwareError("pcscd hangs") from None
                if isinstance(word, HardwareError):
                    raise word
                works()
                if word is not None:
                    seen(word)
        finally:
            stop.set()


def _work(
    wanted: str, stop: threading.Event, say: Callable[[Seen | HardwareError | None], None]
) -> None:
    """In the thread: tell what is there, a few times a second, and nothing where nothing is."""
    try:
        system = importlib.import_module("smartcard.System")
        exceptions = importlib.import_module("smartcard.Exceptions")
    except ModuleNotFoundError as error:
        raise HardwareError("PC/SC needs pyscard: pip install 'pilotwire[readers]'") from error
    readers = cast("Callable[[], Sequence[_Reader]]", system.readers)
    no_card = cast(
        "tuple[type[Exception], ...]",
        (exceptions.NoCardException, exceptions.CardConnectionException),
    )
    while not stop.is_set():
        found = [each for each in readers() if wanted in str(each)]
        if not found:
            raise HardwareError("there is no such reader")
        say(_look(found[0], no_card))
        stop.wait(_INTERVAL)


def _look(reader: _Reader, no_card: tuple[type[Exception], ...]) -> Seen | None:
    connection = reader.createConnection()
    try:
        connection.connect()
        uid, *status = connection.transmit(list(_GET_UID))
        atr = bytes(connection.getATR())
    except no_card:  # there is none, or it was taken away meanwhile
        return None
    finally:
        with suppress(*no_card):
            connection.disconnect()
    return card(bytes(uid), _kind(atr)) if tuple(status) == _DONE else None


def _kind(atr: bytes) -> TokenKind:
    _, found, rest = atr.partition(_STORAGE)
    return TokenKind.ISO15693 if found and rest[:1] and rest[0] in _OF_15693 else TokenKind.ISO14443
