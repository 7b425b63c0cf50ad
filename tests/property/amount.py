"""How many sets of profiles there are, and from which seed: `nox -s composition` sets both."""

import os

__all__ = ["PARTS", "SEED", "SETS"]

SEED = int(os.environ.get("PILOTWIRE_SEED", "20261130"))
SETS = int(os.environ.get("PILOTWIRE_SETS", "320"))
PARTS = 8
"""Into how many tests the sets are dealt out, so that all cores may share them."""
