"""A CSMS within the process, and stations for it that say exactly what a test wants."""

import asyncio
import json
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from pilotwire.connection import OcppVersion
from pilotwire.csms import Csms
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Action, Direction, Request
from pilotwire.ocpp.v16.actions import ACTIONS as ACTIONS_16
from pilotwire.ocpp.v21.actions import ACTIONS as ACTIONS_21
from pilotwire.ocpp.v201.actions import ACTIONS as ACTIONS_201
from pilotwire.rpc import Handlers, Peer, message_ids
from tests.support.memory_link import memory_link

ROOT = Path(__file__).parents[3]
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)

WORDS: Mapping[str, Any] = {"1.6": v16, "2.0.1": v201, "2.1": v21}
"""The messages of each version, by the names that are the same in all of 2.x."""
ACTIONS: Mapping[str, Mapping[str, Action]] = {
    "1.6": ACTIONS_16,
    "2.0.1": ACTIONS_201,
    "2.1": ACTIONS_21,
}
SCHEMA_SETS = {"1.6": ("ocpp16", "ocpp16-security"), "2.0.1": ("ocpp201",), "2.1": ("ocpp21",)}


class Noon:
    """A clock that starts at noon."""

    def now(self) -> datetime:
        return NOON


def after(seconds: float) -> datetime:
    """So many seconds after noon."""
    return NOON + timedelta(seconds=seconds)


def new_csms(**settings: Any) -> Csms:
    """A CSMS whose time starts at noon."""
    return Csms(clock=Noon(), random=Random(1), **settings)


@asynccontextmanager
async def connected(
    csms: Csms, version: str, identity: str = "CS-1", *, handlers: Handlers | None = None
) -> AsyncGenerator[Peer]:
    """A station on a connection of its own."""
    link = memory_link(f"ocpp{version}")
    peer = Peer(
        link.station,
        edition=OcppVersion(version).edition,
        actions=ACTIONS[version],
        sends=Direction.FROM_STATION,
        handler=handlers,
        new_id=message_ids(Random(2)),
    )
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(csms.serve_transport(identity, link.csms))
        tasks.create_task(peer.run())
        await asyncio.sleep(0)  # lets both ends begin
        try:
            yield peer
        finally:
            link.cut()


@asynccontextmanager
async def booted(
    csms: Csms, version: str, identity: str = "CS-1", *, handlers: Handlers | None = None
) -> AsyncGenerator[Peer]:
    """A station that has booted, and got whatever answer."""
    async with connected(csms, version, identity, handlers=handlers) as station:
        await boot(station, version)
        yield station


async def boot(station: Peer, version: str) -> Any:
    """Boot once; the response."""
    if version == "1.6":
        return await station.call(
            v16.BootNotificationRequest(charge_point_vendor="Example", charge_point_model="One")
        )
    return await station.call(
        request_of(
            version,
            "BootNotification",
            reason="PowerUp",
            chargingStation={"vendorName": "Example", "model": "One"},
        )
    )


def request_of(version: str, action: str, **fields: Any) -> Any:
    """A request of any version, such as is the same in all of 2.x, with the names of the wire."""
    request: Request[Any] = getattr(WORDS[version], f"{action}Request").from_wire(fields)
    return request


def moment(seconds: float) -> str:
    """So many seconds after noon, as the wire says it."""
    return after(seconds).isoformat()


def transaction_event(
    version: str,
    seq_no: int,
    kind: str,
    at: float,
    *,
    register_wh: float | None = None,
    **more: Any,
) -> Any:
    """A TransactionEvent of transaction "tx" at EVSE 1, `at` seconds after noon."""
    info = {"transactionId": more.pop("transaction_id", "tx")}
    if "stopped_reason" in more:
        info["stoppedReason"] = more.pop("stopped_reason")
    if register_wh is not None:
        more["meterValue"] = [{"timestamp": moment(at), "sampledValue": [{"value": register_wh}]}]
    return request_of(
        version,
        "TransactionEvent",
        eventType=kind,
        timestamp=moment(at),
        triggerReason="Authorized",
        seqNo=seq_no,
        transactionInfo=info,
        **more,
    )


def start_transaction(at: float = 0.0, **changes: Any) -> v16.StartTransactionRequest:
    """A StartTransaction at connector 1."""
    fields: dict[str, Any] = {
        "connector_id": 1,
        "id_tag": "CARD",
        "meter_start": 1000,
        "timestamp": after(at),
    }
    return v16.StartTransactionRequest(**{**fields, **changes})


def least_request(version: str, action: str) -> Any:
    """The smallest request of an action that its schema allows, with names of the wire."""
    message = ACTIONS[version][action].request.__name__
    paths = [ROOT / "schemas" / each / f"{message}.json" for each in SCHEMA_SETS[version]]
    path = next(path for path in paths if path.exists())
    schema = json.loads(path.read_text())
    return _least(schema, schema.get("definitions", {}))


def _least(schema: dict[str, Any], definitions: dict[str, Any]) -> Any:
    if "$ref" in schema:
        return _least(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "enum" in schema:
        return schema["enum"][0]
    match schema.get("type"):
        case "object":
            required = schema.get("required", [])
            return {name: _least(schema["properties"][name], definitions) for name in required}
        case "array":
            return [_least(schema["items"], definitions)] * schema.get("minItems", 1)
        case "string":
            formats = {"date-time": NOON.isoformat(), "uri": "ftp://csms.example/x"}
            return formats.get(schema.get("format", ""), "x")
        case "boolean":
            return False
        case _:
            return 1
