"""Variables of smart charging that can only be read tell what is so (2.1 2.11)."""

from collections.abc import Mapping

from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.ocpp.specs import Variable
from pilotwire.station.device_model.standard import SmartChargingCtrlr, TxCtrlr
from pilotwire.store import Store
from tests.conformance.effects.effect import plug_and_swipe
from tests.conformance.facts import FACTS, of, shown
from tests.support.charging_schedules import MAX, TX, TX_DEFAULT, profile_2x, sets_2x
from tests.support.device_model import Base, base, component, told
from tests.support.scene import Scene, Settings, scene

__all__ = ["FACTS", "FEATURES", "PLACE", "UNSUPPORTED", "in_need_of"]

PLACE = component("SmartChargingCtrlr")


@of(SmartChargingCtrlr.Entries_ChargingProfiles)
async def takes_so_many_profiles(s: Scene) -> None:
    """Entries and its maxLimit (2.11.11)."""
    reported = await told(s, base(Base.FULL_INVENTORY))
    (entries,) = [
        one
        for one in reported
        if (one.component.name, one.variable.name) == ("SmartChargingCtrlr", "Entries")
    ]
    assert entries.variable.instance == "ChargingProfiles"
    assert entries.variable_characteristics is not None
    assert entries.variable_characteristics.max_limit is not None
    most = int(entries.variable_characteristics.max_limit)
    levels = int(await shown(s, PLACE, "ProfileStackLevel")) + 1

    async def put(number: int, limit: float) -> str:
        purpose = (TX_DEFAULT, MAX)[number // levels]
        profile = profile_2x(number, (0, limit), purpose=purpose, level=number % levels)
        return await sets_2x(s, profile, int(purpose == TX_DEFAULT))

    assert most < 2 * levels, "there are enough that are different"
    for number in range(most):
        assert await shown(s, PLACE, "Entries", "ChargingProfiles") == str(number)
        assert await put(number, 6) == "Accepted"
    assert await shown(s, PLACE, "Entries", "ChargingProfiles") == str(most)
    assert (await put(most, 6)).startswith("Rejected")
    assert await put(most - 1, 7) == "Accepted", "one in the place of another takes no room"


@of(SmartChargingCtrlr.ProfileStackLevel)
async def stacks_so_high(s: Scene) -> None:
    most = int(await shown(s, PLACE, "ProfileStackLevel"))
    assert await sets_2x(s, profile_2x(1, (0, 6), level=most)) == "Accepted"
    assert (await sets_2x(s, profile_2x(2, (0, 6), level=most + 1))).startswith("Rejected")


@of(SmartChargingCtrlr.PeriodsPerSchedule)
async def takes_so_many_periods(s: Scene) -> None:
    most = int(await shown(s, PLACE, "PeriodsPerSchedule"))
    periods = [(60 * number, 6 + number % 10) for number in range(most + 1)]
    assert (await sets_2x(s, profile_2x(1, *periods))).startswith("Rejected")
    assert await sets_2x(s, profile_2x(1, *periods[:most])) == "Accepted"


@of(SmartChargingCtrlr.RateUnit)
async def knows_units(s: Scene) -> None:
    """See TC_K_12_CS and TC_K_42_CS for a station that knows but one."""
    units = (await shown(s, PLACE, "RateUnit")).split(",")
    assert sorted(units) == ["A", "W"]
    for number, unit in enumerate(units):
        profile = profile_2x(number, (0, 4140), unit=unit, level=number)
        assert await sets_2x(s, profile) == "Accepted"


@of(SmartChargingCtrlr.SupportedAdditionalPurposes)
async def knows_further_purposes(s: Scene) -> None:
    """K01.FR.120; `test_charging_variables` has the station that knows none."""
    purposes = await shown(s, PLACE, "SupportedAdditionalPurposes")
    assert sorted(purposes.split(",")) == ["LocalGeneration", "PriorityCharging"]
    if s.csms.version == "2.0.1":
        return
    profile = profile_2x(1, (0, 16), purpose="PriorityCharging")
    assert await sets_2x(s, profile) == "Accepted"
    assert await sets_2x(s, profile_2x(2, (0, 16), purpose="LocalGeneration"), 0) == "Accepted"


FEATURES: Mapping[str, Variable[bool]] = {
    "DynamicProfiles": SmartChargingCtrlr.SupportsFeature_DynamicProfiles,
    "MaxOfflineDuration": SmartChargingCtrlr.SupportsFeature_MaxOfflineDuration,
    "UseLocalTime": SmartChargingCtrlr.SupportsFeature_UseLocalTime,
    "RandomizedDelay": SmartChargingCtrlr.SupportsFeature_RandomizedDelay,
    "LimitAtSoC": SmartChargingCtrlr.SupportsFeature_LimitAtSoC,
}
"""What tells of a feature, by its instance of SupportsFeature."""


def in_need_of(feature: str) -> v21.ChargingProfileType:
    """A profile that a station without the feature can't follow."""
    match feature:
        case "DynamicProfiles":
            return profile_2x(1, (0, 6), kind="Dynamic")
        case "MaxOfflineDuration":
            return profile_2x(1, (0, 6), max_offline_duration=60)
        case "UseLocalTime":
            return profile_2x(1, (0, 6), schedule={"use_local_time": True})
        case "RandomizedDelay":
            return profile_2x(1, (0, 6), (60, 8), schedule={"randomized_delay": 5})
        case _:
            most = v21.LimitAtSoCType(soc=80, limit=6)
            return profile_2x(1, (0, 6), schedule={"limit_at_soc": most})


UNSUPPORTED = {
    "DynamicProfiles": "Rejected UnsupportedKind",
    "UseLocalTime": "Rejected InvalidSchedule",
    "RandomizedDelay": "Rejected InvalidSchedule",
    "LimitAtSoC": "Rejected InvalidSchedule",
}
"""What a station answers to a profile that needs what it does not support (K01.FR.121 to .125)."""


@of(*FEATURES.values())
async def has_features(s: Scene) -> None:
    """`test_charging_variables` has the station without them."""
    for feature in FEATURES:
        assert await shown(s, PLACE, "SupportsFeature", feature) == "true"
        if s.csms.version != "2.0.1":
            assert await sets_2x(s, in_need_of(feature)) == "Accepted", feature


@of(SmartChargingCtrlr.ChargingProfilePersistence_TxProfile)
async def keeps_the_profile_of_a_transaction(s: Scene) -> None:
    """K01.FR.55: after a power cut the transaction goes on, and its profile is there."""
    place = "ChargingProfilePersistence"
    assert await shown(s, PLACE, place, "TxProfile") == "true"
    await plug_and_swipe(s)
    transaction_id = s.station.evses[0].transaction_id
    profile = profile_2x(1, (0, 6), purpose=TX, transaction_id=transaction_id)
    assert await sets_2x(s, profile) == "Accepted"
    records = s.station._records
    records.flush()
    with Store(":memory:") as store:
        records._store._connection.backup(store._connection)
        hardware = SimulatedStation(evses=1)
        await hardware.evse(1).plug_in(ElectricVehicle(battery_kwh=75, soc=20))
        await s.wait(60)
        version = s.csms.version.value
        settings: Settings = {TxCtrlr.ResumptionTimeout: 300}
        async with scene(version, hardware=hardware, store=store, settings=settings) as later:
            assert later.station.evses[0].transaction_id == transaction_id
            wanted = v21.ChargingProfileCriterionType(charging_profile_id=[1])
            request = v21.GetChargingProfilesRequest(request_id=1, charging_profile=wanted)
            assert (await later.csms.call(request)).status == "Accepted"
            report = await later.hears(v21.ReportChargingProfilesRequest)
            assert list(report.charging_profile) == [profile]


@of(SmartChargingCtrlr.Available)
async def charges_smartly(s: Scene) -> None:
    assert await shown(s, PLACE, "Available") == "true"
    assert await sets_2x(s, profile_2x(1, (0, 6))) == "Accepted"
