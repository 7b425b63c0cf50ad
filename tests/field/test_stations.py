"""Stations of ours at CSMSs as they are found in the field, on real sockets."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection

from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp.specs import Variable
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from tests.field.ends import FieldCsms, Payload, play, says, station, time

pytestmark = [pytest.mark.slow, pytest.mark.bad_frames]

QUICK: dict[Variable[Any], object] = {
    OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: 5,
    OCPPCommCtrlr.RetryBackOffWaitMinimum: 5,
    OCPPCommCtrlr.RetryBackOffRandomRange: 0,
}


def test_answers_that_nobody_asked_for_are_passed_over_in_silence() -> None:
    """1.6 OCPP-J 4.2.3: an error answers a CALL, and nothing else."""

    def doubly(message_id: str, _: Payload) -> list[Any]:
        return [[3, message_id, {"idTagInfo": {"status": "Accepted"}}]] * 2

    async def scene() -> None:
        csms = FieldCsms({"Authorize": doubly})
        async with station(csms) as one:
            await one.wait_accepted()
            for stray in (
                [3, "of nobody", {}],
                [3, "", {}],
                [4, "of nobody", "GenericError", "", {}],
            ):
                await csms.connections[0].send(json.dumps(stray))
            await one.hardware.evse(1).swipe("04A1B2C3")
            await one.hardware.evse(1).plug_in(ElectricVehicle())
            await csms.until(lambda: bool(csms.asked("StartTransaction")))
        assert not csms.refusals
        assert len(csms.connections) == 1

    play(scene)


@pytest.mark.parametrize(
    "refusal",
    [
        [4, "another id", "InternalError", "", {}],
        [4, "ID", "InternalError", "no", "a text for details"],
        [4, "ID", "InternalError", "no", None],
        [4, "ID", "AWordOfTheirOwn", "no", {}],
    ],
)
def test_a_start_that_is_refused_in_wrong_words_is_told_again(refusal: list[Any]) -> None:
    async def scene() -> None:
        def once(message_id: str, _: Payload) -> list[Any]:
            csms.script["StartTransaction"] = says(
                {"transactionId": 7, "idTagInfo": {"status": "Accepted"}}
            )
            return [[message_id if each == "ID" else each for each in refusal]]

        csms = FieldCsms({"StartTransaction": once})
        async with station(csms, QUICK) as one:
            await one.wait_accepted()
            await one.hardware.evse(1).plug_in(ElectricVehicle())
            await one.hardware.evse(1).swipe("04A1B2C3")
            await csms.until(lambda: len(csms.asked("StartTransaction")) == 2)
            assert one.hardware.evse(1).contactor.closed
            await one.hardware.evse(1).swipe("04A1B2C3")
            await csms.until(lambda: bool(csms.asked("StopTransaction")))
        first, second = csms.asked("StartTransaction")
        assert first == second
        assert csms.asked("StopTransaction")[0]["transactionId"] == 7

    play(scene)


@pytest.mark.parametrize(
    "form",
    ["2026-06-01T12:00:00.1234567Z", "2026-06-01T12:00:00.123456789Z", "2026-06-01T14:00:00+02:00"],
)
def test_times_with_many_digits_or_an_offset_are_read(form: str) -> None:
    async def scene() -> None:
        answer = {"status": "Accepted", "currentTime": form, "interval": 300}
        csms = FieldCsms(
            {"BootNotification": says(answer), "Heartbeat": says({"currentTime": form})}
        )
        async with station(csms) as one:
            await one.wait_accepted()
        assert len(csms.asked("BootNotification")) == 1

    play(scene)


def test_an_interval_of_0_brings_no_flood_of_heartbeats() -> None:
    async def scene() -> None:
        answer = {"status": "Accepted", "currentTime": time(), "interval": 0}
        csms = FieldCsms({"BootNotification": says(answer)})
        async with station(csms) as one:
            await one.wait_accepted()
            await asyncio.sleep(600)
        assert len(csms.asked("Heartbeat")) <= 10

    play(scene)


async def closes(connection: ServerConnection) -> None:
    await connection.close(1000)


async def goes_away(connection: ServerConnection) -> None:
    await connection.close(1001, "restart")


async def fails(connection: ServerConnection) -> None:
    await connection.close(1011)


async def breaks(connection: ServerConnection) -> None:
    connection.transport.abort()


async def speaks_in_bytes(connection: ServerConnection) -> None:
    await connection.send(b"\x00\x01")


@pytest.mark.parametrize("ends", [closes, goes_away, fails, breaks, speaks_in_bytes])
def test_however_a_connection_ends_the_station_comes_back_and_charges_on(
    ends: Callable[[ServerConnection], Awaitable[None]],
) -> None:
    async def scene() -> None:
        csms = FieldCsms()
        async with station(csms, QUICK) as one:
            await one.wait_accepted()
            await one.hardware.evse(1).plug_in(ElectricVehicle())
            await one.hardware.evse(1).swipe("04A1B2C3")
            await csms.until(lambda: bool(csms.asked("StartTransaction")))
            await ends(csms.connections[0])
            await csms.until(lambda: len(csms.connections) == 2)
            assert one.hardware.evse(1).contactor.closed
            await one.hardware.evse(1).swipe("04A1B2C3")
            await csms.until(lambda: bool(csms.asked("StopTransaction")))
        assert len(csms.asked("StartTransaction")) == 1
        assert len(csms.asked("BootNotification")) == 1

    play(scene)
