"""The messages of a station: kept within bounds, told with what is wrong, without secrets."""

import asyncio
import json

import pytest
from pydantic import JsonValue

from pilotwire.connection import OcppVersion
from pilotwire.rpc import FrameDirection
from pilotwire.simulator.errors import NotInTimeError
from pilotwire.simulator.expectation import Want, matches, wait_for
from pilotwire.simulator.messages import MessageLog, scrubbed
from tests.support.virtual_time import virtual_time
from tests.unit.simulator.world import NOON

SENT, RECEIVED = FrameDirection.SENT, FrameDirection.RECEIVED


def log(most: int = 100, most_bytes: int = 10_000) -> MessageLog:
    return MessageLog(lambda: NOON, most=most, most_bytes=most_bytes)


def test_messages_are_numbered_and_answers_are_told_what_they_answer() -> None:
    kept = log()
    kept.add(OcppVersion.V2_0_1, SENT, '[2,"1","Heartbeat",{}]')
    kept.add(OcppVersion.V2_0_1, RECEIVED, '[2,"1","Reset",{"type":"Now"}]')
    kept.add(OcppVersion.V2_0_1, RECEIVED, '[3,"1",{"currentTime":"2026-03-01T12:00:00Z"}]')
    kept.add(OcppVersion.V2_0_1, SENT, '[4,"1","FormatViolation","no",{}]')
    kept.add(OcppVersion.V2_1, SENT, '[5,"1","FormatViolation","no",{}]')
    kept.add(OcppVersion.V2_0_1, RECEIVED, '[3,"9",{}]')
    kept.add(OcppVersion.V2_0_1, RECEIVED, "hello")
    kept.add(OcppVersion.V2_0_1, SENT, '[2,"2","Juggle",{}]')

    assert [(each.number, each.kind, each.action) for each in kept.since(0)] == [
        (1, "call", "Heartbeat"),
        (2, "call", "Reset"),
        (3, "result", "Heartbeat"),
        (4, "error", "Reset"),
        (5, "result_error", "Heartbeat"),
        (6, "result", None),
        (7, "unreadable", None),
        (8, "call", "Juggle"),
    ]
    wrong = [each.wrong for each in kept.since(0)]
    assert wrong[0] is None
    assert wrong[1] is not None
    assert wrong[1].startswith("type: ")
    assert wrong[2:5] == [None, None, None]
    assert all(wrong[5:])
    assert kept.since(3)[0].code == "FormatViolation"


def test_only_so_many_are_kept() -> None:
    kept = log(most=3)
    for number in range(1, 6):
        kept.add(OcppVersion.V1_6, SENT, f'[2,"{number}","Heartbeat",{{}}]')
    assert [each.number for each in kept.since(0)] == [3, 4, 5]
    assert [each.number for each in kept.since(4)] == [5]
    assert kept.since(5) == ()
    assert kept.since(99) == ()
    assert [each.number for each in kept.since(0, 1)] == [3]
    assert [each.number for each in kept.newest(2)] == [4, 5]
    assert kept.last == 5


def test_only_so_much_is_kept_but_the_newest_always() -> None:
    kept = log(most_bytes=100)
    for _ in range(3):
        kept.add(OcppVersion.V1_6, SENT, '[2,"1","DataTransfer",{"vendorId":"0123456789"}]')
    assert len(kept.since(0)) == 2
    kept.add(OcppVersion.V1_6, SENT, f'[2,"1","DataTransfer",{{"vendorId":"{"x" * 200}"}}]')
    assert [each.number for each in kept.since(0)] == [4]


@pytest.mark.parametrize(
    "payload",
    [
        {"connectionData": {"basicAuthPassword": "sesame", "ocppCsmsUrl": "wss://x"}},
        {"connectionData": {"apn": {"apnPassword": "sesame", "simPin": 1234}}},
        {
            "connectionData": {
                "vpn": {
                    "server": "s",
                    "user": "u",
                    "password": "sesame",
                    "key": "sesame",
                    "type": "L2TP",
                }
            }
        },
        {"key": "AuthorizationKey", "value": "sesame"},
        {
            "setVariableData": [
                {
                    "attributeValue": "sesame",
                    "component": {"name": "SecurityCtrlr"},
                    "variable": {"name": "BasicAuthPassword"},
                }
            ]
        },
        {"configurationKey": [{"key": "AuthorizationKey", "readonly": False, "value": "sesame"}]},
    ],
)
def test_secrets_are_not_shown(payload: JsonValue) -> None:
    text = json.dumps(scrubbed(payload))
    assert "sesame" not in text
    assert "1234" not in text


def test_what_is_no_secret_is_shown() -> None:
    payload: JsonValue = {"key": "HeartbeatInterval", "value": "10", "list": [{"key": ["a"]}]}
    assert scrubbed(payload) == payload


@pytest.mark.parametrize(
    ("payload", "pattern", "fits"),
    [
        ({"a": 1, "b": 2}, {}, True),
        ({"a": 1, "b": 2}, {"a": 1}, True),
        ({"a": 1}, {"a": 2}, False),
        ({"a": 1}, {"b": 1}, False),
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": 1}}, True),
        ({"a": [{"b": 1, "c": 2}]}, {"a": [{"b": 1}]}, True),
        ({"a": [1, 2]}, {"a": [1]}, False),
        ({"a": 1}, {"a": True}, False),
        ({"a": 1}, {"a": 1.0}, True),
        ({"a": None}, {"a": None}, True),
        ("a", {"a": 1}, False),
        ({"a": 1}, [1], False),
    ],
)
def test_a_payload_fits_a_pattern(payload: JsonValue, pattern: JsonValue, *, fits: bool) -> None:
    assert matches(payload, pattern) is fits


@virtual_time
async def test_a_message_is_waited_for() -> None:
    kept = log()
    kept.add(OcppVersion.V1_6, SENT, '[2,"1","Heartbeat",{}]')
    waiting = asyncio.create_task(wait_for(kept, Want(action="Heartbeat", sent=True)))
    await asyncio.sleep(1)
    assert not waiting.done(), "one that was there before is not what is waited for"
    kept.add(OcppVersion.V1_6, RECEIVED, '[2,"2","Heartbeat",{}]')
    kept.add(OcppVersion.V1_6, SENT, '[2,"3","Heartbeat",{}]')
    assert (await waiting).number == 3
    assert (await wait_for(kept, Want(action="Heartbeat", since=0))).number == 1


@virtual_time
async def test_what_came_instead_is_told() -> None:
    kept = log()
    for number in range(10):
        kept.add(OcppVersion.V1_6, SENT, f'[2,"{number}","Heartbeat",{{}}]')
    with pytest.raises(NotInTimeError, match=r"no StatusNotification within 5 s; .* 2 more"):
        await wait_for(kept, Want(action="StatusNotification", since=0, within=5))
    with pytest.raises(NotInTimeError, match=r"no answer to a Reset within 5 s; nothing came"):
        await wait_for(kept, Want(action="Reset", kind="result", within=5))
