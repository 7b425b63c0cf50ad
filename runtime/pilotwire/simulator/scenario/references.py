"""Texts in payloads that stand for what is known only when the scenario is played:
`${name.field.0}` for what an earlier step has kept, `${now}` and `${now+3600}` for times.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, cast

from pydantic import JsonValue

__all__ = ["NOW", "MissingReferenceError", "check_references", "names_in", "resolved"]

NOW: Final = "now"
_REFERENCE: Final = re.compile(
    r"\$\{(?:now(?P<seconds>[+-][0-9]{1,8})?|(?P<name>[A-Za-z_][A-Za-z0-9_]*)(?P<path>(?:\.\w+)*))\}"
)


class MissingReferenceError(LookupError):
    """What a reference stands for is not there; the text says what."""


def _texts(value: JsonValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def check_references(value: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """The same, for pydantic.

    Raises:
        ValueError: what looks like a reference is none.
    """
    for text in _texts(value):
        if text.startswith("${") and _REFERENCE.fullmatch(text) is None:
            raise ValueError(f"{text} is no reference: ${{name.field}}, ${{now}} or ${{now+60}}")
    return value


def names_in(value: JsonValue) -> Iterator[str]:
    """The names of kept messages that a payload wants."""
    for text in _texts(value):
        found = _REFERENCE.fullmatch(text)
        if found is not None and found["name"]:
            yield found["name"]


def resolved(value: JsonValue, kept: Mapping[str, JsonValue], now: datetime) -> JsonValue:
    """The same with what references stand for in their places.

    Raises:
        MissingReferenceError: something is not there.
    """
    if isinstance(value, Mapping):
        return {name: resolved(each, kept, now) for name, each in value.items()}
    if isinstance(value, list):
        return [resolved(each, kept, now) for each in value]
    found = _REFERENCE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return value
    if not found["name"]:
        at = now + timedelta(seconds=int(found["seconds"] or 0))
        return at.strftime("%Y-%m-%dT%H:%M:%SZ")
    if found["name"] not in kept:
        raise MissingReferenceError(f"no step has kept {found['name']}")
    here = kept[found["name"]]
    for key in found["path"].split(".")[1:]:
        here = _member(here, key, found[0])
    return here


def _member(value: JsonValue, key: str, reference: str) -> JsonValue:
    if isinstance(value, Mapping) and key in value:
        return value[key]
    if isinstance(value, Sequence) and not isinstance(value, str) and key.isdecimal():
        members = cast("Sequence[JsonValue]", value)
        if int(key) < len(members):
            return members[int(key)]
    raise MissingReferenceError(f"there is no {key} in what {reference} stands for")
