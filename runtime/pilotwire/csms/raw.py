"""Requests in the words of the wire: a CSMS sends a station what somebody has written, once it is
valid in the version that the station speaks.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from pydantic import JsonValue, ValidationError

from pilotwire.connection.versions import OcppVersion
from pilotwire.csms.errors import StationNotConnected
from pilotwire.errors import PilotwireError
from pilotwire.foreign import printable
from pilotwire.ocpp.base import Action, CsmsRequest, Response
from pilotwire.ocpp.v16.actions import ACTIONS as ACTIONS_16
from pilotwire.ocpp.v21.actions import ACTIONS as ACTIONS_21
from pilotwire.ocpp.v201.actions import ACTIONS as ACTIONS_201
from pilotwire.rpc.validation import explain

if TYPE_CHECKING:
    from pilotwire.csms.server import Csms

__all__ = ["ACTIONS", "UnsayableRequestError", "call_raw"]

ACTIONS: Final[Mapping[OcppVersion, Mapping[str, Action]]] = {
    OcppVersion.V1_6: ACTIONS_16,
    OcppVersion.V2_0_1: ACTIONS_201,
    OcppVersion.V2_1: ACTIONS_21,
}
"""All messages of each version."""


class UnsayableRequestError(PilotwireError, ValueError):
    """A request is none that a CSMS could send.

    Attributes:
        where: What of it is wrong: "action" or "payload".
    """

    def __init__(self, text: str, where: str) -> None:
        super().__init__(text)
        self.where = where


async def call_raw(
    csms: "Csms", identity: str, action: str, payload: Mapping[str, JsonValue]
) -> dict[str, JsonValue]:
    """Send a request to a station, and return the payload of its answer.

    Raises:
        UnsayableRequestError: no CSMS sends such a request in the version that is spoken.
        StationNotConnected, CallUnanswered, ConnectionClosed: as for `Csms.call`.
    """
    record = csms.stations.get(identity)
    if record is None or record.version is None or not record.connected:
        raise StationNotConnected(f"{printable(identity)} is not connected")
    found = ACTIONS[record.version].get(action)
    if found is None or not found.from_csms or found.response is None:
        raise UnsayableRequestError(
            f"no CSMS of OCPP {record.version} sends a request {printable(action, 50)!r}", "action"
        )
    try:
        request = found.request.from_wire(payload)
    except ValidationError as error:
        raise UnsayableRequestError(explain(error)[1], "payload") from None
    answer: Response = await csms.call(identity, cast("CsmsRequest[Any]", request))
    return answer.to_wire()
