"""What installs firmware, to the station.

Part of `pilotwire.hal.interfaces`, from where it is to be imported.

    install      the image is checked, and written where the firmware that runs is not
    activate     it is to run: at the next reboot, or at once
    confirm      it runs and works: it is to stay
    roll_back    it is not to run, or not to stay

Power may go between any two writes. Until `activate` has returned, the firmware that ran before is
the one that boots. What was activated is on trial until it is confirmed: where it does not boot, or
boots again unconfirmed, what ran before it boots.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol

__all__ = ["BadImageError", "FirmwareState", "Updater"]


class BadImageError(OSError):
    """An image is not fit to be installed; the text says why (InstallVerificationFailed)."""


class FirmwareState(StrEnum):
    """How the firmware that runs has come to run."""

    SETTLED = "settled"
    """It is to stay, and nothing was activated since."""
    WAITING = "waiting"
    """Another one was activated, and runs after the next reboot."""
    ON_TRIAL = "on trial"
    """It was activated last, and is not confirmed."""
    FELL_BACK = "fell back"
    """What was activated last has not come up, or was not confirmed: this one ran before it. So it
    is until something else is installed.
    """


class Updater(Protocol):
    """What installs firmware on a charger, whose `updater` it is (`UpdatableStation`).

    No two calls come at a time, but that `install` may be cancelled, which leaves all as it was. A
    call other than `install` has 60 s. What fails raises, whatever it raises.
    """

    @property
    def version(self) -> str:
        """The version of the firmware that runs, at most 50 characters; it answers at once."""
        ...

    @property
    def installs_while_charging(self) -> bool:
        """Whether `install` may be called while a transaction runs."""
        ...

    @property
    def reboots(self) -> bool:
        """Whether what was activated runs only after a reboot of the station (`reboot` of the
        hardware); else it runs when `activate` returns, and transactions go on all the while.
        """
        ...

    async def install(self, image: Path, progress: Callable[[int], None]) -> None:
        """Check an image, and write it where it can be activated.

        Args:
            image: The file, which does not change meanwhile.
            progress: To be told now and then how far that is, in percent.

        Raises:
            BadImageError: it is not fit for this charger.
        """
        ...

    async def activate(self) -> None:
        """Let what was installed run. Called again, it does the same."""
        ...

    async def state(self) -> FirmwareState:
        """How the firmware that runs has come to run."""
        ...

    async def confirm(self) -> None:
        """Let the firmware that runs stay. Called again, it does the same."""
        ...

    async def roll_back(self) -> None:
        """Let what was installed last not run, or not stay: with a reboot, what ran before it
        runs again after the next one. Called again, or without anything installed, it does no harm.
        """
        ...
