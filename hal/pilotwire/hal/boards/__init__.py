"""Controllers that have pilot and relay in their own hands, over a serial line.

    hardware = OpenEvseStation([OpenEvse("/dev/ttyAMA0")])

docs/boards.md tells what such a board can be told, and what not.
"""

from pilotwire.hal.boards.openevse import OpenEvse
from pilotwire.hal.boards.station import OpenEvseStation

__all__ = ["OpenEvse", "OpenEvseStation"]
