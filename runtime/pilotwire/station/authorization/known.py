"""What a block that knows tokens says of one."""

from dataclasses import dataclass

from pilotwire.station.facts.authorization import IdTokenInfo

__all__ = ["Known"]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a token without asking anybody.

    Attributes:
        info: What is so of it.
        asks_again: Whether the CSMS is to be asked nevertheless about one that is not accepted.
    """

    info: IdTokenInfo
    asks_again: bool
