"""The versions of OCPP, each as a translation of what the station does; nothing is done here.

A dialect is chosen when the CSMS has accepted a subprotocol, and lives as long as that connection.
"""

from pilotwire.connection import OcppVersion
from pilotwire.dialects.base import Dialect
from pilotwire.rpc import Handlers
from pilotwire.station.station import Station

__all__ = ["SPOKEN", "Dialect", "dialect_for"]

SPOKEN = (OcppVersion.V2_0_1, OcppVersion.V1_6)
"""The versions that there is a dialect for, the newest first."""


def dialect_for(version: OcppVersion, station: Station, handlers: Handlers) -> Dialect:
    """The dialect of a version; only that version's messages are imported.

    Raises:
        ValueError: there is none.
    """
    match version:
        case OcppVersion.V1_6:
            from pilotwire.dialects.v16.dialect import Dialect16

            return Dialect16(station, handlers)
        case OcppVersion.V2_0_1:
            from pilotwire.dialects.v201 import Dialect201

            return Dialect201(station, handlers)
        case _:
            raise ValueError(f"there is no dialect for OCPP {version}")
