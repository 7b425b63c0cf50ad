"""Chargers as they are found in the field at a CSMS of ours, on real sockets."""

import asyncio
from typing import Any

import pytest
from websockets.client import ClientProtocol
from websockets.uri import parse_uri

from pilotwire.csms import Csms
from tests.field.ends import OCPP_16, FieldStation, Payload, charger, play, time

pytestmark = [pytest.mark.slow, pytest.mark.bad_frames]

BOOT: Payload = {"chargePointVendor": "Example", "chargePointModel": "One"}


async def started(charger: FieldStation) -> int:
    """A charger that has booted and begun a transaction; its number."""
    await charger.ask("BootNotification", BOOT)
    begin = {"connectorId": 1, "idTag": "CARD", "meterStart": 0, "timestamp": time()}
    answer = await charger.ask("StartTransaction", begin)
    return int(answer[2]["transactionId"])


def metered(transaction_id: int, value: str) -> Payload:
    sample = {"timestamp": time(), "sampledValue": [{"value": value}]}
    return {"connectorId": 1, "transactionId": transaction_id, "meterValue": [sample]}


def test_a_vendor_that_was_never_filled_in_may_boot() -> None:
    async def scene() -> None:
        csms = Csms()
        async with csms.serve() as serving, charger(serving.port) as one:
            answer = await one.ask("BootNotification", {**BOOT, "chargePointVendor": ""})
            assert answer[2]["status"] == "Accepted"

    play(scene)


def test_meter_values_after_the_end_open_no_session_and_are_answered() -> None:
    async def scene() -> None:
        csms = Csms()
        async with csms.serve() as serving, charger(serving.port) as one:
            number = await started(one)
            end = {"transactionId": number, "meterStop": 500, "timestamp": time()}
            assert (await one.ask("StopTransaction", end))[0] == 3
            for late in (number, number + 1, -1):
                assert (await one.ask("MeterValues", metered(late, "600")))[:1] == [3]
            [session] = csms.stations["CP1"].sessions
            assert not session.ongoing
            assert session.energy_wh == 500

    play(scene)


def test_a_session_that_looks_like_one_that_has_ended_is_another() -> None:
    async def scene() -> None:
        csms = Csms()
        begin = {"connectorId": 1, "idTag": "CARD", "meterStart": 0, "timestamp": time()}
        async with csms.serve() as serving, charger(serving.port) as one:
            await one.ask("BootNotification", BOOT)
            numbers: list[int] = []
            for message_id in ("1", "2"):
                repeated = [await one.ask("StartTransaction", begin, message_id) for _ in range(2)]
                assert repeated[0] == repeated[1]
                numbers.append(repeated[0][2]["transactionId"])
                end = {"transactionId": numbers[-1], "meterStop": 500, "timestamp": time()}
                await one.ask("StopTransaction", end, f"end {message_id}")
            assert len(set(numbers)) == 2
            assert len(csms.stations["CP1"].sessions) == 2

    play(scene)


@pytest.mark.parametrize(
    "frame",
    [
        [3, "of nobody", {}],
        [3, "", {}],
        [4, "of nobody", "GenericError", "", {}],
        [4, "of nobody", "GenericError", "", "a text"],
    ],
)
def test_answers_that_nobody_asked_for_change_nothing(frame: list[Any]) -> None:
    async def scene() -> None:
        csms = Csms()
        async with csms.serve() as serving, charger(serving.port) as one:
            await one.ask("BootNotification", BOOT)
            await one.say(frame)
            assert (await one.ask("Heartbeat", {}, "2"))[:2] == [3, "2"]

    play(scene)


def test_a_charger_that_answers_no_pings_can_be_kept() -> None:
    """RFC 6455, 5.5.2 wants pongs; without pings nobody misses them."""

    async def lives(ping_interval: float) -> bool:
        async with Csms().serve(ping_interval=ping_interval) as serving:
            uri = parse_uri(f"ws://127.0.0.1:{serving.port}/CP1")
            protocol = ClientProtocol(uri, subprotocols=[OCPP_16])
            reader, writer = await asyncio.open_connection("127.0.0.1", serving.port)
            try:
                protocol.send_request(protocol.connect())
                writer.write(b"".join(protocol.data_to_send()))
                await reader.readuntil(b"\r\n\r\n")
                # Nothing is read as frames from here on, so that no ping is seen.
                async with asyncio.timeout(300):
                    while await reader.read(4096):
                        pass
            except TimeoutError:
                return True
            finally:
                writer.close()
        return False

    async def scene() -> None:
        assert not await lives(20.0)
        assert await lives(0.0)

    play(scene)
