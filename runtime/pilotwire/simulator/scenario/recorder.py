"""What somebody does at simulated stations, by page, API or program, written down as a scenario.

    recorder = await record(simulator)
    ...
    Path("mine.toml").write_text(await recorder.toml(expectations=True))

The replay begins with stations that are new. Secrets are not written down.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, cast

from pydantic import BaseModel, JsonValue

from pilotwire.simulator.acts import Act, SetVariable, Speed
from pilotwire.simulator.bench import CsmsRequested, Deed
from pilotwire.simulator.messages import scrubbed
from pilotwire.simulator.scenario.patterns import expected, pattern_of
from pilotwire.simulator.scenario.writing import toml_of
from pilotwire.simulator.views import MessageView

if TYPE_CHECKING:
    from pilotwire.simulator.simulator import Simulator

__all__ = ["Recorder", "record"]

MOST_DEEDS: Final = 5000
MOST_MESSAGES: Final = 20_000
"""What is kept; after that, nothing more is recorded."""

SHORTEST_WAIT_S: Final = 0.01
SPARE_S: Final = 30.0
"""What a message may be later in a replay."""


async def record(simulator: Simulator) -> Recorder:
    """A recorder of a simulator, which has begun."""
    recorder = Recorder(simulator)
    await recorder.start()
    return recorder


@dataclass(slots=True)
class _Heard:
    """A message, as far as a replay may need it."""

    identity: str
    message: MessageView
    keep: str | None = None


@dataclass(slots=True)
class _Tape:
    """What was recorded so far."""

    began: datetime
    ended: datetime | None = None
    deeds: list[Deed] = field(default_factory=list[Deed])
    heard: list[_Heard] = field(default_factory=list[_Heard])
    read: dict[str, int] = field(default_factory=dict[str, int])
    full: bool = False


class Recorder:
    """Listens to what is done to the stations of a simulator. All that it offers may be asked for
    in any event loop.
    """

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self._tape: _Tape | None = None

    @property
    def recording(self) -> bool:
        """Whether it listens."""
        return self._tape is not None and self._tape.ended is None

    @property
    def deeds(self) -> int:
        """How many acts and requests it has recorded."""
        return 0 if self._tape is None else len(self._tape.deeds)

    @property
    def full(self) -> bool:
        """Whether there was more than it keeps: then it has stopped listening."""
        return self._tape is not None and self._tape.full

    async def start(self) -> None:
        """Begin anew; what was recorded before is gone."""
        await self._simulator.home.ask(self._start)

    async def stop(self) -> None:
        """Listen no more; what was recorded stays."""
        await self._simulator.home.ask(self._stop)

    async def toml(self, *, name: str | None = None, expectations: bool = True) -> str:
        """What was recorded so far, as a scenario.

        Args:
            name: What it is to be called.
            expectations: Whether it is to expect what the stations have said.
        """
        return await self._simulator.home.ask(lambda: self._toml(name, expectations))

    def _start(self) -> None:
        self._stop()
        self._tape = _Tape(self._simulator.world.now())
        for identity, charger in self._simulator.chargers.items():
            self._tape.read[identity] = charger.messages.last
        self._simulator.watchers.append(self._note)

    def _stop(self) -> None:
        if self._tape is not None and self._tape.ended is None:
            self._listen(self._tape)
            self._tape.ended = self._simulator.world.now()
            self._simulator.watchers.remove(self._note)

    def _note(self, deed: Deed) -> None:
        tape = self._tape
        if tape is None or isinstance(deed.what, Speed):
            return
        self._listen(tape)
        if len(tape.deeds) >= MOST_DEEDS or len(tape.heard) >= MOST_MESSAGES:
            tape.full = True
            self._stop()
            return
        tape.deeds.append(deed)

    def _listen(self, tape: _Tape) -> None:
        """Take down what was said since this was last done, before it is forgotten."""
        for identity, charger in self._simulator.chargers.items():
            for message in charger.messages.since(tape.read.get(identity, 0)):
                tape.read[identity] = message.number
                if expected(message) or _numbered(message):
                    tape.heard.append(_Heard(identity, message))

    # The scenario.

    def _toml(self, name: str | None, expectations: bool) -> str:
        tape = self._tape
        if tape is None:
            tape = _Tape(self._simulator.world.now(), self._simulator.world.now())
        if tape.ended is None:
            self._listen(tape)
        writer = _Writer(self._simulator, tape, expectations)
        steps = list(writer.steps(tape.ended or self._simulator.world.now()))
        comments = [
            "Recorded. It begins with stations that are new: what they had before is not in it."
        ]
        if writer.secrets:
            comments.append("Secrets were left out; their places say (not shown).")
        if tape.full:
            comments.append("There was more than is recorded at a time: the end is missing.")
        tables = self._heading(name, tape) | {"step": steps}
        return toml_of(tables, comments)

    def _heading(self, name: str | None, tape: _Tape) -> dict[str, object]:
        versions = {each.network.version for each in self._simulator.chargers.values()} - {None}
        heading: dict[str, object] = {"name": name or "Recorded"}
        if len(versions) == 1:
            heading["versions"] = [f"{each}" for each in versions]
        heading["start"] = tape.began
        heading["station"] = [
            plan.model_dump(mode="json", exclude_defaults=True, exclude={"password", "csms"})
            for plan in self._simulator.plans.values()
        ]
        return heading


class _Writer:
    """Makes steps of what was recorded."""

    def __init__(self, simulator: Simulator, tape: _Tape, expectations: bool) -> None:
        self._tape = tape
        self._expectations = expectations
        self._first = next(iter(simulator.plans), None)
        self.secrets = False

    def steps(self, end: datetime) -> Iterator[dict[str, object]]:
        """All of them, up to an end."""
        calls = {id(deed): self._step(deed) for deed in self._tape.deeds}  # says what is kept
        events: list[tuple[datetime, int, Deed | _Heard]] = [
            *((deed.began, deed.after, deed) for deed in self._tape.deeds),
            *((each.message.at, each.message.number, each) for each in self._tape.heard),
        ]
        events.sort(key=lambda event: (event[0], event[1], isinstance(event[2], Deed)))
        now = self._tape.began
        for at, _, event in events:
            if isinstance(event, Deed):
                yield from _pause(now, at)
                yield calls[id(event)]
                now = max(now, event.ended)
            elif event.keep or (self._expectations and expected(event.message)):
                late = max((at - now).total_seconds(), 0.0)
                yield self._expectation(event, late)
                now = max(now, at)
        yield from _pause(now, end)

    def _step(self, deed: Deed) -> dict[str, object]:
        where = self._where(deed.identity)
        if not isinstance(deed.what, CsmsRequested):
            return self._act(deed.what) | where
        payload = dict(deed.what.payload)
        shown = cast("dict[str, JsonValue]", scrubbed(payload))
        self.secrets = self.secrets or shown != payload
        shown = self._referring(deed, shown)
        step: dict[str, object] = {"call": deed.what.action}
        return step | ({"payload": shown} if shown else {}) | where

    def _act(self, act: Act) -> dict[str, object]:
        if isinstance(act, SetVariable):
            shown = cast("dict[str, str]", scrubbed({"key": act.name, "value": act.value}))
            self.secrets = self.secrets or shown["value"] != act.value
            act = act.model_copy(update={"value": shown["value"]})
        given = _said(act)
        if "payload" in given:
            shown_ = scrubbed(given["payload"])
            self.secrets = self.secrets or shown_ != given["payload"]
            given["payload"] = shown_
        return {"act": act.model_dump()["act"], **given}

    def _where(self, identity: str) -> dict[str, object]:
        return {} if identity == self._first else {"station": identity}

    def _expectation(self, heard: _Heard, late: float) -> dict[str, object]:
        message = heard.message
        step: dict[str, object] = {"expect": "message", "action": message.action}
        if message.kind == "result":
            step["kind"] = "result"
        else:
            step["sent"] = True
            pattern = pattern_of(message.payload)
            if pattern:
                step["payload"] = pattern
        step["within"] = float(round(late + SPARE_S))
        if heard.keep is not None:
            step["keep"] = heard.keep
        return step | self._where(heard.identity)

    def _referring(self, deed: Deed, payload: dict[str, JsonValue]) -> dict[str, JsonValue]:
        """The same with a transaction's id as the replay will have it."""
        wanted = payload.get("transactionId")
        if wanted is None:
            return payload
        for each in self._tape.heard:
            path = _path_of_id(each.message, wanted)
            if each.identity == deed.identity and path is not None:
                each.keep = each.keep or f"transaction_{each.message.number}"
                return payload | {"transactionId": f"${{{each.keep}.{path}}}"}
        return payload


def _numbered(message: MessageView) -> bool:
    """Whether a message gives a transaction of 1.6 its number."""
    return message.kind == "result" and message.action == "StartTransaction"


def _path_of_id(message: MessageView, wanted: JsonValue) -> str | None:
    match message.payload:
        case {"transactionInfo": {"transactionId": found}} if found == wanted:
            return "transactionInfo.transactionId"
        case {"transactionId": found} if found == wanted and _numbered(message):
            return "transactionId"
        case _:
            return None


def _pause(now: datetime, then: datetime) -> Iterator[dict[str, object]]:
    seconds = round((then - now).total_seconds(), 3)
    if seconds >= SHORTEST_WAIT_S:
        yield {"wait": seconds}


def _said(model: BaseModel) -> dict[str, Any]:
    """What of an act is not as by default; "none" is what TOML has no word for."""
    found: dict[str, Any] = {}
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if value == info.default or name == "act":
            continue
        if isinstance(value, BaseModel):
            found[name] = _said(value)
        elif value is None:
            found[name] = "none"
        else:
            found[name] = model.model_dump(mode="json", include={name})[name]
    return found
