"""Duty and current, against the formulas of IEC 61851-1 Annex A."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotwire.hal.gpio import duty_of, offer_of
from pilotwire.hal.gpio.duty import DIGITAL, NOTHING, UNAVAILABLE
from pilotwire.hal.interfaces import HardwareError

CURRENTS = st.floats(6.0, 80.0)
STEP = 1e-4
"""A thousandth of a percent: what a PWM of 1 kHz can be set by."""


def by_the_standard(percent: float) -> float:
    """What a vehicle may draw, by the duty in percent (Table A.8)."""
    if 8 <= percent < 10:
        return 6.0
    if 10 <= percent <= 85:
        return percent * 0.6
    if 85 < percent <= 96:
        return (percent - 64) * 2.5
    if 96 < percent <= 97:
        return 80.0
    return 0.0


@given(CURRENTS)
def test_a_duty_reads_as_what_was_meant(amperes: float) -> None:
    read = by_the_standard(round(duty_of(amperes) * 100, 9))
    assert read <= amperes + 1e-6, "never more"
    assert amperes - read <= (1.5 if 51 < amperes < 52.50001 else 1e-6)


@given(CURRENTS)
def test_there_and_back_is_the_same(amperes: float) -> None:
    offer = offer_of(duty_of(amperes))
    assert not offer.digital
    expected = 51.0 if 51 < amperes < 52.50001 else amperes
    assert math.isclose(offer.amperes, expected, abs_tol=1e-6)


@given(CURRENTS, CURRENTS)
def test_more_current_is_more_duty(one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert duty_of(less) <= duty_of(more)


@given(st.floats(0.0, 1.0))
def test_a_vehicle_reads_any_duty_as_the_standard_has_it(duty: float) -> None:
    percent = duty * 100
    near = any(abs(percent - bound) < 1e-6 for bound in (3, 7, 8, 10, 85, 96, 97))
    if not near:
        assert math.isclose(offer_of(duty).amperes, by_the_standard(percent), abs_tol=1e-6)
        assert offer_of(duty).digital is (3 <= percent <= 7)


@given(CURRENTS)
def test_a_step_of_the_pwm_more_is_no_digital_communication_and_not_nothing(
    amperes: float,
) -> None:
    assert offer_of(duty_of(amperes) + STEP).amperes >= 6.0 - 1e-6


@pytest.mark.parametrize(
    ("amperes", "percent"),
    [
        (6, 10),
        (10, 16.6667),
        (16, 26.6667),
        (32, 53.3333),
        (51, 85),
        (52.5, 85),
        (63, 89.2),
        (80, 96),
    ],
)
def test_known_points(amperes: float, percent: float) -> None:
    assert duty_of(amperes) * 100 == pytest.approx(percent, abs=1e-3)


def test_no_offer_and_what_is_none() -> None:
    assert duty_of(0.0) == NOTHING
    assert offer_of(NOTHING).amperes == offer_of(UNAVAILABLE).amperes == 0
    assert offer_of(DIGITAL).digital


@pytest.mark.parametrize("amperes", [-1.0, 0.1, 5.9, 80.1, math.nan, math.inf])
def test_what_a_pilot_cannot_say_is_refused(amperes: float) -> None:
    with pytest.raises(HardwareError, match="6 A to 80 A"):
        duty_of(amperes)
