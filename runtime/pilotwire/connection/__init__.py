"""The connection between a station and its CSMS: both ends, versions, back-off.

The WebSocket ends are in `pilotwire.connection.client` and `pilotwire.connection.server`.
"""

from pilotwire.connection.backoff import reconnect_delays
from pilotwire.connection.endpoint import Connector, Endpoint, TlsFiles
from pilotwire.connection.versions import OcppVersion, Versions

__all__ = ["Connector", "Endpoint", "OcppVersion", "TlsFiles", "Versions", "reconnect_delays"]
