"""How much is said, and from which seed: `nox -s hostile` sets both."""

import os
from random import Random

__all__ = ["FRAMES", "SEED", "chance"]

SEED = int(os.environ.get("PILOTWIRE_SEED", "20260901"))
FRAMES = int(os.environ.get("PILOTWIRE_FRAMES", "2000"))
"""Frames, and answers, that each end is told in each version."""


def chance(*what: str) -> Random:
    """Chance that is the same whenever the seed is; the seed is printed."""
    print(f"PILOTWIRE_SEED={SEED} PILOTWIRE_FRAMES={FRAMES}")
    return Random(f"{SEED} {' '.join(what)}")
