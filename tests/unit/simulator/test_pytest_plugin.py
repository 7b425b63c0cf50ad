"""The pytest plugin: tests that ask for its fixtures play on a stage of their own."""

import asyncio
import io
import json
import subprocess
import sys
import textwrap
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from pilotwire.connection.server import serve
from pilotwire.rpc import Transport

pytest_plugins = ["pytester"]

HEAD = """
import asyncio

import pytest

from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.v21.device_model import TxCtrlr
from pilotwire.simulator.testing import MessageNotSeen, UnwantedMessage
from pilotwire.timing import AcceleratedEventLoop, VirtualTimeLoop

TOKEN = "04A1B2C3"
"""
SETTINGS = """
[pytest]
filterwarnings = error
addopts = --strict-markers -q
"""
LEFT_OUT = ("asyncio", "cacheprovider", "faulthandler", "xdist")


class Counts:
    """A plugin that counts outcomes."""

    def __init__(self) -> None:
        self.found: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.found["failed" if report.when == "call" else "errors"] += 1
        elif report.skipped:
            self.found["skipped"] += 1
        elif report.when == "call":
            self.found["passed"] += 1


class Played:
    """A file of tests, run by a pytest within this one, as imports take longer than tests."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / f"{folder.name}.py"  # a name of its own, as modules are kept
        self._settings = folder / "pytest.ini"
        self._settings.write_text(SETTINGS)

    def __call__(self, program: str, *arguments: str, **counts: int) -> str:
        """What pytest says; so many must have passed, failed, and so on."""
        self._file.write_text(HEAD + textwrap.dedent(program))
        without = [word for name in LEFT_OUT for word in ("-p", f"no:{name}")]
        places = ("-c", str(self._settings), "--import-mode=importlib", str(self._file))
        counted, told = Counts(), io.StringIO()
        with redirect_stdout(told):
            pytest.main([*without, "--capture=sys", *arguments, *places], plugins=[counted])
        assert counted.found == counts, told.getvalue()
        return told.getvalue()


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Played:
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)  # of the pytest around it
    return Played(tmp_path)


# Stations and a CSMS.


def test_a_session_is_seen_at_both_ends(played: Played) -> None:
    played(
        """
        @pytest.mark.parametrize("pilotwire_version", ["1.6", "2.0.1", "2.1"])
        async def test_session(station, csms, pilotwire_version):
            assert station.version == pilotwire_version
            assert csms.stations["CS-1"].boots
            await station.plug_in()
            await station.swipe(TOKEN)
            await asyncio.sleep(3600)
            await station.swipe(TOKEN)
            await asyncio.sleep(60)
            [session] = csms.stations[station.identity].sessions
            assert session.energy_wh > 9_000

        @pytest.mark.pilotwire(version=["2.0.1", "1.6"])
        async def test_typed(station, csms):
            boot = await csms.wait_for(v201.BootNotificationRequest)
            assert boot.reason == "PowerUp"
            answer = await station.wait_for(v201.BootNotificationResponse)
            assert answer.status == "Accepted"
            assert csms.messages(v201.BootNotificationRequest) == [boot]
        """,
        passed=4,
    )


def test_each_message_is_returned_once_and_none_is_missed(played: Played) -> None:
    played(
        """
        pytestmark = pytest.mark.pilotwire(version="2.0.1")

        async def test_in_order(station, csms):
            await station.plug_in()
            await asyncio.sleep(10)
            kind = v201.StatusNotificationRequest
            statuses = [(await csms.wait_for(kind)).connector_status for _ in range(2)]
            assert statuses == ["Available", "Occupied"]
            with pytest.raises(MessageNotSeen):
                await csms.wait_for(kind, timeout=1)
            await station.unplug()
            assert (await csms.wait_for(kind)).connector_status == "Available"

        async def test_where(station, csms):
            await station.plug_in()
            where = lambda status: status.connector_status == "Occupied"
            await csms.wait_for(v201.StatusNotificationRequest, where=where)

        async def test_the_loops_time_counts(station, csms):
            begin = asyncio.get_running_loop().time()
            with pytest.raises(MessageNotSeen):
                await csms.wait_for(v201.ReportChargingProfilesRequest, timeout=86_400)
            assert asyncio.get_running_loop().time() == pytest.approx(begin + 86_400)

        async def test_never(station, csms):
            await csms.never(v201.TransactionEventRequest, within=600)
            await csms.never(v201.BootNotificationRequest, within=60)
            await csms.wait_for(v201.BootNotificationRequest)
            await station.plug_in()
            await station.swipe(TOKEN)
            with pytest.raises(UnwantedMessage, match="TransactionEvent"):
                await csms.never(v201.TransactionEventRequest, within=600)
        """,
        passed=4,
    )


def test_what_came_instead_is_told(played: Played) -> None:
    told = played(
        """
        @pytest.mark.pilotwire(version="2.0.1")
        async def test_missed(station, csms):
            await station.plug_in()
            await csms.wait_for(v201.TransactionEventRequest, timeout=5)

        @pytest.mark.pilotwire(version="2.0.1")
        async def test_of_another_version(station, csms):
            await csms.wait_for(v16.BootNotificationRequest)

        @pytest.mark.pilotwire(accepted=False)
        async def test_silence(station, csms):
            await station.offline()
            await station.wait_for(v21.ResetRequest, timeout=1)
        """,
        failed=3,
    )
    assert "no TransactionEventRequest came within 5 s; this came:" in told
    assert '0.000 s  CS-1 -> BootNotification {"chargingStation"' in told
    assert '"status": "Accepted"}' in told
    assert "v16.messages.BootNotificationRequest is none of OCPP 2.0.1, which is spoken" in told


def test_passwords_are_not_told(played: Played) -> None:
    told = played(
        """
        @pytest.mark.pilotwire(version="1.6")
        async def test_password(station, csms):
            value = "00112233445566778899AABBCCDDEEFF"
            request = v16.ChangeConfigurationRequest(key="AuthorizationKey", value=value)
            await csms.call("CS-1", request)
            assert 0
        """,
        failed=1,
    )
    assert "ChangeConfiguration {" in told
    assert (
        "00112233445566778899AABBCCDDEEFF" not in told.replace("value = ", "").split("Captured")[1]
    )


def test_things_go_wrong_at_will(played: Played) -> None:
    played(
        """
        pytestmark = pytest.mark.pilotwire(version="2.0.1")

        @pytest.fixture
        async def charging(station):
            await station.plug_in()
            await station.swipe(TOKEN)
            await station.wait_until(lambda view: view.evses[0].meter.power_w > 0)
            return station

        def ended(event):
            return event.event_type == "Ended"

        async def test_fault(charging, csms):
            await charging.fault(FaultCode.GROUND_FAULT)
            event = await csms.wait_for(v201.TransactionEventRequest, where=ended)
            assert event.transaction_info.stopped_reason == "GroundFault"
            await charging.wait_until(lambda view: not view.evses[0].connectors[0].locked)
            await charging.unplug()
            await charging.clear_fault()
            await charging.wait_until(lambda view: view.evses[0].status == "Available")

        async def test_power_cut(charging, csms):
            await charging.power_cut(30)
            assert not charging.hardware.evse(1).contactor.closed
            event = await csms.wait_for(
                v201.TransactionEventRequest, where=ended, timeout=300
            )
            assert event.transaction_info.stopped_reason == "PowerLoss"
            await charging.wait_accepted()
            assert len(csms.messages(v201.BootNotificationRequest)) == 2

        async def test_offline(charging, csms):
            await charging.offline(600)
            await charging.unplug(force=True)
            await csms.never(v201.TransactionEventRequest, within=599)
            event = await csms.wait_for(
                v201.TransactionEventRequest, where=ended, timeout=300
            )
            assert event.offline

        async def test_half_open(charging, csms):
            await charging.offline(silent=True)
            await charging.unplug(force=True)
            await csms.never(v201.TransactionEventRequest, within=60)
            await charging.online()
            await csms.wait_for(v201.TransactionEventRequest, where=ended, timeout=300)

        async def test_frames(charging, csms):
            from pilotwire.simulator.memory import Fate, Side

            lost = []

            def once(side, text):
                if side is Side.CSMS and not lost:
                    lost.append(text)
                    return Fate.CUT_BEFORE
                return Fate.DELIVER

            csms.link.links[0].faults = once
            await charging.swipe(TOKEN)
            await asyncio.sleep(300)
            first, again = filter(ended, csms.messages(v201.TransactionEventRequest))
            assert first.seq_no == again.seq_no
            [session] = csms.stations["CS-1"].sessions
            assert len(session.seq_nos) == first.seq_no + 1
            assert len(lost) == 1
        """,
        passed=5,
    )


def test_there_can_be_several(played: Played) -> None:
    played(
        """
        @pytest.mark.pilotwire(stations=4, evses=2, identity="ST-{n}-{worker}", version="1.6")
        async def test_fleet(fleet, csms, make_station):
            assert [each.identity for each in fleet] == [f"ST-{n}-main" for n in (1, 2, 3, 4)]
            await fleet.each(lambda station: station.plug_in(evse=2))
            other = await make_station("OTHER", evses=3, version="2.0.1")
            assert (len(other.hardware.evses), other.version) == (3, "2.0.1")
            await csms.wait_for(v201.BootNotificationRequest, identity="OTHER")
            await csms.wait_for(v16.BootNotificationRequest, identity="ST-3-main")
            assert len(csms.messages(v16.BootNotificationRequest)) == 4
            assert len(csms.messages(v16.BootNotificationRequest, "ST-3-main")) == 1

        @pytest.mark.pilotwire(
            hardware=lambda: SimulatedStation(evses=1, phases=1),
            settings=[TxCtrlr.EVConnectionTimeOut.to(17)],
            password="0123456789abcdef",
            tokens=["OTHER"],
        )
        async def test_options(station, csms):
            assert station.hardware.evse(1).phases == 1
            assert station.station.device_model[TxCtrlr.EVConnectionTimeOut] == 17
            await station.plug_in()
            await station.swipe(TOKEN)
            await asyncio.sleep(60)
            assert not csms.stations["CS-1"].sessions
        """,
        passed=2,
    )


def test_the_same_seed_gives_the_same_ids(played: Played) -> None:
    played(
        """
        ids = []

        @pytest.mark.parametrize("again", [1, 2])
        @pytest.mark.pilotwire(version="2.0.1", seed=7)
        async def test_same(station, csms, again):
            await station.plug_in()
            await station.swipe(TOKEN)
            event = await csms.wait_for(v201.TransactionEventRequest)
            ids.append(event.transaction_info.transaction_id)
            assert len(set(ids)) == 1

        @pytest.mark.pilotwire(version="2.0.1", seed=8)
        async def test_other(station, csms):
            await station.plug_in()
            await station.swipe(TOKEN)
            event = await csms.wait_for(v201.TransactionEventRequest)
            assert event.transaction_info.transaction_id not in ids
        """,
        passed=3,
    )


# A charger's program.


def test_a_program_is_played_with_power_cuts(played: Played) -> None:
    played(
        """
        from pilotwire import ChargingStation, Store

        made = []

        def program(given):
            made.append(given)
            return ChargingStation(
                identity="PROGRAM", vendor="V", model="M", csms=given.network,
                hardware=given.hardware, store=given.store, environment=given.environment,
            )

        async def test_program(make_station, csms):
            station = await make_station("PROGRAM", application=program)
            await station.plug_in()
            await station.station.evse(1).start()
            await asyncio.sleep(60)
            await station.power_cut(5)
            await asyncio.sleep(6)
            await station.wait_accepted()
            assert len(made) == 2
            assert made[0].hardware is made[1].hardware
            assert len(csms.stations["PROGRAM"].sessions) == 1

        async def test_other_identity(make_station):
            await make_station("ANOTHER", application=program)

        @pytest.mark.pilotwire(latency=0.5)
        async def test_alone(csms, virtual_time):
            station = ChargingStation(
                identity="ALONE", vendor="V", model="M", csms=csms.network("1.6"),
                hardware=SimulatedStation(), store=Store(":memory:"),
                environment=csms.environment(),
            )
            async with station:
                await station.wait_accepted()
                assert virtual_time.time() > 1
            assert csms.stations["ALONE"].version == "1.6"
        """,
        passed=2,
        failed=1,
    )


def test_a_station_that_ends_by_itself_fails_its_test(played: Played) -> None:
    told = played(
        """
        async def broken():
            raise RuntimeError("no mains")

        async def test_ended(station):
            station.hardware.start = lambda sink: broken()
            await station.power_cut(5)
            await asyncio.sleep(60)

        @pytest.mark.pilotwire(lenient=True)
        async def test_lenient(station):
            await test_ended(station)
        """,
        passed=2,
        errors=1,
    )
    assert "CS-1: the station has ended: " in told
    assert "no mains" in told


# Time and loops.


def test_tests_that_ask_for_a_fixture_are_run_in_virtual_time(played: Played) -> None:
    told = played(
        """
        async def test_time(virtual_time):
            assert asyncio.get_running_loop() is virtual_time
            await asyncio.sleep(86_400)
            assert virtual_time.time() == pytest.approx(86_400)

        class TestMethods:
            @pytest.fixture
            async def started(self, virtual_time):
                self.began = virtual_time.time()
                task = asyncio.current_task()
                async with asyncio.timeout(1000):
                    yield task
                assert virtual_time.time() == pytest.approx(30)

            async def test_method(self, started, virtual_time):
                assert asyncio.current_task() is started
                assert self.began == 0
                await asyncio.sleep(30)

        async def test_stuck(virtual_time):
            await asyncio.Event().wait()

        async def test_skipped(virtual_time):
            pytest.skip("not today")

        async def test_failed(virtual_time):
            pytest.fail("as it must")

        async def test_cancelled(virtual_time):
            asyncio.current_task().cancel()
            await asyncio.sleep(1)

        @pytest.mark.parametrize("x", [1])
        async def test_after_them(virtual_time, tmp_path, x):
            await asyncio.sleep(1)

        @pytest.mark.pilotwire(speed=50)
        async def test_real(station, csms, request):
            assert isinstance(asyncio.get_running_loop(), AcceleratedEventLoop)
            assert csms.link is None
            assert csms.url.startswith("ws://127.0.0.1:")
            await station.plug_in()
            occupied = lambda status: status.connector_status == "Occupied"
            await csms.wait_for(v21.StatusNotificationRequest, where=occupied)
        """,
        passed=4,
        failed=3,
        skipped=1,
    )
    assert "Deadlock" in told
    assert "await asyncio.Event().wait()" in told
    assert "as it must" in told


def test_what_a_test_says_wrongly_is_told(played: Played) -> None:
    told = played(
        """
        def test_sync(station): ...

        @pytest.mark.pilotwire(evsen=2)
        async def test_option(station): ...

        @pytest.mark.pilotwire(version="1.5")
        async def test_version(station): ...

        @pytest.mark.pilotwire(evses=0)
        async def test_evses(station): ...

        @pytest.fixture
        async def twice(virtual_time):
            yield 1
            yield 2

        async def test_twice(twice): ...
        """,
        passed=1,
        errors=5,
    )
    assert "test_sync has a fixture of pilotwire, and is not async" in told
    assert "pilotwire: evsen: there is no such option; there are accepted, evses" in told
    assert "pilotwire: unknown OCPP version '1.5'; known are 1.6, 2.0.1, 2.1" in told
    assert "pilotwire: evses is a number from 1 on, not 0" in told
    assert "the fixture twice yields more than once" in told


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["strict", "auto"])
def test_it_gets_on_with_pytest_asyncio_and_anyio(mode: str, pytester: pytest.Pytester) -> None:
    pytester.makefile(
        ".ini",
        pytest=f"[pytest]\nfilterwarnings = error\nasyncio_mode = {mode}\n"
        "asyncio_default_fixture_loop_scope = function\n",
    )
    pytester.makepyfile(
        HEAD
        + textwrap.dedent("""
        import pytest_asyncio

        def virtual():
            return isinstance(asyncio.get_running_loop(), VirtualTimeLoop)

        @pytest_asyncio.fixture
        async def theirs(station):
            yield station
            assert virtual()

        @pytest.fixture
        async def plain(station):
            assert virtual()
            return station

        async def test_unmarked(plain):
            assert virtual()

        @pytest.mark.asyncio
        async def test_asyncio(theirs):
            assert virtual()

        @pytest.mark.anyio
        async def test_anyio(plain):
            assert virtual()

        @pytest.mark.asyncio
        async def test_none_of_ours():
            assert not virtual()
        """)
    )
    pytester.runpytest_subprocess("-q").assert_outcomes(passed=4)


def test_importing_it_costs_nothing() -> None:
    program = "import sys; before = set(sys.modules); import pytest; known = set(sys.modules);"
    program += "import pilotwire.simulator.pytest_plugin; print(*set(sys.modules) - known)"
    done = subprocess.run(  # noqa: S603 -- our own interpreter
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    brought = {name for name in done.stdout.split() if name.startswith("pilotwire")}
    assert brought == {"pilotwire", "pilotwire.simulator", "pilotwire.simulator.pytest_plugin"}
    assert "pydantic" not in done.stdout
    assert "asyncio" not in done.stdout


# A CSMS of others.


async def answers(identity: str, transport: Transport) -> None:
    """A CSMS; what it says to one station breaks OCPP."""
    while True:
        _, message_id, action, _ = json.loads(await transport.receive())
        now = "noon" if (identity, action) == ("ODD", "Heartbeat") else "2026-03-01T12:00:00Z"
        boot = {"currentTime": now, "interval": 300, "status": "Accepted"}
        known = {"BootNotification": boot, "Heartbeat": {"currentTime": now}}
        await transport.send(json.dumps([3, message_id, known.get(action, {})]))


@pytest.fixture
def others() -> Iterator[str]:
    """The URL of a CSMS that is not the embedded one."""
    urls: list[str] = []
    began, over = threading.Event(), threading.Event()

    async def csms() -> None:
        async with serve(answers, versions=["1.6"], ping_interval=0) as serving:
            urls.append(f"ws://127.0.0.1:{serving.port}")
            began.set()
            await asyncio.to_thread(over.wait)

    thread = threading.Thread(target=lambda: asyncio.run(csms()))
    thread.start()
    began.wait(30)
    yield urls[0]
    over.set()
    thread.join()


@pytest.mark.bad_frames
def test_a_csms_over_the_network(played: Played, others: str) -> None:
    told = played(
        """
        async def test_boot(station, pilotwire_csms_url):
            assert station.charger.network.url == f"{pilotwire_csms_url}/TEST-1"
            assert not isinstance(asyncio.get_running_loop(), VirtualTimeLoop)
            answer = await station.wait_for(v16.BootNotificationResponse)
            assert answer.interval == 300

        async def test_embedded(station, csms):
            assert isinstance(asyncio.get_running_loop(), VirtualTimeLoop)

        async def test_no_virtual_time(station, virtual_time): ...

        async def odd(station):
            from pilotwire.simulator.acts import Send

            with pytest.raises(Exception):
                await station.do(Send(action="Heartbeat"))

        @pytest.mark.pilotwire(identity="ODD")
        async def test_breach(station):
            await odd(station)

        @pytest.mark.pilotwire(identity="ODD", lenient=True)
        async def test_lenient(station):
            await odd(station)
        """,
        *("--pilotwire-csms", others, "--pilotwire-version", "1.6"),
        *("--pilotwire-identity", "TEST-{n}"),
        passed=4,
        skipped=1,
        errors=1,
    )
    assert "what was said breaks OCPP:" in told
    assert "which breaks OCPP 1.6: currentTime" in told


def test_a_csms_that_is_not_there_is_named(played: Played) -> None:
    told = played(
        """
        @pytest.fixture(scope="session")
        def pilotwire_csms_url():
            return "ws://127.0.0.1:9/ocpp"

        @pytest.mark.pilotwire(accepted=False)
        async def test_unreachable(station):
            await station.wait_accepted(timeout=0.5)
        """,
        failed=1,
    )
    assert "CS-1 was not accepted within 0.5 s: ws://127.0.0.1:9/ocpp/CS-1 can't be" in told
