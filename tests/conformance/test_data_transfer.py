"""DataTransfer, both ways (2.x P01, P02; 1.6 4.3, 5.6)."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import BaseModel, JsonValue

from pilotwire.charging_station import ChargingStation, DataTransferStatus, NotConnectedError
from pilotwire.errors import (
    CallFailed,
    CallRefused,
    HandledAlready,
    InvalidResponse,
    TransferRejected,
)
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Response
from tests.support.editions import IN_2X, IN_ALL
from tests.support.scene import Scene, scene
from tests.support.virtual_time import virtual_time

WORDS: dict[str, Any] = {"1.6": v16, "2.0.1": v201, "2.1": v21}
VENDOR = "com.example.display"

Station = ChargingStation[SimulatedStation]


class Text(BaseModel):
    """What a display is to show."""

    text: str
    seconds: int = 10


class Shown(BaseModel):
    """What it shows now."""

    lines: list[str]


def display(station: Station) -> None:
    """An application with a display, and with a word of its maker's for plain text."""

    @station.data_transfer(VENDOR, "show", Text)
    async def show(text: Text) -> Shown:
        if text.seconds > 60:
            raise TransferRejected("too long", {"most": 60})
        return Shown(lines=text.text.split())

    @station.data_transfer(VENDOR, "say", str)
    async def say(text: str) -> str:
        return text.upper()

    @station.data_transfer(VENDOR)
    async def anything(data: JsonValue) -> JsonValue:
        return data

    @station.data_transfer(VENDOR, "fail")
    async def fail(data: JsonValue) -> None:
        raise RuntimeError(f"no use for {data}")

    @station.data_transfer(VENDOR, "hang")
    async def hang(_: JsonValue) -> None:
        await asyncio.sleep(1000)

    @station.data_transfer(VENDOR, "refuse")
    async def refuse(_: JsonValue) -> None:
        raise CallRefused("InternalError")

    @station.data_transfer(VENDOR, "odd")
    async def odd(_: JsonValue) -> Any:
        return object()


async def tell(
    s: Scene, version: str, message: str | None = None, data: Any = None, vendor: str = VENDOR
) -> Any:
    """What the station answers to a vendor's message."""
    what: dict[str, Any] = {"vendor_id": vendor, "message_id": message}
    if data is not None:
        what["data"] = data
    return await s.csms.call(WORDS[version].DataTransferRequest(**what))


# To the station.


@IN_2X
@virtual_time
async def test_the_vendor_is_not_known(version: str) -> None:
    """P01.FR.05 (TC_P_01): an answer, and no CALLERROR; with a vendor that is known, too."""
    for prepare in (lambda _: None, display):
        async with scene(version, prepare=prepare) as s:
            answer = await tell(s, version, "show", vendor="com.example")
            assert answer.status == "UnknownVendorId"
            assert answer.data is None


@virtual_time
async def test_the_vendor_is_not_known_in_1_6() -> None:
    """4.3, 7.20 (TC_062): UnknownVendorId, without data."""
    async with scene("1.6") as s:
        answer = await s.csms.call(v16.DataTransferRequest(vendor_id="com.example"))
        assert answer.status is v16.DataTransferStatus.UNKNOWN_VENDOR_ID
        assert answer.data is None


@IN_ALL
@virtual_time
async def test_the_message_is_not_known(version: str) -> None:
    """P01.FR.06; 1.6 4.3."""
    async with scene(version, prepare=display) as s:
        assert (await tell(s, version, "sing")).status == "UnknownMessageId"


@IN_2X
@virtual_time
async def test_a_model_is_taken_and_answered_with_another(version: str) -> None:
    """P01.FR.07."""
    async with scene(version, prepare=display) as s:
        answer = await tell(s, version, "show", {"text": "Hello world"})
        assert answer.status == "Accepted"
        assert answer.data == {"lines": ["Hello", "world"]}
        as_text = await tell(s, version, "show", '{"text": "Hello"}')
        assert as_text.data == {"lines": ["Hello"]}, "many a CSMS sends JSON in a text"


@virtual_time
async def test_a_model_is_json_in_a_text_in_1_6() -> None:
    """6.14, 6.15: the data is a text."""
    async with scene("1.6", prepare=display) as s:
        answer = await tell(s, "1.6", "show", '{"text": "Hello wörld", "seconds": 5}')
        assert answer.status == "Accepted"
        assert answer.data == '{"lines":["Hello","wörld"]}'


@IN_ALL
@virtual_time
async def test_a_plain_text(version: str) -> None:
    async with scene(version, prepare=display) as s:
        answer = await tell(s, version, "say", '"quoted" 12')
        assert (answer.status, answer.data) == ("Accepted", '"QUOTED" 12')


@IN_ALL
@virtual_time
async def test_ids_are_of_either_case(version: str) -> None:
    """1.6 6.14: CiString."""
    async with scene(version, prepare=display) as s:
        answer = await tell(s, version, "SAY", "hm", vendor=VENDOR.upper())
        assert answer.status == "Accepted"


@IN_ALL
@virtual_time
async def test_a_message_without_id_and_without_data(version: str) -> None:
    async with scene(version, prepare=display) as s:
        answer = await tell(s, version)
        assert (answer.status, answer.data) == ("Accepted", None)
        answer = await tell(s, version, data="hm")
        assert answer.data == "hm"


@IN_ALL
@pytest.mark.parametrize("data", [None, "hm", '{"text": 1}', '{"text": "hm", "seconds": "no"}'])
@virtual_time
async def test_data_that_is_not_what_the_vendor_sends(version: str, data: str | None) -> None:
    """P01.FR.07: it is rejected, and says where it is wrong."""
    async with scene(version, prepare=display) as s:
        answer = await tell(s, version, "show", data)
        assert answer.status == "Rejected"
        if version != "1.6":
            assert answer.status_info.reason_code == "InvalidValue"
            assert answer.status_info.additional_info.startswith("data")


@IN_ALL
@virtual_time
async def test_a_handler_that_rejects(version: str) -> None:
    async with scene(version, prepare=display) as s:
        answer = await tell(s, version, "show", '{"text": "hm", "seconds": 61}')
        assert answer.status == "Rejected"
        assert answer.data == ('{"most":60}' if version == "1.6" else {"most": 60})
        if version != "1.6":
            assert answer.status_info.additional_info == "too long"


@IN_ALL
@pytest.mark.parametrize("message", ["fail", "hang", "refuse", "odd"])
@virtual_time
async def test_a_handler_that_fails_is_no_callerror(version: str, message: str) -> None:
    async with scene(version, prepare=display) as s:
        assert s.csms.peer is not None
        s.csms.peer.message_timeout = 120
        assert (await tell(s, version, message)).status == "Rejected"
        assert (await tell(s, version, "say", "hm")).status == "Accepted", "others are handled"


@IN_ALL
@virtual_time
async def test_a_handler_for_all_data_transfers_goes_first(version: str) -> None:
    """One that the application has registered with `on`, in the words of the version."""

    def prepare(station: Station) -> None:
        display(station)
        request = WORDS[version].DataTransferRequest

        @station.on(request)
        async def answer(_: Any) -> Any:
            return WORDS[version].DataTransferResponse(status="Accepted", data="mine")

    async with scene(version, prepare=prepare) as s:
        assert (await tell(s, version, "say", "hm")).data == "mine"


@virtual_time
async def test_a_second_handler_is_refused() -> None:
    async with scene("2.1", prepare=display) as s:
        with pytest.raises(HandledAlready):
            s.station.data_transfer(VENDOR.upper(), "Say")(nothing)
        with pytest.raises(ValueError, match="1 to 50 characters"):
            s.station.data_transfer(VENDOR, "x" * 51)(nothing)
        with pytest.raises(ValueError, match="1 to 255 characters"):
            s.station.data_transfer("")(nothing)


async def nothing(_: JsonValue) -> None:
    """Handles whatever comes."""


@IN_ALL
@virtual_time
async def test_handlers_outlast_a_restart(version: str) -> None:
    async with scene(version, prepare=display) as s:
        reset: Any = (
            v16.ResetRequest(type=v16.ResetType.SOFT)
            if version == "1.6"
            else v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE)
        )
        await s.csms.call(reset)
        await s.wait(60)
        assert (await tell(s, version, "say", "hm")).status == "Accepted"


# To the CSMS.


def answering(
    version: str, status: DataTransferStatus, data: Any = None
) -> Callable[[Any], Response]:
    more = {} if data is None else {"data": data}

    def answer(_: Any) -> Response:
        response: Response = WORDS[version].DataTransferResponse(status=status.value, **more)
        return response

    return answer


@IN_ALL
@virtual_time
async def test_a_message_to_the_csms(version: str) -> None:
    """P02; 1.6 4.3."""
    accepted = DataTransferStatus.ACCEPTED
    request = WORDS[version].DataTransferRequest
    async with scene(version) as s:
        in_text = version == "1.6"
        answer = '{"lines": ["Hello"]}' if in_text else {"lines": ["Hello"]}
        s.csms.answer(request, answering(version, accepted, answer))
        said = await s.station.transfer(VENDOR, "show", Text(text="Hello"), Shown)
        assert said.accepted
        assert said.data == Shown(lines=["Hello"])
        (told,) = s.csms.requests(request)
        assert (told.vendor_id, told.message_id) == (VENDOR, "show")
        sent = '{"text":"Hello","seconds":10}' if in_text else {"text": "Hello", "seconds": 10}
        assert told.data == sent


@IN_ALL
@virtual_time
async def test_a_text_to_the_csms(version: str) -> None:
    request = WORDS[version].DataTransferRequest
    async with scene(version) as s:
        s.csms.answer(request, answering(version, DataTransferStatus.ACCEPTED, "hm"))
        said = await s.station.transfer(VENDOR, data="Hello")
        assert said.data == "hm"
        (told,) = s.csms.requests(request)
        assert (told.message_id, told.data) == (None, "Hello")


@IN_ALL
@pytest.mark.parametrize("status", list(DataTransferStatus))
@virtual_time
async def test_what_the_csms_says(version: str, status: DataTransferStatus) -> None:
    """P02.FR.06, P02.FR.07."""
    async with scene(version) as s:
        s.csms.answer(WORDS[version].DataTransferRequest, answering(version, status))
        said = await s.station.transfer(VENDOR, "show", {"text": "hm"}, Shown)
        assert (said.status, said.data) == (status, None)
        assert said.accepted == (status is DataTransferStatus.ACCEPTED)


@IN_ALL
@virtual_time
async def test_a_message_that_is_not_answered_well(version: str) -> None:
    request = WORDS[version].DataTransferRequest

    def refuse(_: Any) -> Response:
        raise CallRefused("NotSupported")

    async with scene(version) as s:
        s.csms.answer(request, answering(version, DataTransferStatus.ACCEPTED, "hm"))
        with pytest.raises(InvalidResponse, match="data"):
            await s.station.transfer(VENDOR, "show", "hm", Shown)
        s.csms.answer(request, refuse)
        with pytest.raises(CallFailed):
            await s.station.transfer(VENDOR)
        with pytest.raises(ValueError, match="255"):
            await s.station.transfer("x" * 256)
        with pytest.raises(ValueError, match="JSON"):
            await s.station.transfer(VENDOR, data=float("nan"))
        s.go_offline()
        await s.wait(1)
        with pytest.raises(NotConnectedError):
            await s.station.transfer(VENDOR)
