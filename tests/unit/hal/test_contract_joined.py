"""The contract holds for EVSEs of several kinds of hardware in one station."""

from typing import Any

import pytest

from pilotwire.hal.joined import JoinedStation
from pilotwire.hal.simulated import SimulatedEvse, SimulatedStation
from pilotwire.hal.testing import CONTRACT, Check, NotCheckable, Subject, run_check
from pilotwire.hal.testing.simulated import SimulatedBench
from pilotwire.hal.testing.updates import UPDATES

UNCHECKED = {
    *(check.__name__ for check in UPDATES),
    "phases_are_switched_at_rest_only",
    "signatures_are_given",
}


class Both:
    """What a bench needs of a station: EVSE 1 is of the second part, EVSE 2 of the first."""

    def __init__(self) -> None:
        self.parts = [
            SimulatedStation(evses=1, bay_sensors=True),
            SimulatedStation(evses=1, bay_sensors=True, phases=1),
        ]

    def evse(self, evse_id: int) -> SimulatedEvse:
        return self.parts[2 - evse_id].evse(1)

    async def swipe(self, token: str) -> None:
        await self.parts[0].swipe(token)


def make() -> Subject:
    both: Any = Both()
    first, second = both.parts
    joined = JoinedStation([(first, [2]), (second, [1])])
    return Subject(joined, SimulatedBench(both), reboots=True)


@pytest.mark.parametrize("check", CONTRACT, ids=lambda check: check.__name__)
def test_the_contract_is_kept(check: Check) -> None:
    try:
        run_check(check, make)
    except NotCheckable:
        assert check.__name__ in UNCHECKED
    else:
        assert check.__name__ not in UNCHECKED
