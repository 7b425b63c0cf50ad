"""Acts in words, as somebody types them: `plug 1 soc=20`, `card DEADBEEF`, `break 1 lock-jam`.

The grammar is what `acts` says, and nothing of its own: a word for each act, then its fields by
their places or by their names, those of a vehicle too. Where a field takes one of some words, these
may be written without regard to case, and with hyphens for spaces.
"""

import json
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final, cast

from pydantic import BaseModel, JsonValue

from pilotwire.simulator.acts import ACTS, Act, AnyAct, Vehicle, read_act
from pilotwire.simulator.errors import ActError

__all__ = ["WORDS", "Suggestion", "brief", "explain", "parse_act", "suggest", "usage"]

WORDS: Final[Mapping[str, type[Act]]] = MappingProxyType(
    {kind.WORD: kind for kind in ACTS.values()}
)
"""The acts, by the words for them."""

_TRUE: Final = frozenset({"true", "yes", "on"})
_FALSE: Final = frozenset({"false", "no", "off"})
_NONE: Final = "none"


@dataclass(frozen=True, slots=True)
class _Field:
    """A field as the prompt takes it: `inner` is one of the vehicle."""

    name: str
    inner: bool
    kinds: frozenset[str]
    """What it is in JSON: "integer", "null"; "any"."""
    values: tuple[str, ...]
    """The words that it takes, if these are given."""
    required: bool
    meaning: str
    default: str

    def takes(self, text: str) -> bool:
        """Whether a text may be meant for it; whoever wants no text wants a number."""
        return "string" in self.kinds or not isinstance(self.read(text), str)

    def read(self, text: str) -> JsonValue:
        """What a text says; where it makes no sense it stays a text, which the act refuses."""
        lower = text.lower()
        if "null" in self.kinds and lower == _NONE:
            return None
        if self.values:
            same = (each for each in self.values if _plain(each) == _plain(text))
            return next(same, text)
        if "boolean" in self.kinds and lower in _TRUE | _FALSE:
            return lower in _TRUE
        if self.kinds & {"integer", "number"}:
            return _number(text)
        if self.kinds & {"object", "any"}:
            return _json(text, optional="any" in self.kinds)
        return text


def parse_act(line: str) -> AnyAct:
    """The act that a line says.

    Raises:
        ActError: there is none, or it can't be so.
    """
    try:
        word, *rest = shlex.split(line)
    except ValueError as error:
        raise ActError(str(error).lower()) from None
    kind = WORDS.get(word)
    if kind is None:
        raise ActError(f"unknown word {word!r}")
    told: dict[str, JsonValue] = {}
    vehicle: dict[str, JsonValue] = {}
    fields = _fields(kind)
    places = [place for place in kind.PLACES if place in fields]
    for text in rest:
        field, value = _assigned(fields, text, places, word)
        (vehicle if field.inner else told)[field.name] = field.read(value)
        if field.name in places:
            places.remove(field.name)
    if vehicle:
        told["vehicle"] = vehicle
    return read_act({"act": _act(kind), **told})


def _assigned(
    fields: Mapping[str, _Field], text: str, places: Sequence[str], word: str
) -> tuple[_Field, str]:
    name, equals, value = text.partition("=")
    if equals and name in fields:
        return fields[name], value
    for place in places:
        # Who breaks something at the first EVSE need not say so: `break lock-jam`.
        if place == places[-1] or fields[place].takes(text):
            return fields[place], text
    raise ActError(f"say: {usage(word)}")


def usage(word: str) -> str:
    """How an act is said, in a line."""
    kind = WORDS[word]
    fields = _fields(kind)
    told = [
        place.upper() if fields[place].required else f"[{place.upper()}]" for place in kind.PLACES
    ]
    named = [name for name in fields if name not in kind.PLACES]
    if named:
        told.append("[NAME=VALUE ...]")
    return " ".join([word, *told])


def brief(word: str) -> str:
    """What an act does, in a few words."""
    first = re.split(r"[.:;]( |$)", _meaning(WORDS[word].__doc__))[0]
    return first[:1].lower() + first[1:]


def explain(word: str) -> Sequence[str]:
    """All that there is to say of an act, in lines."""
    kind = WORDS[word]
    told = [usage(word), f"  {_meaning(kind.__doc__)}"]
    for name, field in _fields(kind).items():
        words = f" ({', '.join(map(_hyphened, field.values))})" if field.values else ""
        default = f"; by default {field.default}" if field.default else ""
        about = f": {field.meaning.rstrip('.')}" if field.meaning else ""
        told.append(f"  {name}{about}{words}{default}")
    return told


@dataclass(frozen=True, slots=True)
class Suggestion:
    """How a line could go on: `text` in the place of its last `replaces` characters."""

    text: str
    replaces: int
    meaning: str = ""


def suggest(line: str, names: Mapping[str, Sequence[str]] | None = None) -> Iterator[Suggestion]:
    """How a line that says an act could go on, from its end.

    Args:
        line: What has been typed.
        names: The words that are known for fields that take any: those of `name`, say.
    """
    words = line.split(" ")
    last = words[-1]
    if len(words) == 1:
        for word in sorted(WORDS):
            if word.startswith(last):
                yield Suggestion(word, len(last), brief(word))
        return
    if words[0] not in WORDS:
        return
    kind = WORDS[words[0]]
    fields = _fields(kind)
    said = {word.partition("=")[0] for word in words[1:-1] if "=" in word}
    bare = [word for word in words[1:-1] if word and "=" not in word]
    name, equals, begun = last.partition("=")
    if equals and name in fields:
        yield from _values(fields[name], begun, names)
        return
    places = [place for place in kind.PLACES if place not in said]
    if len(bare) < len(places):
        yield from _values(fields[places[len(bare)]], last, names)
        said |= set(places[: len(bare) + 1])
    for name, field in fields.items():
        if name not in said and name not in kind.PLACES[: len(bare)] and name.startswith(last):
            yield Suggestion(f"{name}=", len(last), field.meaning)


def _values(
    field: _Field, begun: str, names: Mapping[str, Sequence[str]] | None
) -> Iterator[Suggestion]:
    known = [_hyphened(each) for each in field.values]
    if not known and "boolean" in field.kinds:
        known = ["yes", "no"]
    if not known:
        known = list((names or {}).get(field.name, ()))
    for each in known:
        if each.lower().startswith(begun.lower()):
            yield Suggestion(each, len(begun), field.meaning)


# What the models say.


def _act(kind: type[Act]) -> str:
    return str(kind.model_fields["act"].default)


@cache
def _fields(kind: type[Act]) -> Mapping[str, _Field]:
    own = {
        each.name: each for each in _of(kind, inner=False) if each.name not in {"act", "vehicle"}
    }
    if "vehicle" in kind.model_fields:
        own |= {each.name: each for each in _of(Vehicle, inner=True)}
    return MappingProxyType(own)


def _of(model: type[BaseModel], *, inner: bool) -> Iterator[_Field]:
    schema: dict[str, Any] = model.model_json_schema()
    for name, told in schema["properties"].items():
        options = [_resolved(each, schema) for each in told.get("anyOf", [told])]
        kinds = {str(each.get("type", "any")) for each in options}
        values = [value for each in options for value in each.get("enum", ())]
        words = tuple(value for value in values if isinstance(value, str))
        yield _Field(
            name=name,
            inner=inner,
            kinds=frozenset(kinds),
            values=words,
            required=name in schema.get("required", ()),
            meaning=_meaning(told.get("description")),
            default=_default(told.get("default")),
        )


def _resolved(told: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    name = str(told.get("$ref", "")).removeprefix("#/$defs/")
    return cast("Mapping[str, Any]", schema["$defs"][name]) if name else told


def _meaning(text: str | None) -> str:
    """The first paragraph, in a line."""
    return " ".join((text or "").partition("\n\n")[0].split())


def _default(value: object) -> str:
    if value is None or value in ("", {}):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _plain(word: str) -> str:
    return word.lower().replace("-", " ").replace("_", " ")


def _hyphened(word: str) -> str:
    return word.replace(" ", "-")


def _number(text: str) -> JsonValue:
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return text


def _json(text: str, *, optional: bool) -> JsonValue:
    try:
        found: JsonValue = json.loads(text)
    except (ValueError, RecursionError):
        if optional:
            return text
        raise ActError(f"{text[:40]!r} is no JSON") from None
    return found
