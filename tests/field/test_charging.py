"""Charging as CSMSs of the field hear of it, on real sockets: its order, and its words."""

import asyncio
from typing import Any

import pytest

from pilotwire.charging_station import ChargingStation
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp.specs import Variable
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from tests.field.ends import FieldCsms, Payload, play, station

pytestmark = [pytest.mark.slow, pytest.mark.bad_frames]

CARD = "04A1B2C3"
QUICK: dict[Variable[Any], object] = {
    OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: 5,
    OCPPCommCtrlr.RetryBackOffWaitMinimum: 5,
    OCPPCommCtrlr.RetryBackOffRandomRange: 0,
    OCPPCommCtrlr.WebSocketPingInterval: 20,
}
TOLD = {"Authorize", "StartTransaction", "StopTransaction"}


def story(csms: FieldCsms) -> list[str]:
    """Transaction messages, and the statuses of connector 1."""
    return [
        payload["status"] if name == "StatusNotification" else name
        for name, payload in csms.calls
        if name in TOLD or (name == "StatusNotification" and payload["connectorId"] == 1)
    ]


async def charge(csms: FieldCsms, one: ChargingStation[SimulatedStation]) -> None:
    """A transaction that lasts some minutes already."""
    await one.wait_accepted()
    await one.hardware.evse(1).plug_in(ElectricVehicle())
    await one.hardware.evse(1).swipe(CARD)
    await csms.until(lambda: bool(csms.asked("StartTransaction") + csms.asked("TransactionEvent")))
    await asyncio.sleep(150)


def test_a_remote_start_without_a_car_lets_go_of_the_connector() -> None:
    """1.6 5.11, 9.1.4: the answer first; after ConnectionTimeOut Available again."""

    async def scene() -> None:
        csms = FieldCsms()
        async with station(csms) as one:
            await one.wait_accepted()
            await csms.ask("ChangeConfiguration", {"key": "ConnectionTimeOut", "value": "30"})
            await asyncio.sleep(5)
            csms.calls.clear()
            csms.frames.clear()
            start = {"idTag": CARD, "connectorId": 1}
            answer = await csms.ask("RemoteStartTransaction", start)
            assert answer[2]["status"] == "Accepted"
            assert csms.frames[0] == answer
            await asyncio.sleep(90)
            assert story(csms) == ["Authorize", "Preparing", "Available"]

    play(scene)


def test_a_cable_that_stays_can_charge_again() -> None:
    """1.6 4.9, C6: Finishing once the transaction is stopped; a start is possible from there."""

    async def scene() -> None:
        csms = FieldCsms()
        async with station(csms) as one:
            await charge(csms, one)
            answer = await csms.ask("RemoteStopTransaction", {"transactionId": 7})
            assert answer[2]["status"] == "Accepted"
            await asyncio.sleep(30)
            assert story(csms)[-2:] == ["StopTransaction", "Finishing"]
            assert csms.asked("StopTransaction")[0]["reason"] == "Remote"
            answer = await csms.ask("RemoteStartTransaction", {"idTag": CARD, "connectorId": 1})
            assert answer[2]["status"] == "Accepted"
            await csms.until(lambda: len(csms.asked("StartTransaction")) == 2)
            await asyncio.sleep(60)
            await one.hardware.evse(1).tear_out()
            await csms.until(lambda: len(csms.asked("StopTransaction")) == 2)
            assert csms.asked("StopTransaction")[1]["reason"] == "EVDisconnected"
            await asyncio.sleep(30)
            assert story(csms)[-1] == "Available"

    play(scene)


@pytest.mark.parametrize("kind", ["Hard", "Soft"])
def test_a_reset_tells_the_end_of_the_transaction_before_the_boot(kind: str) -> None:
    """1.6 5.14, 7.36; what is counted in Wh is a whole number (6.49)."""

    async def scene() -> None:
        csms = FieldCsms()
        async with station(csms) as one:
            await charge(csms, one)
            assert (await csms.ask("Reset", {"type": kind}))[2]["status"] == "Accepted"
            await csms.until(lambda: len(csms.asked("BootNotification")) == 2)
            told = csms.actions()
            assert told.index("StopTransaction") < told.index("BootNotification", 1)
            [stop] = csms.asked("StopTransaction")
            assert stop["reason"] == f"{kind}Reset"
            assert "idTag" not in stop
            assert isinstance(stop["meterStop"], int)
            await asyncio.sleep(30)
            assert story(csms)[-1] in ("Preparing", "Finishing")
            errors = {status["errorCode"] for status in csms.asked("StatusNotification")}
            assert errors == {"NoError"}

    play(scene)


@pytest.mark.parametrize(
    ("kind", "status", "trigger", "stopped", "boot"),
    [
        ("Immediate", "Accepted", "ResetCommand", "ImmediateReset", "RemoteReset"),
        ("OnIdle", "Scheduled", "StopAuthorized", "Local", "ScheduledReset"),
    ],
)
def test_a_reset_of_2_0_1_ends_a_transaction_or_waits_for_it(
    kind: str, status: str, trigger: str, stopped: str, boot: str
) -> None:
    """B12.FR.01 to B12.FR.04."""

    async def scene() -> None:
        csms = FieldCsms()
        async with station(csms, version="2.0.1") as one:
            await charge(csms, one)
            assert (await csms.ask("Reset", {"type": kind}))[2]["status"] == status
            if kind == "OnIdle":
                await asyncio.sleep(60)
                assert len(csms.asked("BootNotification")) == 1
                await one.hardware.evse(1).swipe(CARD)
            await csms.until(lambda: len(csms.asked("BootNotification")) == 2)
            [end] = [e for e in csms.asked("TransactionEvent") if e["eventType"] == "Ended"]
            assert end["triggerReason"] == trigger
            assert end["transactionInfo"].get("stoppedReason", "Local") == stopped
            assert csms.asked("BootNotification")[1]["reason"] == boot

    play(scene)


def test_what_a_transaction_has_once_is_said_once() -> None:
    """2.0.1 E, 1.5: the EVSE, the token and the reason are not repeated in each event."""

    async def scene() -> None:
        csms = FieldCsms()
        async with station(csms, version="2.0.1") as one:
            await charge(csms, one)
            await one.hardware.evse(1).swipe(CARD)

            def events() -> list[Payload]:
                return csms.asked("TransactionEvent")

            await csms.until(lambda: events()[-1]["eventType"] == "Ended")
            assert [e["seqNo"] for e in events()] == list(range(len(events())))
            assert [e["seqNo"] for e in events() if "evse" in e] == [0]
            assert events()[0]["evse"] == {"id": 1, "connectorId": 1}
            with_token = [e["seqNo"] for e in events() if "idToken" in e]
            assert with_token[0] == 0
            assert len(with_token) <= 2
            assert not [e for e in events()[:-1] if "stoppedReason" in e["transactionInfo"]]

    play(scene)


def test_a_network_that_swallows_everything_costs_no_message() -> None:
    """OCPP-J 1.6 5.2, 5.3: silence is noticed by pings, and what had no answer is told again."""

    async def scene() -> None:
        csms = FieldCsms()
        async with station(csms, QUICK) as one:
            await charge(csms, one)
            csms.connections[0].transport.pause_reading()
            await csms.until(lambda: len(csms.connections) == 2)
            assert one.hardware.evse(1).contactor.closed
            await asyncio.sleep(300)
            await one.hardware.evse(1).swipe(CARD)
            await csms.until(lambda: bool(csms.asked("StopTransaction")) and one.outbox_size == 0)
            assert not one.given_up
            samples = csms.asked("MeterValues")
            times = [each["meterValue"][0]["timestamp"] for each in samples]
            assert times == sorted(set(times))
            assert len(times) >= 7

    play(scene)
