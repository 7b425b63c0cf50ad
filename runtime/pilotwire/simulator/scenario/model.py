"""What a scenario is: what there is to play with, and what is played."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias, TypeVar, cast, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    ValidationError,
)
from pydantic_core import PydanticCustomError

from pilotwire.configuration.findings import placed_findings
from pilotwire.configuration.lines import Place
from pilotwire.connection import OcppVersion
from pilotwire.simulator.acts import ACTS
from pilotwire.simulator.plan import ChargerPlan
from pilotwire.simulator.scenario.references import NOW, names_in
from pilotwire.simulator.scenario.steps import (
    EXPECTATIONS,
    AnyStep,
    Boot,
    Boots,
    Call,
    Do,
    Message,
    NoMessage,
    Step,
    Wait,
)

if TYPE_CHECKING:
    from pilotwire.simulator.scenario.play import Play

__all__ = ["CsmsPlan", "Heading", "Scenario", "ScenarioFile", "Script", "problems_of"]

M = TypeVar("M", bound=BaseModel)

FIRST: Final = "CS-1"
NONE: Final = "none"
NOON: Final = datetime(2026, 3, 1, 12, tzinfo=UTC)

Script: TypeAlias = "Callable[[Play], Coroutine[Any, Any, None]]"
"""A scenario in Python."""


class _Table(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, use_attribute_docstrings=True
    )


class CsmsPlan(_Table):
    """What the embedded CSMS is like: `[csms]`."""

    tokens: (
        Annotated[
            tuple[Annotated[str, Field(min_length=1, max_length=255)], ...],
            Field(max_length=10_000),
        ]
        | None
    ) = None
    """The tokens that it knows; none is any."""
    boots: Annotated[tuple[Boot, ...], Field(max_length=100)] = ()
    """What it answers to the first boots of each station; the last one counts for all later ones.
    Without any they are accepted.
    """


class Heading(_Table):
    """What there is to play with."""

    name: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    """What it is called; none is as its file, or its function."""
    about: str = ""
    """What it shows."""
    versions: Annotated[tuple[OcppVersion, ...], Field(min_length=1)] | None = None
    """The OCPP versions with which it is played, once with each; none is once, with what the
    stations offer.
    """
    seed: StrictInt = 1
    """What all chance is drawn from."""
    start: datetime = NOON
    """The time of day when it begins, under virtual time."""
    latency: Annotated[StrictFloat, Field(ge=0, le=60)] = 0.0
    """How many seconds a message travels, under virtual time."""
    accepted: StrictBool = True
    """Whether it begins when the CSMS has accepted the stations and heard what they have to say;
    else, when they have started.
    """
    lenient: StrictBool = False
    """Whether messages that break OCPP's schemas are no failure."""
    csms: CsmsPlan = CsmsPlan()
    station: Annotated[tuple[ChargerPlan, ...], Field(min_length=1, max_length=100)] = (
        ChargerPlan(identity=FIRST),
    )
    """Its stations."""


def _steps(data: object) -> object:
    """The steps of a file, each read as what it is; all that is wrong with them is told at once."""
    if not isinstance(data, list):
        return data
    problems: list[tuple[Place, str]] = []
    steps: list[AnyStep] = []
    for number, each in enumerate(cast("list[object]", data)):
        place: Place = ("step", number)
        if not isinstance(each, dict):
            problems.append((place, "should be a table"))
            continue
        try:
            steps.append(_step(cast("dict[str, object]", each)))
        except _Problems as found:
            problems += [((*place, *where), text) for where, text in found.problems]
    if problems:
        raise PydanticCustomError("parts", "steps are wrong", {"problems": problems})
    return tuple(steps)


class _Problems(Exception):  # noqa: N818 -- it never leaves this module
    def __init__(self, problems: Sequence[tuple[Place, str]]) -> None:
        self.problems = problems


_KINDS: Final[Mapping[str, type[Wait | Call | Boots]]] = {
    "wait": Wait,
    "call": Call,
    "boots": Boots,
}


def _step(data: Mapping[str, object]) -> AnyStep:
    kinds = [key for key in ("act", "expect", *_KINDS) if key in data]
    if len(kinds) != 1:
        has = "has " + " and ".join(kinds) if kinds else "has none of them"
        raise _Problems([((), f"needs act, wait, expect, call or boots, one of them: it {has}")])
    [kind] = kinds
    if kind == "act":
        return _act(data)
    if kind == "expect":
        return _read(_chosen("expect", data["expect"], EXPECTATIONS), data)
    return _read(_KINDS[kind], data)


def _act(data: Mapping[str, object]) -> Do:
    model = _chosen("act", data["act"], ACTS)
    beside = {*Step.model_fields, "refused"}
    of_act = {key: each for key, each in data.items() if key not in beside}
    act = _read(model, _with_none(model, of_act))
    own = {key: each for key, each in data.items() if key in beside}
    return _read(Do, own | {"act": act})


def _with_none(model: type[BaseModel], data: Mapping[str, object]) -> dict[str, object]:
    """The same with None where "none" is said of what has another default: TOML has no word for
    it.
    """
    found: dict[str, object] = dict(data)
    for key, info in model.model_fields.items():
        value = found.get(key)
        if value == NONE and info.default is not None and type(None) in get_args(info.annotation):
            found[key] = None
        elif isinstance(value, dict) and isinstance(info.default, BaseModel):
            found[key] = _with_none(type(info.default), cast("dict[str, object]", value))
    return found


def _chosen(key: str, word: object, kinds: Mapping[str, type[M]]) -> type[M]:
    found = kinds.get(word) if isinstance(word, str) else None
    if found is None:
        raise _Problems([((key,), f"should be one of {', '.join(kinds)}")])
    return found


def _read(model: type[M], data: Mapping[str, object]) -> M:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise _Problems(list(placed_findings(error, data, model))) from None


class ScenarioFile(Heading):
    """A scenario in TOML."""

    step: Annotated[
        tuple[AnyStep, ...], BeforeValidator(_steps), Field(min_length=1, max_length=10_000)
    ]
    """What is played, one after the other."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario: what there is, and what is played with it.

    Attributes:
        name: What it is called.
        heading: What there is to play with.
        script: What is played: steps, or a function.
        file: Where it is from.
        lines: In which lines the steps begin.
    """

    name: str
    heading: Heading
    script: Sequence[AnyStep] | Script
    file: Path | None = None
    lines: Sequence[int | None] = ()

    @property
    def steps(self) -> Sequence[AnyStep]:
        """The steps; none of a function's, which are known when it is played."""
        return () if callable(self.script) else self.script


def problems_of(scenario: ScenarioFile) -> Iterator[tuple[Place, str]]:
    """What does not fit together."""
    identities = [each.identity for each in scenario.station]
    for number, identity in enumerate(identities):
        if identity in identities[:number]:
            yield ("station", number, "identity"), f"there is another station {identity}"
    if scenario.start.utcoffset() is None:
        yield ("start",), "a time has a time zone: 2026-03-01T12:00:00Z"
    kept: set[str] = set()
    for number, step in enumerate(scenario.step):
        place: Place = ("step", number)
        if step.station is not None and step.station not in identities:
            yield (*place, "station"), f"there is no such station; there is {', '.join(identities)}"
        for key in ("payload", "answer"):
            if isinstance(step, Message | NoMessage | Call):
                for name in names_in(getattr(step, key, None)):
                    if name not in kept:
                        yield (*place, key), f"no step before this keeps {name}"
        if isinstance(step, Message | Call) and step.keep is not None:
            if step.keep == NOW:
                yield (*place, "keep"), "now is the time; choose another name"
            kept.add(step.keep)
        unplayed = set(step.versions or ()) - set(scenario.versions or tuple(OcppVersion))
        if unplayed:
            yield (*place, "versions"), f"it is not played with {', '.join(sorted(unplayed))}"
