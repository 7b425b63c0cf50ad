"""The contract of the hardware interfaces, to be checked on any backend: a maker's own, too.

    pytest --pilotwire-hal mypkg:make_station

`make_station` makes the hardware (`StationHardware`), or a `Subject`: hardware with a bench, which
is what a test can do to it from outside. Without a bench, what can be seen from inside alone is
checked; no contactor is closed then. Each promise is a test with its name; docs/hardware.md tells
of them all.

In tests of one's own, `CONTRACT` has the promises and `run_check` runs one, on another event loop
if need be.
"""

from pilotwire.hal.testing.bench import (
    BayBench,
    CableBench,
    ContactorBench,
    FaultBench,
    LoadBench,
    LockBench,
    Maker,
    OfferBench,
    OutputBench,
    PlugBench,
    Subject,
    TalkBench,
    TokenBench,
    UpdateBench,
    VehicleBench,
)
from pilotwire.hal.testing.harness import (
    BrokenPromise,
    Check,
    NotCheckable,
    Trial,
    Witness,
    run_check,
)
from pilotwire.hal.testing.inputs import INPUTS
from pilotwire.hal.testing.life import LIFE
from pilotwire.hal.testing.power import POWER
from pilotwire.hal.testing.talk import TALK
from pilotwire.hal.testing.updates import UPDATES

__all__ = [
    "CONTRACT",
    "BayBench",
    "BrokenPromise",
    "CableBench",
    "Check",
    "ContactorBench",
    "FaultBench",
    "LoadBench",
    "LockBench",
    "Maker",
    "NotCheckable",
    "OfferBench",
    "OutputBench",
    "PlugBench",
    "Subject",
    "TalkBench",
    "TokenBench",
    "Trial",
    "UpdateBench",
    "VehicleBench",
    "Witness",
    "run_check",
]

CONTRACT: tuple[Check, ...] = (*LIFE, *POWER, *INPUTS, *TALK, *UPDATES)
"""All that is promised."""
