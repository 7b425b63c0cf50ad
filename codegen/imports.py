"""What the generated modules import, and so the names that nothing else in them may bear."""

from __future__ import annotations

from collections.abc import Mapping

IMPORTS: Mapping[str, tuple[str, ...]] = {
    "collections.abc": ("Mapping",),
    "enum": ("StrEnum",),
    "types": ("MappingProxyType",),
    "datetime": ("datetime",),
    "typing": ("Annotated", "Any", "ClassVar", "Final", "Protocol"),
    "pydantic": ("Field",),
    "pilotwire.ocpp.base": (
        "Action",
        "AnyJson",
        "CsmsRequest",
        "DataType",
        "Direction",
        "ExtensibleDataType",
        "Request",
        "Response",
        "ResponseClass",
        "Send",
        "StationRequest",
        "Text",
    ),
    "pilotwire.ocpp.scalars": (
        "Boolean",
        "Integer",
        "Number",
        "Sequence",
        "Tenths",
        "Timestamp",
        "Uri",
        "WholeNumber",
        "WireEnum",
    ),
    "pilotwire.ocpp.specs": (
        "BOOLEAN",
        "DATE_TIME",
        "DECIMAL",
        "IDENTIFIER",
        "INTEGER",
        "MEMBER_LIST",
        "OPTION_LIST",
        "PASSWORD",
        "SEQUENCE_LIST",
        "STRING",
        "Access",
        "ConfigurationKey",
        "Mutability",
        "Variable",
    ),
}

TAKEN = frozenset(
    {name for names in IMPORTS.values() for name in names}
    | {"ACTIONS", "ChargingStationHandler", "CsmsHandler"}  # what stands beside messages
    | {"False", "None", "True"}
)
"""No message and no type can have one of these names."""
