"""What a transcript makes of texts: messages, and breaches of OCPP."""

import json
from typing import Any

import pytest

from pilotwire.connection import OcppVersion
from pilotwire.ocpp import v16, v21, v201
from pilotwire.simulator.memory import Side
from pilotwire.simulator.testing import MessageNotSeen, Transcript
from pilotwire.simulator.testing.transcript import KEPT
from tests.support.virtual_time import virtual_time

NOW = "2026-03-01T12:00:00Z"
BOOT = {"chargePointVendor": "V", "chargePointModel": "M"}


def heard(version: OcppVersion, *frames: tuple[Side, list[Any] | str]) -> Transcript:
    transcript = Transcript()
    for side, frame in frames:
        text = frame if isinstance(frame, str) else json.dumps(frame)
        transcript.take("CS-1", version, side, text)
    return transcript


@virtual_time
async def test_requests_answers_and_sends_are_messages() -> None:
    transcript = heard(
        OcppVersion.V2_1,
        (Side.STATION, [2, "a", "Heartbeat", {}]),
        (Side.CSMS, [3, "a", {"currentTime": NOW}]),
        (Side.CSMS, [2, "a", "ClearCache", {}]),
        (Side.STATION, [3, "a", {"status": "Accepted"}]),
        (
            Side.STATION,
            [6, "b", "NotifyPeriodicEventStream", {
                "id": 1, "pending": 0, "basetime": NOW, "data": [{"t": 0, "v": "1"}],
            }],
        ),
    )  # fmt: skip
    assert [type(seen.message) for seen in transcript] == [
        v21.HeartbeatRequest,
        v21.HeartbeatResponse,
        v21.ClearCacheRequest,
        v21.ClearCacheResponse,
        v21.NotifyPeriodicEventStream,
    ]
    assert not transcript.breaches


@virtual_time
async def test_errors_are_no_breach() -> None:
    transcript = heard(
        OcppVersion.V2_1,
        (Side.STATION, [2, "a", "Heartbeat", {}]),
        (Side.CSMS, [4, "a", "InternalError", "out of order", {}]),
        (Side.CSMS, [2, "b", "ClearCache", {}]),
        (Side.STATION, [3, "b", {"status": "Accepted"}]),
        (Side.CSMS, [5, "b", "FormatViolation", "what?", {}]),
    )
    assert not transcript.breaches
    told = [str(seen) for seen in transcript]
    assert told[1].endswith("CS-1 <- Heartbeat answered by an error InternalError: out of order")
    assert told[4].endswith("CS-1 <- ClearCache answer refused FormatViolation: what?")


@pytest.mark.parametrize(
    ("side", "frame", "what"),
    [
        (Side.CSMS, "nonsense", ""),
        (Side.CSMS, [3, "z", {}], "it answers nothing that was asked"),
        (Side.CSMS, [3, "a", {"currentTime": NOW}], "required, but missing (and 1 more)"),
        (Side.CSMS, [2, "b", "Explode", {}], "OCPP 1.6 has no such message"),
        (Side.CSMS, [2, "b", "BootNotification", BOOT], "it is not for the CSMS to send"),
        (Side.CSMS, [2, "b", "Reset", {"type": "Hot"}], "type: "),
        (Side.STATION, [2, "b", "Reset", {"type": "Hard"}], "it is not for the station to send"),
        (Side.STATION, [2, "b", "BootNotification", BOOT | {"x": 1}], "x: "),
    ],
)
@virtual_time
async def test_what_breaks_ocpp_is_a_breach(side: Side, frame: list[Any] | str, what: str) -> None:
    asked = (Side.STATION, [2, "a", "BootNotification", BOOT])
    transcript = heard(OcppVersion.V1_6, asked, (side, frame))
    [seen] = transcript.breaches
    assert what in seen.breach
    assert seen.message is None
    assert f"which breaks OCPP 1.6: {seen.breach}" in str(seen)


@virtual_time
async def test_an_answer_belongs_to_the_station_that_asked() -> None:
    transcript = Transcript()
    boot = json.dumps([2, "a", "BootNotification", BOOT])
    transcript.take("CS-1", OcppVersion.V1_6, Side.STATION, boot)
    transcript.take("CS-2", OcppVersion.V1_6, Side.CSMS, json.dumps([3, "a", {}]))
    assert len(transcript.breaches) == 1


@virtual_time
async def test_no_more_is_kept_than_there_is_room_for() -> None:
    transcript = heard(OcppVersion.V1_6)
    for number in range(KEPT + 10):
        text = json.dumps([2, str(number), "Heartbeat", {}])
        transcript.take("CS-1", OcppVersion.V1_6, Side.STATION, text)
    assert len(list(transcript)) == KEPT
    await transcript.wait_for(v16.HeartbeatRequest)
    assert next(iter(transcript)).number == 10


@virtual_time
async def test_a_failure_lists_the_latest_and_says_how_many_were_before() -> None:
    transcript = heard(
        OcppVersion.V1_6, *[(Side.STATION, [2, str(n), "Heartbeat", {}]) for n in range(50)]
    )
    with pytest.raises(MessageNotSeen) as missed:
        await transcript.wait_for(v201.HeartbeatRequest, timeout=1)
    assert str(missed.value).count("Heartbeat {}") == 20
    assert "(30 messages before these)" in str(missed.value)


@virtual_time
async def test_what_is_told_can_steer_no_terminal() -> None:
    transcript = heard(
        OcppVersion.V1_6,
        (Side.CSMS, [2, "a", "Ex\x1b[2Jplode", {"x": "\x1b[2J"}]),
        (Side.CSMS, [4, "a", "\x1b[2J", "\x1b[2J", {}]),
        (Side.CSMS, "\x1b[2J"),
    )
    assert "\x1b" not in transcript.with_latest("")
