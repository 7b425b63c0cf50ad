"""The power goes in mid-session, and the CSMS is one that nobody here wrote."""

# pyright: reportArgumentType=false, reportIndexIssue=false, reportOptionalSubscript=false

from pathlib import Path
from typing import Any

import pytest

from tests.interop.accelerated import accelerated
from tests.interop.central import Central, call16, time_of
from tests.power_cut.outage import BEGIN, RESTART, TOKEN, StationProcess, station
from tests.support.editions import IN_2X


async def charge(central: Central, at_work: StationProcess, metered: Any) -> None:
    """Plug in, swipe, and hear of three meter values."""
    await central.until(lambda: central.all(central.call.StatusNotification))
    await at_work.ask("plug")
    await at_work.ask("swipe", TOKEN)
    await central.until(lambda: len(metered()) >= 3)


def test_1_6(tmp_path: Path) -> None:
    @accelerated
    async def scenario() -> None:
        async with Central("ocpp1.6") as central:
            async with station(central, tmp_path) as at_work:
                await charge(central, at_work, lambda: central.all(call16.MeterValues))
                await central.crash()
                await at_work.ask("queued", 3)
                register = await at_work.power_cut()
            async with station(central, tmp_path, RESTART) as at_work:
                await at_work.ask("queued", 4)
                await central.open()
                await central.until(lambda: central.all(call16.StopTransaction))
                await at_work.ask("delivered")

        (start,) = central.all(call16.StartTransaction)
        (stop,) = central.all(call16.StopTransaction)
        assert (start.id_tag, start.meter_start) == (TOKEN, 0)
        assert (stop.reason, stop.meter_stop) == ("PowerLoss", round(register))
        told = {each.message_id: each.message for each in central.heard}.values()
        values = [each for each in told if isinstance(each, call16.MeterValues)]
        number = central.transaction_id(start)
        assert {each.transaction_id for each in [*values, stop]} == {number}
        times = [time_of(each.meter_value[0]["timestamp"]) for each in values]
        times = [time_of(start.timestamp), *times, time_of(stop.timestamp)]
        assert times[0] >= BEGIN
        assert times == sorted(times)
        assert times[-1] < RESTART
        assert len(values) >= 5

    scenario()


@IN_2X
def test_2x(version: str, tmp_path: Path) -> None:
    @accelerated
    async def scenario() -> None:
        async with Central(f"ocpp{version}") as central:

            def metered() -> list[Any]:
                events = central.all(central.call.TransactionEvent)
                return [each for each in events if each.trigger_reason == "MeterValuePeriodic"]

            async with station(central, tmp_path) as at_work:
                await charge(central, at_work, metered)
                await central.crash()
                await at_work.ask("queued", 3)
                register = await at_work.power_cut()
            async with station(central, tmp_path, RESTART) as at_work:
                await at_work.ask("queued", 4)
                await central.open()
                await central.until(
                    lambda: central.all(central.call.TransactionEvent)[-1].event_type == "Ended"
                )
                await at_work.ask("delivered")

        assert [each.reason for each in central.all(central.call.BootNotification)] == [
            "PowerUp"
        ] * 2
        events = {each.seq_no: each for each in central.all(central.call.TransactionEvent)}
        numbers = [each.seq_no for each in central.all(central.call.TransactionEvent)]
        assert numbers == sorted(numbers)
        assert sorted(events) == list(range(len(events)))
        assert len({each.transaction_info["transaction_id"] for each in events.values()}) == 1
        ended = events[len(events) - 1]
        assert ended.transaction_info["stopped_reason"] == "PowerLoss"
        (value,) = ended.meter_value[-1]["sampled_value"]
        assert value["value"] == pytest.approx(register, abs=0.001)
        times = [time_of(each.timestamp) for each in events.values()]
        assert times == sorted(times)
        assert times[-1] < RESTART
        offline = [each.offline for each in events.values()]
        assert offline == sorted(offline)
        assert offline.count(True) >= 3

    scenario()
