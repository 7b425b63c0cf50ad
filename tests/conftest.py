"""What holds for every test: each frame sent or received is valid by the official schemas."""

import logging
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.codegen.instances import SAMPLES, SEED
from tests.support.frames import every_session_judged

settings.register_profile("any machine", suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")  # a busy one may be slow at anything


def pytest_report_header() -> str:
    """What chance the comparison of models and schemas is given, so that it can be repeated."""
    return f"differential: PILOTWIRE_SEED={SEED} PILOTWIRE_SAMPLES={SAMPLES}"


@pytest.fixture(autouse=True)
def every_frame_is_valid(request: pytest.FixtureRequest) -> Iterator[None]:
    """Judge every frame with `jsonschema`.

    `invented_frames`: the test's messages are of no OCPP version, so nothing is judged.
    `bad_frames`: the test feeds frames that are wrong on purpose; only what is sent is judged.
    """
    if request.node.get_closest_marker("invented_frames"):
        yield
        return
    received = request.node.get_closest_marker("bad_frames") is None
    with every_session_judged(received=received):
        yield


@pytest.fixture(autouse=True)
def logs_are_as_before() -> Iterator[None]:
    """What a command sets up for its process ends with the test that ran it."""
    loggers = logging.getLogger(), logging.getLogger("pilotwire")
    levels, off = [each.level for each in loggers], logging.root.manager.disable
    yield
    logging.disable(off)
    for each, level in zip(loggers, levels, strict=True):
        each.setLevel(level)
