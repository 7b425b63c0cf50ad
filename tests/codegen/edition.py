"""An invented next edition of 2.0.1: the repository's schemas, changed as a publisher would."""

import json
from pathlib import Path
from typing import Any

Schema = dict[str, Any]

PUBLISHED = Path(__file__).parents[2] / "schemas/ocpp201"


def publish_next(folder: Path) -> Path:
    """Write the edition into `folder`, with prose as official files have it."""
    schemas = {path.stem: json.loads(path.read_text("utf-8")) for path in PUBLISHED.glob("*.json")}
    for schema in schemas.values():
        _change(schema)
    schemas["BootNotificationRequest"]["properties"]["bootCount"] = {"type": "integer"}
    schemas["BootNotificationRequest"]["required"].append("bootCount")
    schemas["HeartbeatRequest"]["properties"]["uptime"] = {"type": "integer", "minimum": 0}
    del schemas["NotifyReportRequest"]["properties"]["tbc"]
    schemas |= {f"SoundHorn{kind}": _horn(kind) for kind in ("Request", "Response")}
    folder.mkdir()
    for name, schema in schemas.items():
        official = {"comment": "OCPP 2.0.1 invented", "description": "Prose.", **schema}
        (folder / f"{name}.json").write_text(json.dumps(official, indent=2), encoding="utf-8")
    return folder


def _change(schema: Schema) -> None:
    """What several messages share."""
    definitions = schema.get("definitions", {})
    if "IdTokenType" in definitions:
        definitions["IdTokenType"]["properties"]["idToken"]["maxLength"] = 20
    if "ResetEnumType" in definitions:
        definitions["ResetEnumType"]["enum"].append("Overnight")


def _horn(kind: str) -> Schema:
    seconds = {"seconds": {"type": "integer", "minimum": 1}}
    return {
        "$schema": "http://json-schema.org/draft-06/schema#",
        "$id": f"urn:OCPP:Cp:2:2027:1:SoundHorn{kind}",
        "type": "object",
        "additionalProperties": False,
        "properties": seconds if kind == "Request" else {},
    }
