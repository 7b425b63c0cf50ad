"""What can go wrong inside a station."""

from pilotwire.errors import PilotwireError

__all__ = ["HardwareFault", "NotAccepted"]


class NotAccepted(PilotwireError):  # noqa: N818 - named for what happened
    """The CSMS, which had accepted the station, says now that it has not."""


class HardwareFault(PilotwireError):  # noqa: N818 - named for what happened
    """A piece of hardware failed.

    Attributes:
        code: What failed: a `hal.interfaces.FaultCode`, or a word of the station's own.
        info: Which part, and how.
    """

    def __init__(self, code: str, info: str) -> None:
        super().__init__(f"{code}: {info}")
        self.code = code
        self.info = info
