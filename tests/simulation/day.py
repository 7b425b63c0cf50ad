"""A station-day: everything of it follows from its seed, and can be played again."""

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from pilotwire.ocpp.specs import Variable
from pilotwire.station.device_model.standard import (
    AlignedDataCtrlr,
    AuthCacheCtrlr,
    AuthCtrlr,
    LocalAuthListCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
    SecurityCtrlr,
    TxCtrlr,
)
from pilotwire.store import CAPACITY
from tests.simulation.judges import judge
from tests.simulation.misfortune import STORM, Misfortune, drawn
from tests.simulation.pins import InTurnLoop
from tests.simulation.world import World
from tests.support.authority import ORGANIZATION
from tests.support.virtual_time import VirtualTimeLoop, run

__all__ = ["VERSIONS", "Day", "Outcome", "play"]

VERSIONS = {
    "1.6": ("1.6",),
    "2.0.1": ("2.0.1",),
    "2.1": ("2.1",),
    "all": ("2.1", "2.0.1", "1.6"),
}
"""What the station speaks; the CSMS changes between them where there are several."""

POINTS = ("ParkingBayOccupancy", "EVConnected", "Authorized", "PowerPathClosed", "EnergyTransfer")

FAULTS_AT_PINS = 1800.0
"""Mean seconds between two faults of an EVSE on pins: its days are for those."""

SHOWN = 30
"""Messages that are shown of a failing run."""


@dataclass(frozen=True, slots=True)
class Day:
    """What to play."""

    seed: int
    version: str
    hours: float = 24.0
    storm: bool = False
    gpio: bool = False

    @property
    def command(self) -> str:
        """What plays it again."""
        storm = (" --storm" if self.storm else "") + (" --gpio" if self.gpio else "")
        hours = "" if self.hours == 24.0 else f" --hours {self.hours:g}"
        return (
            f"nox -s simulate -- --runs 1 --seed {self.seed} --version {self.version}{hours}{storm}"
        )

    def world(self, folder: Path) -> World:
        """The stage: how many EVSEs, how much room, which settings, and what will go wrong."""
        random = Random(f"{self.version} {self.seed}")
        stormy = self.storm or random.random() < 0.1
        misfortune = drawn(STORM if stormy else Misfortune(), random)
        if self.gpio:
            misfortune = replace(misfortune, fault_gap=FAULTS_AT_PINS)
        meters = Random(f"meters of {self.version} {self.seed}")
        signing = meters.random() < 0.3 and not self.gpio
        settings = _settings(random) | _meter_settings(meters, signing=signing)
        capacity = CAPACITY
        if random.random() < 0.2:
            # Little room, much to say, and for long nobody to say it to.
            capacity = random.randint(2, 12)
            misfortune = replace(misfortune, outage_gap=7200.0, outage=3600.0)
            settings[SampledDataCtrlr.TxUpdatedInterval] = 120
        secrets = Random(f"secrets of {self.version} {self.seed}")
        secured = secrets.choice([0, 0, 0, 1, 2, 3])
        if secured:
            settings |= _security_settings(secrets)
        lists = Random(f"lists of {self.version} {self.seed}")
        settings[LocalAuthListCtrlr.DisablePostAuthorize] = lists.random() < 0.3
        uploads = Random(f"uploads of {self.version} {self.seed}")
        reservations = Random(f"reservations of {self.version} {self.seed}")
        limits = Random(f"limits of {self.version} {self.seed}")
        firmware = Random(f"firmware of {self.version} {self.seed}")
        return World(
            seed=random.getrandbits(32),
            folder=folder,
            versions=VERSIONS[self.version],
            misfortune=misfortune,
            hours=self.hours,
            evses=1 if self.gpio else random.choice([1, 1, 1, 2]),
            gpio=self.gpio,
            capacity=capacity,
            settings=settings,
            signing=signing,
            secured=secured,
            reserves=reservations.random() < 0.4,
            uploads=uploads.random() < 0.5,
            updates=firmware.random() < 0.3 and not self.gpio,
            unsigned=firmware.random() < 0.3,
            limited=limits.random() < 0.5 and not self.gpio,
            grid_a=limits.choice([None, None, 10.0, 16.0, 32.0]),
            one_root=secrets.random() < 0.3,
        )


def _security_settings(random: Random) -> dict[Variable[Any], object]:
    """How often each end is called, and for whom certificates are."""
    return {
        OCPPCommCtrlr.NetworkProfileConnectionAttempts: random.choice([1, 2, 3]),
        SecurityCtrlr.OrganizationName: ORGANIZATION,
        SecurityCtrlr.CertSigningRepeatTimes: random.choice([0, 2]),
    }


def _settings(random: Random) -> dict[Variable[Any], object]:
    def rarely(probability: float) -> bool:
        return random.random() < probability

    start: tuple[str, ...] = ("PowerPathClosed",)
    stop: tuple[str, ...] = ("EVConnected", "Authorized")
    if rarely(0.6):
        start, stop = _some(random), _some(random)
    return {
        AuthCacheCtrlr.DisablePostAuthorize: rarely(0.2),
        AuthCacheCtrlr.Enabled: not rarely(0.1),
        AuthCacheCtrlr.LifeTime: random.choice([600, 7200, 86400]),
        AuthCtrlr.AuthorizeRemoteStart: rarely(0.5),
        AuthCtrlr.LocalAuthorizeOffline: not rarely(0.2),
        AuthCtrlr.LocalPreAuthorize: not rarely(0.4),
        AuthCtrlr.OfflineTxForUnknownIdEnabled: not rarely(0.2),
        OCPPCommCtrlr.UnlockOnEVSideDisconnect: not rarely(0.2),
        SampledDataCtrlr.TxUpdatedInterval: random.choice([900, 900, 300, 0]),
        TxCtrlr.MaxEnergyOnInvalidId: random.choice([0, 500, 2000]),
        TxCtrlr.StopTxOnEVSideDisconnect: not rarely(0.2),
        TxCtrlr.StopTxOnInvalidId: not rarely(0.4),
        TxCtrlr.TxBeforeAcceptedEnabled: rarely(0.3),
        TxCtrlr.TxStartPoint: start,
        TxCtrlr.TxStopPoint: stop,
        TxCtrlr.ResumptionTimeout: random.choice([0, 60, 3600]),
        TxCtrlr.AllowEnergyTransferResumption: rarely(0.7),
        TxCtrlr.EnergyTransferResumptionRandomRange: random.choice([0, 0, 120]),
    }


def _some(random: Random) -> tuple[str, ...]:
    """Any of the points at which transactions begin and end."""
    return tuple(point for point in POINTS if random.random() < 0.3) or (random.choice(POINTS),)


def _meter_settings(random: Random, *, signing: bool) -> dict[Variable[Any], object]:
    """What is measured at the clock's slots, and signed."""
    register = "Energy.Active.Import.Register"
    settings: dict[Variable[Any], object] = {
        AlignedDataCtrlr.Interval: random.choice([0, 900, 900, 1800]),
        AlignedDataCtrlr.TxEndedInterval: random.choice([0, 900]),
        AlignedDataCtrlr.TxEndedMeasurands: random.choice([(), (register,)]),
    }
    if signing:
        policies = ("Never", "OncePerTransaction", "EveryMeterValue")
        settings |= {
            SampledDataCtrlr.SignReadings: random.random() < 0.8,
            AlignedDataCtrlr.SignReadings: random.random() < 0.8,
            OCPPCommCtrlr.PublicKeyWithSignedMeterValue: random.choice(policies),
        }
    return settings


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: what is wrong, the messages' end, and how much happened.

    `digest` is the same for two runs in which the same happened.
    """

    day: Day
    found: list[str]
    trace: list[str]
    sessions: int
    messages: int
    lives: int
    cpu: float
    digest: str


def play(day: Day) -> Outcome:
    """Play one run."""
    begun = time.process_time()
    with tempfile.TemporaryDirectory(dir=_memory()) as folder:
        world = day.world(Path(folder))
        try:
            run(world.run(), InTurnLoop if day.gpio else VirtualTimeLoop)
            found = judge(world)
        except BaseException as error:  # whatever it was, the seed is worth knowing
            found = [*world.wrongs, f"the run ended with {error!r}"]
    trace = world.backend.trace
    return Outcome(
        day,
        found,
        _shortened(trace, found) if found else [],
        world.sessions,
        len(world.backend.told),
        world.lives,
        time.process_time() - begun,
        hashlib.sha256(_PEM.sub("PEM", "\n".join(trace)).encode()).hexdigest(),
    )


_PEM = re.compile(r"-----BEGIN.*?-----END|-----BEGIN.*$", re.MULTILINE)
"""What no seed decides: keys are made by chance, and what is signed with them."""


def _shortened(trace: Sequence[str], found: Sequence[str]) -> list[str]:
    """The last messages; where what was found names a transaction, a message, a token or an
    instant, the last that have to do with it.
    """
    text = " ".join(found[:3])
    names = re.findall(r"[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9A-F]{8}\b", text)
    about = [line for line in trace if any(name in line for name in names)]
    instant = re.search(r"at (\d+\.\d{3})", text)
    if not about and instant is not None:
        about = [line for line in trace if float(line.split()[0]) <= float(instant[1])]
    return (about or list(trace))[-SHOWN:]


def _memory() -> str | None:
    """A folder in memory, where there is one: the store's file is written a lot."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 -- a folder of its own is made in it
