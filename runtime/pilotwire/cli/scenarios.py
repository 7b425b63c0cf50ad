"""`pilotwire scenario`: scenarios played, and what is wrong with their files."""

import asyncio
import logging
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pilotwire.cli.arguments import versions_of
from pilotwire.cli.errors import CliError, ExitCode, reason
from pilotwire.cli.lifetime import Stop, run_loop
from pilotwire.cli.logs import LogFormat, LogLevel, set_up
from pilotwire.cli.output import say
from pilotwire.cli.run import read_password
from pilotwire.cli.sim import EMBEDDED, connector_of
from pilotwire.configuration import ConfigurationError
from pilotwire.connection import OcppVersion

if TYPE_CHECKING:
    from pilotwire.simulator.scenario import Conditions, Outcome, Scenario

__all__ = ["Settings", "check_files", "run_files"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of `run`; None, or False, where one is not given."""

    files: tuple[Path, ...]
    csms: str
    identity: str | None
    versions: tuple[str, ...] | None
    seed: int | None
    virtual: bool | None
    speed: float | None
    junit: Path | None
    password_file: Path | None
    ca_file: Path | None
    proxy: str | None = field(repr=False)
    unsecured: bool
    log_level: LogLevel | None
    log_format: LogFormat


def check_files(files: Sequence[Path]) -> ExitCode:
    """Say what is wrong with files, a line each; the exit code. Nothing is played."""
    scenarios = _read(files)
    if scenarios is None:
        return ExitCode.USE
    for each in scenarios:
        many = len(each.steps)
        steps = f"{many} step{'' if many == 1 else 's'}" if many else "in Python"
        say(f"{each.file}: sound, {each.name} ({steps})")
    return ExitCode.DONE


def run_files(settings: Settings) -> int:
    """Play the scenarios of files; the exit code."""
    if settings.log_level is not None:
        set_up(settings.log_level, settings.log_format)
    else:  # what goes wrong is often what is wanted
        logging.getLogger("pilotwire").addHandler(logging.NullHandler())
    conditions = _conditions(settings)
    scenarios = _read(settings.files)
    if scenarios is None:
        return ExitCode.USE
    from pilotwire.simulator.scenario.running import check

    for scenario in scenarios:
        check(scenario, conditions)
    outcomes: list[Outcome] = []
    with _report(settings.junit, outcomes):
        code = _play(scenarios, conditions, outcomes)
    return code or _sum(outcomes)


def _play(
    scenarios: "Sequence[Scenario]", conditions: "Conditions", outcomes: "list[Outcome]"
) -> int:
    from pilotwire.simulator.scenario.running import loop_for, skipped, versions_of

    for scenario in scenarios:
        versions = versions_of(scenario, conditions)
        if not versions:
            outcomes.append(skipped(scenario, conditions))
            _tell(outcomes[-1])
        for version in versions:
            play = partial(
                _one,
                scenario=scenario,
                version=version,
                conditions=conditions,
                outcomes=outcomes,
            )
            code = run_loop(play, partial(loop_for, conditions))
            if code:
                return code
    return 0


async def _one(
    stop: Stop,
    *,
    scenario: "Scenario",
    version: OcppVersion | None,
    conditions: "Conditions",
    outcomes: "list[Outcome]",
) -> int:
    from pilotwire.simulator.scenario.running import play

    playing = asyncio.create_task(play(scenario, version, conditions))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({playing, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not playing.done():
        playing.cancel()
        await asyncio.wait({playing})
        return stop.exit_code
    outcomes.append(playing.result())
    _tell(outcomes[-1])
    return stop.exit_code


def _tell(outcome: "Outcome") -> None:
    for line in str(outcome).splitlines():
        say(line)


def _sum(outcomes: "Sequence[Outcome]") -> ExitCode:
    from pilotwire.simulator.scenario import Verdict

    verdicts = [each.verdict for each in outcomes]
    words = [f"{verdicts.count(each)} {each.value}" for each in Verdict if each in verdicts]
    say(", ".join(words))
    if Verdict.FAILED in verdicts:
        return ExitCode.FOUND
    if Verdict.PASSED not in verdicts:
        raise CliError("no scenario was played: none is for these versions")
    return ExitCode.DONE


def _read(files: Sequence[Path]) -> "list[Scenario] | None":
    """The scenarios of files; None where something is wrong, which is said."""
    from pilotwire.simulator.scenario import read

    scenarios: list[Scenario] = []
    sound = True
    for file in files:
        try:
            scenarios += read(file)
        except ConfigurationError as error:
            sound = False
            for each in error.findings:
                say(str(each))
    return scenarios if sound else None


def _conditions(settings: Settings) -> "Conditions":
    from pydantic import SecretStr

    from pilotwire.simulator.scenario import Conditions

    embedded = settings.csms == EMBEDDED
    if settings.virtual and not embedded:
        raise CliError("time is not virtual over a network; leave --virtual out, or say --speed")
    if settings.virtual and settings.speed is not None:
        raise CliError("--virtual and --speed can't be had together")
    speed = settings.speed
    if speed is None and (settings.virtual is False or not embedded):
        speed = 1.0
    password = None if settings.password_file is None else read_password(settings.password_file)
    return Conditions(
        csms=None if embedded else settings.csms,
        connector=None
        if embedded
        else connector_of(
            csms=settings.csms,
            identity=settings.identity or "CS-1",
            proxy=settings.proxy,
            ca_file=settings.ca_file,
            password_file=settings.password_file,
            unsecured=settings.unsecured,
        ),
        versions=versions_of(settings.versions) if settings.versions else None,
        seed=settings.seed,
        speed=speed,
        identity=settings.identity,
        password=None if password is None else SecretStr(password),
        unsecured=settings.unsecured,
    )


@contextmanager
def _report(path: Path | None, outcomes: "Sequence[Outcome]") -> Generator[None, None, None]:
    """Write a report after the block; that it can be written is known before."""
    from pilotwire.simulator.scenario.junit import junit_xml

    if path is None:
        yield
        return
    try:
        output = path.open("w", encoding="utf-8")
    except OSError as error:
        raise CliError(f"the report {path} cannot be written: {reason(error)}") from None
    with output:
        yield
        output.write(junit_xml(outcomes))
