"""Values that the standard lists outside its schemas: security events, reason codes, units."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from codegen.errors import CodegenError, Findings
from codegen.facts import entries, version_table
from codegen.modules import NO_SECRETS, module
from codegen.names import Names
from codegen.tables import load_table

_log = logging.getLogger(__name__)

_CLASSES: Mapping[str, tuple[str, str]] = {
    "additional_info_types": ("AdditionalInfoKind", "Types of additional information on a token"),
    "additional_info_types_adhoc": (
        "PaymentInfoKind",
        "Types of additional information on a payment",
    ),
    "charginglimitsourceenumtype": ("ChargingLimitSource", "Sources of charging limits"),
    "components": ("ComponentName", "Standard components"),
    "connectorenumtype": ("ConnectorKind", "Types of connectors"),
    "idtokenenumtype": ("IdTokenKind", "Types of tokens"),
    "paymentbrand": ("PaymentBrand", "Brands of payment cards"),
    "paymentrecognition": ("PaymentRecognition", "Means of payment"),
    "reason_codes": ("ReasonCode", "Reasons in a status info"),
    "security_events": ("SecurityEvent", "Security events"),
    "signing_methods": ("SigningMethod", "Methods to sign meter values"),
    "units_of_measure": ("StandardUnit", "Units of measure"),
}
VALUE_COLUMNS: Mapping[str, str] = {
    "additional_info_types": "additionalinfo.type",
    "additional_info_types_adhoc": "additionalinfo.type",
    "components": "component",
    "paymentbrand": "paymentbrand",
    "paymentrecognition": "paymentrecognition",
    "reason_codes": "reason code",
    "security_events": "security event",
    "signing_methods": "signingmethod",
}
_OTHER_TABLES = frozenset({"variables", "variable_names"})


def standard_values_module(
    version: str, title: str, folders: list[Path], schemas: Path, names: Names
) -> str | None:
    """`standard_values`: an enumeration a table; None if there is none."""
    findings = Findings()
    values: dict[str, list[str]] = {}
    critical: list[str] = []
    for path in (path for folder in folders for path in sorted((folder / "tables").glob("*.csv"))):
        if path.stem in _OTHER_TABLES:
            continue
        with findings.collect():
            column = VALUE_COLUMNS.get(path.stem, "value")
            rows = load_table(path, column)
            values[path.stem] = list(dict.fromkeys(row[column] for row in rows if row[column]))
            critical += [row[column] for row in rows if row.get("critical", "").lower() == "yes"]
    for table, added in version_table(schemas / "values.toml", version).items():
        with findings.collect():
            _add(values.get(table, []), added, f"values.toml: {version}.{table}")
    own = entries(
        version_table(schemas / "security_events.toml", version), f"security_events.toml: {version}"
    )
    if own:
        values["security_events"] = list(own)
        critical = [name for name, facts in own.items() if facts.get("critical")]
    if not values:
        findings.finish()
        return None
    lines: list[str] = []
    exports: list[str] = []
    members: dict[str, Mapping[str, str]] = {}
    classes: dict[str, str] = {}
    for table in sorted(values):
        with findings.collect():
            name, doc = _CLASSES.get(table, (_class_of(table), f"Values of the table {table}"))
            name = names.variable(table, "", name)
            members[table] = names.members(table, values[table])
            lines += _enum(name, doc, members[table])
            exports.append(name)
            classes[table] = name
    findings.finish()
    if "security_events" in values:
        events = members["security_events"]
        kind = classes["security_events"]
        listed = ", ".join(f"{kind}.{events[name]}" for name in critical)
        lines += [
            f"CRITICAL_SECURITY_EVENTS: frozenset[{kind}] = frozenset({{{listed}}})",
            '"""Events that a station tells its CSMS of at once."""',
        ]
        exports.append("CRITICAL_SECURITY_EVENTS")
    body = NO_SECRETS + "\n".join(lines)
    return module(f"Values that {title} lists outside its schemas.", body, {}, exports)


def _add(values: list[str], added: Mapping[str, str], where: str) -> None:
    if not values:
        raise CodegenError(f"{where}: there is no such table")
    for value in added:
        if value in values:
            _log.warning("%s.%s: the table has it by now", where, value)
        else:
            values.append(value)


def _class_of(table: str) -> str:
    return "".join(part.capitalize() for part in table.split("_"))


def _enum(name: str, doc: str, members: Mapping[str, str]) -> list[str]:
    lines = [f"    {member} = {value!r}" for value, member in members.items()]
    return [f"class {name}(StrEnum):", f'    """{doc}."""', "", *lines, "", ""]
