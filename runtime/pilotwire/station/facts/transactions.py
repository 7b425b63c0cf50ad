"""Facts of transactions (E)."""

import math
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import ClassVar, Final, Literal, Self

from pilotwire.station.facts.authorization import IdToken, IdTokenInfo
from pilotwire.station.facts.fact import Fact
from pilotwire.station.facts.metering import MeterValue
from pilotwire.station.facts.provisioning import ResetKind
from pilotwire.station.vocabulary import (
    ChargingState,
    EventType,
    OperationMode,
    Reason,
    TriggerReason,
)
from pilotwire.store import TRANSACTION, Lane

__all__ = ["NO_LIMIT", "TransactionAnswered", "TransactionEvent", "TransactionLimit"]


@dataclass(frozen=True, slots=True)
class TransactionLimit:
    """How much a transaction may have (2.1 E16); None where there is no limit.

    Attributes:
        energy_wh: In watt-hours.
        time_s: In seconds since its start.
        soc: The vehicle's state of charge, in percent.
    """

    energy_wh: float | None = None
    time_s: float | None = None
    soc: float | None = None

    def check(self) -> None:
        """Raise ValueError where a limit is no finite number."""
        for name, value in (
            ("energy_wh", self.energy_wh),
            ("time_s", self.time_s),
            ("soc", self.soc),
        ):
            if value is not None and not math.isfinite(value):
                raise ValueError(f"{name} must be a finite number, not {value}")


NO_LIMIT: Final = TransactionLimit()

_NEVER_DROPPED = frozenset(
    {
        TriggerReason.LIMIT_SET,
        TriggerReason.COST_LIMIT_REACHED,
        TriggerReason.ENERGY_LIMIT_REACHED,
        TriggerReason.TIME_LIMIT_REACHED,
        TriggerReason.SOC_LIMIT_REACHED,
    }
)
"""2.1 E12.FR.04."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionEvent(Fact):
    """Something happened in a transaction.

    `id_token` is set where this event is the one to report it, `tells_place` where EVSE or
    connector are news (E01.FR.16), `limit` where limits were set. `authorized_by` is the token that
    the transaction runs under. `register_wh` is the meter's import register.
    `power_path_closed_first` marks the one event of a transaction at which it was first both
    authorized and connected to a vehicle, and `path_closed` all from there on. `tells_key` marks
    the one in which the meter's public key is told, where it is once in a transaction.
    `reservation_id` is the reservation that was used, where `id_token` or the path is news.
    `operation_mode` is set where the schedule is executed as something else (K01.FR.110).
    """

    lane: ClassVar[Lane] = TRANSACTION
    event_type: EventType
    trigger: TriggerReason
    seq_no: int
    transaction_id: str
    evse_id: int
    register_wh: float
    connector_id: int | None = None
    tells_place: bool = True
    charging_state: ChargingState | None = None
    id_token: IdToken | None = None
    authorized_by: IdToken | None = None
    power_path_closed_first: bool = False
    path_closed: bool = False
    remote_start_id: int | None = None
    stopped_reason: Reason | None = None
    reset: ResetKind | None = None
    phases: int | None = None
    limit: TransactionLimit | None = None
    meter_values: tuple[MeterValue, ...] = ()
    tells_key: bool = False
    reservation_id: int | None = None
    operation_mode: OperationMode | None = None
    kind: Literal["transaction"] = "transaction"

    @property
    def in_transaction(self) -> str:
        """Its own."""
        return self.transaction_id

    @property
    def intermediate(self) -> bool:
        """Whether a bill is right without it; nothing but such may be dropped (E04.FR.07)."""
        return (
            self.event_type is EventType.UPDATED
            and self.id_token is None
            and self.remote_start_id is None
            and not self.power_path_closed_first
            and not self.tells_place
            and self.trigger not in _NEVER_DROPPED
            and not self.tells_key
        )

    def shifted(self, by: timedelta) -> Self:
        """The same at the right time, its meter values too."""
        values = tuple(replace(v, timestamp=v.timestamp + by) for v in self.meter_values)
        return replace(self, timestamp=self.timestamp + by, meter_values=values, provisional=None)


@dataclass(frozen=True, slots=True)
class TransactionAnswered:
    """The CSMS has answered an event of a transaction.

    `opened` is the version in which the message began the transaction, `csms_id` the number that
    OCPP 1.6 gives to it, `id_token` what the CSMS says of the token, `limit` what it allows.
    """

    event: TransactionEvent
    opened: str | None = None
    csms_id: int | None = None
    id_token: IdTokenInfo | None = None
    limit: TransactionLimit | None = None
