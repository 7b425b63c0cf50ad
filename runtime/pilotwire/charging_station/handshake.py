"""What a secured connection is made with: the station's certificates and the CSMS roots, in turns
(A02.FR.28, M05.FR.14).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from pilotwire.connection import Connector, Endpoint, TlsFiles
from pilotwire.errors import (
    ConnectionRefused,
    CredentialsRefused,
    CsmsNotTrusted,
    NoCommonCipherSuite,
    NoCommonTlsVersion,
    StationNotTrusted,
)
from pilotwire.rpc import Transport
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.device_model.standard import SecurityCtrlr
from pilotwire.station.security.certificates import Certificates, CsmsRoot
from pilotwire.station.security.words import OwnCertificate
from pilotwire.station.security_events import INFO_LENGTH, SecurityEvents
from pilotwire.station.vocabulary import SecurityEvent

__all__ = ["Handshake"]

_EVENTS: Final[Mapping[type[ConnectionRefused], SecurityEvent]] = MappingProxyType(
    {
        CsmsNotTrusted: SecurityEvent.INVALID_CSMS_CERTIFICATE,  # A00.FR.310, A00.FR.413
        NoCommonTlsVersion: SecurityEvent.INVALID_TLS_VERSION,  # A00.FR.316, A00.FR.419
        NoCommonCipherSuite: SecurityEvent.INVALID_TLS_CIPHER_SUITE,  # A00.FR.323, A00.FR.426
        CredentialsRefused: SecurityEvent.FAILED_TO_AUTHENTICATE_AT_CSMS,
        StationNotTrusted: SecurityEvent.FAILED_TO_AUTHENTICATE_AT_CSMS,
    }
)
"""What becomes of a connection, as security events tell it."""


_NONE: Final[frozenset[SecurityEvent]] = frozenset()
"""One for all: a new one takes 200 bytes, and most stations have no other."""


class Handshake:
    """Connects for one run of a station, and tells its certificates what came of it."""

    __slots__ = ("_certificates", "_connector", "_device_model", "_events", "_refusals", "_told")

    def __init__(
        self,
        connector: Connector,
        certificates: Certificates,
        events: SecurityEvents,
        device_model: DeviceModel,
    ) -> None:
        self._connector = connector
        self._certificates = certificates
        self._events = events
        self._device_model = device_model
        self._refusals: Counter[tuple[str, str]] = Counter()
        """How often each CSMS, and identity there, has refused since a connection stood."""
        self._told = _NONE
        """What has been told of the trouble that there is: each once, since the attempts go on
        (A00.FR.316, note)."""

    async def connect(self, endpoint: Endpoint, *, migrating: bool = False) -> Transport:
        """One attempt.

        Args:
            endpoint: Where to.
            migrating: Whether it is another CSMS than the last one that was reached: a CSMS root
                that has been replaced does not vouch for that (M05.FR.15).

        Raises:
            ConnectionRefused: it failed; the next one shows another certificate, if there is one.
        """
        try:
            if endpoint.encrypted:
                transport = await self._secured(endpoint, migrating=migrating)
            else:
                transport = await self._connector.connect(endpoint)
        except ConnectionRefused as error:
            self._refusals[endpoint.url, endpoint.identity] += 1
            self._tell(error)
            raise
        self._told = _NONE
        return transport

    async def _secured(self, endpoint: Endpoint, *, migrating: bool) -> Transport:
        certificates = self._certificates
        all_own = certificates.own
        refusals = self._refusals[endpoint.url, endpoint.identity]
        own = all_own[refusals % len(all_own)] if all_own else None
        # One root at a time, so that it is known which one vouches for the CSMS.
        roots: list[CsmsRoot | None] = [
            root for root in certificates.csms_roots if not (migrating and root.fallback)
        ] or [None]
        for root in roots[:-1]:
            try:
                return await self._connect_with(endpoint, own, root)
            except CsmsNotTrusted:
                continue
        return await self._connect_with(endpoint, own, roots[-1])

    async def _connect_with(
        self, endpoint: Endpoint, own: OwnCertificate | None, root: CsmsRoot | None
    ) -> Transport:
        files = TlsFiles(
            roots=() if root is None else (root.path,),
            chain=None if own is None else own.chain,
            key=None if own is None else own.key,
            wildcards=self._device_model[SecurityCtrlr.AllowCSMSTLSWildcards],
        )
        transport = await self._connector.connect(replace(endpoint, tls=files))
        self._certificates.connected(own, root)
        self._refusals.clear()
        return transport

    def _tell(self, error: ConnectionRefused) -> None:
        event = next((told for kind, told in _EVENTS.items() if isinstance(error, kind)), None)
        if event is not None and event not in self._told:
            self._told |= {event}
            self._events.happened(event, str(error)[:INFO_LENGTH])
