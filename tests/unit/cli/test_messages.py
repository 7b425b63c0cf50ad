"""Messages made readable, and traces of them."""

import json
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pilotwire.cli.messages import Kind, Reader, brief_id, printable, shortened
from pilotwire.cli.trace import Trace
from pilotwire.rpc import FrameDirection

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
SENT, RECEIVED = FrameDirection.SENT, FrameDirection.RECEIVED


def test_an_answer_has_the_action_of_its_request() -> None:
    reader = Reader()
    request = reader.read(NOON, SENT, '[2,"1","Authorize",{"idTag":"04A1B2C3"}]')
    other = reader.read(NOON, RECEIVED, '[2,"1","Reset",{"type":"Hard"}]')
    answer = reader.read(NOON, RECEIVED, '[3,"1",{"idTagInfo":{"status":"Invalid"}}]')
    error = reader.read(NOON, SENT, '[4,"1","NotSupported","no\\u001b[2J",{}]')
    assert request.line == "-> Authorize  token 04A1…"
    assert other.line == "<- Reset"
    assert answer.line == "<- Authorize answered  Invalid"
    assert error.line == "-> Reset error  NotSupported no?[2J"
    assert reader.counts == {"Authorize": 1, "Reset": 1}


def test_messages_that_only_21_has_are_read() -> None:
    reader = Reader()
    stream = {
        "id": 7,
        "pending": 0,
        "basetime": "2026-06-01T12:00:00Z",
        "data": [{"t": 0, "v": "21.5"}, {"t": 1, "v": "22"}],
    }
    sent = reader.read(NOON, SENT, json.dumps([6, "1", "NotifyPeriodicEventStream", stream]))
    reader.read(NOON, SENT, '[2,"2","Heartbeat",{}]')
    answer = reader.read(NOON, RECEIVED, '[3,"2",{"currentTime":"noon"}]')
    refusal = reader.read(NOON, SENT, '[5,"2","FormatViolation","no date",{}]')
    reader.read(NOON, RECEIVED, '[2,"2","Reset",{"type":"OnIdle"}]')
    theirs = reader.read(NOON, RECEIVED, '[5,"2","InternalError","",{}]')
    unknown = reader.read(NOON, RECEIVED, '[5,"3","InternalError","",{}]')
    assert (sent.kind, sent.line) == (
        Kind.SEND,
        "-> NotifyPeriodicEventStream  stream 7, 2 values",
    )
    assert answer.line == "<- Heartbeat answered"
    assert refusal.line == "-> Heartbeat answer refused  FormatViolation no date"
    assert theirs.line == "<- Reset answer refused  InternalError"
    assert unknown.line == "<- ? answer refused  InternalError"
    assert reader.counts == {"NotifyPeriodicEventStream": 1, "Heartbeat": 1, "Reset": 1}


def test_only_so_many_requests_are_remembered() -> None:
    reader = Reader()
    for number in range(101):
        reader.read(NOON, SENT, f'[2,"{number}","Heartbeat",{{}}]')
        reader.read(NOON, SENT, '[2,"again","Authorize",{}]')
    answers = [reader.read(NOON, RECEIVED, f'[3,"{each}",{{}}]') for each in (0, 1, 2, "again")]
    assert [each.action for each in answers] == ["?", "?", "Heartbeat", "Authorize"]


def test_a_transaction_event_tells_the_essential_first() -> None:
    event = {
        "eventType": "Updated",
        "triggerReason": "MeterValuePeriodic",
        "transactionInfo": {"transactionId": "8f14e45f-ceea", "chargingState": "Charging"},
        "evse": {"id": 1, "connectorId": 1},
        "idToken": {"idToken": "ABCD", "type": "Central"},
        "meterValue": [
            {"sampledValue": [{"value": 1}]},
            {
                "sampledValue": [
                    {"value": 1.5, "unitOfMeasure": {"unit": "kWh"}},
                    {"value": 11040.0, "measurand": "Power.Active.Import"},
                    {"value": 16, "measurand": "Current.Import", "phase": "L1"},
                ]
            },
        ],
    }
    passed = Reader().read(NOON, SENT, json.dumps([2, "1", "TransactionEvent", event]))
    assert passed.detail == (
        "Updated, MeterValuePeriodic, Charging, 1.5 kWh, 11040.0 W, "
        "evse 1, connector 1, token AB…, tx 8f14e45f…"
    )


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "[2]", '[2,"1","A"]', "[" * 100_000, '[4,"1"]', '[5,"1"]', '[6,"1","A"]'],
)
def test_what_is_no_message_is_called_unreadable(text: str) -> None:
    assert Reader().read(NOON, RECEIVED, text).kind is Kind.UNREADABLE


@pytest.mark.parametrize(
    "payload",
    [
        '{"meterValue":7}',
        '{"meterValue":[{"sampledValue":["x",{},{"value":[]},{"value":1,"measurand":[]}]}]}',
        '{"id":1,"basetime":"now","data":7}',
        '{"id":[],"basetime":"now","data":[]}',
        '{"a":' * 900 + "1" + "}" * 900,
        "[1]",
        "null",
    ],
)
def test_any_payload_can_be_read(payload: str) -> None:
    assert Reader().read(NOON, SENT, f'[2,"1","MeterValues",{payload}]').detail == ""


def test_texts_are_cut_and_cleaned() -> None:
    assert shortened("04A1B2C3") == "04A1…"
    assert shortened("A") == "…"
    assert brief_id(1795346805) == "1795346805"
    assert brief_id("8f14e45f-ceea-467f") == "8f14e45f…"
    assert printable("a\x1b[2Jb\nc") == "a?[2Jb?c"


def test_a_trace_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "trace"
    path.write_text("old")
    path.chmod(0o644)
    with Trace(path) as trace:
        trace.write(NOON, SENT, '[2,"1","Grüße\ud800",{}]')
        assert len(path.read_text().splitlines()) == 1
        trace.write(NOON, RECEIVED, "x", station="CS-1")
    trace.write(NOON, SENT, "too late")
    first, second = (json.loads(line) for line in path.read_text().splitlines())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert first["time"] == "2026-06-01T12:00:00.000Z"
    assert first["direction"] == "sent"
    assert second["station"] == "CS-1"


def test_a_full_disk_ends_the_trace_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    with Trace(Path("/dev/full")) as trace:
        for _ in range(2):
            trace.write(NOON, SENT, "x")
    [record] = caplog.records
    assert "No space left on device" in record.getMessage()
