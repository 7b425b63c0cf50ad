"""Configuration keys of 1.6 as typed specs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from codegen.errors import CodegenError, Findings
from codegen.facts import entries, version_table
from codegen.modules import module
from codegen.names import Names
from codegen.spec_limits import PYTHON, check_limits, limit_docs, limits

_KEY_TYPES = {
    "boolean": "BOOLEAN",
    "integer": "INTEGER",
    "string": "STRING",
    "password": "PASSWORD",
    "CSL": "SEQUENCE_LIST",
}
_ACCESS = {
    "R": "READ",
    "RW": "READ_WRITE",
    "W": "WRITE",
    "R or RW": "READ_OR_READ_WRITE",
}
_KEY_KEYS = frozenset(
    {"type", "access", "required", "profile", "unit", "min", "max", "values", "default", "section"}
)


def configuration_module(version: str, title: str, table: Path, names: Names) -> str | None:
    """`configuration`: a member a key, and the table of all; None for a version without keys."""
    keys = entries(version_table(table, version), f"{table.name}: {version}")
    if not keys:
        return None
    findings = Findings()
    lines = ["class Keys:", f'    """Standard configuration keys of {title}."""', ""]
    members: dict[str, str] = {}
    for name, entry in sorted(keys.items()):
        with findings.collect():
            members[name] = names.variable("Keys", name, name)
            lines += _key(name, members[name], entry, f"{table.name}: {version}.{name}")
    findings.finish()
    lines += [
        "",
        "",
        "KEYS: Mapping[str, ConfigurationKey[Any]] = MappingProxyType({",
        *(f'    "{name}": Keys.{member},' for name, member in members.items()),
        "})",
        '"""Every standard key by its name."""',
    ]
    return module(
        f"Standard configuration keys of {title}.", "\n".join(lines), {}, ["KEYS", "Keys"]
    )


def _key(name: str, member: str, entry: Mapping[str, Any], where: str) -> list[str]:
    if not set(entry) <= _KEY_KEYS or not {"type", "access", "profile", "section"} <= set(entry):
        raise CodegenError(f"{where}: needs type, access, profile and section")
    if str(entry["type"]) not in _KEY_TYPES or str(entry["access"]) not in _ACCESS:
        raise CodegenError(f"{where}: type or access is not understood")
    check_limits(entry, where)
    datatype = _KEY_TYPES[entry["type"]]
    arguments = [
        f'name="{name}"',
        f"datatype={datatype}",
        f"access=Access.{_ACCESS[entry['access']]}",
        f'profile="{entry["profile"]}"',
        *limits(entry, tuple(entry.get("values", ()))),
    ]
    if "unit" in entry:
        arguments.append(f'units=("{entry["unit"]}",)')
    if entry.get("required"):
        arguments.append("required=True")
    if "default" in entry:
        arguments.append(f"default={_default(entry['default'], datatype)}")
    annotation = f"ConfigurationKey[{PYTHON[datatype]}]"
    return [
        f"    {member}: Final[{annotation}] = ConfigurationKey({', '.join(arguments)})",
        f'    """{_key_doc(entry)}"""',
    ]


def _default(value: Any, datatype: str) -> str:
    return repr(tuple(value.split(","))) if datatype == "SEQUENCE_LIST" else repr(value)


def _key_doc(entry: Mapping[str, Any]) -> str:
    required = "Required" if entry.get("required") else "Optional"
    units = (str(entry["unit"]),) if "unit" in entry else ()
    limits = limit_docs(entry, _KEY_TYPES[entry["type"]], units)
    return " ".join([f"{required} of {entry['profile']} ({entry['section']}).", *limits])
