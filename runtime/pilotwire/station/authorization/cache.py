"""The authorization cache: what the CSMS last said of the tokens that it was asked about (C10 to
C12; 1.6 3.5.1).

Each answer that says something of a token is kept, whatever it says (C10.FR.01). It counts until
the time that the CSMS named with it, or for AuthCacheCtrlr.LifeTime since it was last heard of;
from then on it counts as Expired, and stays as such until its room is needed. Reading writes
nothing: a token that was used is told to the CSMS, and it is the answer to that which renews its
entry. What comes with the answer to an Authorize goes to the disk with the next commit, unless it
takes a right away: that must not be forgotten in a power cut.

In 1.6 what is in the local authorization list is not in the cache (3.5.3); in 2.x it may be in both
(C10.FR.01), and the list counts.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from pydantic import TypeAdapter

from pilotwire.logs import logger
from pilotwire.station.authorization.known import Known
from pilotwire.station.authorization.local_list import LocalAuthorizationList
from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import Definition, LiveStation, setting, shown
from pilotwire.station.device_model.standard import AuthCacheCtrlr
from pilotwire.station.facts.authorization import IdToken, IdTokenInfo
from pilotwire.station.facts.transactions import TransactionAnswered
from pilotwire.station.outcome import Outcome
from pilotwire.station.vocabulary import (
    AuthorizationStatus,
    ClearCacheStatus,
    IdTokenKind,
    ReasonCode,
)
from pilotwire.store import CachedToken, StoreUnwritableError

__all__ = ["DEFINITIONS", "STORAGE", "AuthorizationCache", "Policy"]

log = logger(__name__)

STORAGE = 1 << 18
"""Bytes that the entries take at most: room for a thousand of them, or so."""

_NEVER_KEPT = frozenset({IdTokenKind.CENTRAL, IdTokenKind.NO_AUTHORIZATION})
"""Kinds that the CSMS makes up, or that are no token at all (C02.FR.03, C03.FR.02, C05.FR.02)."""


class Policy(StrEnum):
    """Which valid entry gives way when there is no room; first of all go those that are not valid
    (C10.FR.07; 1.6 3.5.1).
    """

    LRU = "LRU"
    """The one that was not heard of for longest."""
    LFU = "LFU"
    """The one that was heard of least often."""
    FIFO = "FIFO"
    """The one that came first."""


_ORDER: Mapping[str, Callable[[CachedToken], int]] = MappingProxyType(
    {
        Policy.LRU: lambda entry: entry.updated,
        Policy.LFU: lambda entry: entry.uses,
        Policy.FIFO: lambda entry: entry.added,
    }
)


def _bytes(station: LiveStation) -> int:
    return station.block(AuthorizationCache).size


DEFINITIONS: tuple[Definition, ...] = (
    shown(AuthCacheCtrlr.Available, True, constant=True),
    setting(AuthCacheCtrlr.Enabled, True),
    setting(AuthCacheCtrlr.DisablePostAuthorize, False),
    setting(AuthCacheCtrlr.LifeTime, 30 * 24 * 3600),
    setting(AuthCacheCtrlr.Policy, Policy.LRU.value, values=tuple(each.value for each in Policy)),
    shown(AuthCacheCtrlr.Storage, minimum=0, maximum=STORAGE, live=_bytes),
)


class AuthorizationCache:
    """The cache of one station. While it is disabled it knows nothing, learns nothing, and loses
    nothing (AuthCacheCtrlr.Enabled).
    """

    __slots__ = ("_clock", "_device_model", "_list", "_records", "_standing", "_table")

    def __init__(self, core: Core) -> None:
        self._clock = core.clock
        self._device_model = core.device_model
        self._records = core.records
        self._standing = core.standing
        self._table = core.records.cached_tokens
        self._list = core.blocks[LocalAuthorizationList]
        core.delivery.keep.on(TransactionAnswered, self._answered)

    @property
    def enabled(self) -> bool:
        """Whether there is a cache."""
        return self._device_model[AuthCacheCtrlr.Enabled]

    @property
    def size(self) -> int:
        """How many bytes the entries take."""
        return self._table.size()

    def known(self, token: IdToken) -> Known | None:
        """What is known of a token; of an entry that counts no more, that it is Expired. The CSMS
        is asked again (C10.FR.03) as long as AuthCacheCtrlr.DisablePostAuthorize is false.
        """
        if not self._takes(token):
            return None
        entry = self._table.find(token.value, token.kind)
        if entry is None:
            return None
        try:
            info = _infos().validate_json(entry.body)
        except ValueError:
            log.error("an entry of the authorization cache is damaged; it was ignored")  # noqa: TRY400 -- its text may hold a token
            return None
        if self._passed(entry, info):
            info = replace(info, status=AuthorizationStatus.EXPIRED)
        return Known(info, not self._device_model[AuthCacheCtrlr.DisablePostAuthorize])

    def learn(self, token: IdToken, info: IdTokenInfo) -> None:
        """The CSMS has said so of a token (C10.FR.04)."""
        if not self._takes(token):
            return
        try:
            with self._records.lazily():
                self._put(token, info)
        except StoreUnwritableError as error:
            log.error("the authorization cache is not up to date: %s", error)  # noqa: TRY400 -- no traceback for a known failure

    def clear(self) -> Outcome[ClearCacheStatus]:
        """Forget everything (C11; 1.6 5.4)."""
        if not self.enabled:
            return Outcome(ClearCacheStatus.REJECTED, ReasonCode.NOT_ENABLED)  # C11.FR.04
        try:
            with self._records.atomic():
                self._table.clear()
        except StoreUnwritableError as error:
            log.error("the authorization cache is not cleared: %s", error)  # noqa: TRY400 -- no traceback for a known failure
            text = "the store can't be written"
            return Outcome(ClearCacheStatus.REJECTED, ReasonCode.INTERNAL_ERROR, text)  # C11.FR.05
        self._device_model.changed(AuthCacheCtrlr.Storage)
        return Outcome(ClearCacheStatus.ACCEPTED)

    def _answered(self, answer: TransactionAnswered) -> None:
        """What an answer to a transaction event says is kept in the commit that ends the event
        (C10.FR.05, C12.FR.06).
        """
        token = answer.event.id_token or answer.event.authorized_by
        if token is not None and answer.id_token is not None and self._takes(token):
            self._put(token, answer.id_token)

    def _takes(self, token: IdToken) -> bool:
        return self.enabled and token.kind not in _NEVER_KEPT

    def _put(self, token: IdToken, info: IdTokenInfo) -> None:
        """Belongs in a block of the store, which ends with a commit if a right is taken away."""
        before = self._table.find(token.value, token.kind)
        takes_away = not info.accepted and (before is None or before.accepted)
        with self._records.atomic() if takes_away else self._records.lazily():
            passed = info.expires is not None and info.expires <= self._clock.now()
            if passed or self._is_listed(token):
                self._table.remove(token.value, token.kind)  # C10.FR.10; 1.6 3.5.3
            elif takes_away or not self._records.low:
                self._write(token, info)
                self._make_room()
        self._device_model.changed(AuthCacheCtrlr.Storage)

    def _is_listed(self, token: IdToken) -> bool:
        """Whether a token is not to be kept, being in the local authorization list."""
        return not self._standing.steered_finely and self._list.known(token) is not None

    def _write(self, token: IdToken, info: IdTokenInfo) -> None:
        group = None if info.group is None else replace(info.group, additional=())  # C10.FR.14
        self._table.put(
            token.value,
            token.kind,
            accepted=info.accepted,
            at=self._clock.now().isoformat(),
            body=_infos().dump_json(replace(info, group=group), exclude_defaults=True).decode(),
        )

    def _make_room(self) -> None:
        over = self.size - STORAGE
        if over <= 0:
            return
        order = _ORDER[self._device_model[AuthCacheCtrlr.Policy]]
        entries = sorted(self._table.all(), key=lambda entry: (self._valid(entry), order(entry)))
        newest = max(entry.updated for entry in entries)
        for entry in entries:
            if over <= 0:
                break
            if entry.updated != newest:  # which is the one that needs the room
                self._table.drop(entry)
                over -= entry.size

    def _valid(self, entry: CachedToken) -> bool:
        if not entry.accepted:
            return False
        try:
            return not self._passed(entry, _infos().validate_json(entry.body))
        except ValueError:
            return False

    def _passed(self, entry: CachedToken, info: IdTokenInfo) -> bool:
        """Whether the time of an entry is over (C10.FR.10, C10.FR.13)."""
        now = self._clock.now()
        if info.expires is not None:
            return now > info.expires
        life = timedelta(seconds=self._device_model[AuthCacheCtrlr.LifeTime])
        try:
            return now - datetime.fromisoformat(entry.at) > life
        except ValueError:
            return True


@cache
def _infos() -> TypeAdapter[IdTokenInfo]:
    return TypeAdapter(IdTokenInfo)
