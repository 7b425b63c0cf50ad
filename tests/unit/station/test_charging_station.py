"""The whole station as an application uses it."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from pilotwire.charging_station import (
    Environment,
    Network,
    NotConnectedError,
    WrongVersionError,
)
from pilotwire.errors import BadUrl, CallFailed, CallRefused, CsmsUnreachable
from pilotwire.hal.interfaces import OwnWord
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v201
from pilotwire.rpc import Transport
from pilotwire.station.device_model.model import UnknownVariableError
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SecurityCtrlr, TxCtrlr
from pilotwire.store import Store
from tests.support.memory_link import MemoryConnector
from tests.support.scene import TOKEN, Opponent, now, scene
from tests.support.stations import URL, station
from tests.support.virtual_time import virtual_time


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"csms": "http://csms.example"}, "must begin with ws://"),
        ({"csms": "ws://"}, "no host"),
        ({"csms": Network(URL)}, "neither TLS nor a password"),
        ({"identity": ""}, "identity is empty"),
        ({"csms": Network(URL, ("1.5",))}, "unknown OCPP version '1.5'"),
        ({"csms": Network(URL, ())}, "no OCPP version"),
        (
            {"csms": Network(URL, ("2.2",), unsecured=True)},
            "unknown OCPP version '2.2'; known are 1.6, 2.0.1, 2.1",
        ),
        ({"csms": URL, "versions": ("1.5",)}, "unknown OCPP version '1.5'"),
        (
            {"csms": Network(URL, unsecured=True), "versions": ("1.6",)},
            "the versions are the Network's",
        ),
        ({"vendor": "x" * 21}, "vendor must have 1 to 20 characters, not 21"),
        ({"model": ""}, "model must have 1 to 20 characters, not 0"),
        ({"settings": [TxCtrlr.TxStartPoint.to(("Nonsense",))]}, "'Nonsense' is none of"),
        ({"settings": [TxCtrlr.TxStartPoint.to(("DataSigned",))]}, "can't tell DataSigned"),
        ({"settings": [TxCtrlr.EVConnectionTimeOut.to(cast("Any", "30"))]}, "'30' is no integer"),
        (
            {"settings": {TxCtrlr.EVConnectionTimeOut: 30}},
            r"`settings` are a list: \[TxCtrlr.EVConnectionTimeOut.to\(value\)\]",
        ),
        ({"settings": "30"}, "`settings` are a list"),
    ],
)
def test_wrong_arguments_say_what_to_change(changes: dict[str, object], text: str) -> None:
    with pytest.raises(ValueError, match=text) as raised:
        station(**changes)
    assert isinstance(raised.value, BadUrl) == (text in {"must begin with ws://", "no host"})


def test_of_two_settings_for_one_variable_the_last_counts() -> None:
    wait = TxCtrlr.EVConnectionTimeOut
    one = station(settings=[wait.to(20), wait.to(30)])
    assert one.device_model[wait] == 30


def test_a_setting_does_not_show_its_value() -> None:
    assert "s3cret" not in repr(SecurityCtrlr.BasicAuthPassword.to("s3cret"))


def test_a_setting_that_the_station_does_not_have() -> None:
    with pytest.raises(UnknownVariableError, match=r"the station has no TxCtrlr.ChargingTime"):
        station(settings=[TxCtrlr.ChargingTime.to(1.0)])


@virtual_time
async def test_a_request_of_your_own() -> None:
    async with scene("2.0.1") as s:
        s.csms.answer(
            v201.DataTransferRequest,
            lambda request: v201.DataTransferResponse(
                status=v201.DataTransferStatusEnumType.ACCEPTED, data=request.data
            ),
        )
        answer = await s.station.call(v201.DataTransferRequest(vendor_id="com.example", data=[1]))
        assert answer.data == [1]


@virtual_time
async def test_a_request_of_another_version_is_refused() -> None:
    async with scene("2.0.1") as s:
        with pytest.raises(WrongVersionError, match=r"pilotwire.ocpp.v16 is not OCPP 2.0.1"):
            await s.station.call(v16.HeartbeatRequest())


@virtual_time
async def test_no_request_before_the_csms_has_accepted() -> None:
    """B01.FR.08."""
    async with scene("2.0.1", booted=False) as s:
        with pytest.raises(NotConnectedError):
            await s.station.call(v201.HeartbeatRequest())


@virtual_time
async def test_an_answer_of_your_own() -> None:
    async with scene("2.0.1") as s:

        @s.station.on(v201.DataTransferRequest)
        async def transfer(request: v201.DataTransferRequest) -> v201.DataTransferResponse:
            if request.vendor_id != "com.example":
                raise CallRefused("SecurityError", "not for you")
            return v201.DataTransferResponse(status=v201.DataTransferStatusEnumType.ACCEPTED)

        answer = await s.csms.call(v201.DataTransferRequest(vendor_id="com.example"))
        assert answer.status is v201.DataTransferStatusEnumType.ACCEPTED
        with pytest.raises(CallFailed, match="not for you"):
            await s.csms.call(v201.DataTransferRequest(vendor_id="com.other"))


@virtual_time
async def test_the_version_that_the_csms_speaks() -> None:
    """OCPP-J 3.1.3: offered in order of preference; the CSMS picks."""
    for spoken, chosen in ((("1.6",), "1.6"), (("1.6", "2.0.1"), "2.0.1")):
        async with scene(*spoken, offered=("2.0.1", "1.6")) as s:
            assert s.station.version == chosen
            assert s.network.attempts[0].subprotocols == ("ocpp2.0.1", "ocpp1.6")


@virtual_time
async def test_no_common_version_is_said_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    async with scene("1.6", offered=("2.0.1",), booted=False) as s:
        await s.wait(100)
        assert len(s.network.attempts) > 2
        s.go_online()
    text = "offered ocpp2.0.1; the CSMS accepted none of them"
    assert any(text in record.message for record in caplog.records)


@virtual_time
async def test_a_transaction_goes_on_in_another_version() -> None:
    """A dialect is a translation: the same transaction is told in what the CSMS now speaks."""
    csms = Opponent()
    store = Store(":memory:")
    async with scene("2.0.1", "1.6", offered=("2.0.1", "1.6"), csms=csms, store=store) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        s.network._supported = ["ocpp1.6"]
        s.cut()
        await s.wait(60)
        assert s.station.version == "1.6"
        assert s.evse.contactor.closed


@virtual_time
async def test_the_back_off_of_reconnections() -> None:
    """RetryBackOffWaitMinimum, RetryBackOffRandomRange, RetryBackOffRepeatTimes."""
    settings = {
        OCPPCommCtrlr.RetryBackOffWaitMinimum: 10,
        OCPPCommCtrlr.RetryBackOffRandomRange: 0,
        OCPPCommCtrlr.RetryBackOffRepeatTimes: 3,
    }
    async with scene("2.0.1", settings=settings) as s:
        loop = asyncio.get_running_loop()
        times: list[float] = []

        class Counting(CsmsUnreachable):
            def __init__(self) -> None:
                super().__init__("no network")

        s.network.refusal = Counting()
        s.cut()
        before = len(s.network.attempts)
        cut_at = loop.time()
        while len(s.network.attempts) < before + 5:
            seen = len(s.network.attempts)
            while len(s.network.attempts) == seen:
                await s.wait(0.5)
            times.append(loop.time() - cut_at)
        gaps = [round(b - a) for a, b in zip([0.0, *times], times, strict=False)]
        assert gaps == [10, 20, 40, 80, 80]


@virtual_time
async def test_the_back_off_goes_on_while_the_csms_only_takes_connections() -> None:
    """A CSMS that takes connections and drops them at once is not well, and is not flooded."""
    async with scene("2.0.1") as s:

        async def drop(identity: str, transport: Transport) -> None:
            return

        s.network._serve = drop
        s.cut()
        before = len(s.network.attempts)
        await s.wait(600)
        assert len(s.network.attempts) - before < 10


@virtual_time
async def test_a_clock_that_is_set_back_does_not_reorder_a_transaction() -> None:
    async with scene("2.0.1") as s:
        await s.plug_in_and_swipe()
        await s.wait(130)
        back = v201.HeartbeatResponse(current_time=now() - timedelta(hours=1))
        s.csms.answer(v201.HeartbeatRequest, lambda _: back)
        s.station.device_model[OCPPCommCtrlr.HeartbeatInterval] = 20
        await s.wait(130)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        times = [e.timestamp for e in s.csms.requests(v201.TransactionEventRequest)]
        assert times == sorted(times)


@virtual_time
async def test_settings_are_kept_and_count_more_than_the_constructor(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    with Store(path) as store:
        first = station(store=store, settings=[TxCtrlr.EVConnectionTimeOut.to(20)])
        assert first.device_model[TxCtrlr.EVConnectionTimeOut] == 20
        first.device_model[TxCtrlr.EVConnectionTimeOut] = 45
    with Store(path) as store:
        second = station(store=store, settings=[TxCtrlr.EVConnectionTimeOut.to(20)])
        assert second.device_model[TxCtrlr.EVConnectionTimeOut] == 45


@virtual_time
async def test_a_reader_with_an_unknown_kind_of_token(caplog: pytest.LogCaptureFixture) -> None:
    async with scene("2.1") as s:
        await s.evse.plug_in(ElectricVehicle())
        slip: Any = "Telepathy"
        for kind in (slip, OwnWord(""), OwnWord("x" * 21), OwnWord("\ud800")):
            await s.evse.swipe("04A1B2C3", kind=kind)
            await s.wait(5)
            assert "Authorize" not in s.csms.actions()
    assert "unknown kind 'Telepathy'" in caplog.text


def test_a_seeded_station_repeats_itself() -> None:
    """Idea 4: time and chance come from outside."""

    def frames(seed: int) -> list[str]:
        seen: list[str] = []

        @virtual_time
        async def play() -> None:
            async with scene("2.0.1", seed=seed) as s:
                await s.plug_in_and_swipe()
                await s.wait(100)
                seen.extend(text for _, text in s.network.links[0].sent)

        play()
        return seen

    assert frames(5) == frames(5)
    assert frames(5) != frames(6)


@virtual_time
async def test_a_tap_that_fails_does_not_end_the_station(caplog: pytest.LogCaptureFixture) -> None:
    def tap(*_: object) -> None:
        raise OSError("no space left for the trace")

    csms = Opponent()
    async with (
        MemoryConnector(csms.serve, versions=("1.6",)) as network,
        station(
            csms=Network(URL, ("1.6",), unsecured=True),
            environment=Environment(connector=network, tap=tap),
        ) as one,
    ):
        await one.wait_accepted()
    assert "the tap failed" in caplog.text


@virtual_time
async def test_where_the_csms_is_is_asked_at_each_attempt_to_connect(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A place that can't be used is an attempt that failed, and no end of the station."""
    csms = Opponent()
    # The station asks once when it is made: how it is secured is one of its variables.
    places = iter(
        ["ws://one.example", "ws://one.example", "http://no.websocket", "ws://two.example"]
    )
    async with MemoryConnector(csms.serve, versions=("1.6",)) as network:
        network.refusal = CsmsUnreachable("no network")
        async with station(
            csms=lambda: Network(next(places), ("1.6",), unsecured=True),
            environment=Environment(connector=network),
        ) as one:
            await asyncio.sleep(1)
            network.refusal = None
            await one.wait_accepted()
    assert [endpoint.url for endpoint in network.attempts] == [
        "ws://one.example",
        "ws://two.example",
    ]
    assert "must begin with ws://" in caplog.text
