"""What `runtime/pilotwire/__init__.py` offers, for pyright alone.

It looks for a part of a package in another source root only if the package begins there, too.
"""

from pilotwire.charging_station import ChargingStation as ChargingStation
from pilotwire.store import Store as Store

__version__: str
