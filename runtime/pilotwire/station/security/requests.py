"""Requests for the station's own certificate: when they are sent, and sent again (A02, A03).

    a trigger, or the certificate expires    a new key; SignCertificate
    the CSMS accepts, and no certificate     SignCertificate for the same key, after
    comes                                    CertSigningWaitMinimum, twice that, four times that,
                                             as often as CertSigningRepeatTimes allows
    the CSMS rejects                         the key goes

One task does what is due. Of a renewal there is one attempt a certificate: what the CSMS did not
want is for the CSMS to ask for (A02.FR.19, A02.FR.20).
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Protocol

from pilotwire.errors import CallFailed, CallUnanswered, ConnectionClosed
from pilotwire.flag import Flag, either, set_before
from pilotwire.logs import logger
from pilotwire.rpc import ErrorCode
from pilotwire.station.core import Core
from pilotwire.station.csms import Question
from pilotwire.station.device_model.standard import SecurityCtrlr
from pilotwire.station.security.pending import Pending, PendingRequest
from pilotwire.station.security.words import CertificateSubject

if TYPE_CHECKING:
    from pilotwire.station.security.own import OwnCertificates

__all__ = ["SIGNING", "CertificateRequests", "SigningCsms"]

log = logger(__name__)

MONTH: Final = timedelta(days=30)
"""Before a certificate expires it is renewed (A03.FR.02)..."""

LAST_PART: Final = 3
"""...or in the last third of its life, if that is short."""

LONGEST_WAIT: Final = 86_400.0
"""Seconds to the next attempt at most, and between looks at the certificate."""


class SigningCsms(Protocol):
    """Who has certificates signed."""

    async def sign(self, request: str, request_id: int) -> bool:
        """Ask for a certificate (A02.FR.03); whether it will come."""
        ...


SIGNING: Question[SigningCsms] = Question("certificate signing")


class CertificateRequests:
    """Asks for certificates, one at a time."""

    __slots__ = (
        "_asked_by",
        "_core",
        "_due",
        "_making",
        "_news",
        "_own",
        "_pending",
        "_renew_not_before",
        "request",
    )

    def __init__(self, core: Core, own: OwnCertificates) -> None:
        self._core = core
        self._own = own
        self._pending = Pending(core.records)
        self.request: PendingRequest | None = None
        """What is waited for."""
        self._due: float | None = None
        """When it is to be sent again, in the event loop's time."""
        self._asked_by: SigningCsms | None = None
        """Who has asked for a new certificate that was not begun with yet."""
        self._making = False
        """Whether a key is being made, which belongs to nothing yet."""
        self._renew_not_before = 0.0
        """When a key that could not be made is tried again, in the event loop's time."""
        self._news = Flag()
        core.device_model.watch(SecurityCtrlr.OrganizationName, lambda _: self._news.set())
        self._resume()
        # Once the station runs, which it does not while its blocks are made.
        asyncio.get_running_loop().call_soon(lambda: core.spawn(self._work()))

    def _resume(self) -> None:
        """What was asked for before a restart may come yet; if not, it is asked for again."""
        request = self._pending.read()
        if request is not None and request.key in self._own.keys.ids():
            self.request = request
            self._wait(request)
        self._own.tidy_keys([] if self.request is None else [self.request.key])

    def begin(self, asked_by: SigningCsms) -> None:
        """Ask for a certificate for a new key; what was asked for before is void."""
        self._asked_by = asked_by
        self._news.set()

    def give_up(self) -> None:
        """Ask no more for what is waited for; it may come all the same (A02.FR.20)."""
        if self.request is not None:
            self._keep(replace(self.request, given_up=True))

    def answered(self) -> None:
        """What was waited for has come."""
        self._keep(None)
        self._news.set()

    # What is due.

    async def _work(self) -> None:
        """Do what is due, without end."""
        clock = self._core.clock
        clock.watch(self._news.set)
        try:
            while True:
                self._news.clear()
                await self._next()
        finally:
            clock.unwatch(self._news.set)

    async def _next(self) -> None:
        now = asyncio.get_running_loop().time()
        asked_by, self._asked_by = self._asked_by, None
        if asked_by is not None:
            await self._begin(asked_by)
        elif self._due is not None and self._due <= now:
            csms = await self._csms()
            if csms is not None and self.request is not None:
                await self._send(csms, self.request)  # A02.FR.17: for the same key
        elif self._to_renewal() <= 0:
            csms = await self._csms()
            if csms is not None:
                log.info("the station's certificate is about to expire")
                await self._begin(csms, renews=self._newest)
        else:
            wait = now + min(self._to_renewal(), LONGEST_WAIT)
            await set_before(self._news, wait if self._due is None else min(wait, self._due))

    def _to_renewal(self) -> float:
        """Seconds to the time to renew the certificate (A03.FR.02)."""
        validity = self._own.validity
        busy = self.request is not None and not self.request.given_up
        if validity is None or busy or self._pending.renewed == self._newest:
            return LONGEST_WAIT
        if not self._core.device_model[SecurityCtrlr.OrganizationName]:
            return LONGEST_WAIT
        due = (_renewal(*validity) - self._core.clock.now()).total_seconds()
        return max(due, self._renew_not_before - asyncio.get_running_loop().time())

    @property
    def _newest(self) -> str | None:
        newest = self._own.new or self._own.proven
        return None if newest is None else newest.fingerprint

    async def _csms(self) -> SigningCsms | None:
        """Who to ask, once a CSMS has accepted the station; None where something else has come up
        meanwhile.
        """
        standing = self._core.standing
        while (csms := standing.offered(SIGNING)) is None and not self._news.is_set():
            await either(standing.accepted, self._news)
        return csms

    async def _begin(self, csms: SigningCsms, *, renews: str | None = None) -> None:
        """Ask for a certificate for a new key (A02.FR.02); what was asked for before is void."""
        identity, records = self._core.identity, self._core.records
        organization = self._core.device_model[SecurityCtrlr.OrganizationName]
        subject = CertificateSubject(organization, identity.serial_number or records.identity)
        self._making = True
        try:
            key = await asyncio.to_thread(self._own.keys.create)
        except Exception as error:  # what holds keys may be the application's
            log.error("no key can be made: %s", ascii(str(error)))  # noqa: TRY400 -- no traceback, which may show what is secret
            self._renew_not_before = asyncio.get_running_loop().time() + LONGEST_WAIT
            return
        finally:
            self._making = False
        request = PendingRequest(key, subject, self._core.random.randrange(1, 2**31))
        self._keep(request, renews=renews)
        await self._send(csms, request)

    async def _send(self, csms: SigningCsms, request: PendingRequest) -> None:
        self._due = None
        try:
            text = await asyncio.to_thread(self._own.keys.request, request.key, request.subject)
        except Exception as error:  # what holds keys may be the application's
            log.error("no certificate can be asked for: %s", ascii(str(error)))  # noqa: TRY400 -- no traceback, which may show what is secret
            self._keep(None)
            return
        try:
            promised = await csms.sign(text, request.request_id)
        except ConnectionClosed:
            if self.request is request:
                self._due = asyncio.get_running_loop().time()  # when there is another one
            return
        except CallUnanswered as error:
            log.warning("no answer to the request for a certificate: %s", error)
            promised = not _unknown(error)
        if self.request is not request:
            return  # the certificate has come already
        if not promised:
            log.warning("the CSMS has no certificate signed for the station")
            self._keep(None)
            return
        sent = replace(request, sent=request.sent + 1)
        self._keep(sent)
        self._wait(sent)

    def _wait(self, request: PendingRequest) -> None:
        """Send it again when the wait is over, if it is to be sent again at all (A02.FR.17 to
        A02.FR.19).
        """
        model = self._core.device_model
        doublings = request.sent - 1
        if request.given_up or doublings > model[SecurityCtrlr.CertSigningRepeatTimes]:
            if not request.given_up:
                log.warning("the CSMS has not sent a certificate; it is asked no more")
                self._keep(replace(request, given_up=True))
            return
        wait = 0.0
        if request.sent:
            minimum = model[SecurityCtrlr.CertSigningWaitMinimum]
            wait = min(minimum * 2.0 ** min(doublings, 31), LONGEST_WAIT)
        self._due = asyncio.get_running_loop().time() + wait

    def _keep(self, request: PendingRequest | None, *, renews: str | None = None) -> None:
        self.request, self._due = request, None
        self._pending.write(request, renews=renews)
        if not self._making:
            self._own.tidy_keys([] if request is None else [request.key])


def _renewal(begins: datetime, ends: datetime) -> datetime:
    return ends - min(MONTH, (ends - begins) / LAST_PART)


def _unknown(error: CallUnanswered) -> bool:
    """Whether the CSMS does not know what it was asked."""
    unknown = {ErrorCode.NOT_IMPLEMENTED, ErrorCode.NOT_SUPPORTED}
    return isinstance(error, CallFailed) and error.code in unknown
