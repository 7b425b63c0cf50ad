"""Commands to stations, stations that come and go, and passwords."""

import asyncio
import json

import pytest

from pilotwire.connection import Endpoint, OcppVersion
from pilotwire.connection.client import WebSocketConnector
from pilotwire.csms import (
    BootAnswer,
    CsmsEvent,
    StationBooted,
    StationConnected,
    StationDisconnected,
    StationNotAccepted,
    StationNotConnected,
    WrongVersion,
)
from pilotwire.csms.commands import RequestStartStopStatus, ResetKind, ResetStatus
from pilotwire.errors import CallFailed, CredentialsRefused
from pilotwire.ocpp import v16, v201
from pilotwire.rpc import ErrorCode, FrameDirection, Handlers
from tests.support.virtual_time import virtual_time
from tests.unit.csms.scenes import NOON, boot, booted, connected, new_csms

PENDING = v201.RegistrationStatusEnumType.PENDING


class Obedient:
    """What a station of either version is told to do; it does it all."""

    def __init__(self) -> None:
        self.told: list[object] = []
        self.handlers = Handlers()
        self.handlers.on(v16.RemoteStartTransactionRequest, self._start_16)
        self.handlers.on(v16.RemoteStopTransactionRequest, self._stop_16)
        self.handlers.on(v16.ResetRequest, self._reset_16)
        self.handlers.on(v201.RequestStartTransactionRequest, self._start_201)
        self.handlers.on(v201.RequestStopTransactionRequest, self._stop_201)
        self.handlers.on(v201.ResetRequest, self._reset_201)
        self.handlers.on(v201.TriggerMessageRequest, self._trigger_201)
        self.handlers.on(v201.GetBaseReportRequest, self._report_201)

    async def _start_16(
        self, request: v16.RemoteStartTransactionRequest
    ) -> v16.RemoteStartTransactionResponse:
        self.told.append(request)
        return v16.RemoteStartTransactionResponse(status=v16.RemoteStartStopStatus.ACCEPTED)

    async def _stop_16(
        self, request: v16.RemoteStopTransactionRequest
    ) -> v16.RemoteStopTransactionResponse:
        self.told.append(request)
        return v16.RemoteStopTransactionResponse(status=v16.RemoteStartStopStatus.REJECTED)

    async def _reset_16(self, request: v16.ResetRequest) -> v16.ResetResponse:
        self.told.append(request)
        return v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)

    async def _start_201(
        self, request: v201.RequestStartTransactionRequest
    ) -> v201.RequestStartTransactionResponse:
        self.told.append(request)
        return v201.RequestStartTransactionResponse(
            status=v201.RequestStartStopStatusEnumType.ACCEPTED
        )

    async def _stop_201(
        self, request: v201.RequestStopTransactionRequest
    ) -> v201.RequestStopTransactionResponse:
        self.told.append(request)
        return v201.RequestStopTransactionResponse(
            status=v201.RequestStartStopStatusEnumType.REJECTED
        )

    async def _reset_201(self, request: v201.ResetRequest) -> v201.ResetResponse:
        self.told.append(request)
        return v201.ResetResponse(status=v201.ResetStatusEnumType.SCHEDULED)

    async def _trigger_201(self, _: v201.TriggerMessageRequest) -> v201.TriggerMessageResponse:
        return v201.TriggerMessageResponse(status=v201.TriggerMessageStatusEnumType.ACCEPTED)

    async def _report_201(self, _: v201.GetBaseReportRequest) -> v201.GetBaseReportResponse:
        return v201.GetBaseReportResponse(status=v201.GenericDeviceModelStatusEnumType.ACCEPTED)


class TestCommand:
    @virtual_time
    async def test_is_put_into_words_of_16(self) -> None:
        csms, station = new_csms(), Obedient()
        async with booted(csms, "1.6", handlers=station.handlers):
            started = await csms.remote_start("CS-1", "CARD", 2)
            stopped = await csms.remote_stop("CS-1", "17")
            restarted = await csms.reset("CS-1")
            with pytest.raises(ValueError, match="no reset that waits"):
                await csms.reset("CS-1", ResetKind.ON_IDLE)
        assert started is RequestStartStopStatus.ACCEPTED
        assert stopped is RequestStartStopStatus.REJECTED
        assert restarted is ResetStatus.ACCEPTED
        assert station.told == [
            v16.RemoteStartTransactionRequest(id_tag="CARD", connector_id=2),
            v16.RemoteStopTransactionRequest(transaction_id=17),
            v16.ResetRequest(type=v16.ResetType.SOFT),
        ]

    @virtual_time
    async def test_is_put_into_words_of_201(self) -> None:
        csms, station = new_csms(), Obedient()
        async with booted(csms, "2.0.1", handlers=station.handlers):
            started = await csms.remote_start("CS-1", "CARD")
            stopped = await csms.remote_stop("CS-1", "tx")
            restarted = await csms.reset("CS-1", ResetKind.ON_IDLE)
        assert started is RequestStartStopStatus.ACCEPTED
        assert stopped is RequestStartStopStatus.REJECTED
        assert restarted is ResetStatus.SCHEDULED
        start, stop, reset = station.told
        assert isinstance(start, v201.RequestStartTransactionRequest)
        assert (start.id_token.id_token, start.id_token.type) == ("CARD", "Central")
        assert stop == v201.RequestStopTransactionRequest(transaction_id="tx")
        assert reset == v201.ResetRequest(type=v201.ResetEnumType.ON_IDLE)

    @virtual_time
    async def test_needs_a_connected_and_accepted_station_that_understands_it(self) -> None:
        csms = new_csms()
        with pytest.raises(StationNotConnected, match="CS-1"):
            await csms.remote_start("CS-1", "CARD")
        csms.answer_boots("CS-1", BootAnswer(PENDING))
        async with booted(csms, "2.0.1"):
            with pytest.raises(StationNotAccepted, match="CS-1"):
                await csms.remote_start("CS-1", "CARD")
            with pytest.raises(WrongVersion, match=r"speaks OCPP 2\.0\.1"):
                await csms.call("CS-1", v16.ClearCacheRequest())
        with pytest.raises(StationNotConnected):
            await csms.call("CS-1", v201.ClearCacheRequest())


class TestPendingStation:
    @virtual_time
    async def test_may_send_what_it_was_told_to(self) -> None:
        # B02.FR.09
        csms = new_csms()
        csms.answer_boots("CS-1", BootAnswer(PENDING))
        report = v201.NotifyReportRequest(request_id=1, generated_at=NOON, seq_no=0)
        async with booted(csms, "2.0.1", handlers=Obedient().handlers) as station:
            await csms.call(
                "CS-1",
                v201.GetBaseReportRequest(
                    request_id=1, report_base=v201.ReportBaseEnumType.FULL_INVENTORY
                ),
            )
            await station.call(report)
            with pytest.raises(CallFailed):
                await station.call(v201.HeartbeatRequest())
            await csms.call(
                "CS-1",
                v201.TriggerMessageRequest(requested_message=v201.MessageTriggerEnumType.HEARTBEAT),
            )
            await station.call(v201.HeartbeatRequest())
            await csms.call(
                "CS-1",
                v201.TriggerMessageRequest(
                    requested_message=v201.MessageTriggerEnumType.SIGN_V2G_CERTIFICATE
                ),
            )
            await station.call(v201.SignCertificateRequest(csr="x"))
            await boot(station, "2.0.1")
            with pytest.raises(CallFailed) as caught:
                await station.call(report)
        assert caught.value.code == ErrorCode.SECURITY_ERROR


@virtual_time
async def test_stations_of_both_versions_come_and_go() -> None:
    seen: list[CsmsEvent] = []
    frames: list[tuple[str, FrameDirection, str]] = []

    def tap(identity: str, direction: FrameDirection, text: str) -> None:
        frames.append((identity, direction, text))

    csms = new_csms(on_event=seen.append, tap=tap)
    async with booted(csms, "1.6", "A"), connected(csms, "2.0.1", "B"):
        assert csms.stations["A"].connected
        assert csms.stations["B"].version is OcppVersion.V2_0_1
    assert not csms.stations["A"].connected
    boots = [event for event in seen if isinstance(event, StationBooted)]
    assert [(each.identity, each.boot.vendor, each.boot.at) for each in boots] == [
        ("A", "Example", NOON)
    ]
    assert StationConnected("A", OcppVersion.V1_6) in seen
    assert {each.identity for each in seen if isinstance(each, StationDisconnected)} == {"A", "B"}
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
