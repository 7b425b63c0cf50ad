"""A CSMS made of other people's code: `ocpp` for the messages, `websockets` for the connections.

It keeps what it heard as that library parsed it, in order, and `Central.next` walks along that
list. Both ways it lets the library judge every message against the library's own schemas.
"""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped"
# pyright: reportArgumentType=false, reportAttributeAccessIssue=false
# pyright: reportIncompatibleMethodOverride=false

import asyncio
import contextlib
from dataclasses import astuple, dataclass
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Any, Self, TypeVar

import ocpp.v16.call as call16
import ocpp.v16.call_result as result16
import ocpp.v16.enums as enums16
import ocpp.v21.call as call21
import ocpp.v21.call_result as result21
import ocpp.v21.enums as enums21
import ocpp.v201.call as call201
import ocpp.v201.call_result as result201
import ocpp.v201.enums as enums201
from ocpp.charge_point import ChargePoint
from ocpp.exceptions import InternalError
from ocpp.routing import on
from ocpp.v16 import ChargePoint as ChargePoint16
from ocpp.v21 import ChargePoint as ChargePoint21
from ocpp.v201 import ChargePoint as ChargePoint201
from websockets.asyncio.server import Server, ServerConnection, basic_auth, serve
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tests.interop.accelerated import within

__all__ = ["BEGIN", "Central", "Heard", "booted", "call16", "call21", "call201", "time_of"]

BEGIN = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
"""The time of day at which each test begins, by the clock of the CSMS."""

M = TypeVar("M")


@dataclass(frozen=True)
class Heard:
    """A message from the station: the library's own object, and the message id it came under."""

    message: Any
    message_id: str


class Central:
    """A CSMS for one station; an async context manager.

    Args:
        speaks: The subprotocols that it accepts, in its order of preference.
        credentials: Identity and password for HTTP Basic authentication, checked by `websockets`.

    Attributes:
        heard: All that the station sent over all connections, in order.
        tokens: What is answered to tokens that are not accepted, by token.
        to_start: What is answered for the token when a transaction starts, if not as in `tokens`.
        withheld: Types of messages that are heard, but never answered.
        failing: Types of messages that are heard, and answered with a CALLERROR.
        station: The library's end of the latest connection.
        connections: How many connections were made.
        limit: What a transaction of 2.1 may have, told when it is authorized.
        transactions: The transaction ids of 1.6 by what started them.
        security_events: What was told of the station's security, which comes when it likes.
    """

    def __init__(self, *speaks: str, credentials: tuple[str, str] | None = None) -> None:
        self._speaks = [Subprotocol(name) for name in speaks]
        self._check = None if credentials is None else basic_auth("CSMS", credentials)
        self._server: Server | None = None
        self._port = 0
        self._changed = asyncio.Condition()
        self._read = 0
        self.busy = False
        self._begin = asyncio.get_running_loop().time()
        self.heard: list[Heard] = []
        self.tokens: dict[str, str] = {}
        self.to_start: str | None = None
        self.limit: dict[str, Any] | None = None
        self.dynamic_limit: float | None = None
        self.withheld: set[type] = set()
        self.failing: set[type] = set()
        self.station: Any = None
        self.connections = 0
        self.transactions: dict[tuple[Any, ...], int] = {}
        self.security_events: list[Any] = []

    # Its life.

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self._port}/ocpp"

    @property
    def version(self) -> str:
        """The OCPP version that it likes best."""
        return self._speaks[0].removeprefix("ocpp")

    @property
    def call(self) -> Any:
        """The library's messages of that version."""
        return {"1.6": call16, "2.0.1": call201, "2.1": call21}[self.version]

    async def open(self) -> None:
        """Accept stations, after the first time on the same port as before."""
        self._server = await serve(
            self._serve,
            "127.0.0.1",
            self._port,
            subprotocols=self._speaks or None,
            process_request=self._check,
            ping_interval=None,
            open_timeout=None,
            close_timeout=None,
        )
        self._port = self._server.sockets[0].getsockname()[1]

    def speak(self, *speaks: str) -> None:
        """Accept other subprotocols from the next opening on."""
        self._speaks = [Subprotocol(name) for name in speaks]

    async def close(self) -> None:
        """Answer what is to be answered, say goodbye to the station (1001) and stop to listen."""
        assert self._server is not None
        await self.until(lambda: not self.busy)
        self._server.close()
        await self._server.wait_closed()

    async def crash(self) -> None:
        """Go without a goodbye: the connections just break."""
        assert self._server is not None
        for connection in self._server.connections:
            connection.transport.abort()
        self._server.close()
        await self._server.wait_closed()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    # What a test does with it.

    def now(self) -> datetime:
        """The time of day, in the time of the loop."""
        return BEGIN + timedelta(seconds=asyncio.get_running_loop().time() - self._begin)

    async def next(self, kind: type[M], *, skip: type | tuple[type, ...] = ()) -> M:
        """The next message that was not looked at, which must be of this kind.

        Messages of the kinds in `skip` are passed over."""
        while True:
            await self.until(lambda: len(self.heard) > self._read)
            message = self.heard[self._read].message
            self._read += 1
            if isinstance(message, kind):
                return message
            assert isinstance(message, skip), f"{message} where {kind.__name__} was to come"

    async def until(self, condition: Any) -> None:
        """Wait until something about this object is true."""
        async with self._changed:
            try:
                await within(8, self._changed.wait_for(condition))
            except TimeoutError:
                raise AssertionError(f"in vain; heard was {self.heard[-5:]}") from None

    def all(self, kind: type[M]) -> list[M]:
        """All messages of a kind."""
        return [each.message for each in self.heard if isinstance(each.message, kind)]

    # What its stations do with it.

    async def hear(self, message: Any, message_id: str, connection: ServerConnection) -> None:
        """Take note of a message."""
        self.heard.append(Heard(message, message_id))
        await self._notify()
        if type(message) in self.withheld:
            await connection.wait_closed()
        if type(message) in self.failing:
            raise InternalError("this CSMS has a bad day")

    def status_of(self, token: str) -> str:
        return self.tokens.get(token, "Accepted")

    def transaction_id(self, message: Any) -> int:
        """The number of a transaction of 1.6; one that is told again keeps its number."""
        return self.transactions.setdefault(astuple(message), 7001 + len(self.transactions))

    async def set_busy(self, busy: bool) -> None:
        """Note whether a message is in work."""
        self.busy = busy
        await self._notify()

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _serve(self, connection: ServerConnection) -> None:
        self.connections += 1
        if connection.subprotocol is None:
            await self._notify()
            await connection.close(1002, "no common OCPP version")
            return
        assert connection.request is not None
        identity = connection.request.path.rpartition("/")[2]
        kind = _STATIONS[connection.subprotocol]
        self.station = kind(identity, connection, self)
        await self._notify()
        with contextlib.suppress(ConnectionClosed):
            await self.station.start()


async def booted(central: Central, evses: int = 1) -> None:
    """Pass over a boot and the statuses."""
    await central.next(central.call.BootNotification)
    for _ in range(evses + (central.version == "1.6")):
        await central.next(central.call.StatusNotification)


def _wire(time: datetime) -> str:
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def time_of(text: str) -> datetime:
    """The instant of a timestamp, which must have a time zone."""
    time = datetime.fromisoformat(text)
    assert time.tzinfo is not None
    return time


class _Station(ChargePoint):
    """The CSMS's end of a connection; the CSMS is told while a message is in work."""

    def __init__(self, identity: str, connection: ServerConnection, central: Central) -> None:
        super().__init__(identity, connection, response_timeout=3600)
        self.central = central

    async def _hear(self, message: Any, message_id: str) -> Any:
        await self.central.hear(message, message_id, self._connection)
        return message

    async def route_message(self, raw: Any) -> None:
        await self.central.set_busy(True)
        try:
            await super().route_message(raw)
        finally:
            await self.central.set_busy(False)


class _Station16(_Station, ChargePoint16):
    """The CSMS's end of a connection of OCPP 1.6."""

    @on(enums16.Action.boot_notification)
    async def boot_notification(self, call_unique_id: str, **fields: Any) -> Any:
        await self._hear(call16.BootNotification(**fields), call_unique_id)
        return result16.BootNotification(_wire(self.central.now()), 300, "Accepted")

    @on(enums16.Action.heartbeat)
    async def heartbeat(self, call_unique_id: str) -> Any:
        await self._hear(call16.Heartbeat(), call_unique_id)
        return result16.Heartbeat(_wire(self.central.now()))

    @on(enums16.Action.status_notification)
    async def status_notification(self, call_unique_id: str, **fields: Any) -> Any:
        await self._hear(call16.StatusNotification(**fields), call_unique_id)
        return result16.StatusNotification()

    @on(enums16.Action.authorize)
    async def authorize(self, call_unique_id: str, **fields: Any) -> Any:
        message = await self._hear(call16.Authorize(**fields), call_unique_id)
        return result16.Authorize({"status": self.central.status_of(message.id_tag)})

    @on(enums16.Action.start_transaction)
    async def start_transaction(self, call_unique_id: str, **fields: Any) -> Any:
        message = await self._hear(call16.StartTransaction(**fields), call_unique_id)
        status = self.central.to_start or self.central.status_of(message.id_tag)
        number = self.central.transaction_id(message)
        return result16.StartTransaction(number, {"status": status})

    @on(enums16.Action.meter_values)
    async def meter_values(self, call_unique_id: str, **fields: Any) -> Any:
        await self._hear(call16.MeterValues(**fields), call_unique_id)
        return result16.MeterValues()

    @on(enums16.Action.stop_transaction)
    async def stop_transaction(self, call_unique_id: str, **fields: Any) -> Any:
        await self._hear(call16.StopTransaction(**fields), call_unique_id)
        return result16.StopTransaction()

    @on(enums16.Action.data_transfer)
    async def data_transfer(self, call_unique_id: str, **fields: Any) -> Any:
        message = await self._hear(call16.DataTransfer(**fields), call_unique_id)
        return result16.DataTransfer("Accepted", message.data)

    @on(enums16.Action.security_event_notification)
    async def security_event_notification(self, **fields: Any) -> Any:
        self.central.security_events.append(
            call16.SecurityEventNotification(**({"tech_info": None} | fields))
        )
        return result16.SecurityEventNotification()


class _Station2x(_Station):
    """The CSMS's end of a connection of OCPP 2.x; `told` and `answer` are a version's messages."""

    told: Any
    answer: Any

    @on(enums201.Action.boot_notification)
    async def boot_notification(self, call_unique_id: str, **fields: Any) -> Any:
        await self._hear(self.told.BootNotification(**fields), call_unique_id)
        return self.answer.BootNotification(_wire(self.central.now()), 300, "Accepted")

    @on(enums201.Action.heartbeat)
    async def heartbeat(self, call_unique_id: str) -> Any:
        await self._hear(self.told.Heartbeat(), call_unique_id)
        return self.answer.Heartbeat(_wire(self.central.now()))

    @on(enums201.Action.reservation_status_update)
    async def reservation_status_update(self, call_unique_id: str, **fields: Any) -> Any:
        await self._hear(self.told.ReservationStatusUpdate(**fields), call_unique_id)
        return self.answer.ReservationStatusUpdate()

    @on(enums201.Action.status_notification)
    async def status_notification(self, call_unique_id: str, **fields: Any) -> Any:
        await self._hear(self.told.StatusNotification(**fields), call_unique_id)
        return self.answer.StatusNotification()

    @on(enums201.Action.authorize)
    async def authorize(self, call_unique_id: str, **fields: Any) -> Any:
        message = await self._hear(self.told.Authorize(**fields), call_unique_id)
        status = self.central.status_of(message.id_token["id_token"])
        return self.answer.Authorize({"status": status})

    @on(enums201.Action.transaction_event)
    async def transaction_event(self, call_unique_id: str, **fields: Any) -> Any:
        message = await self._hear(self.told.TransactionEvent(**fields), call_unique_id)
        if message.id_token is None:
            return self.answer.TransactionEvent()
        status = self.central.status_of(message.id_token["id_token"])
        if message.event_type == "Started" and self.central.to_start is not None:
            status = self.central.to_start
        limit = {} if self.central.limit is None else {"transaction_limit": self.central.limit}
        return self.answer.TransactionEvent(id_token_info={"status": status}, **limit)

    @on(enums201.Action.meter_values)
    async def meter_values(self, call_unique_id: str, **fields: Any) -> Any:
        await self._hear(self.told.MeterValues(**fields), call_unique_id)
        return self.answer.MeterValues()

    @on(enums201.Action.notify_event)
    async def notify_event(self, call_unique_id: str, **fields: Any) -> Any:
        await self._hear(self.told.NotifyEvent(**fields), call_unique_id)
        return self.answer.NotifyEvent()

    @on(enums201.Action.notify_report)
    async def notify_report(self, call_unique_id: str, **fields: Any) -> Any:
        await self._hear(self.told.NotifyReport(**fields), call_unique_id)
        return self.answer.NotifyReport()

    @on(enums201.Action.notify_charging_limit)
    async def notify_charging_limit(self, call_unique_id: str, **fields: Any) -> Any:
        await self._hear(self.told.NotifyChargingLimit(**fields), call_unique_id)
        return self.answer.NotifyChargingLimit()

    @on(enums201.Action.cleared_charging_limit)
    async def cleared_charging_limit(self, call_unique_id: str, **fields: Any) -> Any:
        await self._hear(self.told.ClearedChargingLimit(**fields), call_unique_id)
        return self.answer.ClearedChargingLimit()

    @on(enums201.Action.report_charging_profiles)
    async def report_charging_profiles(self, call_unique_id: str, **fields: Any) -> Any:
        await self._hear(self.told.ReportChargingProfiles(**fields), call_unique_id)
        return self.answer.ReportChargingProfiles()

    @on(enums201.Action.data_transfer)
    async def data_transfer(self, call_unique_id: str, **fields: Any) -> Any:
        message = await self._hear(self.told.DataTransfer(**fields), call_unique_id)
        return self.answer.DataTransfer("Accepted", data=message.data)

    @on(enums201.Action.security_event_notification)
    async def security_event_notification(self, **fields: Any) -> Any:
        self.central.security_events.append(self.told.SecurityEventNotification(**fields))
        return self.answer.SecurityEventNotification()


class _Station201(_Station2x, ChargePoint201):
    """The CSMS's end of a connection of OCPP 2.0.1."""

    told = call201
    answer = result201


class _Station21(_Station2x, ChargePoint21):
    """The CSMS's end of a connection of OCPP 2.1."""

    told = call21
    answer = result21

    @on(enums21.Action.pull_dynamic_schedule_update)
    async def pull_dynamic_schedule_update(self, call_unique_id: str, **fields: Any) -> Any:
        await self._hear(self.told.PullDynamicScheduleUpdate(**fields), call_unique_id)
        limit = self.central.dynamic_limit
        if limit is None:
            return self.answer.PullDynamicScheduleUpdate("Rejected")
        return self.answer.PullDynamicScheduleUpdate("Accepted", schedule_update={"limit": limit})

    @on(enums21.Action.notify_priority_charging)
    async def notify_priority_charging(self, call_unique_id: str, **fields: Any) -> Any:
        await self._hear(self.told.NotifyPriorityCharging(**fields), call_unique_id)
        return self.answer.NotifyPriorityCharging()


_STATIONS = {"ocpp1.6": _Station16, "ocpp2.0.1": _Station201, "ocpp2.1": _Station21}
