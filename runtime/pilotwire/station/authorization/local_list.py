"""The local authorization list: what the CSMS has put down of tokens beforehand (C13, C14, D; 1.6
3.5.2, 5.10, 5.15).

Nothing changes the list but what the CSMS sends of it (D01.FR.09), and each message of that counts
as a whole or not at all, with its version, in one commit. While the list is disabled it is kept,
and nobody sees it.

What the list says comes before what the cache says (C13.FR.01). An entry counts until the time that
stands with it (LocalAuthListCtrlr.SupportsExpiryDateTime); from then on the token is Expired, about
which the CSMS is asked in any case (C14.FR.05), and without it refused (C13.FR.06).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from pydantic import TypeAdapter

from pilotwire.logs import logger
from pilotwire.station.authorization.known import Known
from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import Definition, LiveStation, setting, shown
from pilotwire.station.device_model.standard import LocalAuthListCtrlr
from pilotwire.station.facts.authorization import IdToken, IdTokenInfo, LocalListConflict
from pilotwire.station.facts.transactions import TransactionAnswered
from pilotwire.station.outcome import Outcome
from pilotwire.station.vocabulary import AuthorizationStatus, ReasonCode, SendLocalListStatus
from pilotwire.store import ListedToken, ListState, StoreUnwritableError

__all__ = ["DEFINITIONS", "MAX_ENTRIES", "STORAGE", "AuthorizationData", "LocalAuthorizationList"]

log = logger(__name__)

MAX_ENTRIES = 100_000
"""How many entries the list has room for."""

STORAGE = 1 << 25
"""Bytes that the entries take at most."""

MAX_VERSION = 2**63 - 1
"""The highest version that can be kept."""

SWEPT = 500
"""How many rows of a former list are taken away in one commit."""


@dataclass(frozen=True, slots=True)
class AuthorizationData:
    """A token, and what is so of it; None takes it out of the list."""

    token: IdToken
    info: IdTokenInfo | None = None


def _entries(station: LiveStation) -> int:
    return station.block(LocalAuthorizationList).entries


def _bytes(station: LiveStation) -> int:
    return station.block(LocalAuthorizationList).size


DEFINITIONS: tuple[Definition, ...] = (
    shown(LocalAuthListCtrlr.Available, True, constant=True),
    setting(LocalAuthListCtrlr.Enabled, True),
    setting(LocalAuthListCtrlr.DisablePostAuthorize, False),
    shown(LocalAuthListCtrlr.SupportsExpiryDateTime, True, constant=True),
    shown(LocalAuthListCtrlr.ItemsPerMessage, 1000, minimum=1),
    shown(LocalAuthListCtrlr.BytesPerMessage, 1_000_000, minimum=1),
    shown(LocalAuthListCtrlr.Entries, minimum=0, maximum=MAX_ENTRIES, live=_entries),
    shown(LocalAuthListCtrlr.Storage, minimum=0, maximum=STORAGE, live=_bytes),
)


class _NoRoomError(Exception):
    """The list would be larger than it may be; the text says in which way."""


class LocalAuthorizationList:
    """The list of one station."""

    __slots__ = ("_core", "_device_model", "_records", "_sweeping", "_table")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._device_model = core.device_model
        self._records = core.records
        self._table = core.records.listed_tokens
        self._sweeping = False
        core.delivery.hear.on(TransactionAnswered, self._answered)
        asyncio.get_running_loop().call_soon(self._sweep)  # what a power cut has left

    @property
    def enabled(self) -> bool:
        """Whether there is a list."""
        return self._device_model[LocalAuthListCtrlr.Enabled]

    @property
    def version(self) -> int:
        """The version of the list, 0 if there is none (D02.FR.01 to D02.FR.03)."""
        return self._table.state.version if self.enabled else 0

    @property
    def entries(self) -> int:
        """How many entries it has."""
        return self._table.state.entries

    @property
    def size(self) -> int:
        """How many bytes they take."""
        return self._table.state.size

    def known(self, token: IdToken) -> Known | None:
        """What the list says of a token. The CSMS is asked about one that it does not accept
        (C14.FR.03) unless LocalAuthListCtrlr.DisablePostAuthorize is true.
        """
        if not self.enabled:
            return None
        found = [_read(body) for body in self._table.find(token.value, token.kind)]
        if not found:
            return None
        # Of several kinds, where that is not told, the one that may do least.
        info = min(found, key=lambda each: each.accepted)
        if info.accepted and info.expires is not None and info.expires < self._core.clock.now():
            return Known(replace(info, status=AuthorizationStatus.EXPIRED), asks_again=True)
        return Known(info, not self._device_model[LocalAuthListCtrlr.DisablePostAuthorize])

    # The CSMS sends it.

    def replace(
        self, version: int, data: Sequence[AuthorizationData], *, size: int = 0
    ) -> Outcome[SendLocalListStatus]:
        """Put a list in the place of what there is (D01.FR.04, D01.FR.15). `size` are the bytes of
        the message, where these are limited: not in 1.6.
        """
        refused = self._refused(version, data, size)
        if refused is not None:
            return refused
        if any(each.info is None for each in data):
            text = "it is not said what is so of each identifier"
            return _failed(ReasonCode.MISSING_PARAM, text)
        return self._write(version, data, whole=True)

    def change(
        self,
        version: int,
        data: Sequence[AuthorizationData],
        *,
        size: int = 0,
        known_as: int | None = None,
    ) -> Outcome[SendLocalListStatus]:
        """Enter tokens into the list and take others out of it (D01.FR.05, D01.FR.16, D01.FR.17);
        `size` as for `replace`.

        The version must be newer than that of the list (D01.FR.19), which `known_as` is where the
        CSMS knows it by another.
        """
        now = self.version if known_as is None else known_as
        if self.enabled and version <= now:
            text = f"the list has version {now} already"
            return Outcome(SendLocalListStatus.VERSION_MISMATCH, ReasonCode.VALUE_TOO_LOW, text)
        return self._refused(version, data, size) or self._write(version, data, whole=False)

    def _refused(
        self, version: int, data: Sequence[AuthorizationData], size: int
    ) -> Outcome[SendLocalListStatus] | None:
        """Why an update is refused, whatever there is; None where nothing is against it."""
        most = self._device_model[LocalAuthListCtrlr.ItemsPerMessage]
        most_bytes = self._device_model[LocalAuthListCtrlr.BytesPerMessage]
        if not self.enabled:
            return _failed(ReasonCode.NOT_ENABLED, "the list is disabled")
        if version <= 0:
            return _failed(ReasonCode.VALUE_POSITIVE_ONLY, "a version is above 0")  # D01.FR.18
        if version > MAX_VERSION:
            return _failed(ReasonCode.VALUE_TOO_HIGH, f"a version is at most {MAX_VERSION}")
        if len(data) > most:  # D01.FR.11
            return _failed(ReasonCode.TOO_MANY_ELEMENTS, f"{len(data)} elements; {most} at most")
        if size > most_bytes:
            return _failed(ReasonCode.TOO_LARGE_ELEMENT, f"{size} bytes; {most_bytes} at most")
        if len({(each.token.value.casefold(), each.token.kind) for each in data}) < len(data):
            return _failed(ReasonCode.INVALID_VALUE, "an identifier is there twice")  # D01.FR.06
        if self._records.low:
            return _failed(ReasonCode.OUT_OF_STORAGE, "the disk is full, or can't be written")
        return None

    def _write(
        self, version: int, data: Sequence[AuthorizationData], *, whole: bool
    ) -> Outcome[SendLocalListStatus]:
        write = _infos().serializer.to_json
        entered = [
            ListedToken(
                each.token.value, each.token.kind, write(each.info, exclude_defaults=True).decode()
            )
            for each in data
            if each.info is not None
        ]
        removed = [(each.token.value, each.token.kind) for each in data if each.info is None]
        try:
            with self._records.atomic():
                if whole:
                    now = self._table.replace(version, entered)
                else:
                    now = self._table.change(version, entered, removed)
                _check_room(now)
        except _NoRoomError as error:
            return _failed(ReasonCode.OUT_OF_STORAGE, str(error))
        except StoreUnwritableError as error:
            log.error("the local authorization list is not changed: %s", error)  # noqa: TRY400 -- no traceback for a known failure
            return _failed(ReasonCode.INTERNAL_ERROR, "the store can't be written")
        log.info("version %d of the local authorization list: %d entries", version, now.entries)
        self._device_model.changed(LocalAuthListCtrlr.Entries)
        self._device_model.changed(LocalAuthListCtrlr.Storage)
        self._sweep()
        return Outcome(SendLocalListStatus.ACCEPTED)

    def _sweep(self) -> None:
        """Take away what is left of former lists, a little at a time."""
        if not self._sweeping and self._table.leftovers():
            self._sweeping = True
            self._core.spawn(self._swept())

    async def _swept(self) -> None:
        try:
            while self._table.leftovers():
                with self._records.atomic():
                    self._table.sweep(SWEPT)
                await asyncio.sleep(0)
        except StoreUnwritableError as error:
            log.error("what is left of a former list stays: %s", error)  # noqa: TRY400 -- no traceback for a known failure
        finally:
            self._sweeping = False

    # The CSMS says otherwise.

    def _answered(self, answer: TransactionAnswered) -> None:
        token = answer.event.id_token or answer.event.authorized_by
        if token is not None and answer.id_token is not None:
            self.compare(token, answer.id_token)

    def compare(self, token: IdToken, info: IdTokenInfo) -> None:
        """The CSMS has said so of a token: where the list says otherwise, it is told so (1.6
        3.5.2); 2.x has no words for that.
        """
        known = self.known(token)
        if known is None or known.info.valid == info.valid:
            return
        log.warning(
            "the local authorization list says %s of a token, and the CSMS %s",
            known.info.status,
            info.status,
        )
        clock = self._core.clock
        self._core.delivery.tell(
            LocalListConflict(timestamp=clock.now(), provisional=clock.provisional or None)
        )


def _check_room(now: ListState) -> None:
    if now.entries > MAX_ENTRIES:
        raise _NoRoomError(f"the list has {MAX_ENTRIES} entries at most")
    if now.size > STORAGE:
        raise _NoRoomError(f"the list takes {STORAGE} bytes at most")


def _failed(reason: ReasonCode, text: str) -> Outcome[SendLocalListStatus]:
    log.warning("an update of the local authorization list is refused: %s", text)
    return Outcome(SendLocalListStatus.FAILED, reason, text)


def _read(body: str) -> IdTokenInfo:
    """What an entry says; one that is damaged lets nobody charge."""
    try:
        return _infos().validate_json(body)
    except ValueError:
        log.error("an entry of the local authorization list is damaged")  # noqa: TRY400 -- its text may hold a token
        return IdTokenInfo(AuthorizationStatus.INVALID)


@cache
def _infos() -> TypeAdapter[IdTokenInfo]:
    return TypeAdapter(IdTokenInfo)
