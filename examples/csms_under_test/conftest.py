"""Starts the CSMS that is tested; where it runs already, `--pilotwire-csms ws://...` says where."""

import subprocess
import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session")
def pilotwire_csms_url(pytestconfig: pytest.Config) -> Iterator[str]:
    """Where it is."""
    running = pytestconfig.getoption("pilotwire_csms")
    if running is not None:
        yield str(running)
        return
    program = (sys.executable, "-m", "examples.csms_under_test.central_system")
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 -- ours
        assert process.stdout is not None
        yield f"ws://127.0.0.1:{int(process.stdout.readline())}"
        process.terminate()
