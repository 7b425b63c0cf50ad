"""A serial port on the event loop, on a pty."""

import asyncio
import os
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest

from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.serial_line import SerialLine
from tests.support.ports import port


def run(scenario: Coroutine[Any, Any, None]) -> None:
    async def limited() -> None:
        async with asyncio.timeout(20):
            await scenario

    asyncio.run(limited())


class Ear:
    """What a line hands over."""

    def __init__(self, path: str, **settings: Any) -> None:
        self.data = b""
        self.lost: list[HardwareError] = []
        self.line = SerialLine(path, self._received, self.lost.append, **settings)

    def _received(self, data: bytes) -> None:
        self.data += data

    async def has(self, data: bytes) -> None:
        async with asyncio.timeout(5):
            while self.data != data:  # noqa: ASYNC110 -- a pty tells nobody how far it is
                await asyncio.sleep(0.005)


def test_what_is_written_and_what_arrives() -> None:
    async def scenario() -> None:
        with port() as there:
            heard: list[bytes] = []
            there.heard = heard.append
            ear = Ear(there.path, baud_rate=115200)
            ear.line.open()
            ear.line.open()  # it is
            ear.line.write(b"\x00\x11\x13\r\n\xff")
            there.say(b"\r\n\x03\x04\x7f")
            await ear.has(b"\r\n\x03\x04\x7f")  # nothing of it means anything to the line
            assert b"".join(heard) == b"\x00\x11\x13\r\n\xff"
            ear.line.close()
            assert not ear.line.is_open
            with pytest.raises(HardwareError, match="is not open"):
                ear.line.write(b"x")

    run(scenario())


def test_a_port_that_is_pulled_is_told_once_and_can_be_opened_again() -> None:
    async def scenario() -> None:
        with port() as there:
            ear = Ear(there.path)
            ear.line.open()
            there.unplug()
            async with asyncio.timeout(5):
                while not ear.lost:  # noqa: ASYNC110 -- as above
                    await asyncio.sleep(0.005)
            await asyncio.sleep(0.05)
            [error] = ear.lost
            assert str(error).startswith(f"{there.path} has failed: ")
            assert not ear.line.is_open
            with pytest.raises(HardwareError, match="No such file"):
                ear.line.open()

    run(scenario())


def test_a_port_that_takes_nothing_has_failed() -> None:
    async def scenario() -> None:
        master, slave = os.openpty()
        ear = Ear(os.ttyname(slave))
        ear.line.open()
        while not ear.lost:
            if not ear.line.is_open:
                break
            ear.line.write(b"x" * 4000)
        assert "takes nothing any more" in str(ear.lost[0])
        os.close(master)
        os.close(slave)

    run(scenario())


def test_a_port_is_nobody_elses() -> None:
    async def scenario() -> None:
        with port() as there:
            first, second = Ear(there.path), Ear(there.path)
            first.line.open()
            with pytest.raises(HardwareError, match="it is in use"):
                second.line.open()
            first.line.close()
            second.line.open()
            second.line.close()

    run(scenario())


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"baud_rate": 12345}, "a speed of 12345 baud is none that a serial port has"),
        ({"parity": "odd"}, "it does not take that speed, parity"),  # a pty has none
    ],
)
def test_settings_that_cannot_be(settings: dict[str, Any], words: str) -> None:
    async def scenario() -> None:
        with port() as there:
            with pytest.raises(HardwareError, match=words):
                Ear(there.path, **settings).line.open()
            ear = Ear(there.path)  # and nothing has kept it
            ear.line.open()
            ear.line.close()

    run(scenario())


def test_what_is_no_port(tmp_path: Path) -> None:
    async def scenario() -> None:
        (tmp_path / "file").touch()
        with pytest.raises(HardwareError, match="it is no serial port"):
            Ear(str(tmp_path / "file")).line.open()
        with pytest.raises(HardwareError, match="No such file"):
            Ear(str(tmp_path / "none")).line.open()

    run(scenario())
