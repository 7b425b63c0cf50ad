"""Cases of block K that need a vehicle which speaks ISO 15118 (Part 6, 2.12)."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest

from pilotwire.hal.simulated import ElectricVehicle, Talk
from pilotwire.ocpp import v21
from tests.conformance.v201 import states
from tests.conformance.v201.play import Play, Session, case
from tests.support.charging_needs import answer_needs, tx_profile
from tests.support.editions import IN_2X
from tests.support.scene import now
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

UNITS = pytest.mark.parametrize(("unit", "factor"), [("A", 1), ("W", 1000)])
TAKES_S = 5.0
"""How long a vehicle takes to tell its needs once energy may flow."""


@asynccontextmanager
async def connected(version: str, *, takes_s: float = TAKES_S) -> AsyncGenerator[Session]:
    """Authorized (local) and EVConnectedPreSession, with a vehicle that speaks ISO 15118."""
    async with case(version) as play:
        answer_needs(play.s, "Accepted")
        at = play.at()
        at.vehicle = ElectricVehicle(talk=Talk(takes_s=takes_s))
        await states.authorized(at)
        await states.ev_connected_pre_session(at)
        yield at


async def charging_schedule(play: Play) -> None:
    """NotifyEVChargingSchedule, which is sent when the EV returns a charging profile: here it
    does.
    """
    await play.expect(v21.NotifyEVChargingScheduleRequest, evse_id=1)


async def profile_set(at: Session, limit: float, unit: str, duration: int | None = None) -> None:
    """SetChargingProfile, for the transaction."""
    assert at.transaction_id is not None
    request = tx_profile(at.transaction_id, [(0, limit)], unit=unit, duration=duration)
    await at.play.call(request, status="Accepted")


async def limits_renegotiated(at: Session, unit: str = "A", factor: int = 1) -> None:
    """RenegotiateChargingLimits."""
    play = at.play
    needs = await play.expect(v21.NotifyEVChargingNeedsRequest, evse_id=1)
    parameters = needs.charging_needs
    assert (parameters.ac_charging_parameters is None) is not (
        parameters.dc_charging_parameters is None
    )
    await profile_set(at, 10 * factor, unit, duration=300)
    await charging_schedule(play)
    await at.event(trigger="ChargingStateChanged", state="Charging")


@UNITS
@virtual_time
async def test_TC_K_53_CS(version: str, unit: str, factor: int) -> None:
    async with connected(version) as at:
        await limits_renegotiated(at, unit, factor)


@virtual_time
async def test_TC_K_54_CS(version: str) -> None:
    async with connected(version) as at:
        answer_needs(at.s, "Rejected")
        await at.play.expect(v21.NotifyEVChargingNeedsRequest, evse_id=1)
        await charging_schedule(at.play)
        await at.event(trigger="ChargingStateChanged", state="Charging")


@virtual_time
async def test_TC_K_56_CS(version: str) -> None:
    async with case(version) as play:
        answer_needs(play.s, "Rejected")
        at, begins = play.at(), now()
        at.vehicle = ElectricVehicle(talk=Talk(takes_s=TAKES_S))
        request = tx_profile("", [(0, 6)], duration=400, start=begins)
        profile = request.charging_profile.replace(
            charging_profile_purpose=v21.ChargingProfilePurposeEnumType.TX_DEFAULT_PROFILE,
            transaction_id=None,
        )
        await play.call(request.replace(charging_profile=profile), status="Accepted")
        await states.authorized(at)
        await states.ev_connected_pre_session(at)
        play.s.go_offline()
        await play.s.wait(90)
        assert at.hardware.contactor.closed
        assert at.vehicle.talk is not None
        assert at.vehicle.talk.schedule is not None
        assert at.vehicle.talk.schedule.steps[0].power_w == 6 * 690  # K15.FR.15
        play.s.go_online()
        await charging_schedule(play)
        await at.event(trigger="ChargingStateChanged", state="Charging", offline=True)
        if version == "2.1":  # K15.FR.20, which 2.0.1 does not have (its errata, 2.43)
            late = await play.expect(v21.NotifyEVChargingNeedsRequest, evse_id=1)
            assert late.timestamp is not None
        await play.s.wait(60)
        assert not play.pending(v21.NotifyEVChargingNeedsRequest)


@UNITS
@virtual_time
async def test_TC_K_57_CS(version: str, unit: str, factor: int) -> None:
    async with connected(version) as at:
        await limits_renegotiated(at, unit, factor)
        await at.s.wait(30)
        assert at.vehicle.talk is not None
        at.vehicle.talk.renegotiate(departs_in_s=3600)
        await at.play.expect(v21.NotifyEVChargingNeedsRequest, evse_id=1)
        assert at.transaction_id is not None
        limit = 15 * factor
        await at.play.call(
            tx_profile(at.transaction_id, [(0, limit)], unit=unit), status="Accepted"
        )
        await charging_schedule(at.play)


@UNITS
@virtual_time
async def test_TC_K_58_CS(version: str, unit: str, factor: int) -> None:
    async with connected(version) as at:
        await limits_renegotiated(at, unit, factor)
        await at.s.wait(30)
        assert at.transaction_id is not None
        limit = 8 * factor
        await at.play.call(
            tx_profile(at.transaction_id, [(0, limit)], unit=unit), status="Accepted"
        )
        await charging_schedule(at.play)
        await at.s.wait(30)
        assert not at.play.pending(v21.NotifyEVChargingNeedsRequest)  # K16.FR.09
