"""A fleet's days come from a seed alone, and follow the profile's hours."""

from collections import Counter
from itertools import islice, takewhile

import pytest

from pilotwire.simulator.fleet import Drivers, Fault, Links, Plan, Profile, StationKind, Tokens
from pilotwire.simulator.fleet.plan import Arrival

DAY = 86_400.0
MIXED = Profile(
    drivers=Drivers(a_day=4.0),
    station=(StationKind(share=3.0), StationKind(share=1.0, evses=2)),
    fault=(
        Fault.model_validate({"code": "GroundFault", "a_day": 3.0}),
        Fault.model_validate({"code": "EmergencyStop", "a_day": 1.0, "station": True}),
    ),
    links=Links(drops_a_day=2.0),
)


def shown(arrival: Arrival) -> tuple[object, ...]:
    visit = arrival.visit
    return arrival.at, arrival.station, arrival.place, visit.token, visit.ending, visit.vehicle.soc


def test_the_same_seed_gives_the_same_days() -> None:
    def days(seed: int) -> list[object]:
        plan = Plan(MIXED, 50, seed)
        return [
            list(plan.kinds()),
            [shown(each) for each in islice(plan.arrivals(), 200)],
            list(islice(plan.breakages(), 50)),
            list(islice(plan.drops(), 50)),
        ]

    assert days(7) == days(7)
    assert all(one != other for one, other in zip(days(7), days(8), strict=True))


def test_what_does_not_come_about_changes_nothing_else() -> None:
    calm = MIXED.model_copy(update={"fault": (), "links": Links()})

    arrivals = [shown(each) for each in islice(Plan(MIXED, 50, 7).arrivals(), 100)]

    assert arrivals == [shown(each) for each in islice(Plan(calm, 50, 7).arrivals(), 100)]
    assert not list(Plan(calm, 50, 7).breakages())
    assert not list(Plan(calm, 50, 7).drops())


def test_drivers_come_at_the_hours_of_the_profile() -> None:
    hours = [0.0] * 24
    hours[8], hours[17] = 3.0, 1.0
    profile = Profile(drivers=Drivers(a_day=8.0, hours=tuple(hours)))

    day = list(takewhile(lambda each: each.at < DAY, Plan(profile, 100, 3).arrivals()))

    by_hour = Counter(int(each.at // 3600) for each in day)
    assert set(by_hour) == {8, 17}
    assert by_hour[8] == pytest.approx(600, rel=0.15)
    assert by_hour[17] == pytest.approx(200, rel=0.25)


def test_a_day_that_begins_later_has_its_hours_earlier() -> None:
    hours = [0.0] * 24
    hours[8] = 1.0
    profile = Profile(drivers=Drivers(a_day=8.0, hours=tuple(hours)))

    first = next(Plan(profile, 100, 3, begins_at=7.5 * 3600).arrivals())

    assert 0.5 * 3600 <= first.at < 1.5 * 3600


def test_shares_are_kept() -> None:
    plan = Plan(MIXED, 400, 11)

    assert Counter(kind.evses for kind in plan.kinds())[2] == pytest.approx(100, rel=0.3)
    breakages = list(takewhile(lambda each: each.at < DAY, plan.breakages()))
    assert len(breakages) == pytest.approx(1600, rel=0.1)
    assert sum(each.fault.station for each in breakages) == pytest.approx(400, rel=0.2)
    assert len(list(takewhile(lambda each: each.at < DAY, plan.drops()))) == pytest.approx(
        800, rel=0.15
    )


def test_some_drivers_have_a_token_that_nobody_knows() -> None:
    profile = Profile(tokens=Tokens(count=10, unknown_share=0.25))

    tokens = [each.visit.token for each in islice(Plan(profile, 10, 1).arrivals(), 400)]

    assert {token for token in tokens if token.startswith("CARD")} == set(profile.tokens.known())
    assert sum(token.startswith("NOBODY") for token in tokens) == pytest.approx(100, rel=0.3)
