"""Standard variables (2.x) and configuration keys (1.6) as typed specs."""

from __future__ import annotations

import keyword
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, TypeAlias

from codegen.bundle import Bundle
from codegen.errors import CodegenError, Findings
from codegen.facts import entries, version_table
from codegen.modules import module
from codegen.names import Names
from codegen.tables import load_table

_log = logging.getLogger(__name__)

_GENERIC = "<generic>"
_ENUM = "enum:"
_DATATYPES = {
    "string": "STRING",
    "identifierstring": "IDENTIFIER",
    "passwordstring": "PASSWORD",
    "integer": "INTEGER",
    "decimal": "DECIMAL",
    "boolean": "BOOLEAN",
    "datetime": "DATE_TIME",
    "optionlist": "OPTION_LIST",
    "sequencelist": "SEQUENCE_LIST",
    "memberlist": "MEMBER_LIST",
}
_PYTHON = {
    "STRING": "str",
    "IDENTIFIER": "str",
    "PASSWORD": "str",
    "INTEGER": "int",
    "DECIMAL": "float",
    "BOOLEAN": "bool",
    "DATE_TIME": "datetime",
    "OPTION_LIST": "str",
    "SEQUENCE_LIST": "tuple[str, ...]",
    "MEMBER_LIST": "tuple[str, ...]",
}
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
_MUTABILITY = {
    "ReadOnly": "READ_ONLY",
    "ReadWrite": "READ_WRITE",
    "WriteOnly": "WRITE_ONLY",
}
_Key: TypeAlias = tuple[str, str, str]
"""Component, name and instance."""
_COLUMNS = ("specific component", "variable", "instance")
_NEAR = 0.9
"""Likeness of names that are one: `ACCurrent` and `DCCurrent` have less."""
_CHOICE = "ReadOnly or ReadWrite"
"""Left to the station: the spec says nothing."""
_EXTRA_KEYS = frozenset(
    {
        "datatype",
        "required",
        "mutability",
        "unit",
        "min",
        "max",
        "values",
        "instances",
        "replaces",
        "section",
    }
)
_KEY_KEYS = frozenset(
    {"type", "access", "required", "profile", "unit", "min", "max", "values", "default", "section"}
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One variable, out of the official table and our own."""

    component: str
    name: str
    instance: str
    required: bool
    datatype: str
    """Constant in `pilotwire.ocpp.specs`."""
    units: tuple[str, ...]
    extra: Mapping[str, Any]

    @property
    def free(self) -> str | None:
        """What the instances stand for, where the station names them."""
        if "instances" in self.extra:
            return str(self.extra["instances"]).strip("<>")
        if re.fullmatch(r"\w*", self.instance):
            return None
        return self.instance.strip("<>")

    @property
    def key(self) -> _Key:
        """What tells it apart."""
        return self.component, self.name, self.instance

    @property
    def member(self) -> str:
        """Name in Python, unless naming.toml has another."""
        parts = [self.name] if self.free or not self.instance else [self.name, self.instance]
        return _identifier("_".join(parts))


def device_model_module(
    version: str, title: str, folders: list[Path], table: Path, bundle: Bundle, names: Names
) -> str | None:
    """`device_model`: a class a component, a member a variable, and the tables of all of them.

    None for a version without a table of standard variables.
    """
    paths = [path for folder in folders if (path := folder / "tables" / "variables.csv").exists()]
    if not paths:
        return None
    extras = entries(version_table(table, version), f"{table.name}: {version}")
    rows = _rows(paths[0], extras, f"{table.name}: {version}")
    findings = Findings()
    components: dict[str, list[_Row]] = {}
    for row in rows:
        components.setdefault(row.component, []).append(row)
    classes = {"": "AnyComponent"}
    members: dict[_Key, str] = {}
    lines: list[str] = []
    for component in sorted(components, key=lambda name: (name == _GENERIC, name)):
        with findings.collect():
            own = "" if component == _GENERIC else component
            if own:
                classes[own] = names.variable(own, "", _identifier(own))
            members |= _members(component, components[component], names)
            lines += _component(classes[own], own or "*", components[component], members, bundle)
    findings.finish()
    if _GENERIC not in components:
        lines += _component("AnyComponent", "*", [], members, bundle)
    generic = components.pop(_GENERIC, [])
    lines += _table(
        "VARIABLES",
        "Every standard variable of a component by component, name and instance.",
        [
            (classes[row.component], members[row.key], row)
            for rows in components.values()
            for row in rows
        ],
    )
    lines += _table(
        "GENERIC_VARIABLES",
        "Variables that any component may have, by `*`, name and instance.",
        [("AnyComponent", members[row.key], row) for row in generic],
    )
    exports = [*classes.values(), "VARIABLES", "GENERIC_VARIABLES"]
    return module(
        f"Standard variables of the device model of {title}.", "\n".join(lines), {}, exports
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
    if entry["type"] not in _KEY_TYPES or entry["access"] not in _ACCESS:
        raise CodegenError(f"{where}: type or access is not understood")
    _check_limits(entry, where)
    datatype = _KEY_TYPES[entry["type"]]
    arguments = [
        f'name="{name}"',
        f"datatype={datatype}",
        f"access=Access.{_ACCESS[entry['access']]}",
        f'profile="{entry["profile"]}"',
        *_limits(entry, tuple(entry.get("values", ()))),
    ]
    if "unit" in entry:
        arguments.append(f'units=("{entry["unit"]}",)')
    if entry.get("required"):
        arguments.append("required=True")
    if "default" in entry:
        arguments.append(f"default={_default(entry['default'], datatype)}")
    annotation = f"ConfigurationKey[{_PYTHON[datatype]}]"
    return [
        f"    {member}: Final[{annotation}] = ConfigurationKey({', '.join(arguments)})",
        f'    """{_key_doc(entry)}"""',
    ]


def _rows(path: Path, extras: Mapping[str, Any], where: str) -> list[_Row]:
    findings = Findings()
    unused = dict(extras)
    replaced = {name: key for key, extra in extras.items() for name in extra.get("replaces", ())}
    gone = set(replaced)
    lines: dict[str, list[dict[str, str]]] = {}
    for line in load_table(path, *_COLUMNS):
        key = ".".join(part for part in (line[column] for column in _COLUMNS) if part)
        gone.discard(key)
        if key not in replaced:
            lines.setdefault(key, []).append(line)
    for name in sorted(gone):
        _log.warning("%s.%s: replaces %s, which is in no table", where, replaced[name], name)
    for key in [key for key, extra in unused.items() if key not in lines and not _is_whole(extra)]:
        extra = unused.pop(key)
        now = _renamed(key, set(lines) - set(extras))
        if now is None:
            _log.warning("%s.%s: is in no table, and has no datatype: passed over", where, key)
        else:
            _log.warning("%s.%s: is in no table: taken for %s", where, key, now)
            unused[now] = extra
    rows: dict[_Key, _Row] = {}
    for key, alike in lines.items():
        extra = unused.pop(key, {})
        for line in alike:
            with findings.collect():
                component, name, instance = (line[column] for column in _COLUMNS)
                row = _row(component, name, instance, extra, f"{where}.{key}", line)
                if rows.setdefault(row.key, row) != row:
                    raise CodegenError(f"{path.name}: {key} stands twice with different facts")
    for key, extra in unused.items():
        with findings.collect():
            component, name, instance, *_ = [*key.split(".", 2), "", ""]
            row = _row(component, name, instance, extra, f"{where}.{key}", {})
            rows[row.key] = row
    findings.finish()
    return sorted(rows.values(), key=lambda row: row.key)


def _is_whole(extra: Mapping[str, Any]) -> bool:
    """Whether an entry can stand without a row of the table."""
    return "datatype" in extra


def _renamed(key: str, others: set[str]) -> str | None:
    """The row that seems to be this one in a new edition: little more differs than the spelling."""
    component, _, name = key.partition(".")
    near = [
        other
        for other in sorted(others)
        if _squeezed(other) == _squeezed(key)
        or (
            other.partition(".")[0] == component
            and SequenceMatcher(None, other.partition(".")[2], name).ratio() > _NEAR
        )
    ]
    return near[0] if len(near) == 1 else None


def _squeezed(key: str) -> str:
    return re.sub(r"[^a-z0-9]", "", key.lower())


def _row(
    component: str,
    name: str,
    instance: str,
    extra: Mapping[str, Any],
    where: str,
    line: Mapping[str, str],
) -> _Row:
    if not set(extra) <= _EXTRA_KEYS:
        raise CodegenError(f"{where}: {min(set(extra) - _EXTRA_KEYS)} is not understood")
    _check_limits(extra, where)
    datatype = str(extra.get("datatype", line.get("datatype", "")))
    if datatype.lower() not in _DATATYPES:
        raise CodegenError(f"{where}: datatype {datatype!r} is not understood")
    if extra.get("mutability", _CHOICE) not in {*_MUTABILITY, _CHOICE}:
        raise CodegenError(f"{where}: mutability {extra['mutability']!r} is not understood")
    units = str(extra.get("unit", line.get("unit", "")))
    return _Row(
        component=component,
        name=name,
        instance=instance,
        required=extra.get("required", line.get("required?") == "yes"),
        datatype=_DATATYPES[datatype.lower()],
        units=tuple(unit.strip() for unit in units.split(",") if unit.strip()),
        extra=extra,
    )


def _members(component: str, rows: list[_Row], names: Names) -> dict[_Key, str]:
    """The names of a component's variables in Python."""
    findings = Findings()
    members: dict[_Key, str] = {}
    for row in rows:
        with findings.collect():
            name = ".".join(part for part in (row.name, row.instance) if part)
            member = names.variable(component, name, row.member)
            if member in members.values():
                place = names.place(f"{component}/{name}")
                raise CodegenError(f"{place}: two variables of {component} get the name {member}")
            members[row.key] = member
    findings.finish()
    return members


def _component(
    class_name: str,
    component: str,
    rows: list[_Row],
    members: Mapping[_Key, str],
    bundle: Bundle,
) -> list[str]:
    doc = f"Variables of {component}." if component != "*" else "Variables of no certain component."
    lines = [f"class {class_name}:", f'    """{doc}"""', ""]
    for row in rows:
        arguments = [
            f'component="{component}"',
            f'name="{row.name}"',
            f"datatype={row.datatype}",
            *_limits(row.extra, _values(row, bundle)),
        ]
        if row.free is not None:
            arguments.append(f'instances="{row.free}"')
        elif row.instance:
            arguments.append(f'instance="{row.instance}"')
        if row.required:
            arguments.append("required=True")
        if row.units:
            arguments.append(f"units={row.units!r}")
        if row.extra.get("mutability", _CHOICE) != _CHOICE:
            arguments.append(f"mutability=Mutability.{_MUTABILITY[row.extra['mutability']]}")
        annotation = f"Variable[{_PYTHON[row.datatype]}]"
        lines.append(
            f"    {members[row.key]}: Final[{annotation}] = Variable({', '.join(arguments)})"
        )
        lines.append(f'    """{_variable_doc(row)}"""')
    return [*lines, "", ""]


def _table(name: str, doc: str, rows: list[tuple[str, str, _Row]]) -> list[str]:
    entries = [
        (
            replace(row, component="*" if owner == "AnyComponent" else row.component),
            f"{owner}.{member}",
        )
        for owner, member, row in rows
    ]
    return [
        f"{name}: Mapping[tuple[str, str, str | None], Variable[Any]] = MappingProxyType({{",
        *(
            f'("{row.component}", "{row.name}", {_instance(row)}): {member},'
            for row, member in sorted(entries, key=lambda entry: entry[1])
        ),
        "})",
        f'"""{doc} Where the station names the instances, the instance here is None."""',
        "",
    ]


def _instance(row: _Row) -> str:
    return "None" if row.free or not row.instance else f'"{row.instance}"'


def _values(row: _Row, bundle: Bundle) -> tuple[str, ...]:
    values = row.extra.get("values", ())
    if not isinstance(values, str):
        return tuple(values)
    name = values.removeprefix(_ENUM)
    if "enum" not in bundle.types.get(name, {}):
        raise CodegenError(f"variables.toml: {row.component}.{row.name}: no enumeration {name}")
    return tuple(bundle.types[name]["enum"])


def _check_limits(entry: Mapping[str, Any], where: str) -> None:
    for key in ("min", "max"):
        if not isinstance(entry.get(key, 0), (int, float)):
            raise CodegenError(f"{where}: {key} is no number")


def _limits(entry: Mapping[str, Any], values: tuple[str, ...]) -> list[str]:
    arguments = [f"values={values!r}"] if values else []
    if "min" in entry:
        arguments.append(f"minimum={entry['min']}")
    if "max" in entry:
        arguments.append(f"maximum={entry['max']}")
    return arguments


def _default(value: Any, datatype: str) -> str:
    return repr(tuple(value.split(","))) if datatype == "SEQUENCE_LIST" else repr(value)


def _variable_doc(row: _Row) -> str:
    parts = ["Required" if row.required else "Optional"]
    if "section" in row.extra:
        parts.append(f"({row.extra['section']})")
    return " ".join([f"{' '.join(parts)}.", *_limit_docs(row.extra, row.datatype, row.units)])


def _key_doc(entry: Mapping[str, Any]) -> str:
    required = "Required" if entry.get("required") else "Optional"
    units = (str(entry["unit"]),) if "unit" in entry else ()
    limits = _limit_docs(entry, _KEY_TYPES[entry["type"]], units)
    return " ".join([f"{required} of {entry['profile']} ({entry['section']}).", *limits])


def _limit_docs(entry: Mapping[str, Any], datatype: str, units: tuple[str, ...]) -> list[str]:
    parts = [f"In {' or '.join(units)}."] if units else []
    what = " characters" if _PYTHON[datatype] == "str" else ""
    match entry:
        case {"min": low, "max": high}:
            parts.append(f"{low} to {high}{what}.")
        case {"min": low}:
            parts.append(f"At least {low}{what}.")
        case {"max": high}:
            parts.append(f"At most {high}{what}.")
        case _:
            pass
    return parts


def _identifier(text: str) -> str:
    name = re.sub(r"\W+", "_", text).strip("_")
    if not name or name[0].isdigit():
        name = f"_{name}"
    return f"{name}_" if keyword.iskeyword(name) else name
