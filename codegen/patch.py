"""Errata: corrections of the official schemas, as JSON Patch with a reason and a source each.

What an edition has by now needs no correction any more: the log says so. A patch that fits no more
stops the run, so that it is looked at again instead of lost.
"""

from __future__ import annotations

import copy
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import jsonpatch  # pyright: ignore[reportMissingTypeStubs]  # it has no types
import jsonpointer  # pyright: ignore[reportMissingTypeStubs]  # it has no types

from codegen.errors import CodegenError, Findings
from codegen.reading import checked

_log = logging.getLogger(__name__)

Schemas = dict[str, dict[str, Any]]
"""The schemas of one set by message."""

# Neither library says anything of its types.
_apply_patch: Callable[[Any, Any], Any] = jsonpatch.apply_patch  # pyright: ignore[reportUnknownMemberType]  # it has no types
_resolve: Callable[[Any, str], Any] = jsonpointer.resolve_pointer  # pyright: ignore[reportUnknownMemberType]  # it has no types

_ENTRY_KEYS = {"schema", "reason", "source", "patch"}


@dataclass(frozen=True, slots=True)
class Erratum:
    """One correction of one schema."""

    where: str
    """File and place of the erratum, for messages."""
    schema: str
    """`set/Message.json`."""
    operations: list[dict[str, Any]]


def load_errata(folder: Path) -> list[Erratum]:
    """Every erratum of a folder, in the order of the files' names."""
    findings = Findings()
    errata: list[Erratum] = []
    for path in sorted(folder.glob("*.json")):
        try:
            entries: Any = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            findings.add(f"{path.name}: not JSON: {error}")
            continue
        if not isinstance(entries, list):
            findings.add(f"{path.name}#: not a list of errata")
            continue
        for index, entry in enumerate(cast("list[object]", entries)):
            with findings.collect():
                errata.append(_erratum(entry, f"{path.name}#/{index}"))
    findings.finish()
    return errata


def apply_errata(sets: dict[str, Schemas], errata: list[Erratum]) -> dict[str, Schemas]:
    """The schemas with all corrections; the input stays as it is.

    Raises CodegenError with every correction that does not fit. What an edition has by now is told
    in the log and passed over.
    """
    findings = Findings()
    patched = copy.deepcopy(sets)
    for erratum in errata:
        set_name, _, file_name = erratum.schema.partition("/")
        message = file_name.removesuffix(".json")
        schema = patched.get(set_name, {}).get(message)
        if schema is None:
            findings.add(f"{erratum.where}: no schema {erratum.schema}")
            continue
        with findings.collect():
            schema = _corrected(schema, erratum)
            patched[set_name][message] = checked(schema, f"{erratum.where}: {erratum.schema}")
    findings.finish()
    return patched


def _corrected(schema: dict[str, Any], erratum: Erratum) -> dict[str, Any]:
    """One erratum applied, but for what of it the schema has already."""
    changes = [operation for operation in erratum.operations if operation.get("op") != "test"]
    done = [operation for operation in changes if _is_done(schema, operation)]
    for operation in done:
        _log.warning(
            "%s: %s has it by now: %s %s",
            *(erratum.where, erratum.schema, operation["op"], operation["path"]),
        )
    if len(done) == len(changes) and changes:
        return schema
    for index, operation in enumerate(erratum.operations):
        if operation not in done:
            placed = _placed(schema, operation)
            schema = _apply(schema, placed, f"{erratum.where}/patch/{index}")
    return schema


def _placed(schema: dict[str, Any], operation: dict[str, Any]) -> dict[str, Any]:
    """The operation where its value stands now: an enumeration's order says nothing."""
    parent_path, _, last = str(operation.get("path", "")).rpartition("/")
    if not parent_path.endswith("/enum") or not last.isdecimal():
        return operation
    try:
        values = _resolve(schema, parent_path)
    except jsonpointer.JsonPointerException:
        return operation
    match operation.get("op"):
        case "test" if operation.get("value") in values:
            return {**operation, "path": f"{parent_path}/{values.index(operation['value'])}"}
        case "add" if int(last) > len(values):
            return {**operation, "path": f"{parent_path}/-"}
        case _:
            return operation


def _is_done(schema: dict[str, Any], operation: dict[str, Any]) -> bool:
    """Whether the schema is what the operation would make of it."""
    path = operation.get("path", "")
    if not isinstance(path, str) or not path:
        return False
    parent_path, _, last = path.rpartition("/")
    try:
        parent = _resolve(schema, parent_path)
    except jsonpointer.JsonPointerException:
        return False
    members = cast("dict[str, Any]", parent) if isinstance(parent, dict) else None
    here = members is not None and _unescaped(last) in members
    match operation.get("op"):
        case "add" if isinstance(parent, list):  # a value of an enumeration: order says nothing
            return operation.get("value") in parent
        case "add" | "replace":
            return here and (members or {})[_unescaped(last)] == operation.get("value")
        case "remove":
            return members is not None and not here
        case _:
            return False


def _unescaped(key: str) -> str:
    return key.replace("~1", "/").replace("~0", "~")


def _erratum(entry: Any, where: str) -> Erratum:
    if not isinstance(entry, dict) or set(cast("dict[str, Any]", entry)) != _ENTRY_KEYS:
        raise CodegenError(f"{where}: an erratum has {', '.join(sorted(_ENTRY_KEYS))}")
    facts = cast("dict[str, Any]", entry)
    if not facts["reason"] or not facts["source"]:
        raise CodegenError(f"{where}: must say why and where from")
    operations: Any = facts["patch"]
    if not isinstance(operations, list) or not all(
        isinstance(operation, dict) for operation in cast("list[object]", operations)
    ):
        raise CodegenError(f"{where}/patch: not a list of operations")
    for index, operation in enumerate(cast("list[dict[str, Any]]", operations)):
        if not all(isinstance(operation.get(key), str) for key in ("op", "path")):
            raise CodegenError(f"{where}/patch/{index}: needs op and path, as texts")
    if not isinstance(facts["schema"], str):
        raise CodegenError(f"{where}/schema: not the name of a schema")
    return Erratum(where, facts["schema"], facts["patch"])


def _apply(schema: dict[str, Any], operation: dict[str, Any], where: str) -> dict[str, Any]:
    try:
        if operation.get("op") == "add":
            _must_be_new(schema, operation["path"], where)
        result = cast("dict[str, Any]", _apply_patch(schema, [operation]))
    except (
        jsonpatch.JsonPatchException,
        jsonpointer.JsonPointerException,
        KeyError,
        TypeError,
    ) as error:
        raise CodegenError(f"{where}: no longer applies: {error}") from error
    if result == schema and operation["op"] != "test":
        raise CodegenError(f"{where}: no longer applies: it changes nothing")
    return result


def _must_be_new(schema: dict[str, Any], path: str, where: str) -> None:
    # JSON Patch lets "add" overwrite a member; here that would hide that the schema has it by now.
    parent_path, _, last = path.rpartition("/")
    parent = _resolve(schema, parent_path)
    if isinstance(parent, dict) and last in parent:
        old = json.dumps(cast("dict[str, Any]", parent)[last])
        raise CodegenError(f"{where}: no longer applies: {path} is there already, as {old}")
