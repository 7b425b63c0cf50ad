"""The CSMS of a simulator, as views."""

from pilotwire.csms import Csms, Session, StationRecord
from pilotwire.simulator.views import CsmsSessionView, CsmsStationView, CsmsView

__all__ = ["csms_view"]


def csms_view(csms: Csms, url: str) -> CsmsView:
    """What a CSMS knows."""
    return CsmsView(url=url, stations=tuple(_station(each) for each in csms.stations.values()))


def _station(record: StationRecord) -> CsmsStationView:
    return CsmsStationView(
        identity=record.identity,
        connected=record.connected,
        version=record.version,
        registration=record.registration,
        statuses={
            f"{evse_id}.{connector_id}": each.status
            for (evse_id, connector_id), each in record.connectors.items()
        },
        sessions=tuple(_session(each) for each in record.sessions),
        security_events=tuple(each.event for each in record.security_events),
    )


def _session(session: Session) -> CsmsSessionView:
    return CsmsSessionView(
        transaction_id=session.transaction_id,
        evse_id=session.evse_id,
        connector_id=session.connector_id,
        token=session.token,
        started=session.started,
        stopped=session.stopped,
        reason=session.reason,
        energy_wh=session.energy_wh,
        priority=session.priority,
    )
