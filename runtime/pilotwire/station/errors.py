"""What can go wrong inside a station."""

from pilotwire.errors import PilotwireError
from pilotwire.foreign import printable
from pilotwire.hal.interfaces import AnyFaultCode

__all__ = ["HardwareFault", "NotAccepted"]


class NotAccepted(PilotwireError):  # noqa: N818 -- named for what happened
    """The CSMS, which had accepted the station, says now that it has not."""


class HardwareFault(PilotwireError):  # noqa: N818 -- named for what happened
    """A piece of hardware failed.

    Attributes:
        code: What failed.
        info: Which part, and how.
    """

    def __init__(self, code: AnyFaultCode, info: str) -> None:
        super().__init__(f"{printable(code)}: {printable(info)}")
        self.code = code
        self.info = info
