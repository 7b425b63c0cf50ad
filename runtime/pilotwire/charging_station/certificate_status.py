"""The status of the certificates in a vehicle's TLS handshake, for who makes it."""

from collections.abc import Callable, Sequence

from pilotwire.charging_station.errors import NotConnectedError
from pilotwire.station.security.v2g_status import V2gChain, V2gStatus
from pilotwire.station.security.vehicle_status import VehicleStatus
from pilotwire.station.security.words import CheckedCertificate, KeptStatus
from pilotwire.station.station import Station

__all__ = ["CertificateStatuses"]


class CertificateStatuses:
    """The status of certificates, found out through the CSMS: `station.certificate_status`.

    The station itself speaks with no vehicle. An application that does (ISO 15118) says which chain
    it shows, and has at hand what OCSP says of it (M06); and asks whether a vehicle's certificates
    were revoked (2.1 M07). Roots may be those of a `CertificateFolder` with `vehicle_roots`.
    """

    __slots__ = ("_chain", "_station")

    def __init__(self, chain: V2gChain, station: Callable[[], Station | None]) -> None:
        self._chain = chain
        self._station = station

    def show(self, chain: str | None) -> None:
        """Keep the status of another chain from now on, or of none.

        The station asks the CSMS for each of its certificates but the root, as soon as one of 2.x
        has accepted it, and again in time. What it has been told is kept over restarts of the
        station; the chain is not: it is to be said at each start.

        Args:
            chain: The station's V2G certificate, and those of the authorities above it, in PEM,
                each signed by the next. The root may be left out, if it is installed.

        Raises:
            ValueError: it is no such chain, or nobody knows who has signed its last certificate.
        """
        self._chain.show(chain)

    @property
    def kept(self) -> Sequence[KeptStatus]:
        """What is known of the chain's certificates, and holds: in its order, those that nothing is
        known of left out. Nothing while the station does not run.
        """
        station = self._station()
        return () if station is None else station.blocks[V2gStatus].kept

    async def of_vehicle(self, chain: str) -> Sequence[CheckedCertificate]:
        """How the certificates of a vehicle's chain stand, but the root.

        Only a CSMS of 2.1 can be asked. What it said is remembered as long as it holds, a week at
        most. It is for the caller to say for how long to wait.

        Args:
            chain: As of `show`.

        Raises:
            NotConnectedError: the station does not run.
            ValueError: it is no such chain, or nobody knows who has signed its last certificate.
        """
        station = self._station()
        if station is None:
            raise NotConnectedError("the station does not run")
        return await station.blocks[VehicleStatus].check(chain)
