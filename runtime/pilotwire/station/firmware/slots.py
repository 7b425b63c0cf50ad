"""What installs firmware, held to its word: any failure of it is one kind of error."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final, TypeVar, cast

from pilotwire.foreign import printable
from pilotwire.hal.interfaces import BadImageError, FirmwareState, StationHardware, Updater
from pilotwire.logs import logger
from pilotwire.station.firmware.errors import UpdaterError
from pilotwire.station.hardware.calls import asked, call, words
from pilotwire.station.hardware.checks import shortly

__all__ = ["Slots", "slots_of"]

log = logger(__name__)

CALL_LIMIT: Final = 60.0
INSTALL_LIMIT: Final = 2 * 3600.0
"""How long an installation may take, in seconds."""

LET_GO: Final = 30.0
"""How long one may take to end that was cancelled."""

LONGEST_VERSION: Final = 50

T = TypeVar("T")

_CALLS: Final = ("install", "activate", "state", "confirm", "roll_back")


def slots_of(hardware: StationHardware) -> "Slots | None":
    """What installs firmware on a charger; None where nothing does.

    Raises:
        ValueError: it says that it has something, and that is not it.
    """
    updater: object = asked(lambda: getattr(hardware, "updater", None))
    if updater is None:
        return None
    if not all(callable(getattr(updater, name, None)) for name in _CALLS):
        raise ValueError(f"the updater can't install firmware: it is {shortly(updater)}")
    return Slots(cast("Updater", updater))


class Slots:
    """Where firmware is installed."""

    __slots__ = ("_updater",)

    def __init__(self, updater: Updater) -> None:
        self._updater = updater

    @property
    def version(self) -> str | None:
        """The version of the firmware that runs; None where that can't be said."""
        version = asked(lambda: cast("object", self._updater.version))
        if not isinstance(version, str) or not 0 < len(version) <= LONGEST_VERSION:
            log.error("the updater does not say which firmware runs: %s", shortly(version))
            return None
        return printable(version)

    @property
    def while_charging(self) -> bool:
        """Whether firmware may be installed while a transaction runs."""
        return asked(lambda: self._updater.installs_while_charging) is True

    @property
    def reboots(self) -> bool:
        """Whether it takes a reboot to have it run."""
        return asked(lambda: self._updater.reboots) is not False

    async def install(self, image: Path, progress: Callable[[int], None]) -> None:
        """Install an image. Who is cancelled leaves all as it was, and waits a while for that.

        Raises:
            UpdaterError: it has failed.
        """
        task = asyncio.ensure_future(_guarded(lambda: self._updater.install(image, progress)))
        try:
            await asyncio.wait({task}, timeout=INSTALL_LIMIT)
        finally:
            if not task.done():
                task.cancel()
                await asyncio.wait({task}, timeout=LET_GO)
        if not task.done() or task.cancelled():
            raise UpdaterError("the installation did not end")
        error = task.result()
        if error is not None:
            bad = isinstance(error, BadImageError)
            raise UpdaterError(words(error), verification=bad) from error

    async def activate(self) -> None:
        """Let what was installed run.

        Raises:
            UpdaterError: it has failed.
        """
        await _called(self._updater.activate)

    async def state(self) -> FirmwareState:
        """How the firmware that runs has come to run.

        Raises:
            UpdaterError: it has failed.
        """
        state = await _called(cast("Callable[[], Awaitable[object]]", self._updater.state))
        if not isinstance(state, FirmwareState):
            raise UpdaterError(f"the state of the firmware is {shortly(state)}")
        return state

    async def confirm(self) -> None:
        """Let the firmware that runs stay.

        Raises:
            UpdaterError: it has failed.
        """
        await _called(self._updater.confirm)

    async def roll_back(self) -> None:
        """Let what was installed last not run, or not stay.

        Raises:
            UpdaterError: it has failed.
        """
        await _called(self._updater.roll_back)


async def _called(make: Callable[[], Awaitable[T]]) -> T:
    try:
        return await call(make, CALL_LIMIT)
    except Exception as error:  # an updater may raise anything
        raise UpdaterError(words(error)) from error


async def _guarded(make: Callable[[], Awaitable[None]]) -> Exception | None:
    """What a call fails with."""
    try:
        await make()
    except Exception as error:  # an updater may raise anything
        return error
    return None
