"""A block that Pilotwire does not have, as one would be added: modules of its own, and rows in the
joining tables, which `join` makes for a test.

A station with a beeper counts its beeps for the CSMS (a fact), beeps when it is told to (a
command), asks the CSMS for a tune (a question), and has a volume (a variable).
"""

import pytest

from pilotwire.dialects.v2x import dialect as v2x_dialect
from pilotwire.dialects.v16 import dialect as v16_dialect
from pilotwire.station import blocks
from pilotwire.station.facts import encoding
from pilotwire.store import LANES
from tests.unit.station.beeper import block, v2x, v16
from tests.unit.station.beeper.facts import BEEPS, Beeped

__all__ = ["join"]


def join(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add the block: a row in each joining table."""
    row = blocks.Block(block.Beeper, block.DEFINITIONS)
    monkeypatch.setattr(blocks, "BLOCKS", (*blocks.BLOCKS, row))
    monkeypatch.setattr(encoding, "FACTS", (*encoding.FACTS, Beeped))
    monkeypatch.setattr(v16_dialect, "BLOCKS", (*v16_dialect.BLOCKS, v16.BLOCK))
    monkeypatch.setattr(v2x_dialect, "BLOCKS", (*v2x_dialect.BLOCKS, v2x.BLOCK))
    monkeypatch.setitem(LANES, BEEPS.name, BEEPS)
