"""Beeps in OCPP 1.6, as a vendor's DataTransfer."""

from pilotwire.dialects.base import Dialect, Report
from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp import v16
from pilotwire.ocpp.base import Response
from pilotwire.ocpp.specs import INTEGER, Access, ConfigurationKey
from pilotwire.rpc import Answer
from pilotwire.store import Wire
from tests.unit.station.beeper.block import TUNE, VOLUME, Beeper
from tests.unit.station.beeper.facts import Beeped, BeepHeard

__all__ = ["BLOCK"]

VENDOR = "com.example.beeper"

BLOCK = Block16()

_VOLUME = ConfigurationKey(
    name="BeeperVolume", access=Access.READ_WRITE, profile="", datatype=INTEGER
)

BLOCK.key(_VOLUME, VOLUME)


class Beeps(Report[Dialect, Beeped]):
    """A beep is a DataTransfer; its data is a text."""

    def request(self, to: Dialect, fact: Beeped, *, offline: bool) -> v16.DataTransferRequest:
        """One with the number of the beep."""
        data = f"{fact.count} {'offline' if offline else 'online'}"
        return v16.DataTransferRequest(vendor_id=VENDOR, message_id="beeped", data=data)

    def answered(
        self, to: Dialect, fact: Beeped, wire: Wire, response: Response | None
    ) -> BeepHeard:
        """What is in the answer."""
        assert isinstance(response, v16.DataTransferResponse)
        return BeepHeard(fact.count, response.data or "")


class Tunes:
    """Asks for tunes."""

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def tune(self) -> str:
        """A DataTransfer, too."""
        request = v16.DataTransferRequest(vendor_id=VENDOR, message_id="tune")
        return (await self._to.call(request)).data or ""


@BLOCK.command("DataTransfer", lambda: v16.DataTransferRequest)
async def beep(to: Dialect, request: v16.DataTransferRequest) -> Answer[v16.DataTransferResponse]:
    """Beep."""
    outcome = to.block(Beeper).beep()
    kinds = v16.DataTransferStatus
    status = kinds.ACCEPTED if outcome.status else kinds.REJECTED
    return Answer(v16.DataTransferResponse(status=status), outcome.once_sent)


BLOCK.report(Beeped, Beeps())
BLOCK.question(TUNE, Tunes)
