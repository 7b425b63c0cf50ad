"""Transactions of 2.x as a CSMS hears of them."""

from pilotwire.ocpp import v21
from tests.support.scene import Opponent, Scene

__all__ = [
    "Status",
    "Trigger",
    "events",
    "numbered",
    "outline",
    "registers",
    "withdraw_consent",
]

Trigger = v21.TriggerReasonEnumType
Status = v21.AuthorizationStatusEnumType


def events(s: Scene) -> list[v21.TransactionEventRequest]:
    """All that the CSMS has heard of transactions."""
    return s.csms.requests(v21.TransactionEventRequest)


def outline(s: Scene) -> list[tuple[str, str, str | None]]:
    """Event type, trigger and charging state of each event."""
    return [
        (
            e.event_type.value,
            e.trigger_reason.value,
            e.transaction_info.charging_state and e.transaction_info.charging_state.value,
        )
        for e in events(s)
    ]


def numbered(s: Scene) -> None:
    """E01.FR.07: sequence numbers begin at 0 and have no gaps."""
    assert [e.seq_no for e in events(s)] == list(range(len(events(s))))
    assert len({e.transaction_info.transaction_id for e in events(s)}) == 1
    assert [e.timestamp for e in events(s)] == sorted(e.timestamp for e in events(s))


def registers(event: v21.TransactionEventRequest) -> list[float]:
    """What the meter's register shows in the event, sample by sample."""
    return [
        sample.value
        for value in event.meter_value or ()
        for sample in value.sampled_value
        if sample.measurand is v21.MeasurandEnumType.ENERGY_ACTIVE_IMPORT_REGISTER
    ]


def withdraw_consent(csms: Opponent) -> None:
    """The CSMS accepts the token when asked, and no longer when the transaction is reported."""
    info = v21.IdTokenInfoType(status=Status.BLOCKED)
    csms.answer(
        v21.TransactionEventRequest,
        lambda e: v21.TransactionEventResponse(id_token_info=info if e.id_token else None),
    )
