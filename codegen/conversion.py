"""Conversion: what differs between two versions, and the module that converts their messages.

The engine (`codegen/support/conversion.py`) reads off the models what bears one name in both. So
every difference is looked at here: it is one that the engine knows, with a rule where it needs one,
or the run stops. Only messages that say what the wide version can't say are left as they are, and
the log tells which: a new edition of the narrow one can be tried out as it comes.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from codegen.bundle import Bundle
from codegen.errors import CodegenError, Findings
from codegen.modules import module
from codegen.narrowing import OTHERS, NarrowingRules, Rule

_log = logging.getLogger(__name__)

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two versions."""

    version: str
    """Name of its package."""
    title: str
    set_name: str
    bundle: Bundle

    def resolve(self, schema: Schema) -> Schema:
        """The schema that a reference leads to."""
        name = _referred(schema)
        return schema if name is None else self.bundle.types[name]


@dataclass(frozen=True, slots=True)
class _Differences:
    """The rules that apply, as the engine takes them: places are type and wire name."""

    values: dict[str, dict[str, Rule]] = field(default_factory=dict[str, dict[str, Rule]])
    missing: dict[tuple[str, str], Rule] = field(default_factory=dict[tuple[str, str], Rule])
    rounded: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    cut: dict[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int])
    added: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    apart: set[str] = field(default_factory=set[str])
    """Messages that are not converted."""


def conversion_modules(narrow: Side, wide: Side, rules_path: Path) -> dict[str, str]:
    """`conversion` of the narrow version, by module: `narrow` and `widen`, typed for each message.

    Raises CodegenError with all differences that have no rule; of a rule without a difference, the
    log tells.
    """
    rules = NarrowingRules(rules_path)
    comparison = _Comparison(narrow, wide, rules)
    for message in narrow.bundle.messages:
        comparison.message(message)
    comparison.findings.finish()
    rules.finish()
    return _modules(narrow, wide, comparison.found)


class _Comparison:
    """Goes through what is said in the narrow version, and holds it against the wide one."""

    def __init__(self, narrow: Side, wide: Side, rules: NarrowingRules) -> None:
        self.found = _Differences()
        self.findings = Findings()
        self._narrow = narrow
        self._wide = wide
        self._rules = rules
        self._seen: set[str] = set()
        self._lacks: dict[str, str | None] = {}
        self._elements = set(_elements(narrow.bundle))

    def message(self, name: str) -> None:
        """Compare a message and everything in it."""
        lack = self._lack(name)
        if lack is not None:
            _log.warning("%s has no %s: %s is not converted", self._wide.version, lack, name)
            self.found.apart.add(name)
        if name in self._wide.bundle.messages:
            with self.findings.collect():
                self._object(name, f"{self._narrow.set_name}/{name}.json", "#")

    def _lack(self, name: str) -> str | None:
        """The first thing that the wide version lacks of a message, a type, or what is in it."""
        if name not in self._lacks:
            a = self._narrow.bundle.definitions[name]
            b = self._wide.bundle.definitions.get(name)
            self._lacks[name] = name if b is None else self._lack_within(name, a, b)
        return self._lacks[name]

    def _lack_within(self, name: str, a: Schema, b: Schema) -> str | None:
        for key in ("enum", "properties"):
            for item in a.get(key, ()):
                if item not in b.get(key, ()):
                    return f"{name}.{item}"
        for wire, schema in a.get("properties", {}).items():
            inner, there = (_referred(s.get("items", s)) for s in (schema, b["properties"][wire]))
            lack = self._lack(inner) if inner is not None and inner == there else None
            if lack is not None:
                return lack
        return None

    def _object(self, name: str, file: str, pointer: str) -> None:
        a = self._narrow.bundle.definitions[name]
        b = self._wide.bundle.definitions[name]
        where = f"{file}{pointer}"
        closed = [side.get("additionalProperties") is False for side in (a, b)]
        if closed != [True, True] and a != b:
            raise CodegenError(f"{where}: open to other properties, and not the same in both")
        for wire in dict.fromkeys((*a.get("properties", {}), *b.get("properties", {}))):
            with self.findings.collect():
                self._property(name, wire, file, f"{pointer}/properties/{wire}")

    def _property(self, owner: str, wire: str, file: str, pointer: str) -> None:
        a, b = (side.bundle.definitions[owner] for side in (self._narrow, self._wide))
        where = f"{file}{pointer}"
        place = f"{owner}/{wire}"
        needed = [wire in side.get("required", ()) for side in (a, b)]
        if wire not in b.get("properties", {}):
            return
        if wire not in a.get("properties", {}):
            if needed[1]:
                there = f"{self._wide.set_name}{where.removeprefix(self._narrow.set_name)}"
                text = self._rules.added(place, there)
                self._check_value(text, self._wide, b["properties"][wire], there)
                self.found.added[owner, wire] = text
            return
        if needed == [False, True]:
            raise CodegenError(f"{where}: optional, and required in {self._wide.title}")
        if needed == [True, False]:
            rule = self._rules.missing(place, where)
            if rule.instead is not None:
                self._check_value(rule.instead, self._narrow, a["properties"][wire], rule.where)
            self._check_part(rule)
            self.found.missing[owner, wire] = rule
        self._schemas(owner, wire, a["properties"][wire], b["properties"][wire], file, pointer)

    def _schemas(
        self, owner: str, wire: str, a: Schema, b: Schema, file: str, pointer: str
    ) -> None:
        where = f"{file}{pointer}"
        if a.get("default") != b.get("default"):
            raise CodegenError(f"{where}/default: another one in {self._wide.title}")
        if a.get("type") == b.get("type") == "array":
            self._schemas(owner, wire, a["items"], b["items"], file, f"{pointer}/items")
            return
        names = _referred(a), _referred(b)
        if None not in names and names[0] != names[1]:
            raise CodegenError(f"{where}/$ref: leads to {names[1]} in {self._wide.title}")
        kinds = _kind(self._narrow.resolve(a)), _kind(self._wide.resolve(b))
        match kinds:
            case ("object", "object"):
                self._type(str(names[0]), file)
            case ("enumeration", "enumeration" | "string"):
                self._values(str(names[0]), self._wide.resolve(b), file)
            case ("integer", "number"):
                to = self._rules.rounded(f"{owner}/{wire}", where)
                self.found.rounded[owner, wire] = to
            case (one, other) if one == other:
                self._scalars(owner, wire, a, b, where)
            case _:
                raise CodegenError(f"{where}: {kinds[0]}, and {kinds[1]} in {self._wide.title}")

    def _type(self, name: str, file: str) -> None:
        if name not in self._seen:
            self._seen.add(name)
            self._object(name, file, f"#/definitions/{name}")

    def _values(self, name: str, wide: Schema, file: str) -> None:
        """An enumeration, and what became of it: values added, or any text."""
        if name in self._seen:
            return
        self._seen.add(name)
        where = f"{file}#/definitions/{name}/enum"
        own = self._narrow.bundle.types[name]["enum"]
        taken = wide.get("enum")
        longest = max(own, key=len)
        if len(longest) > wide.get("maxLength", len(longest)):
            raise CodegenError(f"{where}: {self._wide.title} does not take {longest}")
        others = [OTHERS] if taken is None else [value for value in taken if value not in own]
        for value in others:
            with self.findings.collect():
                rule = self._rules.value(name, value, where)
                if rule.instead is not None and rule.instead not in own:
                    raise CodegenError(
                        f"{rule.where}: {name} has no {rule.instead} to stand for it"
                    )
                self._check_part(rule)
                self.found.values.setdefault(name, {})[value] = rule

    def _scalars(self, owner: str, wire: str, a: Schema, b: Schema, where: str) -> None:
        for key in ("format", "multipleOf"):
            if a.get(key) != b.get(key):
                raise CodegenError(f"{where}/{key}: another one in {self._wide.title}")
        # Other limits need no rule: what is beyond those of the narrow version is refused by its
        # models, and widening does not look at those of the wide one.
        limit = a.get("maxLength")
        if (
            limit is not None
            and b.get("maxLength", limit + 1) > limit
            and self._rules.may_cut(f"{owner}/{wire}")
        ):
            self.found.cut[owner, wire] = limit

    def _check_value(self, text: str, side: Side, schema: Schema, where: str) -> None:
        target = side.resolve(schema)
        if _kind(target) == "enumeration":
            fits = text in target["enum"]
        else:
            fits = _kind(target) == "string" and len(text) <= target.get("maxLength", len(text))
        if not fits or "format" in target:
            raise CodegenError(f"{where}: {text!r} is no value of it in {side.title}")

    def _check_part(self, rule: Rule) -> None:
        if rule.leave_out is not None and rule.leave_out not in self._elements:
            raise CodegenError(
                f"{rule.where}: no list of {self._narrow.title} has {rule.leave_out}"
            )


def _referred(schema: Schema) -> str | None:
    reference = schema.get("$ref")
    return None if reference is None else str(reference.rpartition("/")[2])


def _kind(schema: Schema) -> str:
    return "enumeration" if "enum" in schema else str(schema.get("type", "anything"))


def _elements(bundle: Bundle) -> Iterable[str]:
    """The types that are elements of lists."""
    for body in bundle.definitions.values():
        for schema in body.get("properties", {}).values():
            name = _referred(schema.get("items", {}))
            if name is not None:
                yield name


_BODY = """
_CONVERSION = Conversion("pilotwire.ocpp.{wide}", "pilotwire.ocpp.{narrow}", {rules})

narrow_any = _CONVERSION.narrow
widen_any = _CONVERSION.widen
narrowed_type = _CONVERSION.narrowed_type
widened_type = _CONVERSION.widened_type

if TYPE_CHECKING:
    from pilotwire.ocpp.{narrow}.conversion_types import narrow, widen
else:
    narrow, widen = narrow_any, widen_any
"""
_TYPES = '''
{narrow_overloads}
def narrow(message: Message, on_loss: OnLoss = log_loss) -> Message:
    """Say a message of {wide_title} in {narrow_title}.

    Args:
        message: The message; it stays as it is.
        on_loss: Is told of everything that the outcome does not say any more.

    Raises:
        NarrowingError: {narrow_title} can't say it.
    """
    return narrow_any(message, on_loss)


{widen_overloads}
def widen(message: Message) -> Message:
    """Say a message of {narrow_title} in {wide_title}, with nothing lost.

    The outcome is not held against the limits of {wide_title}, a few of which are closer.
    """
    return widen_any(message)
'''
_FUNCTIONS = ("narrow", "narrow_any", "narrowed_type", "widen", "widen_any", "widened_type")
_SHOWN = ("Loss", "LossKind", "NarrowingError")


def _modules(narrow: Side, wide: Side, found: _Differences) -> dict[str, str]:
    """The module, and one for type checkers alone: so many overloads cost time and memory."""
    title = f"between the messages of {wide.title} and {narrow.title}"
    body = _BODY.format(wide=wide.version, narrow=narrow.version, rules=_rules(found))
    converted = sorted(set(narrow.bundle.messages) - found.apart)
    pairs = [(f"{wide.version}.{name}", f"{narrow.version}.{name}") for name in converted]
    types = _TYPES.format(
        wide_title=wide.title,
        narrow_title=narrow.title,
        narrow_overloads="\n".join(
            f"@overload\ndef narrow(message: {a}, on_loss: OnLoss = ...) -> {b}: ..."
            for a, b in pairs
        ),
        widen_overloads="\n".join(
            f"@overload\ndef widen(message: {b}) -> {a}: ..." for a, b in pairs
        ),
    )
    local = {
        "typing": ["TYPE_CHECKING", "overload"],
        "pilotwire.ocpp": [narrow.version, wide.version],
        "pilotwire.ocpp.base": ["Message"],
        "pilotwire.ocpp.conversion": ["Conversion", "Instead", "LeaveOut", "Rounding"],
        "pilotwire.ocpp.losses": [*_SHOWN, "OnLoss", "log_loss"],
    }
    own = {f"pilotwire.ocpp.{narrow.version}.conversion": ["narrow_any", "widen_any"]}
    return {
        "conversion": module(f"Conversion {title}.", body, local, [*_FUNCTIONS, *_SHOWN]),
        "conversion_types": module(
            f"The types of the conversion {title}; never imported.",
            types,
            local | own,
            ["narrow", "widen"],
        ),
    }


def _rules(found: _Differences) -> str:
    values = ", ".join(
        f'"{name}": {{{", ".join(f"{_text(v)}: {_rule(rule)}" for v, rule in rules.items())}}}'
        for name, rules in sorted(found.values.items())
    )
    missing = ", ".join(
        f"{_place(p)}: {_rule(rule)}" for p, rule in sorted(found.missing.items(), key=_first)
    )
    rounded = ", ".join(
        f"{_place(p)}: Rounding.{to.upper()}" for p, to in sorted(found.rounded.items())
    )
    cut = ", ".join(f"{_place(place)}: {limit}" for place, limit in sorted(found.cut.items()))
    added = ", ".join(f"{_place(p)}: {_text(value)}" for p, value in sorted(found.added.items()))
    apart = f"[{', '.join(_text(name) for name in sorted(found.apart))}]" if found.apart else ""
    return (
        f"values={{{values}}}, missing={{{missing}}}, rounded={{{rounded}}}, "
        f"cut={{{cut}}}, added={{{added}}}, apart=frozenset({apart})"
    )


def _first(item: tuple[tuple[str, str], Rule]) -> tuple[str, str]:
    return item[0]


def _text(text: str) -> str:
    return f'"{text}"'


def _place(place: tuple[str, str]) -> str:
    return f"({_text(place[0])}, {_text(place[1])})"


def _rule(rule: Rule) -> str:
    if rule.instead is not None:
        return f"Instead({_text(rule.instead)})"
    return f"LeaveOut({_text(rule.leave_out)})" if rule.leave_out is not None else "None"
