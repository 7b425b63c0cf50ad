"""What can be wrong with what an application wants of its station."""

from pilotwire.errors import PilotwireError

__all__ = ["NotConnectedError", "WrongVersionError"]


class NotConnectedError(PilotwireError):
    """There is no connection on which the CSMS has accepted the station."""


class WrongVersionError(PilotwireError, TypeError):
    """The message is of another OCPP version than the connection."""
