"""What a meter shows beside the values that most have (2.x 2.3, J01, J02; 1.6 3.16, 7.31, 7.45)."""

import pytest

from pilotwire.hal.interfaces import (
    Location,
    Measurand,
    Measured,
    MeterReading,
    OwnWord,
    Phase,
    Quantity,
    Unit,
)
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import AlignedDataCtrlr, SampledDataCtrlr
from pilotwire.station.evse.variables import hardware_variables
from tests.support.device_model import address, status_of
from tests.support.editions import IN_2X, IN_ALL
from tests.support.scene import TOKEN, Scene, Settings, scene
from tests.support.transactions_2x import events
from tests.support.virtual_time import virtual_time

REGISTER = "Energy.Active.Import.Register"
EVERY_MINUTE: Settings = {SampledDataCtrlr.TxUpdatedInterval: 60}

Told = tuple[float, str | None, int, str | None, str | None]


def meter_with(*others: Measured) -> SimulatedStation:
    """A station whose meter shows its register and this."""
    hardware = SimulatedStation(evses=1)
    evse = hardware.evse(1)
    shown = [Quantity(each.measurand, each.phase, each.location) for each in others]

    async def read_meter() -> MeterReading:
        return MeterReading(evse.meter.register_wh, others=others)

    vars(evse)["read_meter"] = read_meter
    evse.__class__ = type("Metered", (type(evse),), {"measures": shown})
    return hardware


async def told_2x(s: Scene, wanted: str) -> dict[str, list[Told]]:
    """What an update tells when that is wanted."""
    place = address("SampledDataCtrlr.TxUpdatedMeasurands")
    assert await status_of(s, place, wanted) == "Accepted"
    await s.plug_in_and_swipe()
    await s.wait(65)
    (value,) = events(s)[-1].meter_value or []
    found: dict[str, list[Told]] = {}
    for each in value.sampled_value:
        unit = each.unit_of_measure
        one = (
            each.value,
            None if unit is None else unit.unit,
            0 if unit is None else unit.multiplier,
            None if each.phase is None else each.phase.value,
            each.location.value,
        )
        found.setdefault(each.measurand.value, []).append(one)
    return found


async def told_16(s: Scene, wanted: str) -> dict[str, list[tuple[str, str | None, str | None]]]:
    change = v16.ChangeConfigurationRequest(key="MeterValuesSampledData", value=wanted)
    assert (await s.csms.call(change)).status is v16.ConfigurationStatus.ACCEPTED
    await s.plug_in_and_swipe()
    values = await s.hears(v16.MeterValuesRequest)
    found: dict[str, list[tuple[str, str | None, str | None]]] = {}
    for each in values.meter_value[0].sampled_value:
        measurand = each.measurand or v16.Measurand.ENERGY_ACTIVE_IMPORT_REGISTER
        one = (each.value, each.unit and each.unit.value, each.location and each.location.value)
        found.setdefault(measurand.value, []).append(one)
    return found


@IN_2X
@virtual_time
async def test_units_multipliers_phases_and_locations(version: str) -> None:
    """SampledValueType, UnitOfMeasureType; what has no unit is told without."""
    hardware = meter_with(
        Measured(Measurand.ENERGY_ACTIVE_EXPORT_REGISTER, 12.3456, unit=Unit.KWH),
        Measured(Measurand.ENERGY_REACTIVE_IMPORT_REGISTER, 7.0, multiplier=3),
        Measured(Measurand.VOLTAGE, 401.5, Phase.L1_L2, Location.INLET),
        Measured(Measurand.POWER_FACTOR, 0.97),
        Measured(Measurand.CURRENT_EXPORT, 0.5, Phase.N, Location.CABLE, OwnWord("kA")),
    )
    async with scene(version, hardware=hardware, settings=EVERY_MINUTE) as s:
        wanted = (
            "Energy.Active.Export.Register,Energy.Reactive.Import.Register,Voltage,Power.Factor,"
            "Current.Export"
        )
        assert await told_2x(s, wanted) == {
            "Energy.Active.Export.Register": [(12.3456, "kWh", 0, None, "Outlet")],
            "Energy.Reactive.Import.Register": [(7.0, "varh", 3, None, "Outlet")],
            "Voltage": [(401.5, "V", 0, "L1-L2", "Inlet")],
            "Power.Factor": [(0.97, None, 0, None, "Outlet")],
            "Current.Export": [(0.5, "kA", 0, "N", "Cable")],
        }


@virtual_time
async def test_units_and_multipliers_in_1_6() -> None:
    """The multiplier counts in the value; what can't be said in 1.6 is not said otherwise."""
    hardware = meter_with(
        Measured(Measurand.ENERGY_ACTIVE_EXPORT_REGISTER, 12.3456, unit=Unit.KWH),
        Measured(Measurand.ENERGY_REACTIVE_IMPORT_REGISTER, 7.25, multiplier=3),
        Measured(Measurand.POWER_ACTIVE_EXPORT, 1250.0, multiplier=-2),
        Measured(Measurand.TEMPERATURE, 41.5, location=Location.BODY),
        Measured(Measurand.RPM, 900.0, location=Location.BODY),
        Measured(Measurand.POWER_FACTOR, 0.97),
        Measured(Measurand.CURRENT_EXPORT, 0.5, unit=OwnWord("kA")),
    )
    async with scene("1.6", hardware=hardware, settings=EVERY_MINUTE) as s:
        wanted = (
            "Energy.Active.Export.Register,Energy.Reactive.Import.Register,Power.Active.Export,"
            "Temperature,RPM,Power.Factor,Current.Export"
        )
        assert await told_16(s, wanted) == {
            "Energy.Active.Export.Register": [("12.3456", "kWh", None)],
            "Energy.Reactive.Import.Register": [("7250", "varh", None)],
            "Power.Active.Export": [("12.5", "W", None)],
            "Temperature": [("41.5", "Celsius", "Body")],
            "RPM": [("900", None, "Body")],
            "Power.Factor": [("0.97", None, None)],
        }


@IN_ALL
@virtual_time
async def test_what_is_not_measured_can_not_be_configured(version: str) -> None:
    """1.6 3.16.4; 2.x: valuesList is what is supported."""
    async with scene(version, hardware=meter_with()) as s:
        for name, answer in (
            (REGISTER, "Accepted"),
            ("Power.Active.Import", "Rejected"),
            ("Current.Import.L1", "Rejected"),
            (f"{REGISTER},SoC", "Rejected"),
        ):
            if version == "1.6":
                for key in (
                    "MeterValuesSampledData",
                    "MeterValuesAlignedData",
                    "StopTxnSampledData",
                    "StopTxnAlignedData",
                ):
                    change = v16.ChangeConfigurationRequest(key=key, value=name)
                    assert (await s.csms.call(change)).status.value == answer
                    wanted = v16.GetConfigurationRequest(key=[f"{key}MaxLength"])
                    told = (await s.csms.call(wanted)).configuration_key or ()
                    assert [each.value for each in told] == ["1"]
            else:
                for title in ("AlignedDataCtrlr.Measurands", "AlignedDataCtrlr.TxEndedMeasurands"):
                    assert await status_of(s, address(title), name) == answer


@IN_ALL
@virtual_time
async def test_a_meter_that_shows_a_register_and_no_more(version: str) -> None:
    async with scene(version, hardware=meter_with(), settings=EVERY_MINUTE) as s:
        assert s.station.device_model[SampledDataCtrlr.TxUpdatedMeasurands] == (REGISTER,)
        await s.plug_in_and_swipe()
        await s.wait(90)
        assert s.evse.contactor.closed
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert s.station.outbox_size == 0


@virtual_time
async def test_what_has_no_word_in_1_6_can_not_be_configured_in_it() -> None:
    """3.16.4, though the meter shows it."""
    hardware = meter_with(Measured(Measurand.ENERGY_ACTIVE_NET, -5.0))
    async with scene("1.6", hardware=hardware) as s:
        change = v16.ChangeConfigurationRequest(
            key="MeterValuesAlignedData", value="Energy.Active.Net"
        )
        assert (await s.csms.call(change)).status is v16.ConfigurationStatus.REJECTED


@pytest.mark.parametrize(("version", "told"), [("1.6", 0), ("2.0.1", 0), ("2.1", 3)])
@virtual_time
async def test_a_message_with_nothing_that_can_be_said_is_none(version: str, told: int) -> None:
    """What is new in 2.1 is left out before, and nothing else with it: the transaction is told."""
    hardware = meter_with(
        Measured(Measurand.DISPLAY_TARGET_SOC, 80.0, location=Location.EV),
        Measured(Measurand.ENERGY_ACTIVE_NET, -5.0),
    )
    settings: Settings = {
        **EVERY_MINUTE,
        SampledDataCtrlr.TxStartedMeasurands: ("Display.TargetSOC",),
        SampledDataCtrlr.TxUpdatedMeasurands: ("Display.TargetSOC",),
        SampledDataCtrlr.TxEndedMeasurands: ("Display.TargetSOC",),
        AlignedDataCtrlr.Interval: 900,
        AlignedDataCtrlr.Measurands: ("Display.TargetSOC",),
    }
    async with scene(version, hardware=hardware, settings=settings) as s:
        await s.plug_in_and_swipe()
        await s.wait(65)
        await s.evse.swipe(TOKEN)
        await s.wait(1000)
        assert s.station.outbox_size == 0
        assert s.station.given_up == []
        assert sum(bool(event.meter_value) for event in events(s)) == told
        assert bool(s.csms.requests(v21.MeterValuesRequest)) is bool(told)
        assert not s.csms.requests(v16.MeterValuesRequest)


@IN_ALL
@virtual_time
async def test_conditions_of_the_station_are_told_in_1_6_alone(version: str) -> None:
    """2.x has no measurand for a temperature; what is told beside it is told all the same."""
    hardware = meter_with(Measured(Measurand.TEMPERATURE, 41.5, location=Location.BODY))
    async with scene(version, hardware=hardware, settings=EVERY_MINUTE) as s:
        wanted = f"{REGISTER},Temperature"
        if version == "1.6":
            assert list(await told_16(s, wanted)) == [REGISTER, "Temperature"]
        else:
            assert list(await told_2x(s, wanted)) == [REGISTER]


@virtual_time
async def test_what_is_measured_upstream_is_told_apart() -> None:
    """2.1 J 2.3: only where UpstreamMeasurands says so."""
    hardware = SimulatedStation(evses=1, full_meters=True)
    settings: Settings = {
        **EVERY_MINUTE,
        SampledDataCtrlr.TxUpdatedMeasurands: ("Power.Active.Import",),
        SampledDataCtrlr.UpstreamInterval: 60,
    }
    async with scene("2.1", hardware=hardware, settings=settings) as s:
        await s.plug_in_and_swipe()
        await s.wait(70)
        s.station.device_model[SampledDataCtrlr.UpstreamMeasurands] = ("Power.Active.Import",)
        await s.wait(55)
        upstream = v21.LocationEnumType.UPSTREAM
        told = [
            [each.location is upstream for each in value.sampled_value]
            for event in events(s)[-3:]
            for value in event.meter_value or ()
        ]
        assert sorted(told) == [[False] * 4, [False] * 4, [True]]
        assert s.evse.contactor.closed


@pytest.mark.parametrize(
    ("measures", "text"),
    [
        ("Voltage", "measures must be a collection, not 'Voltage'"),
        (7, "measures must be a collection, not 7"),
        (["Volts"], "measures has 'Volts', which is no quantity"),
        ([Quantity(Measurand.VOLTAGE, "L4")], "which is no quantity"),  # type: ignore[arg-type]  # wrong on purpose
    ],
)
def test_a_meter_that_can_not_be_is_refused(measures: object, text: str) -> None:
    hardware = SimulatedStation(evses=1)
    evse = hardware.evse(1)
    evse.__class__ = type("Odd", (type(evse),), {"measures": measures})
    with pytest.raises(ValueError, match="EVSE 1 of the hardware: .*" + text.split("has ")[-1]):
        hardware_variables(hardware.evses)
