"""Thousands of simulated stations in one process, as a city has them: drivers by time of day,
faults, connections that break; and what comes of it, in figures.

    plan = Plan(default_profile(), stations=1000, seed=7, begins_at=8 * 3600)
    fleet = Fleet(plan, Network("ws://csms.example/ocpp"))
    await fleet.run(duration=3600)
    print(fleet.counts().calls["TransactionEvent"].p95)
"""

from pilotwire.simulator.fleet.figures import Call, Counts, Figures, Sessions
from pilotwire.simulator.fleet.fleet import IDENTITIES, Fleet, FleetStation
from pilotwire.simulator.fleet.ledger import Difference, Known, Ledger, Records, Row, differences
from pilotwire.simulator.fleet.plan import Plan
from pilotwire.simulator.fleet.profile import (
    DEFAULT_TEXT,
    Drivers,
    Fault,
    Links,
    Profile,
    StationKind,
    Tokens,
    VehicleKind,
    default_profile,
    read_profile,
)

__all__ = [
    "DEFAULT_TEXT",
    "IDENTITIES",
    "Call",
    "Counts",
    "Difference",
    "Drivers",
    "Fault",
    "Figures",
    "Fleet",
    "FleetStation",
    "Known",
    "Ledger",
    "Links",
    "Plan",
    "Profile",
    "Records",
    "Row",
    "Sessions",
    "StationKind",
    "Tokens",
    "VehicleKind",
    "default_profile",
    "differences",
    "read_profile",
]
