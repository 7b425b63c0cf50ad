"""What an application says of firmware."""

from dataclasses import dataclass

__all__ = ["FirmwarePolicy"]


@dataclass(frozen=True, slots=True)
class FirmwarePolicy:
    """What firmware an application lets a station take, and when.

    Attributes:
        unsigned: Whether it need not be signed (L02; UpdateFirmware of 1.6).
        while_charging: Whether it may be downloaded while a transaction runs (L01.FR.13,
            L01.FR.14).
    """

    unsigned: bool = False
    while_charging: bool = True
