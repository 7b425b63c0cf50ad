"""Chargers as they are found in the field at a CSMS of ours, on real sockets."""

import asyncio
import re
from typing import Any

import pytest
from websockets.client import ClientProtocol
from websockets.uri import parse_uri

from pilotwire.csms import Csms
from pilotwire.errors import InvalidResponse
from pilotwire.ocpp import v16
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


STATUS = {"connectorId": 1, "errorCode": "NoError", "status": "Available"}


def sampled(**sample: Any) -> Payload:
    return {"connectorId": 1, "meterValue": [{"timestamp": time(), "sampledValue": [sample]}]}


@pytest.mark.parametrize(
    ("action", "payload", "code", "place"),
    [
        (
            "MeterValues",
            {**sampled(value="0"), "meterValue": {}},
            "TypeConstraintViolation",
            "meterValue",
        ),
        (
            "MeterValues",
            sampled(value=21.5),
            "TypeConstraintViolation",
            "meterValue[0].sampledValue[0].value",
        ),
        (
            "MeterValues",
            sampled(value="1", unit="Hz"),
            "PropertyConstraintViolation",
            "sampledValue[0].unit",
        ),
        (
            "MeterValues",
            sampled(value="1", measurand="current.import"),
            "PropertyConstraintViolation",
            "measurand",
        ),
        (
            "MeterValues",
            {"connectorId": 1, "meterValue": []},
            "OccurenceConstraintViolation",
            "meterValue",
        ),
        (
            "StatusNotification",
            {**STATUS, "errorCode": "Fault"},
            "PropertyConstraintViolation",
            "errorCode",
        ),
        (
            "StatusNotification",
            {**STATUS, "status": "Occupied"},
            "PropertyConstraintViolation",
            "status",
        ),
        ("StatusNotification", {**STATUS, "info": "x" * 51}, "PropertyConstraintViolation", "info"),
        ("StatusNotification", {**STATUS, "info": None}, "TypeConstraintViolation", "info"),
        ("StatusNotification", {**STATUS, "soc": 12}, "FormationViolation", "soc"),
        (
            "StatusNotification",
            {**STATUS, "timestamp": "2026-06-01T12:00:00"},
            "PropertyConstraintViolation",
            "time",
        ),
        (
            "StatusNotification",
            {"connectorId": 1, "status": "Available"},
            "OccurenceConstraintViolation",
            "errorCode",
        ),
        ("Authorize", {"idTag": "7" * 21}, "PropertyConstraintViolation", "idTag"),
        ("DataTransfer", {"vendorId": "V", "data": {"a": 1}}, "TypeConstraintViolation", "data"),
        ("Teapot", {}, "NotImplemented", "unknown action"),
    ],
)
def test_what_breaks_the_schema_is_told_and_costs_no_connection(
    action: str, payload: Payload, code: str, place: str
) -> None:
    """OCPP-J 1.6 4.2.3, in the spelling of its errata: whoever made the charger has but this."""

    async def scene() -> None:
        async with Csms().serve() as serving, charger(serving.port) as one:
            await one.ask("BootNotification", BOOT)
            answer = await one.ask(action, payload, "bad")
            assert answer[:3] == [4, "bad", code]
            assert place in answer[3]
            assert (await one.ask("Heartbeat", {}, "2"))[:2] == [3, "2"]

    play(scene)


def test_all_that_a_charger_says_of_an_evening_is_answered() -> None:
    faulted = {
        **STATUS,
        "status": "Faulted",
        "errorCode": "OtherError",
        "vendorErrorCode": "0" * 32,
        "info": '{"why":"\\"loose\\""}',
    }
    evening: list[tuple[str, Payload]] = [
        ("BootNotification", {**BOOT, "iccid": "8" * 20, "imsi": "2" * 15}),
        ("StatusNotification", {**STATUS, "connectorId": 0}),
        ("StatusNotification", {**STATUS, "info": "car left"}),
        ("StatusNotification", faulted),
        ("DataTransfer", {"vendorId": "V", "messageId": "status", "data": "1;ok"}),
        ("Authorize", {"idTag": "A\\B\\"}),
        ("MeterValues", sampled(value="231.50", measurand="Voltage", phase="L1-N", unit="V")),
        ("MeterValues", sampled(value="30", measurand="Temperature", unit="Celsius")),
        ("MeterValues", sampled(value="50.01", measurand="Frequency", context="Trigger")),
        ("FirmwareStatusNotification", {"status": "Idle"}),
        ("DiagnosticsStatusNotification", {"status": "Idle"}),
        ("SecurityEventNotification", {"type": "StartupOfTheDevice", "timestamp": time()}),
    ]

    async def scene() -> None:
        async with Csms().serve() as serving, charger(serving.port) as one:
            for number, (action, payload) in enumerate(evening):
                assert (await one.ask(action, payload, str(number)))[:2] == [3, str(number)]

    play(scene)


def test_a_stop_with_a_meter_value_of_nothing_ends_the_session() -> None:
    """1.6 4.10: a stop can't be refused; 7.33 has a least number, and the official schema none."""

    async def scene() -> None:
        csms = Csms()
        async with csms.serve() as serving, charger(serving.port) as one:
            end = {
                "transactionId": await started(one),
                "meterStop": 900,
                "timestamp": time(),
                "transactionData": [{"timestamp": time(), "sampledValue": []}],
            }
            assert (await one.ask("StopTransaction", end, "end"))[:2] == [3, "end"]
            [session] = csms.stations["CP1"].sessions
            assert not session.ongoing

    play(scene)


KEY = {"key": "HeartbeatInterval", "readonly": False, "value": "300"}


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        ({}, ""),
        ({"configurationKey": [KEY], "unknownKey": []}, ""),
        ({"unknownKey": ["Colour"]}, ""),
        ({"configurationKey": [{"key": "Label", "readonly": True}, {**KEY, "value": ""}]}, ""),
        ({"configurationKey": [{**KEY, "value": "x" * 501}]}, "configurationKey[0].value"),
        ({"configurationKey": [KEY, {**KEY, "value": None}]}, "configurationKey[1].value"),
        ({"configurationKey": [{**KEY, "readonly": "no"}]}, "configurationKey[0].readonly"),
    ],
)
def test_a_configuration_is_taken_as_the_schema_has_it(answer: Payload, wrong: str) -> None:
    async def scene() -> None:
        csms = Csms(knows_its_stations=True)
        async with csms.serve() as serving, charger(serving.port) as one:
            await one.ask("Heartbeat", {})
            asking = asyncio.create_task(csms.call("CP1", v16.GetConfigurationRequest()))
            question = await one.hear()
            await one.say([3, question[1], answer])
            if wrong:
                with pytest.raises(InvalidResponse, match=re.escape(wrong)):
                    await asking
            else:
                assert (await asking).to_wire() == answer
            assert (await one.ask("Heartbeat", {}, "2"))[:2] == [3, "2"]

    play(scene)
