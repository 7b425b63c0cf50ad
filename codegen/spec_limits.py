"""What variables and configuration keys have in common: types, units and limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from codegen.errors import CodegenError

PYTHON = {
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
"""What the values of a datatype are in Python."""


def check_limits(entry: Mapping[str, Any], where: str) -> None:
    """Refuse limits that are no numbers."""
    for key in ("min", "max"):
        if not isinstance(entry.get(key, 0), (int, float)):
            raise CodegenError(f"{where}: {key} is no number")


def limits(entry: Mapping[str, Any], values: tuple[str, ...]) -> list[str]:
    """The arguments of a spec for what its values may be."""
    arguments = [f"values={values!r}"] if values else []
    if "min" in entry:
        arguments.append(f"minimum={entry['min']}")
    if "max" in entry:
        arguments.append(f"maximum={entry['max']}")
    return arguments


def limit_docs(entry: Mapping[str, Any], datatype: str, units: tuple[str, ...]) -> list[str]:
    """Unit and limits in words."""
    parts = [f"In {' or '.join(units)}."] if units else []
    what = " characters" if PYTHON[datatype] == "str" else ""
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
