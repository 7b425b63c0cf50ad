"""Diff: what changed between two editions, and whom each change can break.

A change breaks *senders* if what an unchanged sender may send is refused by the new edition; it
breaks *receivers* if what the new edition lets others send is refused by an unchanged receiver.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from codegen.editions import message_name
from codegen.errors import CodegenError
from codegen.importer import files_of
from codegen.reading import read_facts, read_name

Schema = Mapping[str, Any]

_ANYTHING: Schema = {}
_LIMITS = ("maxLength", "minItems", "maxItems", "minimum", "maximum", "multipleOf", "format")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference."""

    subject: str
    """Message, type, or a field of one: `IdTokenType.idToken`."""
    what: str
    """`message`, `type`, `field`, `required`, `values`, `default`, or the keyword of a limit."""
    old: Any
    """None where there was nothing."""
    new: Any
    breaks_senders: bool
    breaks_receivers: bool

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Edition:
    """The messages of one set, and the types that they share."""

    messages: Mapping[str, Schema]
    types: Mapping[str, Schema]

    def resolve(self, schema: Schema) -> Schema:
        """The schema that a reference leads to."""
        reference = schema.get("$ref")
        return schema if reference is None else self.types[reference.rpartition("/")[2]]


def read_edition(path: Path) -> Edition:
    """The schemas of a folder or zip, official or imported."""
    messages: dict[str, Schema] = {}
    types: dict[str, Schema] = {}
    files: dict[str, str] = {}
    for name, content in files_of(path):
        if Path(name).suffix.lower() != ".json":
            continue
        facts = read_facts(name, content)
        message = message_name(read_name(name, content)) or Path(name).stem
        if message in files:
            raise CodegenError(f"{name}: {message} stands in {files[message]} already")
        files[message] = name
        messages[message] = facts
        for type_name, definition in facts.get("definitions", {}).items():
            if types.setdefault(type_name, definition) != definition:
                raise CodegenError(f"{name}#/definitions/{type_name}: differs between messages")
    if not messages:
        raise CodegenError(f"{path}: no schema (*.json) in it")
    return Edition(messages, types)


def compare(old: Edition, new: Edition) -> list[Change]:
    """Every change, ordered by subject; empty if the editions say the same."""
    changes = [
        *_named("message", old.messages, new.messages, old, new),
        *_named("type", old.types, new.types, old, new),
    ]
    return sorted(changes, key=lambda change: (change.subject, change.what))


def _named(
    what: str, olds: Mapping[str, Schema], news: Mapping[str, Schema], old: Edition, new: Edition
) -> Iterator[Change]:
    # A type by itself is never sent: the fields that have it tell whom its coming or going breaks.
    sent = what == "message"
    for name in sorted(set(olds) | set(news)):
        if name not in olds:
            yield Change(name, what, None, "added", False, sent)
        elif name not in news:
            yield Change(name, what, "removed", None, sent, False)
        else:
            yield from _schemas(name, olds[name], news[name], old, new)


def _schemas(subject: str, a: Schema, b: Schema, old: Edition, new: Edition) -> Iterator[Change]:
    """Changes of one place; what a reference leads to is compared at the type that it names."""
    if a.get("$ref") != b.get("$ref") or _kind(a) != _kind(b):
        if _described(a) != _described(b):
            broken = _refuses(a, b, old, new), _refuses(b, a, new, old)
            yield Change(subject, "type", _described(a), _described(b), *broken)
    elif "enum" in a:
        yield from _values(subject, a["enum"], b["enum"])
    elif a.get("type") == "object":
        yield from _fields(subject, a, b, old, new)
    elif a.get("type") == "array":
        yield from _schemas(f"{subject}[]", a["items"], b["items"], old, new)
    if _kind(a) == _kind(b):
        yield from _limits(subject, a, b, old, new)
    if a.get("default") != b.get("default"):
        yield Change(subject, "default", a.get("default"), b.get("default"), False, False)


def _limits(subject: str, a: Schema, b: Schema, old: Edition, new: Edition) -> Iterator[Change]:
    for key in _LIMITS:
        if a.get(key) == b.get(key):
            continue
        # Only the limit itself, so that each change is judged alone.
        of_a, of_b = _only(key, a), _only(key, b)
        broken = _refuses(of_a, of_b, old, new), _refuses(of_b, of_a, new, old)
        yield Change(subject, key, a.get(key), b.get(key), *broken)


def _only(key: str, schema: Schema) -> Schema:
    alone: dict[str, Any] = {"type": schema.get("type"), "items": dict[str, Any]()}
    return {**alone, key: schema[key]} if key in schema else alone


def _values(subject: str, olds: list[str], news: list[str]) -> Iterator[Change]:
    added = [value for value in news if value not in olds]
    removed = [value for value in olds if value not in news]
    if added:
        yield Change(subject, "values", None, added, False, True)
    if removed:
        yield Change(subject, "values", removed, None, True, False)


def _fields(subject: str, a: Schema, b: Schema, old: Edition, new: Edition) -> Iterator[Change]:
    olds, news = a.get("properties", {}), b.get("properties", {})
    closed_before, closed_now = (s.get("additionalProperties") is False for s in (a, b))
    if closed_before != closed_now:
        yield Change(
            subject,
            "other fields",
            "refused" if closed_before else "allowed",
            "refused" if closed_now else "allowed",
            closed_now,
            closed_before,
        )
    for name in dict.fromkeys((*olds, *news)):
        field = f"{subject}.{name}"
        before, now = (name in schema.get("required", ()) for schema in (a, b))
        if name not in olds:
            new_field = _needed(news[name], now)
            # Where other fields are allowed, a vendor may have used the name for anything.
            senders = now or (not closed_before and _refuses(_ANYTHING, news[name], old, new))
            yield Change(field, "field", None, new_field, senders, closed_before)
        elif name not in news:
            old_field = _needed(olds[name], before)
            receivers = before or (not closed_now and _refuses(_ANYTHING, olds[name], new, old))
            yield Change(field, "field", old_field, None, closed_now, receivers)
        else:
            if before != now:
                yield Change(field, "required", before, now, now, before)
            yield from _schemas(field, olds[name], news[name], old, new)


def _needed(schema: Schema, required: bool) -> str:
    return f"{'required' if required else 'optional'} {_described(schema)}"


def _kind(schema: Schema) -> str:
    if "$ref" in schema:
        return "reference"
    return "enumeration" if "enum" in schema else str(schema.get("type", "anything"))


def _described(schema: Schema) -> str:
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if schema.get("type") == "array":
        return f"array of {_described(schema['items'])}"
    return _kind(schema)


def _refuses(
    sent: Schema,
    wanted: Schema,
    sender: Edition,
    receiver: Edition,
    seen: frozenset[tuple[str, str]] = frozenset(),
) -> bool:
    """Whether some instance of `sent` is none of `wanted`."""
    pair = (str(sent.get("$ref")), str(wanted.get("$ref")))
    if "$ref" in sent and "$ref" in wanted:
        if pair in seen:
            return False
        seen |= {pair}
    sent, wanted = sender.resolve(sent), receiver.resolve(wanted)
    if _kind(wanted) == "anything":
        return False
    if "enum" in sent:
        return any(not _is_text_of(value, wanted) for value in sent["enum"])
    types = (sent.get("type"), wanted.get("type"))
    if "enum" in wanted or (types[0] != types[1] and types != ("integer", "number")):
        return True
    if any(_tighter(key, sent, wanted) for key in _LIMITS):
        return True
    if types[0] == "array":
        return _refuses(sent["items"], wanted["items"], sender, receiver, seen)
    if types[0] != "object":
        return False
    olds, news = sent.get("properties", {}), wanted.get("properties", {})
    closed = wanted.get("additionalProperties") is False
    if sent.get("additionalProperties") is not False and any(
        _refuses(_ANYTHING, news[name], sender, receiver) for name in set(news) - set(olds)
    ):
        return True
    if set(wanted.get("required", ())) - set(sent.get("required", ())):
        return True
    if closed and (set(olds) - set(news) or sent.get("additionalProperties") is not False):
        return True
    return any(
        _refuses(olds[name], news[name], sender, receiver, seen) for name in set(olds) & set(news)
    )


def _is_text_of(value: str, wanted: Schema) -> bool:
    if "enum" in wanted:
        return value in wanted["enum"]
    long = len(value) > wanted.get("maxLength", len(value))
    return wanted.get("type") == "string" and not long and "format" not in wanted


def _tighter(key: str, sent: Schema, wanted: Schema) -> bool:
    if key not in wanted:
        return False
    if key == "multipleOf":
        step = sent.get(key, 1 if sent.get("type") == "integer" else None)
        return step is None or bool(Fraction(repr(step)) % Fraction(repr(wanted[key])))
    if key not in sent:
        return not (key == "minItems" and wanted[key] == 0)
    if key.startswith("max"):
        return bool(sent[key] > wanted[key])
    if key.startswith("min"):
        return bool(sent[key] < wanted[key])
    return bool(sent[key] != wanted[key])
