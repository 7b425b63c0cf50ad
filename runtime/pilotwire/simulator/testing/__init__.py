"""What the fixtures of `pytest-pilotwire` are, for tests that say their types.

    async def test_a_card(station: StationFixture, csms: CsmsFixture) -> None: ...

docs/simulator.md shows tests of a CSMS, and of a charger's program.
"""

from pilotwire.simulator.testing.csms import CsmsFixture
from pilotwire.simulator.testing.making import MakeStation
from pilotwire.simulator.testing.station import (
    Application,
    FleetFixture,
    StationFixture,
    Surroundings,
)
from pilotwire.simulator.testing.transcript import MessageNotSeen, Seen, Transcript, UnwantedMessage

__all__ = [
    "Application",
    "CsmsFixture",
    "FleetFixture",
    "MakeStation",
    "MessageNotSeen",
    "Seen",
    "StationFixture",
    "Surroundings",
    "Transcript",
    "UnwantedMessage",
]
