"""What tests of lost networks and power cuts share."""

import shutil
from pathlib import Path

from pilotwire.station.device_model.standard import AuthCtrlr, SampledDataCtrlr, TxCtrlr
from tests.support.scene import Settings

__all__ = ["OFFLINE", "power_cut"]

OFFLINE: Settings = {
    AuthCtrlr.OfflineTxForUnknownIdEnabled: True,
    TxCtrlr.TxBeforeAcceptedEnabled: True,
    SampledDataCtrlr.TxUpdatedInterval: 60,
}
"""A station that charges offline as well."""


def power_cut(store: Path, after: Path | None = None) -> Path:
    """A store's file as a power cut leaves it now, as another file."""
    copy = after or store.with_name(f"after-{store.name}")
    shutil.copyfile(store, copy)
    shutil.copyfile(f"{store}-wal", f"{copy}-wal")
    return copy
