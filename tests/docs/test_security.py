"""The page about security: every command in it is run, in the order in which it stands there."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.unit.cli.commands import Process, process

PAGE = (Path(__file__).parents[2] / "docs/security.md").read_text("utf-8")
LIMIT = 300.0
"""Seconds that the longest of the commands may take."""

SPEED = "5"
"""So much faster does the station wait."""


def test_the_page_has_all_steps() -> None:
    said = [line for line in commands() if line.startswith("> ")]
    assert {line.split()[1] for line in said} == {
        *("stations", "set", "install", "installed", "network", "reset", "sign", "events"),
        *("new-root", "new-server"),
    }
    run = [line.split()[:3] for line in commands() if line.startswith("pilotwire ")]
    assert {words[2] for words in run if words[1] == "cert"} == {"list", "check", "import", "csr"}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("openssl") is None, reason="the page uses OpenSSL's command")
def test_the_whole_life_of_a_certificate(tmp_path: Path) -> None:
    password = re.search(r"the line `(CS-1:(\S+))`", PAGE)
    assert password is not None
    (tmp_path / "passwords.txt").write_text(password[1])
    (tmp_path / "password.txt").write_text(password[2])
    with ExitStack() as stack:
        reader = Reader(tmp_path, stack)
        for line in commands():
            reader.does(line)
        assert reader.csms is not None
        assert "Traceback" not in "".join(reader.csms.seen)
    assert reader.said > 30
    # The last words of the page's first half: one root is left, and it is the second.
    (root,) = (tmp_path / "certificates").glob("csms-*")
    assert "root-2" in {
        path.name[: len("root-2")]
        for path in (tmp_path / "ca").glob("root-*.pem")
        if path.read_text() in root.read_text()
    }
    assert not (tmp_path / "certificates/new.pem").exists()


def commands() -> Iterator[str]:
    """Whatever the page has a reader type, and what it says will be answered."""
    for line in PAGE.splitlines():
        if line.startswith("    "):
            yield line.strip()


@dataclass
class Reader:
    """Somebody who does what the page says, in a folder."""

    folder: Path
    stack: ExitStack
    csms: Process | None = None
    ports: dict[str, str] = field(default_factory=dict[str, str])
    said: int = 0

    def does(self, line: str) -> None:
        for written, real in self.ports.items():
            line = line.replace(f":{written}/", f":{real}/")
        if line.startswith("pilotwire csms "):
            self._starts_csms(line)
        elif line.startswith("pilotwire run "):
            words = shlex.split(line)[1:]
            station = self._process(*words, "--speed", SPEED)
            station.wait_for("accepted by the CSMS")
        elif line.startswith("pilotwire "):
            self._runs(line)
        elif line.startswith(("chmod ", "openssl ")):
            program, *words = shlex.split(line)
            path = shutil.which(program)
            assert path is not None
            subprocess.run([path, *words], cwd=self.folder, check=True, capture_output=True)  # noqa: S603 -- the page's own
        elif line.startswith("> "):
            assert self.csms is not None
            self.csms.say(line.removeprefix("> "))
            self.said += 1
        else:
            self._hears(line)
            self.said += 1

    def _process(self, *words: str) -> Process:
        return self.stack.enter_context(process(*words, folder=self.folder, limit=LIMIT))

    def _starts_csms(self, line: str) -> None:
        """On ports that are free."""
        words = shlex.split(line)[1:]
        written = [words[words.index(option) + 1] for option in ("--port", "--tls-port")]
        self.csms = self._process(*("0" if word in written else word for word in words))
        for port in written:
            found = re.search(r":(\d+) for OCPP", self.csms.wait_for("listening on "))
            assert found is not None
            self.ports[port] = found[1]

    def _runs(self, line: str) -> None:
        command, _, output = line.partition(" > ")
        with process(*shlex.split(command)[1:], folder=self.folder) as running:
            code, printed = running.end()
        assert code == 0, printed
        if output:
            (self.folder / output).write_text(printed)

    def _hears(self, expected: str) -> None:
        """The CSMS says this next, perhaps after other things; dots stand for anything."""
        assert self.csms is not None
        pattern = ".*".join(map(re.escape, expected.split("...")))
        while True:
            line = self.csms.wait_for("")
            if re.fullmatch(rf"[\d-]+ [\d:]+ {pattern}\n", line):
                return
