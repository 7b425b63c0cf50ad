"""What voltages and resistors mean."""

import math
from random import Random

import pytest

from pilotwire.hal.gpio.levels import cable_bears, celsius, levels_of, resistance, state_of
from pilotwire.hal.interfaces import HardwareError, PilotState

A, B, C, D, E, F = PilotState
NOMINAL = {A: 12.0, B: 9.0, C: 6.0, D: 3.0, E: 0.0}


@pytest.mark.parametrize("state", NOMINAL)
@pytest.mark.parametrize("error", [-1.0, -0.5, 0.0, 0.5, 1.0])
@pytest.mark.parametrize("before", [None, *PilotState])
def test_a_level_within_the_tolerance_is_the_state(
    state: PilotState, error: float, before: PilotState | None
) -> None:
    high = NOMINAL[state] + error
    assert state_of(high, -12.0, before, modulated=True) is state
    assert state_of(high, high, before, modulated=False) is state


def test_low_all_the_time_is_f_or_was_not_seen() -> None:
    assert state_of(-12.0, -12.0, A, modulated=False) is F
    assert state_of(-12.0, -12.0, C, modulated=True) is None


@pytest.mark.parametrize("high", [9.0, 6.0, 3.0])
def test_without_a_diode_it_is_no_vehicle(high: float) -> None:
    assert state_of(high, -high, B, modulated=True) is E
    assert state_of(high, None, B, modulated=True) in {B, C, D}, "that can't be seen"


@pytest.mark.parametrize(("bound", "upper", "lower"), [(10.5, A, B), (7.5, B, C), (4.5, C, D)])
def test_between_two_states_it_stays_as_it_was(
    bound: float, upper: PilotState, lower: PilotState
) -> None:
    for noise in (-0.2, 0.0, 0.2):
        assert state_of(bound + noise, None, upper, modulated=True) is upper
        assert state_of(bound + noise, None, lower, modulated=True) is lower


def test_levels_of_samples_that_come_as_they_come() -> None:
    random = Random(7)
    for duty in (0.1, 0.27, 0.53, 0.96):
        samples = [9.0 if random.random() < duty else -12.0 for _ in range(80)]
        samples[40] = -1.5  # taken while it changed
        assert levels_of(samples) == (9.0, -12.0)
    assert levels_of([12.0] * 80) == (12.0, 12.0)


@pytest.mark.parametrize(
    ("ohms", "amperes"),
    [(1500, 13), (1650, 13), (680, 20), (612, 20), (220, 32), (242, 32), (100, 63), (90, 63)],
)
def test_the_resistors_of_cables(ohms: float, amperes: float) -> None:
    assert cable_bears(ohms) == amperes


def test_no_plug_and_no_cable() -> None:
    assert cable_bears(math.inf) is None
    assert cable_bears(4500) is None
    for ohms in (0.0, 50.0, 150.0, 350.0, 1000.0, 3000.0):
        with pytest.raises(HardwareError, match="as no cable has"):
            cable_bears(ohms)


@pytest.mark.parametrize("ohms", [0.0, 100.0, 680.0, 1500.0])
def test_a_divider(ohms: float) -> None:
    assert resistance(3.3 * ohms / (ohms + 330), 3.3, 330) == pytest.approx(ohms)


def test_a_thermistor() -> None:
    assert celsius(10_000, 10_000, 3950) == pytest.approx(25)
    assert celsius(1_256, 10_000, 3950) == pytest.approx(80, abs=1)
    for ohms in (0.0, math.inf):
        with pytest.raises(HardwareError, match="thermistor"):
            celsius(ohms, 10_000, 3950)
