"""Which measurands are told, of which phases (1.6 3.16, 9.1.17; 2.x J02)."""

import pytest

from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import SampledDataCtrlr
from tests.support.device_model import component, value_of, variable
from tests.support.editions import IN_2X
from tests.support.scene import TOKEN, Scene, Settings, scene
from tests.support.transactions_2x import events
from tests.support.virtual_time import virtual_time

EVERY_MINUTE: Settings = {SampledDataCtrlr.TxUpdatedInterval: 60}
REGISTER = "Energy.Active.Import.Register"

Told = tuple[str | None, str | None]


async def change(s: Scene, key: str, value: str) -> str:
    response = await s.csms.call(v16.ChangeConfigurationRequest(key=key, value=value))
    return response.status.value


def told(value: v16.MeterValue) -> list[Told]:
    """Measurand and phase of each sample."""
    return [
        (each.measurand and each.measurand.value, each.phase and each.phase.value)
        for each in value.sampled_value
    ]


@pytest.mark.parametrize(
    ("wanted", "samples"),
    [
        ("Voltage.L1", [("Voltage", "L1")]),
        ("Voltage.L2-N", [("Voltage", "L2-N")]),
        ("Voltage", [("Voltage", "L1-N"), ("Voltage", "L2-N"), ("Voltage", "L3-N")]),
        (
            f"Current.Import.L3,{REGISTER},Current.Import.L1",
            [(REGISTER, None), ("Current.Import", "L1"), ("Current.Import", "L3")],
        ),
        (
            "Current.Import.L1,Current.Import",
            [("Current.Import", "L1"), ("Current.Import", "L2"), ("Current.Import", "L3")],
        ),
        ("", [(REGISTER, None)]),
    ],
)
def test_measurands_in_1_6(wanted: str, samples: list[Told]) -> None:
    """9.1.17: Voltage.L1. Empty is the register (TC_070_CS)."""

    @virtual_time
    async def play() -> None:
        async with scene("1.6", settings=EVERY_MINUTE) as s:
            assert await change(s, "MeterValuesSampledData", wanted) == "Accepted"
            await s.plug_in_and_swipe()
            values = await s.hears(v16.MeterValuesRequest)
            assert told(values.meter_value[0]) == samples

    play()


@virtual_time
async def test_a_phase_in_the_data_of_the_end() -> None:
    """3.16.1: StopTxnSampledData."""
    async with scene("1.6", settings=EVERY_MINUTE) as s:
        assert await change(s, "StopTxnSampledData", "Current.Import.L2") == "Accepted"
        await s.plug_in_and_swipe()
        await s.wait(90)
        await s.evse.swipe(TOKEN)
        stop = await s.hears(v16.StopTransactionRequest)
        assert [told(value) for value in stop.transaction_data or ()] == [
            [("Current.Import", "L2")]
        ] * 3


@virtual_time
async def test_a_phase_that_is_not_wired_is_refused() -> None:
    """3.16.4."""
    async with scene("1.6", hardware=SimulatedStation(evses=1, phases=1)) as s:
        assert await change(s, "MeterValuesSampledData", "Current.Import.L2") == "Rejected"
        assert await change(s, "MeterValuesSampledData", "Current.Import.L1") == "Accepted"


@IN_2X
@virtual_time
async def test_an_empty_list_is_none_in_2_x(version: str) -> None:
    """2.7.4 to 2.7.7 of the referenced variables."""
    nothing: Settings = {
        SampledDataCtrlr.TxStartedMeasurands: (),
        SampledDataCtrlr.TxUpdatedMeasurands: (),
        SampledDataCtrlr.TxEndedMeasurands: (),
    }
    async with scene(version, settings={**EVERY_MINUTE, **nothing}) as s:
        await s.plug_in_and_swipe()
        await s.wait(90)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert events(s)[-1].event_type == "Ended"
        assert [event.meter_value for event in events(s)] == [None] * len(events(s))


@IN_2X
@virtual_time
async def test_a_phase_that_was_set_in_1_6_counts_in_2_x(version: str) -> None:
    settings: Settings = {
        **EVERY_MINUTE,
        SampledDataCtrlr.TxUpdatedMeasurands: ("Current.Import.L2",),
    }
    async with scene(version, settings=settings) as s:
        await s.plug_in_and_swipe()
        await s.wait(65)
        (value,) = events(s)[-1].meter_value or []
        (sample,) = value.sampled_value
        assert (sample.measurand, sample.phase) == ("Current.Import", "L2")
        place = component("SampledDataCtrlr"), variable("TxUpdatedMeasurands")
        assert await value_of(s, place) == "Current.Import.L2"


@IN_2X
@virtual_time
async def test_only_measurands_are_listed_in_2_x(version: str) -> None:
    """2.7.8: valuesList tells which of MeasurandEnumType are supported."""
    async with scene(version) as s:
        await s.csms.call(
            v21.GetBaseReportRequest(
                request_id=1, report_base=v21.ReportBaseEnumType.FULL_INVENTORY
            )
        )
        await s.wait(5)
        (data,) = (
            data
            for page in s.csms.requests(v21.NotifyReportRequest)
            for data in page.report_data or ()
            if data.variable.name == "TxUpdatedMeasurands"
        )
        assert data.variable_characteristics is not None
        listed = (data.variable_characteristics.values_list or "").split(",")
        assert set(listed) <= {each.value for each in v21.MeasurandEnumType}


@IN_2X
@pytest.mark.parametrize(
    ("kind", "tells"), [(ConnectorKind.TYPE2_SOCKET, False), (ConnectorKind.CCS2_CABLE, True)]
)
@virtual_time
async def test_a_state_of_charge_is_asked_for_where_it_can_be_known(
    version: str, kind: ConnectorKind, tells: bool
) -> None:
    """The defaults are those of the hardware: over alternating current no vehicle tells it."""
    async with scene(version, hardware=SimulatedStation(evses=1, phases=1, kind=kind)) as s:
        place = component("SampledDataCtrlr"), variable("TxUpdatedMeasurands")
        assert ("SoC" in (await value_of(s, place) or "").split(",")) is tells
