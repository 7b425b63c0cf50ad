"""A case of Part 6 in play: a station, a CSMS that follows a script, and what people do.

async with case(version, {TxCtrlr.TxStartPoint: "Authorized"}) as play:
    at = play.at(1)
    await states.authorized(at)
    await at.event(type="Started", trigger="Authorized")
"""

from collections.abc import AsyncGenerator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from pilotwire.charging_station import CertificateFolder, FileFolder
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.ocpp.base import Message, Request, Response
from pilotwire.ocpp.specs import Variable
from pilotwire.station.device_model.standard import AuthCtrlr, TxCtrlr
from tests.support.device_model import component, set_, value_of, variable
from tests.support.scene import TOKEN, Opponent, Scene, Settings, now, scene
from tests.support.script import Script, agree
from tests.support.tls_link import TlsCsms

__all__ = [
    "DURATION",
    "INVALID",
    "MESSAGE_TIMEOUT",
    "VALID",
    "VALID_2",
    "Configuration",
    "Play",
    "Session",
    "case",
    "token_info",
]

VALID = TOKEN
VALID_2 = "04D4E5F6"
INVALID = "04000000"

DURATION = 30.0
"""How long a transaction goes on before it is ended, in seconds."""

MESSAGE_TIMEOUT = 30.0
"""How long the CSMS waits for what must not come."""

PERIODIC = frozenset({"MeterValuePeriodic", "MeterValueClock"})

Configuration = Mapping[Variable[Any], str]
Choice = str | Collection[str] | None
R = TypeVar("R", bound=Response)

Boot = tuple[str, int]
"""What the CSMS answers to a boot: status and interval."""


class Play(Script):
    """The CSMS with its tokens, and the EVSEs."""

    def __init__(self, s: Scene, answers: "Answers") -> None:
        super().__init__(s)
        self.answers = answers
        self.sessions: dict[int, Session] = {}

    def lane(self, message: Message) -> str:
        """Periodic meter values come beside all else, too."""
        if isinstance(message, v21.TransactionEventRequest) and message.trigger_reason in PERIODIC:
            return "periodic"
        return super().lane(message)

    def at(self, evse_id: int = 1) -> "Session":
        """What goes on at an EVSE."""
        if evse_id not in self.sessions:
            self.sessions[evse_id] = Session(self, evse_id)
        return self.sessions[evse_id]

    async def call(self, request: Request[R], **fields: object) -> R:
        """Send a request; the answer must have these fields."""
        response = await self.s.csms.call(request)
        agree(response, **fields)
        return response

    def know(self, token: str, status: str = "Accepted", group: str | None = None) -> None:
        """What the CSMS says of a token from now on."""
        self.answers.tokens[token] = token_info(status, group)

    async def configure(
        self, configuration: Configuration, *, if_implemented: Configuration | None = None
    ) -> None:
        """Set variables, as the preparation of a case does."""
        for spec, value in configuration.items():
            status = await self._set(spec, value)
            assert status in {"Accepted", "RebootRequired"}, f"{spec.title} = {value}: {status}"
        for spec, value in (if_implemented or {}).items():
            await self._set(spec, value)

    async def value(self, spec: Variable[Any]) -> str:
        """The value of a variable."""
        value = await value_of(self.s, _place(spec))
        assert value is not None
        return value

    async def _set(self, spec: Variable[Any], value: str) -> str:
        (result,) = await set_(self.s, (_place(spec), value))
        return result.attribute_status.value

    async def status(
        self, value: str, evse_id: int = 1, connector_id: int = 1, *, limit: float = 60.0
    ) -> None:
        """The next status is this one, of this connector."""
        assert await self._status(limit) == (evse_id, connector_id, value)

    async def all_statuses(
        self, others: str = "Available", *, at: Mapping[int, str] | None = None
    ) -> None:
        """The status of each connector is told: those of the EVSEs named, and all others."""
        wanted = {
            (evse.id, number): (at or {}).get(evse.id, others)
            for evse in self.s.hardware.evses
            for number, _ in enumerate(evse.connectors, start=1)
        }
        while wanted:
            evse_id, connector_id, value = await self._status(60.0)
            assert value == wanted.pop((evse_id, connector_id), value), f"EVSE {evse_id}: {value}"

    async def _status(self, limit: float) -> tuple[int, int, str]:
        """By StatusNotification, or by NotifyEvent for the AvailabilityState of a connector."""
        while True:
            message = await self.take("status", "a status", limit=limit)
            if isinstance(message, v21.StatusNotificationRequest):
                return message.evse_id, message.connector_id, message.connector_status.value
            assert isinstance(message, v21.NotifyEventRequest)
            data = message.event_data[0]
            if (data.component.name, data.variable.name) == ("Connector", "AvailabilityState"):
                assert data.trigger == "Delta"
                evse = data.component.evse
                assert evse is not None
                assert evse.connector_id is not None
                return evse.id, evse.connector_id, data.actual_value or ""

    async def boots(self, reason: Choice = None) -> v21.BootNotificationRequest:
        """The next message is a boot."""
        boot = await self.expect(v21.BootNotificationRequest, limit=600)
        if reason is not None:
            agree(boot, reason=_choice(reason))
        return boot

    async def starts_up(self) -> None:
        """The security event of a start."""
        await self.expect(
            v21.SecurityEventNotificationRequest, type={"StartupOfTheDevice", "ResetOrReboot"}
        )


class Session:
    """What goes on at an EVSE: what people did, and what was told of its transaction.

    `parked`, `connected`, `authorized`, `charging`, `suspended`, `stopped` are the reusable states
    that it is in; `transaction_id` is of the transaction that goes on, or was ended last (`ended`).
    """

    def __init__(self, play: Play, evse_id: int) -> None:
        self.play = play
        self.evse_id = evse_id
        self.token = VALID
        self.vehicle = ElectricVehicle()
        self.transaction_id: str | None = None
        self.remote = False
        self.new()

    def new(self) -> None:
        """Nothing goes on (any more)."""
        self.vehicle = ElectricVehicle()
        self.connected = self.authorized = self.charging = self.suspended = False
        self.stopped = self.after = self.gone = False
        self.begun = self.ended = False
        self.place_due = self.token_due = False
        self.remote_start_id: int | None = None

    @property
    def s(self) -> Scene:
        """The scene."""
        return self.play.s

    @property
    def hardware(self) -> SimulatedEvse:
        """The EVSE's hardware."""
        return self.s.hardware.evse(self.evse_id)

    @property
    def running(self) -> bool:
        """Whether a transaction has been told that has not ended."""
        return self.begun and not self.ended

    def starts(self, *points: str) -> bool:
        """Whether TxStartPoint has one of these."""
        return bool(set(points) & set(self._points(TxCtrlr.TxStartPoint)))

    def stops(self, *points: str) -> bool:
        """Whether TxStopPoint has one of these."""
        return bool(set(points) & set(self._points(TxCtrlr.TxStopPoint)))

    def _points(self, spec: Variable[Any]) -> Collection[str]:
        points: Collection[str] = self.s.station.device_model[spec]
        return points

    # What people do.

    async def plug_in(self) -> None:
        """Connect the EV and the EVSE."""
        await self.hardware.plug_in(self.vehicle)
        self.connected = True
        self.place_due = True

    async def present(self, token: str | None = None) -> None:
        """Hold a card to the reader."""
        await self.hardware.swipe(token or self.token)

    async def unplug(self) -> None:
        """Disconnect the EV and the EVSE, once the plug is free."""
        await self.s.wait(1)
        await self.hardware.unplug()
        self.connected = False
        self.gone = True

    # What is told.

    async def event(
        self,
        *,
        type: Choice = None,  # noqa: A002 -- the field's own name
        trigger: Choice = None,
        state: Choice = None,
        reason: Choice = None,
        token: str | None = None,
        offline: bool | None = None,
        limit: float = 60.0,
    ) -> v21.TransactionEventRequest:
        """The next transaction event has these values, and what holds for every one of them.

        Periodic meter values do not count unless they are asked for. `reason` may be "" for one
        that is left out.
        """
        periodic = trigger is not None and bool(PERIODIC & set(_choice(trigger)))

        def counts(message: Message) -> bool:
            return not isinstance(message, v21.TransactionEventRequest) or self.mine(message)

        event = await self.play.expect(
            v21.TransactionEventRequest,
            lane="periodic" if periodic else "",
            among=counts,
            limit=limit,
        )
        info = event.transaction_info
        if not self.running:
            assert event.event_type == "Started", event
            self.begun, self.ended = True, False
            self.transaction_id = info.transaction_id
        else:
            assert event.event_type != "Started", event
        if self.remote_start_id is not None:
            assert event.trigger_reason == "RemoteStart", event
            assert info.remote_start_id == self.remote_start_id, event
            self.remote_start_id, trigger = None, None
        if self.place_due:
            assert event.evse == v21.EVSEType(id=self.evse_id, connector_id=1), event
            self.place_due = False
        if self.token_due and self.authorized:
            token = token or self.token
            self.token_due = False
        self.ended = event.event_type == "Ended"
        wanted = {
            "event_type": type,
            "trigger_reason": trigger,
            "transaction_info__charging_state": state,
            "transaction_info__stopped_reason": reason,
            "id_token__id_token": token,
        }
        for path, choice in wanted.items():
            if choice is not None:
                agree(event, **{path: _choice(choice)})
        if offline is not None:
            assert event.offline is offline, event
        return event

    def mine(self, event: v21.TransactionEventRequest) -> bool:
        """Whether an event is of the transaction here, or may begin it."""
        one = event.transaction_info.transaction_id
        if self.running:
            return one == self.transaction_id
        known = {other.transaction_id for other in self.play.sessions.values()}
        return one not in known and event.evse is not None and event.evse.id == self.evse_id

    async def all_events(self, seconds: float = 60.0) -> list[v21.TransactionEventRequest]:
        """Wait, then take all events of the transaction that have come, the periodic ones too."""
        await self.s.wait(seconds)
        self.remote_start_id = None
        taken: list[v21.TransactionEventRequest] = []
        while True:
            came = [one for one in self.play.pending(v21.TransactionEventRequest) if self.mine(one)]
            if not came:
                return taken
            taken.append(await self.event(trigger=came[0].trigger_reason))


class Answers:
    """What the CSMS says of tokens, and to boots."""

    def __init__(self, boots: tuple[Boot, ...]) -> None:
        self.tokens: dict[str, v21.IdTokenInfoType] = {}
        self.in_events: dict[str, v21.IdTokenInfoType] = {}
        """What it says in answers to transaction events alone."""
        self._boots = list(boots)

    def install(self, csms: Opponent) -> None:
        """Let the CSMS answer so."""
        csms.answer(v21.AuthorizeRequest, self._authorize)
        csms.answer(v21.TransactionEventRequest, self.transaction)
        csms.answer(v21.BootNotificationRequest, self._boot)

    def transaction(self, event: v21.TransactionEventRequest) -> v21.TransactionEventResponse:
        """The answer to an event."""
        if event.id_token is None:
            return v21.TransactionEventResponse()
        token = event.id_token.id_token
        return v21.TransactionEventResponse(
            id_token_info=self.in_events.get(token) or self._info(token)
        )

    def _authorize(self, request: v21.AuthorizeRequest) -> v21.AuthorizeResponse:
        return v21.AuthorizeResponse(id_token_info=self._info(request.id_token.id_token))

    def _info(self, token: str) -> v21.IdTokenInfoType:
        return self.tokens.get(token) or token_info("Accepted")

    def _boot(self, _: v21.BootNotificationRequest) -> v21.BootNotificationResponse:
        status, interval = self._boots.pop(0) if len(self._boots) > 1 else self._boots[0]
        return v21.BootNotificationResponse(
            status=v21.RegistrationStatusEnumType(status), current_time=now(), interval=interval
        )


def token_info(status: str, group: str | None = None) -> v21.IdTokenInfoType:
    """What is said of a token."""
    return v21.IdTokenInfoType(
        status=v21.AuthorizationStatusEnumType(status),
        group_id_token=None if group is None else v21.IdTokenType(id_token=group, type="Central"),
    )


@asynccontextmanager
async def case(
    version: str,
    configuration: Configuration | None = None,
    *,
    if_implemented: Configuration | None = None,
    evses: int = 2,
    hardware: SimulatedStation | None = None,
    boots: tuple[Boot, ...] = (("Accepted", 3600),),
    booted: bool = True,
    prepare: Callable[[Opponent], object] = lambda _: None,
    certificates: CertificateFolder | None = None,
    files: FileFolder | None = None,
    unsigned_firmware: bool = False,
    password: str | None = None,
    tls: TlsCsms | None = None,
    settings: Settings | None = None,
) -> AsyncGenerator[Play]:
    """A case with the general conditions of Part 6, and its configuration state.

    Without `booted` the station has only just been switched on, and is not configured. With `tls`
    its connection is one of TLS, to the first of these CSMSs.
    """
    csms = Opponent()
    answers = Answers(boots)
    answers.install(csms)
    prepare(csms)
    async with scene(
        version,
        evses=evses,
        hardware=hardware,
        csms=csms,
        booted=booted,
        certificates=certificates,
        files=files,
        unsigned_firmware=unsigned_firmware,
        password=password,
        tls=tls,
        settings=settings,
    ) as s:
        play = Play(s, answers)
        if booted:
            general = {AuthCtrlr.LocalPreAuthorize: "false", **(if_implemented or {})}
            await play.configure(configuration or {}, if_implemented=general)
            play.forget()
        yield play
        _sequence_numbers(s)


def _sequence_numbers(s: Scene) -> None:
    """The events of a transaction are numbered from 0 on, without a gap."""
    numbers: dict[str, set[int]] = {}
    for event in s.csms.requests(v21.TransactionEventRequest):
        numbers.setdefault(event.transaction_info.transaction_id, set()).add(event.seq_no)
    for transaction_id, heard in numbers.items():
        assert heard == set(range(len(heard))), f"{transaction_id}: {sorted(heard)}"


def _place(spec: Variable[Any]) -> tuple[v21.ComponentType, v21.VariableType]:
    return component(spec.component), variable(spec.name, spec.instance)


def _choice(choice: str | Collection[str]) -> frozenset[str | None]:
    chosen = {choice} if isinstance(choice, str) else set(choice)
    return frozenset(one or None for one in chosen)
