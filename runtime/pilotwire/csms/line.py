"""A connection to a station: what it asks is answered, what the CSMS wants is put into its words.

The rule of this module: nothing else of the CSMS converts between the types of 2.1, which stand for
all of 2.x inside, and those of 2.0.1 on the wire.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias, TypeVar, cast

from pilotwire.connection.versions import OcppVersion
from pilotwire.csms.answers2x import Answers2x
from pilotwire.csms.answers16 import Answers16
from pilotwire.csms.certificates import deliver
from pilotwire.csms.desk import Desk
from pilotwire.errors import CallRefused, CallUnanswered, ConnectionClosed
from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.ocpp import v21
from pilotwire.ocpp.base import Action, AnyRequest, Direction, Message, Request, Response
from pilotwire.ocpp.v16.actions import ACTIONS as ACTIONS_16
from pilotwire.ocpp.v16.handlers import CsmsHandler as CsmsHandler16
from pilotwire.ocpp.v21.actions import ACTIONS as ACTIONS_21
from pilotwire.ocpp.v21.handlers import CsmsHandler as CsmsHandler2x
from pilotwire.ocpp.v201.actions import ACTIONS as ACTIONS_201
from pilotwire.ocpp.v201.conversion import narrow_any, widen_any
from pilotwire.rpc import Answer, ErrorCode, FrameTap, Peer, Transport, Validation

__all__ = ["Line"]

_log = logger(__name__)

MOST_DELIVERIES: Final = 8
"""How many messages that follow upon answers may wait for theirs; a station that leaves them
unanswered is sent no more charging profiles.
"""

R = TypeVar("R", bound=Response)

_Answers: TypeAlias = CsmsHandler16 | CsmsHandler2x

_ACTIONS: Mapping[OcppVersion, Mapping[str, Action]] = MappingProxyType(
    {
        OcppVersion.V1_6: ACTIONS_16,
        OcppVersion.V2_0_1: ACTIONS_201,
        OcppVersion.V2_1: ACTIONS_21,
    }
)
_BOOT: Final = v21.BootNotificationRequest.action


class Line:
    """A connection to a station. `run` must be running for `call` to be answered.

    Args:
        version: The OCPP version of the connection.
        desk: Where the station is served.
        transport: The open connection.
        heartbeat_interval: Seconds between heartbeats that an accepted station is told to keep.
        new_id: Makes message ids.
        tap: Sees each text that is sent or received.
        validation: How what the station says is judged.
    """

    def __init__(
        self,
        version: OcppVersion,
        desk: Desk,
        transport: Transport,
        *,
        heartbeat_interval: int,
        new_id: Callable[[], str],
        tap: FrameTap,
        validation: Validation,
    ) -> None:
        self.version = version
        self.desk = desk
        self._answers: _Answers = (
            Answers16(desk, heartbeat_interval)
            if version is OcppVersion.V1_6
            else Answers2x(desk, heartbeat_interval)
        )
        self._deliveries: set[asyncio.Task[None]] = set()
        self._peer = Peer(
            transport,
            edition=version.edition,
            actions=_ACTIONS[version],
            sends=Direction.FROM_CSMS,
            handler=self._answer,
            new_id=new_id,
            tap=tap,
            validation=validation,
        )

    async def run(self) -> None:
        """Read and answer until the connection is closed."""
        try:
            await self._peer.run()
        finally:
            for task in self._deliveries:
                task.cancel()

    def speaks(self, request: AnyRequest) -> bool:
        """Whether a request is in the types of the wire."""
        action = _ACTIONS[self.version].get(request.action)
        return action is not None and isinstance(request, action.request)

    async def call(self, request: Request[R]) -> R:
        """Send a request that is in the types of the wire; see `rpc.Peer.call`."""
        return await self._peer.call(request)

    async def tell(self, request: Request[R]) -> R:
        """Send a request of 1.6, or one of 2.1 to a station of any 2.x; see `rpc.Peer.call`.

        Raises:
            ValueError: The station speaks 2.0.1, which can't say it.
        """
        if self.version is not OcppVersion.V2_0_1:
            return await self._peer.call(request)
        narrowed = cast("AnyRequest", narrow_any(request))
        return cast("R", widen_any(await self._peer.call(narrowed)))

    async def _answer(
        self, action: Action, message: Message, /
    ) -> Response | Answer[Response] | None:
        response = await self._response(action, message)
        delivery, self.desk.to_deliver = self.desk.to_deliver, None
        profile, self.desk.to_tell = self.desk.to_tell, None
        if response is None:
            return None
        if delivery is not None:
            return Answer(response, lambda: self._follow(deliver(self, delivery)))
        if profile is not None and len(self._deliveries) < MOST_DELIVERIES:
            return Answer(response, lambda: self._follow(self._set_profile(profile)))
        return response

    def _follow(self, what: Coroutine[object, None, None]) -> None:
        task = asyncio.create_task(what)
        self._deliveries.add(task)
        task.add_done_callback(self._deliveries.discard)

    async def _set_profile(self, request: v21.SetChargingProfileRequest) -> None:
        """K15.FR.07. What the station thinks of it is logged."""
        try:
            answer = await self.tell(request)
        except (CallUnanswered, ConnectionClosed, ValueError) as error:
            _log.warning("a charging profile was not taken: %s", printable(str(error)))
            return
        if answer.status is not v21.ChargingProfileStatusEnumType.ACCEPTED:
            _log.warning("the station takes no charging profile: %s", answer.status)

    async def _response(self, action: Action, message: Message) -> Response | None:
        if not action.from_station:
            return None
        if not self._may_send(action):
            if action.response is None:
                return None  # there is no way to tell
            # 2.x B01.FR.10, B02.FR.09, B03.FR.07; 1.6 OCPP-J errata 3.10.
            raise CallRefused(ErrorCode.SECURITY_ERROR, "the station has not been accepted")
        # The table names the protocol's methods, and each answers its request's own response. What
        # an answer says that 2.0.1 can't is an error of ours, and told as such (InternalError).
        answer = getattr(self._answers, action.handler)
        if self.version is not OcppVersion.V2_0_1:
            response: Response | None = await answer(message)
            return response
        return cast("Response", narrow_any(await answer(widen_any(message))))

    def _may_send(self, action: Action) -> bool:
        desk = self.desk
        return desk.accepted or action.name == _BOOT or action.name in desk.invited
