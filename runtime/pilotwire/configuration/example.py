"""A whole configuration with comments: `example.toml`, beside this module."""

from importlib import resources
from typing import Final

__all__ = ["EXAMPLE"]

EXAMPLE: Final = (
    resources.files("pilotwire.configuration").joinpath("example.toml").read_text("utf-8")
)
"""It passes `check`; what stands there as a comment with `=` may be said, too."""
