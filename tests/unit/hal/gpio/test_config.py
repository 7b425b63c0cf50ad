"""A configuration that can't be is refused, and says where and why."""

from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from pilotwire.hal.gpio import GpioConfig
from tests.support.gpio_world import CONFIG


def changed(path: str, value: object) -> dict[str, Any]:
    document = deepcopy(CONFIG)
    *way, last = path.split(".")
    part: Any = document
    for step in way:
        part = part[int(step) if step.isdigit() else step]
    if value is None:
        del part[last]
    else:
        part[last] = value
    return document


def test_the_whole_one_is_right() -> None:
    assert GpioConfig.model_validate(CONFIG).evses[0].phases == 1


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("evses", [], "at least 1 item"),
        ("evses.0.phases", 2, "1 or 3"),
        ("evses.0.max_current_a", 5.0, "greater than or equal to 6"),
        ("evses.0.max_current_a", float("nan"), "finite"),
        ("evses.0.contactor.relay.pin", 99, "less than or equal to 63"),
        ("evses.0.contactor.relay.pin", 27, "pin 27 is that of evses[1].contactor.relay and of"),
        ("evses.0.contactor.rely", {"pin": 1}, "Extra inputs"),
        ("evses.0.contactor.relay", None, "Field required"),
        ("evses.0.pilot.pwm", {"pin": 18, "chip": 0}, "Extra inputs"),
        ("evses.0.pilot.confirm", 5, "less than or equal to 4"),
        ("evses.0.kind", "cType2", "a fixed cable has none"),
        ("evses.0.kind", "cCCS2", "direct current"),
        ("evses.0.lock", None, "has to hold its plug"),
        ("evses.0.faults.0.code", "Flood", "GroundFault"),
        ("every_s", 0.5, "less than or equal to 0.025"),
        ("lamps.charging.pin", 16, "pin 16 is that of lamps.charging and of buttons.stop"),
    ],
)
def test_what_cannot_be_is_refused(path: str, value: object, says: str) -> None:
    with pytest.raises(ValidationError) as refused:
        GpioConfig.model_validate(changed(path, value))
    assert says in str(refused.value)
