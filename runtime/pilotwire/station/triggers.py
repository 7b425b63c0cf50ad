"""What the CSMS can have the station send (F06): a table that blocks enter themselves into.

A block enters the messages that are its own, with a function that says whether one will be sent and
begins to once the answer has left (F06.FR.04). What nobody has entered is not implemented
(F06.FR.08). It may be asked for before the CSMS has accepted the station, too (B02.FR.02).
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Final, TypeAlias

from pilotwire.errors import CallUnanswered, ConnectionClosed
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.csms import Csms
from pilotwire.station.outcome import Outcome
from pilotwire.station.vocabulary import MessageTrigger, ReasonCode, TriggerMessageStatus

__all__ = ["NOT_IMPLEMENTED", "Trigger", "Triggers", "Wish", "refused"]

log = logger(__name__)

NOT_IMPLEMENTED: Final = Outcome(
    TriggerMessageStatus.NOT_IMPLEMENTED, ReasonCode.UNSUPPORTED_REQUEST
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the CSMS wants to be told of.

    Attributes:
        csms: Who asks, and is to be told: accepted or not.
        evse_id: The EVSE; 0 is the station as a whole, None stands for all of them (F06.FR.11).
        connector_id: Its connector; None stands for all of them.
        plain: Whether it is 1.6's own operation that asks, whose messages about files are others
            than those of the white paper.
    """

    csms: Csms
    evse_id: int | None = None
    connector_id: int | None = None
    plain: bool = False


Trigger: TypeAlias = Callable[[Wish], Outcome[TriggerMessageStatus]]
"""Says whether a message will be sent. Where the EVSE is not relevant to it, it is ignored
(F06.FR.03).
"""


class Triggers:
    """The messages that can be triggered."""

    __slots__ = ("_core", "_triggers")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._triggers: dict[MessageTrigger, Trigger] = {}

    def enter(self, message: MessageTrigger, trigger: Trigger) -> None:
        """Let the CSMS have a message sent."""
        self._triggers[message] = trigger

    def trigger(self, message: MessageTrigger, wish: Wish) -> Outcome[TriggerMessageStatus]:
        """Send a message, if that is possible now."""
        trigger = self._triggers.get(message)
        return NOT_IMPLEMENTED if trigger is None else trigger(wish)

    def sending(
        self, send: Callable[[], Coroutine[object, None, None]]
    ) -> Outcome[TriggerMessageStatus]:
        """Accepted: what `send` makes begins once that has been answered.

        That the message is not taken is logged: it would be old news when it is sent again.
        """
        return Outcome(
            TriggerMessageStatus.ACCEPTED, once_sent=lambda: self._core.spawn(_sent(send()))
        )


def refused(reason: ReasonCode, text: str | None = None) -> Outcome[TriggerMessageStatus]:
    """The message will not be sent."""
    return Outcome(TriggerMessageStatus.REJECTED, reason, text)


async def _sent(sending: Coroutine[object, None, None]) -> None:
    try:
        await sending
    except (CallUnanswered, ConnectionClosed) as error:
        log.warning("what the CSMS wanted to be sent was not taken: %s", error)
