"""The HTTP API of the simulator: what there is to see and to do, as `acts` and `views` have it.

Its description is at /api/v1/openapi.json. What changes it in a way that a client would notice has
another version in its path.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Collection, Sequence
from datetime import datetime
from typing import Annotated, Final

from fastapi import APIRouter, FastAPI, Path, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from pilotwire.csms import BootAnswer
from pilotwire.ocpp.v21 import RegistrationStatusEnumType as RegistrationStatus
from pilotwire.simulator.acts import AnyAct, Speed
from pilotwire.simulator.errors import ActError, NotInTimeError, UnknownChargerError
from pilotwire.simulator.expectation import Want
from pilotwire.simulator.guard import Guard
from pilotwire.simulator.plan import ChargerPlan
from pilotwire.simulator.scenario.api import Responses, recording
from pilotwire.simulator.simulator import Simulator
from pilotwire.simulator.views import (
    CertificateView,
    CsmsView,
    Done,
    MessageView,
    Sample,
    SimulatorView,
    StationSummary,
    StationView,
    VariableView,
)

__all__ = ["PREFIX", "Answered", "BootAnswers", "CsmsCall", "Mount", "Problem", "create_app"]

PREFIX: Final = "/api/v1"
LONGEST_WAIT: Final = 60.0
MOST_MESSAGES: Final = 1000

Mount = Callable[[FastAPI, Simulator], None]
"""Adds something else to the same server: a page."""


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Problem(_Body):
    """Why something can't be done."""

    what: str
    """What is wrong, in words."""
    where: str
    """The act or the field that it is about; empty if it is neither."""


class CsmsCall(_Body):
    """A request that the simulator's own CSMS is to send to a station."""

    action: Annotated[str, Field(min_length=1, max_length=50)]
    """Which: "Reset"."""
    payload: dict[str, JsonValue] = {}
    """What is in it, in the words of the version that the station speaks."""


class Answered(_Body):
    """What a station has answered."""

    payload: dict[str, JsonValue]


class BootAnswers(_Body):
    """What a station's next boots are answered; the last one counts for all later ones."""

    answers: Annotated[tuple["BootAnswerBody", ...], Field(max_length=100)]
    """Without any, boots are accepted again."""


class BootAnswerBody(_Body):
    """What a BootNotification is answered."""

    status: RegistrationStatus
    interval: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None
    """Seconds between heartbeats, or to the next attempt; none is the CSMS's own."""


_PROBLEMS: Final[Responses] = {
    404: {"model": Problem, "description": "There is no such station."},
    409: {"model": Problem, "description": "It can't be done now."},
    422: {"model": Problem, "description": "It can't be read."},
}
_Identity = Annotated[
    str, Path(min_length=1, max_length=255, description="The station's identity.")
]


def create_app(
    simulator: Simulator,
    *,
    token: str | None = None,
    hosts: Collection[str] = (),
    any_host: bool = False,
    mounts: Sequence[Mount] = (),
) -> FastAPI:
    """The application that serves the API of a simulator, in whichever event loop.

    Args:
        simulator: The simulator, which has been entered.
        token: What clients must know; None asks for nothing, and is for this computer alone.
        hosts: The names by which the server is reached, beside those of this computer.
        any_host: Whether any will do; it needs a token.
        mounts: What else is served.
    """
    app = FastAPI(
        title="Pilotwire simulator",
        version="1",
        summary="Simulated charging stations: what there is to see of them and to do to them.",
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,  # its scripts would come from elsewhere
        redoc_url=None,
        generate_unique_id_function=lambda route: route.name,
    )
    app.add_middleware(Guard, token=token, hosts=tuple(hosts), any_host=any_host)
    app.add_exception_handler(ActError, _refused)
    app.add_exception_handler(UnknownChargerError, _unknown)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.include_router(_stations(simulator))
    app.include_router(_csms(simulator))
    app.include_router(recording(simulator, PREFIX, _PROBLEMS))
    for mount in mounts:
        mount(app, simulator)
    return app


async def _refused(_: Request, error: Exception) -> JSONResponse:
    what, where = (error.what, error.where) if isinstance(error, ActError) else (str(error), "")
    status = 504 if isinstance(error, NotInTimeError) else 409
    return JSONResponse({"what": what, "where": where}, status_code=status)


async def _unknown(_: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"what": str(error), "where": "identity"}, status_code=404)


async def _unreadable(_: Request, error: Exception) -> JSONResponse:
    """Without what was said: it may be a secret."""
    what, where = "it can't be read", ""
    if isinstance(error, RequestValidationError):
        fault, *more = error.errors()
        what = f"{fault['msg']}" + (f" (and {len(more)} more)" if more else "")
        where = ".".join(str(step) for step in fault["loc"] if step != "body")
    return JSONResponse({"what": what, "where": where}, status_code=422)


def _stations(simulator: Simulator) -> APIRouter:
    router = APIRouter(prefix=PREFIX, tags=["stations"], responses=_PROBLEMS)

    @router.get("/simulator")
    async def get_simulator() -> SimulatorView:
        """What there is: its time, its speed, its stations."""
        return await simulator.view()

    @router.post("/speed", status_code=204)
    async def set_speed(speed: Speed) -> None:
        """Let time pass so many times as fast."""
        await simulator.set_speed(speed.factor)

    @router.get("/stations")
    async def list_stations() -> tuple[StationSummary, ...]:
        """All stations, each in a line."""
        return (await simulator.view()).stations

    @router.post("/stations", status_code=201)
    async def add_station(plan: ChargerPlan) -> StationView:
        """Add a station; the answer comes when it has started."""
        return await simulator.add(plan)

    @router.get("/stations/{identity}")
    async def get_station(identity: _Identity) -> StationView:
        """What there is to see of a station."""
        return await simulator.station(identity)

    @router.delete("/stations/{identity}", status_code=204)
    async def remove_station(identity: _Identity) -> None:
        """Take a station away. What it has on disk stays."""
        await simulator.remove(identity)

    @router.post("/stations/{identity}/acts")
    async def do(identity: _Identity, act: Annotated[AnyAct, Field(discriminator="act")]) -> Done:
        """Do something to a station; the answer comes when it is done."""
        return await simulator.do(identity, act)

    @router.get("/stations/{identity}/messages")
    async def list_messages(
        identity: _Identity,
        since: Annotated[int, Query(ge=0, description="After the message of this number.")] = 0,
        most: Annotated[int, Query(ge=1, le=MOST_MESSAGES, description="So many at most.")] = 200,
        wait: Annotated[
            float,
            Query(ge=0, le=LONGEST_WAIT, description="Seconds to wait while there is none."),
        ] = 0.0,
    ) -> tuple[MessageView, ...]:
        """The messages between a station and its CSMS, the oldest first."""
        found = await simulator.messages(identity, since, most)
        if not found and wait:
            try:
                async with asyncio.timeout(wait):
                    await simulator.news(identity, since)
            except TimeoutError:
                return ()
            found = await simulator.messages(identity, since, most)
        return tuple(found)

    @router.get(
        "/stations/{identity}/messages/stream",
        response_class=StreamingResponse,
        responses={200: {"content": {"text/event-stream": {}}}},
    )
    async def stream_messages(
        identity: _Identity,
        since: Annotated[int, Query(ge=0, description="After the message of this number.")] = 0,
    ) -> StreamingResponse:
        """The same as server-sent events, without end: each `data` is a message."""
        await simulator.messages(identity, since, 1)  # so that it is there
        return StreamingResponse(
            _told(simulator, identity, since),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store"},
        )

    @router.post(
        "/stations/{identity}/wait-for-message",
        responses={504: {"model": Problem, "description": "It has not come in time."}},
    )
    async def wait_for_message(identity: _Identity, want: Want) -> MessageView:
        """Wait for a message."""
        return await simulator.wait_for(identity, want)

    @router.get("/stations/{identity}/variables")
    async def list_variables(identity: _Identity) -> tuple[VariableView, ...]:
        """A station's variables, and its configuration keys of 1.6."""
        return tuple(await simulator.variables(identity))

    @router.get("/stations/{identity}/certificates")
    async def list_certificates(identity: _Identity) -> tuple[CertificateView, ...]:
        """The certificates that a station trusts, and its own."""
        return tuple(await simulator.certificates(identity))

    @router.get("/stations/{identity}/samples")
    async def list_samples(
        identity: _Identity,
        since: Annotated[datetime | None, Query(description="Taken after this time.")] = None,
        most: Annotated[int, Query(ge=1, le=20_000, description="So many at most.")] = 1000,
    ) -> tuple[Sample, ...]:
        """What was so lately at a station's EVSEs, for plots."""
        if since is not None and since.utcoffset() is None:
            raise ActError("a time has a time zone", "since")
        return tuple(await simulator.samples(identity, since, most))

    return router


def _csms(simulator: Simulator) -> APIRouter:
    router = APIRouter(prefix=f"{PREFIX}/csms", tags=["csms"], responses=_PROBLEMS)

    @router.get("")
    async def get_csms() -> CsmsView:
        """What the simulator's own CSMS knows."""
        return await simulator.csms_view()

    @router.post("/{identity}/call")
    async def call(identity: _Identity, request: CsmsCall) -> Answered:
        """Have the simulator's own CSMS send a request to a station, and wait for the answer."""
        return Answered(payload=await simulator.call(identity, request.action, request.payload))

    @router.post("/{identity}/boot-answers", status_code=204)
    async def answer_boots(identity: _Identity, answers: BootAnswers) -> None:
        """Have it answer a station's next boots so."""
        told = [BootAnswer(each.status, each.interval) for each in answers.answers]
        await simulator.answer_boots(identity, *told)

    return router


async def _told(simulator: Simulator, identity: str, since: int) -> AsyncGenerator[str, None]:
    try:
        while True:
            for message in await simulator.messages(identity, since, MOST_MESSAGES):
                since = message.number
                yield f"id: {message.number}\ndata: {message.model_dump_json()}\n\n"
            try:
                async with asyncio.timeout(LONGEST_WAIT / 4):
                    await simulator.news(identity, since)
            except TimeoutError:
                yield ": still here\n\n"  # or nobody would notice that the reader has gone
    except UnknownChargerError:
        return  # it was taken away
