"""What a secured connection is made with: the station's certificates and the CSMS roots, in turns
(A02.FR.28, M05.FR.14).
"""

from dataclasses import replace

from pilotwire.connection import Connector, Endpoint, TlsFiles
from pilotwire.errors import ConnectionRefused, CredentialsRefused, CsmsNotTrusted
from pilotwire.rpc import Transport
from pilotwire.station.security.certificates import Certificates, CsmsRoot
from pilotwire.station.security.words import OwnCertificate
from pilotwire.station.security_events import INFO_LENGTH, SecurityEvents
from pilotwire.station.vocabulary import SecurityEvent

__all__ = ["Handshake"]


class Handshake:
    """Connects for one run of a station, and tells its certificates what came of it."""

    __slots__ = ("_certificates", "_connector", "_events", "_refusals", "_told")

    def __init__(
        self, connector: Connector, certificates: Certificates, events: SecurityEvents
    ) -> None:
        self._connector = connector
        self._certificates = certificates
        self._events = events
        self._refusals = 0
        self._told = False
        """Whether a security event has told of the trouble that there is."""

    async def connect(self, endpoint: Endpoint) -> Transport:
        """One attempt.

        Raises:
            ConnectionRefused: it failed; the next one shows another certificate, if there is one.
        """
        try:
            transport = await self._connect(endpoint)
        except ConnectionRefused as error:
            self._refusals += 1
            self._tell(error)
            raise
        self._told = False
        return transport

    async def _connect(self, endpoint: Endpoint) -> Transport:
        certificates = self._certificates
        if certificates.store is None or not endpoint.encrypted:
            return await self._connector.connect(endpoint)
        all_own = certificates.own
        own = all_own[self._refusals % len(all_own)] if all_own else None
        # One root at a time, so that it is known which one vouches for the CSMS.
        roots: tuple[CsmsRoot | None, ...] = certificates.csms_roots or (None,)
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
        )
        transport = await self._connector.connect(replace(endpoint, tls=files))
        self._certificates.connected(own, root)
        self._refusals = 0
        return transport

    def _tell(self, error: ConnectionRefused) -> None:
        """Once, until a connection stands: the attempts go on."""
        event = None
        if isinstance(error, CsmsNotTrusted):
            event = SecurityEvent.INVALID_CSMS_CERTIFICATE
        elif isinstance(error, CredentialsRefused):
            event = SecurityEvent.FAILED_TO_AUTHENTICATE_AT_CSMS
        if event is not None and not self._told:
            self._told = True
            self._events.happened(event, str(error)[:INFO_LENGTH])
