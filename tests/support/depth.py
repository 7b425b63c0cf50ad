"""How far searches over all that can happen go: `nox -s safety` goes further."""

import os

__all__ = ["DEEPER"]

DEEPER = int(os.environ.get("PILOTWIRE_DEEPER", "0"))
"""By how many events more than in a plain run."""
