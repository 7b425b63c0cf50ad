"""The certificates of a simulated charger, for people to look at."""

from collections.abc import Sequence
from pathlib import Path

from cryptography import x509

from pilotwire.simulator.views import CertificateView
from pilotwire.station.security.inspection import look_into

__all__ = ["certificates_in"]


def certificates_in(folder: Path) -> Sequence[CertificateView]:
    """Those in a station's folder; none where there is no such folder."""
    try:
        content = look_into(folder)
    except OSError:
        return ()
    own = [_view("ChargingStationCertificate", each.certificates[0]) for each in content.own]
    return [*own, *(_view(each.use, each.certificate) for each in content.anchors)]


def _view(use: str, certificate: x509.Certificate) -> CertificateView:
    return CertificateView(
        use=use,
        subject=certificate.subject.rfc4514_string(),
        issuer=certificate.issuer.rfc4514_string(),
        serial_number=f"{certificate.serial_number:x}",
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
    )
