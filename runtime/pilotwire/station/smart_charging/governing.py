"""How the governor works while there is anything to be limited; see `limits`."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime

from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import ClockCtrlr, SmartChargingCtrlr
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.governed import SWITCHING
from pilotwire.station.evse.governor import NO_SHARE, UNLIMITED, Grant, LimitReason
from pilotwire.station.evse.state import SUSPENDED_AFTER
from pilotwire.station.smart_charging.current import Current, Known
from pilotwire.station.smart_charging.ledger import Ledger
from pilotwire.station.smart_charging.live import LiveConditions
from pilotwire.station.smart_charging.profiles import WHOLE_STATION
from pilotwire.station.smart_charging.sharing import (
    Claim,
    SharingError,
    StationLimit,
    checked,
    fair_share,
)

__all__ = ["Governing"]

log = logger(__name__)

SOC_INTERVAL = 10.0
"""Seconds between two looks at a vehicle's state of charge, where a limit depends on it."""

IDLE_INTERVAL = 60.0
"""Seconds between two boundaries of a schedule of an EVSE where nobody is, at least."""

_TINY = 1e-6

_OURS = frozenset({NO_SHARE, SWITCHING})


class Governing:
    """Governs all EVSEs of a station, from the first limit on.

    `conditions` tell how things are there.
    """

    __slots__ = (
        "_conditions",
        "_core",
        "_current",
        "_evses",
        "_ledger",
        "_looking",
        "_order",
        "_shared",
        "_station",
        "_stopped",
        "_timer",
        "_watching_soc",
    )

    def __init__(self, core: Core, station: StationLimit, conditions: LiveConditions) -> None:
        self._core = core
        self._evses = core.blocks[Evses]
        self._station = station
        self._conditions = conditions
        self._current = Current(core, conditions)
        self._ledger = Ledger(self._evses, self.look)
        self._order: list[int] = []
        """EVSEs with a session and a vehicle, those that came first at the head."""
        self._shared: tuple[float, list[Claim], Mapping[int, float]] = (0.0, [], {})
        """What was shared out last: how much, among which claims, and how."""
        self._looking = False
        self._stopped = False
        self._timer: asyncio.TimerHandle | None = None
        self._watching_soc: asyncio.TimerHandle | None = None
        core.device_model.watch(SmartChargingCtrlr.Enabled, lambda _: self.refresh())
        for variable in (ClockCtrlr.TimeZone, ClockCtrlr.TimeOffset):
            core.device_model.watch(variable, lambda _: self.look())
        core.clock.watch(self._clock_set)

    def stop(self) -> None:
        """Nothing is looked at any more."""
        self._stopped = True
        self._core.clock.unwatch(self._clock_set)
        self._ledger.stop()
        for timer in (self._timer, self._watching_soc):
            if timer is not None:
                timer.cancel()

    # What an EVSE asks.

    def grant(self, evse_id: int) -> Grant:
        """What an EVSE may offer now."""
        if not self._limited:
            return UNLIMITED
        grant, claims = self._assessed(self._evses.get(evse_id))
        if claims:
            amperes = self._evses.get(evse_id).governed.most()
            self._ledger.reserve(
                evse_id, amperes if grant.amperes is None else min(grant.amperes, amperes)
            )
        return grant

    def settled(self, evse_id: int) -> None:
        """An EVSE offers what it offers; others may have to look at what that leaves."""
        self._ledger.settled(evse_id)
        if self._limited:
            self._soon()

    # When anything is another.

    def look(self) -> None:
        """Have those EVSEs settle again for which another amount counts than they were granted."""
        self._looking = False
        if self._stopped:
            return
        for evse in self._evses:
            grant = self._assessed(evse)[0] if self._limited else UNLIMITED
            if grant != evse.state.grant:
                self._core.spawn(evse.regranted(grant))
        for looked in self._conditions.watching:
            looked()
        self._arrange()

    def _soon(self) -> None:
        if not self._looking and not self._stopped:
            self._looking = True
            asyncio.get_running_loop().call_soon(self.look)

    def refresh(self) -> None:
        """There are other profiles, or they begin or cease to count."""
        self._current.refresh()
        self.look()

    def _clock_set(self) -> None:
        self._current.forget()
        self.look()

    @property
    def _limited(self) -> bool:
        return bool(self._current.profiles) or self._station.max_current_a is not None

    def _arrange(self) -> None:
        """Look again at the next boundary."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not self._limited:
            return
        now = self._core.clock.now()
        delays = [self._delay(self._current.at(WHOLE_STATION), now)]
        for evse in self._evses:
            delay = self._delay(self._current.at(evse.id), now)
            if delay is not None and not _in_use(evse):
                delay = max(delay, IDLE_INTERVAL)
            delays.append(delay)
        loop = asyncio.get_running_loop()
        first = min((each for each in delays if each is not None), default=None)
        if first is not None:
            self._timer = loop.call_later(first, self.look)
        if self._watching_soc is None and self._to_be_watched():
            self._watching_soc = loop.call_later(SOC_INTERVAL, self._look_at_soc)

    def _delay(self, known: Known, now: datetime) -> float | None:
        end = known.segment.end
        return None if end is None else max(0.0, (end - now).total_seconds()) + 0.001

    # The state of charge (K01.FR.100).

    def _to_be_watched(self) -> list[EvseControl]:
        if not self._conditions.by_soc:
            return []
        return [evse for evse in self._evses if evse.state.closed and evse.metering.soc is not None]

    def _look_at_soc(self) -> None:
        self._watching_soc = None
        for evse in self._to_be_watched():
            self._core.spawn(self._read_soc(evse))

    async def _read_soc(self, evse: EvseControl) -> None:
        await evse.metering.look()
        self.look()

    # What counts.

    def _assessed(self, evse: EvseControl) -> tuple[Grant, bool]:
        """What may be granted to an EVSE now, and whether it has a claim on what is shared."""
        known = self._current.at(evse.id)
        segment = known.segment
        phases = segment.phases if segment.phases < known.site.phases else None
        own = _own(known)
        reason = LimitReason.PROFILE if own == _own_of_csms(known) else LimitReason.EXTERNAL
        whole = self._current.at(WHOLE_STATION)
        together = self._together(whole)
        if together is None:
            amperes = None if own is None or own >= known.site.most else own
            return Grant(amperes, reason, segment.end, phases, segment.mode), False
        until = min((each for each in (segment.end, whole.segment.end) if each), default=None)
        wanted = known.site.most if own is None else min(own, known.site.most)
        claims = self._claims()
        claim = next((each for each in claims if each.evse_id == evse.id), None)
        whose = reason
        if claim is None or not _takes_part(claim):
            amperes = min(wanted, together)
            if amperes < wanted:
                whose = self._whose(whole, together)
        else:
            share = self._shares(together, claims).get(evse.id, 0.0)
            amperes = min(self._ledger.free_for(evse.id, share, together), wanted)
            if amperes < min(wanted, claim.most):
                others = any(each is not claim and _takes_part(each) for each in claims)
                alone = not others and amperes >= share
                whose = self._whose(whole, together) if alone else LimitReason.SHARING
        if amperes > segment.limit:  # what is generated for the others is not for this one
            amperes, whose = segment.limit, LimitReason.EXTERNAL
        bound = None if amperes >= known.site.most else amperes
        return Grant(bound, whose, until, phases, segment.mode), claim is not None

    def _together(self, whole: Known) -> float | None:
        """What all EVSEs may take together; None: as much as they can (K04.FR.05)."""
        segment, most = whole.segment, self._station.max_current_a
        allowed = None if segment.station is None else segment.station + segment.generation
        if allowed is None or most is None:
            return most if allowed is None else allowed
        return min(allowed, most)

    def _whose(self, whole: Known, together: float) -> LimitReason:
        """Whose limit of the station counts."""
        segment, of_csms = whole.segment, whole.of_csms
        if segment.station is None or together < segment.station + segment.generation:
            return LimitReason.INSTALLATION
        same = (segment.station, segment.generation) == (of_csms.station, of_csms.generation)
        return LimitReason.PROFILE if same else LimitReason.EXTERNAL

    def _claims(self) -> list[Claim]:
        """Who has a session with a vehicle, and nothing else against it; in their order."""
        here = [evse for evse in self._evses if evse.state.session_connected]
        known = set(self._order)
        came = [evse for evse in here if evse.id not in known]
        if came or len(here) < len(self._order):
            numbers = {evse.id for evse in here}
            self._order = [number for number in self._order if number in numbers]
            self._order += [evse.id for evse in sorted(came, key=_since)]
        claims: list[Claim] = []
        for number in self._order:
            evse = self._evses.get(number)
            state = evse.state
            if state.withheld or set(state.counting_on(state.in_use)) - _OURS:
                continue
            known_here = self._current.at(number)
            own = _own(known_here)
            most = evse.governed.most()
            claims.append(
                Claim(
                    evse_id=number,
                    least=evse.governed.least,
                    most=most if own is None else min(own, most),
                    efficient=known_here.segment.least,
                    idle=_idle(evse),
                )
            )
        return claims

    def _shares(self, together: float, claims: list[Claim]) -> Mapping[int, float]:
        if (together, claims) == self._shared[:2]:
            return self._shared[2]
        shares = self._asked(together, claims)
        self._shared = together, claims, shares
        return shares

    def _asked(self, together: float, claims: Sequence[Claim]) -> Mapping[int, float]:
        """What the policy says; where that can't be, what that of this package does."""
        policy = self._station.sharing
        if policy is fair_share:
            return fair_share(together, claims)
        try:
            return checked(together, claims, policy(together, claims))
        except SharingError as error:
            log.error("the sharing of the application is not used: %s", error)  # noqa: TRY400 -- the error says what is wrong
        except Exception as error:  # it is the application's own code
            why = printable(f"{type(error).__name__}: {error}")
            log.exception("the sharing of the application has failed: %s", why)
        return fair_share(together, claims)


def _takes_part(claim: Claim) -> bool:
    """Whether anything could be offered there, if nobody else had a part."""
    return claim.most >= max(claim.least, _TINY)


def _own(known: Known) -> float | None:
    """What the profiles of an EVSE itself allow, with what is generated beside it (K27)."""
    segment = known.segment
    return None if segment.own is None else segment.own + segment.generation


def _own_of_csms(known: Known) -> float | None:
    segment = known.of_csms
    return None if segment.own is None else segment.own + segment.generation


def _in_use(evse: EvseControl) -> bool:
    return evse.transaction is not None or evse.state.authorization is not None


def _idle(evse: EvseControl) -> bool:
    """Whether the vehicle has been offered energy for a while, and takes none."""
    state = evse.state
    if state.pilot.wants_energy or state.offered_at is None:
        return False
    return asyncio.get_running_loop().time() - state.offered_at >= SUSPENDED_AFTER


def _since(evse: EvseControl) -> tuple[bool, str, int]:
    """Of several that are found at once, after a restart say, who has the longer transaction."""
    began = None if evse.transaction is None else evse.transaction.began_at
    return began is None, "" if began is None else began.isoformat(), evse.id
