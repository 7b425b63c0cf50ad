"""What the station does by the value of a variable, told in a word or a number."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.ocpp.specs import Variable
from tests.support.scene import Scene, Settings
from tests.support.transactions_2x import events

__all__ = ["Effect", "Effects", "outline", "plug_and_swipe"]


Show = Callable[[Scene], Awaitable[object]]


@dataclass(frozen=True)
class Effect:
    """What the station does, by the value of a variable, in a scene with these arguments."""

    shown_by: Show
    by_value: Mapping[str, object]
    scene: Mapping[str, Any]
    made: type[SimulatedStation]
    hardware: Mapping[str, Any]
    only_in: str | None
    boot: Callable[[object], v21.BootNotificationResponse] | None
    others: Settings


class Effects(dict[Variable[Any], Effect]):
    """By variable; each is said above the function that shows it, and once."""

    def of(
        self,
        variable: Variable[Any],
        by_value: Mapping[str, object],
        *,
        scene: Mapping[str, Any] | None = None,
        made: type[SimulatedStation] = SimulatedStation,
        hardware: Mapping[str, Any] | None = None,
        only_in: str | None = None,
        boot: Callable[[object], v21.BootNotificationResponse] | None = None,
        others: Settings | None = None,
    ) -> Callable[[Show], Show]:
        """What follows shows it of this variable; the fields are those of `Effect`."""

        def put_down(show: Show) -> Show:
            assert variable not in self, f"{variable.title} is shown already"
            self[variable] = Effect(
                show, by_value, scene or {}, made, hardware or {}, only_in, boot, others or {}
            )
            return show

        return put_down


def outline(s: Scene) -> str:
    """What became of the transactions: "Started Updated Ended"."""
    return " ".join(event.event_type for event in events(s))


async def plug_and_swipe(s: Scene) -> None:
    await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
    await s.wait(5)
