"""What all EVSEs may take together (K08.FR.03)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from pilotwire.station.smart_charging.situation import Segment
from pilotwire.station.smart_charging.total import total
from tests.support.scene import EPOCH

PLAIN = Segment(
    EPOCH,
    None,
    own=None,
    station=None,
    generation=0.0,
    phases=3,
    phase_to_use=None,
    least=None,
    most=32.0,
)
WHOLE = replace(PLAIN, most=64.0)


def line(like: Segment, *own: tuple[float, float | None]) -> Iterator[Segment]:
    """Segments that begin at these seconds, with these limits of an EVSE."""
    begins = [EPOCH + timedelta(seconds=at) for at, _ in own]
    for (_, limit), start, end in zip(own, begins, [*begins[1:], None], strict=True):
        yield replace(like, start=start, end=end, own=limit)


def limits(them: Iterator[Segment]) -> list[tuple[float, float]]:
    """When each segment begins, in seconds, and its limit; they follow upon each other."""
    found = list(them)
    ends = [each.end for each in found]
    assert ends == [*(each.start for each in found[1:]), None]
    return [((each.start - EPOCH).total_seconds(), each.limit) for each in found]


def together(whole: Segment, *evses: Sequence[tuple[float, float | None]]) -> list[object]:
    return [*limits(total(line(whole, (0, None)), [line(PLAIN, *each) for each in evses]))]


def test_it_is_the_sum_of_what_the_evses_may_take() -> None:
    assert together(WHOLE, [(0, 6), (60, None)], [(0, 10), (30, 8), (90, 16)]) == [
        (0, 16),
        (30, 14),
        (60, 40),
        (90, 48),
    ]


def test_it_is_not_more_than_the_station_may() -> None:
    whole = replace(WHOLE, station=20.0)
    assert together(whole, [(0, 6), (60, None)], [(0, 10)]) == [(0, 16), (60, 20)]


def test_what_the_station_may_can_change_too() -> None:
    later = EPOCH + timedelta(seconds=45)
    whole = iter((replace(WHOLE, end=later), replace(WHOLE, start=later, station=9.0)))
    assert limits(total(whole, [line(PLAIN, (0, 6)), line(PLAIN, (0, 6))])) == [(0, 12), (45, 9)]


def test_as_many_phases_are_used_as_any_evse_does() -> None:
    """And what they are is told to nobody: they need not be the same."""
    evses = [iter([replace(PLAIN, phases=1, phase_to_use=2)]) for _ in range(2)]
    (only,) = total(iter([WHOLE]), evses)
    assert (only.phases, only.phase_to_use, only.limit) == (1, None, 64)


def test_it_is_made_when_it_is_asked_for() -> None:
    def for_ever() -> Iterator[Segment]:
        at = EPOCH
        while True:
            end = at + timedelta(seconds=60)
            yield replace(PLAIN, start=at, end=end, own=6.0)
            at = end

    them = total(iter([WHOLE]), [for_ever(), for_ever()])
    assert [next(them).limit for _ in range(3)] == [12, 12, 12]
