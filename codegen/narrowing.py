"""`schemas/narrowing.toml`: what the schemas do not tell about saying 2.1 in 2.0.1.

Every rule has its reason there. A rule that is asked for and missing stops the run; of one that
nothing asks for, the log tells.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from codegen.errors import CodegenError
from codegen.facts import entries, load_toml

_log = logging.getLogger(__name__)

OTHERS = "*"
"""Stands for all texts that are no value of the enumeration."""

_TABLES = frozenset({"values", "missing", "rounded", "cut", "added"})
_ROUNDING = frozenset({"up", "down", "nearest"})
_INSTEAD = "instead"
_LEAVE_OUT = "leave_out"
_REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Rule:
    """What to do with something that the older edition lacks: one of the three."""

    where: str
    """Place in the table, for messages."""
    instead: str | None = None
    leave_out: str | None = None
    """Type of the list element that goes."""


class NarrowingRules:
    """The table; remembers what it was asked for."""

    def __init__(self, path: Path) -> None:
        table = load_toml(path)
        self._file = path.name
        for name in table:
            if name not in _TABLES:
                raise CodegenError(f"{self._file}: {name} is not understood")
        self._values = self._read_values(table.get("values", []))
        self._missing = {
            place: _rule(entry, f"{self._file}: missing.{place}", {"reason"})
            for place, entry in self._entries(table, "missing").items()
        }
        self._rounded = self._read("rounded", table, "to")
        self._cut = self._read("cut", table)
        self._added = self._read("added", table, "value")
        for place, to in self._rounded.items():
            if to not in _ROUNDING:
                raise CodegenError(f"{self._file}: rounded.{place}: {to!r} is no way to round")
        self._used: set[str] = set()

    def value(self, enumeration: str, value: str, where: str) -> Rule:
        """What becomes of a value that the older enumeration lacks."""
        rule = self._values.get((enumeration, value))
        if rule is None:
            what = "any text" if value == OTHERS else value
            raise CodegenError(f"{where}: {self._file} has no rule for {what} of {enumeration}")
        self._used.add(rule.where)
        return rule

    def missing(self, place: str, where: str) -> Rule:
        """What becomes of a message in which a field is absent that the older edition requires."""
        rule = self._missing.get(place)
        if rule is None:
            raise CodegenError(f"{where}: required, and optional later: {self._file} has no rule")
        self._used.add(rule.where)
        return rule

    def rounded(self, place: str, where: str) -> str:
        """Which way a number goes to an integer."""
        return self._asked("rounded", self._rounded, place, where, "an integer, and a number later")

    def added(self, place: str, where: str) -> str:
        """The value of a field that the newer edition has added, and requires."""
        return self._asked("added", self._added, place, where, "required, and not there before")

    def may_cut(self, place: str) -> bool:
        """Whether a text that is too long is cut."""
        self._used.add(f"{self._file}: cut.{place}")
        return place in self._cut

    def finish(self) -> None:
        """Tell of rules that nothing has asked for."""
        rules = [*self._values.values(), *self._missing.values()]
        named = {"rounded": self._rounded, "cut": self._cut, "added": self._added}
        places = [f"{self._file}: {table}.{p}" for table, places in named.items() for p in places]
        for where in (*(rule.where for rule in rules), *places):
            if where not in self._used:
                _log.warning("%s: nothing needs this rule", where)

    def _asked(
        self, table: str, rules: Mapping[str, str], place: str, where: str, difference: str
    ) -> str:
        if place not in rules:
            raise CodegenError(f"{where}: {difference}: {self._file} has no rule")
        self._used.add(f"{self._file}: {table}.{place}")
        return rules[place]

    def _entries(self, table: Mapping[str, Any], name: str) -> dict[str, dict[str, Any]]:
        part = table.get(name, {})
        if not isinstance(part, dict):
            raise CodegenError(f"{self._file}: {name} is no table")
        return entries(cast("dict[str, Any]", part), f"{self._file}: {name}")

    def _read(self, name: str, table: Mapping[str, Any], key: str | None = None) -> dict[str, str]:
        """The entries of a table in which each has a reason, and a text under `key`."""
        keys = {"reason"} if key is None else {"reason", key}
        found: dict[str, str] = {}
        for place, entry in self._entries(table, name).items():
            _check_texts(entry, keys, f"{self._file}: {name}.{place}")
            found[place] = entry["reason" if key is None else key]
        return found

    def _read_values(self, groups: object) -> dict[tuple[str, str], Rule]:
        if not isinstance(groups, list):
            raise CodegenError(f"{self._file}: values is no list of tables")
        found: dict[tuple[str, str], Rule] = {}
        for index, group in enumerate(cast("list[object]", groups)):
            where = f"{self._file}: values[{index}]"
            if not isinstance(group, dict):
                raise CodegenError(f"{where}: is no table")
            entry = cast("dict[str, Any]", group)
            values = entry.get("values")
            if not _is_texts(values) or not isinstance(entry.get("type"), str):
                raise CodegenError(f"{where}: needs type and values")
            for value in cast("list[str]", values):
                key = (entry["type"], value)
                if key in found:
                    raise CodegenError(f"{where}: a second rule for {value} of {key[0]}")
                place = f"{where}: {value} of {key[0]}"
                found[key] = _rule(entry, place, {"type", "values", "reason"})
        return found


def _is_texts(value: object) -> bool:
    if not isinstance(value, list) or not value:
        return False
    return all(isinstance(item, str) for item in cast("list[object]", value))


def _check_texts(entry: Mapping[str, Any], keys: Collection[str], where: str) -> None:
    needed = " and ".join(sorted(keys))
    if set(entry) != set(keys) or not all(isinstance(text, str) for text in entry.values()):
        raise CodegenError(f"{where}: needs {needed}, as texts, and nothing else")
    if not entry["reason"]:
        raise CodegenError(f"{where}: must say why")


def _rule(entry: Mapping[str, Any], where: str, others: set[str]) -> Rule:
    chosen = set(entry) - others
    if not isinstance(entry.get("reason"), str) or not entry["reason"]:
        raise CodegenError(f"{where}: must say why")
    match [(name, entry[name]) for name in chosen]:
        case [(name, str(text))] if name == _INSTEAD:
            return Rule(where, instead=text)
        case [(name, str(text))] if name == _LEAVE_OUT:
            return Rule(where, leave_out=text)
        case [(name, True)] if name == _REFUSE:
            return Rule(where)
        case _:
            raise CodegenError(f"{where}: needs instead, leave_out or refuse = true")
