"""Values that the standard lists outside its schemas: security events, reason codes, units."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from codegen.errors import CodegenError
from codegen.facts import entries, version_table
from codegen.modules import NO_SECRETS, module
from codegen.names import Naming
from codegen.tables import load_table

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
_VALUE_COLUMNS: Mapping[str, str] = {
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
    version: str, title: str, folders: list[Path], schemas: Path, naming: Naming
) -> str | None:
    """`standard_values`: an enumeration a table; None if there is none."""
    values: dict[str, list[str]] = {}
    critical: list[str] = []
    for folder in folders:
        for path in sorted((folder / "tables").glob("*.csv")):
            if path.stem in _OTHER_TABLES:
                continue
            if path.stem not in _CLASSES:
                raise CodegenError(f"{path}: no name for the enumeration of this table")
            column = _VALUE_COLUMNS.get(path.stem, "value")
            rows = load_table(path, column)
            values[path.stem] = [row[column] for row in rows if row[column]]
            critical += [row[column] for row in rows if row.get("critical", "").lower() == "yes"]
    for table, added in version_table(schemas / "values.toml", version).items():
        _add(values.setdefault(table, []), added, f"values.toml: {version}.{table}")
    own = entries(
        version_table(schemas / "security_events.toml", version), f"security_events.toml: {version}"
    )
    if own:
        values["security_events"] = list(own)
        critical = [name for name, facts in own.items() if facts.get("critical")]
    if not values:
        return None
    lines = [line for table in sorted(values) for line in _enum(table, values[table], naming)]
    exports = [_CLASSES[table][0] for table in values]
    if "security_events" in values:
        members = ", ".join(f"SecurityEvent.{naming.constant(name)}" for name in critical)
        lines += [
            f"CRITICAL_SECURITY_EVENTS: frozenset[SecurityEvent] = frozenset({{{members}}})",
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
            raise CodegenError(f"{where}.{value}: the table has it by now")
        values.append(value)


def _enum(table: str, values: list[str], naming: Naming) -> list[str]:
    name, doc = _CLASSES[table]
    members: dict[str, str] = {}
    for value in values:
        member = naming.constant(value)
        if members.setdefault(member, value) != value:
            raise CodegenError(f"{table}.csv: {value} and {members[member]} get one name")
    lines = [f'    {member} = "{value}"' for member, value in members.items()]
    return [f"class {name}(StrEnum):", f'    """{doc}."""', "", *lines, "", ""]
