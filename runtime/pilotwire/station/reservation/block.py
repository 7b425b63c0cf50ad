"""Reservations: an EVSE is kept free for who has reserved it (H; 1.6 5.1, 5.13).

How a reservation ends:

    used         a session of its token, or of its group, begins: the transaction has its id
    cancelled    by the CSMS, or replaced by another one of the same id
    Expired      its time is over
    Removed      what it needs is Faulted or Unavailable (H01.FR.16, H01.FR.17)

The last two are told to the CSMS, and so is that a reservation was used and no transaction began
(2.1 H03.FR.11). A token that is refused has used nothing.

An EVSE that is needed (`allotment`) shows Reserved. Nobody else's session begins there, not even
before that shows: it is asked in the instant in which one would begin. A transaction may, where it
takes no token (H03, S1), and so a vehicle that is plugged in changes nothing (2.1 G01.FR.09). Where
a vehicle was plugged in before, the EVSE is free for whoever comes with a token, unless all others
are gone and the reservation needs it.
"""

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from pilotwire.flag import Flag
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import Definition, setting, shown
from pilotwire.station.device_model.standard import ChargingStation, ReservationCtrlr
from pilotwire.station.evse import changes
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.holds import Hold
from pilotwire.station.evse.state import Authorization
from pilotwire.station.evse.status import evse_status
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.facts.reservation import ReservationEnded
from pilotwire.station.hardware.checks import connectors_of
from pilotwire.station.outcome import Outcome
from pilotwire.station.reservation.allotment import Site, met, needed
from pilotwire.station.reservation.reservation import Reservation, as_text, of_text
from pilotwire.station.vocabulary import (
    CancelReservationStatus,
    ConnectorStatus,
    ReasonCode,
    ReservationUpdateStatus,
    ReserveNowStatus,
)
from pilotwire.store import StoreUnwritableError

__all__ = ["DEFINITIONS", "RESERVED", "Reservations"]

log = logger(__name__)

DEFINITIONS: tuple[Definition, ...] = (
    shown(ReservationCtrlr.Available, True, constant=True),
    setting(ReservationCtrlr.Enabled, True),
    shown(ReservationCtrlr.NonEvseSpecific, True),
)

RESERVED = Hold("reserved for another", shows=ConnectorStatus.RESERVED)

ANSWER_LOST = 5.0
"""Seconds after which what has changed is told though the answer was lost with the connection."""

LONGEST_LOOK = 60.0
"""Seconds between two looks at the clock, which may be set, while there is a reservation."""

_KEPT = "reservations"
"""Where the store has them."""

_OUT = frozenset({ConnectorStatus.FAULTED, ConnectorStatus.UNAVAILABLE})


class Reservations:
    """The reservations of a station, the eldest first."""

    __slots__ = ("_all", "_core", "_evses", "_kinds", "_news", "_none", "_used", "_watching")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._evses = core.blocks[Evses]
        self._kinds = {
            number: tuple(str(connector.kind) for connector in connectors_of(evse))
            for number, evse in enumerate(core.hardware.evses, start=1)
        }
        self._all = of_text(core.records.state.get(_KEPT))
        self._used: dict[int, int] = {}
        """By EVSE, what its session has used, until a transaction has it."""
        self._news = Flag()
        self._none = Flag()
        self._watching = False
        for evse in self._evses:
            evse.doorkeeper = self
        self._allot()  # before anything can begin
        core.device_model.watch(ChargingStation.AvailabilityState, self._availability_changed)
        asyncio.get_running_loop().call_soon(self._look)

    def _availability_changed(self, _: str) -> None:
        self._look()

    @property
    def pending(self) -> bool:
        """Whether there is any, or one was used and no transaction has begun yet."""
        return bool(self._all or self._used)

    @property
    def standing(self) -> tuple[Reservation, ...]:
        """Those that there are, the eldest first."""
        return self._all

    async def none_pending(self) -> None:
        """Wait until there is none any more."""
        while self.pending:
            self._none.clear()
            await self._none.wait()

    # The CSMS makes and cancels them.

    def reserve(self, wanted: Reservation) -> Outcome[ReserveNowStatus]:
        """Keep an EVSE for somebody (H01), instead of what has the same id (H01.FR.02)."""
        refused = self._refused(wanted)
        if refused is not None:
            return refused
        others = [each for each in self._standing() if each.id != wanted.id]
        free, _ = self._sites()
        if wanted not in met([*others, wanted], free):
            return self._occupied(wanted)
        replaces = len(others) < len(self._all)
        if not self._keep((*others, wanted)):
            return Outcome(ReserveNowStatus.REJECTED, ReasonCode.OUT_OF_STORAGE)
        changed = self._allot()
        again = [
            evse
            for evse in self._evses
            if replaces and evse.id == wanted.evse_id and evse not in changed
        ]
        return Outcome(ReserveNowStatus.ACCEPTED, once_sent=self._telling(changed, again))

    def cancel(self, reservation_id: int) -> Outcome[CancelReservationStatus]:
        """Keep it no longer (H02); nothing else is told of it."""
        rest = tuple(each for each in self._all if each.id != reservation_id)
        if len(rest) == len(self._all):
            return Outcome(CancelReservationStatus.REJECTED, ReasonCode.NOT_FOUND)  # H02.FR.01
        if not self._keep(rest):
            return Outcome(CancelReservationStatus.REJECTED, ReasonCode.OUT_OF_STORAGE)
        changed = self._allot()
        return Outcome(CancelReservationStatus.ACCEPTED, once_sent=self._telling(changed))

    def _refused(self, wanted: Reservation) -> Outcome[ReserveNowStatus] | None:
        """Why there can be no such reservation, however the EVSEs are."""
        settings, clock = self._core.device_model, self._core.clock
        if not settings[ReservationCtrlr.Enabled]:  # H01.FR.01
            return _rejected(ReasonCode.NOT_ENABLED, "reservations are disabled")
        if wanted.evse_id is None and not settings[ReservationCtrlr.NonEvseSpecific]:  # H01.FR.19
            return _rejected(ReasonCode.MISSING_PARAM, "it must be said which EVSE is meant")
        if wanted.evse_id is not None and wanted.evse_id not in self._kinds:
            return _rejected(ReasonCode.UNKNOWN_EVSE)
        if not any(wanted.fits(evse_id, kinds) for evse_id, kinds in self._kinds.items()):
            return _rejected(ReasonCode.UNKNOWN_CONNECTOR_TYPE)
        if self._core.records.low:
            return _rejected(ReasonCode.OUT_OF_STORAGE, "the disk is full, or can't be written")
        if not clock.provisional and wanted.expires <= clock.now():
            return _rejected(ReasonCode.VALUE_TOO_LOW, "it has expired already")
        return None

    def _occupied(self, wanted: Reservation) -> Outcome[ReserveNowStatus]:
        """What all of the EVSEs are that it could be (H01.FR.11, H01.FR.12, H01.FR.14)."""
        statuses = {
            evse_status(evse.state)
            for evse in self._evses
            if wanted.fits(evse.id, self._kinds[evse.id])
        }
        if statuses == {ConnectorStatus.FAULTED}:
            return Outcome(ReserveNowStatus.FAULTED)
        return Outcome(
            ReserveNowStatus.UNAVAILABLE if statuses <= _OUT else ReserveNowStatus.OCCUPIED
        )

    # Who may charge where.

    def refusal(
        self, evse_id: int, token: IdToken, group: IdToken | None = None, *, asked: bool = False
    ) -> str | None:
        """Why a token can't begin a session at an EVSE. Until it is `asked` about its group, it may
        be of one for which the EVSE is reserved (H03.FR.07, H03.FR.08).
        """
        if not self._all or self._admitted(evse_id, token, group) is not None:
            return None
        kinds = self._kinds[evse_id]
        if not asked and any(each.group and each.fits(evse_id, kinds) for each in self._standing()):
            return None
        return RESERVED.name

    def holds_for(self, evse_id: int, token: IdToken, group: IdToken | None = None) -> bool:
        """Whether an EVSE shows Reserved for a token, among others perhaps."""
        return (
            RESERVED in self._evses.get(evse_id).state.holds
            and self._claim(evse_id, token, group) is not None
        )

    def lets_in(self, evse_id: int, authorization: Authorization) -> Authorization | None:
        """What a session begins with: the reservation that it uses, if any; see `Doorkeeper`."""
        if not self._all:
            return authorization
        admitted = self._admitted(evse_id, authorization.token, authorization.group)
        if admitted is None:
            return None
        (claim,) = admitted or (None,)
        return authorization if claim is None else replace(authorization, reservation_id=claim.id)

    def has_let_in(self, evse_id: int, authorization: Authorization) -> None:
        """The reservation is used (H03.FR.09); see `Doorkeeper`."""
        used = authorization.reservation_id
        if used is None:
            return
        self._used[evse_id] = used
        self._evses.get(evse_id).state.reservation_told = None  # an earlier one may be namesake
        rest = tuple(each for each in self._all if each.id != used)
        if not self._keep(rest):
            # No transaction can begin either; a restart finds the reservation as it was.
            self._all = rest
            self._none.set()
        for evse in self._allot():
            self._core.spawn(evse.settle())
        self._look()

    def _admitted(
        self, evse_id: int, token: IdToken, group: IdToken | None
    ) -> tuple[Reservation, ...] | None:
        """The reservation that a token uses at an EVSE, if any; None if that is for others."""
        claim = self._claim(evse_id, token, group)
        rest = [each for each in self._standing() if each is not claim]
        free, plugged = self._sites()
        if evse_id in self._needed(rest, free, plugged):
            return None
        return () if claim is None else (claim,)

    def _claim(self, evse_id: int, token: IdToken, group: IdToken | None) -> Reservation | None:
        """The reservation that a token has at an EVSE; of several, the one that says most."""
        kinds = self._kinds[evse_id]
        return min(
            (
                each
                for each in self._standing()
                if each.fits(evse_id, kinds) and each.is_for(token, group)
            ),
            key=lambda each: (
                each.evse_id is None,
                each.connector_type is None,
                not each.token.same_as(token),
            ),
            default=None,
        )

    def _standing(self) -> Iterator[Reservation]:
        """Those that count: one that has expired holds nothing."""
        clock = self._core.clock
        return (each for each in self._all if clock.provisional or each.expires > clock.now())

    def _sites(self) -> tuple[list[Site], list[Site]]:
        """The EVSEs that are free, and those where nothing is but a vehicle that was plugged in."""
        free, plugged = list[Site](), list[Site]()
        for evse in self._evses:
            status, tx = evse_status(evse.state), evse.transaction
            taken = evse.state.authorization is not None or (tx is not None and tx.authorized_by)
            if status not in _OUT and not taken:
                into = plugged if status is ConnectorStatus.OCCUPIED else free
                into.append(Site(evse.id, self._kinds[evse.id]))
        return free, plugged

    @staticmethod
    def _needed(
        reservations: Sequence[Reservation], free: Sequence[Site], plugged: Sequence[Site]
    ) -> frozenset[int]:
        if len(met(reservations, free)) == len(reservations):
            return needed(reservations, free)
        return needed(reservations, [*free, *plugged])

    def _allot(self) -> list[EvseControl]:
        """Place the holds where they belong now, and nowhere else; the EVSEs that are to settle."""
        free, plugged = self._sites()
        held = self._needed(list(self._standing()), free, plugged) & {site.evse_id for site in free}
        changed: list[EvseControl] = []
        for evse in self._evses:
            change = changes.held if evse.id in held else changes.let_go
            if change(evse.state, RESERVED) is not None:
                changed.append(evse)
        return changed

    # Time passes, and EVSEs are others than they were.

    def _look(self) -> None:
        """Look at what is to be done, in a turn of its own."""
        self._news.set()
        if not self._watching and (self._all or self._used):
            self._watching = True
            self._core.spawn(self._watch())

    async def _watch(self) -> None:
        try:
            while self._all or self._used:
                self._news.clear()
                await self._judge()
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._delay()):
                        await self._news.wait()
        finally:
            self._watching = False

    def _delay(self) -> float:
        """Seconds until the next one can expire."""
        now = self._core.clock.now()
        left = [(each.expires - now).total_seconds() for each in self._all]
        return min([LONGEST_LOOK, *(max(seconds, 0.001) for seconds in left)])

    async def _judge(self) -> None:
        standing = list(self._standing())
        free, plugged = self._sites()
        kept = met(standing, free)
        if len(kept) < len(standing):
            kept = met(standing, [*free, *plugged])
        ended = {
            each: (
                ReservationUpdateStatus.REMOVED
                if each in standing
                else ReservationUpdateStatus.EXPIRED
            )
            for each in self._all
            if each not in kept
        }
        self._all = tuple(each for each in self._all if each in kept)
        for evse in self._allot():
            await evse.settle()  # that it is free again is told first (H04)
        self._tell_unused()
        if ended:
            self._put_down(ended)

    def _put_down(self, ended: Mapping[Reservation, ReservationUpdateStatus]) -> None:
        """What has ended is gone for good in the commit that has the CSMS hear of it."""
        again = {each.id for each in self._all}
        try:
            with self._core.records.atomic():
                self._core.records.state.set(_KEPT, as_text(self._all))
                for each, status in ended.items():
                    log.info("reservation %d: %s", each.id, status)
                    if each.id not in again:  # meanwhile it was made anew
                        self._core.delivery.post(self._fact(each.id, status))
        except StoreUnwritableError as error:
            log.error("that reservations ended is not on the disk: %s", error)  # noqa: TRY400 -- no traceback for a known failure
        self._none.set()

    def _tell_unused(self) -> None:
        """A session has used a reservation, and is over without a transaction (2.1 H03.FR.11)."""
        for evse_id, used in tuple(self._used.items()):
            state = self._evses.get(evse_id).state
            running = state.authorization
            if state.reservation_told != used:
                if running is not None and running.reservation_id == used:
                    continue
                self._core.delivery.tell(self._fact(used, ReservationUpdateStatus.NO_TRANSACTION))
            del self._used[evse_id]
            self._none.set()

    def _fact(self, reservation_id: int, status: ReservationUpdateStatus) -> ReservationEnded:
        clock = self._core.clock
        return ReservationEnded(
            timestamp=clock.now(),
            reservation_id=reservation_id,
            status=status,
            provisional=clock.provisional or None,
        )

    def _keep(self, reservations: tuple[Reservation, ...]) -> bool:
        """Put down which there are; whether that could be done."""
        try:
            with self._core.records.atomic():
                self._core.records.state.set(_KEPT, as_text(reservations))
        except StoreUnwritableError as error:
            log.error("reservations are not changed: %s", error)  # noqa: TRY400 -- no traceback for a known failure
            return False
        self._all = reservations
        self._none.set()
        self._look()
        return True

    def _telling(
        self, changed: Iterable[EvseControl], again: Iterable[EvseControl] = ()
    ) -> "Telling":
        return Telling(self._core, tuple(changed), tuple(again))


class Telling:
    """Tells how EVSEs are now, once the answer has left; or has been lost."""

    __slots__ = ("_again", "_changed", "_core", "_timer")

    def __init__(
        self, core: Core, changed: tuple[EvseControl, ...], again: tuple[EvseControl, ...]
    ) -> None:
        self._core = core
        self._changed = changed
        self._again = again
        self._timer = asyncio.get_running_loop().call_later(ANSWER_LOST, self)

    def __call__(self) -> None:
        self._timer.cancel()
        for evse in self._changed:
            self._core.spawn(evse.settle())
        if self._again:
            self._core.spawn(self._repeat())  # not of a station that has ended meanwhile

    async def _repeat(self) -> None:
        for evse in self._again if self._core.standing.accepted_once else ():
            evse.report_status(again=True)


def _rejected(reason: ReasonCode, text: str | None = None) -> Outcome[ReserveNowStatus]:
    return Outcome(ReserveNowStatus.REJECTED, reason, text)
