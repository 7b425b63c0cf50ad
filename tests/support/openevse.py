"""An OpenEVSE board behind a pty: what its firmware does with what RAPI tells it."""

import asyncio
import os
import tty
from collections.abc import Callable, Generator
from contextlib import contextmanager

__all__ = ["ScriptedBoard", "board"]

RELAY = 0.02
"""Seconds that its relay takes."""

STATES = {"A": 1, "B": 2, "C": 3, "D": 4}


def framed(text: str) -> bytes:
    checksum = 0
    for each in text.encode():
        checksum ^= each
    return f"{text}^{checksum:02X}\r".encode()


class ScriptedBoard:
    """The board and the vehicle on it. It begins awake, as a board does that was switched on."""

    def __init__(self) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.port = os.ttyname(self._slave)
        self._rest = b""
        self.vehicle = "A"
        self.awake = True
        self.fault = 0
        self.amperes = 32
        self.least, self.most = 6, 32
        self.closed = False
        self.stuck_open = self.stuck_closed = False
        self.lock: str | None = None
        self.lock_jams = False
        self.session_ws = 0
        self.total_wh = 12_345
        self.milliamperes = -1
        self.mute = False
        self.booting = 0.0
        self.on_way: Callable[[bytes], bytes] = lambda data: data
        """What becomes of what it says."""
        self.heard: list[str] = []
        """Commands, without sequence and checksum."""
        self.connected = False

    # The line.

    def start(self) -> None:
        asyncio.get_running_loop().add_reader(self._master, self._read)

    def stop(self) -> None:
        asyncio.get_running_loop().remove_reader(self._master)
        os.close(self._master)
        if self._slave >= 0:
            os.close(self._slave)

    def unplug_cable(self) -> None:
        """The serial adapter is pulled."""
        asyncio.get_running_loop().remove_reader(self._master)
        os.close(self._master)
        os.close(self._slave)
        self._master, self._slave = os.openpty()  # so that `stop` has something to close

    def say(self, data: bytes) -> None:
        if not self.mute:
            os.write(self._master, self.on_way(data))

    def _read(self) -> None:
        *lines, self._rest = (self._rest + os.read(self._master, 1024)).split(b"\r")
        for line in lines:
            text = line.decode()
            assert framed(text.rpartition("^")[0]) == line + b"\r", "it takes no command without"
            body, _, sequence = text.rpartition("^")[0].partition(" :")
            self.heard.append(body[1:])
            if self.booting <= asyncio.get_running_loop().time():
                answer = self._answer(body[1:].split())
                self.say(framed(f"{answer} :{sequence}"))

    def _answer(self, words: list[str]) -> str:
        match words:
            case ["GS"]:
                return f"$OK {self.state:x} 0 {self.pilot:x} {self.flags:x}"
            case ["GC"]:
                return f"$OK {self.least} 80 {self.amperes} {self.most}"
            case ["GG"]:
                return f"$OK {self.milliamperes} 230000"
            case ["GU"]:
                return f"$OK {self.session_ws} {self.total_wh}"
            case ["G5"] if self.lock is not None:
                return f"$OK {self.lock} M"
            case ["S5", "M"]:
                self.lock = self.lock or "0"
                return "$OK"
            case ["S5", wanted] if self.lock is not None:
                self.lock = self.lock if self.lock_jams else wanted
                return "$OK"
            case ["SC", wanted, "V"]:
                self.amperes = min(max(int(wanted), self.least), self.most)
                self._act()
                return f"${'OK' if self.amperes == int(wanted) else 'NK'} {self.amperes}"
            case ["FE"]:
                self.awake = True
                self._act()
                return "$OK"
            case ["FS"]:
                self.awake = False
                self._act()
                return "$OK"
            case ["FR"]:
                self.restart()
                return "$OK"
            case _:
                return "$NK"

    # What it is.

    @property
    def state(self) -> int:
        if self.fault:
            return self.fault
        return STATES[self.vehicle] if self.awake else 0xFE

    @property
    def pilot(self) -> int:
        return 0 if self.fault > 5 else STATES[self.vehicle]

    @property
    def flags(self) -> int:
        return 0x40 * self.closed | 0x100 * self.connected | 0x200

    @property
    def offers(self) -> int:
        """The amperes on its pilot."""
        return self.amperes if self.awake and not self.fault else 0

    # What it does.

    def _act(self) -> None:
        if (self.vehicle != "A") is not self.connected:
            self.connected = self.vehicle != "A"
            if not self.connected:
                self.total_wh += self.session_ws // 3600
            else:
                self.session_ws = 0
        asyncio.get_running_loop().call_later(RELAY, self._switch)
        self._tell()

    def _switch(self) -> None:
        wanted = self.awake and not self.fault and self.vehicle in {"C", "D"}
        wanted = (wanted or self.stuck_closed) and not self.stuck_open
        if wanted is not self.closed:
            self.closed = wanted
            self._tell()

    def _tell(self) -> None:
        self.say(framed(f"$AT {self.state:x} {self.pilot:x} {self.amperes} {self.flags:x}"))

    # What happens to it.

    def goes_to(self, vehicle: str) -> None:
        self.vehicle = vehicle
        self._act()

    def fails(self, state: int) -> None:
        """It goes into this state of fault; 0 ends it."""
        self.fault = state
        self._act()

    def restart(self, seconds: float = 0.0) -> None:
        """It was without power, or hung: it begins anew, and is deaf for so long."""
        self.awake, self.fault, self.amperes = True, 0, self.most
        self.lock = None if self.lock is None else "0"
        loop = asyncio.get_running_loop()
        self.booting = loop.time() + seconds

        def ready() -> None:
            self.say(framed("$AB 00 7.1.3.EU"))
            self._act()

        loop.call_later(seconds, ready)


@contextmanager
def board() -> Generator[ScriptedBoard, None, None]:
    """A board on a port."""
    made = ScriptedBoard()
    made.start()
    try:
        yield made
    finally:
        made.stop()
