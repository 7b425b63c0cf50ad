"""The schedules that the CSMS makes of what vehicles need, and a station that offers them."""

import asyncio
from random import Random

import pytest

from pilotwire.charging_station import ChargingStation, Environment, Network
from pilotwire.csms import Csms
from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation, Talk
from pilotwire.ocpp import v21
from pilotwire.ocpp.v21.device_model import TxCtrlr
from pilotwire.store import Store
from tests.support.charging_needs import periods, watts
from tests.support.editions import IN_2X
from tests.support.memory_link import MemoryConnector
from tests.support.scene import SceneClock
from tests.support.virtual_time import virtual_time
from tests.unit.csms.scenes import NOON, booted, new_csms, transaction_event

TOKEN = "04A1B2C3"


async def offered(
    version: str, hardware: SimulatedStation, vehicle: ElectricVehicle
) -> list[float]:
    """What a vehicle is offered by the CSMS, in watts."""
    csms = Csms(tokens=[TOKEN], clock=SceneClock())
    async with MemoryConnector(csms.serve_transport, versions=(version,), latency=0.01) as network:
        station = ChargingStation(
            identity="CS-1",
            vendor="Example",
            model="One",
            csms=Network("ws://csms.example/ocpp", (version,), unsecured=True),
            hardware=hardware,
            store=Store(":memory:"),
            settings=[TxCtrlr.TxStartPoint.to(("EVConnected",))],
            environment=Environment(SceneClock(), Random(1), network),
        )
        async with station:
            await station.wait_accepted()
            await hardware.evse(1).plug_in(vehicle)
            await hardware.evse(1).swipe(TOKEN)
            await asyncio.sleep(30)
            assert hardware.evse(1).contactor.closed
            return watts(hardware.evse(1))


@IN_2X
@virtual_time
async def test_a_vehicle_gets_what_it_wants_in_even_parts_until_it_leaves(version: str) -> None:
    vehicle = ElectricVehicle(60, 50, target_soc=80, efficiency=1.0, talk=Talk(departs_in_s=14400))
    (limit,) = await offered(version, SimulatedStation(1), vehicle)
    assert limit == pytest.approx(1.1 * 18000 / 4, rel=0.01)


@IN_2X
@virtual_time
async def test_one_that_does_not_say_when_it_leaves_gets_what_it_takes(version: str) -> None:
    vehicle = ElectricVehicle(max_current_a=20, talk=Talk())
    assert await offered(version, SimulatedStation(1), vehicle) == [20 * 690]


@IN_2X
@virtual_time
async def test_over_direct_current_it_is_the_power_that_counts(version: str) -> None:
    hardware = SimulatedStation(
        1, kind=ConnectorKind.CCS2_CABLE, phases=1, voltage=400, max_current_a=100
    )
    vehicle = ElectricVehicle(60, 50, efficiency=1.0, talk=Talk(departs_in_s=7200))
    (limit,) = await offered(version, hardware, vehicle)
    assert limit == pytest.approx(1.1 * 30000 / 2, rel=0.01)


NEEDS = v21.NotifyEVChargingNeedsRequest(
    evse_id=1,
    charging_needs=v21.ChargingNeedsType(
        requested_energy_transfer=v21.EnergyTransferModeEnumType.AC_THREE_PHASE,
        ac_charging_parameters=v21.ACChargingParametersType(
            energy_amount=1000, ev_min_current=6, ev_max_current=16, ev_max_voltage=400
        ),
    ),
)


def taken(limit: float) -> v21.NotifyEVChargingScheduleRequest:
    """A vehicle is going to take so much."""
    return v21.NotifyEVChargingScheduleRequest(
        time_base=NOON,
        evse_id=1,
        charging_schedule=v21.ChargingScheduleType(
            id=1,
            charging_rate_unit=v21.ChargingRateUnitEnumType.A,
            charging_schedule_period=periods((0, limit)),
        ),
    )


@virtual_time
async def test_without_a_session_nothing_is_made() -> None:
    async with booted(new_csms(), "2.1") as station:
        answer = await station.call(NEEDS)
        assert answer.status is v21.NotifyEVChargingNeedsStatusEnumType.REJECTED


@virtual_time
async def test_a_plan_beyond_the_schedule_is_not_accepted() -> None:
    """K15.FR.12. And a station that does not take the profile is none of its worries."""
    async with booted(new_csms(), "2.1") as station:
        await station.call(transaction_event("2.1", 0, "Started", 0, evse={"id": 1}))
        answer = await station.call(NEEDS)
        assert answer.status is v21.NotifyEVChargingNeedsStatusEnumType.ACCEPTED
        for limit, status in ((16.0, "Accepted"), (16.5, "Rejected")):
            assert (await station.call(taken(limit))).status == status
