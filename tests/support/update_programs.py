"""A computer with two slots and a boot loader in a folder, and the programs that update it.

Its images are those of a simulated charger.
"""

import json
import sys
from pathlib import Path
from typing import Any

from pilotwire.hal.simulated import SimulatedUpdater
from pilotwire.hal.updater import CommandUpdater, UpdaterCommands

__all__ = ["Computer", "program"]

_PROGRAM = """\
import hashlib, json, os, pathlib, sys

path = pathlib.Path(sys.argv[1])
computer = json.loads(path.read_text())
with open(path.with_name("calls"), "a") as calls:
    calls.write(" ".join(sys.argv[2:]) + "\\n")


def read(file):
    line, _, rest = pathlib.Path(file).read_bytes().partition(b"\\n")
    words = line.decode().split(" ")
    if len(words) != 4 or hashlib.sha256(rest).hexdigest() != words[3]:
        sys.exit("the image is damaged")
    return [words[1], words[2] == "boots"]


def save():
    path.with_suffix(".new").write_text(json.dumps(computer))
    path.with_suffix(".new").replace(path)


runs = computer["runs"]
match sys.argv[2:]:
    case ["version"]:
        print(computer["slots"][runs][0])
    case ["slot"]:
        print("AB"[runs])
    case ["verify", file]:
        read(file)
    case ["install", file]:
        print("  0% Installing", flush=True)
        computer["slots"][1 - runs] = None
        save()
        computer["slots"][1 - runs] = read(file)
        if computer["eager"]:
            computer["next"] = 1 - runs
        save()
        print(" 50% Copying\\r100% Installing", flush=True)
    case ["activate"]:
        computer["next"] = 1 - runs
        if not computer["reboots"]:
            computer["runs"] = 1 - runs
            computer["trial"] = True
        save()
    case ["cancel"]:
        computer["next"] = runs
        save()
    case ["confirm"]:
        if not computer["trial"]:
            sys.exit(2)
        computer["next"], computer["trial"] = runs, False
        save()
    case ["roll-back"]:
        computer["next"], computer["trial"] = 1 - runs, False
        if not computer["reboots"]:
            computer["runs"] = 1 - runs
        save()
    case ["reboot"]:
        pass
    case _:
        sys.exit(f"what is {sys.argv[2:]}?")
"""


def program(folder: Path, name: str, source: str) -> list[str]:
    """A command that runs a program of Python."""
    path = folder / name
    path.write_text(source, encoding="utf-8")
    return [sys.executable, "-I", "-S", str(path)]


class Computer:
    """A computer that runs firmware 1.0; `eager` where an image boots next once it is installed."""

    def __init__(self, folder: Path, *, reboots: bool = True, eager: bool = False) -> None:
        self._folder = folder
        self._reboots = reboots
        self._boots = 0
        self._path = folder / "computer.json"
        slots = [["1.0", True], None]
        self._save(
            {
                "slots": slots,
                "runs": 0,
                "next": 0,
                "trial": False,
                "eager": eager,
                "reboots": reboots,
            }
        )

    def commands(self, **other: Any) -> UpdaterCommands:
        """All that it can do; `other` takes its place."""
        own = [*program(self._folder, "slots.py", _PROGRAM), str(self._path)]
        words = {
            "file": self._folder / "updater.json",
            "version": [*own, "version"],
            "slot": [*own, "slot"],
            "verify": [*own, "verify", "{file}"],
            "install": [*own, "install", "{file}"],
            "activate": [*own, "activate"],
            "cancel": [*own, "cancel"],
            "confirm": [*own, "confirm"],
            "roll_back": [*own, "roll-back"],
            "reboot": [*own, "reboot"],
            "done_codes": [2],
            "reboots": self._reboots,
        }
        return UpdaterCommands.model_validate({**words, **other})

    def updater(self, **other: Any) -> CommandUpdater:
        """What a process has that begins now."""
        boot = f"boot {self._boots}"
        return CommandUpdater(self.commands(**other), this_boot=lambda: boot)

    def image(self, version: str = "2.0", *, boots: bool = True) -> Path:
        """A file with an image."""
        path = self._folder / "image.bin"
        path.write_bytes(SimulatedUpdater.image(version, boots=boots))
        return path

    @property
    def calls(self) -> list[str]:
        """What was run, but the questions."""
        lines = (self._folder / "calls").read_text("utf-8").splitlines()
        return [line.split()[0] for line in lines if line not in {"slot", "version"}]

    def boot(self) -> None:
        """The power comes back, or the computer was restarted."""
        self._boots += 1
        now: Any = json.loads(self._path.read_text("utf-8"))
        if now["trial"]:  # it was not confirmed
            now["trial"] = False
            now["runs"] = now["next"] = 1 - now["runs"]
        elif now["next"] != now["runs"]:
            slot = now["slots"][now["next"]]
            if slot is None or not slot[1]:
                now["next"] = now["runs"]
            else:
                now["trial"] = now["slots"][now["runs"]] is not slot
                now["runs"] = now["next"]
        self._save(now)

    def _save(self, now: dict[str, Any]) -> None:
        self._path.write_text(json.dumps(now), encoding="utf-8")
