"""Stations whose maker has smart charging do less: the other side of what can only be read
(`charging_facts`), and the keys of 1.6 (9.4), which tell the same.
"""

from typing import Any

import pytest

from pilotwire.errors import CallFailed
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.specs import ConfigurationKey
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.station.device_model.standard import SmartChargingCtrlr
from tests.conformance.charging_facts import FEATURES, PLACE, UNSUPPORTED, in_need_of
from tests.conformance.facts import shown
from tests.support.charging_schedules import MAX_16, profile_2x, profile_16, set_16, sets_2x
from tests.support.device_model import get, variable
from tests.support.editions import IN_2X
from tests.support.scene import Scene, Settings, scene
from tests.support.virtual_time import virtual_time

# 2.x.


@pytest.mark.parametrize("feature", UNSUPPORTED)
@virtual_time
async def test_a_profile_that_needs_what_is_not_supported_is_refused(feature: str) -> None:
    """K01.FR.121, K01.FR.123, K01.FR.124, K01.FR.125."""
    async with scene("2.1", settings={FEATURES[feature]: False}) as s:
        assert await shown(s, PLACE, "SupportsFeature", feature) == "false"
        assert await sets_2x(s, in_need_of(feature)) == UNSUPPORTED[feature]
        assert await sets_2x(s, profile_2x(2, (0, 6))) == "Accepted"


@pytest.mark.parametrize("purpose", ["PriorityCharging", "LocalGeneration"])
@virtual_time
async def test_a_purpose_that_is_not_supported_is_refused(purpose: str) -> None:
    """K01.FR.120."""
    settings: Settings = {SmartChargingCtrlr.SupportedAdditionalPurposes: ()}
    async with scene("2.1", settings=settings) as s:
        assert await shown(s, PLACE, "SupportedAdditionalPurposes") == ""
        profile = profile_2x(1, (0, 16), purpose=purpose)
        assert await sets_2x(s, profile, 0) == "Rejected UnsupportedPurpose"


@IN_2X
@pytest.mark.parametrize("unit", ["A", "W"])
@virtual_time
async def test_the_unit_that_is_not_known_is_refused(version: str, unit: str) -> None:
    """K01.FR.26, K08.FR.07."""
    other = {"A": "W", "W": "A"}[unit]
    async with scene(version, settings={SmartChargingCtrlr.RateUnit: (unit,)}) as s:
        assert await shown(s, PLACE, "RateUnit") == unit
        assert await sets_2x(s, profile_2x(1, (0, 4140), unit=unit)) == "Accepted"
        refused = profile_2x(1, (0, 4140), unit=other)
        assert await sets_2x(s, refused) == "Rejected UnsupportedRateUnit"
        for wanted, status in ((unit, "Accepted"), (other, "Rejected")):
            request = v21.GetCompositeScheduleRequest(
                evse_id=1, duration=60, charging_rate_unit=v21.ChargingRateUnitEnumType(wanted)
            )
            assert (await s.csms.call(request)).status == status


@IN_2X
@virtual_time
async def test_a_station_may_take_less(version: str) -> None:
    settings: Settings = {
        SmartChargingCtrlr.ProfileStackLevel: 2,
        SmartChargingCtrlr.PeriodsPerSchedule: 3,
    }
    async with scene(version, settings=settings) as s:
        assert await shown(s, PLACE, "ProfileStackLevel") == "2"
        assert await shown(s, PLACE, "PeriodsPerSchedule") == "3"
        three = (0, 6), (60, 7), (120, 8)
        assert await sets_2x(s, profile_2x(1, *three, level=2)) == "Accepted"
        assert (await sets_2x(s, profile_2x(2, (0, 6), level=3))).startswith("Rejected")
        four = profile_2x(3, *three, (180, 9))
        assert (await sets_2x(s, four)).startswith("Rejected")


def phases_used(s: Scene) -> int:
    """How many phases the vehicle draws from."""
    vehicle = s.evse.vehicle
    assert vehicle is not None
    return 0 if vehicle.flow is None else vehicle.flow.phases


async def charges_by(s: Scene) -> int:
    """A vehicle charges with what there is; how many phases it uses."""
    await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
    await s.wait(60)
    return phases_used(s)


@IN_2X
@pytest.mark.parametrize("switches", [True, False])
@virtual_time
async def test_phases_are_switched_where_the_station_says_so(version: str, switches: bool) -> None:
    """2.11.10, K01.FR.43."""
    hardware = SimulatedStation(evses=1, phase_pause_s=10 if switches else None)
    async with scene(version, hardware=hardware) as s:
        (result,) = await get(s, (PLACE, variable("Phases3to1")))
        assert result.attribute_value == ("true" if switches else None)
        wanted = "Accepted" if switches else "Rejected InvalidSchedule"
        assert await sets_2x(s, profile_2x(1, (0, 16), phases=1)) == wanted
        assert await charges_by(s) == (1 if switches else 3)


# 1.6.


async def told(s: Scene, key: ConfigurationKey[Any]) -> str:
    """The value of a key."""
    answer = await s.csms.call(v16.GetConfigurationRequest(key=[key.name]))
    assert answer.configuration_key is not None
    (found,) = answer.configuration_key
    assert found.readonly
    return found.value or ""


async def set_in_16(s: Scene, profile: v16.ChargingProfile, connector: int = 1) -> str:
    """SetChargingProfile; the status, or the code of the error."""
    try:
        return (await s.csms.call(set_16(connector, profile))).status.value
    except CallFailed as failed:
        return failed.code


@virtual_time
async def test_the_key_of_stack_levels() -> None:
    """ChargeProfileMaxStackLevel (1.6 9.4.1)."""
    async with scene("1.6") as s:
        most = int(await told(s, Keys.ChargeProfileMaxStackLevel))
        assert await set_in_16(s, profile_16(1, (0, 6), level=most)) == "Accepted"
        assert await set_in_16(s, profile_16(2, (0, 6), level=most + 1)) == "Rejected"


@pytest.mark.parametrize(
    ("units", "words"), [(("A", "W"), "Current,Power"), (("A",), "Current"), (("W",), "Power")]
)
@virtual_time
async def test_the_key_of_units(units: tuple[str, ...], words: str) -> None:
    """ChargingScheduleAllowedChargingRateUnit (1.6 9.4.2, errata 3.88)."""
    settings = {SmartChargingCtrlr.RateUnit: units}
    async with scene("1.6", settings=settings) as s:
        assert await told(s, Keys.ChargingScheduleAllowedChargingRateUnit) == words
        for unit in ("A", "W"):
            wanted = "Accepted" if unit in units else "Rejected"
            assert await set_in_16(s, profile_16(1, (0, 4140), unit=unit)) == wanted
            request = v16.GetCompositeScheduleRequest(
                connector_id=1, duration=60, charging_rate_unit=v16.ChargingRateUnitType(unit)
            )
            assert (await s.csms.call(request)).status == wanted


@virtual_time
async def test_the_key_of_periods() -> None:
    """ChargingScheduleMaxPeriods (1.6 9.4.3)."""
    async with scene("1.6") as s:
        most = int(await told(s, Keys.ChargingScheduleMaxPeriods))
        periods = [(60 * number, 6 + number % 10) for number in range(most + 1)]
        assert await set_in_16(s, profile_16(1, *periods)) == "Rejected"
        assert await set_in_16(s, profile_16(1, *periods[:most])) == "Accepted"


@virtual_time
async def test_the_key_of_room() -> None:
    """MaxChargingProfilesInstalled (1.6 9.4.5)."""
    async with scene("1.6") as s:
        most = int(await told(s, Keys.MaxChargingProfilesInstalled))
        levels = int(await told(s, Keys.ChargeProfileMaxStackLevel)) + 1
        assert most < 2 * levels, "there are enough that are different"

        async def put(number: int, limit: float) -> str:
            high = number >= levels
            purpose = MAX_16 if high else "TxDefaultProfile"
            profile = profile_16(number, (0, limit), purpose=purpose, level=number % levels)
            return await set_in_16(s, profile, 0 if high else 1)

        for number in range(most):
            assert await put(number, 6) == "Accepted"
        assert await put(most, 6) == "Rejected"
        assert await put(most - 1, 7) == "Accepted"


@pytest.mark.parametrize("switches", [True, False])
@virtual_time
async def test_the_key_of_phases(switches: bool) -> None:
    """ConnectorSwitch3to1PhaseSupported (1.6 9.4.4)."""
    hardware = SimulatedStation(evses=1, phase_pause_s=10 if switches else None)
    async with scene("1.6", hardware=hardware) as s:
        key = Keys.ConnectorSwitch3to1PhaseSupported
        if switches:
            assert await told(s, key) == "true"
        else:
            answer = await s.csms.call(v16.GetConfigurationRequest(key=[key.name]))
            assert answer.unknown_key == (key.name,)
        wanted = "Accepted" if switches else "Rejected"
        assert await set_in_16(s, profile_16(1, (0, 16), phases=1)) == wanted
        assert await charges_by(s) == (1 if switches else 3)


@virtual_time
async def test_a_station_of_16_without_smart_charging() -> None:
    """1.6 errata 3.39; SupportedFeatureProfiles does not name it (9.1.25)."""
    async with scene("1.6", settings={SmartChargingCtrlr.Enabled: False}) as s:
        assert await set_in_16(s, profile_16(1, (0, 6))) == "NotSupported"
