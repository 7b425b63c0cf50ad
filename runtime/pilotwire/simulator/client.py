"""Clients of the simulator's HTTP API, in the same words: for tests in another process.

    with Client("http://127.0.0.1:8080") as simulator:
        simulator.do("SIM-1", PlugIn(vehicle=Vehicle(soc=20)))
        simulator.do("SIM-1", Swipe(token="04A1B2C3"))
        started = simulator.wait_for("SIM-1", Want(action="TransactionEvent", since=0))

`AsyncClient` has the same methods, to be awaited.
"""

from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import datetime
from types import TracebackType
from typing import Self, TypeVar

import httpx
from pydantic import JsonValue

from pilotwire.ocpp.v21 import RegistrationStatusEnumType as RegistrationStatus
from pilotwire.simulator.acts import AnyAct
from pilotwire.simulator.calls import (
    UNTIL_DONE,
    Call,
    Calls,
    SimulatorUnreachableError,
    headers,
    problem_of,
    read_event,
    stream_of,
    unreachable,
)
from pilotwire.simulator.expectation import Want
from pilotwire.simulator.plan import ChargerPlan
from pilotwire.simulator.views import (
    CertificateView,
    CsmsView,
    Done,
    MessageView,
    RecordingView,
    Sample,
    SimulatorView,
    StationSummary,
    StationView,
    VariableView,
)

__all__ = ["AsyncClient", "Client", "SimulatorUnreachableError"]

T = TypeVar("T")


class Client:
    """A client that blocks; a context manager.

    Args:
        url: Where the simulator is: "http://127.0.0.1:8080".
        token: What it wants to be told, if it listens for other computers.
        transport: What `httpx` sends with, if not over the network.
    """

    def __init__(
        self,
        url: str,
        *,
        token: str | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        # The system's settings for proxies are not for this computer.
        self._http = httpx.Client(
            base_url=url, headers=headers(token), transport=transport, trust_env=False
        )

    def simulator(self) -> SimulatorView:
        """What there is. All methods raise `SimulatorUnreachableError` if it does not answer."""
        return self._send(Calls.simulator)

    def set_speed(self, factor: float) -> None:
        """Let time pass so many times as fast. Raises `ActError` where that can't be."""
        self._send(Calls.set_speed(factor))

    def stations(self) -> tuple[StationSummary, ...]:
        """All stations, each in a line."""
        return self._send(Calls.stations)

    def add(self, plan: ChargerPlan) -> StationView:
        """Add a station; returns when it has started. Raises `ActError` if it can't be."""
        return self._send(Calls.add(plan))

    def remove(self, identity: str) -> None:
        """Take a station away. Raises `UnknownChargerError`."""
        self._send(Calls.remove(identity))

    def station(self, identity: str) -> StationView:
        """What there is to see of a station. Raises `UnknownChargerError`."""
        return self._send(Calls.station(identity))

    def do(self, identity: str, act: AnyAct) -> Done:
        """Do something to a station; returns when it is done. Raises `UnknownChargerError`, and
        `ActError` if it can't be done.
        """
        return self._send(Calls.do(identity, act))

    def messages(
        self, identity: str, since: int = 0, most: int = 200, wait: float = 0.0
    ) -> tuple[MessageView, ...]:
        """The messages after that number; while there is none, wait so many seconds for one, 60 at
        most. Raises `UnknownChargerError`.
        """
        return self._send(Calls.messages(identity, since, most, wait))

    def stream(self, identity: str, since: int = 0) -> Iterator[MessageView]:
        """The messages after that number, as they come, without end. Raises
        `UnknownChargerError`.
        """
        url, params = stream_of(identity), {"since": since}
        try:
            with self._http.stream("GET", url, params=params, timeout=UNTIL_DONE) as response:
                if not response.is_success:
                    response.read()
                    raise problem_of(response)
                for line in response.iter_lines():
                    message = read_event(line)
                    if message is not None:
                        yield message
        except httpx.HTTPError as error:
            raise unreachable(error) from error

    def wait_for(self, identity: str, want: Want) -> MessageView:
        """Wait for a message. Raises `UnknownChargerError`, and `NotInTimeError` if none comes."""
        return self._send(Calls.wait_for(identity, want))

    def variables(self, identity: str) -> tuple[VariableView, ...]:
        """A station's variables, and its configuration keys of 1.6. Raises `UnknownChargerError`,
        and `ActError` while it does not run.
        """
        return self._send(Calls.variables(identity))

    def certificates(self, identity: str) -> tuple[CertificateView, ...]:
        """The certificates that a station trusts, and its own. Raises `UnknownChargerError`."""
        return self._send(Calls.certificates(identity))

    def samples(
        self, identity: str, since: datetime | None = None, most: int = 1000
    ) -> tuple[Sample, ...]:
        """What was so lately at a station's EVSEs. Raises `UnknownChargerError`."""
        return self._send(Calls.samples(identity, since, most))

    def csms(self) -> CsmsView:
        """What the simulator's own CSMS knows. Raises `ActError` if it has none."""
        return self._send(Calls.csms)

    def call(
        self, identity: str, action: str, payload: Mapping[str, JsonValue] | None = None
    ) -> dict[str, JsonValue]:
        """Have the simulator's own CSMS send a request to a station; the payload of the answer.
        Raises `ActError` if that can't be.
        """
        return self._send(Calls.call(identity, action, payload))["payload"]

    def answer_boots(self, identity: str, *answers: tuple[RegistrationStatus, int | None]) -> None:
        """Have it answer a station's next boots so, each a status and an interval in seconds; the
        last one counts for all later ones. Raises `ActError` if there is none.
        """
        self._send(Calls.answer_boots(identity, answers))

    def start_recording(self) -> None:
        """Record what is done to the stations from now on; what was recorded before is gone."""
        self._send(Calls.record("start"))

    def stop_recording(self) -> None:
        """Record no more; what was recorded stays."""
        self._send(Calls.record("stop"))

    def recording(self, name: str | None = None, *, expectations: bool = True) -> RecordingView:
        """What was recorded so far, as a scenario: with a name of yours, and with or without the
        messages that it is to expect.
        """
        return self._send(Calls.recording(name, expectations))

    def close(self) -> None:
        """Close its connections."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _send(self, call: Call[T]) -> T:
        try:
            response = self._http.request(call.method, **call.options())
        except httpx.HTTPError as error:
            raise unreachable(error) from error
        return call.answer(response)


class AsyncClient:
    """The same for asyncio; an async context manager. `Client` tells of each method.

    Args:
        url: Where the simulator is: "http://127.0.0.1:8080".
        token: What it wants to be told, if it listens for other computers.
        transport: What `httpx` sends with, if not over the network.
    """

    def __init__(
        self,
        url: str,
        *,
        token: str | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._http = httpx.AsyncClient(
            base_url=url, headers=headers(token), transport=transport, trust_env=False
        )

    async def simulator(self) -> SimulatorView:
        """See `Client.simulator`."""
        return await self._send(Calls.simulator)

    async def set_speed(self, factor: float) -> None:
        """See `Client.set_speed`."""
        await self._send(Calls.set_speed(factor))

    async def stations(self) -> tuple[StationSummary, ...]:
        """See `Client.stations`."""
        return await self._send(Calls.stations)

    async def add(self, plan: ChargerPlan) -> StationView:
        """See `Client.add`."""
        return await self._send(Calls.add(plan))

    async def remove(self, identity: str) -> None:
        """See `Client.remove`."""
        await self._send(Calls.remove(identity))

    async def station(self, identity: str) -> StationView:
        """See `Client.station`."""
        return await self._send(Calls.station(identity))

    async def do(self, identity: str, act: AnyAct) -> Done:
        """See `Client.do`."""
        return await self._send(Calls.do(identity, act))

    async def messages(
        self, identity: str, since: int = 0, most: int = 200, wait: float = 0.0
    ) -> tuple[MessageView, ...]:
        """See `Client.messages`."""
        return await self._send(Calls.messages(identity, since, most, wait))

    async def stream(self, identity: str, since: int = 0) -> AsyncIterator[MessageView]:
        """See `Client.stream`."""
        url, params = stream_of(identity), {"since": since}
        try:
            async with self._http.stream("GET", url, params=params, timeout=UNTIL_DONE) as response:
                if not response.is_success:
                    await response.aread()
                    raise problem_of(response)
                async for line in response.aiter_lines():
                    message = read_event(line)
                    if message is not None:
                        yield message
        except httpx.HTTPError as error:
            raise unreachable(error) from error

    async def wait_for(self, identity: str, want: Want) -> MessageView:
        """See `Client.wait_for`."""
        return await self._send(Calls.wait_for(identity, want))

    async def variables(self, identity: str) -> tuple[VariableView, ...]:
        """See `Client.variables`."""
        return await self._send(Calls.variables(identity))

    async def certificates(self, identity: str) -> tuple[CertificateView, ...]:
        """See `Client.certificates`."""
        return await self._send(Calls.certificates(identity))

    async def samples(
        self, identity: str, since: datetime | None = None, most: int = 1000
    ) -> tuple[Sample, ...]:
        """See `Client.samples`."""
        return await self._send(Calls.samples(identity, since, most))

    async def csms(self) -> CsmsView:
        """See `Client.csms`."""
        return await self._send(Calls.csms)

    async def call(
        self, identity: str, action: str, payload: Mapping[str, JsonValue] | None = None
    ) -> dict[str, JsonValue]:
        """See `Client.call`."""
        return (await self._send(Calls.call(identity, action, payload)))["payload"]

    async def answer_boots(
        self, identity: str, *answers: tuple[RegistrationStatus, int | None]
    ) -> None:
        """See `Client.answer_boots`."""
        await self._send(Calls.answer_boots(identity, answers))

    async def start_recording(self) -> None:
        """See `Client.start_recording`."""
        await self._send(Calls.record("start"))

    async def stop_recording(self) -> None:
        """See `Client.stop_recording`."""
        await self._send(Calls.record("stop"))

    async def recording(
        self, name: str | None = None, *, expectations: bool = True
    ) -> RecordingView:
        """See `Client.recording`."""
        return await self._send(Calls.recording(name, expectations))

    async def close(self) -> None:
        """Close its connections."""
        await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def _send(self, call: Call[T]) -> T:
        try:
            response = await self._http.request(call.method, **call.options())
        except httpx.HTTPError as error:
            raise unreachable(error) from error
        return call.answer(response)
