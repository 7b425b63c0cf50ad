"""An updater that runs commands (`config`), for two slots and a boot loader that tries one.

What the commands can't tell is in a record (`record`): which slot ran when an image was installed,
and of which run of the computer it was activated. So it is known what the boot loader has done:

    another slot runs                        it is on trial
    the same, since it was activated         it waits for the reboot
    the same, after a reboot                 it did not come up, or could not stay

A program may let what it installs boot at once: where the power went before it was activated, it
may be on trial already, which is as good.
"""

import asyncio
import logging
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.updater.config import FILE, Argv, UpdaterCommands
from pilotwire.hal.updater.program import Heard, Outcome, first_line, run, words
from pilotwire.hal.updater.record import Record, RecordFile, Step
from pilotwire.hal.updating import BadImageError, FirmwareState

__all__ = ["CommandUpdater"]

log = logging.getLogger(__name__)

CALL_LIMIT: Final = 50.0
"""Seconds that a command has, but for those that read an image."""

VERSION_LIMIT: Final = 5.0
UNDOING: Final = 20.0
"""Seconds that `cancel` has where an installation was cut off."""

_BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")
_PERCENT: Final = re.compile(r"(\d{1,3})(?:\.\d+)? ?%")


def _this_boot() -> str:
    try:
        return _BOOT_ID.read_text("ascii").strip()
    except (OSError, ValueError) as error:
        raise HardwareError(f"{_BOOT_ID} does not say which run this is: {error}") from error


class CommandUpdater:
    """An `Updater` that is made of commands.

    - `commands`: what is run.
    - `this_boot`: says something else after each start of the computer.

    What a program prints is logged. Whatever it fails with is a `HardwareError`; what `verify`
    does not take, a `BadImageError`.
    """

    def __init__(
        self, commands: UpdaterCommands, *, this_boot: Callable[[], str] = _this_boot
    ) -> None:
        self._commands = commands
        self._this_boot = this_boot
        self._file = RecordFile(commands.file)
        self._version: str | None = None

    @property
    def version(self) -> str:
        """The version of the firmware that runs. It is asked for once, which may take some time.

        Raises:
            HardwareError: it is not told.
        """
        if self._version is None:
            self._version = first_line(self._commands.version, VERSION_LIMIT)[:50]
        return self._version

    @property
    def installs_while_charging(self) -> bool:
        """As it is configured."""
        return self._commands.installs_while_charging

    @property
    def reboots(self) -> bool:
        """As it is configured."""
        return self._commands.reboots

    async def install(self, image: Path, progress: Callable[[int], None]) -> None:
        """Check an image, and write it; see `Updater`."""
        digest = await asyncio.to_thread(_digest, image)
        record, slot = await self._now()
        if record is not None:
            if record.slot != slot:
                if record.image == digest:
                    return  # it was installed, and runs already
                raise HardwareError("the firmware that runs is on trial itself")
            await self._undo(CALL_LIMIT)
        limit = self._commands.install_limit_s
        if self._commands.verify is not None:
            outcome = await run(_with(self._commands.verify, image), limit)
            if outcome.code:
                raise BadImageError(outcome.why)
        record = Record(slot, digest, Step.INSTALLING)
        await self._keep(record)
        try:
            argv = _with(self._commands.install, image)
            _succeed(await run(argv, limit, _percent(progress)))
        except BaseException:  # raised again
            await asyncio.shield(asyncio.ensure_future(self._undo(UNDOING)))
            raise
        await self._keep(replace(record, step=Step.INSTALLED))

    async def activate(self) -> None:
        """Let what was installed boot next, or run at once; see `Updater`."""
        record, slot = await self._now()
        if record is None or (record.step is Step.INSTALLING and record.slot == slot):
            raise HardwareError("nothing was installed")
        if record.slot != slot:
            return  # it runs already
        if self._commands.activate is not None:
            _succeed(await run(self._commands.activate, CALL_LIMIT))
        await self._keep(replace(record, step=Step.ACTIVATED, boot=self._this_boot()))
        if not self.reboots:
            self._version = None

    async def state(self) -> FirmwareState:
        """How the firmware that runs has come to run."""
        record, slot = await self._now()
        if record is None:
            return FirmwareState.SETTLED
        if record.slot != slot:
            return FirmwareState.ON_TRIAL
        if record.step is not Step.ACTIVATED:
            return FirmwareState.SETTLED
        waits = self.reboots and record.boot == self._this_boot()
        return FirmwareState.WAITING if waits else FirmwareState.FELL_BACK

    async def confirm(self) -> None:
        """Let the firmware that runs stay."""
        record, slot = await self._now()
        if record is None:
            return
        on_trial = record.slot != slot
        await self._run_if_any(self._commands.confirm if on_trial else self._commands.cancel)
        await self._keep(None)

    async def roll_back(self) -> None:
        """Let what was installed last not run, or not stay."""
        record, slot = await self._now()
        if record is None:
            return
        if record.slot == slot:
            if await self.state() is not FirmwareState.FELL_BACK:
                await self._run_if_any(self._commands.cancel)
                await self._keep(None)
            return
        await self._keep(replace(record, step=Step.ACTIVATED, boot=self._this_boot()))
        await self._run_if_any(self._commands.roll_back)
        if not self.reboots:
            self._version = None

    async def restart(self) -> None:
        """Restart the computer: it does not return.

        Raises:
            HardwareError: that can't be done.
        """
        if self._commands.reboot is None:
            raise HardwareError("there is no command that restarts the computer")
        _succeed(await run(self._commands.reboot, CALL_LIMIT))
        await asyncio.Event().wait()  # whoever restarts it ends this, too

    async def _now(self) -> tuple[Record | None, str]:
        """What is under way, and which firmware runs."""
        record = await asyncio.to_thread(self._file.load)
        outcome = await run(self._commands.slot, CALL_LIMIT)
        _succeed(outcome)
        slot = "\n".join(outcome.lines)
        if not outcome.whole or not slot or not slot.replace("\n", "").isprintable():
            raise HardwareError(f"{words(outcome.program)} does not say which firmware runs")
        return record, slot

    async def _undo(self, limit: float) -> None:
        """Whatever was installed is not to run, whether that can be done or not."""
        try:
            await self._run_if_any(self._commands.cancel, limit)
            await self._keep(None)
        except HardwareError as error:
            log.error("what was installed is not undone: %s", words(str(error)))  # noqa: TRY400 -- no traceback for a known failure

    async def _run_if_any(self, argv: Argv | None, limit: float = CALL_LIMIT) -> None:
        if argv is not None:
            outcome = await run(argv, limit)
            if outcome.code not in self._commands.done_codes:
                _succeed(outcome)

    async def _keep(self, record: Record | None) -> None:
        await asyncio.to_thread(self._file.save, record)


def _succeed(outcome: Outcome) -> None:
    if outcome.code:
        raise HardwareError(outcome.why)


def _with(argv: Argv, image: Path) -> tuple[str, ...]:
    path = str(image.absolute())
    return tuple(word.replace(FILE, path) for word in argv)


def _percent(progress: Callable[[int], None]) -> Heard:
    def heard(line: str) -> None:
        found = _PERCENT.findall(line)
        if found and int(found[-1]) <= 100:
            progress(int(found[-1]))

    return heard


def _digest(image: Path) -> str:
    digest = sha256()
    with image.open("rb") as file:
        for piece in iter(partial(file.read, 1024 * 1024), b""):
            digest.update(piece)
    return digest.hexdigest()
