"""The pytest plugin `pytest-pilotwire`: stations, a CSMS and virtual time as fixtures.

    async def test_a_card_begins_a_session(station, csms):
        await station.plug_in()
        await station.swipe("04A1B2C3")
        started = await csms.wait_for(v201.TransactionEventRequest)

docs/simulator.md tells of it all. Every pytest of whoever has Pilotwire installed imports this
module: until a test asks for one of the fixtures, it imports nothing but pytest.
"""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from pathlib import Path
from types import MethodType
from typing import TYPE_CHECKING, Any, Final, cast

import pytest

if TYPE_CHECKING:
    from pilotwire.simulator.testing import CsmsFixture, FleetFixture, MakeStation, StationFixture
    from pilotwire.simulator.testing.stage import External, Stage
    from pilotwire.timing import VirtualTimeLoop

__all__ = [
    "csms",
    "fleet",
    "make_station",
    "pilotwire_csms_url",
    "pilotwire_stage",
    "pilotwire_version",
    "pytest_addoption",
    "pytest_configure",
    "pytest_fixture_setup",
    "pytest_pyfunc_call",
    "pytest_runtest_setup",
    "station",
    "virtual_time",
]

STAGE: Final = "pilotwire_stage"
"""The fixture that all others rest on; tests that have it are run here."""

TEST: Final = pytest.StashKey[Callable[..., Any]]()
"""The function of a test that is run here."""

MARKER: Final = "pilotwire"

PASSWORD: Final = "PILOTWIRE_PASSWORD"  # noqa: S105 -- the name of a variable
"""The variable with the stations' password at the CSMS that is tested."""

OPTIONS: Final = {
    "pilotwire_csms": (
        "URL",
        "the CSMS to test, for tests that do not ask for the embedded one: ws:// or wss://",
    ),
    "pilotwire_version": ("VERSION", "the OCPP versions that stations offer, with commas between"),
    "pilotwire_identity": (
        "TEXT",
        "the identity of stations; {n} is 1 for the first of a test, {worker} that of pytest-xdist",
    ),
    "pilotwire_roots": ("FILE", "the certificates that vouch for the CSMS of wss://, in PEM"),
}
"""What can be said on the command line (`--pilotwire-csms`) and in the settings of pytest."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("pilotwire")
    for name, (metavar, text) in OPTIONS.items():
        group.addoption(f"--{name.replace('_', '-')}", dest=name, metavar=metavar, help=text)
        parser.addini(name, text, default=None)


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line(
        "markers",
        f"{MARKER}(version, evses, settings, ...): what the fixtures of pytest-pilotwire are to be"
        " like; docs/simulator.md has all options",
    )


# Async tests and fixtures are run on the stage of their test, whoever else would run them.


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Note the function of a test that has the stage, before others make something else of it."""
    if isinstance(item, pytest.Function) and _has_stage(item):
        test: Any = item.obj
        if inspect.iscoroutinefunction(test):
            item.stash[TEST] = test


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Run such a test."""
    test = pyfuncitem.stash.get(TEST, None)
    if test is None:
        return (yield)
    before: Any = pyfuncitem.obj
    pyfuncitem.obj = _on_stage(test, pyfuncitem)
    try:
        return (yield)
    finally:
        pyfuncitem.obj = before


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
) -> Generator[None, Any, Any]:
    """Run async fixtures of such tests."""
    run = fixturedef.func
    if _is_async(run) and _has_stage(request.node):
        stage = cast("Stage", request.getfixturevalue(STAGE))
        fixturedef.func = _in_stage(run, stage, request)  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]  # as others do; there is no other way
        try:
            return (yield)
        finally:
            fixturedef.func = run  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]  # the same
    return (yield)


def _has_stage(item: object) -> bool:
    return isinstance(item, pytest.Function) and STAGE in item.fixturenames


def _is_async(function: object) -> bool:
    return inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function)


def _on_stage(test: Callable[..., Any], item: pytest.Function) -> Callable[..., None]:
    """A test function that pytest can call, of one that is async."""

    @functools.wraps(test)
    def on_stage(**arguments: Any) -> None:
        __tracebackhide__ = True
        stage = cast("Stage", item.funcargs[STAGE])
        try:
            stage.run(test(**arguments))
        except BaseException:  # raised again
            item.add_report_section("call", "pilotwire", stage.told())
            raise

    return on_stage


def _in_stage(function: Any, stage: Stage, request: pytest.FixtureRequest) -> Callable[..., object]:
    """A fixture function that pytest can call, of one that is async."""
    if isinstance(function, MethodType) and type(function.__self__) is type(request.instance):
        function = function.__func__.__get__(request.instance)  # the instance of this very test

    if inspect.iscoroutinefunction(function):

        def value(**arguments: Any) -> object:
            return stage.run(function(**arguments))

        return value

    def generator(**arguments: Any) -> Iterator[object]:
        values: AsyncGenerator[object, None] = function(**arguments)
        yield stage.run(_next(values))
        stage.run(_end(values, request.fixturename))

    return generator


async def _next(values: AsyncGenerator[object, None]) -> object:
    return await anext(values)


async def _end(values: AsyncGenerator[object, None], name: str | None) -> None:
    try:
        await anext(values)
    except StopAsyncIteration:
        return
    await values.aclose()
    raise RuntimeError(f"the fixture {name} yields more than once")


# The fixtures.


@pytest.fixture(scope="session")
def pilotwire_csms_url(pytestconfig: pytest.Config) -> str | None:
    """Where the CSMS is that is tested: as the command line or the settings say. A fixture of this
    name, of your own, can start it first. None is the embedded one.
    """
    return _said(pytestconfig, "pilotwire_csms")


@pytest.fixture
def pilotwire_version() -> str | None:
    """The OCPP version that stations offer, where a test is parametrized with it: otherwise the
    marker says, or the command line, or they offer all.
    """
    return None


@pytest.fixture
def pilotwire_stage(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    pilotwire_version: str | None,
) -> Iterator[Stage]:
    """Where a test plays; the other fixtures rest on it."""
    from pilotwire.simulator.testing.options import Options, UnusableOptionsError
    from pilotwire.simulator.testing.stage import Stage

    item = cast("pytest.Function", request.node)
    if TEST not in item.stash:
        pytest.fail(f"{item.name} has a fixture of pilotwire, and is not async", pytrace=False)
    external = None if "csms" in item.fixturenames else _external(request)
    defaults = _defaults(item.config, external)
    marks = [mark.kwargs for mark in reversed(list(item.iter_markers(MARKER)))]
    if pilotwire_version is not None:
        marks.append({"version": pilotwire_version})
    try:
        options = Options.of(marks, defaults)
    except UnusableOptionsError as error:
        raise pytest.fail.Exception(f"pilotwire: {error}", pytrace=False) from None
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    stage = Stage(options, external, lambda: tmp_path_factory.mktemp("pilotwire"), worker)
    try:
        yield stage
        wrongs = stage.wrongs
    finally:
        stage.close()
    if wrongs and not stage.options.lenient:
        pytest.fail("\n".join(wrongs), pytrace=False)


@pytest.fixture
def virtual_time(pilotwire_stage: Stage) -> VirtualTimeLoop:
    """The event loop of a test that is to see hours pass at once; `time()` tells how many."""
    from pilotwire.timing import VirtualTimeLoop

    if not isinstance(pilotwire_stage.loop, VirtualTimeLoop):
        pytest.skip("there is no virtual time over a network")
    return pilotwire_stage.loop


@pytest.fixture
def csms(pilotwire_stage: Stage) -> CsmsFixture:
    """The small CSMS, in the test's own process."""
    return pilotwire_stage.run(pilotwire_stage.open_csms())


@pytest.fixture
def make_station(pilotwire_stage: Stage) -> MakeStation:
    """Makes stations: `await make_station("CS-7", evses=2)`."""
    from pilotwire.simulator.testing import MakeStation

    return MakeStation(pilotwire_stage)


@pytest.fixture
def station(pilotwire_stage: Stage, make_station: MakeStation) -> StationFixture:
    """A simulated charger that the CSMS has accepted."""
    return pilotwire_stage.run(make_station())


@pytest.fixture
def fleet(pilotwire_stage: Stage, make_station: MakeStation) -> FleetFixture:
    """Several of them, as many as the marker's `stations` says."""
    from pilotwire.simulator.testing import FleetFixture

    async def made() -> list[StationFixture]:
        return [await make_station() for _ in range(pilotwire_stage.options.stations)]

    return FleetFixture(pilotwire_stage.run(made()))


def _said(config: pytest.Config, name: str) -> str | None:
    """What the command line says, or else the settings."""
    return cast("str | None", config.getoption(name)) or cast("str | None", config.getini(name))


def _external(request: pytest.FixtureRequest) -> External | None:
    url = cast("str | None", request.getfixturevalue("pilotwire_csms_url"))
    if not url:
        return None
    from pilotwire.simulator.testing.stage import External

    roots = _said(request.config, "pilotwire_roots")
    return External(url, Path(roots) if roots else None)


def _defaults(config: pytest.Config, external: External | None) -> dict[str, object]:
    defaults: dict[str, object] = {}
    version, identity = _said(config, "pilotwire_version"), _said(config, "pilotwire_identity")
    if version:
        defaults["version"] = [each.strip() for each in version.split(",")]
    if identity:
        defaults["identity"] = identity
    if external is not None:
        defaults["password"] = os.environ.get(PASSWORD)
    return defaults
