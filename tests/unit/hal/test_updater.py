"""Commands that install firmware: what they print, how long they take, and how they fail."""

import asyncio
import os
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pydantic import ValidationError

from pilotwire.hal.interfaces import BadImageError, FirmwareState, HardwareError
from pilotwire.hal.mixture import with_updater
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.hal.updater import command, program
from pilotwire.hal.updater.program import run
from tests.support.update_programs import Computer
from tests.support.update_programs import program as script

pytestmark = pytest.mark.slow

T = TypeVar("T")


def do(scenario: Coroutine[Any, Any, T]) -> T:
    async def limited() -> T:
        async with asyncio.timeout(60):
            return await scenario

    return asyncio.run(limited())


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "GRACE", 0.3)


def no_progress(_: int) -> None:
    pass


# A program.


def test_what_it_prints_is_kept_and_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    argv = script(
        tmp_path, "says", "import sys; print('one\\rtwo'); print('three', file=sys.stderr)"
    )
    with caplog.at_level("INFO"):
        outcome = do(run(argv, 30))
    assert (outcome.code, outcome.whole) == (0, True)
    assert sorted(outcome.lines) == ["one", "three", "two"]
    assert sorted(each.message.rpartition(": ")[2] for each in caplog.records) == [
        "one",
        "three",
        "two",
    ]


def test_no_shell_sees_its_words(tmp_path: Path) -> None:
    argv = script(tmp_path, "says", "import sys; print(sys.argv[1:])")
    words = ["$(touch x)", "; touch x", "*", "a b", "'"]
    assert do(run([*argv, *words], 30)).lines == (str(words),)
    assert not Path("x").exists()


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("import sys; print('so'); sys.exit('no room')", ": exit code 1: no room"),
        ("import sys; sys.exit(7)", ": exit code 7"),
        ("import os; os.kill(os.getpid(), 9)", ": ended by signal 9"),
        ("import sys; sys.stdout.buffer.write(b'\\x1b[2J\\xff'); sys.exit(1)", r"\x1b[2J�"),
    ],
)
def test_how_it_fails_is_told(tmp_path: Path, source: str, says: str) -> None:
    outcome = do(run(script(tmp_path, "fails", source), 30))
    assert outcome.code != 0
    assert outcome.why.endswith(says)


@pytest.mark.parametrize("name", ["no-such-program-here", "/etc/hostname", "/", "nul\0"])
def test_one_that_is_not_there(name: str) -> None:
    with pytest.raises(HardwareError, match="can't be run: "):
        do(run([name], 30))


def test_it_says_too_much(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    source = "import sys\nfor n in range(2000): print(n, 'x' * 1000)\nprint('y' * 1_000_000)"
    heard: list[str] = []
    outcome = do(run(script(tmp_path, "flood", source), 60, heard.append))
    assert outcome.code == 0
    assert not outcome.whole
    assert len(outcome.lines) == program.MOST_LINES
    assert max(map(len, outcome.lines)) <= program.LONGEST_LINE
    assert len(heard) == 2001
    assert len(caplog.records) <= program.MOST_LINES + 1
    assert "prints more than 200 lines" in caplog.text


CHILDREN = """\
import signal, subprocess, sys, time
{deaf}
child = subprocess.Popen([sys.executable, "-c", "import time; {deaf_child}; time.sleep(100)"])
print(child.pid, flush=True)
{end}
"""
SLEEP = "time.sleep(100)"
DEAF = "signal.signal(signal.SIGTERM, signal.SIG_IGN)"


@pytest.mark.parametrize("deaf", ["", DEAF], ids=["it hears", "it is deaf"])
def test_one_that_hangs_ends_with_its_children(tmp_path: Path, deaf: str) -> None:
    deaf_child = f"import signal; {DEAF}" if deaf else "0"
    source = CHILDREN.format(deaf=deaf, deaf_child=deaf_child, end=SLEEP)
    heard: list[str] = []
    begun = time.monotonic()
    with pytest.raises(HardwareError, match=r"took longer than 2 s"):
        do(run(script(tmp_path, "hangs", source), 2, heard.append))
    assert time.monotonic() - begun < 15
    assert ends(int(heard[0]))


def test_one_that_is_cancelled_ends_with_its_children(tmp_path: Path) -> None:
    source = CHILDREN.format(deaf=DEAF, deaf_child="0", end=SLEEP)
    heard: list[str] = []

    async def scenario() -> None:
        task = asyncio.create_task(run(script(tmp_path, "hangs", source), 60, heard.append))
        while not heard:  # noqa: ASYNC110 -- it is another process
            await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.wait({task})
        assert task.cancelled()

    do(scenario())
    assert ends(int(heard[0]))


def test_whoever_keeps_its_output_open_is_not_waited_for(tmp_path: Path) -> None:
    source = CHILDREN.format(deaf="", deaf_child="0", end="")
    outcome = do(run(script(tmp_path, "leaves", source), 30))
    assert outcome.code == 0
    os.kill(int(outcome.lines[0]), 9)


def ends(pid: int) -> bool:
    """Whether a process has ended, or does within seconds."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


# An updater.


def test_progress_is_what_the_program_says_in_percent(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    told: list[int] = []
    do(computer.updater().install(computer.image(), told.append))
    assert told == [0, 50, 100]
    assert computer.calls == ["verify", "install"]


def test_from_installation_to_confirmation(tmp_path: Path) -> None:
    computer = Computer(tmp_path)

    async def before() -> None:
        updater = computer.updater()
        assert updater.version == "1.0"
        await updater.install(computer.image(), no_progress)
        await updater.activate()
        assert await updater.state() is FirmwareState.WAITING

    async def after() -> None:
        updater = computer.updater()
        assert updater.version == "2.0"
        assert await updater.state() is FirmwareState.ON_TRIAL
        await updater.confirm()
        assert await updater.state() is FirmwareState.SETTLED

    do(before())
    computer.boot()
    do(after())
    assert computer.calls == ["verify", "install", "activate", "confirm"]
    assert not (tmp_path / "updater.json").exists()


def test_an_image_that_does_not_boot(tmp_path: Path) -> None:
    computer = Computer(tmp_path)

    async def scenario() -> None:
        await computer.updater().install(computer.image(boots=False), no_progress)
        await computer.updater().activate()
        computer.boot()
        assert await computer.updater().state() is FirmwareState.FELL_BACK
        assert computer.updater().version == "1.0"

    do(scenario())


def test_a_program_that_lets_it_boot_at_once(tmp_path: Path) -> None:
    """The power goes before it is known here that all is written."""
    computer = Computer(tmp_path, eager=True)
    kept = tmp_path / "updater.json"

    async def scenario() -> None:
        updater = computer.updater(activate=None)
        await updater.install(computer.image(), no_progress)
        kept.write_text(kept.read_text("utf-8").replace('"installed"', '"installing"'), "utf-8")
        computer.boot()
        updater = computer.updater(activate=None)
        assert updater.version == "2.0"
        assert await updater.state() is FirmwareState.ON_TRIAL
        await updater.install(computer.image(), no_progress)
        await updater.activate()
        assert await updater.state() is FirmwareState.ON_TRIAL
        with pytest.raises(HardwareError, match="is on trial itself"):
            await updater.install(computer.image("3.0"), no_progress)
        await updater.confirm()

    do(scenario())
    assert computer.calls == ["verify", "install", "confirm"]


def test_the_power_goes_while_an_image_is_written(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    kept = tmp_path / "updater.json"

    async def scenario() -> None:
        await computer.updater().install(computer.image(), no_progress)
        kept.write_text(kept.read_text("utf-8").replace('"installed"', '"installing"'), "utf-8")
        computer.boot()
        updater = computer.updater()
        assert await updater.state() is FirmwareState.SETTLED
        with pytest.raises(HardwareError, match="nothing was installed"):
            await updater.activate()
        await updater.install(computer.image(), no_progress)
        await updater.activate()

    do(scenario())
    assert computer.calls == ["verify", "install", "cancel", "verify", "install", "activate"]


def test_codes_that_say_that_nothing_was_to_be_done(tmp_path: Path) -> None:
    """The power has gone after it was confirmed, and before that was known here."""
    computer = Computer(tmp_path)
    kept = tmp_path / "updater.json"

    async def scenario() -> None:
        await computer.updater().install(computer.image(), no_progress)
        await computer.updater().activate()
        computer.boot()
        record = kept.read_text("utf-8")
        await computer.updater().confirm()
        kept.write_text(record, "utf-8")
        assert await computer.updater().state() is FirmwareState.ON_TRIAL
        with pytest.raises(HardwareError, match="exit code 2"):
            await computer.updater(done_codes=[3]).confirm()
        await computer.updater().confirm()
        assert await computer.updater().state() is FirmwareState.SETTLED

    do(scenario())


def test_an_image_that_is_not_fit(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    image = computer.image()
    image.write_bytes(image.read_bytes()[:-1])
    with pytest.raises(BadImageError, match="exit code 1: the image is damaged"):
        do(computer.updater().install(image, no_progress))
    assert computer.calls == ["verify"]


def test_an_installation_that_fails_is_undone(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    fails = script(tmp_path, "fails", "import sys; sys.exit('no room')")
    updater = computer.updater(install=[*fails, "{file}"])

    async def scenario() -> None:
        with pytest.raises(HardwareError, match="exit code 1: no room"):
            await updater.install(computer.image(), no_progress)
        assert await updater.state() is FirmwareState.SETTLED

    do(scenario())
    assert computer.calls == ["verify", "cancel"]


def test_an_installation_that_hangs_ends(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    hangs = script(tmp_path, "hangs", "import time; time.sleep(100)")
    updater = computer.updater(install=[*hangs, "{file}"], install_limit_s=1)
    with pytest.raises(HardwareError, match="took longer than 1 s"):
        do(updater.install(computer.image(), no_progress))
    assert computer.calls == ["verify", "cancel"]


NOTHING = "pass"
FAILS = "import sys; print('A'); sys.exit(1)"
GARBAGE = "import sys; sys.stdout.buffer.write(bytes(range(256)) * 9)"
FLOOD = "print('A' * 10_000_000)"
HANGS = "import time; print('A', flush=True); time.sleep(100)"


@pytest.mark.parametrize("source", [NOTHING, FAILS, GARBAGE, FLOOD, HANGS])
def test_it_is_not_told_which_firmware_runs(
    tmp_path: Path, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "CALL_LIMIT", 2.0)
    computer = Computer(tmp_path)
    updater = computer.updater(slot=script(tmp_path, "slot", source))
    with pytest.raises(HardwareError, match=r"does not say which|took longer|exit code 1"):
        do(updater.state())


@pytest.mark.parametrize("source", [NOTHING, FAILS, FLOOD, HANGS])
def test_it_is_not_told_which_version_runs(
    tmp_path: Path, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "VERSION_LIMIT", 2.0)
    updater = Computer(tmp_path).updater(version=script(tmp_path, "version", source))
    with pytest.raises(HardwareError, match=r"nothing|took longer|exit code 1"):
        _ = updater.version


def test_a_version_is_the_first_line_as_far_as_it_fits(tmp_path: Path) -> None:
    says = script(tmp_path, "version", "print('v' * 60); print('more')")
    assert Computer(tmp_path).updater(version=says).version == "v" * 50


@pytest.mark.parametrize("text", ["", "{}", "[" * 9000, '{"format": "pilotwire-updater-1"}'])
def test_a_record_that_is_damaged_is_told_of(tmp_path: Path, text: str) -> None:
    (tmp_path / "updater.json").write_text(text, "utf-8")
    with pytest.raises(HardwareError, match="does not say what was installed"):
        do(Computer(tmp_path).updater().state())


def test_a_record_that_cant_be_written(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    updater = computer.updater(file=tmp_path / "gone" / "updater.json")
    with pytest.raises(HardwareError, match="can't be written"):
        do(updater.install(computer.image(), no_progress))
    assert computer.calls == ["verify"]


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"install": ["rauc", "install"]}, "one of its words must hold {file}"),
        ({"confirm": ["rauc", "{file}"]}, "there is no file for it"),
        ({"confirm": []}, "at least 1 item"),
        ({"confirm": ["", "x"]}, "the first word is the program"),
        ({"confirm": ["x", "a\0b"]}, "NUL"),
        ({"confirm": "rauc status"}, "a list of words"),
        ({"reboot": None}, "name the command that restarts the computer"),
        ({"reboots": False, "activate": None}, "without a reboot there must be an activate"),
        ({"done_codes": [0]}, "greater than or equal to 1"),
    ],
)
def test_commands_that_cant_be(tmp_path: Path, other: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        Computer(tmp_path).commands(**other)


# A station with one.


def test_a_reboot_restarts_the_computer(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    updater = computer.updater()
    inner = SimulatedStation(evses=1)
    hardware = with_updater(inner, updater, updater.restart)

    async def scenario() -> None:
        await hardware.start(lambda _: None)
        assert hardware.updater is updater
        with pytest.raises(TimeoutError):  # it waits for its end
            async with asyncio.timeout(2):
                await hardware.reboot()
        await hardware.stop()

    do(scenario())
    assert computer.calls == ["reboot"]


def test_a_computer_that_does_not_restart(tmp_path: Path) -> None:
    fails = script(tmp_path, "fails", "import sys; sys.exit('not now')")
    updater = Computer(tmp_path).updater(reboot=fails)
    with pytest.raises(HardwareError, match="exit code 1: not now"):
        do(updater.restart())


def test_without_a_restart_the_hardware_reboots(tmp_path: Path) -> None:
    updater = Computer(tmp_path).updater()
    inner = SimulatedStation(evses=1)
    hardware = with_updater(inner, updater)
    told: list[Callable[[], None]] = []

    async def scenario() -> None:
        await hardware.start(lambda _: None)
        vars(inner)["reboot"] = reboot
        await hardware.reboot()
        await hardware.stop()

    async def reboot() -> None:
        told.append(lambda: None)

    do(scenario())
    assert len(told) == 1
