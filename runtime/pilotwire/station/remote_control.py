"""What the CSMS commands: to start and to stop a transaction (F01 to F03)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.authorization.block import AuthorizationBlock
from pilotwire.station.core import Core
from pilotwire.station.csms import Csms
from pilotwire.station.device_model.definitions import setting
from pilotwire.station.device_model.standard import AuthCtrlr, TxCtrlr
from pilotwire.station.events import TokenRefused
from pilotwire.station.evse import changes
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.state import Authorization, EvseState, TxPoint
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.hooks import Hooks
from pilotwire.station.outcome import Outcome
from pilotwire.station.reservation.block import Reservations
from pilotwire.station.smart_charging.block import SmartCharging
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import (
    ChargingProfilePurpose,
    IdTokenKind,
    Reason,
    ReasonCode,
    RequestStartStopStatus,
    TriggerReason,
)

__all__ = ["DEFINITIONS", "RemoteControl", "RemoteStart", "StartOutcome"]

DEFINITIONS = (setting(AuthCtrlr.AuthorizeRemoteStart, True),)

_REJECTED = RequestStartStopStatus.REJECTED
_ACCEPTED = RequestStartStopStatus.ACCEPTED
_STOP = Cause(TriggerReason.REMOTE_STOP, Reason.REMOTE)
_OF_SESSION = frozenset({TxPoint.AUTHORIZED.value, TxPoint.POWER_PATH_CLOSED.value})
"""The stop points that go with the session."""


@dataclass(frozen=True, slots=True)
class RemoteStart:
    """A start that the CSMS asks for.

    Attributes:
        token: For whom.
        remote_start_id: How the CSMS calls it; None in 1.6.
        evse_id: Where; None lets the station pick an EVSE (F01.FR.20).
        group: The group that the token belongs to, where nobody is asked about the token.
        charging_profile: How much the transaction may draw; nobody looks at it where smart
            charging is off (F01.FR.12).
    """

    token: IdToken
    remote_start_id: int | None = None
    evse_id: int | None = None
    group: IdToken | None = None
    charging_profile: datatypes.ChargingProfileType | None = None

    def authorization(self, group: IdToken | None) -> Authorization:
        """What follows from it once the token may charge."""
        return Authorization(self.token, group, self.remote_start_id, self.charging_profile)


@dataclass(frozen=True, slots=True)
class StartOutcome(Outcome[RequestStartStopStatus]):
    """The answer to a remote start: also the transaction, where one runs there already."""

    transaction_id: str | None = None


_NONE: Final[frozenset[int]] = frozenset()
"""One for all: a new one takes 200 bytes, and most stations have no other."""


class RemoteControl:
    """Starts and stops transactions for the CSMS.

    From its acceptance on, a start has its EVSE to itself until the token is authorized or not.
    """

    __slots__ = (
        "_accepted",
        "_authorization",
        "_beginning",
        "_core",
        "_evses",
        "_hooks",
        "_reservations",
        "_smart_charging",
        "_standing",
    )

    def __init__(self, core: Core) -> None:
        self._core = core
        self._standing = core.standing
        self._evses = core.blocks[Evses]
        self._authorization = core.blocks[AuthorizationBlock]
        self._reservations = core.blocks[Reservations]
        self._smart_charging = core.blocks[SmartCharging]
        self._hooks = core.application.find(Hooks) or Hooks()
        self._accepted: dict[int, Csms] = {}
        """EVSEs with a start whose answer is on its way, and to whom: one that is lost with its
        connection begins nothing.
        """
        self._beginning = _NONE
        """EVSEs with a start whose answer has been sent."""

    def request_start(self, start: RemoteStart) -> StartOutcome:
        """Let a token charge (F01, F02)."""
        csms = self._standing.csms
        if csms is None:
            return StartOutcome(_REJECTED, ReasonCode.CS_NOT_ACCEPTED)  # B02.FR.05
        if not self._standing.open:
            return StartOutcome(_REJECTED, ReasonCode.UNSPECIFIED, "about to restart")
        if not self._smart_charging.enabled:
            start = replace(start, charging_profile=None)  # F01.FR.12
        wrong = _wrong_with(start.charging_profile)
        if wrong is not None:
            return StartOutcome(_REJECTED, ReasonCode.INVALID_PROFILE, wrong)
        evse = self._free(start)
        if evse is None:
            return self._rejected(start)
        if start.charging_profile is not None:
            objection = self._smart_charging.objection(evse.id, start.charging_profile)
            if objection is not None:  # F01.FR.26
                return StartOutcome(_REJECTED, objection.reason, objection.text)
        why = self._hooks.refusal(evse.snapshot, start.token, remote=True)
        if why is not None:
            return StartOutcome(_REJECTED, ReasonCode.UNSPECIFIED, why)
        self._accepted[evse.id] = csms

        def begin() -> None:
            self._accepted.pop(evse.id, None)
            self._beginning |= {evse.id}
            self._core.spawn(self._start(evse, start))

        return StartOutcome(
            _ACCEPTED,
            once_sent=begin,
            transaction_id=evse.transaction.id if evse.transaction else None,  # F01.FR.13
        )

    def _rejected(self, start: RemoteStart) -> StartOutcome:
        """Why there is no EVSE for a start (F01.FR.21 to F01.FR.24)."""
        evse_id, token = start.evse_id, start.token
        if evse_id is None:
            return StartOutcome(_REJECTED, ReasonCode.UNSPECIFIED, "no EVSE is free")
        evse = next((each for each in self._evses if each.id == evse_id), None)
        if evse is None:
            return StartOutcome(_REJECTED, ReasonCode.UNKNOWN_EVSE)
        if evse.state.refusal is not None:
            return StartOutcome(_REJECTED, ReasonCode.UNSPECIFIED, evse.state.refusal)
        if evse.state.kept_from(token):
            return StartOutcome(_REJECTED, ReasonCode.UNSPECIFIED, "another driver's plug is in it")
        reserved = self._reserved(evse, start)
        if reserved is not None:
            return StartOutcome(_REJECTED, ReasonCode.UNSPECIFIED, reserved)
        return StartOutcome(_REJECTED, ReasonCode.TX_IN_PROGRESS)

    def request_stop(self, transaction_id: str) -> Outcome[RequestStartStopStatus]:
        """End a transaction (F03)."""
        evse = self._evses.running(transaction_id)
        if self._standing.csms is None:
            return Outcome(_REJECTED, ReasonCode.CS_NOT_ACCEPTED)  # B02.FR.05
        if evse is None:
            return Outcome(_REJECTED, ReasonCode.TX_NOT_FOUND)  # F03.FR.08

        def stop() -> None:
            self._core.spawn(evse.stopped_in_transaction(transaction_id, self._stopped))

        return Outcome(_ACCEPTED, once_sent=stop)

    async def _start(self, evse: EvseControl, start: RemoteStart) -> None:
        await evse.remote_start(start.remote_start_id)
        try:
            await self._authorize(evse, start)
        finally:
            self._beginning = self._beginning - {evse.id} or _NONE
            evse.state.remote_start_id = None

    async def _authorize(self, evse: EvseControl, start: RemoteStart) -> None:
        group = start.group
        reserved = self._reservations.refusal(evse.id, start.token, group, asked=True)
        if (
            (self._core.device_model[AuthCtrlr.AuthorizeRemoteStart] or reserved)  # F01.FR.01
            and start.token.kind != IdTokenKind.CENTRAL  # C05.FR.01
        ):
            decision = await self._authorization.decide(start.token)
            why = decision.refusal(evse.id) or self._reservations.refusal(
                evse.id, start.token, decision.info.group, asked=True
            )
            if why is not None:
                self._core.announce(TokenRefused(evse.id, start.token, why))
                return
            group = decision.info.group
        with self._smart_charging.expecting(evse.id, start.charging_profile):
            await evse.authorized(start.authorization(group))

    def _stopped(self, state: EvseState) -> Cause | None:
        """End the session, and the transaction as TxStopPoint has it (F03.FR.02, F03.FR.03).

        In 1.6 it ends in any case (5.12).
        """
        points = self._core.device_model[TxCtrlr.TxStopPoint]
        ends = not _OF_SESSION.isdisjoint(points)
        if not self._standing.steered_finely or (state.authorization is None and ends):
            return changes.ended(state, _STOP)
        return changes.deauthorized(state, _STOP) or _STOP

    def _reserved(self, evse: EvseControl, start: RemoteStart) -> str | None:
        """Why a start can't have an EVSE that is reserved. 1.6 gives no group along: whether its
        token is of one, the CSMS is asked (1.6 5.13).
        """
        asked = start.group is not None or self._standing.steered_finely
        return self._reservations.refusal(evse.id, start.token, start.group, asked=asked)

    def _free(self, start: RemoteStart) -> EvseControl | None:
        evse_id, token = start.evse_id, start.token
        csms = self._standing.csms
        free = [
            evse
            for evse in self._evses
            if evse.state.authorization is None
            and evse.id not in self._beginning
            and self._accepted.get(evse.id) is not csms
            and evse.state.refusal is None
            and not evse.state.kept_from(token)
            and (evse.transaction is None or evse.transaction.authorized_by is None)
            and evse_id in {None, evse.id}
            and self._reserved(evse, start) is None
        ]
        return min(
            free,
            key=lambda evse: (
                not self._reservations.holds_for(evse.id, token, start.group),
                not evse.state.connected,
            ),
            default=None,
        )


def _wrong_with(profile: datatypes.ChargingProfileType | None) -> str | None:
    """The field of a profile that is not as it must be with a start (F01.FR.09, F01.FR.11)."""
    if profile is None:
        return None
    if profile.charging_profile_purpose is not ChargingProfilePurpose.TX_PROFILE:
        return "chargingProfilePurpose"
    return None if profile.transaction_id is None else "transactionId"
