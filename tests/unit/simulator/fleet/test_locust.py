"""Stations as users of Locust, spread over a master and two workers, each a process."""

import json
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.commands import process

ROOT = Path(__file__).resolve().parents[4]
LOCUSTFILE = ROOT / "examples" / "locustfile.py"
LIMIT = 120.0


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def locust(*arguments: str) -> Generator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "locust", "-f", str(LOCUSTFILE), *arguments]
    with subprocess.Popen(  # noqa: S603 -- our own interpreter and program
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as started:
        try:
            yield started
        finally:
            started.kill()


@pytest.mark.slow
def test_a_master_and_two_workers_load_a_csms() -> None:
    with ExitStack() as stack:
        csms = stack.enter_context(process("csms", "--port", "0"))
        url = next(
            word for word in csms.wait_for("listening on").split() if word.startswith("ws://")
        )
        port = str(free_port())
        master = stack.enter_context(
            locust(
                *("--master", "--expect-workers", "2", "--headless", "--json", "--host", url),
                *("--master-bind-host", "127.0.0.1", "--master-bind-port", port),
                *("-u", "4", "-r", "4", "-t", "30s"),
            )
        )
        workers = [
            stack.enter_context(
                locust("--worker", "--master-host", "127.0.0.1", "--master-port", port)
            )
            for _ in range(2)
        ]
        out, err = master.communicate(timeout=LIMIT)
        codes = [worker.wait(LIMIT) for worker in workers]

    assert master.returncode == 0, err
    assert codes == [0, 0]
    found: dict[str, Any] = {each["name"]: each for each in json.loads(out)}
    assert found["BootNotification"]["num_requests"] == 4
    assert found["TransactionEvent"]["num_requests"] > 2
    assert found["visit"]["num_requests"] >= 1
    assert sum(each["num_failures"] for each in found.values()) == 0
    assert found["BootNotification"]["max_response_time"] > 0
