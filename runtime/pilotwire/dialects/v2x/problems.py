"""What is wrong with components, in OCPP 2.x: NotifyEvent (G05, N07)."""

from __future__ import annotations

from pilotwire.connection import OcppVersion
from pilotwire.dialects.base import Block, Dialect, Report
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import AnyComponent
from pilotwire.station.facts.problems import ProblemChanged

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


class Events(Report[Dialect, ProblemChanged]):
    """Each is an event of its own, which no monitor was set for."""

    def request(
        self, to: Dialect, fact: ProblemChanged, *, offline: bool
    ) -> v21.NotifyEventRequest:
        """NotifyEvent (N07)."""
        del offline
        evse = None
        if fact.evse_id is not None:
            evse = v21.EVSEType(id=fact.evse_id, connector_id=fact.connector_id)
        event = v21.EventDataType(
            event_id=fact.event_id,
            timestamp=fact.timestamp,
            trigger=v21.EventTriggerEnumType.DELTA,
            actual_value="true" if fact.problem else "false",
            tech_code=fact.code,
            tech_info=fact.info or None,
            cleared=fact.cleared or None,
            component=v21.ComponentType(name=fact.component, evse=evse),
            event_notification_type=v21.EventNotificationEnumType.HARD_WIRED_NOTIFICATION,
            variable=v21.VariableType(name=AnyComponent.Problem.name),
            severity=None if to.version is OcppVersion.V2_0_1 else fact.severity,
        )
        return v21.NotifyEventRequest(generated_at=fact.timestamp, seq_no=0, event_data=[event])


BLOCK.report(ProblemChanged, Events())
