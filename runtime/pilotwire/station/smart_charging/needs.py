"""Vehicles that speak ISO 15118: what they need, and the schedules that they are offered for it
(K15 to K17).

A vehicle that has told its needs waits for schedules, 60 s at most. So:

    the CSMS answers          the vehicle is offered what counts at its EVSE
    Accepted                  once there is a TxProfile for it, or after 55 s (K15.FR.07, K15.FR.08)
    Rejected, Processing      at once (K15.FR.04, K15.FR.05)
    nothing, for there is     at once (K15.FR.15); what the vehicle needs is told later, with the
    no CSMS                   time, where the version has a word for that (K15.FR.20)

Whenever something else counts there than what the vehicle was offered, it is asked to tell its
needs again, and they are not told to the CSMS, which has brought it about (K16.FR.02, K16.FR.09).
A vehicle may also tell other needs by itself (K17).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Protocol, cast

from pilotwire.errors import CallUnanswered, ConnectionClosed
from pilotwire.flag import either, set_before
from pilotwire.foreign import printable
from pilotwire.hal.interfaces import (
    NeedsTold,
    PilotChanged,
    PilotState,
    ScheduleChosen,
    TalkingEvse,
    VehicleTalks,
)
from pilotwire.logs import logger
from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.core import Core
from pilotwire.station.csms import Question
from pilotwire.station.device_model.standard import SmartChargingCtrlr
from pilotwire.station.events import ChargingNeedsTold, ChargingScheduleTaken
from pilotwire.station.evse.evses import Evses
from pilotwire.station.facts.vehicle_schedule import VehicleScheduleAnswered, VehicleScheduleTaken
from pilotwire.station.hardware.calls import TIME_LIMIT, call, words
from pilotwire.station.smart_charging.block import SmartCharging
from pilotwire.station.smart_charging.limits import Limits
from pilotwire.station.smart_charging.offers import Offers
from pilotwire.station.smart_charging.session import Needs, Session
from pilotwire.station.smart_charging.situation import Segment, Situation
from pilotwire.station.smart_charging.vehicle_schedule import (
    Plan,
    expected,
    same,
    within,
)
from pilotwire.station.transactions.log import Transaction
from pilotwire.station.vocabulary import ChargingNeedsStatus, EventType

__all__ = ["NEEDS", "ChargingNeeds", "NeedsCsms", "ToldNeeds"]

log = logger(__name__)

LONGEST_WAIT: Final = 55.0
"""Seconds until a vehicle is offered schedules, whatever the CSMS does: it waits for 60."""

TOLD_BEFORE: Final = 5.0
"""Seconds that needs stand back so that the CSMS knows of the transaction first (K15.FR.16)."""

TOLD_SOON: Final = 60.0
"""Seconds after the beginning of a transaction, or of the talk, in which a vehicle that speaks is
expected to tell its needs (K15.FR.17).
"""


@dataclass(frozen=True, slots=True)
class ToldNeeds:
    """What a vehicle needs, for the CSMS; `at` is when it said so, where that was long ago."""

    evse_id: int
    needs: datatypes.ChargingNeedsType
    max_schedule_tuples: int | None
    at: datetime | None = None


class NeedsCsms(Protocol):
    """Who makes schedules out of what vehicles need."""

    @property
    def tells_late(self) -> bool:
        """Whether it can be told when a vehicle said so (K15.FR.20)."""
        ...

    async def charging_needs(self, told: ToldNeeds) -> ChargingNeedsStatus:
        """Tell what a vehicle needs; what is going to follow."""
        ...


NEEDS: Question[NeedsCsms] = Question("charging needs of vehicles")


class ChargingNeeds:
    """Stands between vehicles that speak ISO 15118 and the CSMS."""

    __slots__ = ("_core", "_evses", "_looking", "_offers", "_sessions", "_smart")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._evses = core.blocks[Evses]
        self._smart = core.blocks[SmartCharging]
        self._sessions: dict[int, Session] = {}
        self._offers = Offers(self._smart)
        self._looking = False
        core.heard.on(VehicleTalks, self._talks)
        core.heard.on(NeedsTold, self._told_needs)
        core.heard.on(ScheduleChosen, self._chose)
        if any(hasattr(evse, "offer_schedules") for evse in core.hardware.evses):
            limits = core.blocks[Limits]
            limits.add(self._chosen)
            limits.watch(self.look)
            self._smart.needs = self
            core.heard.on(PilotChanged, self._pilot_changed)
            core.transactions.alongside.append(self._recorded)
            core.delivery.hear.on(VehicleScheduleAnswered, self._answered)

    # What others ask.

    def told(self, evse_id: int) -> bool:
        """Whether the CSMS has been told the needs of the session there (K01.FR.34)."""
        session, running = self._sessions.get(evse_id), self._evses.get(evse_id).transaction
        return session is not None and running is not None and session.told

    def due(self, evse_id: int) -> bool:
        """Whether it is about to be told, and a profile would come too early (K15.FR.17)."""
        session = self._sessions.get(evse_id)
        if session is None:
            return False
        soon = asyncio.get_running_loop().time() < session.due_by
        return session.pending or (session.needs is None and soon)

    def expected(self, evse_id: int, them: Iterable[Segment]) -> Iterator[Segment]:
        """The same with what the vehicle has said that it is going to take, and the CSMS has
        accepted (SC.04, K15.FR.14).
        """
        session = self._sessions.get(evse_id)
        if session is None or session.plan is None or not session.agreed:
            return iter(them)
        return expected(them, session.plan, self._smart.conditions.site(evse_id).volts)

    def look(self) -> None:
        """What counts at EVSEs may be something else than it was: who was offered schedules is
        asked again where it is (K16.FR.02), once all that happens with it has.
        """
        for session in self._sessions.values():
            session.news.set()
        if self._sessions and not self._looking:
            self._looking = True
            asyncio.get_running_loop().call_soon(self._look_now)

    def _look_now(self) -> None:
        self._looking = False
        now, at = self._core.clock.now(), asyncio.get_running_loop().time()
        for session in self._sessions.values():
            if not session.offers or session.waits or session.asked_at(at):
                continue
            if not same(session.offers, self._offers.alternatives(session, now), now):
                self._core.spawn(self._renegotiate(session))

    def _chosen(self, evse_id: int, situation: Situation) -> Situation:
        """The vehicle goes by one schedule, where profiles have several."""
        session = self._sessions.get(evse_id)
        if session is None or not session.chosen:
            return situation
        return replace(situation, chosen=session.chosen)

    # What vehicles say.

    async def _talks(self, event: VehicleTalks) -> None:
        self._forget(event.evse_id)
        if event.talks and self._hardware(event.evse_id) is not None:
            self._session(event.evse_id)

    async def _told_needs(self, event: NeedsTold) -> None:
        """A round, from the needs of a vehicle on until what it was offered is over."""
        if self._hardware(event.evse_id) is None:
            log.error("EVSE %d tells needs, and has no way to offer schedules", event.evse_id)
            return
        session, running = self._session(event.evse_id), self._evses.get(event.evse_id).transaction
        needs = Needs(event, self._core.clock.now())
        # K16.FR.09: what was told already, and asked for by the station, the CSMS knows.
        known = session.asked_at(asyncio.get_running_loop().time()) and session.told
        mine = session.begin(needs, None if running is None else running.id)
        self._core.announce(ChargingNeedsTold(event.evse_id, needs.told()))
        if not (known and session.told) and self._smart.enabled:
            await self._ask(session, mine)
        if session.round == mine:
            await self._offer(session, mine)

    async def _chose(self, event: ScheduleChosen) -> None:
        session = self._sessions.get(event.evse_id)
        offer = None if session is None else session.offer(event.schedule_id)
        if session is None or session.needs is None or offer is None:
            log.error("EVSE %d: the vehicle took a schedule that it was not offered", event.evse_id)
            return
        site, now = self._smart.conditions.site(event.evse_id), self._core.clock.now()
        phases = session.needs.phases(site.phases)
        plan = Plan.of(event.plan, now, offer, phases, self._offers.selected(session, offer.place))
        fits = within(plan, offer)
        if not fits:
            log.warning("EVSE %d: the vehicle wants more than it was offered", event.evse_id)
        session.plan, session.agreed = plan, False
        if session.chosen != offer.place:
            session.chosen = offer.place
            self._core.blocks[Limits].look()
        self._tell_plan(session, plan, fits=fits)

    def _tell_plan(self, session: Session, plan: Plan, *, fits: bool) -> None:
        most = self._core.device_model[SmartChargingCtrlr.PeriodsPerSchedule]
        volts = self._smart.conditions.site(session.evse_id).volts
        schedule = plan.schedule(volts, most)
        if schedule is None:
            return
        self._core.announce(ChargingScheduleTaken(session.evse_id, schedule, fits))
        self._core.delivery.tell(
            VehicleScheduleTaken(
                timestamp=plan.start,
                provisional=self._core.clock.provisional or None,
                evse_id=session.evse_id,
                schedule=schedule.to_json(),
                selected=None if plan.selected is None else plan.selected.id,
            )
        )

    def _answered(self, answer: VehicleScheduleAnswered) -> None:
        session, fact = self._sessions.get(answer.fact.evse_id), answer.fact
        if session is None or session.plan is None or session.plan.start != fact.timestamp:
            return
        session.agreed = answer.accepted
        if not answer.accepted:
            log.warning("EVSE %d: the CSMS does not accept the vehicle's schedule", fact.evse_id)

    # A round.

    async def _ask(self, session: Session, mine: int) -> None:
        """Tell the CSMS what a vehicle needs, and wait for what it makes of it."""
        loop = asyncio.get_running_loop()
        until = loop.time() + LONGEST_WAIT
        before = self._offers.profiles(session)
        csms = self._core.standing.offered(NEEDS)
        status = None
        if csms is not None:
            status = await self._tell(csms, session, mine, until)
        if not session.told and session.round == mine:
            self._core.spawn(self._tell_later(session, mine))
        if status is not ChargingNeedsStatus.ACCEPTED or session.transaction_id is None:
            return
        while session.round == mine and not self._offers.news(session, before):
            session.news.clear()
            if not await set_before(session.news, until):
                log.warning("EVSE %d: the CSMS has sent no schedule in time", session.evse_id)
                return

    async def _tell(
        self, csms: NeedsCsms, session: Session, mine: int, until: float
    ) -> ChargingNeedsStatus | None:
        session.pending = True
        try:
            async with asyncio.timeout_at(until):
                await self._core.delivery.drained(TOLD_BEFORE)
                if session.round != mine:
                    return None
                # From now on it may make several schedules of them, or has them soon.
                session.told, session.pending = True, False
                return await csms.charging_needs(self._for_csms(session))
        except ConnectionClosed:
            session.told = session.told and session.round != mine
        except (CallUnanswered, TimeoutError) as error:
            why = printable(str(error))
            log.warning("EVSE %d: no answer to what the vehicle needs: %s", session.evse_id, why)
        finally:
            if session.round == mine:
                session.pending = False
        return None

    async def _tell_later(self, session: Session, mine: int) -> None:
        """Tell it once there is a CSMS, with the time (K15.FR.20, K17.FR.17); what it makes of it
        changes what counts, and so comes to the vehicle (K16).
        """
        standing = self._core.standing
        while session.round == mine:
            session.news.clear()
            await either(standing.accepted, session.news)
            if session.round != mine or standing.csms is None:
                continue
            csms = standing.offered(NEEDS)
            if csms is None or not csms.tells_late:
                return
            await self._core.delivery.drained(LONGEST_WAIT)
            if session.round != mine or session.needs is None:
                return
            try:
                session.told = True
                await csms.charging_needs(self._for_csms(session, session.needs.at))
            except ConnectionClosed:
                session.told = False
                await asyncio.sleep(1.0)  # until all know
            except CallUnanswered as error:
                log.warning("EVSE %d: no answer to what it needs: %s", session.evse_id, error)
                return
            else:
                return

    async def _offer(self, session: Session, mine: int) -> None:
        """Give the vehicle schedules, until they are over."""
        loop, now = asyncio.get_running_loop(), self._core.clock.now()
        session.offers = self._offers.alternatives(session, now)
        session.waits = False
        told = [each.told() for each in session.offers]
        await self._order(session, lambda hardware: hardware.offer_schedules(told))
        over = min(each.end for each in session.offers)
        until = loop.time() + (over - self._core.clock.now()).total_seconds()
        while session.round == mine:
            session.news.clear()
            if not await set_before(session.news, until):
                await self._renegotiate(session)
                return

    async def _renegotiate(self, session: Session) -> None:
        """Have the vehicle tell its needs again, to be offered something else (K16)."""
        session.ask_until(asyncio.get_running_loop().time() + TOLD_SOON)
        await self._order(session, lambda hardware: hardware.renegotiate())

    async def _order(
        self, session: Session, order: Callable[[TalkingEvse], Awaitable[None]]
    ) -> None:
        hardware = self._hardware(session.evse_id)
        if hardware is None:
            return
        try:
            await call(lambda: order(hardware), TIME_LIMIT)
        except Exception as error:  # a driver may raise anything
            log.error("EVSE %d: the vehicle is not told: %s", session.evse_id, words(error))  # noqa: TRY400 -- the error says why

    def _for_csms(self, session: Session, at: datetime | None = None) -> ToldNeeds:
        needs = session.needs
        if needs is None:
            raise RuntimeError("no needs were told")
        return ToldNeeds(session.evse_id, needs.told(), needs.said.max_steps, at)

    # Sessions come and go.

    def _hardware(self, evse_id: int) -> TalkingEvse | None:
        """What speaks with the vehicle at an EVSE."""
        evse = self._core.hardware.evses[evse_id - 1]
        return cast("TalkingEvse", evse) if hasattr(evse, "offer_schedules") else None

    def _session(self, evse_id: int) -> Session:
        session = self._sessions.get(evse_id)
        if session is None:
            due_by = asyncio.get_running_loop().time() + TOLD_SOON
            session = self._sessions[evse_id] = Session(evse_id, due_by)
        return session

    def _forget(self, evse_id: int) -> None:
        session = self._sessions.pop(evse_id, None)
        if session is not None:
            session.next_round()

    async def _pilot_changed(self, event: PilotChanged) -> None:
        in_use = self._evses.get(event.evse_id).state.in_use
        if event.state is PilotState.A and in_use in {None, event.connector_id}:
            self._forget(event.evse_id)

    def _recorded(self, tx: Transaction, event_type: EventType) -> Callable[[], None]:
        """Within the commit of an event of a transaction; what is to be done once it is made."""

        def follow() -> None:
            session = self._sessions.get(tx.evse_id)
            if session is None:
                return
            if event_type is EventType.STARTED:
                self._begun(session, tx.id)
            elif event_type is EventType.ENDED and session.transaction_id == tx.id:
                session.forget_transaction()
                session.next_round()

        return follow

    def _begun(self, session: Session, transaction_id: str) -> None:
        """A transaction has begun: what the vehicle has told before is for it. One that has told it
        for an earlier one tells it again.
        """
        session.due_by = asyncio.get_running_loop().time() + TOLD_SOON
        if session.needs is not None:
            session.transaction_id = transaction_id
        elif session.round:
            self._core.spawn(self._order(session, lambda hardware: hardware.renegotiate()))
