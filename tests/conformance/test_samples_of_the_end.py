"""What is measured during a transaction and told at its end (2.x J02, E06.FR.11; 1.6 3.16.1)."""

from itertools import pairwise

from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import SampledDataCtrlr
from tests.support.editions import IN_2X
from tests.support.scene import TOKEN, Settings, scene
from tests.support.transactions_2x import events
from tests.support.virtual_time import virtual_time

REGISTER = "Energy.Active.Import.Register"
CONTEXTS = v21.ReadingContextEnumType


def slow_vehicle() -> ElectricVehicle:
    return ElectricVehicle(battery_kwh=100_000, soc=1)


async def ended(version: str, seconds: float, interval: int) -> list[v21.MeterValueType]:
    """The meter values of the end of a transaction that takes so long."""
    settings: Settings = {
        SampledDataCtrlr.TxEndedInterval: interval,
        SampledDataCtrlr.TxUpdatedInterval: 0,
    }
    async with scene(version, settings=settings) as s:
        await s.plug_in_and_swipe(slow_vehicle())
        await s.wait(seconds)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert events(s)[-1].event_type == "Ended"
        return list(events(s)[-1].meter_value or ())


def contexts(values: list[v21.MeterValueType]) -> list[str]:
    return [str(value.sampled_value[0].context) for value in values]


@IN_2X
@virtual_time
async def test_start_and_end_are_told_at_the_end(version: str) -> None:
    """E06.FR.11 with TxEndedInterval 0."""
    values = await ended(version, 300, 0)
    assert contexts(values) == [CONTEXTS.TRANSACTION_BEGIN, CONTEXTS.TRANSACTION_END]
    assert values[0].sampled_value[0].value == 0
    assert values[1].sampled_value[0].value > 500
    assert (values[1].timestamp - values[0].timestamp).total_seconds() > 299


@IN_2X
@virtual_time
async def test_samples_are_told_at_the_end(version: str) -> None:
    """TxEndedInterval: sampled all along, and told only then."""
    values = await ended(version, 330, 60)
    assert contexts(values) == [
        CONTEXTS.TRANSACTION_BEGIN,
        *[CONTEXTS.SAMPLE_PERIODIC] * 5,
        CONTEXTS.TRANSACTION_END,
    ]
    times = [value.timestamp for value in values]
    distances = [(b - a).total_seconds() for a, b in pairwise(times[:-1])]
    assert [round(distance) for distance in distances] == [60] * 5
    energy = [value.sampled_value[0].value for value in values]
    assert energy == sorted(set(energy))


@IN_2X
@virtual_time
async def test_a_long_transaction_has_as_many_as_a_message_holds(version: str) -> None:
    """J02.FR.13: what is between gives way; start and end stay."""
    values = await ended(version, 1000 * 60 + 30, 60)
    assert 30 < len(values) <= 61
    assert contexts(values)[0] == CONTEXTS.TRANSACTION_BEGIN
    assert contexts(values)[-1] == CONTEXTS.TRANSACTION_END
    times = [value.timestamp for value in values]
    assert times == sorted(times)
    assert (times[-1] - times[0]).total_seconds() > 60_000


@virtual_time
async def test_transaction_data_in_1_6() -> None:
    """3.16.1, 4.10: StopTxnSampledData, at MeterValueSampleInterval as well."""
    async with scene("1.6", settings={SampledDataCtrlr.TxUpdatedInterval: 60}) as s:
        await s.csms.call(
            v16.ChangeConfigurationRequest(
                key="StopTxnSampledData", value=f"{REGISTER},Power.Active.Import"
            )
        )
        await s.plug_in_and_swipe(slow_vehicle())
        await s.wait(200)
        await s.evse.swipe(TOKEN)
        stop = await s.hears(v16.StopTransactionRequest)
        assert stop.transaction_data is not None
        begin, *between, end = stop.transaction_data
        assert begin.sampled_value[0].context is v16.ReadingContext.TRANSACTION_BEGIN
        assert end.sampled_value[0].context is v16.ReadingContext.TRANSACTION_END
        assert len(between) == 3
        assert [each.measurand and each.measurand.value for each in between[0].sampled_value] == [
            REGISTER,
            "Power.Active.Import",
        ]


@virtual_time
async def test_no_transaction_data_where_none_is_wanted() -> None:
    """3.16.4: with an empty StopTxnSampledData there is none in StopTransaction.req."""
    async with scene("1.6") as s:
        await s.plug_in_and_swipe(slow_vehicle())
        await s.wait(100)
        await s.csms.call(v16.ChangeConfigurationRequest(key="StopTxnSampledData", value=""))
        await s.evse.swipe(TOKEN)
        stop = await s.hears(v16.StopTransactionRequest)
        assert stop.transaction_data is None
