"""What holds for these tests: nothing goes wrong that the test did not ask for."""

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def nothing_goes_wrong(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No error is logged, neither by the station nor by the other side's library.

    A test that provokes one looks at it, and then clears `caplog`.
    """
    caplog.set_level(logging.INFO, "pilotwire")
    yield
    errors = [r for r in caplog.get_records("call") if r.levelno >= logging.ERROR]
    assert not errors, [f"{r.name}: {r.getMessage()}" for r in errors]
