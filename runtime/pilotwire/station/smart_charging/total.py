"""What all EVSEs may take together: the composite schedule of the station itself (K08.FR.03)."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from pilotwire.station.smart_charging.situation import Segment

__all__ = ["total"]


def total(station: Iterator[Segment], evses: Sequence[Iterator[Segment]]) -> Iterator[Segment]:
    """What may be taken from the grid: what all EVSEs may take by themselves, and no more than the
    station may. All of them begin at the same time. A segment may be as the one before.
    """
    whole, parts = next(station), [next(each) for each in evses]
    start = whole.start
    while True:
        ends = [each.end for each in (whole, *parts) if each.end is not None]
        end = min(ends, default=None)
        yield _together(start, end, whole, parts)
        if end is None:
            return
        start = end
        whole = next(station) if whole.end == end else whole
        parts = [
            next(rest) if part.end == end else part for part, rest in zip(parts, evses, strict=True)
        ]


def _together(
    start: datetime, end: datetime | None, whole: Segment, parts: Sequence[Segment]
) -> Segment:
    return Segment(
        start,
        end,
        own=sum(part.limit for part in parts),
        station=None,
        generation=0.0,
        phases=min(whole.phases, max(part.phases for part in parts)),
        phase_to_use=None,
        least=None,
        most=whole.limit,
    )
