"""A serial port on the event loop, with the standard library alone.

    line = SerialLine("/dev/ttyACM0", received, lost, baud_rate=115200)
    line.open()
    line.write(b"...")

What arrives is handed over as it comes, in pieces of any size. A port that fails is closed, and
`lost` told why, once; `open` tries it again.
"""

import asyncio
import errno
import fcntl
import os
import termios
import tty
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from pilotwire.hal.interfaces import HardwareError

__all__ = ["SerialLine", "open_port"]

_AT_ONCE: Final = 4096
_MOST_WAITING: Final = 4096
"""Bytes that wait to be written, before a port that takes none has failed."""


def open_port(path: str, baud_rate: int, parity: str = "none", stop_bits: int = 1) -> int:
    """A descriptor of a port that is nobody else's, with 8 bits and no flow control.

    Raises:
        HardwareError: it can't be opened, or not with these settings; the text says why.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise HardwareError(f"{path} can't be opened: {_reason(error)}") from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _set_up(descriptor, baud_rate, parity, stop_bits)
        termios.tcflush(descriptor, termios.TCIOFLUSH)
    except (OSError, termios.error) as error:
        os.close(descriptor)
        raise HardwareError(f"{path} can't be opened: {_reason(error)}") from error
    except BaseException:  # whatever it is, the port is not left open
        os.close(descriptor)
        raise
    return descriptor


def _reason(error: Exception) -> str:
    number = error.args[0] if error.args else None
    match number:
        case errno.EWOULDBLOCK:
            return "it is in use"
        case errno.ENOTTY:
            return "it is no serial port"
        case errno.EINVAL:
            return "it does not take that speed, parity or number of stop bits"
        case int():
            return os.strerror(number)
        case _:
            return str(error)


def _set_up(descriptor: int, baud_rate: int, parity: str, stop_bits: int) -> None:
    speed: int | None = getattr(termios, f"B{baud_rate}", None)
    if speed is None:
        raise HardwareError(f"a speed of {baud_rate} baud is none that a serial port has")
    tty.setraw(descriptor, termios.TCSANOW)
    in_, out, control, local, _, _, characters = termios.tcgetattr(descriptor)
    control &= ~(termios.PARENB | termios.PARODD | termios.CSTOPB | termios.CRTSCTS)
    control |= termios.CLOCAL | termios.CREAD
    if parity != "none":
        control |= termios.PARENB | (termios.PARODD if parity == "odd" else 0)
    if stop_bits == 2:
        control |= termios.CSTOPB
    settings = [in_, out, control, local, speed, speed, characters]
    termios.tcsetattr(descriptor, termios.TCSANOW, settings)
    # The system counts it as done where it has done part of it.
    _, _, control_set, _, *speeds, _ = termios.tcgetattr(descriptor)
    wanted = termios.PARENB | termios.PARODD | termios.CSTOPB
    if control_set & wanted != control & wanted or speeds != [speed, speed]:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


class SerialLine:
    """See the module. `received` and `lost` are called on the event loop."""

    def __init__(
        self,
        path: str,
        received: Callable[[bytes], None],
        lost: Callable[[HardwareError], None],
        *,
        baud_rate: int = 9600,
        parity: str = "none",
        stop_bits: int = 1,
    ) -> None:
        self.path = path
        self._received = received
        self._lost = lost
        self._settings = (baud_rate, parity, stop_bits)
        self._descriptor: int | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting = bytearray()

    @property
    def is_open(self) -> bool:
        """Whether it is open, as far as is known."""
        return self._descriptor is not None

    def open(self) -> None:
        """Open it, if it is not.

        Raises:
            HardwareError: it can't be; the text says why.
        """
        if self._descriptor is not None:
            return
        self._descriptor = open_port(self.path, *self._settings)
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._descriptor, self._read)

    def close(self) -> None:
        """Let go of it; nothing is handed over any more."""
        descriptor, self._descriptor = self._descriptor, None
        self._waiting.clear()
        if descriptor is None:
            return
        if self._loop is not None and not self._loop.is_closed():
            self._loop.remove_reader(descriptor)
            self._loop.remove_writer(descriptor)
        with suppress(OSError):
            os.close(descriptor)

    def write(self, data: bytes) -> None:
        """Send something. What can't be is told to `lost`.

        Raises:
            HardwareError: it is not open.
        """
        if self._descriptor is None or self._loop is None:
            raise HardwareError(f"{self.path} is not open")
        self._waiting += data
        self._write()

    def _write(self) -> None:
        if self._descriptor is None or self._loop is None:
            return
        try:
            written = os.write(self._descriptor, self._waiting)
        except BlockingIOError:
            written = 0
        except OSError as error:
            self._fail(_reason(error))
            return
        del self._waiting[:written]
        if len(self._waiting) > _MOST_WAITING:
            self._fail("it takes nothing any more")
        elif self._waiting:
            self._loop.add_writer(self._descriptor, self._write)
        else:
            self._loop.remove_writer(self._descriptor)

    def _read(self) -> None:
        if self._descriptor is None:
            return
        try:
            data = os.read(self._descriptor, _AT_ONCE)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as error:
            self._fail(_reason(error))
            return
        if data:
            self._received(data)
        else:
            self._fail("it is gone")

    def _fail(self, why: str) -> None:
        self.close()
        self._lost(HardwareError(f"{self.path} has failed: {why}"))
