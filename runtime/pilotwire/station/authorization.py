"""Who may charge: a token is shown, the CSMS is asked, an EVSE is found (C01, C09, C15)."""

import logging
from dataclasses import replace
from typing import Protocol

from pilotwire.errors import CallFailed, CallUnanswered, ConnectionClosed
from pilotwire.hal.interfaces import TokenPresented
from pilotwire.station.core import Core
from pilotwire.station.csms import Question
from pilotwire.station.device_model.definitions import setting
from pilotwire.station.device_model.standard import AuthCtrlr, TxCtrlr
from pilotwire.station.evse import changes
from pilotwire.station.evse.control import Change, EvseControl
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.holds import Hold
from pilotwire.station.evse.state import Authorization, EvseState
from pilotwire.station.facts.authorization import IdToken, IdTokenInfo
from pilotwire.station.facts.transactions import TransactionAnswered
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import AuthorizationStatus, IdTokenKind, Reason, TriggerReason

__all__ = ["AUTHORIZATION", "DEFINITIONS", "AuthorizationBlock", "AuthorizationCsms"]

log = logging.getLogger(__name__)

DEFINITIONS = (setting(AuthCtrlr.OfflineTxForUnknownIdEnabled, False),)

INVALID_TOKEN = Hold("the CSMS withdrew its consent", suspends=True, of_session=True)
"""The transaction goes on without energy (C15.FR.06, E05.FR.02)."""

_STOPPED = Cause(TriggerReason.STOP_AUTHORIZED, Reason.LOCAL)


class AuthorizationCsms(Protocol):
    """Who knows tokens."""

    @property
    def asks_to_no_end(self) -> bool:
        """Whether a token is asked about though it could end no session: none here is of a group.

        2.0.1 wants it (C01.FR.02), the test cases of 1.6 do not.
        """
        ...

    async def authorize(self, token: IdToken) -> IdTokenInfo:
        """Ask whether a token may charge (C01)."""
        ...


AUTHORIZATION: Question[AuthorizationCsms] = Question("authorization")


class AuthorizationBlock:
    """Takes in tokens."""

    __slots__ = ("_core", "_evses", "_standing")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._standing = core.standing
        self._evses = core.blocks[Evses]
        core.heard.on(TokenPresented, self._presented)
        core.delivery.hear.on(TransactionAnswered, self._answered)

    async def _presented(self, event: TokenPresented) -> None:
        await self.present(IdToken(event.token, event.kind), event.evse_id)

    async def present(self, token: IdToken, evse_id: int | None = None) -> bool:
        """A person showed a token at a reader: begin or end a session. Whether it did either."""
        evse = self._find(token, evse_id)
        if evse is None:
            log.info("a token was refused: no EVSE is free")
            return False
        if token.same_as(evse.state.owner):
            await evse.release_plug()  # E05.FR.11
            return True
        running = evse.state.authorization
        if running is not None and running.ended_by(token):
            return await evse.deauthorized(_stopped_by(token))
        if not self._may_begin(evse, token):
            return False
        if running is not None and running.group is None and not self._asks_to_no_end():
            log.info("EVSE %d: a token was refused: another one charges here", evse.id)
            return False
        info = await self.ask(token)
        if not info.accepted or (info.evse_ids and evse.id not in info.evse_ids):  # C01.FR.21
            log.info("EVSE %d: a token was refused: %s", evse.id, info.status)
            return False
        if running is None:
            return await evse.authorized(Authorization(token, info.group))
        if running.shares_group(info.group):
            return await evse.deauthorized(_stopped_by(token))  # C09
        log.info("EVSE %d: a token was refused: another one charges here", evse.id)
        return False

    async def ask(self, token: IdToken) -> IdTokenInfo:
        """What is known of a token: the CSMS's answer, or what holds without one (C15.FR.08)."""
        if token.kind == IdTokenKind.NO_AUTHORIZATION:
            return IdTokenInfo(AuthorizationStatus.ACCEPTED)  # C02.FR.01
        csms = self._standing.offered(AUTHORIZATION)
        if csms is not None:
            try:
                return await csms.authorize(token)
            except CallFailed as error:
                log.warning("an authorization was refused: %s", error)
                return IdTokenInfo(AuthorizationStatus.INVALID)
            except (CallUnanswered, ConnectionClosed) as error:
                log.warning("no answer to an authorization: %s", error)
        if self._core.device_model[AuthCtrlr.OfflineTxForUnknownIdEnabled]:
            return IdTokenInfo(AuthorizationStatus.ACCEPTED)
        return IdTokenInfo(AuthorizationStatus.UNKNOWN)

    def _asks_to_no_end(self) -> bool:
        csms = self._standing.offered(AUTHORIZATION)
        return csms is None or csms.asks_to_no_end

    def _answered(self, answer: TransactionAnswered) -> None:
        """The CSMS answered a transaction event: its word on the token counts (E05, C15).

        It does for the session of that token in that transaction: by the time that it is acted on,
        another driver may be there.
        """
        info, event = answer.id_token, answer.event
        token = event.id_token or event.authorized_by
        evse = self._evses.running(event.transaction_id)
        if info is None or token is None or evse is None:
            return

        def its_own(state: EvseState) -> bool:
            return state.authorization is not None and state.authorization.ended_by(token)

        change = self._grouped(info.group) if info.accepted else self._withdrawn

        def of_the_token(state: EvseState) -> Cause | None:
            return change(state) if its_own(state) else None

        takes = evse.in_transaction
        if not info.accepted:
            log.warning("EVSE %d: the CSMS withdrew its consent: %s", evse.id, info.status)
            if its_own(evse.state):
                takes = evse.stopped_in_transaction
        self._core.spawn(takes(event.transaction_id, of_the_token))

    def _withdrawn(self, state: EvseState) -> Cause | None:
        if self._core.device_model[TxCtrlr.StopTxOnInvalidId]:
            cause = Cause(TriggerReason.DEAUTHORIZED, Reason.DE_AUTHORIZED)
            return changes.deauthorized(state, cause)
        return changes.held(state, INVALID_TOKEN)

    @staticmethod
    def _grouped(group: IdToken | None) -> Change:
        """Let those of a group end the session whose token is of it (C09.FR.03, C09.FR.12)."""

        def change(state: EvseState) -> None:
            if state.authorization is not None and group is not None:
                state.authorization = replace(state.authorization, group=group)

        return change

    def _may_begin(self, evse: EvseControl, token: IdToken) -> bool:
        if not self._standing.open:
            log.info("a token was refused: the station is about to restart")
        elif (
            not self._standing.accepted_once
            and not self._core.device_model[TxCtrlr.TxBeforeAcceptedEnabled]
        ):
            log.info("a token was refused: the CSMS has not accepted the station yet")
        elif evse.state.refusal is not None:
            log.info("EVSE %d: a token was refused: %s", evse.id, evse.state.refusal)
        elif evse.state.kept_from(token):
            log.info("EVSE %d: a token was refused: the plug is another's", evse.id)
        elif (
            evse.state.authorization is None
            and evse.transaction is not None
            and evse.transaction.authorized_by is not None
            and not token.same_as(evse.transaction.authorized_by)
        ):
            log.info(
                "EVSE %d: a token was refused: the transaction is another's", evse.id
            )  # C01.FR.23
        else:
            return True
        return False

    def _find(self, token: IdToken, evse_id: int | None) -> EvseControl | None:
        """The EVSE that a token is meant for, where one reader serves several."""
        if evse_id is not None:
            return next((evse for evse in self._evses if evse.id == evse_id), None)

        def wish(evse: EvseControl) -> int:
            running = evse.state.authorization
            if token.same_as(evse.state.owner) or (running and running.ended_by(token)):
                return 0
            if running is None and evse.state.refusal is None:
                return 1 if evse.state.connected else 2
            return 3

        return min(self._evses, key=wish, default=None)


def _stopped_by(token: IdToken) -> Cause:
    return Cause(_STOPPED.trigger, _STOPPED.reason, token)
