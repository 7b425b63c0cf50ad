"""Each call of the simulator's HTTP API: what is asked, and how the answer is read. Nothing is sent
here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Generic, Literal, TypeVar
from urllib.parse import quote

import httpx
from pydantic import BaseModel, JsonValue, TypeAdapter, ValidationError

from pilotwire.errors import PilotwireError
from pilotwire.foreign import printable
from pilotwire.ocpp.v21 import RegistrationStatusEnumType as RegistrationStatus
from pilotwire.simulator.acts import AnyAct
from pilotwire.simulator.errors import ActError, NotInTimeError, UnknownChargerError
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

__all__ = [
    "UNTIL_DONE",
    "Call",
    "Calls",
    "SimulatorUnreachableError",
    "headers",
    "problem_of",
    "read_event",
    "stream_of",
    "unreachable",
]

T = TypeVar("T")

_PREFIX: Final = "/api/v1"
_LONGEST_WAIT: Final = 60.0
_TIMEOUT: Final = 30.0
"""Seconds to wait for an answer; None has no end."""
UNTIL_DONE: Final = httpx.Timeout(_TIMEOUT, read=None)
"""For what takes as long as it takes."""


class SimulatorUnreachableError(PilotwireError, ConnectionError):
    """The simulator does not answer, or not as one would."""


@dataclass(frozen=True, slots=True)
class Call(Generic[T]):
    """A call of the API, and how its answer is read."""

    method: str
    path: str
    reads: TypeAdapter[T]
    query: Mapping[str, str] = field(default_factory=dict[str, str])
    body: str | None = None
    timeout: float | None = _TIMEOUT

    def options(self) -> dict[str, Any]:
        """What `httpx` is asked with."""
        content = {} if self.body is None else {"content": self.body}
        headers = {} if self.body is None else {"Content-Type": "application/json"}
        return {
            "url": f"{_PREFIX}{self.path}",
            "params": dict(self.query),
            "headers": headers,
            "timeout": httpx.Timeout(_TIMEOUT, read=self.timeout),
            **content,
        }

    def answer(self, response: httpx.Response) -> T:
        """What was answered, or what is in the way."""
        if response.is_success:
            try:
                return self.reads.validate_json(response.content or b"null")
            except ValidationError as error:
                raise SimulatorUnreachableError(
                    f"the answer to {self.method} {self.path} is none of a simulator:"
                    f" {error.error_count()} faults"
                ) from None
        raise problem_of(response)


def problem_of(response: httpx.Response) -> PilotwireError:
    """What a response that is none of success means."""
    status = response.status_code
    try:
        problem: Any = response.json()
    except ValueError:
        problem = {}
    match problem:
        case {"what": str(what), "where": str(where)}:
            pass
        case _:
            return SimulatorUnreachableError(f"the server has answered with HTTP {status}")
    if status == 404:
        return UnknownChargerError(_said_identity(response))
    if status == 504:
        return NotInTimeError(what, where)
    if status in {409, 422}:
        return ActError(what, where)
    return SimulatorUnreachableError(f"HTTP {status}: {printable(what)}")


def _said_identity(response: httpx.Response) -> str:
    steps = response.request.url.path.removeprefix(f"{_PREFIX}/").split("/")
    return steps[1] if len(steps) > 1 else ""


_NOTHING: Final = TypeAdapter[None](None)
_SIMULATOR: Final = TypeAdapter(SimulatorView)
_SUMMARIES: Final = TypeAdapter(tuple[StationSummary, ...])
_STATION: Final = TypeAdapter(StationView)
_DONE: Final = TypeAdapter(Done)
_MESSAGE: Final = TypeAdapter(MessageView)
_RECORDING: Final = TypeAdapter(RecordingView)
_MESSAGES: Final = TypeAdapter(tuple[MessageView, ...])
_VARIABLES: Final = TypeAdapter(tuple[VariableView, ...])
_CERTIFICATES: Final = TypeAdapter(tuple[CertificateView, ...])
_SAMPLES: Final = TypeAdapter(tuple[Sample, ...])
_CSMS: Final = TypeAdapter(CsmsView)
_ANSWERED: Final = TypeAdapter(dict[str, dict[str, JsonValue]])
_JSON: Final = TypeAdapter[JsonValue](JsonValue)


class Calls:
    """Every call of the API."""

    simulator: Final = Call("GET", "/simulator", _SIMULATOR)
    stations: Final = Call("GET", "/stations", _SUMMARIES)
    csms: Final = Call("GET", "/csms", _CSMS)

    @staticmethod
    def set_speed(factor: float) -> Call[None]:
        body = _body({"act": "speed", "factor": factor})
        return Call("POST", "/speed", _NOTHING, body=body)

    @staticmethod
    def add(plan: ChargerPlan) -> Call[StationView]:
        told = plan.model_dump(mode="json", exclude_unset=True)
        if plan.password is not None:
            told["password"] = plan.password.get_secret_value()
        return Call("POST", "/stations", _STATION, body=_body(told), timeout=None)

    @staticmethod
    def remove(identity: str) -> Call[None]:
        return Call("DELETE", _of(identity), _NOTHING, timeout=None)

    @staticmethod
    def station(identity: str) -> Call[StationView]:
        return Call("GET", _of(identity), _STATION)

    @staticmethod
    def do(identity: str, act: AnyAct) -> Call[Done]:
        path = f"{_of(identity)}/acts"
        return Call("POST", path, _DONE, body=_said(act), timeout=None)

    @staticmethod
    def messages(
        identity: str, since: int, most: int, wait: float
    ) -> Call[tuple[MessageView, ...]]:
        query = {"since": str(since), "most": str(most), "wait": str(min(wait, _LONGEST_WAIT))}
        timeout = _TIMEOUT + wait
        return Call("GET", f"{_of(identity)}/messages", _MESSAGES, query, timeout=timeout)

    @staticmethod
    def wait_for(identity: str, want: Want) -> Call[MessageView]:
        path = f"{_of(identity)}/wait-for-message"
        return Call("POST", path, _MESSAGE, body=_said(want), timeout=None)

    @staticmethod
    def variables(identity: str) -> Call[tuple[VariableView, ...]]:
        return Call("GET", f"{_of(identity)}/variables", _VARIABLES)

    @staticmethod
    def certificates(identity: str) -> Call[tuple[CertificateView, ...]]:
        return Call("GET", f"{_of(identity)}/certificates", _CERTIFICATES)

    @staticmethod
    def samples(identity: str, since: datetime | None, most: int) -> Call[tuple[Sample, ...]]:
        query = {"most": str(most)} | ({} if since is None else {"since": since.isoformat()})
        return Call("GET", f"{_of(identity)}/samples", _SAMPLES, query)

    @staticmethod
    def call(
        identity: str, action: str, payload: Mapping[str, JsonValue] | None
    ) -> Call[dict[str, dict[str, JsonValue]]]:
        body = _body({"action": action, "payload": dict(payload or {})})
        path = f"/csms/{quote(identity, safe='')}/call"
        return Call("POST", path, _ANSWERED, body=body, timeout=None)

    @staticmethod
    def answer_boots(
        identity: str, answers: Sequence[tuple[RegistrationStatus, int | None]]
    ) -> Call[None]:
        told: list[JsonValue] = [
            {"status": each, "interval": interval} for each, interval in answers
        ]
        path = f"/csms/{quote(identity, safe='')}/boot-answers"
        return Call("POST", path, _NOTHING, body=_body({"answers": told}))

    @staticmethod
    def recording(name: str | None, expectations: bool) -> Call[RecordingView]:
        query = {"expectations": str(expectations).lower()} | (
            {} if name is None else {"name": name}
        )
        return Call("GET", "/recording", _RECORDING, query)

    @staticmethod
    def record(word: Literal["start", "stop"]) -> Call[None]:
        return Call("POST", f"/recording/{word}", _NOTHING)


def _of(identity: str) -> str:
    return f"/stations/{quote(identity, safe='')}"


def _said(model: BaseModel) -> str:
    return model.model_dump_json()


def _body(told: Mapping[str, JsonValue]) -> str:
    return _JSON.dump_json(dict(told)).decode()


def headers(token: str | None) -> dict[str, str]:
    """What each request says of who it comes from."""
    return {} if token is None else {"Authorization": f"Bearer {token}"}


def read_event(line: str) -> MessageView | None:
    """The message in a line of a stream, if there is one."""
    return (
        _MESSAGE.validate_json(line.removeprefix("data: ")) if line.startswith("data: ") else None
    )


def stream_of(identity: str) -> str:
    """The path of a station's messages as they come."""
    return f"{_PREFIX}{_of(identity)}/messages/stream"


def unreachable(error: httpx.HTTPError) -> SimulatorUnreachableError:
    """What a failure of the network is told as."""
    why = printable(str(error)) or type(error).__name__
    return SimulatorUnreachableError(f"the simulator does not answer: {why}")
