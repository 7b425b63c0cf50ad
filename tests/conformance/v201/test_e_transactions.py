"""Cases of block E, transactions (Part 6, 2.6)."""

import asyncio
import json
from itertools import pairwise

import pytest

from pilotwire.errors import CallRefused
from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import (
    AuthCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
    TxCtrlr,
)
from tests.conformance.v201 import states
from tests.conformance.v201.play import (
    DURATION,
    MESSAGE_TIMEOUT,
    VALID,
    VALID_2,
    Configuration,
    Play,
    Session,
    case,
)
from tests.support.editions import IN_2X
from tests.support.memory_link import Fate, Side
from tests.support.scene import now
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

AUTH: Configuration = {AuthCtrlr.Enabled: "true", AuthCtrlr.DisableRemoteAuthorization: "false"}
TIMEOUT = 30
WAIT = 100
"""RetryBackOffWaitMinimum where the station is offline for a while, in seconds."""

OFFLINE: Configuration = {
    OCPPCommCtrlr.OfflineThreshold: str(WAIT + 60),
    OCPPCommCtrlr.RetryBackOffWaitMinimum: str(WAIT),
    OCPPCommCtrlr.RetryBackOffRandomRange: "0",
}
SAMPLED: Configuration = {
    SampledDataCtrlr.TxUpdatedMeasurands: "Energy.Active.Import.Register",
    SampledDataCtrlr.TxUpdatedInterval: "20",
}


def starting(*points: str) -> Configuration:
    return {TxCtrlr.TxStartPoint: ",".join(points)}


def watched() -> SimulatedStation:
    """Hardware that sees whether its parking bays are taken."""
    return SimulatedStation(evses=2, bay_sensors=True)


def stopping(*points: str) -> Configuration:
    return {TxCtrlr.TxStopPoint: ",".join(points)}


# Start points.


@virtual_time
async def test_TC_E_01_CS(version: str) -> None:
    async with case(version, starting("PowerPathClosed")) as play:
        at = play.at()
        await states.authorized(at)
        await states.ev_connected_pre_session(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_E_02_CS(version: str) -> None:
    async with case(version, starting("EnergyTransfer")) as play:
        at = play.at()
        await states.authorized(at)
        await at.plug_in()
        await play.status("Occupied")
        event = await at.event(
            type="Started",
            trigger={"ChargingStateChanged", "Authorized"},
            state="Charging",
            token=VALID,
        )
        assert event.evse == v21.EVSEType(id=1, connector_id=1)


@virtual_time
async def test_TC_E_09_CS(version: str) -> None:
    async with case(version, starting("EVConnected")) as play:
        at = play.at()
        await states.parking_bay_occupied(at)
        await states.ev_connected_pre_session(at)
        await states.authorized(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_E_10_CS(version: str) -> None:
    async with case(version, starting("Authorized"), if_implemented=AUTH) as play:
        at = play.at()
        await states.authorized(at)
        await states.ev_connected_pre_session(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_E_13_CS(version: str) -> None:
    async with case(version, starting("Authorized"), if_implemented=AUTH) as play:
        at = play.at()
        await states.authorized(at, remote=True)
        await states.ev_connected_pre_session(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_E_11_CS(version: str) -> None:
    signed = {SampledDataCtrlr.SignReadings: "true"}
    hardware = SimulatedStation(evses=2, signing=True)
    async with case(version, {**starting("DataSigned"), **signed}, hardware=hardware) as play:
        at = play.at()
        await states.authorized(at)
        await at.plug_in()
        await play.status("Occupied")
        started = await at.event(type="Started", trigger="SignedDataReceived", token=VALID)
        assert started.evse == v21.EVSEType(id=1, connector_id=1)
        for value in started.meter_value or ():
            for sample in value.sampled_value:
                assert sample.context == "Transaction.Begin"
                assert sample.signed_meter_value is not None
        assert started.meter_value
        await at.event(type="Updated", trigger="ChargingStateChanged", state="Charging")


@virtual_time
async def test_TC_E_12_CS(version: str) -> None:
    async with case(version, starting("ParkingBayOccupancy"), hardware=watched()) as play:
        at = play.at()
        await states.parking_bay_occupied(at)
        assert at.running
        await states.authorized(at)
        await states.ev_connected_pre_session(at)
        await states.energy_transfer_started(at)


# Beginning.


@virtual_time
async def test_TC_E_03_CS(version: str) -> None:
    async with case(version, if_implemented=AUTH) as play:
        at = play.at()
        await states.ev_connected_pre_session(at)
        await states.authorized(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_E_04_CS(version: str) -> None:
    async with case(version, if_implemented=AUTH) as play:
        at = play.at()
        await states.parking_bay_occupied(at)
        await states.authorized(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_E_05_CS(version: str) -> None:
    settings = {TxCtrlr.EVConnectionTimeOut: str(TIMEOUT), **starting("Authorized")}
    async with case(version, settings, if_implemented=AUTH) as play:
        at = play.at()
        await states.authorized(at)
        await at.event(
            type="Ended", trigger="EVConnectTimeout", reason="Timeout", limit=TIMEOUT + 5
        )
        at.new()
        await states.authorized(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_E_38_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.authorized(at)
        at.vehicle.pause()
        await states.ev_connected_pre_session(at)
        await at.event(trigger="ChargingStateChanged", state="SuspendedEV")


@virtual_time
async def test_TC_E_52_CS(version: str) -> None:
    settings = {AuthCtrlr.DisableRemoteAuthorization: "true"}
    async with case(version, settings, if_implemented={AuthCtrlr.Enabled: "true"}) as play:
        at = play.at()
        await at.present()
        await play.silence(v21.AuthorizeRequest, seconds=MESSAGE_TIMEOUT)
        await states.ev_connected_pre_session(at)
        await play.silence(v21.TransactionEventRequest, seconds=MESSAGE_TIMEOUT)
        assert not at.hardware.contactor.closed


# Stop points.


@virtual_time
async def test_TC_E_06_CS(version: str) -> None:
    async with case(version, if_implemented=AUTH) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await states.stop_authorized(at)
        await states.ev_connected_post_session(at)
        await states.ev_disconnected(at)
        await states.parking_bay_unoccupied(at)


@virtual_time
async def test_TC_E_07_CS(version: str) -> None:
    async with case(version, stopping("PowerPathClosed")) as play:
        await states.stop_authorized(play.at())


@virtual_time
async def test_TC_E_35_CS(version: str) -> None:
    async with case(version, stopping("PowerPathClosed")) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await states.stop_authorized(at, remote=True)


@virtual_time
async def test_TC_E_37_CS(version: str) -> None:
    settings = {**stopping("PowerPathClosed"), TxCtrlr.StopTxOnEVSideDisconnect: "false"}
    async with case(version, settings) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.leave_plug()
        await at.event(
            type="Ended",
            trigger="EVCommunicationLost",
            state="Idle",
            reason={"EVDisconnected", "StoppedByEV"},
        )


@virtual_time
async def test_TC_E_08_CS(version: str) -> None:
    async with case(version, stopping("EnergyTransfer")) as play:
        await states.stop_authorized(play.at())


@virtual_time
async def test_TC_E_22_CS(version: str) -> None:
    async with case(version, stopping("EnergyTransfer")) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        at.vehicle.pause()
        await at.event(
            type="Ended", trigger="ChargingStateChanged", state="EVConnected", reason="StoppedByEV"
        )


@virtual_time
async def test_TC_E_14_CS(version: str) -> None:
    async with case(version, stopping("EVConnected")) as play:
        at = play.at()
        await states.ev_connected_post_session(at)
        await at.unplug()
        await play.status("Available")
        await at.event(
            type="Ended",
            trigger="EVCommunicationLost",
            state="Idle",
            reason={"Local", "EVDisconnected", ""},
        )


@virtual_time
async def test_TC_E_20_CS(version: str) -> None:
    settings = {**stopping("EVConnected"), TxCtrlr.StopTxOnEVSideDisconnect: "false"}
    async with case(version, settings) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.leave_plug()
        await at.event(
            type="Ended", trigger="EVCommunicationLost", state="Idle", reason="EVDisconnected"
        )


@virtual_time
async def test_TC_E_54_CS(version: str) -> None:
    settings = {**stopping("EVConnected"), TxCtrlr.StopTxOnEVSideDisconnect: "false"}
    direct = SimulatedStation(2, kind=ConnectorKind.CCS2_CABLE, phases=1)
    async with case(version, settings, hardware=direct) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.unplug()
        await at.event(
            type="Ended",
            trigger="EVCommunicationLost",
            state="Idle",
            reason={"StoppedByEV", "EVDisconnected"},
        )


@virtual_time
async def test_TC_E_15_CS(version: str) -> None:
    async with case(version, stopping("Authorized")) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await play.s.wait(DURATION)
        await at.present()
        await at.event(type="Ended", trigger="StopAuthorized", reason="Local")


@virtual_time
async def test_TC_E_21_CS(version: str) -> None:
    async with case(version, stopping("Authorized")) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        assert at.transaction_id is not None
        await play.call(
            v21.RequestStopTransactionRequest(transaction_id=at.transaction_id), status="Accepted"
        )
        await at.event(type="Ended", trigger="RemoteStop", reason="Remote")


@virtual_time
async def test_TC_E_19_CS(version: str) -> None:
    async with case(version, stopping("ParkingBayOccupancy"), hardware=watched()) as play:
        at = play.at()
        await states.ev_disconnected(at)
        await states.parking_bay_unoccupied(at)
        assert at.ended


@virtual_time
async def test_TC_E_16_CS(version: str) -> None:
    settings = {**stopping("PowerPathClosed", "Authorized"), TxCtrlr.StopTxOnInvalidId: "true"}
    unknown = {AuthCtrlr.OfflineTxForUnknownIdEnabled: "true"}
    async with case(version, settings, if_implemented={**AUTH, **unknown}) as play:
        at = play.at()
        play.know(VALID, "Invalid")
        await states.start_offline_transaction(at)
        came = await at.all_events()
        while came[-1].trigger_reason in {"MeterValuePeriodic"}:
            came.pop()
        *queued, last = came
        assert queued
        assert all(event.offline for event in queued)
        assert (last.event_type, last.trigger_reason) == ("Ended", "Deauthorized")
        assert last.transaction_info.stopped_reason == "DeAuthorized"


@virtual_time
async def test_TC_E_17_CS(version: str) -> None:
    settings = {
        **stopping("Authorized"),
        TxCtrlr.StopTxOnEVSideDisconnect: "true",
        OCPPCommCtrlr.UnlockOnEVSideDisconnect: "false",
    }
    async with case(version, settings, if_implemented=AUTH) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.leave_plug()
        await at.event(
            type="Ended", trigger="EVCommunicationLost", state="Idle", reason="EVDisconnected"
        )
        await at.s.wait(5)
        assert at.hardware.lock.locked
        await at.present()
        await at.unplug()
        await play.status("Available")


@virtual_time
async def test_TC_E_39_CS(version: str) -> None:
    settings = {
        **starting("Authorized"),
        **stopping("Authorized"),
        TxCtrlr.EVConnectionTimeOut: str(TIMEOUT),
    }
    async with case(version, settings, if_implemented=AUTH) as play:
        at = play.at()
        await states.authorized(at)
        await at.event(
            type="Ended", trigger="EVConnectTimeout", reason="Timeout", limit=TIMEOUT + 5
        )
        at.new()
        await at.plug_in()
        await play.status("Occupied")
        await play.silence(v21.TransactionEventRequest, seconds=MESSAGE_TIMEOUT)
        assert not at.hardware.contactor.closed


# The cable is pulled at the EV.


@virtual_time
async def test_TC_E_24_CS(version: str) -> None:
    settings = {
        TxCtrlr.StopTxOnEVSideDisconnect: "true",
        OCPPCommCtrlr.UnlockOnEVSideDisconnect: "true",
    }
    async with case(version, settings) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.leave_plug()
        await at.event(trigger="EVCommunicationLost", state="Idle")
        await at.unplug()
        await play.status("Available")


@virtual_time
async def test_TC_E_25_CS(version: str) -> None:
    settings = {
        TxCtrlr.StopTxOnEVSideDisconnect: "true",
        OCPPCommCtrlr.UnlockOnEVSideDisconnect: "false",
    }
    async with case(version, settings) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.leave_plug()
        await at.event(trigger="EVCommunicationLost", state="Idle")
        await at.s.wait(5)
        assert at.hardware.lock.locked
        await at.present()
        await at.unplug()
        await play.status("Available")


GOES_ON: Configuration = {
    **stopping("Authorized"),
    TxCtrlr.StopTxOnEVSideDisconnect: "false",
}
"""The transaction outlives a cable that is pulled at the EV."""


@virtual_time
async def test_TC_E_26_CS(version: str) -> None:
    settings = {**GOES_ON, OCPPCommCtrlr.UnlockOnEVSideDisconnect: "false"}
    async with case(version, settings) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.leave_plug()
        await at.event(type="Updated", trigger="EVCommunicationLost", state="Idle")
        await at.s.wait(10)
        at.vehicle.resume()
        await at.hardware.plug_in(at.vehicle)
        await at.event(type="Updated", trigger="CablePluggedIn", state="EVConnected")
        await at.event(type="Updated", trigger="ChargingStateChanged", state="Charging")


@virtual_time
async def test_TC_E_27_CS(version: str) -> None:
    settings = {**GOES_ON, TxCtrlr.EVConnectionTimeOut: str(TIMEOUT)}
    fixed = SimulatedStation(2, kind=ConnectorKind.TYPE2_CABLE)
    unlock = {OCPPCommCtrlr.UnlockOnEVSideDisconnect: "false"}
    async with case(version, settings, if_implemented=unlock, hardware=fixed) as play:
        at = play.at()
        await states.energy_transfer_suspended(at)
        await at.hardware.unplug()
        await at.event(type="Updated", trigger="EVCommunicationLost", state="Idle")
        await play.status("Available")
        await at.event(
            type="Ended", trigger="EVConnectTimeout", reason="Timeout", limit=TIMEOUT + 5
        )


# The status of a transaction.


def status_of(transaction_id: str | None) -> v21.GetTransactionStatusRequest:
    return v21.GetTransactionStatusRequest(transaction_id=transaction_id)


@virtual_time
async def test_TC_E_28_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(status_of("unknown"), ongoing_indicator=False, messages_in_queue=False)


async def back_online(play: Play) -> None:
    """The station is connected again; nothing has had time to come."""
    lost = play.s.csms.peer
    play.s.go_online()
    for _ in range(2 * WAIT * 1000):
        await play.s.wait(0.001)
        if play.s.csms.peer is not lost:
            return
    raise AssertionError("the station does not connect again")


async def offline_for_a_while(play: Play) -> None:
    play.s.go_offline()
    await play.s.wait(WAIT - 5)
    await back_online(play)


@virtual_time
async def test_TC_E_29_CS(version: str) -> None:
    async with case(version, {**SAMPLED, **OFFLINE}) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await offline_for_a_while(play)
        await play.call(
            status_of(at.transaction_id), ongoing_indicator=True, messages_in_queue=True
        )
        await assert_queue_empties(at)


async def assert_queue_empties(at: Session) -> None:
    """All that was told of the time offline says so, and has meter values."""
    online = now()
    await at.s.wait(5)
    came = [
        event for event in at.play.pending(v21.TransactionEventRequest) if event.timestamp < online
    ]
    assert came
    for event in came:
        assert event.offline
        assert event.event_type == "Updated"
        assert event.meter_value


@virtual_time
async def test_TC_E_30_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await play.call(
            status_of(at.transaction_id), ongoing_indicator=True, messages_in_queue=False
        )


@virtual_time
async def test_TC_E_31_CS(version: str) -> None:
    settings = {**SAMPLED, **OFFLINE, OCPPCommCtrlr.UnlockOnEVSideDisconnect: "true"}
    async with case(version, settings) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        play.s.go_offline()
        await play.s.wait(1)
        await at.present()
        await at.unplug()
        await play.s.wait(DURATION)
        await back_online(play)
        await play.call(
            status_of(at.transaction_id), ongoing_indicator=False, messages_in_queue=True
        )
        await at.event(type="Ended", trigger="StopAuthorized", reason={"Local", ""}, offline=True)


@virtual_time
async def test_TC_E_32_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.parking_bay_unoccupied(at)
        await play.call(
            status_of(at.transaction_id), ongoing_indicator=False, messages_in_queue=False
        )


@virtual_time
async def test_TC_E_33_CS(version: str) -> None:
    async with case(version, {**SAMPLED, **OFFLINE}) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await offline_for_a_while(play)
        await play.call(status_of(None), ongoing_indicator=None, messages_in_queue=True)
        await assert_queue_empties(at)


@virtual_time
async def test_TC_E_34_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(status_of(None), ongoing_indicator=None, messages_in_queue=False)


# Offline.


@virtual_time
async def test_TC_E_40_CS(version: str) -> None:
    enabled = {SampledDataCtrlr.Enabled: "true"}
    async with case(version, {**SAMPLED, **OFFLINE}, if_implemented=enabled) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await offline_for_a_while(play)
        await assert_queue_empties(at)


@virtual_time
async def test_TC_E_43_CS(version: str) -> None:
    unknown = {AuthCtrlr.OfflineTxForUnknownIdEnabled: "true"}
    async with case(version, if_implemented=unknown) as play:
        at = play.at()
        await states.transaction_events_in_queue_ended(at)
        came = await at.all_events()
        assert all(event.offline for event in came)
        assert (came[0].event_type, came[-1].event_type) == ("Started", "Ended")


@virtual_time
async def test_TC_E_44_CS(version: str) -> None:
    async with case(version, OFFLINE) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await stops_offline(at, VALID)


@virtual_time
async def test_TC_E_45_CS(version: str) -> None:
    async with case(version, OFFLINE) as play:
        at = play.at()
        at.token = VALID_2
        await states.id_token_cached(at, group="GROUP")
        at.token = VALID
        await states.authorized(at, group="GROUP")
        await states.energy_transfer_started(at)
        await stops_offline(at, VALID_2)


async def stops_offline(at: Session, token: str) -> None:
    at.s.go_offline()
    await at.s.wait(1)
    await at.present(token)
    await at.unplug()
    await at.s.wait(5)
    at.s.go_online()
    came = await at.all_events(2 * WAIT)
    assert all(event.offline for event in came)
    assert came[-1].event_type == "Ended"


# Repetition.

ATTEMPTS = 3
INTERVAL = 10
REPEATED: Configuration = {
    OCPPCommCtrlr.MessageAttempts_TransactionEvent: str(ATTEMPTS),
    OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: str(INTERVAL),
}


class Deaf:
    """A CSMS that does not take an event, again and again, but at one time of asking.

    It says nothing to it (its answers are lost), or that it could not process it.
    """

    def __init__(self, play: Play, *, error: bool, takes: int | None = None) -> None:
        self.times: dict[int, list[float]] = {}
        self._error = error
        self._takes = takes
        self._answer = play.answers.transaction
        self._lost: set[str] = set()
        play.s.csms.answer(v21.TransactionEventRequest, self._hear)
        play.s.network.links[-1].faults = self._carry

    def _hear(self, event: v21.TransactionEventRequest) -> v21.TransactionEventResponse:
        if self._error and len(self.times[event.seq_no]) != self._takes:
            raise CallRefused("InternalError")
        return self._answer(event)

    def _carry(self, side: Side, text: str) -> Fate:
        kind, message_id, *rest = json.loads(text)
        if side is Side.STATION and kind == 2 and rest[0] == "TransactionEvent":
            times = self.times.setdefault(rest[1]["seqNo"], [])
            times.append(asyncio.get_running_loop().time())
            if not self._error and len(times) != self._takes:
                self._lost.add(message_id)
        lost = side is Side.CSMS and message_id in self._lost
        return Fate.DROP if lost else Fate.DELIVER

    def assert_repeated(self, count: int, timeout: float) -> None:
        """The first event came so often, at the intervals of E13.FR.03, and then no more."""
        times = self.times[min(self.times)]
        assert len(times) == count, times
        for number, (one, other) in enumerate(pairwise(times), start=1):
            assert other - one == pytest.approx(INTERVAL * number + timeout, abs=1.0)


async def repeats(version: str, *, error: bool, takes: int | None = None) -> None:
    async with case(version, REPEATED) as play:
        at = play.at()
        await states.authorized(at)
        await states.ev_connected_pre_session(at)
        csms = Deaf(play, error=error, takes=takes)
        timeout = 0.0 if error else float(await play.value(OCPPCommCtrlr.MessageTimeout_Default))
        await play.s.wait((INTERVAL * ATTEMPTS + timeout) * (ATTEMPTS + 1))
        csms.assert_repeated(takes or ATTEMPTS, timeout)


@virtual_time
async def test_TC_E_41_CS(version: str) -> None:
    await repeats(version, error=False)


@virtual_time
async def test_TC_E_50_CS(version: str) -> None:
    await repeats(version, error=True)


@virtual_time
async def test_TC_E_42_CS(version: str) -> None:
    await repeats(version, error=False, takes=2)


@virtual_time
async def test_TC_E_51_CS(version: str) -> None:
    await repeats(version, error=True, takes=2)
