"""A second contactor, of L2 and L3 alone."""

import asyncio
from copy import deepcopy
from pathlib import Path

import pytest
from pydantic import ValidationError

from pilotwire.hal.gpio import GpioConfig
from pilotwire.hal.interfaces import HardwareError, PilotState
from tests.support.gpio_world import CONFIG, World
from tests.support.virtual_time import virtual_time

SECOND = 4


def world(folder: Path, phases: int = 3) -> World:
    config = deepcopy(CONFIG)
    switch = {"contactor": {"relay": {"pin": SECOND}}, "pause_s": 7.0}
    config["evses"][0] |= {"phases": phases, "phase_switch": switch}
    return World(folder, config=config)


@virtual_time
async def test_it_follows_what_is_told(tmp_path: Path) -> None:
    made = world(tmp_path)
    await made.hardware.start(lambda _: None)
    evse = made.hardware.evses[0]
    assert evse.phases_switchable
    assert evse.phase_pause_s == 7.0
    assert not made.is_on(SECOND)
    await evse.use_phases(3)
    assert made.is_on(SECOND)
    await evse.use_phases(1)
    assert not made.is_on(SECOND)
    await evse.use_phases(3)
    with pytest.raises(HardwareError, match="can't have 2 phases"):
        await evse.use_phases(2)
    await made.hardware.stop()
    assert not made.is_on(SECOND)


@virtual_time
async def test_it_never_moves_under_load(tmp_path: Path) -> None:
    made = world(tmp_path)
    await made.hardware.start(lambda _: None)
    evse = made.hardware.evses[0]
    await evse.use_phases(3)
    await evse.offer_current(16.0)
    await made.vehicle(PilotState.C)
    await asyncio.sleep(0.5)
    await evse.close_contactor()
    with pytest.raises(HardwareError, match="no phases are switched under load"):
        await evse.use_phases(1)
    assert made.is_on(SECOND)
    await evse.open_contactor()
    await evse.use_phases(1)
    await made.hardware.stop()


@virtual_time
async def test_without_one_there_is_nothing_to_switch(tmp_path: Path) -> None:
    made = World(tmp_path)
    await made.hardware.start(lambda _: None)
    evse = made.hardware.evses[0]
    assert not evse.phases_switchable
    with pytest.raises(HardwareError, match="can't have 1 phases"):
        await evse.use_phases(1)
    await made.hardware.stop()


def test_one_phase_needs_none() -> None:
    config = deepcopy(CONFIG)
    config["evses"][0] |= {"phase_switch": {"contactor": {"relay": {"pin": SECOND}}}}
    with pytest.raises(ValidationError, match="there is one phase only"):
        GpioConfig.model_validate(config)
