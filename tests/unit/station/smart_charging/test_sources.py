"""What several others allow counts together: none overrules another (SC.01)."""

from datetime import UTC, datetime

from pilotwire.station.smart_charging.composition import segments
from pilotwire.station.smart_charging.profiles import Installed
from pilotwire.station.smart_charging.situation import Segment, Site, Situation
from pilotwire.station.vocabulary import ChargingProfileKind, ChargingProfilePurpose
from tests.support.profiles_by_csms import period, profile

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CONSTRAINTS = ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS
GENERATION = ChargingProfilePurpose.LOCAL_GENERATION
ABSOLUTE = ChargingProfileKind.ABSOLUTE


def by(
    source: str,
    number: int,
    *limits: tuple[int, float],
    purpose: ChargingProfilePurpose = CONSTRAINTS,
    evse_id: int = 0,
    stack_level: int = 0,
    duration: int | None = None,
) -> Installed:
    made = profile(
        number,
        purpose,
        kind=ABSOLUTE,
        periods=[period(*each) for each in limits],
        start=NOON,
        stack_level=stack_level,
        duration=duration,
    )
    return Installed(evse_id, made, source)


def first(*profiles: Installed, evse_id: int = 1) -> Segment:
    return next(segments(profiles, evse_id, Site(32.0), Situation(), NOON))


def test_of_several_sources_the_lowest_counts() -> None:
    for evse_id in (0, 1):
        ems = by("EMS", -2, (0, 20.0), evse_id=evse_id, stack_level=3)
        operator = by("SO", -1, (0, 10.0), evse_id=evse_id)
        for both in ((ems, operator), (operator, ems)):
            found = first(*both)
            assert (found.own if evse_id else found.station) == 10.0


def test_of_one_source_the_highest_level_counts() -> None:
    lower, higher = by("EMS", -2, (0, 10.0)), by("EMS", -1, (0, 20.0), stack_level=1)
    assert first(lower, higher).station == 20.0


def test_what_several_generate_is_added_up() -> None:
    ems = by("EMS", -2, (0, 5.0), purpose=GENERATION)
    other = by("Other", -1, (0, 2.5), purpose=GENERATION)
    assert first(ems, other).generation == 7.5
    assert first(by("SO", -3, (0, 10.0)), ems, other).limit == 17.5


def test_a_segment_ends_where_any_of_them_changes() -> None:
    ems, operator = by("EMS", -2, (0, 10.0), (60, 6.0)), by("SO", -1, (0, 20.0), (30, 8.0))
    found = [
        ((each.start - NOON).total_seconds(), each.station)
        for each in segments([ems, operator], 1, Site(32.0), Situation(), NOON)
    ]
    assert found == [(0, 10.0), (30, 8.0), (60, 6.0)]
