"""The variables of a station that has certificates; another has none of them."""

from __future__ import annotations

from typing import Final

from pilotwire.station.device_model.definitions import Definition, LiveStation, setting, shown
from pilotwire.station.device_model.standard import SecurityCtrlr
from pilotwire.station.security.certificates import Certificates
from pilotwire.station.security.folder import CertificateFolder

__all__ = ["certificate_variables"]

LONGEST_NAME: Final = 64
"""Characters of an organization's name in a certificate (RFC 5280, appendix A.1)."""

WAIT: Final = 60
REPEAT: Final = 5


def _fits(name: str) -> None:
    if len(name) > LONGEST_NAME:
        raise ValueError(f"an organization's name has at most {LONGEST_NAME} characters")


def _entries(station: LiveStation) -> int:
    return station.block(Certificates).entries


def certificate_variables(folder: CertificateFolder) -> tuple[Definition, ...]:
    """Those of a station with such a folder."""
    return (
        setting(SecurityCtrlr.OrganizationName, "", validate=_fits),
        shown(SecurityCtrlr.CertificateEntries, live=_entries, maximum=folder.most),
        # Without a wait, a CSMS that never signs would be asked without end.
        setting(SecurityCtrlr.CertSigningWaitMinimum, WAIT, minimum=1),
        setting(SecurityCtrlr.CertSigningRepeatTimes, REPEAT),
        shown(SecurityCtrlr.MaxCertificateChainSize, folder.longest_chain, constant=True),
        shown(SecurityCtrlr.AdditionalRootCertificateCheck, folder.one_csms_root, constant=True),
    )
