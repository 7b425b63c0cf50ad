"""What OCSP says of the station's V2G certificates, kept for vehicles that ask (M06).

A vehicle wants proof in its TLS handshake, and has no time for the CSMS to be asked. So the station
has at hand what the responder last said of each certificate of its chain, but the root:

    another chain                            all of it is asked for (M06.FR.07)
    six days, or three quarters of the       it is asked for again (M06.FR.10)
    time for which it holds, are over
    it holds no longer                       it is of no use, and shown no more
    the CSMS could not find it out, or       it is asked for again after a while
    what it sent can't be believed

Who speaks with vehicles is the application: it says which chain it shows (`V2gChain`).
"""

from __future__ import annotations

import asyncio
import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Protocol

from pydantic import AwareDatetime, Base64Bytes, TypeAdapter, ValidationError

from pilotwire.errors import CallFailed, CallUnanswered, ConnectionClosed
from pilotwire.flag import Flag, either, set_before
from pilotwire.logs import logger
from pilotwire.ocpp.v21 import datatypes
from pilotwire.rpc import ErrorCode
from pilotwire.station.core import Core
from pilotwire.station.csms import Question
from pilotwire.station.security.folder import CertificateFolder
from pilotwire.station.security.words import BadCertificateError, KeptStatus
from pilotwire.store import StoreUnwritableError

if TYPE_CHECKING:
    from pilotwire.station.security.chains import Link

__all__ = ["OCSP", "OcspCsms", "V2gChain", "V2gStatus"]

log = logger(__name__)

MOST_AGE: Final = timedelta(days=6)
"""After so long a response is asked for again: within a week (M06.FR.10)."""

RETRY: Final = timedelta(minutes=15)
"""Between two attempts that fail."""

LONG_RETRY: Final = timedelta(days=1)
"""The same where the CSMS does not know what it was asked."""

SOON: Final = timedelta(seconds=1)
"""The same where the connection is lost: when there is another one, but not before the station has
noticed.
"""

LONGEST_WAIT: Final = 86_400.0
"""Seconds between two looks at the time of day, at most."""

_UNKNOWN: Final = frozenset({ErrorCode.NOT_IMPLEMENTED, ErrorCode.NOT_SUPPORTED})

_SAVED: Final = "v2g_certificate_status"


class OcspCsms(Protocol):
    """Who asks OCSP responders."""

    async def ocsp(self, about: datatypes.OCSPRequestDataType) -> bytes | None:
        """The response about a certificate, in DER; None where it can't be had (M06.FR.04)."""
        ...


OCSP: Question[OcspCsms] = Question("OCSP")


class V2gChain:
    """The chain that the station shows to vehicles: the application's to say, over all runs.

    Args:
        folder: Where the roots are that may have signed it, if there is one.
    """

    __slots__ = ("_folder", "on_changed", "text")

    def __init__(self, folder: CertificateFolder | None = None) -> None:
        self._folder = folder
        self.text: str | None = None
        self.on_changed: Callable[[], None] | None = None
        """Told when there is another one; a run of the station listens."""

    def show(self, text: str | None) -> None:
        """There is another one, in PEM, or none.

        Raises:
            BadCertificateError: it is no chain, or nobody knows who has signed its last
                certificate.
        """
        if text is not None:
            self.links(text)
        self.text = text
        if self.on_changed is not None:
            self.on_changed()

    def links(self, text: str) -> tuple[Link, ...]:
        """The certificates of a chain, without its root.

        Raises:
            BadCertificateError: as of `show`.
        """
        from pilotwire.station.security.chains import links_of

        return links_of(text, () if self._folder is None else self._folder.open().trusted.roots)


@dataclass(slots=True)
class _Entry:
    """A certificate of the chain, and what is known of it."""

    link: Link
    due: datetime
    """When it is to be asked for."""
    kept: KeptStatus | None = None
    came: datetime | None = None
    """When that came."""


class V2gStatus:
    """Keeps what OCSP says of the chain; it asks for nothing as long as there is none."""

    __slots__ = ("_chain", "_core", "_entries", "_news")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._entries: dict[str, _Entry] = {}
        self._news: Flag | None = None
        """Set where something is to be looked at; None before there is a chain."""
        self._chain = core.application.find(V2gChain) or V2gChain()
        self._chain.on_changed = self._changed
        if self._chain.text is not None:
            self._changed()

    @property
    def kept(self) -> tuple[KeptStatus, ...]:
        """What is known and holds, in the order of the chain."""
        now = self._core.clock.now()
        kept = (entry.kept for entry in self._entries.values())
        return tuple(
            each
            for each in kept
            if each is not None and (each.next_update is None or now < each.next_update)
        )

    def _changed(self) -> None:
        """There is another chain, or the station has started."""
        text = self._chain.text
        try:
            self._entries = {} if text is None else self._read(text)
        except BadCertificateError as error:  # a root that was there may have been deleted
            self._entries = {}
            log.error("the status of V2G certificates is not asked for: %s", error)  # noqa: TRY400 -- no traceback for a known failure
        if self._news is None:
            news = self._news = Flag()
            # Once the station runs, which it does not while its blocks are made.
            loop = asyncio.get_running_loop()
            loop.call_soon(lambda: self._core.spawn(self._work(news)))
        self._news.set()

    def _read(self, text: str) -> dict[str, _Entry]:
        now = self._core.clock.now()
        entries: dict[str, _Entry] = {}
        for link in self._chain.links(text):
            if link.responders:
                entries[link.fingerprint] = _Entry(link, now)
            else:
                log.warning("a V2G certificate names no OCSP responder: %s", link.fingerprint)
        saved = self._saved()
        for name, one in saved.items():
            if name in entries and one is not None:
                response, came = one
                self._take(entries[name], response, came=came)
        if saved.keys() != entries.keys():
            for entry in entries.values():
                entry.due = now  # M06.FR.07
            self._save(entries)
        return entries

    # What is due.

    async def _work(self, news: Flag) -> None:
        clock = self._core.clock
        clock.watch(news.set)
        try:
            while True:
                news.clear()
                await self._next(news)
        finally:
            clock.unwatch(news.set)

    async def _next(self, news: Flag) -> None:
        loop, now = asyncio.get_running_loop(), self._core.clock.now()
        entry = min(self._entries.values(), key=lambda each: each.due, default=None)
        if entry is None:
            await news.wait()
            return
        wait = (entry.due - now).total_seconds()
        if wait > 0:
            await set_before(news, loop.time() + min(wait, LONGEST_WAIT))
            return
        standing = self._core.standing
        csms = standing.offered(OCSP)
        if csms is not None:
            await self._ask(csms, entry)
        elif standing.accepted.is_set():  # a version that has no words for it
            await set_before(news, loop.time() + RETRY.total_seconds())
        else:
            await either(standing.accepted, news)

    async def _ask(self, csms: OcspCsms, entry: _Entry) -> None:
        about = datatypes.OCSPRequestDataType(
            hash_algorithm=entry.link.data.hash_algorithm,
            issuer_name_hash=entry.link.data.issuer_name_hash,
            issuer_key_hash=entry.link.data.issuer_key_hash,
            serial_number=entry.link.data.serial_number,
            responder_url=entry.link.responders[0],
        )
        response, retry = None, RETRY
        try:
            response = await csms.ocsp(about)
        except ConnectionClosed:
            retry = SOON
        except CallUnanswered as error:
            log.warning("no answer about the status of a certificate: %s", error)
            if isinstance(error, CallFailed) and error.code in _UNKNOWN:
                retry = LONG_RETRY
        now = self._core.clock.now()
        entry.due = now + retry
        if response is not None and self._take(entry, response, came=now):
            self._save(self._entries)

    def _take(self, entry: _Entry, response: bytes, *, came: datetime) -> bool:
        """Keep a response; whether it can be believed."""
        from pilotwire.station.security.ocsp import read_response

        try:
            said = read_response(response, entry.link, came)
        except BadCertificateError as error:
            log.warning("what OCSP says of a certificate is not taken: %s", error)
            return False
        entry.kept = KeptStatus(entry.link.fingerprint, said.status, response, said.next_update)
        entry.came, age = came, MOST_AGE
        if said.next_update is not None:
            age = min(age, (said.next_update - came) * 3 / 4)
        entry.due = came + max(age, RETRY)
        return True

    # Over restarts.

    def _saved(self) -> dict[str, tuple[bytes, datetime] | None]:
        """By fingerprint: a response, and when it came."""
        text = self._core.records.state.get(_SAVED)
        if text is None:
            return {}
        kind = TypeAdapter(dict[str, tuple[Base64Bytes, AwareDatetime] | None])
        try:
            return kind.validate_json(text)
        except ValidationError:
            log.warning("what OCSP said before the start can't be read")
            return {}

    def _save(self, entries: Mapping[str, _Entry]) -> None:
        saved = {
            name: None
            if entry.kept is None or entry.came is None
            else (b64encode(entry.kept.response).decode("ascii"), entry.came.isoformat())
            for name, entry in entries.items()
        }
        try:
            with self._core.records.atomic():
                self._core.records.state.set(_SAVED, json.dumps(saved))
        except StoreUnwritableError as error:
            log.error("what OCSP says will be asked for again after a restart: %s", error)  # noqa: TRY400 -- the error says where and why
