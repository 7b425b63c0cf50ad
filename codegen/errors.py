"""The one exception of the generator: something in its input is not as it must be."""

from __future__ import annotations


class CodegenError(Exception):
    """What is wrong, where, in one line; the command line prints it and exits with 2."""
