"""A reservation, and how all of them are kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from pydantic import TypeAdapter

from pilotwire.logs import logger
from pilotwire.station.facts.authorization import IdToken

__all__ = ["Reservation", "as_text", "of_text"]

log = logger(__name__)


@dataclass(frozen=True, slots=True)
class Reservation:
    """An EVSE that is kept free for somebody.

    Attributes:
        id: How the CSMS calls it.
        token: For whom.
        expires: Until when.
        evse_id: Which EVSE it is; None leaves that to the station.
        connector_type: What its connector must be, if that is said (ConnectorEnumType).
        group: A group, any token of which may use it as well.
    """

    id: int
    token: IdToken
    expires: datetime
    evse_id: int | None = None
    connector_type: str | None = None
    group: IdToken | None = None

    def is_for(self, token: IdToken, group: IdToken | None) -> bool:
        """Whether a token may use it, that is of a group, or of none (H03.FR.01 to H03.FR.06)."""
        return self.token.same_as(token) or (group is not None and group.same_as(self.group))

    def fits(self, evse_id: int, kinds: Iterable[str]) -> bool:
        """Whether an EVSE with such connectors may be the one."""
        return self.evse_id in {None, evse_id} and (
            self.connector_type is None or self.connector_type in kinds
        )


def as_text(reservations: tuple[Reservation, ...]) -> str:
    """What is kept of them."""
    return _kept().dump_json(reservations, exclude_none=True).decode()


def of_text(text: str | None) -> tuple[Reservation, ...]:
    """Those that were kept; none where that is damaged."""
    try:
        return () if text is None else _kept().validate_json(text)
    except ValueError:
        log.error("what was kept of reservations is damaged")  # noqa: TRY400 -- its text may hold a token
        return ()


@cache
def _kept() -> TypeAdapter[tuple[Reservation, ...]]:
    return TypeAdapter(tuple[Reservation, ...])
