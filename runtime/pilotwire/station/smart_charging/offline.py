"""Since when there is no CSMS, and which profiles do not outlast that (K01.FR.101, K01.FR.102)."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.smart_charging.profiles import ChargingProfiles
from pilotwire.store import StoreUnwritableError

__all__ = ["Offline"]

log = logger(__name__)

_KEPT = "smart_charging_offline_since"
"""Where the store has since when, over a restart, while there is a profile that it matters to."""


class Offline:
    """The time without a CSMS. A start without one begins it, unless it began before.

    `changed` is called when it begins, and when it is over.
    """

    __slots__ = ("_changed", "_core", "_measured", "_profiles", "since")

    def __init__(
        self, core: Core, profiles: ChargingProfiles, changed: Callable[[], object]
    ) -> None:
        self._core = core
        self._profiles = profiles
        self._changed = changed
        now = core.clock.now()
        self.since: datetime | None = min(self._kept() or now, now)
        """Since when, by the station's clock; None while there is a CSMS."""
        # Which may be set when the CSMS comes back: how long it was is measured besides.
        self._measured = asyncio.get_running_loop().time() - (now - self.since).total_seconds()
        core.standing.watch(self._look)

    def _look(self) -> None:
        connected = self._core.standing.csms is not None
        if connected is (self.since is None):
            return
        if connected:
            self._over()
        else:
            self._begun()
        self._changed()

    def _begun(self) -> None:
        self.since = self._core.clock.now()
        self._measured = asyncio.get_running_loop().time()
        matters = any(each.profile.max_offline_duration is not None for each in self._profiles)
        if matters and not self._core.clock.provisional:
            self._keep(self.since.isoformat())

    def _over(self) -> None:
        self.since = None
        lasted = timedelta(seconds=asyncio.get_running_loop().time() - self._measured)
        if self._core.records.state.get(_KEPT) is not None:
            self._keep(None)
        gone = [
            each.id
            for each in self._profiles
            if each.profile.invalid_after_offline_duration
            and each.profile.max_offline_duration is not None
            and lasted > timedelta(seconds=each.profile.max_offline_duration)
        ]
        if not gone:
            return
        log.info("charging profiles do not count any more after %s offline: %s", lasted, gone)
        try:
            self._profiles.remove(gone)
        except StoreUnwritableError as error:
            log.error("charging profiles that are over are still on the disk: %s", error)  # noqa: TRY400 -- no traceback for a known failure

    def _kept(self) -> datetime | None:
        text = self._core.records.state.get(_KEPT)
        with suppress(ValueError):
            return None if text is None else datetime.fromisoformat(text)
        return None

    def _keep(self, text: str | None) -> None:
        """Put down since when, or that it is over; where that can't be, a restart begins anew."""
        with suppress(StoreUnwritableError), self._core.records.atomic():
            if text is None:
                self._core.records.state.remove(_KEPT)
            else:
                self._core.records.state.set(_KEPT, text)
