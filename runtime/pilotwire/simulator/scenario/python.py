"""Scenarios in Python: async functions with the same words as those in TOML.

@scenario(versions=("2.0.1",))
async def a_session(play: Play) -> None:
    await play.do(PlugIn(vehicle=Vehicle(soc=20)))
    await play.do(Swipe(token="04A1B2C3"))
    await play.expect(Message(action="TransactionEvent", payload={"eventType": "Started"}))
"""

import sys
import traceback
from collections.abc import Callable, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import FunctionType
from typing import Final, cast

from pilotwire.configuration import ConfigurationError, Finding
from pilotwire.connection import OcppVersion
from pilotwire.simulator.plan import ChargerPlan
from pilotwire.simulator.scenario.model import Heading, Scenario, Script

__all__ = ["load", "scenario"]

_MODULE: Final = "pilotwire_scenario_{stem}"


def scenario(
    name: str | None = None,
    *,
    versions: Sequence[str] | None = None,
    stations: Sequence[ChargerPlan] | None = None,
    heading: Heading | None = None,
) -> Callable[[Script], Scenario]:
    """Make a scenario of an async function.

    Args:
        name: What it is called; None is as the function.
        versions: The OCPP versions with which it is played, once with each; None is once, with what
            the stations offer.
        stations: Its stations; None is one, with two EVSEs.
        heading: All else that there is to play with, where the defaults do not do.

    Raises:
        ValueError: a version is unknown.
    """
    given = Heading() if heading is None else heading
    more: dict[str, object] = {}
    if versions is not None:
        more["versions"] = OcppVersion.parse_all(versions)
    if stations is not None:
        more["station"] = tuple(stations)

    def made(script: Script) -> Scenario:
        function = cast("FunctionType", script)
        called = name or given.name or function.__name__
        about = given.about or (function.__doc__ or "").strip()
        described = given.model_copy(update=more | {"about": about})
        return Scenario(called, described, script, Path(function.__code__.co_filename))

    return made


def load(path: Path) -> Sequence[Scenario]:
    """The scenarios of a Python file, in its order.

    Raises:
        ConfigurationError: it can't be read, fails when it is imported, or has none.
    """
    path = path.absolute()
    name = _MODULE.format(stem="".join(each if each.isalnum() else "_" for each in path.stem))
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise ConfigurationError([Finding("cannot be read: No such file", file=path)])
    module = module_from_spec(spec)
    sys.modules[name] = module  # as dataclasses in it want
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # whatever the file's own code raises is told with its line
        raise ConfigurationError([_told(error, path)]) from error
    finally:
        del sys.modules[name]
    found = [each for each in vars(module).values() if isinstance(each, Scenario)]
    own = list({id(each): each for each in found if each.file == path}.values())
    if not own:
        raise ConfigurationError([Finding("has no function that @scenario marks", file=path)])
    return own


def _told(error: Exception, path: Path) -> Finding:
    if isinstance(error, SyntaxError):
        return Finding(f"is no Python: {error.msg}", file=path, line=error.lineno)
    frames = traceback.extract_tb(error.__traceback__)
    lines = [each.lineno for each in frames if each.filename == str(path)]
    return Finding(f"{type(error).__name__}: {error}", file=path, line=lines[-1] if lines else None)
