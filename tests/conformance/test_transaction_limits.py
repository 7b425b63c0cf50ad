"""Transactions with a limit of energy, time or state of charge (2.1 E16)."""

import math

import pytest

from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import SampledDataCtrlr, TxCtrlr
from pilotwire.station.facts.transactions import TransactionLimit
from tests.support.device_model import address, get
from tests.support.editions import IN_2X
from tests.support.evse import control, count_reads
from tests.support.scene import TOKEN, Scene, Settings, scene
from tests.support.transactions_2x import events, numbered, outline
from tests.support.virtual_time import virtual_time

QUIET: Settings = {SampledDataCtrlr.TxUpdatedInterval: 0}
AT_ENERGY: Settings = {**QUIET, TxCtrlr.TxStopPoint: ("EnergyTransfer",)}
Limit = v21.TransactionLimitType
Reason = v21.ReasonEnumType


def told(s: Scene) -> list[Limit]:
    """The limits that the CSMS has heard of."""
    return [e.transaction_info.transaction_limit for e in events(s) if _of(e)]  # type: ignore[misc]  # it has one: see _of


def _of(event: v21.TransactionEventRequest) -> Limit | None:
    return event.transaction_info.transaction_limit


def allow(s: Scene, *limits: Limit) -> None:
    """The CSMS sets these, one with each of its next answers."""
    waiting = list(limits)

    def answer(_: v21.TransactionEventRequest) -> v21.TransactionEventResponse:
        return v21.TransactionEventResponse(transaction_limit=waiting.pop(0) if waiting else None)

    s.csms.answer(v21.TransactionEventRequest, answer)


@virtual_time
async def test_a_limit_of_energy_that_the_driver_sets() -> None:
    """E16.FR.01, E16.FR.05, E16.FR.14, E16.FR.19: told once, held to, and raised."""
    async with scene("2.1", settings=QUIET) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert await control(s).limit_transaction(TransactionLimit(energy_wh=2000)) == (
            TransactionLimit(energy_wh=2000)
        )
        await s.wait(5)
        assert outline(s)[-1] == ("Updated", "LimitSet", "Charging")
        assert told(s) == [Limit(max_energy=2000)]
        await s.wait(3600)
        assert outline(s)[-1] == ("Updated", "EnergyLimitReached", "SuspendedEVSE")
        assert 1980 < s.evse.meter.register_wh <= 2000
        assert not s.evse.contactor.closed
        await control(s).limit_transaction(TransactionLimit(energy_wh=2500))
        await s.wait(30)
        assert outline(s)[-3:] == [
            ("Updated", "LimitSet", "SuspendedEVSE"),
            ("Updated", "ChargingStateChanged", "SuspendedEV"),
            ("Updated", "ChargingStateChanged", "Charging"),
        ]
        await s.wait(3600)
        assert outline(s)[-1] == ("Updated", "EnergyLimitReached", "SuspendedEVSE")
        assert 2480 < s.evse.meter.register_wh <= 2500
        numbered(s)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert events(s)[-1].transaction_info.stopped_reason is Reason.LOCAL


@virtual_time
async def test_a_limit_before_the_transaction() -> None:
    """E16.FR.01: the first event tells it. The next transaction has none."""
    async with scene("2.1", settings=QUIET) as s:
        await control(s).limit_transaction(TransactionLimit(energy_wh=1000))
        await s.plug_in_and_swipe()
        await s.wait(3600)
        assert _of(events(s)[0]) == Limit(max_energy=1000)
        assert len(told(s)) == 1
        assert outline(s)[-1] == ("Updated", "EnergyLimitReached", "SuspendedEVSE")
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.evse.swipe(TOKEN)
        await s.wait(3600)
        assert outline(s)[-1] == ("Updated", "ChargingStateChanged", "Charging")


@IN_2X
@virtual_time
async def test_a_limit_where_the_energy_is_the_transaction(version: str) -> None:
    """E16.FR.06: TxStopPoint EnergyTransfer ends it, by the limit."""
    async with scene(version, settings=AT_ENERGY) as s:
        await control(s).limit_transaction(TransactionLimit(energy_wh=1000))
        await s.plug_in_and_swipe()
        await s.wait(3600)
        assert outline(s)[-1][:2] == ("Ended", "EnergyLimitReached")
        assert events(s)[-1].transaction_info.stopped_reason is Reason.ENERGY_LIMIT_REACHED
        assert not s.evse.contactor.closed
        numbered(s)


@IN_2X
@virtual_time
async def test_a_limit_of_time_counts_from_the_start(version: str) -> None:
    """E16.FR.09: of the transaction, and not of the energy."""
    settings = {**QUIET, TxCtrlr.TxStartPoint: ("EVConnected",)}
    async with scene(version, settings=settings) as s:
        await s.evse.plug_in(ElectricVehicle())
        await control(s).limit_transaction(TransactionLimit(time_s=600))
        await s.wait(300)
        await s.evse.swipe(TOKEN)
        await s.wait(295)
        assert s.evse.contactor.closed
        await s.wait(10)
        assert outline(s)[-1] == ("Updated", "TimeLimitReached", "SuspendedEVSE")
        lasted = (events(s)[-1].timestamp - events(s)[0].timestamp).total_seconds()
        assert 600 <= lasted < 601


@virtual_time
async def test_a_limit_of_the_state_of_charge() -> None:
    """E16.FR.05, with SoCLimitReached."""
    hardware = SimulatedStation(evses=1, phases=1, kind=ConnectorKind.CCS2_CABLE, voltage=400)
    async with scene("2.1", settings=QUIET, hardware=hardware) as s:
        await control(s).limit_transaction(TransactionLimit(soc=60))
        vehicle = ElectricVehicle(battery_kwh=20, soc=40)
        await s.plug_in_and_swipe(vehicle)
        await s.wait(3600)
        assert outline(s)[-1] == ("Updated", "SoCLimitReached", "SuspendedEVSE")
        assert 60 <= vehicle.soc < 61


@virtual_time
async def test_a_limit_that_the_csms_sets() -> None:
    """E16.FR.03, E16.FR.13: what can be held is confirmed, once; the rest is not."""
    async with scene("2.1", settings=QUIET) as s:
        allow(s, Limit(max_energy=1000, max_cost=5, max_soc=80))
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert ("Updated", "LimitSet", "EVConnected") in outline(s)
        assert told(s) == [Limit(max_energy=1000)]
        (supported,) = await get(s, address("TxCtrlr.SupportedLimits"))
        assert supported.attribute_value == "maxEnergy,maxTime"
        await s.wait(3600)
        assert outline(s)[-1] == ("Updated", "EnergyLimitReached", "SuspendedEVSE")


@virtual_time
async def test_a_csms_has_the_last_word() -> None:
    """E16.FR.04, E16.FR.07: the driver may take less than the CSMS allows, and not more."""
    async with scene("2.1", settings=QUIET) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        allow(s, Limit(max_energy=3000))
        await control(s).limit_transaction(TransactionLimit(energy_wh=1000))
        await s.wait(5)
        assert told(s) == [Limit(max_energy=1000), Limit(max_energy=3000)]
        for wish, counts in ((2000, 2000), (9000, 3000)):
            now = await control(s).limit_transaction(TransactionLimit(energy_wh=wish))
            assert now.energy_wh == counts
        await s.wait(5)
        assert told(s)[2:] == [Limit(max_energy=2000), Limit(max_energy=3000)]


@pytest.mark.parametrize("limit", [Limit(max_energy=10), Limit(max_energy=-1), Limit(max_time=-1)])
@virtual_time
async def test_a_limit_that_is_exceeded_already(limit: Limit) -> None:
    """E16.FR.10: at once, a negative one, too."""
    async with scene("2.1", settings={SampledDataCtrlr.TxUpdatedInterval: 20}) as s:
        await s.plug_in_and_swipe()
        await s.wait(15)
        allow(s, limit)
        await s.wait(10)
        trigger = "EnergyLimitReached" if limit.max_energy else "TimeLimitReached"
        assert outline(s)[-2:] == [
            ("Updated", "LimitSet", "Charging"),
            ("Updated", trigger, "SuspendedEVSE"),
        ]


@virtual_time
async def test_a_limit_that_is_exceeded_while_nothing_flows() -> None:
    """E16.FR.10, while the vehicle has paused."""
    async with scene("2.1", settings=QUIET) as s:
        vehicle = ElectricVehicle()
        await s.plug_in_and_swipe(vehicle)
        await s.wait(120)
        vehicle.pause()
        await s.wait(60)
        await control(s).limit_transaction(TransactionLimit(energy_wh=10))
        await s.wait(5)
        assert outline(s)[-1] == ("Updated", "EnergyLimitReached", "SuspendedEVSE")
        vehicle.resume()
        await s.wait(60)
        assert not s.evse.contactor.closed


@virtual_time
async def test_the_first_limit_that_is_reached_counts() -> None:
    """E16, remarks."""
    async with scene("2.1", settings=QUIET) as s:
        limit = TransactionLimit(energy_wh=1000, time_s=60)
        await control(s).limit_transaction(limit)
        await s.plug_in_and_swipe()
        await s.wait(3600)
        assert [one[1] for one in outline(s)][-1] == "TimeLimitReached"


@virtual_time
async def test_who_is_authorized_anew_in_a_transaction_has_no_more() -> None:
    """The limit is the transaction's."""
    settings = {**QUIET, TxCtrlr.TxStopPoint: ("EVConnected",)}
    async with scene("2.1", settings=settings) as s:
        await control(s).limit_transaction(TransactionLimit(energy_wh=1000))
        await s.plug_in_and_swipe()
        await s.wait(3600)
        await s.evse.swipe(TOKEN)
        await s.wait(10)
        await s.evse.swipe(TOKEN)
        await s.wait(600)
        assert outline(s)[-1] == ("Updated", "Authorized", "SuspendedEVSE")
        assert s.evse.meter.register_wh <= 1000


@virtual_time
async def test_limits_in_1_6() -> None:
    """1.6 has no word for them: no energy flows, and the status says so."""
    async with scene("1.6", settings=QUIET) as s:
        await control(s).limit_transaction(TransactionLimit(energy_wh=1000))
        await s.plug_in_and_swipe()
        await s.wait(3600)
        assert s.csms.requests(v16.StatusNotificationRequest)[-1].status == "SuspendedEVSE"
        assert not s.csms.requests(v16.StopTransactionRequest)
    async with scene("1.6", settings=AT_ENERGY) as s:
        await control(s).limit_transaction(TransactionLimit(energy_wh=1000))
        await s.plug_in_and_swipe()
        await s.wait(3600)
        (stop,) = s.csms.requests(v16.StopTransactionRequest)
        assert stop.reason is v16.Reason.OTHER


@virtual_time
async def test_few_readings_do() -> None:
    """The meter is read when so much can have flowed, and not without a limit."""
    async with scene("2.1", settings=QUIET) as s:
        reads = count_reads(s)
        await s.plug_in_and_swipe()
        await s.wait(3600)
        assert reads() == 1
        await control(s).limit_transaction(TransactionLimit(energy_wh=30_000))
        await s.wait(7200)
        assert outline(s)[-1] == ("Updated", "EnergyLimitReached", "SuspendedEVSE")
        assert reads() < 40


@virtual_time
async def test_a_limit_is_a_number() -> None:
    async with scene("2.1") as s:
        with pytest.raises(ValueError, match="energy_wh must be a finite number, not nan"):
            await control(s).limit_transaction(TransactionLimit(energy_wh=math.nan))


@virtual_time
async def test_events_of_limits_are_not_dropped() -> None:
    """2.1 E12.FR.04: a full memory drops others."""
    settings = {SampledDataCtrlr.TxUpdatedInterval: 10}
    async with scene("2.1", settings=settings, outbox_capacity=5) as s:
        await s.plug_in_and_swipe()
        await s.wait(5)
        s.go_offline()
        await control(s).limit_transaction(TransactionLimit(energy_wh=1000))
        await s.wait(1200)
        s.go_online()
        await s.wait(600)
        triggers = [one[1] for one in outline(s)]
        assert "LimitSet" in triggers
        assert "EnergyLimitReached" in triggers
