"""The contract holds for an updater of commands, with a reboot and without one."""

import asyncio
from pathlib import Path

import pytest

from pilotwire.hal.interfaces import Updater
from pilotwire.hal.mixture import with_updater
from pilotwire.hal.simulated import SimulatedStation, SimulatedUpdater
from pilotwire.hal.testing import Check, NotCheckable, Subject, run_check
from pilotwire.hal.testing.updates import UPDATES
from tests.support.update_programs import Computer, program

pytestmark = pytest.mark.slow

OF_A_REBOOT = {"a_roll_back_undoes_an_activation", "what_is_not_confirmed_does_not_stay"}

SLOW = """\
import subprocess, sys, time
time.sleep(0.3)
sys.exit(subprocess.call(sys.argv[1:]))
"""
"""Slow enough to be cut off."""


class ComputerBench:
    """A computer whose power can go."""

    def __init__(self, folder: Path, *, reboots: bool) -> None:
        self._computer = Computer(folder, reboots=reboots)
        self._images = 0
        own = self._computer.commands().install
        self._install = [*program(folder, "slow.py", SLOW), *own]

    def image(self, *, fit: bool = True) -> bytes:
        self._images += 1
        image = SimulatedUpdater.image(f"test-{self._images}")
        return image if fit else image[:-1]

    async def restart(self) -> Updater:
        self._computer.boot()
        return self.updater()

    def updater(self) -> Updater:
        return self._computer.updater(install=self._install)


@pytest.mark.parametrize("reboots", [True, False], ids=["reboots", "at once"])
@pytest.mark.parametrize("check", UPDATES, ids=[each.__name__ for each in UPDATES])
def test_an_updater_of_commands_keeps_it(tmp_path: Path, check: Check, reboots: bool) -> None:
    def make() -> Subject:
        bench = ComputerBench(tmp_path, reboots=reboots)
        return Subject(with_updater(SimulatedStation(evses=1), bench.updater()), bench)

    try:
        run_check(check, make, asyncio.new_event_loop)
    except NotCheckable:
        assert not reboots
        assert check.__name__ in OF_A_REBOOT
