"""What can go wrong when the CSMS wants something of a station."""

# ruff: noqa: N818 -- named for what happened

from pilotwire.errors import PilotwireError
from pilotwire.ocpp.v21.standard_values import ReasonCode

__all__ = ["RequestRefused", "StationNotAccepted", "StationNotConnected", "WrongVersion"]


class StationNotConnected(PilotwireError):
    """There is no connection to the station."""


class StationNotAccepted(PilotwireError):
    """The station has not been accepted, so it must not be given this command (B02.FR.05)."""


class WrongVersion(PilotwireError, TypeError):
    """The request is none of the OCPP version that the station speaks."""


class RequestRefused(PilotwireError, ValueError):
    """The CSMS's authority does not sign what it was asked to; the text says why.

    Attributes:
        reason: The same in one of the standard's words.
    """

    def __init__(self, text: str, reason: ReasonCode = ReasonCode.INVALID_CSR) -> None:
        super().__init__(text)
        self.reason = reason
