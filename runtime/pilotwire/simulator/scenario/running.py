"""Scenarios played to their ends: with the embedded CSMS under virtual time, or over a network.

    [scenario] = read("session.toml")
    for outcome in run(scenario):
        print(outcome)

The same scenario with the same seed under virtual time plays in the same way, message for message.
"""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from random import Random
from typing import Any, Final

from pydantic import SecretStr

from pilotwire.charging_station import Clock, SystemClock
from pilotwire.connection import Connector, OcppVersion
from pilotwire.csms import BootAnswer, Csms
from pilotwire.errors import PilotwireError
from pilotwire.simulator.charger import SimulatedCharger
from pilotwire.simulator.memory import MemoryConnector
from pilotwire.simulator.plan import ChargerPlan
from pilotwire.simulator.scenario.findings import ScenarioFailed, listed
from pilotwire.simulator.scenario.model import Scenario
from pilotwire.simulator.scenario.play import Play
from pilotwire.simulator.scenario.steps import Boots, Call
from pilotwire.simulator.simulator import Simulator
from pilotwire.simulator.views import MessageView
from pilotwire.timing import AcceleratedEventLoop, VirtualTimeLoop

__all__ = [
    "Conditions",
    "Outcome",
    "UnplayableError",
    "Verdict",
    "check",
    "loop_for",
    "play",
    "run",
    "skipped",
    "versions_of",
]

ACCEPTED_WITHIN_S: Final = 60.0
QUIET_S: Final = 0.5
MOST_LOOKS: Final = 20


class UnplayableError(PilotwireError, ValueError):
    """A scenario can't be played so; the text says what to change."""


class Verdict(Enum):
    """How a scenario has ended."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """How scenarios are played.

    Attributes:
        csms: The URL of the CSMS without the stations' identities; None is the embedded one.
        connector: What opens connections to it; None is a plain one.
        versions: The OCPP versions to play with, of those that a scenario is for; None is all.
        seed: Instead of the scenario's own.
        speed: On real sockets, with idle time that passes so many times as fast; None is virtual
            time, which only the embedded CSMS can have.
        identity: Instead of that of a scenario's only station.
        password: Of all stations, where the scenario says none.
        unsecured: Whether neither TLS nor a password will do, beyond this computer.
    """

    csms: str | None = None
    connector: Connector | None = None
    versions: Sequence[OcppVersion] | None = None
    seed: int | None = None
    speed: float | None = None
    identity: str | None = None
    password: SecretStr | None = field(default=None, repr=False)
    unsecured: bool = False

    @property
    def virtual(self) -> bool:
        """Whether time is virtual."""
        return self.csms is None and self.speed is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a scenario has ended.

    Attributes:
        scenario: Which.
        version: The OCPP version with which it was played; None is as was agreed.
        seed: What chance was drawn from.
        verdict: How.
        what: Why it has failed or was skipped.
        step: Which step has failed, from 1 on; None if it was none.
        line: In which line of the scenario's file.
        last: The last messages before it failed, a line each.
        seconds: How long it took, in the stations' time.
        messages: What each station has said and heard, as far as it is kept.
    """

    scenario: Scenario
    version: OcppVersion | None
    seed: int
    verdict: Verdict
    what: str = ""
    step: int | None = None
    line: int | None = None
    last: Sequence[str] = ()
    seconds: float = 0.0
    messages: Mapping[str, Sequence[MessageView]] = field(
        default_factory=dict[str, Sequence[MessageView]], repr=False
    )

    @property
    def title(self) -> str:
        """The scenario, and its version."""
        return self.scenario.name + ("" if self.version is None else f" ({self.version})")

    @property
    def where(self) -> str:
        """The file and the line; empty for what has none."""
        if self.scenario.file is None:
            return ""
        return f"{self.scenario.file}" + ("" if self.line is None else f":{self.line}")

    def __str__(self) -> str:
        head = f"{self.verdict.value}: {self.title}, seed {self.seed}"
        if not self.what:
            return head
        step = [] if self.step is None else [f"step {self.step}"]
        return "\n".join(
            [head, ": ".join([*filter(None, [self.where]), *step, self.what]), *self.last]
        )


def versions_of(scenario: Scenario, conditions: Conditions) -> Sequence[OcppVersion | None]:
    """With which versions a scenario is played; None is the one that is agreed."""
    own = scenario.heading.versions
    if conditions.versions is None:
        return (None,) if own is None else own
    return [each for each in conditions.versions if own is None or each in own]


def check(scenario: Scenario, conditions: Conditions) -> None:
    """Look whether a scenario can be played so.

    Raises:
        UnplayableError: it can't.
    """
    if conditions.identity is not None and len(scenario.heading.station) > 1:
        raise UnplayableError(f"{scenario.name} has several stations, which have their identities")
    if conditions.csms is None:
        return
    asks = "which only the embedded CSMS does"
    for number, step in enumerate(scenario.steps):
        if isinstance(step, Call | Boots):
            line = scenario.lines[number] if number < len(scenario.lines) else None
            where = f"{scenario.file or scenario.name}" + ("" if line is None else f":{line}")
            what = step.call if isinstance(step, Call) else "boots"
            raise UnplayableError(f"{where}: step {number + 1} is a command ({what}), {asks}")
    if scenario.heading.csms.boots:
        raise UnplayableError(f"{scenario.file or scenario.name}: boots are answered, {asks}")


def run(scenario: Scenario, conditions: Conditions | None = None) -> Iterator[Outcome]:
    """Play a scenario with each of its versions, each in an event loop of its own.

    Raises:
        UnplayableError: it can't be played so.
    """
    given = Conditions() if conditions is None else conditions
    check(scenario, given)
    versions = versions_of(scenario, given)
    if not versions:
        yield skipped(scenario, given)
    for version in versions:
        with asyncio.Runner(loop_factory=lambda: loop_for(given)) as runner:
            yield runner.run(play(scenario, version, given))


def loop_for(conditions: Conditions) -> asyncio.AbstractEventLoop:
    """An event loop whose time is as the conditions say."""
    if conditions.virtual:
        return VirtualTimeLoop()
    return AcceleratedEventLoop(conditions.speed or 1.0)


def skipped(scenario: Scenario, conditions: Conditions) -> Outcome:
    """The outcome of a scenario that is not for any of the versions that are to be played."""
    return Outcome(
        scenario=scenario,
        version=None,
        seed=_seed(scenario, conditions),
        verdict=Verdict.SKIPPED,
        what=f"it is for OCPP {', '.join(scenario.heading.versions or ())}",
    )


def _seed(scenario: Scenario, conditions: Conditions) -> int:
    return scenario.heading.seed if conditions.seed is None else conditions.seed


async def play(scenario: Scenario, version: OcppVersion | None, conditions: Conditions) -> Outcome:
    """Play a scenario with a version, in the running event loop, which is to be of `loop_for`."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    stage = _Stage(scenario, version, conditions)
    failure = await stage.play()
    return Outcome(
        scenario=scenario,
        version=version,
        seed=stage.seed,
        verdict=Verdict.PASSED if failure is None else Verdict.FAILED,
        what="" if failure is None else failure.what,
        step=stage.step if failure is not None else None,
        line=None if failure is None else stage.line_of(failure),
        last=() if failure is None else failure.messages,
        seconds=loop.time() - began,
        messages=stage.messages,
    )


class _FromStart:
    """A time of day that passes with the event loop's, from a start on."""

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._began = asyncio.get_running_loop().time()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=asyncio.get_running_loop().time() - self._began)


class _Stage:
    """All that one scenario is played with."""

    def __init__(
        self, scenario: Scenario, version: OcppVersion | None, conditions: Conditions
    ) -> None:
        self._scenario = scenario
        self._heading = scenario.heading
        self._version = version
        self._conditions = conditions
        self.seed = _seed(scenario, conditions)
        self.step: int | None = None
        self.messages: dict[str, Sequence[MessageView]] = {}

    async def play(self) -> ScenarioFailed | None:
        """Play it; what it has failed with."""
        async with AsyncExitStack() as stack:
            simulator = await self._open(stack)
            plans = [self._plan(each) for each in self._heading.station]
            played = Play(simulator, plans[0].identity)
            try:
                await self._begin(simulator, plans)
                played.begin()
                await self._play(played)
                self.step = None
                if not self._heading.lenient:
                    _look_for_breaches(simulator)
            except ScenarioFailed as failure:
                return failure
            finally:
                self.messages = {
                    identity: tuple(charger.messages.since(0))
                    for identity, charger in simulator.chargers.items()
                }
        return None

    async def _open(self, stack: AsyncExitStack) -> Simulator:
        conditions = self._conditions
        clock: Clock = _FromStart(self._heading.start) if conditions.virtual else SystemClock()
        csms: Csms | None = None
        connector = conditions.connector
        if conditions.csms is None:
            csms = Csms(tokens=self._heading.csms.tokens, clock=clock, random=self._random("csms"))
            boots = self._heading.csms.boots
            for plan in self._heading.station if boots else ():
                answers = [BootAnswer(each.status, each.interval) for each in boots]
                csms.answer_boots(self._plan(plan).identity, *answers)
        if csms is not None and conditions.virtual:
            connector = await stack.enter_async_context(
                MemoryConnector(csms.serve_transport, latency=self._heading.latency)
            )
        return await stack.enter_async_context(
            Simulator(
                conditions.csms,
                connector=connector,
                clock=clock,
                random=self._random("stations"),
                unsecured=conditions.unsecured or csms is not None,
                sample_every=None,
                embedded=csms,
            )
        )

    def _random(self, whose: str) -> Random:
        return Random(f"{self.seed} {whose}")  # noqa: S311 -- to be repeated

    def _plan(self, plan: ChargerPlan) -> ChargerPlan:
        more: dict[str, object] = {}
        if self._version is not None:
            more["versions"] = (self._version,)
        if self._conditions.identity is not None:
            more["identity"] = self._conditions.identity
        if plan.password is None and self._conditions.password is not None:
            more["password"] = self._conditions.password
        return plan.model_copy(update=more)

    async def _begin(self, simulator: Simulator, plans: Sequence[ChargerPlan]) -> None:
        for plan in plans:
            try:
                await simulator.add(plan)
            except PilotwireError as error:
                raise ScenarioFailed(f"{plan.identity}: {error}") from None
        for plan in plans if self._heading.accepted else ():
            charger = simulator.charger(plan.identity)
            try:
                async with asyncio.timeout(ACCEPTED_WITHIN_S):
                    await charger.wait_accepted()
            except TimeoutError:
                trouble = charger.view().connection.trouble
                what = f"the CSMS has not accepted {plan.identity} within {ACCEPTED_WITHIN_S:g} s"
                raise ScenarioFailed(
                    what + (f": {trouble}" if trouble else ""),
                    ["the last messages:", *listed(charger.messages.since(0))],
                ) from None
            await _quiet(charger)

    async def _play(self, played: Play) -> None:
        if callable(self._scenario.script):
            await _of_python(self._scenario.script(played))
            return
        spoken = self._version
        for number, step in enumerate(self._scenario.script, 1):
            version = spoken or played.charger(step.station).network.version
            if step.versions is not None and version is not None and version not in step.versions:
                continue
            self.step = number
            await played.step(step)

    def line_of(self, failure: ScenarioFailed) -> int | None:
        """The line of the scenario that it is about."""
        if self.step is not None and self.step <= len(self._scenario.lines):
            return self._scenario.lines[self.step - 1]
        if not callable(self._scenario.script):
            return None
        frames = traceback.extract_tb((failure.__cause__ or failure).__traceback__)
        lines = [each.lineno for each in frames if each.filename == f"{self._scenario.file}"]
        return lines[-1] if lines else None


async def _quiet(charger: SimulatedCharger) -> None:
    """Wait until a station that was accepted has told what it has to tell."""
    for _ in range(MOST_LOOKS):
        before = charger.messages.last
        await asyncio.sleep(QUIET_S)
        if charger.messages.last == before:
            return


async def _of_python(script: Coroutine[Any, Any, None]) -> None:
    try:
        await script
    except ScenarioFailed:
        raise
    except Exception as error:  # whatever the function raises is a failure of its scenario
        raise ScenarioFailed(f"{type(error).__name__}: {error}") from error


def _look_for_breaches(simulator: Simulator) -> None:
    for identity, charger in simulator.chargers.items():
        messages = charger.messages.since(0)
        wrong = [each for each in messages if each.wrong is not None]
        if wrong:
            first = wrong[0]
            whose = "the station" if first.sent else "the CSMS"
            what = f"{whose} breaks OCPP {first.version} with message {first.number}: {first.wrong}"
            raise ScenarioFailed(what, [f"the messages of {identity}:", *listed(wrong)])
