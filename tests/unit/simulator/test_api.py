"""The HTTP API, through its clients: what they are told, and who is let in."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr, ValidationError

from pilotwire.hal.interfaces import FaultCode
from pilotwire.ocpp.v21 import RegistrationStatusEnumType as RegistrationStatus
from pilotwire.simulator import (
    ActError,
    ChargerPlan,
    NotInTimeError,
    Simulator,
    UnknownChargerError,
    Vehicle,
    Want,
)
from pilotwire.simulator.acts import Offline, PlugIn, RaiseFault, SetVariable, Swipe
from pilotwire.simulator.api import create_app
from pilotwire.simulator.client import AsyncClient, Client, SimulatorUnreachableError
from pilotwire.simulator.server import listening, serving
from pilotwire.timing import AcceleratedEventLoop
from tests.support.virtual_time import virtual_time
from tests.unit.simulator.world import IDENTITY, Scene, scene

SNAPSHOT = Path(__file__).parent / "openapi.json"
URL = "http://127.0.0.1:8080"


@asynccontextmanager
async def client_of(played: Scene) -> AsyncGenerator[AsyncClient, None]:
    transport = httpx.ASGITransport(create_app(played.simulator))
    async with AsyncClient(URL, transport=transport) as client:
        yield client


def test_the_description_is_as_clients_know_it() -> None:
    """What differs from the file is new to clients: write it there, and in the changelog; what is
    not there any more, or another, needs a new version in the path.

    python -m tests.unit.simulator.test_api writes it.
    """
    assert json.loads(SNAPSHOT.read_text("utf-8")) == create_app(Simulator()).openapi()


def test_every_act_and_field_says_what_it_is() -> None:
    schemas = create_app(Simulator()).openapi()["components"]["schemas"]
    assert all("description" in each for each in schemas.values() if "properties" in each)


def test_a_session_through_the_api(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, versions=("2.0.1",)) as played, client_of(played) as client:
            done = await client.do(IDENTITY, PlugIn(vehicle=Vehicle(soc=20)))
            assert done.act == "plug_in"
            await client.do(IDENTITY, Swipe(token="04A1B2C3"))
            started = await client.wait_for(
                IDENTITY,
                Want(action="TransactionEvent", payload={"eventType": "Started"}, since=0),
            )
            assert started.sent
            assert started.version == "2.0.1"
            await asyncio.sleep(60)
            view = await client.station(IDENTITY)
            assert view == played.view()
            assert view.evses[0].transaction is not None
            [session] = (await client.csms()).stations[0].sessions
            assert session.transaction_id == view.evses[0].transaction.id
            samples = await client.samples(IDENTITY)
            assert max(each.power_w for each in samples) == pytest.approx(11040)
            assert await client.samples(IDENTITY, since=samples[-1].at) == ()
            variables = {each.name: each.value for each in await client.variables(IDENTITY)}
            assert variables["EVSE.1.AvailabilityState"] == "Occupied"
            assert await client.certificates(IDENTITY) == ()

    play()


def test_messages_are_read_in_pieces_and_waited_for(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played, client_of(played) as client:
            await asyncio.sleep(5)
            first = await client.messages(IDENTITY, most=2)
            assert [each.number for each in first] == [1, 2]
            assert first[0].action == first[1].action == "BootNotification"
            assert (first[0].kind, first[1].kind) == ("call", "result")
            last = (await client.station(IDENTITY)).last_message
            assert await client.messages(IDENTITY, since=last, wait=5) == ()
            waiting = asyncio.create_task(client.messages(IDENTITY, since=last, wait=50))
            await client.do(IDENTITY, RaiseFault(code=FaultCode.OTHER))
            assert (await waiting)[0].number == last + 1

    play()


def test_problems_are_the_same_errors_at_both_ends(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played, client_of(played) as client:
            with pytest.raises(ActError) as caught:
                await client.do(IDENTITY, SetVariable(name="TxCtrlr.Nothing", value="1"))
            assert caught.value.where == "set.name"
            with pytest.raises(UnknownChargerError, match="'CS-9'"):
                await client.station("CS-9")
            with pytest.raises(UnknownChargerError):
                await client.do("CS-9", PlugIn())
            with pytest.raises(NotInTimeError, match="no NotifyReport within 5 s"):
                await client.wait_for(IDENTITY, Want(action="NotifyReport", within=5))
            with pytest.raises(ActError, match="a speed of its own"):
                await client.set_speed(2)

    play()


def test_stations_are_added_and_removed_through_the_api(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, add=False) as played, client_of(played) as client:
            plan = ChargerPlan(
                identity="EX*1|a@b", evses=1, password=SecretStr("opensesame-and-more"), vendor="X"
            )
            assert (await client.add(plan)).vendor == "X"
            await played.simulator.charger("EX*1|a@b").wait_accepted()
            assert played.link.attempts[-1].password == "opensesame-and-more"
            assert [each.identity for each in await client.stations()] == ["EX*1|a@b"]
            assert (await client.station("EX*1|a@b")).identity == "EX*1|a@b"
            await client.do("EX*1|a@b", Offline())
            await client.remove("EX*1|a@b")
            assert (await client.simulator()).stations == ()

    play()


def test_the_csms_within_is_driven_through_the_api(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, versions=("1.6",)) as played, client_of(played) as client:
            answer = await client.call(IDENTITY, "GetConfiguration", {"key": ["HeartbeatInterval"]})
            assert isinstance(answer["configurationKey"], list)
            await client.answer_boots(IDENTITY, (RegistrationStatus.PENDING, 30))
            assert await client.call(IDENTITY, "Reset", {"type": "Soft"}) == {"status": "Accepted"}
            boot = await client.wait_for(
                IDENTITY, Want(action="BootNotification", kind="result", within=120)
            )
            assert boot.payload["status"] == "Pending"  # type: ignore[index,call-overload]  # it is an object
            await client.answer_boots(IDENTITY)
            await played.charger.wait_accepted()

    play()


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ('{"act": "plug_in", "evse": "1"}', "plug_in.evse"),
        ('{"act": "plug_in", "evse": 1, "colour": "red"}', "plug_in.colour"),
        ('{"act": "plug_in", "vehicle": {"soc": 101}}', "plug_in.vehicle.soc"),
        ('{"act": "unplug", "force": "yes"}', "unplug.force"),
        ('{"act": "swipe"}', "swipe.token"),
        ('{"act": "juggle"}', ""),
        ("[]", ""),
        ("{", "1"),
    ],
)
def test_what_cannot_be_read_is_said_where(body: str, where: str, tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            answer = await _asked(
                create_app(played.simulator), f"stations/{IDENTITY}/acts", content=body
            )
            assert answer.status_code == 422
            assert answer.json()["where"] == where

    play()


async def _asked(app: Any, path: str, **options: Any) -> httpx.Response:
    headers = {"Content-Type": "application/json"} | options.pop("headers", {})
    method = "POST" if "content" in options else "GET"
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=URL) as client:
        return await client.request(method, f"/api/v1/{path}", headers=headers, **options)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:8080"}, 200),
        ({"Host": "[::1]:8080"}, 200),
        ({"Host": "evil.example"}, 421),
        ({"Host": "127.0.0.1.evil.example"}, 421),
        ({"Host": "[::1"}, 421),
        ({"Origin": "http://127.0.0.1:8080"}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://127.0.0.1:9"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_pages_of_others_can_do_nothing(headers: dict[str, str], status: int) -> None:
    @virtual_time
    async def play() -> None:
        async with Simulator("ws://127.0.0.1:1") as simulator:
            answer = await _asked(create_app(simulator), "simulator", headers=headers)
            assert answer.status_code == status
            assert "access-control-allow-origin" not in answer.headers

    play()


def test_a_token_is_asked_for_where_there_is_one() -> None:
    @virtual_time
    async def play() -> None:
        async with Simulator("ws://127.0.0.1:1") as simulator:
            app = create_app(simulator, token="sesame", any_host=True)
            for headers, status in [
                ({}, 401),
                ({"Authorization": "Bearer wrong"}, 401),
                ({"Authorization": "Bearer sesame"}, 200),
                ({"Authorization": "bearer sesame", "Host": "sim.example"}, 200),
                ({"Cookie": "pilotwire-token=sesame"}, 200),
                ({"Cookie": "pilotwire-token=sesam\u00e9".encode()}, 401),
            ]:
                answer = await _asked(app, "simulator", headers=headers)
                assert answer.status_code == status, headers
            answer = await _asked(app, "simulator?token=sesame&x=1")
            assert answer.status_code == 303
            assert answer.headers["location"] == "/api/v1/simulator?x=1"
            assert "HttpOnly" in answer.headers["set-cookie"]
            assert "SameSite=strict" in answer.headers["set-cookie"]
            assert (await _asked(app, "simulator?token=wrong")).status_code == 401

    play()


def test_without_a_token_the_names_of_the_server_must_be_known() -> None:
    with pytest.raises(ValueError, match="without a token"):
        # The middleware is made when the first request comes.
        asyncio.run(_asked(create_app(Simulator(), any_host=True), "simulator"))


# Over the network, from another thread, while time runs fast.


def test_a_client_in_another_thread_drives_a_simulator_whose_time_runs_fast(
    tmp_path: Path,
) -> None:
    def drive(url: str) -> None:
        with Client(url, token="sesame") as client:
            view = client.add(ChargerPlan(identity=IDENTITY, evses=1))
            assert view.running
            client.set_speed(200)
            assert client.simulator().speed == 200
            stream = client.stream(IDENTITY)
            assert next(stream).action == "BootNotification"
            client.do(IDENTITY, PlugIn())
            client.do(IDENTITY, Swipe(token="04A1B2C3"))
            ended = Want(action="TransactionEvent", since=0, within=3600)
            assert client.wait_for(IDENTITY, ended).sent
            assert client.messages(IDENTITY, wait=1)[0].number == 1
            assert [each.identity for each in client.stations()] == [IDENTITY]
            assert client.csms().stations[0].connected
            assert client.call(IDENTITY, "ClearCache") == {"status": "Accepted"}
            assert client.samples(IDENTITY)
            assert client.variables(IDENTITY)
            assert client.certificates(IDENTITY) == ()
            assert client.station(IDENTITY).evses[0].id == 1
            client.answer_boots(IDENTITY, (RegistrationStatus.ACCEPTED, None))
            with pytest.raises(UnknownChargerError):
                next(client.stream("CS-9"))
            client.remove(IDENTITY)
            assert list(stream)
            with pytest.raises(SimulatorUnreachableError, match="401"), Client(url) as stranger:
                stranger.stations()

    async def play() -> None:
        listener = listening("127.0.0.1", 0)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with Simulator(folder=tmp_path) as simulator:
            app = create_app(simulator, token="sesame")
            async with serving(app, listener):
                await asyncio.to_thread(drive, url)

    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(1)) as runner:
        runner.run(play())


def test_where_nobody_is_the_client_says_so() -> None:
    listener = listening("127.0.0.1", 0)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    listener.close()

    with Client(url) as client, pytest.raises(SimulatorUnreachableError, match="not answer"):
        client.stations()


@pytest.mark.parametrize("identity", ["", ".", "..", "a/b", "a b", "a" * 49])
def test_no_station_can_be_called_so(identity: str) -> None:
    with pytest.raises(ValidationError, match="identity"):
        ChargerPlan(identity=identity)


def test_times_without_a_zone_are_refused(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played, client_of(played) as client:
            with pytest.raises(ActError, match="since: a time has a time zone"):
                await client.samples(IDENTITY, since=datetime(2026, 1, 1))  # noqa: DTZ001 -- that is the mistake

    play()


if __name__ == "__main__":
    told = json.dumps(create_app(Simulator()).openapi(), indent=1, sort_keys=True)
    SNAPSHOT.write_text(f"{told}\n", "utf-8")
