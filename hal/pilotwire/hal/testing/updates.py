"""What an updater promises."""

import asyncio
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from pilotwire.hal.interfaces import BadImageError, FirmwareState, Updater
from pilotwire.hal.testing.bench import UpdateBench
from pilotwire.hal.testing.harness import (
    BrokenPromise,
    CallFailed,
    Check,
    NotCheckable,
    Trial,
)

__all__ = ["UPDATES"]

INSTALL_LIMIT = 60.0
"""How long an image of a bench may take, in seconds."""

SHORTLY = 0.05
"""When an installation is cancelled, in seconds after it has begun."""


async def the_version_is_told(t: Trial) -> None:
    """`version` has 1 to 50 characters."""
    version = cast("object", _updater(t).version)
    if not isinstance(version, str) or not 1 <= len(version) <= 50:
        raise BrokenPromise(f"version is {version!r}")


async def how_firmware_runs_is_told(t: Trial) -> None:
    """`state` is a FirmwareState."""
    state = cast("object", await t.call("state", _updater(t).state()))
    if not isinstance(state, FirmwareState):
        raise BrokenPromise(f"state is {state!r}")


async def an_image_runs_only_once_it_is_activated(t: Trial) -> None:
    """What `install` has written does not run, after a restart neither."""
    updater, bench = _updater(t), t.updates
    before = updater.version
    percents = await _install(t, updater, bench)
    if percents != sorted(percents) or any(not 0 <= each <= 100 for each in percents):
        raise BrokenPromise(f"the progress goes from 0 to 100 percent, not {percents}")
    await _is(t, updater, FirmwareState.SETTLED, before)
    if updater.reboots:
        await _is(t, await bench.restart(), FirmwareState.SETTLED, before)


async def what_is_activated_runs_on_trial(t: Trial) -> None:
    """`activate` lets it run, at once or after a reboot; `confirm` lets it stay."""
    updater, bench = _updater(t), t.updates
    before = updater.version
    updater = await _on_trial(t, updater, bench)
    after = updater.version
    if after == before:
        raise BrokenPromise(f"the version is {after} as before, and the image is another one's")
    for _ in range(2):  # called again, it does the same
        await t.call("confirm", updater.confirm())
        await _is(t, updater, FirmwareState.SETTLED, after)
    if updater.reboots:
        await _is(t, await bench.restart(), FirmwareState.SETTLED, after)


async def what_is_not_confirmed_does_not_stay(t: Trial) -> None:
    """What boots again unconfirmed makes way for what ran before it, and that is told."""
    updater, bench = _updater(t), t.updates
    if not updater.reboots:
        raise NotCheckable("it takes no reboot to let firmware run")
    before = updater.version
    await _on_trial(t, updater, bench)
    updater = await bench.restart()
    await _is(t, updater, FirmwareState.FELL_BACK, before)
    await _install(t, updater, bench)
    await _is(t, updater, FirmwareState.SETTLED, before)


async def a_roll_back_ends_a_trial(t: Trial) -> None:
    """After `roll_back`, what ran before the trial runs again."""
    updater, bench = _updater(t), t.updates
    before = updater.version
    updater = await _on_trial(t, updater, bench)
    await t.call("roll_back", updater.roll_back())
    if updater.reboots:
        updater = await bench.restart()
    await _is(t, updater, FirmwareState.FELL_BACK, before)
    await t.call("roll_back", updater.roll_back())
    await _is(t, updater, FirmwareState.FELL_BACK, before)


async def a_roll_back_undoes_an_activation(t: Trial) -> None:
    """After `roll_back`, what was activated does not run at the next reboot."""
    updater, bench = _updater(t), t.updates
    if not updater.reboots:
        raise NotCheckable("it takes no reboot to let firmware run")
    before = updater.version
    await _install(t, updater, bench)
    for _ in range(2):  # called again, it does the same
        await t.call("activate", updater.activate())
        await _is(t, updater, FirmwareState.WAITING, before)
    for _ in range(2):
        await t.call("roll_back", updater.roll_back())
    await _is(t, updater, FirmwareState.SETTLED, before)
    await _is(t, await bench.restart(), FirmwareState.SETTLED, before)


async def a_bad_image_is_not_taken(t: Trial) -> None:
    """`install` raises BadImageError for what is not fit, and leaves all as it was."""
    updater, bench = _updater(t), t.updates
    before = updater.version
    with _file(bench.image(fit=False)) as image:
        try:
            await t.call("install", updater.install(image, lambda _: None), INSTALL_LIMIT)
        except CallFailed as error:
            if not isinstance(error.__cause__, BadImageError):
                raise
        else:
            raise BrokenPromise("install returned as if all were well")
    await _is(t, updater, FirmwareState.SETTLED, before)


async def nothing_is_activated_that_was_not_installed(t: Trial) -> None:
    """`activate` raises where nothing was installed; `roll_back` does no harm there."""
    updater, before = _updater(t), _updater(t).version
    _ = t.updates  # not on a charger that is in use
    await t.refused("activate", updater.activate())
    await t.call("roll_back", updater.roll_back())
    await _is(t, updater, FirmwareState.SETTLED, before)


async def a_cancelled_installation_leaves_all_as_it_was(t: Trial) -> None:
    """`install` can be cancelled, and begun again."""
    updater, bench = _updater(t), t.updates
    before = updater.version
    with _file(bench.image()) as image:
        task = asyncio.ensure_future(updater.install(image, lambda _: None))
        await asyncio.sleep(SHORTLY)
        task.cancel()
        await asyncio.wait({task}, timeout=INSTALL_LIMIT)
        if not task.done():
            raise BrokenPromise(f"install went on for {INSTALL_LIMIT:g} s after it was cancelled")
    if not task.cancelled():
        raise NotCheckable("the image was installed before that could be cancelled")
    await _is(t, updater, FirmwareState.SETTLED, before)
    await t.refused("activate", updater.activate())
    await _on_trial(t, updater, bench)


def _updater(t: Trial) -> Updater:
    updater: Updater | None = getattr(t.hardware, "updater", None)
    if updater is None:
        raise NotCheckable("nothing installs firmware")
    return updater


async def _install(t: Trial, updater: Updater, bench: UpdateBench) -> list[int]:
    """Install an image; the percents that were told."""
    percents: list[int] = []
    with _file(bench.image()) as image:
        await t.call("install", updater.install(image, percents.append), INSTALL_LIMIT)
    return percents


async def _on_trial(t: Trial, updater: Updater, bench: UpdateBench) -> Updater:
    """Let an image run; what installs firmware then."""
    await _install(t, updater, bench)
    await t.call("activate", updater.activate())
    if updater.reboots:
        updater = await bench.restart()
    await _is(t, updater, FirmwareState.ON_TRIAL, None)
    return updater


async def _is(t: Trial, updater: Updater, state: FirmwareState, version: str | None) -> None:
    found = await t.call("state", updater.state())
    if found is not state:
        raise BrokenPromise(f"the state should be {state!r}, and is {found!r}")
    if version is not None and updater.version != version:
        raise BrokenPromise(f"version {version} should run, and {updater.version} does")


@contextmanager
def _file(content: bytes) -> Generator[Path]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "image"
        path.write_bytes(content)
        yield path


UPDATES: tuple[Check, ...] = (
    the_version_is_told,
    how_firmware_runs_is_told,
    an_image_runs_only_once_it_is_activated,
    what_is_activated_runs_on_trial,
    what_is_not_confirmed_does_not_stay,
    a_roll_back_ends_a_trial,
    a_roll_back_undoes_an_activation,
    a_bad_image_is_not_taken,
    nothing_is_activated_that_was_not_installed,
    a_cancelled_installation_leaves_all_as_it_was,
)
