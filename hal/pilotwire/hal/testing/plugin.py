"""The pytest plugin of the contract: `pytest --pilotwire-hal mypkg:make_station`.

Without the option it does nothing. Where no path is named besides, only the contract is run.
"""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from pilotwire.hal.testing.bench import Maker
from pilotwire.hal.testing.harness import BrokenPromise, Check, NotCheckable, run_check

__all__ = ["pytest_addoption", "pytest_collection_modifyitems", "pytest_configure"]

OPTION = "--pilotwire-hal"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.getgroup("pilotwire").addoption(
        OPTION,
        metavar="MODULE:FUNCTION",
        help="check the contract of pilotwire.hal.interfaces on the hardware that it makes",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Collect nothing else, where nothing else is named."""
    if _named(config) and not config.option.file_or_dir:
        config.args = []


def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Add the promises."""
    named = _named(config)
    if named:
        collector = Contract.from_parent(session, name="pilotwire-hal")  # pyright: ignore[reportUnknownMemberType]  # as pytest has it
        collector.maker = _maker(named, Path(str(config.invocation_params.dir)))
        items.extend(collector.collect())


def _named(config: pytest.Config) -> str | None:
    return cast("str | None", config.getoption(OPTION, default=None))


def _maker(named: str, folder: Path) -> Maker:
    """What `MODULE:FUNCTION` names.

    Raises:
        pytest.UsageError: there is none.
    """
    module, _, function = named.partition(":")
    if not module or not function:
        raise pytest.UsageError(f"{OPTION} {named}: it is MODULE:FUNCTION, as mypkg:make_station")
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    try:
        maker: object = getattr(importlib.import_module(module), function)
    except (ImportError, AttributeError) as error:
        raise pytest.UsageError(f"{OPTION} {named}: {error}") from error
    if not callable(maker):
        raise pytest.UsageError(f"{OPTION} {named}: that is no function")
    return cast("Maker", maker)


class Contract(pytest.Collector):
    """The promises, for one maker."""

    maker: Maker

    def collect(self) -> Iterator["Promise"]:
        from pilotwire.hal.testing import CONTRACT

        for check in CONTRACT:
            promise = Promise.from_parent(self, name=check.__name__)  # pyright: ignore[reportUnknownMemberType]  # as pytest has it
            promise.check, promise.maker = check, self.maker
            yield promise


class Promise(pytest.Item):
    """One promise."""

    check: Check
    maker: Maker

    def runtest(self) -> None:
        try:
            run_check(self.check, self.maker)
        except NotCheckable as why:
            pytest.skip(str(why))

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None
    ) -> str:
        del style  # the reason says it all
        if isinstance(excinfo.value, BrokenPromise):
            return f"{self.check.__doc__}\n\n{excinfo.value}"
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[str, None, str]:
        return "pilotwire.hal.testing", None, f"pilotwire-hal: {self.name}"
