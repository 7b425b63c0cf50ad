"""What is wrong with a configuration: where in which file, what, and what may stand there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, cast, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pilotwire.configuration.lines import Place
from pilotwire.configuration.model import Configuration
from pilotwire.errors import PilotwireError
from pilotwire.foreign import printable

__all__ = ["ConfigurationError", "Finding", "label", "placed_findings", "real_place"]

_WRONG_TYPE: Final = ("_type", "_parsing", "model_attributes_type", "is_instance_of")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        text: What, and what may stand there.
        place: Where in the file, as keys and, from 0 on, numbers of members of lists. It is shown
            as `evse[1].pilot.high`, where they count from 1, as EVSEs do.
        file: The file; None where it was not read from one.
        line: The line of it; None where it can't be told.
    """

    text: str
    place: Place = ()
    file: Path | None = None
    line: int | None = None

    def __str__(self) -> str:
        line = "" if self.line is None else f":{self.line}"
        where = ["" if self.file is None else f"{self.file}{line}", label(self.place), self.text]
        return printable(": ".join(each for each in where if each))


class ConfigurationError(PilotwireError, ValueError):
    """A configuration can't be used.

    Attributes:
        findings: All that is wrong with it; the text of the exception is the first of them.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        more = len(self.findings) - 1
        super().__init__(f"{self.findings[0]}" + (f" (and {more} more)" if more else ""))


def label(place: Place) -> str:
    """`("evse", 0, "kind")` as it is shown: `evse[1].kind`."""
    text = ""
    for each in place:
        text += f"[{each + 1}]" if isinstance(each, int) else f".{each}"
    return text.lstrip(".")


def placed_findings(
    error: ValidationError, data: Mapping[str, object], model: type[BaseModel] = Configuration
) -> Iterator[tuple[Place, str]]:
    """All that pydantic, and `consistency`, have found in what was read as a `model`: where, and in
    words.
    """
    for each in _told_once(error, data):
        found = cast("Mapping[str, Any]", each.get("ctx", {}))
        if each["type"] == "parts":
            for place, text in cast("Sequence[tuple[Place, str]]", found["problems"]):
                yield _real(place, data)[0], text
            continue
        place = _real(each["loc"], data)[0]
        if each["type"] == "too_short" and each["input"]:
            continue  # so pydantic tells that the members are wrong, which it has told already
        if each["type"].startswith("union_tag_invalid"):
            place = (*place, str(found["discriminator"]).strip("'"))
        yield place, _words(each, model)


def real_place(place: Place, data: Mapping[str, object]) -> Place:
    """The same place as the file has it: a variable may stand in tables of its name's parts."""
    return _real(place, data)[0]


def _told_once(error: ValidationError, data: Mapping[str, object]) -> Iterator[ErrorDetails]:
    """Of a value that may be of several kinds, what is wrong with the likeliest of them."""
    alternatives: dict[Place, dict[str, list[ErrorDetails]]] = {}
    order: list[Place | ErrorDetails] = []
    for each in error.errors(include_url=False):
        _, branch = _real(each["loc"], data)
        if branch is None:
            order.append(each)
            continue
        at, kind = branch
        if at not in alternatives:
            alternatives[at] = defaultdict(list[ErrorDetails])
            order.append(at)
        alternatives[at][kind].append(each)
    for each_ in order:
        if isinstance(each_, tuple):
            yield from min(alternatives[each_].values(), key=_unlikely)
        else:
            yield each_


def _unlikely(errors: Sequence[ErrorDetails]) -> tuple[int, int]:
    return len(errors), sum(each["type"].endswith(_WRONG_TYPE) for each in errors)


def _real(location: Place, data: object) -> tuple[Place, tuple[Place, str] | None]:
    """Where in the file pydantic's location is; and at which place it chose which kind of value,
    which it names within the location.
    """
    place: list[str | int] = []
    branch: tuple[Place, str] | None = None
    here = data
    for n, each in enumerate(location):
        last = n == len(location) - 1
        found, inner = _within(here, each)
        if found:
            place += found
            here = inner
        elif _is_chosen(here, each):
            continue
        elif isinstance(each, str) and _is_table(here) and last:
            place.append(each)  # what is missing
        elif branch is None:
            branch = tuple(place), str(each)
    return tuple(place), branch


def _within(data: object, key: str | int) -> tuple[list[str | int], object]:
    """The keys that lead to a member, and it; `A.b` is `b` in the table `A`, too."""
    if isinstance(key, int):
        if isinstance(data, (list, tuple)) and key < len(cast("Sequence[object]", data)):
            return [key], cast("Sequence[object]", data)[key]
        return [], None
    if not isinstance(data, dict):
        return [], None
    table = cast("Mapping[str, object]", data)
    if key in table:
        return [key], table[key]
    outer, dot, rest = key.partition(".")
    if dot and outer in table:
        found, inner = _within(table[outer], rest)
        return ([outer, *found], inner) if found else ([], None)
    return [], None


def _is_table(data: object) -> bool:
    return isinstance(data, dict)


def _is_chosen(data: object, tag: str | int) -> bool:
    """Whether a table says itself which kind it is."""
    if not isinstance(data, dict):
        return False
    table = cast("Mapping[str, object]", data)
    return tag in {table.get("backend"), table.get("kind")}


def _words(error: ErrorDetails, model: type[BaseModel]) -> str:
    found = cast("Mapping[str, Any]", error.get("ctx", {}))
    match error["type"]:
        case "missing":
            return "is missing; add it"
        case "extra_forbidden":
            return _no_such_key(error["loc"], model)
        case "too_short":
            return f"needs {found['min_length']} at least"
        case "union_tag_not_found":
            return f"{found['discriminator']!s} is missing; add it"
        case "union_tag_invalid":
            return f"should be {_either(str(found['expected_tags']).split(', '))}"
        case "literal_error" | "enum":
            return f"should be {found['expected']}"
        case "value_error":
            return str(found["error"])
        case _:
            return error["msg"].removeprefix("Input ").replace("valid dictionary", "table")


def _either(words: Sequence[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def _no_such_key(location: Place, model: type[BaseModel]) -> str:
    known = sorted(_keys_at(location[:-1], model))
    like = get_close_matches(str(location[-1]), known, 1)
    if like:
        return f"there is no such key; did you mean {like[0]}?"
    return f"there is no such key; there are {', '.join(known)}"


def _keys_at(location: Place, root: type[BaseModel]) -> set[str]:
    """The keys that a table has, by pydantic's location of it."""
    models = [root]
    for each in location:
        if isinstance(each, int):
            continue
        inner = [
            found
            for model in models
            if each in model.model_fields
            for found in _models_in(model.model_fields[each].annotation)
        ]
        models = inner or [model for model in models if _is_kind(model, each)] or models
    return {key for model in models for key in model.model_fields}


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from _models_in(each)


def _is_kind(model: type[BaseModel], name: str) -> bool:
    tags = (model.model_fields.get(key) for key in ("backend", "kind"))
    return model.__name__ == name or any(
        tag is not None and name in get_args(tag.annotation) for tag in tags
    )
