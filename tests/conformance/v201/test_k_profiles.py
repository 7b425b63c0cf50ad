"""Cases of block K, smart charging (Part 6, 2.12): profiles that are set, cleared and reported."""

from datetime import timedelta

import pytest

from pilotwire.errors import CallFailed
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import SmartChargingCtrlr
from tests.conformance.v201 import states
from tests.conformance.v201.charging_profiles import (
    DEVIATION,
    IN_EACH_UNIT,
    LONG,
    MULTIPLIERS,
    all_reported,
    asked,
    clear,
    composite,
    limits,
    none_reported,
    says,
    sets,
)
from tests.conformance.v201.play import Configuration, Play, case
from tests.support.charging_schedules import (
    MAX,
    TX,
    TX_DEFAULT,
    just_now,
    periods_2x,
    profile_2x,
    set_2x,
)
from tests.support.editions import IN_2X
from tests.support.scene import Settings
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

NOT_SUPPORTED: Settings = {SmartChargingCtrlr.Enabled: False}
"""A station without smart charging."""

ONLY_AMPERES: Settings = {SmartChargingCtrlr.RateUnit: ("A",)}
"""A station that does not know W."""

EACH_CHANGE: Configuration = {SmartChargingCtrlr.LimitChangeSignificance: "1.0"}

CONSTRAINTS = "ChargingStationExternalConstraints"

UNKNOWN_TRANSACTION = "UNKNOWN-TRANSACTION-ID"

NUMBER = 7
OTHER = 8


# Setting.


@IN_EACH_UNIT
@virtual_time
async def test_TC_K_01_CS(version: str, unit: str) -> None:
    async with case(version) as play:
        profile = profile_2x(NUMBER, *limits(unit, (0, 6)), unit=unit, duration=LONG)
        await sets(play, 1, profile)
        assert await all_reported(play, asked(number=NUMBER)) == {1: [profile]}


@virtual_time
async def test_TC_K_02_CS(version: str) -> None:
    async with case(version) as play:
        profile = profile_2x(NUMBER, (0, 6), purpose=TX, transaction_id=UNKNOWN_TRANSACTION)
        await play.call(set_2x(1, profile), status="Rejected")


@IN_EACH_UNIT
@virtual_time
async def test_TC_K_03_CS(version: str, unit: str) -> None:
    async with case(version) as play:
        profile = profile_2x(NUMBER, *limits(unit, (0, 6)), purpose=MAX, unit=unit, duration=LONG)
        await sets(play, 0, profile)
        assert await all_reported(play, asked(number=NUMBER)) == {0: [profile]}


@IN_EACH_UNIT
@virtual_time
async def test_TC_K_04_CS(version: str, unit: str) -> None:
    async with case(version) as play:
        await sets(play, 1, profile_2x(NUMBER, *limits(unit, (0, 6)), unit=unit, duration=LONG))
        profile = profile_2x(NUMBER, *limits(unit, (0, 10)), unit=unit, duration=LONG)
        await sets(play, 1, profile)
        assert await all_reported(play, asked(number=NUMBER)) == {1: [profile]}


@IN_EACH_UNIT
@virtual_time
async def test_TC_K_10_CS(version: str, unit: str) -> None:
    async with case(version) as play:
        profile = profile_2x(NUMBER, *limits(unit, (0, 6)), unit=unit, duration=LONG)
        await sets(play, 0, profile)
        assert await all_reported(play, asked(number=NUMBER)) == {0: [profile]}


@virtual_time
async def test_TC_K_11_CS(version: str) -> None:
    """Nothing is said of a transaction; the profile is refused with one, too."""
    async with case(version) as play:
        await play.call(set_2x(0, profile_2x(NUMBER, (0, 6), purpose=TX)), status="Rejected")
        at = play.at()
        await states.energy_transfer_started(at)
        profile = profile_2x(NUMBER, (0, 6), purpose=TX, transaction_id=at.transaction_id)
        await play.call(set_2x(0, profile), status="Rejected")


@virtual_time
async def test_TC_K_12_CS(version: str) -> None:
    async with case(version, settings=ONLY_AMPERES) as play:
        await play.call(set_2x(1, profile_2x(NUMBER, (0, 4140), unit="W")), status="Rejected")
        await sets(play, 1, profile_2x(NUMBER, (0, 6), unit="A"))


@IN_EACH_UNIT
@virtual_time
async def test_TC_K_13_CS(version: str, unit: str) -> None:
    async with case(version) as play:
        profile = profile_2x(NUMBER, *limits(unit, (0, 6)), unit=unit, duration=LONG)
        await sets(play, 1, profile)
        await states.booted(play)
        assert await all_reported(play, asked(number=NUMBER)) == {1: [profile]}


@virtual_time
async def test_TC_K_14_CS(version: str) -> None:
    async with case(version, evses=2) as play:
        await play.call(set_2x(3, profile_2x(NUMBER, (0, 6))), status="Rejected")


@virtual_time
async def test_TC_K_15_CS(version: str) -> None:
    async with case(version, settings=NOT_SUPPORTED) as play:
        with pytest.raises(CallFailed, match="NotSupported"):
            await play.call(set_2x(1, profile_2x(NUMBER, (0, 6))))


@virtual_time
async def test_TC_K_16_CS(version: str) -> None:
    async with case(version) as play:
        await states.energy_transfer_started(play.at())
        profile = profile_2x(NUMBER, (0, 6), purpose=TX, transaction_id=UNKNOWN_TRANSACTION)
        await play.call(set_2x(1, profile), status="Rejected")


@pytest.mark.parametrize("recurrency", ["Daily", "Weekly"])
@virtual_time
async def test_TC_K_19_CS(version: str, recurrency: str) -> None:
    async with case(version) as play:
        profile = profile_2x(
            NUMBER,
            (0, 6),
            kind="Recurring",
            recurrency_kind=v21.RecurrencyKindEnumType(recurrency),
        )
        await sets(play, 1, profile)


@IN_EACH_UNIT
@virtual_time
async def test_TC_K_21_CS(version: str, unit: str) -> None:
    async with case(version) as play:
        now = just_now()
        profile = profile_2x(
            NUMBER,
            *limits(unit, (0, 6)),
            kind="Relative",
            unit=unit,
            valid=(now + timedelta(seconds=300), None),
        )
        await sets(play, 1, profile)
        await says(play, 400, now, (0, 32), (300, 6), unit=unit)


@IN_EACH_UNIT
@virtual_time
async def test_TC_K_22_CS(version: str, unit: str) -> None:
    """What comes after the profile is not looked at: it is the local limit, which for the station
    is the sum of what its EVSEs can take.
    """
    async with case(version, evses=2) as play:
        now = just_now()
        profile = profile_2x(
            NUMBER,
            *limits(unit, (0, 6)),
            unit=unit,
            start=now,
            valid=(now - timedelta(seconds=DEVIATION), now + timedelta(seconds=300)),
        )
        await sets(play, 0, profile)
        for evse_id, count in ((0, 2), (1, 1), (2, 1)):
            await says(
                play, 400, now, (0, 6 * count), (300, 32 * count), evse_id=evse_id, unit=unit
            )


@IN_EACH_UNIT
@virtual_time
async def test_TC_K_23_CS(version: str, unit: str) -> None:
    """With the errata (6.2.67): it is valid from the beginning."""
    async with case(version) as play:
        now = just_now()
        profile = profile_2x(
            NUMBER, *limits(unit, (0, 6)), unit=unit, start=now + timedelta(seconds=60)
        )
        await sets(play, 1, profile)
        await says(play, 300, now, (0, 32), (60, 6), unit=unit)


@IN_EACH_UNIT
@virtual_time
async def test_TC_K_28_CS(version: str, unit: str) -> None:
    """With the errata (6.2.68)."""
    async with case(version, if_implemented=EACH_CHANGE) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        profile = profile_2x(
            NUMBER,
            *limits(unit, (0, 6)),
            unit=unit,
            start=just_now(-DEVIATION),
            duration=int(400 + DEVIATION),
        )
        await sets(play, 1, profile)
        await says(play, 300, just_now(), (0, 6), unit=unit)
        assert at.running
        assert at.hardware.offered_a == pytest.approx(6)


@IN_EACH_UNIT
@virtual_time
async def test_TC_K_60_CS(version: str, unit: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        profile = profile_2x(
            NUMBER,
            *limits(unit, (0, 6)),
            purpose=TX,
            kind="Relative",
            unit=unit,
            transaction_id=at.transaction_id,
        )
        await sets(play, 1, profile)
        assert await all_reported(play, asked(number=NUMBER)) == {1: [profile]}


# Clearing.


@virtual_time
async def test_TC_K_05_CS(version: str) -> None:
    async with case(version) as play:
        await sets(play, 1, profile_2x(NUMBER, (0, 6)))
        request = v21.ClearChargingProfileRequest(charging_profile_id=NUMBER)
        await play.call(request, status="Accepted")
        await none_reported(play, asked(number=NUMBER))


@virtual_time
async def test_TC_K_06_CS(version: str) -> None:
    async with case(version) as play:
        await sets(play, 1, profile_2x(NUMBER, (0, 6), level=1))
        await states.energy_transfer_started(play.at())
        await play.call(clear(purpose=TX_DEFAULT, level=1), status="Accepted")
        await none_reported(play, asked(purpose=TX_DEFAULT, level=1))


@virtual_time
async def test_TC_K_07_CS(version: str) -> None:
    async with case(version) as play:
        await sets(play, 1, profile_2x(NUMBER, (0, 6), level=1))
        await play.call(clear(purpose=MAX, level=0), status="Unknown")


@virtual_time
async def test_TC_K_08_CS(version: str) -> None:
    async with case(version) as play:
        request = v21.ClearChargingProfileRequest(charging_profile_id=NUMBER)
        await play.call(request, status="Unknown")


@IN_EACH_UNIT
@virtual_time
async def test_TC_K_09_CS(version: str, unit: str) -> None:
    """With the errata (6.2.66)."""
    async with case(version, if_implemented=EACH_CHANGE) as play:
        at = play.at()
        profile = profile_2x(
            NUMBER, *limits(unit, (0, 6)), unit=unit, duration=int(400 + DEVIATION)
        )
        await sets(play, 1, profile)
        await states.energy_transfer_started(at)
        await says(play, 300, just_now(), (0, 6), unit=unit)
        await play.call(clear(purpose=TX_DEFAULT), status="Accepted")
        schedule = await composite(play, 300, unit=unit)
        assert periods_2x(schedule) == [(0, 32 * MULTIPLIERS[unit])]
        assert at.running
        assert at.hardware.offered_a == pytest.approx(32)


@virtual_time
async def test_TC_K_24_CS(version: str) -> None:
    async with case(version, evses=2) as play:
        for evse_id, number in ((1, NUMBER), (2, OTHER)):
            await sets(play, evse_id, profile_2x(number, (0, 6), level=1))
        await play.call(clear(purpose=TX_DEFAULT, level=1), status="Accepted")
        await none_reported(play, asked(purpose=TX_DEFAULT, level=1))


# Reporting.


async def two_set(
    play: Play, level: int = 0
) -> tuple[v21.ChargingProfileType, v21.ChargingProfileType]:
    """A ChargingStationMaxProfile, and a TxDefaultProfile of EVSE 1."""
    most = profile_2x(NUMBER, (0, 20), purpose=MAX, level=level, duration=LONG)
    default = profile_2x(OTHER, (0, 6), level=level, duration=LONG)
    await sets(play, 0, most)
    await sets(play, 1, default)
    return most, default


@virtual_time
async def test_TC_K_29_CS(version: str) -> None:
    async with case(version) as play:
        most, _ = await two_set(play)
        assert await all_reported(play, asked(0)) == {0: [most]}


@virtual_time
async def test_TC_K_30_CS(version: str) -> None:
    async with case(version) as play:
        _, default = await two_set(play)
        assert await all_reported(play, asked(1)) == {1: [default]}


@virtual_time
async def test_TC_K_31_CS(version: str) -> None:
    async with case(version) as play:
        most, default = await two_set(play)
        assert await all_reported(play, asked()) == {0: [most], 1: [default]}


@virtual_time
async def test_TC_K_32_CS(version: str) -> None:
    async with case(version) as play:
        most, _ = await two_set(play)
        assert await all_reported(play, asked(number=NUMBER)) == {0: [most]}


@virtual_time
async def test_TC_K_33_CS(version: str) -> None:
    async with case(version) as play:
        _, default = await two_set(play, level=1)
        assert await all_reported(play, asked(1, level=1)) == {1: [default]}
        await none_reported(play, asked(1, level=2))


@virtual_time
async def test_TC_K_34_CS(version: str) -> None:
    async with case(version) as play:
        profile = profile_2x(NUMBER, (0, 6), level=2, duration=LONG)
        await sets(play, 1, profile)
        assert await all_reported(play, asked(1, source="CSO")) == {1: [profile]}
        await none_reported(play, asked(1, source="EMS"))


@virtual_time
async def test_TC_K_35_CS(version: str) -> None:
    """With the errata (6.2.70)."""
    async with case(version) as play:
        _, default = await two_set(play)
        await states.energy_transfer_started(play.at())
        assert await all_reported(play, asked(1, purpose=TX_DEFAULT)) == {1: [default]}


@virtual_time
async def test_TC_K_36_CS(version: str) -> None:
    async with case(version) as play:
        _, default = await two_set(play, level=1)
        request = asked(1, purpose=TX_DEFAULT, level=1)
        assert await all_reported(play, request) == {1: [default]}


@virtual_time
async def test_TC_K_52_CS(version: str) -> None:
    async with case(version) as play:
        play.s.station.external_limits.set(16.0)
        found = await all_reported(play, asked(purpose=CONSTRAINTS))
        ((profile,),) = found.values()
        assert profile.charging_profile_purpose == CONSTRAINTS
        kind = {"2.0.1": "Absolute", "2.1": "Dynamic"}[version]  # K11.FR.06, K29.FR.04
        assert profile.charging_profile_kind == kind
        (period,) = profile.charging_schedule[0].charging_schedule_period
        assert period.limit == pytest.approx(16)


# Starts from afar with a profile.


@IN_EACH_UNIT
@virtual_time
async def test_TC_K_37_CS(version: str, unit: str) -> None:
    async with case(version) as play:
        profile = profile_2x(NUMBER, *limits(unit, (0, 6)), purpose=TX, kind="Relative", unit=unit)
        at = play.at()
        await states.ev_connected_pre_session(at)
        await states.authorized(at, remote=True, profile=profile)
        await states.energy_transfer_started(at)
        bound = profile.model_copy(update={"transaction_id": at.transaction_id})
        assert await all_reported(play, asked(number=NUMBER)) == {1: [bound]}
        assert at.hardware.offered_a == pytest.approx(6)


@virtual_time
async def test_TC_K_38_CS(version: str) -> None:
    async with case(version, settings=NOT_SUPPORTED) as play:
        at = play.at()
        profile = profile_2x(NUMBER, (0, 6), purpose=TX, kind="Relative")
        await states.ev_connected_pre_session(at)
        await states.authorized(at, remote=True, profile=profile)
        await states.energy_transfer_started(at)
        assert at.hardware.offered_a == pytest.approx(32)
