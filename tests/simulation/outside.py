"""Those who limit a station besides its CSMS: an energy manager, through the application."""

from collections.abc import Callable
from random import Random

from pilotwire.charging_station import ExternalLimits
from tests.simulation.limits import FOLLOWS

__all__ = ["Outside"]


class Outside:
    """What an energy manager has allowed since the station started; `clock` is in seconds."""

    def __init__(self, random: Random, evses: int, clock: Callable[[], float]) -> None:
        self._random = random
        self._evses = evses
        self._clock = clock
        self._said: dict[int, tuple[float, float]] = {}
        """By EVSE: how much, and since when."""

    def forgotten(self) -> None:
        """The application has to say it again."""
        self._said.clear()

    def draw(self, limits: ExternalLimits) -> None:
        """Allow an EVSE, or the station, so much; allow it all again; or generate something."""
        random = self._random
        evse_id, draw = random.randint(0, self._evses), random.random()
        if draw < 0.3:
            self._said.pop(evse_id, None)
            limits.clear(evse_id=evse_id)
        elif draw < 0.4:
            limits.set(random.choice([0.0, 4.0]), evse_id=evse_id, local_generation=True)
        else:
            amperes = random.choice([0.0, 5.0, 6.0, 10.0, 16.0, 25.0])
            self._said[evse_id] = amperes, self._clock()
            limits.set(amperes, evse_id=evse_id)

    def allows(self, evse_id: int) -> float | None:
        """What it has allowed for so long that it counts."""
        amperes, since = self._said.get(evse_id, (0.0, float("inf")))
        return amperes if self._clock() - since > FOLLOWS else None
