"""`schemas/actions.toml`: who sends which action, and where it belongs."""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from codegen.errors import CodegenError
from codegen.names import check_plain

_log = logging.getLogger(__name__)

_SENDERS = {"station": (True, False), "csms": (False, True), "both": (True, True)}
_KEYS = {"sender", "block", "section", "transaction_related"}


@dataclass(frozen=True, slots=True)
class ActionFacts:
    """What the specification says of one action, besides its schemas."""

    name: str
    from_station: bool
    from_csms: bool
    block: str
    transaction_related: bool
    request: str
    response: str | None
    """None for a message that nothing answers."""


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


def action_facts(version: str, table: dict[str, Any], messages: set[str]) -> list[ActionFacts]:
    """The actions of a version by name.

    Of an action that the table does not know yet, and no schema says who sends it, both ends are
    taken for senders, and the log says so: a new edition can be tried out as it comes.
    """
    facts: list[ActionFacts] = []
    unclaimed = set(messages)
    known = entries(table, f"actions.toml: {version}")
    for name, entry in sorted({**_assumed(version, table, messages), **known}.items()):
        where = f"actions.toml: {version}.{name}"
        if not set(entry) <= _KEYS or not {"sender", "block", "section"} <= set(entry):
            raise CodegenError(f"{where}: needs sender, block and section")
        sender = str(entry["sender"])
        if sender not in _SENDERS:
            raise CodegenError(f"{where}: sender {sender!r} is none of the three")
        # A message without an answer bears the name of its action.
        answered = name not in messages
        request = f"{name}Request" if answered else name
        response = f"{name}Response" if answered else None
        for message in filter(None, (request, response)):
            if message not in messages:
                raise CodegenError(f"{where}: there is no schema of {message}")
            unclaimed.discard(message)
        from_station, from_csms = _SENDERS[sender]
        facts.append(
            ActionFacts(
                name=name,
                from_station=from_station,
                from_csms=from_csms,
                block=entry["block"],
                transaction_related=entry.get("transaction_related", False),
                request=request,
                response=response,
            )
        )
    if unclaimed:
        raise CodegenError(f"actions.toml: {version} does not know {min(unclaimed)}")
    return facts


def _assumed(version: str, table: dict[str, Any], messages: set[str]) -> dict[str, Any]:
    answered = {name.removesuffix("Response") for name in messages if name.endswith("Response")}
    new = {name for name in answered if f"{name}Request" in messages} - set(table)
    for name in sorted(new):
        _log.warning("actions.toml: %s does not know %s: taken as sent by both ends", version, name)
    return {name: {"sender": "both", "block": "unknown", "section": "unknown"} for name in new}
