"""Commands to stations, stations that come and go, and passwords."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from pilotwire.connection import Endpoint, OcppVersion
from pilotwire.connection.client import WebSocketConnector
from pilotwire.csms import (
    BootAnswer,
    Csms,
    CsmsEvent,
    StationBooted,
    StationConnected,
    StationDisconnected,
    StationNotAccepted,
    StationNotConnected,
    WrongVersion,
)
from pilotwire.csms.commands import IdTokenKind, RequestStartStopStatus, ResetKind, ResetStatus
from pilotwire.csms.records import Reading, Session
from pilotwire.errors import (
    CallFailed,
    ConnectionClosed,
    CredentialsRefused,
    HandshakeRefused,
    NoCommonVersion,
)
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Message
from pilotwire.ocpp.words import OwnWord
from pilotwire.rpc import ErrorCode, FrameDirection, Handlers, Validation
from tests.support.editions import IN_2X, IN_ALL
from tests.support.memory_link import MemoryLink, memory_link
from tests.support.virtual_time import virtual_time
from tests.unit.csms.scenes import (
    ACTIONS,
    NOON,
    WORDS,
    boot,
    booted,
    connected,
    least_request,
    new_csms,
    request_of,
)

PENDING = v21.RegistrationStatusEnumType.PENDING


class Obedient:
    """What a station of any version is told to do; it does it all."""

    def __init__(self) -> None:
        self.told: list[Message] = []
        self.handlers = Handlers()
        self._does(v16, "RemoteStartTransaction", "Accepted")
        self._does(v16, "RemoteStopTransaction", "Rejected")
        self._does(v16, "Reset", "Accepted")
        self._does(v16, "TriggerMessage", "Accepted")
        for words in (v201, v21):
            self._does(words, "RequestStartTransaction", "Accepted")
            self._does(words, "RequestStopTransaction", "Rejected")
            self._does(words, "Reset", "Scheduled")
            self._does(words, "TriggerMessage", "Accepted")
            self._does(words, "GetBaseReport", "Accepted")

    def _does(self, words: Any, action: str, status: str) -> None:
        response = getattr(words, f"{action}Response").from_wire({"status": status})

        async def do(request: Message) -> Any:
            self.told.append(request)
            return response

        self.handlers.on(getattr(words, f"{action}Request"), do)


class TestCommand:
    @virtual_time
    async def test_is_put_into_words_of_16(self) -> None:
        csms, station = new_csms(), Obedient()
        async with booted(csms, "1.6", handlers=station.handlers):
            started = await csms.remote_start("CS-1", "CARD", 2)
            stopped = await csms.remote_stop("CS-1", "17")
            restarted = await csms.reset("CS-1")
        assert started is RequestStartStopStatus.ACCEPTED
        assert stopped is RequestStartStopStatus.REJECTED
        assert restarted is ResetStatus.ACCEPTED
        assert station.told == [
            v16.RemoteStartTransactionRequest(id_tag="CARD", connector_id=2),
            v16.RemoteStopTransactionRequest(transaction_id=17),
            v16.ResetRequest(type=v16.ResetType.SOFT),
        ]

    @IN_2X
    @virtual_time
    async def test_is_put_into_words_of_2x(self, version: str) -> None:
        csms, station = new_csms(), Obedient()
        async with booted(csms, version, handlers=station.handlers):
            started = await csms.remote_start("CS-1", "CARD", kind=IdTokenKind.EMAID)
            stopped = await csms.remote_stop("CS-1", "tx")
            restarted = await csms.reset("CS-1", ResetKind.ON_IDLE)
        assert started is RequestStartStopStatus.ACCEPTED
        assert stopped is RequestStartStopStatus.REJECTED
        assert restarted is ResetStatus.SCHEDULED
        start, stop, reset = station.told
        assert isinstance(start, WORDS[version].RequestStartTransactionRequest)
        assert start.to_wire()["idToken"] == {"idToken": "CARD", "type": "eMAID"}
        assert stop == request_of(version, "RequestStopTransaction", transactionId="tx")
        assert reset == request_of(version, "Reset", type="OnIdle")

    @pytest.mark.parametrize(
        ("version", "kind", "sent"),
        [
            ("2.1", IdTokenKind.VIN, "VIN"),
            ("2.1", OwnWord("com.example.Smile"), "com.example.Smile"),
            ("2.0.1", IdTokenKind.VIN, "Local"),
            ("2.0.1", OwnWord("com.example.Smile"), "Local"),
        ],
    )
    @virtual_time
    async def test_may_be_for_a_token_that_not_every_version_has(
        self, version: str, kind: IdTokenKind | OwnWord, sent: str
    ) -> None:
        csms, station = new_csms(), Obedient()
        async with booted(csms, version, handlers=station.handlers):
            await csms.remote_start("CS-1", "CARD", kind=kind)
        [start] = station.told
        assert start.to_wire()["idToken"] == {"idToken": "CARD", "type": sent}

    @pytest.mark.parametrize(
        ("version", "kind", "known"),
        [
            ("1.6", ResetKind.ON_IDLE, False),
            ("1.6", ResetKind.IMMEDIATE_AND_RESUME, False),
            ("2.0.1", ResetKind.IMMEDIATE_AND_RESUME, False),
            ("2.1", ResetKind.IMMEDIATE_AND_RESUME, True),
        ],
    )
    @virtual_time
    async def test_must_be_known_to_the_version(
        self, version: str, kind: ResetKind, known: bool
    ) -> None:
        csms, station = new_csms(), Obedient()
        async with booted(csms, version, handlers=station.handlers):
            if known:
                await csms.reset("CS-1", kind)
                assert [each.to_wire() for each in station.told] == [{"type": kind.value}]
            else:
                with pytest.raises(ValueError, match=f"OCPP {version} has no reset {kind}"):
                    await csms.reset("CS-1", kind)
                assert not station.told

    @pytest.mark.parametrize(("version", "longest"), [("1.6", 20), ("2.0.1", 36), ("2.1", 255)])
    @virtual_time
    async def test_is_for_a_token_that_the_version_can_carry(
        self, version: str, longest: int
    ) -> None:
        csms, station = new_csms(), Obedient()
        async with booted(csms, version, handlers=station.handlers):
            await csms.remote_start("CS-1", "T" * longest)
            with pytest.raises(ValueError, match=r"longer than|too long") as caught:
                await csms.remote_start("CS-1", "T" * (longest + 1))
        assert "TTT" not in str(caught.value)
        assert len(station.told) == 1

    @virtual_time
    async def test_needs_a_connected_and_accepted_station(self) -> None:
        csms = new_csms()
        with pytest.raises(StationNotConnected, match="CS-1"):
            await csms.remote_start("CS-1", "CARD")
        csms.answer_boots("CS-1", BootAnswer(PENDING))
        async with booted(csms, "2.1"):
            with pytest.raises(StationNotAccepted, match="CS-1"):
                await csms.remote_start("CS-1", "CARD")
        with pytest.raises(StationNotConnected):
            await csms.call("CS-1", v21.ClearCacheRequest())

    @IN_ALL
    @virtual_time
    async def test_of_the_callers_own_is_in_the_version_of_the_wire(self, version: str) -> None:
        csms, station = new_csms(), Obedient()
        async with booted(csms, version, handlers=station.handlers):
            for words in (v16, v201, v21):
                request = words.ClearCacheRequest()
                if words is WORDS[version]:
                    with pytest.raises(CallFailed):  # this station does not support it
                        await csms.call("CS-1", request)
                else:
                    told = f"CS-1 speaks OCPP {version}, not {words.__name__}"
                    with pytest.raises(WrongVersion, match=told):
                        await csms.call("CS-1", request)


class TestPendingStation:
    """B02.FR.09: it may send what it was told to."""

    @IN_2X
    @virtual_time
    async def test_may_report(self, version: str) -> None:
        csms = new_csms()
        csms.answer_boots("CS-1", BootAnswer(PENDING))
        words = WORDS[version]
        report = words.NotifyReportRequest(request_id=1, generated_at=NOON, seq_no=0)
        async with booted(csms, version, handlers=Obedient().handlers) as station:
            with pytest.raises(CallFailed):
                await station.call(report)
            await csms.call(
                "CS-1",
                words.GetBaseReportRequest(
                    request_id=1, report_base=words.ReportBaseEnumType.FULL_INVENTORY
                ),
            )
            await station.call(report)
            await boot(station, version)
            with pytest.raises(CallFailed) as caught:
                await station.call(report)
        assert caught.value.code == ErrorCode.SECURITY_ERROR

    @pytest.mark.parametrize(
        ("version", "trigger", "action"),
        [
            ("1.6", "Heartbeat", "Heartbeat"),
            ("2.0.1", "Heartbeat", "Heartbeat"),
            ("2.0.1", "SignV2GCertificate", "SignCertificate"),
            ("2.1", "Heartbeat", "Heartbeat"),
            ("2.1", "SignV2G20Certificate", "SignCertificate"),
            ("2.1", {"customTrigger": "NotifyPriorityCharging"}, "NotifyPriorityCharging"),
        ],
    )
    @virtual_time
    async def test_may_send_what_is_triggered(
        self, version: str, trigger: str | dict[str, str], action: str
    ) -> None:
        csms = new_csms()
        csms.answer_boots("CS-1", BootAnswer(PENDING))
        custom = trigger if isinstance(trigger, dict) else {}
        message = trigger if isinstance(trigger, str) else "CustomTrigger"
        known = ACTIONS[version][action]
        request: Any = known.request.from_wire(least_request(version, action))
        async with booted(csms, version, handlers=Obedient().handlers) as station:
            with pytest.raises(CallFailed):
                await station.call(request)
            await csms.call(
                "CS-1", request_of(version, "TriggerMessage", requestedMessage=message, **custom)
            )
            assert isinstance(await station.call(request), known.response or ())


@virtual_time
async def test_stations_of_all_versions_come_and_go() -> None:
    seen: list[CsmsEvent] = []
    frames: list[tuple[str, FrameDirection, str]] = []

    def tap(identity: str, direction: FrameDirection, text: str) -> None:
        frames.append((identity, direction, text))

    csms = new_csms(on_event=seen.append, tap=tap)
    async with (
        booted(csms, "1.6", "A"),
        connected(csms, "2.0.1", "B"),
        connected(csms, "2.1", "C"),
    ):
        assert csms.stations["A"].connected
        assert csms.stations["B"].version is OcppVersion.V2_0_1
        assert csms.stations["C"].version is OcppVersion.V2_1
    assert not csms.stations["A"].connected
    boots = [event for event in seen if isinstance(event, StationBooted)]
    assert [(each.identity, each.boot.vendor, each.boot.at) for each in boots] == [
        ("A", "Example", NOON)
    ]
    assert StationConnected("A", OcppVersion.V1_6) in seen
    assert {each.identity for each in seen if isinstance(each, StationDisconnected)} == set("ABC")
    assert [(who, way.value, json.loads(text)[0]) for who, way, text in frames] == [
        ("A", "received", 2),
        ("A", "sent", 3),
    ]


@virtual_time
async def test_a_station_that_connects_again_is_reached_by_its_new_connection() -> None:
    csms, first, second = new_csms(), Obedient(), Obedient()
    async with booted(csms, "1.6", handlers=first.handlers):
        async with connected(csms, "1.6", handlers=second.handlers):
            await csms.remote_stop("CS-1", 1)
        assert len(second.told) == 1
    assert not first.told


def test_there_is_room_for_so_many_stations_and_for_each_that_comes_again() -> None:
    async def scene() -> None:
        csms = new_csms()
        connector = WebSocketConnector(open_timeout=5.0)

        def endpoint(port: int, identity: str) -> Endpoint:
            return Endpoint(f"ws://127.0.0.1:{port}", identity, (OcppVersion.V2_0_1,))

        async with asyncio.timeout(10), csms.serve(max_connections=2) as serving:
            first = await connector.connect(endpoint(serving.port, "CS-1"))
            await connector.connect(endpoint(serving.port, "CS-2"))
            with pytest.raises(HandshakeRefused) as refused:
                await connector.connect(endpoint(serving.port, "CS-3"))
            assert refused.value.status == 503
            again = await connector.connect(endpoint(serving.port, "CS-1"))
            with pytest.raises(ConnectionClosed):
                await first.receive()
            assert dict(serving.stations).keys() == {"CS-1", "CS-2"}
            await again.close()

    asyncio.run(scene())


def test_passwords_open_the_door() -> None:
    async def scene() -> None:
        csms = new_csms(passwords={"CS-1": "open sesame"})
        connector = WebSocketConnector(open_timeout=5.0)

        def endpoint(port: int, identity: str, password: str | None) -> Endpoint:
            url = f"ws://127.0.0.1:{port}"
            return Endpoint(url, identity, (OcppVersion.V2_0_1,), password=password)

        async with asyncio.timeout(10), csms.serve() as serving:
            transport = await connector.connect(endpoint(serving.port, "CS-1", "open sesame"))
            assert "CS-1" in csms.stations
            await transport.close()
            for identity, password in [("CS-1", "wrong"), ("CS-1", None), ("CS-2", "open sesame")]:
                with pytest.raises(CredentialsRefused):
                    await connector.connect(endpoint(serving.port, identity, password))
        assert list(csms.stations) == ["CS-1"]

    asyncio.run(scene())


@pytest.mark.parametrize(
    ("served", "offered", "chosen"),
    [
        (None, ("2.1", "2.0.1", "1.6"), "2.1"),
        (None, ("1.6", "2.1"), "1.6"),
        (("2.0.1",), ("2.1", "2.0.1"), "2.0.1"),
        (("1.6", "2.0.1"), ("2.1",), None),
    ],
)
def test_versions_may_be_left_out(
    served: tuple[str, ...] | None, offered: tuple[str, ...], chosen: str | None
) -> None:
    async def scene() -> None:
        csms, connector = new_csms(), WebSocketConnector(open_timeout=5.0)
        narrowed: Any = {} if served is None else {"versions": served}
        async with asyncio.timeout(10), csms.serve(**narrowed) as serving:
            url = f"ws://127.0.0.1:{serving.port}"
            endpoint = Endpoint(url, "CS-1", OcppVersion.parse_all(offered))
            if chosen is None:
                with pytest.raises(NoCommonVersion):
                    await connector.connect(endpoint)
            else:
                transport = await connector.connect(endpoint)
                assert csms.stations["CS-1"].version == chosen
                await transport.close()

    asyncio.run(scene())


@pytest.mark.parametrize("versions", [(), ("1.5",)])
def test_versions_must_be_known(versions: tuple[str, ...]) -> None:
    async def scene() -> None:
        async with new_csms().serve(versions=versions):
            pytest.fail("it serves")

    with pytest.raises(ValueError, match="OCPP version"):
        asyncio.run(scene())


@virtual_time
async def test_a_replaced_connection_is_no_disconnect_of_a_connected_station() -> None:
    seen: list[CsmsEvent] = []
    csms = new_csms(on_event=seen.append)
    async with connected(csms, "1.6") as former:
        async with connected(csms, "1.6"):
            await former.close()
            await asyncio.sleep(1)
            assert [type(event) for event in seen] == [StationConnected, StationConnected]
            assert csms.stations["CS-1"].connected
        await asyncio.sleep(1)
    assert [type(event) for event in seen[2:]] == [StationDisconnected]
    assert not csms.stations["CS-1"].connected


def test_the_server_pings_as_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Any] = []

    @asynccontextmanager
    async def serve(*_: Any, **options: Any) -> AsyncGenerator[None]:
        given.append(options["ping_interval"])
        yield

    async def play() -> None:
        async with Csms().serve(ping_interval=7.0):
            pass

    monkeypatch.setattr("pilotwire.csms.server.serve_websockets", serve)
    asyncio.run(play())
    assert given == [7.0]


async def said(link: MemoryLink, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """What the CSMS answers to CALLs that are sent as they stand."""
    answers: list[Any] = []
    for number, (action, payload) in enumerate(calls):
        await link.station.send(json.dumps([2, str(number), action, payload]))
        answers.append(json.loads(await link.station.receive()))
    return answers


@pytest.mark.bad_frames
@virtual_time
async def test_a_stop_with_a_meter_value_without_samples_ends_the_session() -> None:
    """1.6 4.10, errata 3.18: no CSMS can prevent a stop. The official schema allows it."""
    csms, link = new_csms(knows_its_stations=True), memory_link("ocpp1.6")
    at = {"timestamp": "2025-11-30T13:04:01Z"}
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(csms.serve_transport("CS-1", link.csms))
        start, stop = await said(
            link,
            ("StartTransaction", {"connectorId": 1, "idTag": "A", "meterStart": 7, **at}),
            (
                "StopTransaction",
                {
                    "meterStop": 9,
                    "transactionId": 1,
                    "transactionData": [{"sampledValue": [], **at}],
                    **at,
                },
            ),
        )
        link.cut()
    assert start[2]["transactionId"] == 1
    assert stop[:1] == [3]
    (session,) = csms.stations["CS-1"].sessions
    assert (session.ongoing, session.energy_wh) == (False, 2)


@pytest.mark.bad_frames
@pytest.mark.parametrize("validation", ["strict", "lenient"])
@virtual_time
async def test_a_lenient_csms_takes_what_a_strict_one_refuses(validation: Validation) -> None:
    csms = new_csms(knows_its_stations=True, validation=validation)
    link = memory_link("ocpp1.6")
    status = {"connectorId": 1, "errorCode": "NoError", "status": "Charging", "info": None}
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(csms.serve_transport("CS-1", link.csms))
        (answer,) = await said(link, ("StatusNotification", status))
        link.cut()
    assert answer[0] == (3 if validation == "lenient" else 4)
    assert bool(csms.stations["CS-1"].connectors) == (validation == "lenient")


@virtual_time
async def test_the_same_start_after_its_stop_is_a_new_session() -> None:
    csms, link = new_csms(knows_its_stations=True), memory_link("ocpp1.6")
    at = {"timestamp": "2025-11-30T13:04:01Z"}
    start = ("StartTransaction", {"connectorId": 1, "idTag": "A", "meterStart": 7, **at})
    stop = ("StopTransaction", {"meterStop": 9, "transactionId": 1, **at})
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(csms.serve_transport("CS-1", link.csms))
        answers = []
        for number, (action, payload) in enumerate([start, start, stop, start]):
            await link.station.send(json.dumps([2, f"id-{number}", action, payload]))
            answers.append(json.loads(await link.station.receive())[2])
        link.cut()
    assert [answer.get("transactionId") for answer in answers] == [1, 1, None, 2]
    assert [session.ongoing for session in csms.stations["CS-1"].sessions] == [False, True]


def test_a_message_of_many_samples_is_bounded_work(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    equal = Reading.__eq__

    def count(self: Reading, other: object) -> bool:
        nonlocal compared
        compared += 1
        return equal(self, other)

    monkeypatch.setattr(Reading, "__eq__", count)
    session = Session(transaction_id=1, started=NOON)
    session.add(Reading(NOON, float(number), "A", "V", "B") for number in range(5000))
    assert session.add([Reading(NOON, 4999.0, "A", "V", "B")]) is False
    assert compared < 5000
