"""Readers that are a keyboard to the computer: they type what they read, and Enter.

Read through Linux's event devices, so that what they type goes nowhere else. `evdev` is imported
when it is needed: `pip install "pilotwire[readers]"`.
"""

import asyncio
import importlib
from collections.abc import AsyncIterator, Callable
from typing import Final, Protocol, cast

from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.readers.tokens import Seen, Text

__all__ = ["WedgeReader"]

_KEY: Final = 1
_DOWN: Final = 1
_ENTERS: Final = frozenset({28, 96})
_ROWS: Final = ((2, "1234567890"), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
_PAD: Final = ((71, "789"), (75, "456"), (79, "1230"))
_SIGNS: Final = {
    first + place: sign for first, row in (*_ROWS, *_PAD) for place, sign in enumerate(row)
} | {12: "-", 57: " "}
"""What the keys of a keyboard write (linux/input-event-codes.h), in upper case: readers behave as
American ones."""

_LONGEST: Final = 64
_PATIENCE: Final = 1.0
"""Seconds between two keys, after which what was typed before is forgotten."""


class _Event(Protocol):
    type: int
    code: int
    value: int


class _Device(Protocol):
    """What is used of `evdev.InputDevice`."""

    def grab(self) -> None: ...
    def async_read_loop(self) -> AsyncIterator[_Event]: ...
    def close(self) -> None: ...


class WedgeReader:
    """`device` is best its link in /dev/input/by-id, which a reboot does not change.

    What is typed is a token as `text` says; with `Form.TEXT` and `TokenKind.KEY_CODE`, a keypad.
    """

    def __init__(
        self, device: str, *, text: Text | None = None, evse_id: int | None = None
    ) -> None:
        self.name = device
        self.evse_id = evse_id
        self._text = text or Text()

    async def watch(self, works: Callable[[], None], seen: Callable[[Seen], None]) -> None:
        """Read until cancelled.

        Raises:
            HardwareError: it is not there, or is gone, or `evdev` is not installed.
        """
        device = self._opened()
        now = asyncio.get_running_loop().time
        typed, last = "", now()
        try:
            device.grab()
            works()
            async for event in device.async_read_loop():
                if event.type != _KEY or event.value != _DOWN:
                    continue
                if now() - last > _PATIENCE:
                    typed = ""
                last = now()
                if event.code in _ENTERS:
                    token, typed = self._text.seen(typed), ""
                    if token is not None:
                        seen(token)
                else:
                    typed = (typed + _SIGNS.get(event.code, ""))[-_LONGEST:]
        except OSError as error:
            raise HardwareError(f"it is gone: {error.strerror or error}") from error
        finally:
            device.close()

    def _opened(self) -> _Device:
        try:
            library = importlib.import_module("evdev")
        except ModuleNotFoundError as error:
            raise HardwareError(
                "a keyboard reader needs evdev: pip install 'pilotwire[readers]'"
            ) from error
        try:
            return cast("_Device", library.InputDevice(self.name))
        except OSError as error:
            raise HardwareError(f"it can't be opened: {error.strerror or error}") from error
