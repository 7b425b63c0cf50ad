"""What the generated modules import, and so the names that nothing else in them may bear."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.support import scalars, specs

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
    "pilotwire.ocpp.scalars": tuple(scalars.__all__),
    "pilotwire.ocpp.specs": tuple(specs.__all__),
}

TAKEN = frozenset(
    {name for names in IMPORTS.values() for name in names}
    | {"ACTIONS", "ChargingStationHandler", "CsmsHandler"}  # what stands beside messages
    | {"False", "None", "True"}
)
"""No message and no type can have one of these names."""
