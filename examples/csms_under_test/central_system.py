"""A small CSMS on other people's code, mobilityhouse `ocpp`: what the tests beside it test.

    python -m examples.csms_under_test.central_system 9000

Stations connect to ws://127.0.0.1:9000/NAME by OCPP 1.6 or 2.0.1. On the same port it tells by HTTP
what it knows, and has stations begin and end charging:

    GET /sessions                   all sessions, as JSON
    GET /start/CS-1/04A1B2C3        a remote start
    GET /stop/CS-1                  a remote stop of what runs there
"""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, no-untyped-call"
# pyright: reportArgumentType=false, reportAttributeAccessIssue=false
# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false
# pyright: reportIncompatibleMethodOverride=false, reportUntypedFunctionDecorator=false
# pyright: reportOptionalMemberAccess=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false

import asyncio
import json
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from itertools import count
from typing import Any

from ocpp import v16, v201
from ocpp.routing import on
from ocpp.v16 import call as call16
from ocpp.v16 import call_result as result16
from ocpp.v201 import call as call201
from ocpp.v201 import call_result as result201
from websockets.asyncio.server import ServerConnection, serve
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

__all__ = ["CentralSystem"]

TOKENS = {"04A1B2C3": "Accepted", "0DEFEA7ED": "Blocked"}
"""The cards that are known, and what they are good for."""


@dataclass
class Session:
    """A session, as far as the station has told of it."""

    station: str
    transaction: int | str
    token: str | None
    energy_wh: float = 0.0
    over: bool = False


def now() -> str:
    """The time of day, as OCPP has it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def metered(values: Any) -> float | None:
    """The last energy register in meter values of 2.0.1, in watt-hours."""
    registers = [
        sample["value"]
        for value in values or ()
        for sample in value["sampled_value"]
        if sample.get("measurand", "Energy.Active.Import.Register").endswith("Import.Register")
        and "phase" not in sample
    ]
    return registers[-1] if registers else None


class CentralSystem:
    """The CSMS: its stations and their sessions."""

    def __init__(self) -> None:
        self.stations: dict[str, Any] = {}
        self.sessions: list[Session] = []
        self.transaction_ids = count(1)

    def session(self, station: str, transaction: int | str) -> Session | None:
        """The session of a transaction."""
        return next(
            (
                each
                for each in self.sessions
                if (each.station, each.transaction) == (station, transaction)
            ),
            None,
        )

    async def connected(self, connection: ServerConnection) -> None:
        """Serve a station."""
        assert connection.request is not None  # noqa: S101 -- it was answered
        name = connection.request.path.rpartition("/")[2]
        kind = Station16 if connection.subprotocol == "ocpp1.6" else Station201
        station = self.stations[name] = kind(name, connection)
        station.central = self
        await station.start()

    async def asked(self, connection: ServerConnection, request: Request) -> Response | None:
        """Answer what is asked by HTTP; None where it is a station that connects."""
        match request.path.split("/"):
            case [_, "sessions"]:
                text = json.dumps([asdict(each) for each in self.sessions])
                return connection.respond(HTTPStatus.OK, text)
            case [_, "start", name, token] if name in self.stations:
                return connection.respond(HTTPStatus.OK, await self.stations[name].begin(token))
            case [_, "stop", name] if name in self.stations:
                running = [each for each in self.sessions if each.station == name and not each.over]
                answers = [await self.stations[name].end(each.transaction) for each in running]
                return connection.respond(HTTPStatus.OK, " ".join(answers))
            case [_, "start" | "stop", *_]:
                return connection.respond(HTTPStatus.NOT_FOUND, "no such station is connected")
            case _:
                return None


class Station16(v16.ChargePoint):
    """A station that speaks 1.6."""

    central: CentralSystem

    async def begin(self, token: str) -> str:
        """Have it charge for a token."""
        return str((await self.call(call16.RemoteStartTransaction(id_tag=token))).status)

    async def end(self, transaction: int) -> str:
        """Have it end a transaction."""
        request = call16.RemoteStopTransaction(transaction_id=transaction)
        return str((await self.call(request)).status)

    @on("BootNotification")
    async def boot(self, **_: Any) -> Any:
        return result16.BootNotification(current_time=now(), interval=300, status="Accepted")

    @on("Heartbeat")
    async def heartbeat(self) -> Any:
        return result16.Heartbeat(current_time=now())

    @on("StatusNotification")
    async def status(self, **_: Any) -> Any:
        return result16.StatusNotification()

    @on("SecurityEventNotification")
    async def security(self, **_: Any) -> Any:
        return result16.SecurityEventNotification()

    @on("Authorize")
    async def authorize(self, id_tag: str, **_: Any) -> Any:
        return result16.Authorize(id_tag_info={"status": TOKENS.get(id_tag, "Invalid")})

    @on("StartTransaction")
    async def started(self, id_tag: str, meter_start: int, **_: Any) -> Any:
        transaction = next(self.central.transaction_ids)
        self.central.sessions.append(Session(self.id, transaction, id_tag, -meter_start))
        info = {"status": TOKENS.get(id_tag, "Invalid")}
        return result16.StartTransaction(transaction_id=transaction, id_tag_info=info)

    @on("MeterValues")
    async def meter(self, **_: Any) -> Any:
        return result16.MeterValues()

    @on("StopTransaction")
    async def stopped(self, transaction_id: int, meter_stop: int, **_: Any) -> Any:
        session = self.central.session(self.id, transaction_id)
        if session is not None and not session.over:
            session.energy_wh += meter_stop
            session.over = True
        return result16.StopTransaction()


class Station201(v201.ChargePoint):
    """A station that speaks 2.0.1."""

    central: CentralSystem
    start_ids = count(1)

    async def begin(self, token: str) -> str:
        """Have it charge for a token."""
        request = call201.RequestStartTransaction(
            id_token={"idToken": token, "type": "Central"},
            remote_start_id=next(self.start_ids),
        )
        return str((await self.call(request)).status)

    async def end(self, transaction: str) -> str:
        """Have it end a transaction."""
        request = call201.RequestStopTransaction(transaction_id=transaction)
        return str((await self.call(request)).status)

    @on("BootNotification")
    async def boot(self, **_: Any) -> Any:
        return result201.BootNotification(current_time=now(), interval=300, status="Accepted")

    @on("Heartbeat")
    async def heartbeat(self, **_: Any) -> Any:
        return result201.Heartbeat(current_time=now())

    @on("StatusNotification")
    async def status(self, **_: Any) -> Any:
        return result201.StatusNotification()

    @on("SecurityEventNotification")
    async def security(self, **_: Any) -> Any:
        return result201.SecurityEventNotification()

    @on("Authorize")
    async def authorize(self, id_token: dict[str, Any], **_: Any) -> Any:
        status = TOKENS.get(id_token["id_token"], "Unknown")
        return result201.Authorize(id_token_info={"status": status})

    @on("TransactionEvent")
    async def event(
        self,
        event_type: str,
        transaction_info: dict[str, Any],
        id_token: dict[str, Any] | None = None,
        meter_value: Any = None,
        **_: Any,
    ) -> Any:
        transaction = transaction_info["transaction_id"]
        session = self.central.session(self.id, transaction)
        register = metered(meter_value)
        if session is None:
            session = Session(self.id, transaction, None, -(register or 0.0))
            self.central.sessions.append(session)
        if id_token is not None:
            session.token = id_token["id_token"]
        if event_type == "Ended" and not session.over:
            session.energy_wh += register or 0.0
            session.over = True
        if id_token is None:
            return result201.TransactionEvent()
        status = TOKENS.get(id_token["id_token"], "Unknown")
        return result201.TransactionEvent(id_token_info={"status": status})


async def main(port: int) -> None:
    """Serve until the process is told to end; tell the port on the first line."""
    central = CentralSystem()
    async with serve(
        central.connected,
        "127.0.0.1",
        port,
        subprotocols=[Subprotocol("ocpp2.0.1"), Subprotocol("ocpp1.6")],
        process_request=central.asked,
    ) as server:
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
