"""Drafts: schemas, errata and tables of every version, checked and named; what models need.

All that is wrong is told in one report, before the models are made.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codegen.bundle import bundle
from codegen.conversion import Side, conversion_modules
from codegen.docs import Units
from codegen.editions import Version, read_versions
from codegen.errors import CodegenError, Findings
from codegen.facts import action_facts, load_toml, version_table
from codegen.models import Plan, plan_models
from codegen.modules import actions_module, handlers_module
from codegen.names import Names, Naming
from codegen.patch import Schemas, apply_errata, load_errata
from codegen.reading import checked, read_facts
from codegen.standard_values import standard_values_module
from codegen.variables import configuration_module, device_model_module

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Draft:
    """One version, ready for its models to be made."""

    version: Version
    plan: Plan
    modules: dict[str, str]
    """Source texts of the modules that need no models."""


def read_drafts(schemas: Path, findings: Findings) -> list[Draft]:
    """Every version that `actions.toml` has a table for; what is wrong goes into `findings`."""
    naming = load_toml(schemas / "naming.toml")
    table = load_toml(schemas / "actions.toml")
    versions = [version for version in read_versions(schemas) if version.name in table]
    known = {version.name for version in versions}
    for name in sorted(set(table) - known):
        findings.add(f"actions.toml: {name}: editions.toml has no such version")
    sets: dict[str, Schemas] = {}
    for name in (name for version in versions for name in version.sets):
        with findings.collect():
            sets[name] = read_schemas(schemas / name)
    if findings:  # nothing can be said of errata and tables of what could not be read
        return []
    with findings.collect():
        sets = apply_errata(sets, load_errata(schemas / "errata"))
    drafts: list[Draft] = []
    sides: dict[str, Side] = {}
    for version in versions:
        with findings.collect():
            draft = _draft(version, schemas, sets, naming, findings)
            drafts.append(draft)
            side = Side(version.name, version.title, version.sets[0], draft.plan.bundle)
            sides[version.name] = side
    for draft in drafts:
        wide = draft.version.narrows
        if wide in sides:
            with findings.collect():
                rules = schemas / str(draft.version.rules)
                own = sides[draft.version.name]
                draft.modules.update(conversion_modules(own, sides[wide], rules))
    return drafts


def read_schemas(folder: Path) -> Schemas:
    """The schemas of one set by message."""
    findings = Findings()
    schemas: Schemas = {}
    for path in sorted(folder.glob("*.json")):
        name = f"{folder.name}/{path.name}"
        with findings.collect():
            schema = checked(read_facts(name, path.read_bytes()), name)
            if "$schema" not in schema:
                raise CodegenError(f"{name}#/$schema: no draft, which tells what an integer is")
            schemas[path.stem] = schema
    findings.finish()
    if not schemas:
        raise CodegenError(f"{folder}: no schemas; import them first")
    return schemas


def _draft(
    version: Version,
    schemas: Path,
    sets: Mapping[str, Schemas],
    naming: Mapping[str, Any],
    findings: Findings,
) -> Draft:
    name, title = version.name, version.title
    folders = [schemas / set_name for set_name in version.sets]
    names = Names(Naming(naming.get("words", {})), name, naming.get("names", {}).get(name, {}))
    joined = bundle({each: sets[each] for each in version.sets}, naming.get("types", {}), names)
    modules: dict[str, str | None] = {}
    with findings.collect():
        keys = schemas / "configuration.toml"
        modules["configuration"] = configuration_module(name, title, keys, names)
    with findings.collect():
        table = schemas / "variables.toml"
        modules["device_model"] = device_model_module(name, title, folders, table, joined, names)
    with findings.collect():
        values = standard_values_module(name, title, folders, schemas, names)
        modules["standard_values"] = values
    facts = version_table(schemas / "actions.toml", name)
    actions = action_facts(name, facts, joined.classes, names)
    modules["actions"] = actions_module(name, title, actions)
    modules["handlers"] = handlers_module(name, title, actions)
    units = Units(name, version_table(schemas / "units.toml", name))
    plan = plan_models(joined, actions, names, naming.get("secrets", {}), units)
    units.finish()
    for place in names.unused():
        _log.warning("%s: there is no such thing to name", place)
    written = {module: text for module, text in modules.items() if text is not None}
    return Draft(version, plan, written)
