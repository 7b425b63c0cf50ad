"""A scenario that is being played: whoever plays it does, waits, and expects.

Messages that are expected may come in any order: an expectation looks at all that has come since
something was last done, and at what comes in time. "Done" are acts, calls and waits in a row: the
first of them after an expectation begins anew. Each message answers one expectation.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, cast

from pydantic import JsonValue

from pilotwire.csms import BootAnswer
from pilotwire.simulator.acts import AnyAct, Send
from pilotwire.simulator.errors import ActError, UnknownChargerError
from pilotwire.simulator.expectation import matches
from pilotwire.simulator.scenario import states
from pilotwire.simulator.scenario.findings import (
    ScenarioFailed,
    differences,
    in_short,
    listed,
)
from pilotwire.simulator.scenario.references import MissingReferenceError, resolved
from pilotwire.simulator.scenario.steps import (
    PATIENCE_S,
    AnyExpectation,
    AnyStep,
    Boots,
    Call,
    Do,
    Energy,
    EvseState,
    Message,
    NoMessage,
    StationState,
    VariableValue,
    Wait,
)
from pilotwire.simulator.views import Done, MessageView

if TYPE_CHECKING:
    from pilotwire.simulator.charger import SimulatedCharger
    from pilotwire.simulator.simulator import Simulator

__all__ = ["Play"]

LOOK_EVERY_S: Final = 0.25
"""How often it is looked whether a state has come about."""


class Play:
    """See the module.

    Args:
        simulator: The stations.
        first: The station that is meant where none is named.

    Attributes:
        kept: What steps have kept of messages, by the name that they gave it.
    """

    def __init__(self, simulator: Simulator, first: str) -> None:
        self.simulator = simulator
        self.first = first
        self.kept: dict[str, JsonValue] = {}
        self._since: dict[str, int] = {}
        """After which message of each station something was last done."""
        self._taken: dict[str, set[int]] = {}
        """The messages since then that have answered an expectation."""
        self._expecting = True  # so that the first thing that is done begins anew
        self._meters: dict[tuple[str, int], float] = {}

    # What is done.

    async def do(
        self, act: AnyAct, *, station: str | None = None, refused: str | None = None
    ) -> Done | None:
        """Do something to a station; with `refused`, it must be refused with this in the reason.

        Raises:
            ScenarioFailed: it can't be done; or it can, though it should be refused.
        """
        self._doing()
        charger = self.charger(station)
        if isinstance(act, Send):
            act = act.model_copy(update={"payload": self._resolved(act.payload)})
        try:
            done = await charger.do(act)
        except ActError as error:
            if refused is not None and refused.lower() in error.what.lower():
                return None
            expected = "" if refused is None else f'; it was to be refused with "{refused}"'
            raise self._failed(charger, f"{error}{expected}") from None
        if refused is not None:
            raise self._failed(charger, f'{act.act} was done; it was to be refused: "{refused}"')
        return done

    async def wait(self, seconds: float) -> None:
        """Let time pass: seconds of the station's."""
        self._doing()
        await asyncio.sleep(seconds)

    async def call(
        self,
        action: str,
        payload: Mapping[str, JsonValue] | None = None,
        *,
        answer: Mapping[str, JsonValue] | None = None,
        refused: str | None = None,
        station: str | None = None,
        within: float = PATIENCE_S,
    ) -> dict[str, JsonValue]:
        """Have the embedded CSMS send a request; the answer. See `Call`.

        Raises:
            ScenarioFailed: it can't be sent, is not answered, or otherwise.
        """
        self._doing()
        charger = self.charger(station)
        asked = self._resolved(dict(payload or {}))
        try:
            async with asyncio.timeout(within):
                said = await self.simulator.call(charger.identity, action, asked)
        except TimeoutError:
            raise self._failed(charger, f"{action} was not answered within {within:g} s") from None
        except ActError as error:
            if refused is not None and refused.lower() in error.what.lower():
                return {}
            raise self._failed(charger, f"{action}: {error.what}") from None
        if refused is not None:
            text = f'{action} was answered {in_short(said)}; it was to be refused: "{refused}"'
            raise self._failed(charger, text)
        wrong = differences(said, self._resolved(dict(answer or {})))
        if wrong:
            text = f"{action} was answered {in_short(said)}: {'; '.join(wrong)}"
            raise self._failed(charger, text)
        return said

    async def answer_boots(self, *answers: BootAnswer, station: str | None = None) -> None:
        """Have the embedded CSMS answer the station's next boots so; see `Boots`.

        Raises:
            ScenarioFailed: the CSMS is not the embedded one.
        """
        self._doing()
        charger = self.charger(station)
        try:
            await self.simulator.answer_boots(charger.identity, *answers)
        except ActError as error:
            raise self._failed(charger, str(error)) from None

    # What is expected.

    async def expect(self, expectation: AnyExpectation) -> MessageView | None:
        """Expect something; the message, if it is one that comes.

        Raises:
            ScenarioFailed: it is not so, with what is so instead.
        """
        self._expecting = True
        charger = self.charger(expectation.station)
        match expectation:
            case Message():
                return await self._message(charger, expectation)
            case NoMessage():
                await self._no_message(charger, expectation)
            case EvseState():
                await self._state(
                    charger, expectation, lambda: states.evse_differs(charger, expectation)
                )
            case StationState():
                await self._state(
                    charger, expectation, lambda: states.station_differs(charger, expectation)
                )
            case VariableValue():
                await self._state(
                    charger, expectation, lambda: states.variable_differs(charger, expectation)
                )
            case Energy():
                self._energy(charger, expectation)
        return None

    async def step(self, step: AnyStep) -> None:
        """Play a step.

        Raises:
            ScenarioFailed: it fails.
        """
        match step:
            case Do():
                await self.do(step.act, station=step.station, refused=step.refused)
            case Wait():
                await self.wait(step.wait)
            case Call():
                answer = await self.call(
                    step.call,
                    step.payload,
                    answer=step.answer,
                    refused=step.refused,
                    station=step.station,
                    within=step.within,
                )
                if step.keep is not None:
                    self.kept[step.keep] = answer
            case Boots():
                answers = [BootAnswer(each.status, each.interval) for each in step.boots]
                await self.answer_boots(*answers, station=step.station)
            case _:
                await self.expect(step)

    def charger(self, station: str | None = None) -> SimulatedCharger:
        """A station; without its identity the first.

        Raises:
            ScenarioFailed: there is none of that identity.
        """
        try:
            return self.simulator.charger(self.first if station is None else station)
        except UnknownChargerError as error:
            raise ScenarioFailed(str(error)) from None

    def begin(self) -> None:
        """Take note of what is so at the beginning."""
        for identity, charger in self.simulator.chargers.items():
            for number in charger.bench.evses:
                self._meters[identity, number] = states.meter_wh(charger, number)

    # How.

    def _doing(self) -> None:
        if self._expecting:
            self._expecting = False
            self._taken.clear()
            for identity, charger in self.simulator.chargers.items():
                self._since[identity] = charger.messages.last

    def _resolved(self, payload: dict[str, JsonValue]) -> dict[str, JsonValue]:
        try:
            found = resolved(payload, self.kept, self.simulator.world.now())
        except MissingReferenceError as error:
            raise ScenarioFailed(str(error)) from None
        return cast("dict[str, JsonValue]", found)

    async def _message(self, charger: SimulatedCharger, wanted: Message) -> MessageView:
        pattern = self._resolved(wanted.payload)
        taken = self._taken.setdefault(charger.identity, set())
        came: list[MessageView] = []

        def found(message: MessageView) -> bool:
            if message.number in taken:
                return False
            came.append(message)
            return _meant(message, wanted) and matches(message.payload, pattern)

        since = self._since.get(charger.identity, 0)
        message = await _first(charger, since, wanted.within, found)
        if message is None:
            text = f"no {_named(wanted, pattern)} came within {wanted.within:g} s"
            near = [each for each in came if _meant(each, wanted)]
            if near:
                wrong = "; ".join(differences(near[-1].payload, pattern))
                text += f"; of the one that came, number {near[-1].number}, {wrong}"
            raise self._failed(charger, text)
        taken.add(message.number)
        if wanted.keep is not None:
            self.kept[wanted.keep] = message.payload
        return message

    async def _no_message(self, charger: SimulatedCharger, unwanted: NoMessage) -> None:
        pattern = self._resolved(unwanted.payload)

        def found(message: MessageView) -> bool:
            return _meant(message, unwanted) and matches(message.payload, pattern)

        message = await _first(charger, charger.messages.last, unwanted.seconds, found)
        if message is not None:
            named = _named(unwanted, pattern)
            text = f"{named} came, number {message.number}; none was to come"
            raise self._failed(charger, f"{text} within {unwanted.seconds:g} s")

    async def _state(
        self,
        charger: SimulatedCharger,
        wanted: EvseState | StationState | VariableValue,
        look: Callable[[], list[str]],
    ) -> None:
        loop = asyncio.get_running_loop()
        due = loop.time() + wanted.within
        while wrong := look():
            left = due - loop.time()
            if left <= 0:
                raise self._failed(charger, f"{'; '.join(wrong)}, after {wanted.within:g} s")
            await asyncio.sleep(min(LOOK_EVERY_S, left))

    def _energy(self, charger: SimulatedCharger, wanted: Energy) -> None:
        evses = [wanted.evse] if wanted.evse else list(charger.bench.evses)
        try:
            counted = sum(
                states.meter_wh(charger, each) - self._meters[charger.identity, each]
                for each in evses
            )
        except ActError as error:
            raise self._failed(charger, str(error)) from None
        if counted not in wanted.wh:
            where = f"EVSE {wanted.evse}" if wanted.evse else "the station"
            raise self._failed(charger, f"{where} has given {counted:.1f} Wh, not {wanted.wh}")

    def _failed(self, charger: SimulatedCharger, what: str) -> ScenarioFailed:
        if charger.failure is not None:
            what += f" (the station has ended: {charger.failure})"
        head = f"the last messages of {charger.identity}:"
        return ScenarioFailed(what, [head, *listed(charger.messages.since(0))])


def _meant(message: MessageView, wanted: Message | NoMessage) -> bool:
    return (
        message.action == wanted.action
        and message.kind == wanted.kind
        and wanted.sent in {None, message.sent}
    )


def _named(wanted: Message | NoMessage, pattern: Mapping[str, JsonValue]) -> str:
    kinds: Mapping[str, str] = {"result": "answer to a ", "error": "error for a "}
    by = {None: "", True: " of the station", False: " of the CSMS"}[wanted.sent]
    within = f" with {in_short(dict(pattern))}" if pattern else ""
    return f"{kinds.get(wanted.kind, '')}{wanted.action}{by}{within}"


async def _first(
    charger: SimulatedCharger, since: int, within: float, wanted: Callable[[MessageView], bool]
) -> MessageView | None:
    """The first message after a number that is wanted; None if none comes in time."""
    due = asyncio.get_running_loop().time() + within
    while True:
        for message in charger.messages.since(since):
            since = message.number
            if wanted(message):
                return message
        try:
            async with asyncio.timeout_at(due):
                await charger.messages.news(since)
        except TimeoutError:
            return None
