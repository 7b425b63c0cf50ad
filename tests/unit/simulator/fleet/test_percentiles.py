"""Latencies are known to within a twentieth, however many there are."""

from random import Random

import pytest

from pilotwire.simulator.fleet.percentiles import Latencies


def test_of_none_there_is_none() -> None:
    assert Latencies().percentile(99) == 0


def test_percentiles_are_within_a_twentieth() -> None:
    random, latencies = Random(3), Latencies()
    told = sorted(random.lognormvariate(-4.0, 1.0) for _ in range(5000))
    for each in told:
        latencies.add(each)

    for percent in (1, 50, 95, 99, 100):
        exact = told[max(0, int(len(told) * percent / 100) - 1)]
        assert exact <= latencies.percentile(percent) <= exact * 1.051
    assert latencies.longest == told[-1]
    assert latencies.total == pytest.approx(sum(told))


def test_what_is_no_time_at_all_counts() -> None:
    latencies = Latencies()
    latencies.add(0.0)

    assert latencies.count == 1
    assert latencies.percentile(50) == 0
