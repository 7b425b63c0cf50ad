"""Beeps in OCPP 2.x, as a vendor's DataTransfer."""

from pydantic import JsonValue

from pilotwire.dialects.base import Block, Dialect, Report
from pilotwire.ocpp import v21
from pilotwire.ocpp.base import Response
from pilotwire.rpc import Answer
from pilotwire.store import Wire
from tests.unit.station.beeper.block import TUNE, Beeper
from tests.unit.station.beeper.facts import Beeped, BeepHeard

__all__ = ["BLOCK"]

VENDOR = "com.example.beeper"

BLOCK: Block[Dialect] = Block()


class Beeps(Report[Dialect, Beeped]):
    """A beep is a DataTransfer."""

    def request(self, to: Dialect, fact: Beeped, *, offline: bool) -> v21.DataTransferRequest:
        """One with the number of the beep."""
        data: JsonValue = {"count": fact.count, "offline": offline}
        return v21.DataTransferRequest(vendor_id=VENDOR, message_id="beeped", data=data)

    def answered(
        self, to: Dialect, fact: Beeped, wire: Wire, response: Response | None
    ) -> BeepHeard:
        """What is in the answer."""
        assert isinstance(response, v21.DataTransferResponse)
        return BeepHeard(fact.count, str(response.data))


class Tunes:
    """Asks for tunes."""

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def tune(self) -> str:
        """A DataTransfer, too."""
        request = v21.DataTransferRequest(vendor_id=VENDOR, message_id="tune")
        return str((await self._to.call(request)).data)


@BLOCK.command("DataTransfer", lambda: v21.DataTransferRequest)
async def beep(to: Dialect, request: v21.DataTransferRequest) -> Answer[v21.DataTransferResponse]:
    """Beep."""
    outcome = to.block(Beeper).beep()
    kinds = v21.DataTransferStatusEnumType
    info = None
    if outcome.reason is not None:
        info = v21.StatusInfoType(reason_code=outcome.reason, additional_info=outcome.text)
    status = kinds.ACCEPTED if outcome.status else kinds.REJECTED
    return Answer(v21.DataTransferResponse(status=status, status_info=info), outcome.once_sent)


BLOCK.report(Beeped, Beeps())
BLOCK.question(TUNE, Tunes)
