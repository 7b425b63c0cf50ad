"""How the station gets to a CSMS: versions, passwords, and CSMSs that want neither."""

import asyncio
import http
import logging

import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

from tests.interop.accelerated import accelerated, within
from tests.interop.central import Central, call16, call21, call201
from tests.interop.stations import IDENTITY, TOKEN, car, running_station

SECRET = "a password of 16+"


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]


@pytest.mark.parametrize(
    ("speaks", "version"),
    [
        (["ocpp1.6"], "1.6"),
        (["ocpp2.0.1"], "2.0.1"),
        (["ocpp2.0.1", "ocpp1.6"], "2.0.1"),
        (["ocpp1.6", "ocpp2.0.1"], "1.6"),
        (["ocpp2.1"], "2.1"),
        (["ocpp2.1", "ocpp2.0.1", "ocpp1.6"], "2.1"),
        (["ocpp2.0.1", "ocpp2.1"], "2.0.1"),
        (["ocpp3.0", "ocpp1.6"], "1.6"),
    ],
)
def test_the_version_is_one_that_both_speak(speaks: list[str], version: str) -> None:
    """Part 4, 3.1; the library on the other side lets its own preference decide."""

    @accelerated
    async def scenario() -> None:
        async with (
            Central(*speaks) as central,
            running_station(central.url, ["2.1", "2.0.1", "1.6"]) as station,
        ):
            message = await central.next(object)
            boots = {"1.6": call16, "2.0.1": call201, "2.1": call21}
            assert isinstance(message, boots[version].BootNotification)
            assert station.version == version

    scenario()


@accelerated
async def test_a_csms_of_2_1_is_no_csms_for_a_station_that_does_not_speak_it() -> None:
    """The CSMS takes the version that both speak, though it likes another better."""
    async with (
        Central("ocpp2.1", "ocpp1.6") as central,
        running_station(central.url, ["2.0.1", "1.6"]) as station,
    ):
        await central.next(call16.BootNotification)
        assert station.version == "1.6"


@pytest.mark.parametrize(("before", "after"), [("2.0.1", "2.1"), ("2.1", "2.0.1")])
def test_a_csms_of_2x_comes_back_with_the_other_version(before: str, after: str) -> None:
    """A transaction that is told in another version has its start told in that, too: to a CSMS of
    2.1 it is the same transaction, by its id.
    """

    @accelerated
    async def scenario() -> None:
        async with (
            Central(f"ocpp{before}") as central,
            running_station(central.url, ["2.1", "2.0.1", "1.6"]) as station,
        ):
            first = central.call.TransactionEvent
            await central.until(lambda: len(central.all(central.call.StatusNotification)) == 1)
            await station.hardware.evse(1).plug_in(car())
            await station.hardware.evse(1).swipe(TOKEN)
            await central.until(lambda: len(central.all(first)) == 4)
            await central.crash()
            central.speak(f"ocpp{after}")
            await central.open()
            second = central.call.TransactionEvent
            await central.until(lambda: len(central.all(second)) == 3)
            assert station.version == after
            await station.hardware.evse(1).swipe(TOKEN)
            await central.until(lambda: central.all(second)[-1].event_type == "Ended")

            began, again = central.all(first)[0], central.all(second)[0]
            assert (again.event_type, again.seq_no, again.offline) == ("Started", 0, True)
            assert again.timestamp == began.timestamp
            assert again.id_token == began.id_token
            assert again.meter_value == began.meter_value
            told = [*central.all(first), *central.all(second)[1:]]
            assert [each.event_type for each in told] == [
                "Started",
                *["Updated"] * (len(told) - 2),
                "Ended",
            ]
            assert len({each.transaction_info["transaction_id"] for each in told}) == 1
            # What was on its way when the connection broke may be told in either.
            numbers = [each.seq_no for each in told]
            assert sorted(set(numbers)) == list(range(numbers[-1] + 1))
            assert numbers == sorted(numbers)

    scenario()


@accelerated
async def test_a_station_that_is_updated_to_2_0_1_between_two_connections() -> None:
    """A transaction that began in 1.6 ends; the CSMS speaks another version by then."""
    async with (
        Central("ocpp1.6") as central,
        running_station(central.url, ["2.0.1", "1.6"]) as station,
    ):
        await central.until(lambda: len(central.all(call16.StatusNotification)) == 2)
        await station.hardware.evse(1).plug_in(car())
        await station.hardware.evse(1).swipe(TOKEN)
        await central.until(lambda: len(central.all(call16.MeterValues)) == 2)
        await central.crash()
        central.speak("ocpp2.0.1")
        await central.open()
        await central.until(lambda: len(central.all(call201.TransactionEvent)) == 2)
        await station.hardware.evse(1).swipe(TOKEN)
        await central.until(lambda: central.all(call201.TransactionEvent)[-1].event_type == "Ended")
        started, *others = central.all(call201.TransactionEvent)
        assert (started.event_type, started.seq_no) == ("Started", 0)
        # The numbers of what was told in 1.6 stay used.
        numbers = [each.seq_no for each in others]
        assert numbers[0] > 1
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


@accelerated
async def test_a_csms_that_speaks_none_of_the_versions(caplog: pytest.LogCaptureFixture) -> None:
    async with Central("ocpp2.1") as central:
        refused = asyncio.Event()

        async def look(connection: ServerConnection, request: Request) -> None:
            attempts.append(request)
            if len(attempts) >= 3:
                refused.set()

        attempts: list[Request] = []
        async with (
            serve(
                lambda connection: connection.wait_closed(),
                "127.0.0.1",
                0,
                subprotocols=[Subprotocol("ocpp2.1")],
                process_request=look,
            ) as server,
            running_station(
                f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}", ["2.0.1", "1.6"]
            ) as station,
        ):
            await within(10, refused.wait())
            assert station.version is None
            assert not station.accepted
        del central
    assert all("no connection to the CSMS" in text for text in warnings(caplog))
    assert len(warnings(caplog)) >= 2


@accelerated
async def test_a_csms_that_accepts_without_a_version(caplog: pytest.LogCaptureFixture) -> None:
    """OCPP-J 3.2: it completes the handshake without a subprotocol, and closes the connection."""
    async with Central() as central, running_station(central.url, ["2.0.1", "1.6"]) as station:
        await central.until(lambda: central.connections >= 3)
        assert station.version is None
        assert not central.heard
    text = "no connection to the CSMS: offered ocpp2.0.1, ocpp1.6; the CSMS accepted none of them"
    assert len(warnings(caplog)) >= 2
    assert all(each.startswith(text) for each in warnings(caplog))


@accelerated
async def test_the_right_password() -> None:
    """Security profile 1 (A00.FR.204): the user name is the identity."""
    async with (
        Central("ocpp2.0.1", credentials=(IDENTITY, SECRET)) as central,
        running_station(central.url, ["2.0.1"], password=SECRET),
    ):
        await central.next(call201.BootNotification)


@pytest.mark.parametrize("password", ["a wrong password", None])
def test_a_wrong_password_is_tried_again_and_never_logged(
    password: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    @accelerated
    async def scenario() -> None:
        attempts: list[str | None] = []
        enough = asyncio.Event()

        async def refuse(connection: ServerConnection, request: Request) -> Response:
            attempts.append(request.headers.get("Authorization"))
            if len(attempts) == 3:
                enough.set()
            return connection.respond(http.HTTPStatus.UNAUTHORIZED, "")

        async with serve(
            lambda connection: connection.wait_closed(),
            "127.0.0.1",
            0,
            process_request=refuse,
        ) as server:
            url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}"
            async with running_station(url, ["2.0.1"], password=password):
                await within(10, enough.wait())
        assert {each is None for each in attempts} == {password is None}

    scenario()
    told, *others = warnings(caplog)
    assert told.startswith("security event FailedToAuthenticateAtCsms: ")
    assert len(others) >= 2
    for text in others:
        assert text.startswith("no connection to the CSMS: the CSMS refused the credentials")
    assert password is None or password not in caplog.text


@accelerated
async def test_a_csms_that_is_not_there_yet(caplog: pytest.LogCaptureFixture) -> None:
    central = Central("ocpp1.6")
    async with central:
        await central.close()
        async with running_station(central.url, ["1.6"]):
            await asyncio.sleep(300)
            await central.open()
            await central.next(call16.BootNotification)
    assert 3 <= len(warnings(caplog)) <= 8  # a line an attempt, and ever fewer attempts
