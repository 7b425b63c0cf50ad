"""The station side of OCPP, typed. An application begins with a `ChargingStation` and a `Store`.

The names of this module are imported when they are first asked for, so that a part of the package
brings in only what that part needs: `pilotwire.hal.interfaces` nothing, `pilotwire.ocpp` pydantic.
"""

from pkgutil import extend_path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pilotwire.charging_station import ChargingStation
    from pilotwire.store import Store

    __version__: str

__all__ = ["ChargingStation", "Store", "__version__"]

# In the repository the package is spread over three folders; this module lies in one of them.
__path__ = extend_path(__path__, __name__)

# Hidden, because type checkers would take it to mean that there are all names.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        from importlib import import_module, metadata

        match name:
            case "ChargingStation":
                value = import_module("pilotwire.charging_station").ChargingStation
            case "Store":
                value = import_module("pilotwire.store").Store
            case "__version__":
                value = metadata.version("pilotwire")
            case _:
                raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = value
        return value
