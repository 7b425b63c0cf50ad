"""What is wrong with a charging profile by itself, and beside others (K01)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from pilotwire.ocpp.v21 import datatypes
from pilotwire.ocpp.v21.enums import OperationModeEnumType as Mode
from pilotwire.station.smart_charging.checks import Abilities, Wiring, wrong_with
from pilotwire.station.smart_charging.conflicts import conflicts, namesakes, phases_conflict
from pilotwire.station.smart_charging.profiles import Installed
from tests.support.scene import EPOCH
from tests.support.sent_profiles import Kind, Purpose, profile, schedule

ABLE = Abilities(
    external_ids=-1,
    stack_level=5,
    periods=4,
    units=frozenset({"A", "W"}),
    purposes=frozenset({"PriorityCharging", "LocalGeneration"}),
    dynamic=True,
    offline_limits=True,
    local_time=True,
    randomized_delays=True,
    limit_at_soc=True,
)

THREE_PHASES = Wiring(direct=False, counts=frozenset({3}))
SWITCHED = Wiring(direct=False, counts=frozenset({1, 3}))
CHOOSING = Wiring(direct=False, counts=frozenset({1, 3}), any_phase=True)
ONE_PHASE = Wiring(direct=False, counts=frozenset({1}))
DIRECT = Wiring(direct=True, counts=frozenset({1}))

ABSOLUTE: dict[str, Any] = {"charging_profile_kind": Kind.ABSOLUTE, "start_schedule": EPOCH}
DYNAMIC: dict[str, Any] = {"charging_profile_kind": Kind.DYNAMIC}
MAX: dict[str, Any] = {"charging_profile_purpose": Purpose.CHARGING_STATION_MAX_PROFILE}
TX: dict[str, Any] = {"charging_profile_purpose": Purpose.TX_PROFILE, "transaction_id": "T1"}
PRIORITY: dict[str, Any] = {"charging_profile_purpose": Purpose.PRIORITY_CHARGING}
LOCAL: dict[str, Any] = {"charging_profile_purpose": Purpose.LOCAL_GENERATION}
EXTERNAL: dict[str, Any] = {
    "charging_profile_purpose": Purpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS
}


def period(at: int = 0, limit: float | None = 16.0, **fields: Any) -> dict[str, Any]:
    return {"start_period": at, "limit": limit, **fields}


def reason(
    new: datatypes.ChargingProfileType,
    evse_id: int = 1,
    able: Abilities = ABLE,
    wirings: Sequence[Wiring] = (THREE_PHASES,),
    schedules: int = 1,
) -> str | None:
    wrong = wrong_with(new, evse_id, able, wirings, schedules=schedules)
    if wrong is None:
        return None
    assert wrong.text
    return wrong.reason.value


@pytest.mark.parametrize(
    ("new", "evse_id", "expected"),
    [
        (profile(id=0), 1, None),
        (profile(id=-1), 1, "InvalidProfileId"),  # K01.FR.81
        (profile(id=2**63 - 1), 1, None),
        (profile(id=2**63), 1, "InvalidProfileId"),
        (profile(stack_level=5), 1, None),
        (profile(stack_level=6), 1, "InvalidStackLevel"),
        (profile(**TX), 1, None),
        (profile(**TX), 0, "InvalidProfile"),  # K01.FR.16
        (profile(**MAX, **ABSOLUTE), 0, None),
        (profile(**MAX, **ABSOLUTE), 1, "InvalidProfile"),  # K04.FR.03
        (profile(**MAX), 0, "InvalidProfile"),  # K01.FR.38
        (profile(**EXTERNAL, **ABSOLUTE), 0, "InvalidProfile"),  # K01.FR.22
        (profile(**PRIORITY), 1, None),
        (profile(**LOCAL, **ABSOLUTE), 0, None),
        (profile(**PRIORITY, duration=60), 1, "InvalidSchedule"),  # K01.FR.70
        (profile(valid_from=EPOCH, valid_to=EPOCH), 1, "InvalidProfile"),
        (profile(valid_from=EPOCH, valid_to=EPOCH + timedelta(seconds=1)), 1, None),
        (profile(max_offline_duration=0), 1, None),
        (profile(max_offline_duration=-1), 1, "InvalidProfile"),
    ],
)
def test_what_a_profile_is_for(
    new: datatypes.ChargingProfileType, evse_id: int, expected: str | None
) -> None:
    assert reason(new, evse_id) == expected


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (profile(**ABSOLUTE), None),
        (profile(charging_profile_kind=Kind.ABSOLUTE), "InvalidSchedule"),  # K01.FR.40
        (profile(start_schedule=EPOCH), "InvalidSchedule"),  # K01.FR.41
        (
            profile(charging_profile_kind=Kind.RECURRING, start_schedule=EPOCH),
            "InvalidProfile",
        ),
        (
            profile(charging_profile_kind=Kind.RECURRING, recurrency_kind="Daily"),
            "InvalidSchedule",  # K01.FR.40
        ),
        (profile(dyn_update_interval=5), "InvalidProfile"),  # K01.FR.122, K28.FR.04
        (profile(dyn_update_time=EPOCH), "InvalidProfile"),
        (profile(**DYNAMIC), None),
        (profile(**DYNAMIC, dyn_update_interval=5, dyn_update_time=EPOCH), None),
        (profile(**DYNAMIC, dyn_update_interval=-5), "InvalidProfile"),
        (profile(period(), period(5), **DYNAMIC), "InvalidSchedule"),  # K28.FR.01
        (profile(period(5), **DYNAMIC), "InvalidSchedule"),  # K28.FR.02
    ],
)
def test_kinds(new: datatypes.ChargingProfileType, expected: str | None) -> None:
    assert reason(new) == expected


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (profile(period(0), period(1), period(2), period(3)), None),
        (profile(*(period(at) for at in range(5))), "InvalidSchedule"),  # PeriodsPerSchedule
        (profile(period(1)), "InvalidSchedule"),  # K01.FR.31
        (profile(period(-1), period(0)), "InvalidSchedule"),
        (profile(period(0), period(9), period(5)), "InvalidSchedule"),  # K01.FR.35
        (profile(period(0), period(9), period(9)), "InvalidSchedule"),
        (profile(period(0, 0.0)), None),
        (profile(period(0, -0.1)), "InvalidSchedule"),
        (profile(period(0, None)), "InvalidSchedule"),
        (profile(duration=1), None),
        (profile(duration=0), "InvalidSchedule"),
        (profile(duration=-1), "InvalidSchedule"),
        (profile(min_charging_rate=-1), "InvalidSchedule"),
        (profile(limit_at_soc={"soc": 80, "limit": 6}), None),
        (profile(limit_at_soc={"soc": 80, "limit": -6}), "InvalidSchedule"),
        (profile(randomized_delay=9), None),
        (profile(**MAX, **ABSOLUTE, randomized_delay=9), "InvalidSchedule"),  # K01.FR.95
        (profile(**PRIORITY, randomized_delay=9), "InvalidSchedule"),
        (profile(**PRIORITY, randomized_delay=0), None),
    ],
)
def test_schedules(new: datatypes.ChargingProfileType, expected: str | None) -> None:
    evse_id = 0 if new.charging_profile_purpose is Purpose.CHARGING_STATION_MAX_PROFILE else 1
    assert reason(new, evse_id) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"operation_mode": Mode.CHARGING_ONLY}, None),
        ({"operation_mode": Mode.EXTERNAL_LIMITS, "limit": None}, None),
        ({"operation_mode": Mode.CENTRAL_SETPOINT}, "InvalidOperationMode"),  # K01.FR.115
        ({"operation_mode": Mode.IDLE, "evse_sleep": True}, "InvalidOperationMode"),
        ({"evse_sleep": True}, "InvalidSchedule"),  # K01.FR.126
        ({"evse_sleep": False}, None),
        ({"limit_l2": 6.0}, "PhaseConflict"),  # K01.FR.144
        ({"limit_l3": 6.0, "limit": None}, "PhaseConflict"),  # K01.FR.146
        ({"setpoint": 6.0}, "InvalidSchedule"),
        ({"discharge_limit": -6.0}, "InvalidSchedule"),
        ({"setpoint_reactive_l3": 6.0}, "InvalidSchedule"),
        ({"v2x_baseline": 6.0}, "InvalidSchedule"),
        ({"preconditioning_request": True}, None),
    ],
)
def test_what_belongs_to_vehicles_that_give_energy(
    fields: dict[str, Any], expected: str | None
) -> None:
    assert reason(profile(period(**fields))) == expected


@pytest.mark.parametrize("purpose", [PRIORITY, MAX | ABSOLUTE])
def test_purposes_that_only_charge(purpose: dict[str, Any]) -> None:
    """K01.FR.71, K01.FR.111, K01.FR.114."""
    external = profile(period(operation_mode=Mode.EXTERNAL_LIMITS), **purpose)
    assert reason(external, 0) == "InvalidOperationMode"


def test_local_generation_may_follow_an_external_system() -> None:
    """K01.FR.113."""
    assert reason(profile(period(operation_mode=Mode.EXTERNAL_LIMITS), **LOCAL, **DYNAMIC)) is None


@pytest.mark.parametrize(
    ("new", "lacks", "expected"),
    [
        (profile(charging_rate_unit="W"), {"units": frozenset({"A"})}, "UnsupportedRateUnit"),
        (profile(**PRIORITY), {"purposes": frozenset()}, "UnsupportedPurpose"),  # K01.FR.120
        (profile(**LOCAL, **ABSOLUTE), {"purposes": frozenset()}, "UnsupportedPurpose"),
        (profile(**DYNAMIC), {"dynamic": False}, "UnsupportedKind"),  # K01.FR.121
        (profile(use_local_time=True), {"local_time": False}, "InvalidSchedule"),  # K01.FR.123
        (profile(randomized_delay=1), {"randomized_delays": False}, "InvalidSchedule"),
        (
            profile(limit_at_soc={"soc": 80, "limit": 6}),
            {"limit_at_soc": False},
            "InvalidSchedule",  # K01.FR.125
        ),
        (profile(max_offline_duration=9), {"offline_limits": False}, "InvalidProfile"),
        (profile(invalid_after_offline_duration=True), {"offline_limits": False}, "InvalidProfile"),
    ],
)
def test_what_the_station_says_that_it_can(
    new: datatypes.ChargingProfileType, lacks: dict[str, Any], expected: str
) -> None:
    assert reason(new) is None
    assert reason(new, able=replace(ABLE, **lacks)) == expected


def test_ids_of_external_systems() -> None:
    """K01.FR.80, K01.FR.81."""
    able = replace(ABLE, external_ids=1000)
    assert reason(profile(id=1000), able=able) == "InvalidProfileId"
    assert reason(profile(id=1001), able=able) is None


def test_several_schedules_are_for_a_vehicle_that_chooses() -> None:
    """K01.FR.34."""
    new = profile(charging_schedule=[schedule(id=each) for each in (1, 2, 3)])
    assert reason(new) == "InvalidSchedule"
    assert reason(new, schedules=3) is None


def test_each_of_several_schedules_is_looked_at() -> None:
    wrong = schedule(id=2, duration=-5)
    new = profile(charging_schedule=[schedule(), wrong])
    assert reason(new, schedules=3) == "InvalidSchedule"


# Phases.


@pytest.mark.parametrize(
    ("phases", "phase", "wiring", "expected"),
    [
        (None, None, ONE_PHASE, None),
        (3, None, THREE_PHASES, None),
        (3, None, ONE_PHASE, None),  # K01.FR.45
        (1, None, THREE_PHASES, "InvalidSchedule"),  # K01.FR.43
        (2, None, THREE_PHASES, "InvalidSchedule"),
        (1, None, SWITCHED, None),  # K01.FR.47
        (2, None, SWITCHED, None),
        (0, None, SWITCHED, "InvalidSchedule"),
        (1, 2, CHOOSING, None),  # K01.FR.46
        (1, 0, CHOOSING, "InvalidSchedule"),
        (1, 2, SWITCHED, "InvalidSchedule"),  # K01.FR.20, K01.FR.48
        (1, 1, SWITCHED, None),
        (1, 1, ONE_PHASE, None),
        (1, 1, THREE_PHASES, "InvalidSchedule"),
        (3, 1, CHOOSING, "InvalidSchedule"),  # K01.FR.19
        (None, 1, CHOOSING, "InvalidSchedule"),
        (3, None, DIRECT, "NoPhaseForDC"),  # K01.FR.44
        (None, None, DIRECT, None),
    ],
)
def test_phases(
    phases: int | None, phase: int | None, wiring: Wiring, expected: str | None
) -> None:
    new = profile(period(number_phases=phases, phase_to_use=phase))
    assert reason(new, wirings=[wiring]) == expected


def test_phases_of_all_evses() -> None:
    """Each that has phases must be able to; one of direct current has none."""
    one = profile(period(number_phases=1))
    assert reason(one, 0, wirings=[SWITCHED, ONE_PHASE, DIRECT]) is None
    assert reason(one, 0, wirings=[SWITCHED, THREE_PHASES]) == "InvalidSchedule"
    assert reason(one, 0, wirings=[DIRECT, DIRECT]) == "NoPhaseForDC"


# Beside others.


def installed(evse_id: int = 1, source: str = "CSO", **fields: Any) -> Installed:
    return Installed(evse_id, profile(**fields), source)


LATER = EPOCH + timedelta(days=1)


@pytest.mark.parametrize(
    ("other", "conflict"),
    [
        (installed(id=1), False),
        (installed(id=2), True),  # K01.FR.06
        (installed(id=2, stack_level=1), False),
        (installed(id=2, **PRIORITY), False),
        (installed(2, id=2), False),
        (installed(0, id=2), True),  # K01.FR.53
        (installed(id=2, valid_from=LATER), False),
        (installed(id=2, valid_from=LATER - timedelta(seconds=1)), True),
        (installed(id=2, valid_to=EPOCH), False),
        (installed(id=2, valid_to=EPOCH + timedelta(seconds=1)), True),
        (installed(id=2, source="EMS"), False),
    ],
)
def test_same_purpose_and_stack_level(other: Installed, conflict: bool) -> None:
    new = installed(id=1, valid_from=EPOCH, valid_to=LATER)
    assert list(conflicts(new, [other])) == [other] * conflict


def test_a_profile_of_all_evses_beside_one_of_some() -> None:
    """K01.FR.52."""
    other = installed(2, id=2)
    assert list(conflicts(installed(0, id=1), [other])) == [other]


def test_profiles_of_a_transaction() -> None:
    """K01.FR.39: when they are valid does not matter."""
    new = installed(id=1, **TX, valid_to=EPOCH)
    same = installed(id=2, **TX, valid_from=EPOCH)
    other = Installed(1, profile(id=3, **TX).replace(transaction_id="T2"))
    assert list(conflicts(new, [same, other])) == [same]


def test_who_gives_way_in_1_6() -> None:
    """1.6 3.13.2: whenever it is valid; one of all connectors stays."""
    later, of_all = installed(id=2, valid_from=LATER), installed(0, id=3)
    new = installed(id=1, valid_to=EPOCH)
    assert list(namesakes(new, [later, of_all])) == [later]


@pytest.mark.parametrize(
    ("purpose", "phase", "evse_id", "conflict"),
    [
        (MAX, 2, 0, True),  # K01.FR.141
        (MAX, 1, 0, False),
        (MAX, None, 0, False),
        (LOCAL, 2, 2, False),
        (LOCAL, 2, 1, True),
        ({}, 2, 0, False),
        (PRIORITY, 2, 1, False),
    ],
)
def test_another_phase(
    purpose: dict[str, Any], phase: int | None, evse_id: int, conflict: bool
) -> None:
    given = profile(period(number_phases=1, phase_to_use=phase), id=2, **purpose)
    new = Installed(1, profile(period(number_phases=1, phase_to_use=1), **TX))
    other = Installed(evse_id, given)
    assert phases_conflict(new, [other]) is (other if conflict else None)
    assert phases_conflict(other, [new]) is (new if conflict else None)
