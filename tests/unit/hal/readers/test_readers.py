"""Readers on ports and in libraries: one event a card, failures told, recovery."""

import asyncio
import sys
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import pytest

from pilotwire.hal.interfaces import (
    FaultCleared,
    FaultCode,
    FaultRaised,
    HardwareError,
    HardwareEvent,
    TokenKind,
    TokenPresented,
)
from pilotwire.hal.readers import (
    Form,
    LineReader,
    PcscReader,
    Pn532Reader,
    Seen,
    Text,
    TokenReader,
    WedgeReader,
    pcsc,
    watch,
)
from pilotwire.hal.readers.watch import Presence, ReaderWatch
from tests.support.ports import Port, port

READER = FaultCode.TOKEN_READER


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has failed is tried again soon."""
    monkeypatch.setattr(watch, "_PAUSE", 0.05)


def run(scenario: Coroutine[Any, Any, None]) -> None:
    async def limited() -> None:
        async with asyncio.timeout(30):
            await scenario

    asyncio.run(limited())


class Scene:
    """Readers at work, and what they tell."""

    def __init__(self) -> None:
        self.events: list[HardwareEvent] = []

    async def hears(self, event: HardwareEvent, count: int = 1) -> None:
        async with asyncio.timeout(10):
            while self.events.count(event) < count:  # noqa: ASYNC110 -- it comes from threads, too
                await asyncio.sleep(0.01)

    @property
    def tokens(self) -> list[str]:
        return [each.token for each in self.events if isinstance(each, TokenPresented)]

    async def fails(self, evse_id: int = 0) -> str:
        """The words of a reader's warning, once it has come."""
        async with asyncio.timeout(10):
            while True:
                for event in self.events:
                    if isinstance(event, FaultRaised) and event.evse_id == evse_id:
                        assert event.code is READER
                        return event.info
                await asyncio.sleep(0.01)


@asynccontextmanager
async def at_work(*readers: TokenReader, absence: float = 0.3) -> AsyncGenerator[Scene, None]:
    scene = Scene()
    watch = ReaderWatch(readers, absence=absence)
    await watch.start(scene.events.append)
    try:
        yield scene
    finally:
        await watch.stop()


def test_a_card_that_lies_there_is_new_once() -> None:
    presence = Presence(1.5)
    a, b = Seen("04A1B2C3"), Seen("04D4E5F6")
    assert presence.is_new(a, 0.0)
    assert not presence.is_new(a, 1.4)
    assert presence.is_new(b, 2.0)
    assert not presence.is_new(a, 2.8)
    assert not presence.is_new(b, 3.4)
    assert presence.is_new(a, 4.4)


# A line for each card.


def test_a_reader_that_writes_lines() -> None:
    async def scenario() -> None:
        with port() as there:
            async with at_work(LineReader(there.path, evse_id=2)) as s:
                there.say(b"04A1")
                there.say(b"B2C3\r\n")
                await s.hears(TokenPresented("04A1B2C3", evse_id=2))
                there.say(b"04a1b2c3\r\nnonsense\r\n\xff\xfe\r")
                there.say(b"\x0204D4E5F6\x03")
                await s.hears(TokenPresented("04D4E5F6", evse_id=2))
                assert s.tokens == ["04A1B2C3", "04D4E5F6"]
                await asyncio.sleep(0.4)
                there.say(b"04A1B2C3\n")
                await s.hears(TokenPresented("04A1B2C3", evse_id=2), count=2)

    run(scenario())


def test_noise_without_end_is_forgotten() -> None:
    async def scenario() -> None:
        with port() as there:
            async with at_work(LineReader(there.path)) as s:
                for _ in range(10):
                    there.say(b"x" * 100)
                    await asyncio.sleep(0.01)
                there.say(b"\r04A1B2C3\r")
                await s.hears(TokenPresented("04A1B2C3"))

    run(scenario())


def test_a_reader_that_is_not_there_and_one_that_is_pulled() -> None:
    async def scenario() -> None:
        with port() as there:
            absent = LineReader("/dev/no-such-reader", evse_id=1)
            async with at_work(absent, LineReader(there.path)) as s:
                assert "/dev/no-such-reader can't be opened: No such file" in await s.fails(1)
                there.unplug()
                assert f"{there.path} has failed" in await s.fails()
                await asyncio.sleep(0.3)
                # What goes on as it was is not told again.
                assert len([each for each in s.events if isinstance(each, FaultRaised)]) <= 3

    run(scenario())


@dataclass
class Scripted:
    """A reader that fails and works as it is told."""

    name: str
    evse_id: int | None = None
    failure: str | None = None
    change: asyncio.Event = field(default_factory=asyncio.Event)

    def becomes(self, failure: str | None) -> None:
        self.failure = failure
        self.change.set()

    async def watch(self, works: Callable[[], None], seen: Callable[[Seen], None]) -> None:
        self.change.clear()
        if self.failure is None:
            works()
            await self.change.wait()
        raise HardwareError(self.failure)


def test_a_warning_is_cleared_once_all_readers_of_its_place_work() -> None:
    async def scenario() -> None:
        first, second = Scripted("one", failure="cold"), Scripted("two", failure="dark")
        async with at_work(first, second) as s:
            await s.hears(FaultRaised(0, READER, "one: cold; two: dark"))
            first.becomes(None)
            await s.hears(FaultRaised(0, READER, "two: dark"))
            assert FaultCleared(0, READER) not in s.events
            second.becomes(None)
            await s.hears(FaultCleared(0, READER))
            second.becomes("wet")
            await s.hears(FaultRaised(0, READER, "two: wet"))

    run(scenario())


def test_whatever_a_reader_raises_is_a_warning() -> None:
    class Broken(Scripted):
        async def watch(self, works: Callable[[], None], seen: Callable[[Seen], None]) -> None:
            raise ZeroDivisionError

    async def scenario() -> None:
        async with at_work(Broken("one", 1)) as s:
            assert await s.fails(1) == "one: ZeroDivisionError"

    run(scenario())


def test_after_the_stop_nothing_is_told() -> None:
    async def scenario() -> None:
        with port() as there:
            async with at_work(LineReader(there.path)) as s:
                pass
            there.say(b"04A1B2C3\r")
            await asyncio.sleep(0.1)
            assert s.events == []

    run(scenario())


# PN532.


class Pn532:
    """The chip: what it does with frames (UM0701-02)."""

    def __init__(self, there: Port) -> None:
        self._port = there
        there.heard = self._heard
        self.uid: bytes | None = None
        self.commands: list[int] = []
        self.mute = False
        self.spoil: Callable[[bytes], bytes] = lambda data: data
        self.woken = False

    def _heard(self, data: bytes) -> None:
        self.woken = self.woken or b"\x55\x55" in data
        at = data.find(b"\x00\x00\xff")
        length, check = data[at + 3], data[at + 4]
        if length == 0 or self.mute or not self.woken:
            return  # an acknowledgement, which ends what it is at
        body = data[at + 5 : at + 5 + length]
        assert (length + check) & 0xFF == 0
        assert (sum(body) + data[at + 5 + length]) & 0xFF == 0
        assert body[0] == 0xD4
        self.commands.append(body[1])
        self._port.say(self.spoil(b"\x00\x00\xff\x00\xff\x00"))
        answer = bytes([0xD5, body[1] + 1])
        if body[1] == 0x4A:
            if self.uid is None:
                answer += b"\x00"
            else:
                answer += bytes([1, 1, 0x00, 0x44, 0x00, len(self.uid)]) + self.uid
        frame = bytes([0, 0, 0xFF, len(answer), -len(answer) & 0xFF]) + answer
        self._port.say(self.spoil(frame + bytes([-sum(answer) & 0xFF, 0])))


def test_a_pn532() -> None:
    async def scenario() -> None:
        with port() as there:
            chip = Pn532(there)
            async with at_work(Pn532Reader(there.path, evse_id=1)) as s:
                async with asyncio.timeout(5):
                    while chip.commands.count(0x4A) < 2:  # noqa: ASYNC110 -- as above
                        await asyncio.sleep(0.01)
                assert chip.commands[:2] == [0x14, 0x32]
                assert s.events == []
                chip.uid = bytes.fromhex("04A1B2C3D4E5F6")
                await s.hears(TokenPresented("04A1B2C3D4E5F6", evse_id=1))
                await asyncio.sleep(0.6)
                assert len(s.tokens) == 1  # it lies there
                chip.uid = None
                await asyncio.sleep(0.6)
                chip.uid = bytes.fromhex("04A1B2C3D4E5F6")
                await s.hears(TokenPresented("04A1B2C3D4E5F6", evse_id=1), count=2)
                chip.uid = bytes.fromhex("C0FFEE01")
                await s.hears(TokenPresented("C0FFEE01", evse_id=1))

    run(scenario())


def test_a_pn532_with_noise_on_its_line() -> None:
    async def scenario() -> None:
        with port() as there:
            chip = Pn532(there)
            chip.uid = bytes.fromhex("C0FFEE01")
            times = 0

            def spoil(data: bytes) -> bytes:
                nonlocal times
                times += 1
                if times in {2, 5}:
                    return data[:6] + bytes([data[6] ^ 0x40]) + data[7:] if len(data) > 7 else data
                return b"\xff\x00\x00\x55" + data

            chip.spoil = spoil
            async with at_work(Pn532Reader(there.path)) as s:
                await s.hears(TokenPresented("C0FFEE01"))

    run(scenario())


def test_a_pn532_that_does_not_answer_any_more_and_comes_back() -> None:
    async def scenario() -> None:
        with port() as there:
            chip = Pn532(there)
            chip.mute = True
            async with at_work(Pn532Reader(there.path)) as s:
                assert "the PN532 does not answer" in await s.fails()
                chip.mute = False
                await s.hears(FaultCleared(0, READER))
                chip.uid = bytes.fromhex("C0FFEE01")
                await s.hears(TokenPresented("C0FFEE01"))

    run(scenario())


# PC/SC, of which there is no daemon here: the library's surface as far as it is used.


class SmartcardError(Exception):
    """pyscard's root."""


class NoCardError(SmartcardError):
    """NoCardException."""


class Pcsc:
    """A reader, its card, and the library."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names = ["ACS ACR122U 00 00", "Identive CLOUD 4700 F 00 00"]
        self.uid: list[int] | None = None
        self.atr = [0x3B, 0x8F, 0x80, 0x01, *CONTACTLESS, 0x03, 0x00, 0x01, 0, 0, 0, 0, 0x6A]
        self.status: tuple[int, int] = (0x90, 0x00)
        self.failure: Exception | None = None
        self.hang = threading.Event()
        self.hang.set()
        self.threads: set[str] = set()
        package, system, exceptions = map(
            ModuleType, ("smartcard", "smartcard.System", "smartcard.Exceptions")
        )
        vars(system)["readers"] = self.readers
        vars(exceptions)["NoCardException"] = NoCardError
        vars(exceptions)["CardConnectionException"] = SmartcardError
        for module in (package, system, exceptions):
            monkeypatch.setitem(sys.modules, module.__name__, module)

    def readers(self) -> list["Pcsc.Reader"]:
        self.threads.add(threading.current_thread().name)
        self.hang.wait(20)
        if self.failure is not None:
            raise self.failure
        return [Pcsc.Reader(self, name) for name in self.names]

    class Reader:
        def __init__(self, library: "Pcsc", name: str) -> None:
            self._library = library
            self._name = name

        def __str__(self) -> str:
            return self._name

        def createConnection(self) -> "Pcsc.Reader":  # noqa: N802 -- pyscard's own
            return self

        def connect(self) -> None:
            if self._library.uid is None:
                raise NoCardError

        def disconnect(self) -> None:
            pass

        def getATR(self) -> list[int]:  # noqa: N802 -- pyscard's own
            return self._library.atr

        def transmit(self, command: list[int]) -> tuple[list[int], int, int]:
            assert command == [0xFF, 0xCA, 0x00, 0x00, 0x00]
            assert self._library.uid is not None
            return (self._library.uid, *self._library.status)


CONTACTLESS = (0x80, 0x4F, 0x0C, 0xA0, 0x00, 0x00, 0x03, 0x06)


def test_a_reader_of_pc_sc(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario() -> None:
        library = Pcsc(monkeypatch)
        async with at_work(PcscReader("CLOUD", evse_id=3)) as s:
            await asyncio.sleep(0.1)
            assert s.events == []
            library.uid = [0x04, 0xA1, 0xB2, 0xC3]
            await s.hears(TokenPresented("04A1B2C3", evse_id=3))
            library.atr[12] = 0x0B
            library.uid = [0xD4, 0xC3, 0xB2, 0xA1, 0x50, 0x01, 0x04, 0xE0]
            await s.hears(TokenPresented("E0040150A1B2C3D4", TokenKind.ISO15693, 3))
            library.uid, library.status = [1, 2, 3, 4], (0x6A, 0x81)  # it can't tell
            await asyncio.sleep(0.4)
            assert len(s.tokens) == 2
        assert library.threads == {"pcsc"}  # never the event loop's

    run(scenario())


def test_a_reader_of_pc_sc_that_is_pulled_and_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario() -> None:
        library = Pcsc(monkeypatch)
        async with at_work(PcscReader()) as s:
            names, library.names = library.names, []
            assert await s.fails() == "PC/SC: there is no such reader"
            library.names = names
            await s.hears(FaultCleared(0, READER))
            library.failure = SmartcardError("Failed to establish context: Service not available.")
            await s.hears(FaultRaised(0, READER, f"PC/SC: {library.failure}"))

    run(scenario())


def test_a_pcscd_that_hangs_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pcsc, "_PATIENCE", 0.2)

    async def scenario() -> None:
        library = Pcsc(monkeypatch)
        library.hang.clear()
        async with at_work(PcscReader()) as s:
            await s.hears(FaultRaised(0, READER, "PC/SC: pcscd hangs"))
            await s.hears(FaultRaised(0, READER, "PC/SC: pcscd still hangs"))
            library.hang.set()
            await s.hears(FaultCleared(0, READER))
        library.hang.set()

    run(scenario())


def test_without_pyscard_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "smartcard.System", None)
    monkeypatch.setitem(sys.modules, "smartcard", None)

    async def scenario() -> None:
        async with at_work(PcscReader()) as s:
            assert "pip install 'pilotwire[readers]'" in await s.fails()

    run(scenario())


# A keyboard, of which there is none here.


@dataclass
class Event:
    type: int
    code: int
    value: int


class Keyboard:
    """`evdev.InputDevice` as far as it is used."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.keys: asyncio.Queue[Event | OSError] = asyncio.Queue()
        self.failure: OSError | None = None
        self.grabbed = False
        module = ModuleType("evdev")
        vars(module)["InputDevice"] = self._opened
        monkeypatch.setitem(sys.modules, "evdev", module)

    def _opened(self, path: str) -> "Keyboard":
        assert path == "/dev/input/by-id/reader"
        if self.failure is not None:
            raise self.failure
        return self

    def grab(self) -> None:
        self.grabbed = True

    def close(self) -> None:
        self.grabbed = False

    async def async_read_loop(self) -> AsyncIterator[Event]:
        while True:
            key = await self.keys.get()
            if isinstance(key, OSError):
                raise key
            yield key

    def types(self, *codes: int) -> None:
        for code in codes:
            for value in (1, 0):
                self.keys.put_nowait(Event(4, 4, 458_000 + code))  # MSC_SCAN
                self.keys.put_nowait(Event(1, code, value))
                self.keys.put_nowait(Event(0, 0, 0))  # SYN_REPORT


ENTER = 28
# Shift is not looked at: what is typed is the same in upper and in lower case.
CARD = (11, 5, 42, 30, 2, 48, 3, 46, 4)  # 0 4 shift A 1 B 2 C 3


def test_a_reader_that_types(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario() -> None:
        keyboard = Keyboard(monkeypatch)
        async with at_work(WedgeReader("/dev/input/by-id/reader")) as s:
            keyboard.types(*CARD, ENTER)
            await s.hears(TokenPresented("04A1B2C3"))
            assert keyboard.grabbed
            keyboard.types(*CARD[:4], ENTER)  # no whole UID
            keyboard.types(*CARD)
            await asyncio.sleep(1.1)  # somebody has pulled the plug of a reader, and another came
            keyboard.types(*CARD, 96)
            await s.hears(TokenPresented("04A1B2C3"), count=2)
        assert not keyboard.grabbed

    run(scenario())


def test_a_keypad(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario() -> None:
        keyboard = Keyboard(monkeypatch)
        text = Text(Form.TEXT, TokenKind.KEY_CODE)
        async with at_work(WedgeReader("/dev/input/by-id/reader", text=text)) as s:
            keyboard.types(79, 80, 81, 75, 76, 77, 71, 72, 73, 82, ENTER)
            await s.hears(TokenPresented("1234567890", TokenKind.KEY_CODE))

    run(scenario())


def test_a_keyboard_that_is_pulled_and_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario() -> None:
        keyboard = Keyboard(monkeypatch)
        keyboard.failure = FileNotFoundError(2, "No such file or directory")
        async with at_work(WedgeReader("/dev/input/by-id/reader")) as s:
            assert "it can't be opened: No such file or directory" in await s.fails()
            keyboard.failure = None
            await s.hears(FaultCleared(0, READER))
            keyboard.keys.put_nowait(OSError(19, "No such device"))
            words = "/dev/input/by-id/reader: it is gone: No such device"
            await s.hears(FaultRaised(0, READER, words))

    run(scenario())


def test_without_evdev_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "evdev", None)

    async def scenario() -> None:
        async with at_work(WedgeReader("/dev/input/by-id/reader")) as s:
            assert "pip install 'pilotwire[readers]'" in await s.fails()

    run(scenario())
