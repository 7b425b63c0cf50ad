"""Errata: corrections of the official schemas, as JSON Patch with a reason and a source each.

A patch that no longer does anything means that the schema has changed under it; that stops the run,
so that a correction is looked at again instead of lost.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import jsonpatch  # pyright: ignore[reportMissingTypeStubs]
import jsonpointer  # pyright: ignore[reportMissingTypeStubs]

from codegen.errors import CodegenError
from codegen.reading import checked

Schemas = dict[str, dict[str, Any]]
"""The schemas of one set by message."""

# Neither library says anything of its types.
_apply_patch: Callable[[Any, Any], Any] = jsonpatch.apply_patch  # pyright: ignore[reportUnknownMemberType]
_resolve: Callable[[Any, str], Any] = jsonpointer.resolve_pointer  # pyright: ignore[reportUnknownMemberType]

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
    errata: list[Erratum] = []
    for path in sorted(folder.glob("*.json")):
        try:
            entries: Any = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise CodegenError(f"{path.name}: not JSON: {error}") from error
        if not isinstance(entries, list):
            raise CodegenError(f"{path.name}#: not a list of errata")
        errata += [
            _erratum(entry, f"{path.name}#/{index}")
            for index, entry in enumerate(cast("list[object]", entries))
        ]
    return errata


def apply_errata(sets: dict[str, Schemas], errata: list[Erratum]) -> dict[str, Schemas]:
    """The schemas with all corrections; the input stays as it is."""
    patched = copy.deepcopy(sets)
    for erratum in errata:
        set_name, _, file_name = erratum.schema.partition("/")
        message = file_name.removesuffix(".json")
        if message not in patched.get(set_name, {}):
            raise CodegenError(f"{erratum.where}: no schema {erratum.schema}")
        schema = patched[set_name][message]
        for index, operation in enumerate(erratum.operations):
            schema = _apply(schema, operation, f"{erratum.where}/patch/{index}")
        patched[set_name][message] = checked(schema, f"{erratum.where}: {erratum.schema}")
    return patched


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
        raise CodegenError(f"{where}: no longer applies: {path} is there already")
