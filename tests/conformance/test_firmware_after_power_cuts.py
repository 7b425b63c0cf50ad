"""Whatever write the power goes at, of the store or of what installs firmware: each update that was
accepted comes to an end that is told, and what runs is what was told (L01.FR.01, L01.FR.10).
"""

import shutil
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation, SimulatedUpdater
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import TxCtrlr
from pilotwire.station.firmware.kept import KEPT
from pilotwire.store import Store
from pilotwire.store.values import State
from tests.support.editions import IN_2X
from tests.support.firmware import Maker, told
from tests.support.outages import power_cut
from tests.support.scene import TOKEN, Scene, Settings, charge
from tests.support.virtual_time import run, virtual_time

ENDS = frozenset({"Installed", "InstallationFailed", "DownloadFailed", "InvalidSignature"})


@dataclass
class Cut:
    """What is on the disks at one moment, and what the CSMS had heard by then.

    Attributes:
        folder: Store and files.
        updater: The slots.
        heard: What the CSMS had heard.
        under_way: Whether an update was accepted, and had not ended.
    """

    folder: Path
    updater: SimulatedUpdater
    heard: list[str]
    under_way: bool


@dataclass
class Cuts:
    """All moments at which the power could go."""

    maker: Maker
    scene: Scene | None = None
    all: list[Cut] = field(default_factory=list[Cut])
    kept: str | None = None

    def committed(self, store: Store) -> None:
        """A commit was made: it counts where it is about the update."""
        if self.scene is not None:
            kept = State(store, "CS-0042").get("firmware_update")
            if kept != self.kept:
                self.kept = kept
                self.take(store)

    def take(self, store: Store) -> None:
        """The power could go now."""
        if self.scene is None:
            return
        folder = self.maker.folder / f"cut {len(self.all)}"
        folder.mkdir()
        for suffix in ("", "-wal"):
            path = self.maker.folder / f"station.db{suffix}"
            if path.exists():
                shutil.copy(path, folder / path.name)
        for name in ("files", "certificates"):
            shutil.copytree(self.maker.folder / name, folder / name)
        updater = self.maker.updater
        wrote, updater.wrote = updater.wrote, _nothing
        under_way = KEPT.read(State(store, "CS-0042").get("firmware_update")).job is not None
        self.all.append(Cut(folder, deepcopy(updater), told(self.scene), under_way))
        updater.wrote = wrote


def _nothing() -> None:
    """Is called before a write."""


@pytest.mark.parametrize("reboots", [True, False])
def test_an_update_comes_to_its_end(
    reboots: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maker = Maker(tmp_path, updater=SimulatedUpdater(reboots=reboots, seconds=2.0))
    cuts = Cuts(maker)
    real = Store._commit

    def commit(store: Store) -> None:
        real(store)
        cuts.committed(store)

    async def until_a_power_cut() -> list[str]:
        with Store(tmp_path / "station.db") as store:
            maker.updater.wrote = lambda: cuts.take(store)
            async with maker.scene("2.1", store=store) as s:
                cuts.scene = s
                await s.csms.call(maker.update())
                await s.wait(60)
                cuts.scene = None
                return told(s)

    async def afterwards(cut: Cut) -> list[str]:
        cut.updater.boot()
        again = Maker(cut.folder, root=maker.root, key=maker.key, updater=cut.updater)
        again.hardware = SimulatedStation(1, updater=cut.updater)
        with Store(cut.folder / "station.db") as store:
            async with again.scene("2.1", store=store, booted=False) as s:
                await s.wait(90)
                return told(s)

    with monkeypatch.context() as patched:
        patched.setattr(Store, "_commit", commit)
        whole = run(until_a_power_cut())
    assert whole[-1] == "Installed"
    assert sum(cut.under_way for cut in cuts.all) >= 15
    ends: set[str] = set()
    for number, cut in enumerate(cuts.all):
        if not cut.under_way:
            continue
        after = run(afterwards(cut))
        last = [each for each in after if each in ENDS]
        assert len(last) == 1, f"cut {number}: {cut.heard}, {after}"
        ends.update(last)
        runs = "2.0" if last == ["Installed"] else "1.0"
        assert cut.updater.version == runs, f"cut {number}: {after}, {cut.updater.booted}"
        assert set(cut.updater.booted) <= {"1.0", "2.0"}
    assert "Installed" in ends


RESUMES: Settings = {
    TxCtrlr.ResumptionTimeout: 300,
    TxCtrlr.AllowEnergyTransferResumption: True,
}


@IN_2X
@virtual_time
async def test_a_transaction_that_goes_on_is_waited_for(version: str, tmp_path: Path) -> None:
    """L01.FR.33: the update goes on after a power cut, and so does the transaction (E17)."""
    maker = Maker(tmp_path)
    with Store(tmp_path / "station.db") as store:
        async with maker.scene(version, store=store, settings=RESUMES) as s:
            await charge(s)
            await s.csms.call(maker.update())
            await s.wait(60)
            assert told(s)[-1] == "Installing"
            path, updater = power_cut(tmp_path / "station.db"), deepcopy(maker.updater)
    updater.boot()
    again = Maker(tmp_path, root=maker.root, key=maker.key, updater=updater)
    await again.hardware.evse(1).plug_in(ElectricVehicle())
    with Store(path) as store:
        async with again.scene(version, store=store, settings=RESUMES) as s:
            await s.wait(600)
            assert s.evse.contactor.closed
            await s.evse.swipe(TOKEN)
            await s.wait(60)
            end = s.csms.requests(v21.TransactionEventRequest)[-1].transaction_info
            assert end.stopped_reason in {None, "Local"}
            assert told(s)[-1] == "Installed"
