"""The versions of OCPP, each as a translation of what the station does; nothing is done here.

A dialect is chosen when the CSMS has accepted a subprotocol, and lives as long as that connection.
"""

from pilotwire.connection import OcppVersion
from pilotwire.dialects.application import Application
from pilotwire.dialects.base import Dialect
from pilotwire.station.station import Station

__all__ = ["SPOKEN", "Dialect", "dialect_for"]

SPOKEN = (OcppVersion.V2_1, OcppVersion.V2_0_1, OcppVersion.V1_6)
"""The versions of OCPP, the newest first."""


def dialect_for(version: OcppVersion, station: Station, application: Application) -> Dialect:
    """The dialect of a version; only the messages that it needs are imported."""
    match version:
        case OcppVersion.V1_6:
            from pilotwire.dialects.v16.dialect import Dialect16

            return Dialect16(station, application)
        case OcppVersion.V2_0_1:
            from pilotwire.dialects.v201 import Dialect201

            return Dialect201(station, application)
        case OcppVersion.V2_1:
            from pilotwire.dialects.v2x.dialect import Dialect21

            return Dialect21(station, application)
