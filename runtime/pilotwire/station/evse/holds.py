"""Why no energy flows though all else would let it: holds, each declared by who places it.

One stands on an EVSE, or on one of its connectors.
"""

from dataclasses import dataclass

from pilotwire.station.vocabulary import ConnectorStatus

__all__ = ["Allowance", "Hold"]


@dataclass(frozen=True, slots=True)
class Hold:
    """A reason to offer no energy at an EVSE while it stands.

    A block declares its own beside the code that places and lifts them:

        BEFORE_UPDATE = Hold("firmware update", shows=ConnectorStatus.UNAVAILABLE, refuses=True)
        ...
        await evse.hold(BEFORE_UPDATE)

    A hold ends no transaction; who wants that ends it besides.

    Attributes:
        name: What people read of it, and what tells it from others.
        shows: The status that the connectors show under it, instead of Available or Occupied.
        suspends: A session under it counts as suspended by the EVSE (SuspendedEVSE).
        refuses: No session and no transaction may begin under it.
        of_session: It is placed on a session that is on, and goes with it.
        of_transaction: It goes with the transaction.
        after_transaction: It lets the transaction that runs go on: until that is over it keeps
            others from beginning, and nothing else.
    """

    name: str
    shows: ConnectorStatus | None = None
    suspends: bool = False
    refuses: bool = False
    of_session: bool = False
    of_transaction: bool = False
    after_transaction: bool = False


@dataclass(frozen=True, slots=True)
class Allowance:
    """So much energy may a session still have: until its transaction has taken `energy_wh`, when
    `hold` is placed.
    """

    energy_wh: float
    hold: Hold
