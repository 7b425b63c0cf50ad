"""Each variable that the station claims does what the standard says of it: none is there for show.

What can be set: the CSMS sets one value and another, the station restarts, and what it does then
differs (`effects`). What can only be read: it tells what is so (`facts`). A variable that is
claimed and named in neither fails the last test.
"""

from collections.abc import Mapping
from typing import Any

import pytest

from pilotwire.hal.interfaces import ConnectorKind, HardwareError
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.ocpp.specs import Variable
from pilotwire.station.blocks import standard
from pilotwire.station.device_model.definitions import Component, Key, key_of
from pilotwire.station.device_model.standard import (
    OCPPCommCtrlr,
)
from pilotwire.station.evse.variables import hardware_variables
from pilotwire.store import Store
from tests.conformance.charging_facts import FACTS
from tests.conformance.effects import (
    authorization,
    communication,
    metering,
    smart_charging,
    transactions,
)
from tests.conformance.effects.communication import Stubborn, comes_back_from_a_reset
from tests.conformance.effects.effect import Effect
from tests.conformance.facts import Fact
from tests.support.device_model import address, set_
from tests.support.editions import IN_2X
from tests.support.scene import Opponent, scene
from tests.support.virtual_time import run

TABLES = (
    authorization.EFFECTS,
    communication.EFFECTS,
    metering.EFFECTS,
    smart_charging.EFFECTS,
    transactions.EFFECTS,
)
EFFECTS: Mapping[Variable[Any], Effect] = {
    variable: effect for table in TABLES for variable, effect in table.items()
}
"""Each variable of 2.x that the CSMS can set."""


def holder(variable: Variable[Any]) -> str:
    """The component that has a variable here; the standard leaves that of some open."""
    here = standard().by_spec.get(variable)
    return variable.component if here is None else here.component.name


@IN_2X
@pytest.mark.parametrize(
    ("variable", "value"),
    [(variable, value) for variable, effect in EFFECTS.items() for value in effect.by_value],
    ids=lambda one: one.title if isinstance(one, Variable) else str(one),
)
def test_a_value_that_the_csms_set_counts_after_a_restart(
    version: str, variable: Variable[Any], value: str
) -> None:
    effect = EFFECTS[variable]
    if effect.only_in not in {None, version}:
        words = ("Upstream", "Time")
        assert variable.name.startswith(words), "2.0.1 has no word for a location, or local time"
        return

    async def play() -> None:
        store = Store(":memory:")
        hardware = {"evses": effect.scene.get("evses", 1), **effect.hardware}
        async with scene(version, store=store, hardware=SimulatedStation(**hardware)) as s:
            place = address(f"{holder(variable)}.{variable.name}", variable.instance)
            (result,) = await set_(s, (place, value))
            assert result.attribute_status in {"Accepted", "RebootRequired"}, result
        csms = Opponent()
        if effect.boot is not None:
            csms.answer(v21.BootNotificationRequest, effect.boot)
        async with scene(
            version,
            store=store,
            csms=csms,
            hardware=effect.made(**hardware),
            settings=effect.others,
            **{name: value for name, value in effect.scene.items() if name != "evses"},
        ) as s:
            await s.wait(1)
            assert await effect.shown_by(s) == effect.by_value[value]

    run(play())


@IN_2X
def test_too_few_retries_of_a_reset_end_the_station(version: str) -> None:
    """The other side of ResetRetries, which can't be shown by what the station does after it."""

    async def play() -> None:
        settings = {OCPPCommCtrlr.ResetRetries: 1}
        async with scene(version, hardware=Stubborn(evses=1), settings=settings) as s:
            await comes_back_from_a_reset(s)

    with pytest.raises(ExceptionGroup) as failed:
        run(play())
    assert failed.group_contains(HardwareError)


@IN_2X
@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.shown_by.__name__)
def test_what_can_only_be_read_is_so(version: str, fact: Fact) -> None:
    async def play() -> None:
        hardware = SimulatedStation(evses=1, kind=ConnectorKind.TYPE2_SOCKET, signing=fact.signing)
        async with scene(version, settings=fact.settings, hardware=hardware) as s:
            await fact.shown_by(s)

    run(play())


def test_none_is_claimed_that_is_not_shown_to_count() -> None:
    def name(key: Key) -> tuple[str, str, str]:
        return key[0], key[4], key[5]

    kind = ConnectorKind.TYPE2_SOCKET
    hardware = SimulatedStation(evses=1, kind=kind, full_meters=True, signing=True)
    claimed = {name(one.key) for one in (*standard(), *hardware_variables(hardware.evses))}
    counting = {
        name(key_of(Component(holder(variable)), variable.name, variable.instance))
        for variable in EFFECTS
    }
    told = {
        name(key_of(Component(variable.component), variable.name, variable.instance))
        for fact in FACTS
        for variable in fact.variables
    }
    assert claimed == counting | told
    assert len(EFFECTS) == sum(map(len, TABLES))
    assert not counting & told
