"""Small made-up sets of schemas to run the generator on."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

DRAFT4 = "http://json-schema.org/draft-04/schema#"
DRAFT6 = "http://json-schema.org/draft-06/schema#"
NAMING = '[words]\n[types.ocpp16]\n"LampRequest/mode" = "LampMode"\n'
ACTIONS = """
[v16]
Lamp = { sender = "csms", block = "Core", section = "0.0" }
"""


def lamp_request() -> dict[str, Any]:
    """A request of an action that OCPP does not have, with prose in every place."""
    return {
        "$schema": DRAFT4,
        "id": "urn:OCPP:1.6:2019:12:LampRequest",
        "title": "LampRequest",
        "description": "Prose.",
        "type": "object",
        "properties": {
            "level": {"type": "integer", "description": "Prose.", "javaType": "Level"},
            "mode": {"type": "string", "enum": ["On", "Off"], "additionalProperties": False},
            "description": {"type": "string", "maxLength": 10},
        },
        "additionalProperties": False,
        "required": ["level"],
    }


def lamp_response() -> dict[str, Any]:
    """Its answer."""
    return {
        "$schema": DRAFT4,
        "id": "urn:OCPP:1.6:2019:12:LampResponse",
        "type": "object",
        "properties": {},
        "additionalProperties": False,
    }


def newer(comment: str = "OCPP 2.0.1 FINAL", message: str = "LampRequest") -> dict[str, Any]:
    """A schema of an edition that is told by its comment."""
    return {
        "$schema": DRAFT6,
        "$id": f"urn:OCPP:Cp:2:2020:3:{message}",
        "comment": comment,
        "definitions": {
            "LampType": {
                "javaType": "Lamp",
                "type": "object",
                "additionalProperties": False,
                "properties": {"id": {"type": "integer"}},
            }
        },
        "type": "object",
        "additionalProperties": False,
        "properties": {"lamp": {"$ref": "#/definitions/LampType"}},
    }


def write(folder: Path, **schemas: dict[str, Any]) -> Path:
    """Put each schema into a file of its name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas.items():
        (folder / f"{name}.json").write_text(json.dumps(schema), encoding="utf-8")
    return folder


def prepared(root: Path, **schemas: dict[str, Any]) -> Path:
    """A `schemas/` folder that is ready to generate from."""
    chosen = schemas or {"LampRequest": lamp_request(), "LampResponse": lamp_response()}
    write(root / "ocpp16", **{name: _plain(schema) for name, schema in chosen.items()})
    security = {**lamp_response(), "$schema": DRAFT6, "$id": "urn:OCPP:Cp:1.6:2020:3:Bell.req"}
    write(root / "ocpp16-security", BellRequest=security, BellResponse=security)
    (root / "errata").mkdir(exist_ok=True)
    (root / "naming.toml").write_text(NAMING)
    bell = 'Bell = { sender = "station", block = "Security", section = "0.1" }\n'
    (root / "actions.toml").write_text(ACTIONS + bell)
    return root


def _plain(schema: Any) -> Any:
    """Without prose, as the importer leaves it."""
    if not isinstance(schema, dict):
        return schema
    return {
        key: {name: _plain(child) for name, child in value.items()}
        if key in {"properties", "definitions"}
        else _plain(value)
        for key, value in schema.items()
        if key not in {"title", "description", "javaType", "comment"}
    }


def source(files: Mapping[Path, bytes], package: str) -> str:
    """The text of all modules of a package of classes, such as `v16/messages`."""
    folder = Path("pilotwire/ocpp") / package
    return "\n".join(files[path].decode() for path in sorted(files) if path.parent == folder)
