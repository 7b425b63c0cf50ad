"""Who may charge: a token is shown, an EVSE is found, and a session begins or ends (C01, C09, C15,
C16).
"""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace

from pilotwire.foreign import printable
from pilotwire.hal.interfaces import OwnWord, PilotChanged, TokenPresented
from pilotwire.logs import logger
from pilotwire.station.authorization.attempts import Attempts
from pilotwire.station.authorization.decision import (
    AUTHORIZATION,
    Decision,
    Decisions,
)
from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import AuthCtrlr, TxCtrlr
from pilotwire.station.events import TokenRefused
from pilotwire.station.evse import changes
from pilotwire.station.evse.control import Change, EvseControl
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.holds import Hold
from pilotwire.station.evse.state import Authorization, EvseState
from pilotwire.station.facts.authorization import (
    AdditionalInfo,
    IdToken,
)
from pilotwire.station.facts.transactions import TransactionAnswered
from pilotwire.station.hooks import Hooks
from pilotwire.station.reservation.block import Reservations
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import IdTokenKind, Reason, TriggerReason

__all__ = ["NO_TOKEN", "SELECTION_LIMIT", "AuthorizationBlock"]

log = logger(__name__)

INVALID_TOKEN = Hold("the CSMS withdrew its consent", suspends=True, of_session=True)
"""The transaction goes on without energy (C15.FR.06, E05.FR.02)."""

SELECTION_LIMIT = 60.0
"""Seconds that the owner of a master pass has to select what is to end."""

NO_TOKEN = IdToken("", IdTokenKind.NO_AUTHORIZATION)
"""What a session runs under that nobody had to authorize."""


class AuthorizationBlock:
    """Takes in tokens."""

    __slots__ = (
        "_attempts",
        "_core",
        "_decisions",
        "_evses",
        "_hooks",
        "_reservations",
        "_standing",
    )

    def __init__(self, core: Core) -> None:
        self._core = core
        self._standing = core.standing
        self._evses = core.blocks[Evses]
        self._reservations = core.blocks[Reservations]
        self._hooks = core.application.find(Hooks) or Hooks()
        self._decisions = Decisions(core, self._hooks)
        self._attempts = Attempts()
        core.heard.on(TokenPresented, self._presented)
        core.heard.on(PilotChanged, self._pilot_changed)
        core.delivery.hear.on(TransactionAnswered, self._answered)

    async def decide(self, token: IdToken) -> Decision:
        """Whether a token may charge (`station.authorization.decision` says how)."""
        return await self._decisions.decide(token)

    async def _presented(self, event: TokenPresented) -> None:
        kinds = self._core.device_model[AuthCtrlr.SupportedIdTokenTypes]
        if event.kind not in kinds and not isinstance(event.kind, OwnWord):
            log.error("a reader gave a token of a kind that does not count here; it was ignored")
            return
        additional = tuple(AdditionalInfo(text, what) for what, text in event.additional)
        await self.present(IdToken(event.token, event.kind, additional), event.evse_id)

    async def present(self, token: IdToken, evse_id: int | None = None) -> bool:
        """A person showed a token at a reader: begin or end a session. Whether it did either."""
        evse = self._find(token, evse_id)
        if evse is None:
            return self._refused(None, token, "no EVSE is free")
        if token.same_as(evse.state.owner):
            await evse.release_plug()  # E05.FR.11
            return True
        running = evse.state.authorization
        if running is not None and (running.ended_by(token) or self._of_its_group(running, token)):
            return await evse.deauthorized(_stopped_by(token))  # C01.FR.03
        refusal = self._refusal(evse, token)
        if refusal is not None and not self._may_be_master_pass():
            return self._refused(evse, token, refusal)
        wait = self._attempts.wait(token)
        if wait > 0:
            return self._refused(evse, token, f"too many were wrong: not for {wait:.0f} s")
        decision = await self.decide(token)
        self._attempts.note(token, accepted=decision.info.accepted)
        if decision.master_pass:
            return await self._end_by_master_pass(token)
        refusal = refusal or decision.refusal(evse.id)
        if refusal is None and running is None:
            group = decision.info.group
            refusal = self._reservations.refusal(evse.id, token, group, asked=True)
        if refusal is not None:
            return self._refused(evse, token, refusal)
        if running is None:
            return await evse.authorized(Authorization(token, decision.info.group))
        now = evse.state.authorization
        same = now is not None and now.ended_by(running.token)
        if now is not None and same and now.shares_group(decision.info.group):
            return await evse.deauthorized(_stopped_by(token))  # C09
        return self._refused(evse, token, "another one charges here")

    async def begin(self, token: IdToken, evse: EvseControl) -> bool:
        """Let a token charge that nobody is asked about; False if something is against it."""
        refusal = self._refusal(evse, token) or self._reservations.refusal(
            evse.id, token, asked=True
        )
        if refusal is None and evse.state.authorization is not None:
            refusal = "another one charges here"
        if refusal is not None:
            return self._refused(evse, token, refusal)
        return await evse.authorized(Authorization(token))

    def _refused(self, evse: EvseControl | None, token: IdToken, why: str) -> bool:
        """Say so; False, as the outcome."""
        if evse is None:
            log.info("a token was refused: %s", printable(why))
        else:
            log.info("EVSE %d: a token was refused: %s", evse.id, printable(why))
        self._core.announce(TokenRefused(None if evse is None else evse.id, token, why))
        return False

    def _of_its_group(self, running: Authorization, token: IdToken) -> bool:
        """Whether a token is known here to be accepted, and of the session's group (C09.FR.07)."""
        if running.group is None:
            return False
        info = self._decisions.known(token)
        return info is not None and info.accepted and running.shares_group(info.group)

    def _may_be_master_pass(self) -> bool:
        """Whether it is worth asking whose group a token is, though no session can begin."""
        return bool(self._core.device_model[AuthCtrlr.MasterPassGroupId]) and any(
            _holder(evse) is not None for evse in self._evses
        )

    async def _end_by_master_pass(self, token: IdToken) -> bool:
        """End all sessions, or those that are selected (C16)."""
        holders = {evse: _holder(evse) for evse in self._evses if _holder(evse) is not None}
        selected = await self._selected(list(holders))
        log.info("a master pass ends the sessions of %d EVSEs", len(selected))
        cause = Cause(TriggerReason.STOP_AUTHORIZED, Reason.MASTER_PASS, token)  # C16.FR.08
        for evse in selected:
            now = _holder(evse)
            if now is None or not now.same_as(holders[evse]):
                continue  # meanwhile it is another's
            if not await evse.deauthorized(cause):
                await evse.release_plug()
        return bool(selected)

    async def _selected(self, evses: list[EvseControl]) -> list[EvseControl]:
        display = self._hooks.master_pass_display
        if display is None:
            return evses  # C16.FR.02
        shown = tuple(evse.snapshot() for evse in evses)
        try:
            async with asyncio.timeout(SELECTION_LIMIT):
                chosen = await display(shown)
        except TimeoutError:
            log.info("nothing was selected with a master pass")
            return []
        except Exception:  # the application's code may raise anything
            log.exception("the application failed to let the owner of a master pass select")
            return []
        return [evse for evse in evses if evse.id in chosen]

    def _asks_to_no_end(self) -> bool:
        csms = self._standing.offered(AUTHORIZATION)
        return csms is None or csms.asks_to_no_end

    # Where nobody needs to be authorized.

    def _pilot_changed(self, event: PilotChanged) -> Coroutine[object, None, None]:
        state = self._evses.get(event.evse_id).state
        comes = event.state.connected and not state.pilots[event.connector_id - 1].connected
        return self._free_vending(event.evse_id, comes=comes)

    async def _free_vending(self, evse_id: int, *, comes: bool) -> None:
        """A vehicle that comes may charge at once where nobody is to be authorized
        (AuthCtrlr.Enabled; C02, remarks).
        """
        if not comes or self._core.device_model[AuthCtrlr.Enabled]:
            return
        evse = self._evses.get(evse_id)
        if self._too_early():
            await self._standing.accepted.wait()
        if evse.state.connected and self._refusal(evse, NO_TOKEN) is None:
            await evse.authorized(Authorization(NO_TOKEN))

    # What the CSMS says later.

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
        accepted = info.accepted and (not info.evse_ids or evse.id in info.evse_ids)  # C01.FR.21
        if not accepted:
            log.warning("EVSE %d: the CSMS withdrew its consent: %s", evse.id, info.status)
        if not accepted and not self._core.device_model[TxCtrlr.StopTxOnInvalidId]:
            self._suspend(evse, event.transaction_id, token)
            return
        if accepted:
            change = _of_token(token, self._accepted(info.group))
            self._core.spawn(evse.in_transaction(event.transaction_id, change))
        else:
            self._stop(evse, event.transaction_id, token, _of_token(token, self._withdrawn))

    def _withdrawn(self, state: EvseState) -> Cause | None:
        """End the session, and the transaction as TxStopPoint has it (E05.FR.09, E05.FR.10); in any
        case in 1.6, which steers coarsely (3.5.4).
        """
        cause = Cause(
            TriggerReason.DEAUTHORIZED,
            Reason.DE_AUTHORIZED,
            ends=not self._standing.steered_finely,
        )
        return changes.deauthorized(state, cause)

    def _stop(self, evse: EvseControl, transaction_id: str, token: IdToken, change: Change) -> None:
        """Let something happen that forbids energy; it is cut at once where that concerns it."""
        running = evse.state.authorization
        its_own = running is not None and running.ended_by(token)
        takes = evse.stopped_in_transaction if its_own else evse.in_transaction
        self._core.spawn(takes(transaction_id, change))

    def _suspend(self, evse: EvseControl, transaction_id: str, token: IdToken) -> None:
        """Let no energy flow, or only so much (E05.FR.02, E05.FR.03; C15.FR.06, C15.FR.07)."""

        allowed = self._core.device_model[TxCtrlr.MaxEnergyOnInvalidId]
        if allowed:
            change = _of_token(token, lambda state: changes.allowed(state, allowed, INVALID_TOKEN))
            self._core.spawn(evse.in_transaction(transaction_id, change))
        else:
            held = _of_token(token, lambda state: changes.held(state, INVALID_TOKEN))
            self._stop(evse, transaction_id, token, held)

    @staticmethod
    def _accepted(group: IdToken | None) -> Change:
        """Let those of a group end the session whose token is of it (C09.FR.03, C09.FR.12), and
        energy flow again if it may not have until now.
        """

        def change(state: EvseState) -> Cause | None:
            if state.authorization is not None and group is not None:
                state.authorization = replace(state.authorization, group=group)
            state.allowance = None
            return changes.let_go(state, INVALID_TOKEN)

        return change

    def _too_early(self) -> bool:
        return (
            not self._standing.accepted_once
            and not self._core.device_model[TxCtrlr.TxBeforeAcceptedEnabled]
        )

    def _refusal(self, evse: EvseControl, token: IdToken) -> str | None:
        """Why a token can do nothing at an EVSE, whatever the CSMS says of it."""
        if not self._standing.open:
            return "the station is about to restart"
        if self._too_early():
            return "the CSMS has not accepted the station yet"
        running, tx = evse.state.authorization, evse.transaction
        if evse.state.refusal is not None:
            return evse.state.refusal
        if evse.state.kept_from(token):
            return "the plug is another's"
        if running is not None and running.group is None and not self._asks_to_no_end():
            return "another one charges here"
        if (
            running is None
            and tx is not None
            and tx.authorized_by is not None
            and not token.same_as(tx.authorized_by)
        ):
            return "the transaction is another's"  # C01.FR.23
        if running is not None:
            return None
        return self._reservations.refusal(evse.id, token) or self._hooks.refusal(
            evse.snapshot, token, remote=False
        )

    def _find(self, token: IdToken, evse_id: int | None) -> EvseControl | None:
        """The EVSE that a token is meant for, where one reader serves several."""
        if evse_id is not None:
            return next((evse for evse in self._evses if evse.id == evse_id), None)

        def wish(evse: EvseControl) -> int:
            running = evse.state.authorization
            if token.same_as(evse.state.owner) or (running and running.ended_by(token)):
                return 0
            if running is not None or evse.state.refusal is not None:
                return 5
            if self._reservations.holds_for(evse.id, token):
                return 1
            if self._reservations.refusal(evse.id, token, asked=True) is not None:
                return 4  # unless it is of the group for which it is reserved
            return 2 if evse.state.connected else 3

        return min(self._evses, key=wish, default=None)


def _holder(evse: EvseControl) -> IdToken | None:
    """Whose session is on at an EVSE, or whose plug is kept there."""
    running = evse.state.authorization
    return evse.state.owner if running is None else running.token


def _stopped_by(token: IdToken) -> Cause:
    return Cause(TriggerReason.STOP_AUTHORIZED, Reason.LOCAL, token)


def _of_token(token: IdToken, change: Change) -> Change:
    """Let something happen if the session is still that of the token."""

    def guarded(state: EvseState) -> Cause | None:
        running = state.authorization
        return change(state) if running is not None and running.ended_by(token) else None

    return guarded
