"""The stages of a firmware update, as a table: what is told of each, and what may follow.

    Accepted --> (DownloadScheduled) --> Downloading --> Downloaded --> SignatureVerified --+
                       (DownloadPaused) <---> |              |                              |
                                       DownloadFailed  InvalidSignature                     |
                                                                                            |
    Written <-- Installing <-- (InstallScheduled) <-----------------------------------------+
       |            |
       |       InstallVerificationFailed, InstallationFailed
       |
       +--> InstallRebooting --> [reboot] --+--> OnTrial --> Installed
       |                                    |       |
       +--> Activating ---------------------+    GivingBack --> [reboot] --> InstallationFailed

Each stage is on the disk before anything of it is done, in one commit with what the CSMS hears of
it. So a power cut or a reboot leads back into the stage, which is begun again; what the boot loader
has done meanwhile is in the second table. All ends are told.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from types import MappingProxyType
from typing import Final

from pilotwire.hal.interfaces import FirmwareState
from pilotwire.station.vocabulary import FirmwareStatus

__all__ = ["STAGES", "Stage", "after_boot", "told"]


@unique
class Stage(StrEnum):
    """Where an update is."""

    ACCEPTED = "accepted"
    DOWNLOAD_SCHEDULED = "download scheduled"
    DOWNLOADING = "downloading"
    DOWNLOAD_PAUSED = "download paused"
    """A transaction is in the way; it goes on when that has ended."""
    DOWNLOADED = "downloaded"
    SIGNATURE_VERIFIED = "signature verified"
    INSTALL_SCHEDULED = "install scheduled"
    INSTALLING = "installing"
    WRITTEN = "written"
    """It is installed, and does not run yet."""
    INSTALL_REBOOTING = "install rebooting"
    ACTIVATING = "activating"
    """The same without a reboot."""
    ON_TRIAL = "on trial"
    """It runs, and must show that it works."""
    GIVING_BACK = "giving back"
    """It does not, and what ran before is to run again."""
    INSTALLED = "installed"
    DOWNLOAD_FAILED = "download failed"
    INVALID_SIGNATURE = "invalid signature"
    INSTALL_VERIFICATION_FAILED = "install verification failed"
    INSTALLATION_FAILED = "installation failed"


@dataclass(frozen=True, slots=True)
class Row:
    """What there is to say of a stage.

    Attributes:
        told: What the CSMS hears when it begins (L01.FR.01); None where it hears nothing.
        after: The stages that may follow; none of the last ones.
        canceled: What the CSMS hears where another request cancels an update in this stage
            (L01.FR.24); None where that can't be done any more (L01.FR.27).
    """

    told: FirmwareStatus | None
    after: frozenset[Stage] = frozenset()
    canceled: FirmwareStatus | None = None


def _row(told: FirmwareStatus | None, *after: Stage, canceled: FirmwareStatus | None = None) -> Row:
    return Row(told, frozenset(after), canceled)


_NO_FILE: Final = FirmwareStatus.DOWNLOAD_FAILED
_NOT_INSTALLED: Final = FirmwareStatus.INSTALLATION_FAILED

STAGES: Mapping[Stage, Row] = MappingProxyType(
    {
        Stage.ACCEPTED: _row(
            None,
            Stage.DOWNLOAD_SCHEDULED,
            Stage.DOWNLOADING,
            canceled=_NO_FILE,
        ),
        Stage.DOWNLOAD_SCHEDULED: _row(
            FirmwareStatus.DOWNLOAD_SCHEDULED,  # L01.FR.13
            Stage.DOWNLOADING,
            canceled=_NO_FILE,
        ),
        Stage.DOWNLOADING: _row(
            FirmwareStatus.DOWNLOADING,
            Stage.DOWNLOAD_PAUSED,
            Stage.DOWNLOADED,
            Stage.DOWNLOAD_FAILED,
            canceled=_NO_FILE,
        ),
        Stage.DOWNLOAD_PAUSED: _row(
            FirmwareStatus.DOWNLOAD_PAUSED,  # L01.FR.14
            Stage.DOWNLOADING,
            canceled=_NO_FILE,
        ),
        Stage.DOWNLOADED: _row(
            FirmwareStatus.DOWNLOADED,
            Stage.SIGNATURE_VERIFIED,
            Stage.INVALID_SIGNATURE,
            Stage.INSTALL_SCHEDULED,  # L02: there is none
            Stage.INSTALLING,
            Stage.INSTALLATION_FAILED,
            canceled=_NOT_INSTALLED,
        ),
        Stage.SIGNATURE_VERIFIED: _row(
            FirmwareStatus.SIGNATURE_VERIFIED,
            Stage.INSTALL_SCHEDULED,
            Stage.INSTALLING,
            canceled=_NOT_INSTALLED,
        ),
        Stage.INSTALL_SCHEDULED: _row(
            FirmwareStatus.INSTALL_SCHEDULED,  # L01.FR.16, L01.FR.34
            Stage.INSTALLING,
            canceled=_NOT_INSTALLED,
        ),
        Stage.INSTALLING: _row(
            FirmwareStatus.INSTALLING,
            Stage.WRITTEN,
            Stage.INVALID_SIGNATURE,  # the file is another one than before a power cut
            Stage.INSTALL_VERIFICATION_FAILED,
            Stage.INSTALLATION_FAILED,
            canceled=_NOT_INSTALLED,
        ),
        Stage.WRITTEN: _row(
            None,
            Stage.INSTALL_REBOOTING,
            Stage.ACTIVATING,
            Stage.INSTALLATION_FAILED,
            canceled=_NOT_INSTALLED,
        ),
        Stage.INSTALL_REBOOTING: _row(
            FirmwareStatus.INSTALL_REBOOTING,  # L01.FR.32 (a)
            Stage.ON_TRIAL,
            Stage.INSTALLATION_FAILED,
        ),
        Stage.ACTIVATING: _row(None, Stage.ON_TRIAL, Stage.INSTALLATION_FAILED),
        Stage.ON_TRIAL: _row(None, Stage.INSTALLED, Stage.GIVING_BACK, Stage.INSTALLATION_FAILED),
        Stage.GIVING_BACK: _row(None, Stage.INSTALLATION_FAILED),
        Stage.INSTALLED: _row(FirmwareStatus.INSTALLED),  # L01.FR.28
        Stage.DOWNLOAD_FAILED: _row(FirmwareStatus.DOWNLOAD_FAILED),  # L01.FR.30
        Stage.INVALID_SIGNATURE: _row(FirmwareStatus.INVALID_SIGNATURE),
        Stage.INSTALL_VERIFICATION_FAILED: _row(
            FirmwareStatus.INSTALL_VERIFICATION_FAILED  # L01.FR.29
        ),
        Stage.INSTALLATION_FAILED: _row(FirmwareStatus.INSTALLATION_FAILED),
    }
)

_AFTER_BOOT: Mapping[tuple[Stage, FirmwareState], Stage] = MappingProxyType(
    {
        (Stage.INSTALL_REBOOTING, FirmwareState.ON_TRIAL): Stage.ON_TRIAL,
        (Stage.INSTALL_REBOOTING, FirmwareState.FELL_BACK): Stage.INSTALLATION_FAILED,
        (Stage.ACTIVATING, FirmwareState.ON_TRIAL): Stage.ON_TRIAL,
        (Stage.ACTIVATING, FirmwareState.FELL_BACK): Stage.INSTALLATION_FAILED,
        # It was confirmed, and the power went before that was on the disk here.
        (Stage.ON_TRIAL, FirmwareState.SETTLED): Stage.INSTALLED,
        (Stage.ON_TRIAL, FirmwareState.FELL_BACK): Stage.INSTALLATION_FAILED,
        (Stage.GIVING_BACK, FirmwareState.FELL_BACK): Stage.INSTALLATION_FAILED,
        (Stage.GIVING_BACK, FirmwareState.SETTLED): Stage.INSTALLATION_FAILED,
    }
)
"""What follows from what the boot loader has done; in all other cases the stage is begun again."""


def told(stage: Stage) -> FirmwareStatus | None:
    """What the CSMS hears of a stage."""
    return STAGES[stage].told


def after_boot(stage: Stage, state: FirmwareState) -> Stage:
    """Where an update is that was in a stage when the station last ran."""
    return _AFTER_BOOT.get((stage, state), stage)
