"""What can go wrong inside a station."""

from pilotwire.errors import PilotwireError

__all__ = ["HardwareFault", "Undeliverable"]


class Undeliverable(PilotwireError):  # noqa: N818 - named for what happened
    """A message can never be delivered in the words of this connection's version; the text says
    why.
    """


class HardwareFault(PilotwireError):  # noqa: N818 - named for what happened
    """A piece of hardware failed.

    Attributes:
        code: What failed, in the words of OCPP 1.6's ChargePointErrorCode.
        info: Which part, and how.
    """

    def __init__(self, code: str, info: str) -> None:
        super().__init__(f"{code}: {info}")
        self.code = code
        self.info = info
