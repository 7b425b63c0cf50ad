"""How much of what is measured one message holds (J01.FR.15, J02.FR.14, J02.FR.20).

The specification leaves it to the station: what is here keeps a message below 64 KiB, with which
servers and their proxies can be expected to deal. Where one signed value is longer than that, it is
alone in its message.
"""

from typing import Final

from pilotwire.station.facts.metering import MeterValue, Sample

__all__ = ["LONGEST", "length", "parts"]

LONGEST: Final = 60_000
"""The characters of meter values that a message has at most."""

_EACH: Final = 220
"""About the characters of a value in a message, with all that is said of it."""


def length(values: tuple[MeterValue, ...]) -> int:
    """About how many characters values take in a message."""
    return sum(_EACH + sum(map(_length, value.samples)) for value in values)


def parts(values: tuple[MeterValue, ...]) -> list[tuple[MeterValue, ...]]:
    """Values of one instant, over as many messages as they need; one at least."""
    if length(values) <= LONGEST:
        return [values]
    found: list[tuple[MeterValue, ...]] = []
    for value in values:
        samples: list[Sample] = []
        so_far = _EACH
        for sample in value.samples:
            if samples and so_far + _length(sample) > LONGEST:
                found.append((MeterValue(value.timestamp, tuple(samples)),))
                samples, so_far = [], _EACH
            samples.append(sample)
            so_far += _length(sample)
        found.append((MeterValue(value.timestamp, tuple(samples)),))
    return found


def _length(sample: Sample) -> int:
    signed = sample.signed
    if signed is None:
        return _EACH
    return 2 * _EACH + len(signed.data) + len(signed.public_key or "")
