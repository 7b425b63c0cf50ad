"""`schemas/actions.toml`: who sends which action, and where it belongs."""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from codegen.errors import CodegenError, Findings
from codegen.names import Names, check_plain

_log = logging.getLogger(__name__)

_SENDERS = {"station": (True, False), "csms": (False, True), "both": (True, True)}
_KEYS = {"sender", "block", "section", "transaction_related", "one_way"}


@dataclass(frozen=True, slots=True)
class ActionFacts:
    """What the specification says of one action, besides its schemas."""

    name: str
    from_station: bool
    from_csms: bool
    block: str
    section: str
    """Empty where nothing tells."""
    transaction_related: bool
    request: str
    response: str | None
    """None for a message that nothing answers."""
    handler: str
    """Name of the method that takes it."""


def load_toml(path: Path) -> dict[str, Any]:
    """A table of `schemas/`."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CodegenError(f"{path}: is missing") from error
    except ValueError as error:  # no TOML, or no UTF-8
        raise CodegenError(f"{path.name}: {error}") from error
    _check_texts(table, f"{path.name}: ")
    return table


def _check_texts(value: object, where: str) -> None:
    match value:
        case dict():
            for key, item in cast("dict[str, object]", value).items():
                check_plain(key, where.rstrip(".: "))
                _check_texts(item, f"{where}{key}.")
        case list():
            for item in cast("list[object]", value):
                _check_texts(item, where)
        case str():
            check_plain(value, where.rstrip(".: "))
        case _:
            pass


def version_table(path: Path, version: str) -> dict[str, Any]:
    """What a table that need not be there says of one version."""
    table: Any = load_toml(path).get(version, {}) if path.exists() else {}
    if not isinstance(table, dict):
        raise CodegenError(f"{path.name}: {version} is no table")
    return cast("dict[str, Any]", table)


def entries(table: Mapping[str, Any], where: str) -> dict[str, dict[str, Any]]:
    """The entries of a table, each of which must be a table itself."""
    for name, entry in table.items():
        if not isinstance(entry, dict):
            raise CodegenError(f"{where}.{name}: is no table")
    return dict(table)


def action_facts(
    version: str, table: dict[str, Any], messages: Mapping[str, str], names: Names
) -> list[ActionFacts]:
    """The actions of a version by name; `messages` are the classes by their names on the wire.

    A new edition can be tried out as it comes: of an action that the table does not know yet, both
    ends are taken for senders, and an entry without a schema is passed over; the log says so.
    """
    findings = Findings()
    facts: list[ActionFacts] = []
    known = entries(table, f"actions.toml: {version}")
    for name, entry in sorted({**_assumed(version, table, messages), **known}.items()):
        where = f"actions.toml: {version}.{name}"
        with findings.collect():
            _check_entry(entry, where)
            if not {name, f"{name}Request"} & set(messages):
                _log.warning("%s: there is no schema of %sRequest: passed over", where, name)
                continue
            facts.append(_action(name, entry, messages, names, where))
    findings.finish()
    claimed = {message for fact in facts for message in (fact.request, fact.response)}
    for message, name in sorted(messages.items()):
        if name not in claimed:
            findings.add(f"actions.toml: {version}: {message} answers no request")
    findings.finish()
    return facts


def _check_entry(entry: Mapping[str, Any], where: str) -> None:
    if not set(entry) <= _KEYS or not {"sender", "block", "section"} <= set(entry):
        raise CodegenError(f"{where}: needs sender, block and section")
    sender = str(entry["sender"])
    if sender not in _SENDERS:
        raise CodegenError(f"{where}: sender {sender!r} is none of the three")


def _action(
    name: str, entry: Mapping[str, Any], messages: Mapping[str, str], names: Names, where: str
) -> ActionFacts:
    # A message without an answer bears the name of its action, in 2.1.
    request = name if name in messages else f"{name}Request"
    answered = request != name and f"{name}Response" in messages
    if request != name and answered == entry.get("one_way", False):
        if answered:
            raise CodegenError(f"{where}: is one-way, and there is a schema of {name}Response")
        _log.warning("%s: there is no schema of %sResponse: nothing answers it", where, name)
    from_station, from_csms = _SENDERS[str(entry["sender"])]
    return ActionFacts(
        name=name,
        from_station=from_station,
        from_csms=from_csms,
        block=entry["block"],
        section=entry["section"],
        transaction_related=entry.get("transaction_related", False),
        request=messages[request],
        response=messages[f"{name}Response"] if answered else None,
        handler=names.method(name),
    )


def _assumed(version: str, table: dict[str, Any], messages: Mapping[str, str]) -> dict[str, Any]:
    asked = {name.removesuffix("Request") for name in messages if not name.endswith("Response")}
    new = asked - set(table)
    for name in sorted(new):
        _log.warning("actions.toml: %s does not know %s: taken as sent by both ends", version, name)
    return {name: {"sender": "both", "block": "unknown", "section": ""} for name in new}
