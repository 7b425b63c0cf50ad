"""How EVSEs share what the station may take (K04)."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotwire.station.smart_charging.sharing import (
    Claim,
    SharingError,
    StationLimit,
    checked,
    fair_share,
)


def claims(*most: float) -> list[Claim]:
    """Of EVSEs 1, 2 and so on, over AC."""
    return [Claim(number, 6.0, each) for number, each in enumerate(most, start=1)]


@pytest.mark.parametrize(
    ("amperes", "most", "shares"),
    [
        (16, [32], [16]),
        (16, [32, 32], [8, 8]),
        (16, [32, 32, 32], [8, 8]),
        (18, [32, 32, 32], [6, 6, 6]),
        (11, [32, 32], [11]),
        (5.9, [32], []),
        (40, [10, 32, 32], [10, 15, 15]),
        (100, [10, 32, 32], [10, 32, 32]),
        (20, [5, 32], [None, 20]),
        (10, [32, 32, 32], [10]),
        (32.05, [32, 32], [16, 16]),
    ],
)
def test_each_has_6_a_and_a_part_of_the_rest(
    amperes: float, most: list[float], shares: list[float | None]
) -> None:
    expected = {n: share for n, share in enumerate(shares, start=1) if share is not None}
    assert fair_share(amperes, claims(*most)) == expected


def test_who_takes_nothing_has_the_least() -> None:
    idle = Claim(1, 6.0, 32.0, idle=True)
    assert fair_share(32, [idle, Claim(2, 6.0, 32.0)]) == {1: 6.0, 2: 26.0}
    assert fair_share(10, [Claim(2, 6.0, 32.0), idle]) == {2: 10.0}


def test_direct_current_has_no_least() -> None:
    assert fair_share(5, [Claim(1, 0.0, 100.0), Claim(2, 0.0, 1.0)]) == {1: 4.0, 2: 1.0}
    assert fair_share(0, [Claim(1, 0.0, 100.0)]) == {}


ANY_CLAIMS = st.lists(
    st.builds(
        lambda least, most, idle: (least, most, idle),
        st.sampled_from([0.0, 6.0]),
        st.floats(0, 200),
        st.booleans(),
    ),
    max_size=8,
).map(lambda each: [Claim(n, a, b, None, c) for n, (a, b, c) in enumerate(each, start=1)])


@given(st.floats(0, 1000), ANY_CLAIMS)
def test_no_more_is_shared_out_than_there_is(amperes: float, them: Sequence[Claim]) -> None:
    shares = checked(amperes, them, fair_share(amperes, them))
    assert sum(shares.values()) <= amperes + 1e-6
    for claim in them:
        share = shares.get(claim.evse_id, 0.0)
        assert share <= claim.most + 1e-6
        assert share == 0 or share >= claim.least


@given(st.floats(0, 1000), ANY_CLAIMS)
def test_who_came_later_never_has_what_somebody_before_lacks(
    amperes: float, them: Sequence[Claim]
) -> None:
    shares = fair_share(amperes, them)
    left = amperes
    for claim in them:
        if 0 < claim.least <= claim.most and claim.least <= left:
            assert shares[claim.evse_id] >= claim.least
        left -= claim.least if claim.evse_id in shares else 0.0


@given(st.floats(0, 1000), ANY_CLAIMS)
def test_nothing_is_left_that_somebody_could_use(amperes: float, them: Sequence[Claim]) -> None:
    shares = fair_share(amperes, them)
    left = amperes - sum(shares.values())
    if left > 0.1 * len(them) + 0.1:
        for claim in them:
            if claim.evse_id in shares and not claim.idle:
                assert shares[claim.evse_id] >= claim.most - 0.1 - 1e-6


@pytest.mark.parametrize(
    ("shares", "why"),
    [
        ({1: 12.0, 2: 8.5}, "20.5 A are shared out, and there are 20 A"),
        ({3: 1.0}, "EVSE 3 has a share, and no claim"),
        ({1: -1.0}, "-1.0 A is no share of EVSE 1"),
        ({1: float("inf")}, "inf A is no share of EVSE 1"),
    ],
)
def test_what_can_not_be_is_refused(shares: dict[int, float], why: str) -> None:
    with pytest.raises(SharingError, match=why.replace("+", r"\+")):
        checked(20.0, claims(32, 32), shares)


@pytest.mark.parametrize("most", [0.0, -1.0, float("nan"), float("inf")])
def test_a_station_is_connected_with_some_current(most: float) -> None:
    with pytest.raises(ValueError, match="max_current_a is more than 0 amperes"):
        StationLimit(most)
