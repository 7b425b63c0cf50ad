"""The contract of the hardware interfaces holds for what is here, and finds what breaks it."""

import asyncio
import contextlib
import math
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pilotwire.hal.interfaces import (
    BadImageError,
    ConnectorKind,
    EventSink,
    FaultCleared,
    FaultRaised,
    HardwareError,
    HardwareEvent,
    MeterReading,
    NeedsTold,
    PilotChanged,
    PilotState,
    ScheduleChosen,
)
from pilotwire.hal.simulated import SimulatedConnector, SimulatedStation, SimulatedUpdater
from pilotwire.hal.testing import CONTRACT, BrokenPromise, Check, NotCheckable, Subject, run_check
from pilotwire.hal.testing.simulated import SimulatedBench, make_station
from pilotwire.hal.testing.talk import TALK as TALK_CHECKS
from pilotwire.hal.testing.updates import UPDATES as UPDATE_CHECKS
from tests.support.gpio_world import make_station as make_gpio_station
from tests.support.virtual_time import VirtualTimeLoop

BY_NAME = {check.__name__: check for check in CONTRACT}


def direct_current() -> Subject:
    station = SimulatedStation(
        evses=1, kind=ConnectorKind.CCS2_CABLE, phases=1, max_current_a=200.0
    )
    return Subject(station, SimulatedBench(station))


def bare() -> SimulatedStation:
    return SimulatedStation(evses=1)


TALK = {check.__name__ for check in TALK_CHECKS}
UPDATES = {check.__name__ for check in UPDATE_CHECKS}

UNCHECKED = {
    make_station: set[str](),
    make_gpio_station: {
        *TALK,
        *UPDATES,
        "bays_are_told",
        "phases_are_switched_at_rest_only",
        "signatures_are_given",
        "start_tells_of_the_bays",
        "tokens_are_told",
    },
    direct_current: {
        *UPDATES,
        "bays_are_told",
        "a_lock_holds_until_it_is_released",
        "phases_are_switched_at_rest_only",
        "reboot_is_a_new_start",
        "signatures_are_given",
        "start_tells_of_the_bays",
    },
}


@pytest.mark.parametrize("make", UNCHECKED, ids=["simulated", "gpio", "direct current"])
@pytest.mark.parametrize("check", CONTRACT, ids=BY_NAME)
def test_what_is_here_keeps_it(make: Callable[[], Subject], check: Check) -> None:
    try:
        run_check(check, make, VirtualTimeLoop)
    except NotCheckable:
        assert check.__name__ in UNCHECKED[make]
    else:
        assert check.__name__ not in UNCHECKED[make]


def test_without_a_bench_what_can_be_is_checked() -> None:
    checked: set[str] = set()
    for check in CONTRACT:
        with contextlib.suppress(NotCheckable):
            run_check(check, bare, VirtualTimeLoop)
            checked.add(check.__name__)
    assert checked == {
        "evses_can_be_as_they_say",
        "it_starts_again",
        "nothing_holds_up_the_loop",
        "nothing_is_told_after_the_stop",
        "opening_twice_is_no_error",
        "opening_waits_for_no_other_call",
        "readings_are_numbers",
        "releasing_at_rest_is_no_error",
        "start_tells_only_what_can_be",
        "the_register_never_goes_back",
        "without_a_vehicle_nothing_is_said",
    }


# Backends that are wrong, one way each.

Spoil = Callable[[SimulatedStation], None]


def tells_nothing_at_the_start(station: SimulatedStation) -> None:
    station._announce = lambda: None  # type: ignore[method-assign]  # that is what is wrong


def closes_later(station: SimulatedStation) -> None:
    """`close_contactor` returns when the coil has current, and not when the contacts have moved."""
    evse = station.evse(1)
    close = evse.close_contactor
    tasks: set[asyncio.Task[None]] = set()

    async def close_contactor() -> None:
        tasks.add(asyncio.create_task(close()))

    vars(evse)["close_contactor"] = close_contactor


def opens_in_turn(station: SimulatedStation) -> None:
    """One call at a time, `open_contactor` too, and closing takes its time."""
    evse, turn = station.evse(1), asyncio.Lock()
    close, open_ = evse.close_contactor, evse.open_contactor

    async def close_contactor() -> None:
        async with turn:
            await asyncio.sleep(2.0)
            await close()

    async def open_contactor() -> None:
        async with turn:
            await open_()

    vars(evse).update(close_contactor=close_contactor, open_contactor=open_contactor)


def closes_after_all(station: SimulatedStation) -> None:
    """A closing that is under way goes on, though it was told to open meanwhile."""
    evse = station.evse(1)

    async def close_contactor() -> None:
        await asyncio.sleep(0.05)
        evse.contactor._move(closed=True)

    vars(evse)["close_contactor"] = close_contactor


def hides_a_weld(station: SimulatedStation) -> None:
    evse = station.evse(1)
    open_ = evse.open_contactor

    async def open_contactor() -> None:
        with contextlib.suppress(HardwareError):
            await open_()

    vars(evse)["open_contactor"] = open_contactor


def offers_the_least(station: SimulatedStation) -> None:
    """It takes nothing to be the least that there is."""
    for evse in station.evses:
        offer = evse.offer_current

        def offer_current(amperes: float, offer: Callable[..., object] = offer) -> object:
            return offer(max(amperes, 6.0))

        vars(evse)["offer_current"] = offer_current


def offers_more(station: SimulatedStation) -> None:
    evse = station.evse(1)
    offer = evse.offer_current

    async def offer_current(amperes: float) -> None:
        await offer(math.ceil(amperes / 16) * 16 if amperes else 0.0)

    vars(evse)["offer_current"] = offer_current


def forgets_its_register(station: SimulatedStation) -> None:
    evse = station.evse(1)
    power_up = evse.power_up

    def started() -> None:
        power_up()
        evse.meter._settled_wh = evse.meter._shown_wh = 0.0

    vars(evse)["power_up"] = started


def shows_phases_that_are_not_there(station: SimulatedStation) -> None:
    read_with(station, lambda reading: replace(reading, current_a=(0.0, 0.0)))


def shows_no_number(station: SimulatedStation) -> None:
    read_with(station, lambda reading: replace(reading, energy_wh=math.nan))


def read_with(station: SimulatedStation, change: Callable[[MeterReading], MeterReading]) -> None:
    evse = station.evse(1)
    read = evse.read_meter

    async def read_meter() -> MeterReading:
        return change(await read())

    vars(evse)["read_meter"] = read_meter


def goes_on_telling(station: SimulatedStation) -> None:
    """What it was given at the start is used for ever."""
    start = station.start
    kept: list[EventSink] = []

    async def started(sink: EventSink) -> None:
        await start(sink)
        kept.append(sink)

    def report(event: HardwareEvent) -> None:
        for sink in kept[-1:]:
            sink(event)

    vars(station)["start"] = started
    for evse in station.evses:
        evse._report = report
        evse._faults._report = report


def leaves_it_closed(station: SimulatedStation) -> None:
    async def stop() -> None:
        station._sink = None

    vars(station)["stop"] = stop


def starts_once(station: SimulatedStation) -> None:
    async def stop() -> None:
        sink, station._sink = station._sink, lambda _: None
        assert sink is not None
        for evse in station.evses:
            evse.power_down()

    vars(station)["stop"] = stop


def never_clears(station: SimulatedStation) -> None:
    filtered(station, lambda event: not isinstance(event, FaultCleared))


def raises_nothing(station: SimulatedStation) -> None:
    filtered(station, lambda event: not isinstance(event, FaultRaised))


def filtered(station: SimulatedStation, passes: Callable[[HardwareEvent], bool]) -> None:
    start = station.start

    async def started(sink: EventSink) -> None:
        await start(lambda event: sink(event) if passes(event) else None)

    vars(station)["start"] = started


def counts_from_zero(station: SimulatedStation) -> None:
    start = station.start

    async def started(sink: EventSink) -> None:
        def told(event: HardwareEvent) -> None:
            if isinstance(event, PilotChanged):
                event = replace(event, evse_id=event.evse_id - 1)
            sink(event)

        await start(told)

    vars(station)["start"] = started


def reads_stale_pilots(station: SimulatedStation) -> None:
    """`pilot_state` says what was so at the start."""
    for connector in connectors(station):

        async def pilot_state() -> PilotState:
            return PilotState.A

        vars(connector)["pilot_state"] = pilot_state


def locks_nothing(station: SimulatedStation) -> None:
    for connector in connectors(station):

        async def lock_connector() -> None:
            pass

        vars(connector)["lock_connector"] = lock_connector


def reboots_in_name_only(station: SimulatedStation) -> None:
    async def reboot() -> None:
        station._announce()

    vars(station)["reboot"] = reboot


def blocks(station: SimulatedStation) -> None:
    read = station.evse(1).read_meter

    async def read_meter() -> MeterReading:
        time.sleep(0.4)  # noqa: ASYNC251 -- that is what is wrong
        return await read()

    vars(station.evse(1))["read_meter"] = read_meter


def takes_no_schedule(station: SimulatedStation) -> None:
    async def offer_schedules(_: object) -> None:
        pass

    vars(station.evse(1))["offer_schedules"] = offer_schedules


def asks_no_vehicle_again(station: SimulatedStation) -> None:
    async def renegotiate() -> None:
        pass

    vars(station.evse(1))["renegotiate"] = renegotiate


def speaks_to_nobody(station: SimulatedStation) -> None:
    """Schedules are taken where no vehicle is."""

    async def offer_schedules(_: object) -> None:
        station._report(ScheduleChosen(1, 1))

    vars(station.evse(1))["offer_schedules"] = offer_schedules


def tells_no_needs(station: SimulatedStation) -> None:
    report = station._report

    def only_others(event: HardwareEvent) -> None:
        if not isinstance(event, NeedsTold):
            report(event)

    station.evse(1)._report = only_others


def runs_what_is_installed(station: SimulatedStation) -> None:
    install = updater_of(station).install

    async def installed(image: Path, progress: Callable[[int], None]) -> None:
        await install(image, progress)
        updater_of(station).boot()
        updater_of(station)._next = 1

    vars(updater_of(station))["install"] = installed


def takes_whatever_comes(station: SimulatedStation) -> None:
    install = updater_of(station).install

    async def installed(image: Path, progress: Callable[[int], None]) -> None:
        with contextlib.suppress(BadImageError):
            await install(image, progress)

    vars(updater_of(station))["install"] = installed


def confirms_by_itself(station: SimulatedStation) -> None:
    updater = updater_of(station)
    boot = updater.boot

    def booted() -> None:
        boot()
        updater._trial = False

    vars(updater)["boot"] = booted


def never_gives_back(station: SimulatedStation) -> None:
    async def roll_back() -> None:
        updater_of(station)._trial = False

    vars(updater_of(station))["roll_back"] = roll_back


def forgets_to_stay(station: SimulatedStation) -> None:
    async def confirm() -> None:
        pass

    vars(updater_of(station))["confirm"] = confirm


def goes_on_installing(station: SimulatedStation) -> None:
    """Whoever cancels it does not end it."""
    install = updater_of(station).install
    tasks: set[asyncio.Task[None]] = set()

    async def installed(image: Path, progress: Callable[[int], None]) -> None:
        copy = await asyncio.to_thread(shutil.copy, image, f"{image}.copy")
        task = asyncio.create_task(install(Path(copy), progress))
        tasks.add(task)
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            await asyncio.wait({task})
            raise

    vars(updater_of(station))["install"] = installed


def updater_of(station: SimulatedStation) -> SimulatedUpdater:
    assert station.updater is not None
    return station.updater


def connectors(station: SimulatedStation) -> list[SimulatedConnector]:
    return [each for evse in station.evses for each in evse.connectors]


WRONG: dict[Spoil, tuple[str, ...]] = {
    tells_nothing_at_the_start: (
        "start_tells_of_a_vehicle",
        "start_tells_of_faults",
        "start_tells_of_a_weld",
        "start_tells_of_the_bays",
        "it_starts_again",
        "reboot_is_a_new_start",
    ),
    closes_later: ("closing_returns_once_closed",),
    opens_in_turn: ("opening_wins_over_closing",),
    closes_after_all: ("opening_wins_over_closing",),
    hides_a_weld: ("a_weld_makes_opening_fail",),
    offers_the_least: ("an_offer_of_nothing_is_no_pwm",),
    offers_more: ("offers_are_told",),
    forgets_its_register: ("the_register_never_goes_back",),
    shows_phases_that_are_not_there: (
        "readings_are_numbers",
        "signatures_are_given",
    ),
    shows_no_number: (
        "readings_are_numbers",
        "signatures_are_given",
    ),
    goes_on_telling: ("nothing_is_told_after_the_stop",),
    leaves_it_closed: (
        "stop_leaves_all_safe",
        "stop_ends_a_closing",
    ),
    starts_once: ("it_starts_again",),
    never_clears: ("faults_are_told_and_cleared",),
    raises_nothing: (
        "faults_are_told_and_cleared",
        "start_tells_of_faults",
    ),
    counts_from_zero: (
        "pilots_are_told",
        "start_tells_of_a_vehicle",
    ),
    reads_stale_pilots: ("pilots_are_told",),
    locks_nothing: ("a_lock_holds_until_it_is_released",),
    reboots_in_name_only: ("reboot_is_a_new_start",),
    takes_no_schedule: ("a_schedule_is_chosen",),
    asks_no_vehicle_again: ("a_vehicle_is_asked_again",),
    speaks_to_nobody: ("without_a_vehicle_nothing_is_said",),
    tells_no_needs: ("needs_are_told",),
    runs_what_is_installed: ("an_image_runs_only_once_it_is_activated",),
    takes_whatever_comes: ("a_bad_image_is_not_taken",),
    confirms_by_itself: (
        "what_is_activated_runs_on_trial",
        "what_is_not_confirmed_does_not_stay",
    ),
    never_gives_back: (
        "a_roll_back_ends_a_trial",
        "a_roll_back_undoes_an_activation",
    ),
    forgets_to_stay: ("what_is_activated_runs_on_trial",),
    goes_on_installing: ("a_cancelled_installation_leaves_all_as_it_was",),
}


def spoilt(spoil: Spoil) -> Subject:
    subject = make_station()
    assert isinstance(subject.hardware, SimulatedStation)
    spoil(subject.hardware)
    return subject


@pytest.mark.parametrize(
    ("spoil", "name"), [(spoil, name) for spoil, found_by in WRONG.items() for name in found_by]
)
def test_a_backend_that_is_wrong_is_found(spoil: Spoil, name: str) -> None:
    with pytest.raises(BrokenPromise):
        run_check(BY_NAME[name], lambda: spoilt(spoil), VirtualTimeLoop)


def test_a_backend_that_holds_up_the_loop_is_found() -> None:
    with pytest.raises(BrokenPromise, match="nothing else had its turn"):
        run_check(BY_NAME["nothing_holds_up_the_loop"], lambda: spoilt(blocks))


# The plugin.


def pytest_run(*arguments: str, folder: Path) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603 -- our own interpreter
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


MAKERS = """
from pilotwire.hal.simulated import SimulatedStation

def make_station():
    return SimulatedStation(evses=1)

class Wrong(SimulatedStation):
    async def stop(self):
        pass

def make_wrong():
    return Wrong(evses=1)

nothing = None
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mypkg.py").write_text(MAKERS, encoding="utf-8")
    (tmp_path / "test_other.py").write_text("def test_it(): pass\n", encoding="utf-8")
    return tmp_path


@pytest.mark.slow
def test_the_plugin_runs_the_contract_alone(folder: Path) -> None:
    code, output = pytest_run("-v", "--pilotwire-hal", "mypkg:make_station", folder=folder)
    assert code == 0, output
    assert "readings_are_numbers PASSED" in output
    assert "closing_returns_once_closed SKIPPED" in output
    assert "test_it" not in output


@pytest.mark.slow
def test_the_plugin_runs_it_beside_other_tests(folder: Path) -> None:
    code, output = pytest_run(
        "-v", "--pilotwire-hal", "mypkg:make_station", "test_other.py", folder=folder
    )
    assert code == 0, output
    assert "test_it PASSED" in output
    assert "readings_are_numbers PASSED" in output


@pytest.mark.slow
def test_the_plugin_tells_what_was_promised_and_what_is_so(folder: Path) -> None:
    code, output = pytest_run("--pilotwire-hal", "mypkg:make_wrong", folder=folder)
    assert code == 1, output
    assert "After a stop it can be started with another sink" in output
    assert "already" in output


@pytest.mark.slow
@pytest.mark.parametrize(
    ("named", "complaint"),
    [
        ("mypkg", "it is MODULE:FUNCTION"),
        ("nopkg:make", "No module named 'nopkg'"),
        ("mypkg:make", "has no attribute 'make'"),
        ("mypkg:nothing", "that is no function"),
    ],
)
def test_a_maker_that_is_none_is_an_error(folder: Path, named: str, complaint: str) -> None:
    code, output = pytest_run("--pilotwire-hal", named, folder=folder)
    assert code == 4, output
    assert complaint in output


@pytest.mark.slow
def test_without_the_option_the_plugin_does_nothing(folder: Path) -> None:
    code, output = pytest_run("-v", folder=folder)
    assert code == 0, output
    assert "1 passed" in output
