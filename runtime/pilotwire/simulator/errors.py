"""What can be wrong with what a tester wants of a simulated charger."""

from pilotwire.errors import PilotwireError
from pilotwire.foreign import printable

__all__ = ["ActError", "NotInTimeError", "UnknownChargerError"]


class ActError(PilotwireError, ValueError):
    """An act can't be done, and why.

    Attributes:
        what: What is wrong, in words.
        where: The act or the field that it is about: "plug_in.vehicle.soc"; empty if it is neither.
    """

    def __init__(self, what: str, where: str = "") -> None:
        self.what = printable(what)
        self.where = printable(where)
        super().__init__(f"{self.where}: {self.what}" if where else self.what)


class NotInTimeError(ActError, TimeoutError):
    """What was waited for has not come in time."""


class UnknownChargerError(PilotwireError, LookupError):
    """There is no simulated charger of that identity."""

    def __init__(self, identity: str) -> None:
        super().__init__(f"there is no station {printable(identity)!r}")
