"""`pilotwire csms`: the small CSMS alone."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path

from pilotwire.cli.errors import CliError, checked_token, reason
from pilotwire.cli.lifetime import Stop, run_loop
from pilotwire.cli.messages import brief_id, printable, shortened
from pilotwire.cli.output import say
from pilotwire.cli.trace import Trace
from pilotwire.connection import OcppVersion
from pilotwire.csms import (
    Csms,
    CsmsEvent,
    Session,
    SessionStarted,
    SessionStopped,
    SessionUpdated,
    StationBooted,
    StationConnected,
    StationDisconnected,
)
from pilotwire.rpc import FrameDirection
from pilotwire.station.clock import StationClock, SystemClock

__all__ = ["csms"]


def csms(
    *,
    host: str,
    port: int,
    ocpp: Sequence[str],
    tokens: Sequence[str] | None,
    trace: Path | None,
) -> int:
    """Run a CSMS until a signal comes; the exit code."""
    try:
        versions = OcppVersion.parse_all(ocpp)
    except ValueError as error:
        raise CliError(str(error)) from None
    known = [checked_token(token) for token in tokens or ()] or None
    with Trace(trace) as open_trace:
        return run_loop(lambda stop: _csms(stop, host, port, versions, known, open_trace))


async def _csms(
    stop: Stop,
    host: str,
    port: int,
    versions: Sequence[OcppVersion],
    tokens: Sequence[str] | None,
    trace: Trace,
) -> int:
    clock = StationClock(SystemClock())

    def on_event(event: CsmsEvent) -> None:
        _say(clock.now(), f"{event.identity} {_sentence(event)}")

    def tap(identity: str, direction: FrameDirection, text: str) -> None:
        trace.write(clock.now(), _OF_STATION[direction], text, station=identity)

    served = Csms(
        tokens=tokens,
        clock=clock,
        tap=tap,
        on_event=on_event,
        # Nothing is remembered from run to run: stations that are still there are taken as they
        # are, and transaction ids begin where those of an earlier run did not get to.
        knows_its_stations=True,
        first_transaction_id=int(clock.now().timestamp()),
    )
    async with AsyncExitStack() as stack:
        try:
            serving = await stack.enter_async_context(served.serve(host, port, versions=versions))
        except OSError as error:
            raise CliError(f"cannot listen on {host}:{port}: {reason(error)}") from None
        spoken = " and ".join(filter(None, (", ".join(versions[:-1]), versions[-1])))
        _say(clock.now(), f"listening on ws://{host}:{serving.port} for OCPP {spoken}")
        if tokens is None:
            _say(clock.now(), "no --token is given: every token is accepted")
        await stop.wait()
    return 0


_OF_STATION = {
    FrameDirection.SENT: FrameDirection.RECEIVED,
    FrameDirection.RECEIVED: FrameDirection.SENT,
}


def _say(at: datetime, text: str) -> None:
    say(f"{at:%H:%M:%S} {printable(text)}")


def _sentence(event: CsmsEvent) -> str:
    match event:
        case StationConnected():
            return f"connected with OCPP {event.version}"
        case StationDisconnected():
            return "disconnected"
        case StationBooted(boot=boot):
            return f"booted: {boot.vendor} {boot.model}, {boot.status}"
        case SessionStarted(session=session):
            token = "" if session.token is None else f", token {shortened(session.token)}"
            return f"{_name(session)} started{token}"
        case SessionUpdated(session=session):
            return f"{_name(session)}: {_energy(session)}"
        case SessionStopped(session=session):
            return f"{_name(session)} stopped, {session.reason or 'Local'}: {_energy(session)}"


def _name(session: Session) -> str:
    return f"EVSE {session.evse_id}, session {brief_id(session.transaction_id)}"


def _energy(session: Session) -> str:
    energy_wh = session.energy_wh
    return "energy unknown" if energy_wh is None else f"{energy_wh / 1000:.3f} kWh"
