"""What an application says: its own answers, the station's through it, starts, stops and vetoes."""

from typing import cast

import pytest

from pilotwire.charging_station import (
    AuthorizationStatus,
    IdToken,
    IdTokenInfo,
    NotConnectedError,
    Start,
    WrongVersionError,
)
from pilotwire.errors import CallFailed, CallRefused, WrongMessage
from pilotwire.events import (
    TokenAccepted,
    TokenRefused,
)
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import AnyRequest
from pilotwire.rpc import ErrorCode
from pilotwire.station.vocabulary import Reason
from tests.support.editions import IN_ALL
from tests.support.listening import drain, watched
from tests.support.scene import EPOCH, TOKEN, Scene, scene
from tests.support.virtual_time import virtual_time


def start_request(version: str) -> AnyRequest:
    """A remote start, in the types of the version."""
    match version:
        case "1.6":
            return v16.RemoteStartTransactionRequest(id_tag=TOKEN, connector_id=1)
        case "2.0.1":
            token201 = v201.IdTokenType(id_token=TOKEN, type=v201.IdTokenEnumType.ISO14443)
            return v201.RequestStartTransactionRequest(
                id_token=token201, remote_start_id=1, evse_id=1
            )
        case _:
            token21 = v21.IdTokenType(id_token=TOKEN, type="ISO14443")
            return v21.RequestStartTransactionRequest(
                id_token=token21, remote_start_id=1, evse_id=1
            )


def register(s: Scene, version: str, asked: list[str], *, refuse: bool = False) -> None:
    """An application that answers remote starts as the station would, or refuses them."""
    if version == "1.6":

        @s.station.on(v16.RemoteStartTransactionRequest)
        async def start16(
            request: v16.RemoteStartTransactionRequest,
        ) -> v16.RemoteStartTransactionResponse:
            asked.append(request.id_tag)
            if refuse:
                raise CallRefused(ErrorCode.SECURITY_ERROR, "not here")
            return await s.station.default(request)

    elif version == "2.0.1":

        @s.station.on(v201.RequestStartTransactionRequest)
        async def start201(
            request: v201.RequestStartTransactionRequest,
        ) -> v201.RequestStartTransactionResponse:
            asked.append(request.id_token.id_token)
            if refuse:
                raise CallRefused(ErrorCode.SECURITY_ERROR, "not here")
            return await s.station.default(request)

    else:

        @s.station.on(v21.RequestStartTransactionRequest)
        async def start21(
            request: v21.RequestStartTransactionRequest,
        ) -> v21.RequestStartTransactionResponse:
            asked.append(request.id_token.id_token)
            if refuse:
                raise CallRefused(ErrorCode.SECURITY_ERROR, "not here")
            return await s.station.default(request)


@IN_ALL
@virtual_time
async def test_a_handler_lets_the_station_decide(version: str) -> None:
    """What the station would do begins when the handler's answer has left."""
    asked: list[str] = []
    async with scene(version) as s:
        register(s, version, asked)
        await s.evse.plug_in(ElectricVehicle())
        answer = await s.csms.call(start_request(version))
        assert str(answer.to_wire()["status"]) == "Accepted"
        assert s.station.evses[0].token is None  # not before the answer has left
        await s.wait(5)
        token = s.station.evses[0].token
        assert token is not None
        assert token.value == TOKEN
        assert asked == [TOKEN]


@IN_ALL
@virtual_time
async def test_nothing_begins_where_the_handler_refuses(version: str) -> None:
    asked: list[str] = []
    async with scene(version) as s:
        register(s, version, asked, refuse=True)
        await s.evse.plug_in(ElectricVehicle())
        with pytest.raises(CallFailed, match="not here"):
            await s.csms.call(start_request(version))
        await s.wait(5)
        assert s.station.evses[0].token is None


@virtual_time
async def test_what_the_station_does_not_do_by_default_is_refused() -> None:
    async with scene("1.6") as s:

        @s.station.on(v16.UpdateFirmwareRequest)
        async def update(request: v16.UpdateFirmwareRequest) -> v16.UpdateFirmwareResponse:
            return await s.station.default(request)

        location = "https://csms.example/firmware"
        with pytest.raises(CallFailed) as failure:
            await s.csms.call(v16.UpdateFirmwareRequest(location=location, retrieve_date=EPOCH))
        assert failure.value.code in {ErrorCode.NOT_SUPPORTED, ErrorCode.NOT_IMPLEMENTED}


@virtual_time
async def test_the_default_outside_a_handler_begins_at_once() -> None:
    async with scene("2.0.1") as s:
        await s.evse.plug_in(ElectricVehicle())
        request = start_request("2.0.1")
        assert isinstance(request, v201.RequestStartTransactionRequest)
        answer = await s.station.default(request)
        assert answer.status is v201.RequestStartStopStatusEnumType.ACCEPTED
        await s.wait(5)
        assert s.station.evses[0].token is not None


@virtual_time
async def test_the_default_wants_a_connection_and_its_version() -> None:
    async with scene("2.0.1") as s:
        with pytest.raises(WrongVersionError, match=r"2\.0\.1"):
            await s.station.default(v16.ClearCacheRequest())
        s.go_offline()
        await s.wait(1)
        with pytest.raises(NotConnectedError):
            await s.station.default(v201.ClearCacheRequest())


@IN_ALL
@virtual_time
async def test_a_listener_hears_beside_whoever_answers(version: str) -> None:
    heard: list[str] = []
    async with scene(version) as s:
        for kind in (
            v16.RemoteStartTransactionRequest,
            v201.RequestStartTransactionRequest,
            v21.RequestStartTransactionRequest,
        ):

            @s.station.heard(kind)
            async def listen(request: AnyRequest) -> None:
                heard.append(request.action)
                raise ValueError("a slip of the application")

        await s.evse.plug_in(ElectricVehicle())
        answer = await s.csms.call(start_request(version))
        assert str(answer.to_wire()["status"]) == "Accepted"
        await s.wait(5)
        assert len(heard) == 1
        assert s.station.evses[0].token is not None


@virtual_time
async def test_a_listener_to_what_no_csms_sends_is_an_error() -> None:
    async def hear(request: v16.ResetRequest) -> None:
        raise AssertionError(request)

    async with scene("1.6") as s:
        with pytest.raises(WrongMessage, match="HeartbeatRequest"):
            s.station._application.hear(cast("type[v16.ResetRequest]", v16.HeartbeatRequest), hear)


@IN_ALL
@virtual_time
async def test_the_application_starts_and_stops(version: str) -> None:
    """C02, C04, E06: a button begins a session, and ends it for a reason of its own."""
    async with watched(version) as (s, stream):
        evse = s.station.evse(1)
        assert evse.id == 1
        assert not await evse.stop()
        await s.evse.plug_in(ElectricVehicle())
        assert await evse.start("0815")
        await s.wait(20)
        assert s.evse.contactor.closed
        assert "Authorize" not in s.csms.actions()
        assert not await evse.start("4711")
        assert await evse.limit(10)
        assert evse.snapshot.limit == 10
        assert await evse.stop(Reason.EMERGENCY_STOP)
        await s.wait(5)
        assert not s.evse.contactor.closed
        if version == "1.6":
            assert (
                s.csms.requests(v16.StopTransactionRequest)[0].reason is v16.Reason.EMERGENCY_STOP
            )
        else:
            ended = s.csms.requests(v21.TransactionEventRequest)[-1]
            assert ended.transaction_info.stopped_reason is v21.ReasonEnumType.EMERGENCY_STOP
        heard = await drain(stream)
        assert [each.token.value for each in heard if isinstance(each, TokenAccepted)] == ["0815"]
        (refused,) = [each for each in heard if isinstance(each, TokenRefused)]
        assert (refused.evse_id, refused.token.value) == (1, "4711")


@IN_ALL
@virtual_time
async def test_a_start_button_without_a_token(version: str) -> None:
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        assert await s.station.evse(1).start()
        await s.wait(20)
        assert s.evse.contactor.closed


@IN_ALL
@virtual_time
async def test_a_token_of_the_application_is_one_at_the_reader(version: str) -> None:
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        assert await s.station.evse(1).authorize(TOKEN)
        await s.wait(20)
        assert "Authorize" in s.csms.actions()
        assert s.evse.contactor.closed
        assert await s.station.evse(1).authorize(TOKEN)
        await s.wait(5)
        assert not s.evse.contactor.closed
        with pytest.raises(ValueError, match="255"):
            await s.station.evse(1).authorize("")


@virtual_time
async def test_an_evse_that_is_not_there_or_not_running() -> None:
    async with scene("1.6") as s:
        with pytest.raises(IndexError, match="2"):
            s.station.evse(2)
        evse = s.station.evse(1)
    with pytest.raises(NotConnectedError):
        await evse.start()
    with pytest.raises(NotConnectedError):
        _ = evse.snapshot


@IN_ALL
@virtual_time
async def test_the_application_vetoes_local_and_remote_starts(version: str) -> None:
    asked: list[tuple[str, bool]] = []
    async with watched(version) as (s, stream):

        @s.station.on_start
        def closed(start: Start) -> str | None:
            asked.append((start.token.value, start.remote))
            return "closed at night" if start.evse.evse_id == 1 else None

        await s.plug_in_and_swipe()
        await s.wait(5)
        assert s.station.evses[0].token is None
        answer = await s.csms.call(start_request(version))
        assert str(answer.to_wire()["status"]) == "Rejected"
        if version != "1.6":
            assert answer.to_wire()["statusInfo"] == {
                "reasonCode": "Unspecified",
                "additionalInfo": "closed at night",
            }
        assert asked == [(TOKEN, False), (TOKEN, True)]
        refused = [each.reason for each in await drain(stream) if isinstance(each, TokenRefused)]
        assert refused == ["closed at night"]


@virtual_time
async def test_a_veto_that_fails_lets_nothing_begin() -> None:
    async with scene("2.0.1") as s:

        @s.station.on_start
        def broken(start: Start) -> str | None:
            raise ValueError("a slip of the application")

        await s.plug_in_and_swipe()
        await s.wait(5)
        assert s.station.evses[0].token is None


@IN_ALL
@virtual_time
async def test_an_authorizer_of_the_application_outlasts_resets(version: str) -> None:
    async with scene(version) as s:

        @s.station.authorizer
        async def known_here(token: IdToken) -> IdTokenInfo | None:
            if token.value == "0815":
                return IdTokenInfo(AuthorizationStatus.ACCEPTED)
            return IdTokenInfo(AuthorizationStatus.BLOCKED) if token.value == "4711" else None

        reset = (
            v16.ResetRequest(type=v16.ResetType.SOFT)
            if version == "1.6"
            else v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE)
        )
        await s.csms.call(reset)
        await s.wait(60)
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.swipe("4711")
        await s.wait(5)
        assert s.station.evses[0].token is None
        await s.evse.swipe("0815")
        await s.wait(20)
        assert s.evse.contactor.closed
        assert "Authorize" not in s.csms.actions()
