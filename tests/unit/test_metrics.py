"""The metrics of a station, as a scrape sees them."""

import pytest
from prometheus_client import CollectorRegistry

from pilotwire.errors import CallRefused
from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.metrics import StationMetrics
from pilotwire.ocpp import v16
from pilotwire.rpc import ErrorCode
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SampledDataCtrlr
from tests.support.editions import IN_ALL
from tests.support.scene import TOKEN, Opponent, Scene, scene
from tests.support.virtual_time import virtual_time


class Scrape:
    """A registry that watches one station."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.metrics = StationMetrics(self.registry)

    def __call__(self, name: str, **labels: str) -> float | None:
        """A value of `pilotwire_NAME`."""
        labels = {"station": "CS-0042", **labels}
        return self.registry.get_sample_value(f"pilotwire_{name}", labels)


@IN_ALL
@virtual_time
async def test_a_charge_is_counted(version: str) -> None:
    scrape = Scrape()
    settings = {SampledDataCtrlr.TxUpdatedInterval: 60}
    async with scene(version, settings=settings, prepare=scrape.metrics.watch) as s:
        assert scrape("connected") == scrape("accepted") == 1
        assert scrape("connections_total", version=version) == 1
        assert scrape("transactions") == scrape("energy_watt_hours_total") == 0
        await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=60, soc=40))
        await s.wait(600)
        assert scrape("transactions") == 1
        shown = s.station.evses[0].energy_wh
        assert shown
        assert scrape("energy_watt_hours_total") == pytest.approx(shown)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert scrape("transactions") == 0
        assert scrape("transactions_started_total") == 1
        assert scrape("transactions_ended_total", reason="Local") == 1
        assert (scrape("energy_watt_hours_total") or 0) >= shown
        assert scrape("call_seconds_count", action="BootNotification") == 1


@virtual_time
async def test_the_energy_of_several_transactions_adds_up() -> None:
    scrape = Scrape()
    async with scene("1.6", prepare=scrape.metrics.watch) as s:
        for _ in range(2):
            await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=60, soc=40))
            await s.wait(600)
            await s.evse.swipe(TOKEN)
            await s.wait(5)
            await s.evse.unplug()
            await s.wait(5)
        starts = s.csms.requests(v16.StartTransactionRequest)
        stops = s.csms.requests(v16.StopTransactionRequest)
        billed = sum(
            stop.meter_stop - start.meter_start for start, stop in zip(starts, stops, strict=True)
        )
        assert billed > 1000
        assert scrape("energy_watt_hours_total") == pytest.approx(billed, abs=2)


@virtual_time
async def test_what_goes_wrong_is_counted() -> None:
    def refuse(_: v16.StartTransactionRequest) -> v16.StartTransactionResponse:
        raise CallRefused(ErrorCode.INTERNAL_ERROR, "no")

    csms, scrape = Opponent(), Scrape()
    csms.answer(v16.StartTransactionRequest, refuse)
    settings = {OCPPCommCtrlr.MessageAttempts_TransactionEvent: 1}
    async with scene("1.6", csms=csms, settings=settings, prepare=scrape.metrics.watch) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        error = {"action": "StartTransaction", "error": "InternalError"}
        assert scrape("call_errors_total", **error) == 1
        assert scrape("messages_given_up_total") == 1
        s.evse.fail(FaultCode.GROUND_FAULT, "leak")
        await s.wait(1)
        assert scrape("faults") == 1
        assert scrape("faults_raised_total", code=FaultCode.GROUND_FAULT.value) == 1
        s.go_offline()
        await s.wait(1)
        await _swipe_offline(s)
        assert scrape("connected") == scrape("accepted") == 0
        assert scrape("outbox_messages") == s.station.outbox_size


async def _swipe_offline(s: Scene) -> None:
    await s.evse.swipe(TOKEN)
    await s.wait(5)


@virtual_time
async def test_two_stations_of_one_name_are_refused() -> None:
    scrape = Scrape()
    async with scene("1.6", prepare=scrape.metrics.watch, hardware=SimulatedStation()) as s:
        with pytest.raises(ValueError, match="CS-0042"):
            scrape.metrics.watch(s.station)
