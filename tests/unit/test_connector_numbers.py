"""How OCPP 1.6 numbers the connectors of a station (3.2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotwire.dialects.v16.connectors import ConnectorNumbers


def test_the_numbers_run_through_all_evses() -> None:
    numbers = ConnectorNumbers([2, 1, 3])
    assert [numbers.place(number) for number in range(1, 7)] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (3, 1),
        (3, 2),
        (3, 3),
    ]
    assert numbers.total == 6


@pytest.mark.parametrize("number", [-1, 0, 7])
def test_what_is_no_connector(number: int) -> None:
    assert ConnectorNumbers([2, 1, 3]).place(number) is None


def test_evse_0_is_connector_0_and_no_connector_yet_the_first() -> None:
    numbers = ConnectorNumbers([2, 2])
    assert numbers.number(0, 0) == 0
    assert numbers.number(2, None) == 3


@given(st.lists(st.integers(1, 4), min_size=1, max_size=9))
def test_the_mapping_goes_both_ways(counts: list[int]) -> None:
    numbers = ConnectorNumbers(counts)
    places = [
        (evse_id, connector_id)
        for evse_id, count in enumerate(counts, start=1)
        for connector_id in range(1, count + 1)
    ]
    assert [numbers.number(*place) for place in places] == list(range(1, numbers.total + 1))
    assert [numbers.place(number) for number in range(1, numbers.total + 1)] == places


def test_what_was_taken_away_is_not_mistaken_for_another() -> None:
    """The outbox may hold what was told of hardware that the station has no more."""
    numbers = ConnectorNumbers([1, 2])
    assert numbers.number(1, 2) == 1, "its EVSE, at least"
    assert numbers.number(3, 1) == 4
