"""Who has a say on whose session begins at an EVSE, besides the state of the EVSE."""

from typing import Protocol

from pilotwire.station.evse.state import Authorization

__all__ = ["Anybody", "Doorkeeper"]


class Doorkeeper(Protocol):
    """Is asked within the turn in which a session begins, when nothing else can come between."""

    def lets_in(self, evse_id: int, authorization: Authorization) -> Authorization | None:
        """What the session begins with; None if it may not."""
        ...

    def has_let_in(self, evse_id: int, authorization: Authorization) -> None:
        """It has begun."""
        ...


class Anybody:
    """A doorkeeper who lets everybody in."""

    __slots__ = ()

    def lets_in(self, evse_id: int, authorization: Authorization) -> Authorization | None:
        """As it is."""
        del evse_id
        return authorization

    def has_let_in(self, evse_id: int, authorization: Authorization) -> None:
        """Nothing follows."""
