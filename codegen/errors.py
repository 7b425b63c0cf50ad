"""The one exception of the generator, and how several findings become one report."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager


class CodegenError(Exception):
    """What in the input is not as it must be, and where: a line a finding.

    The command line prints each line and exits with 2.
    """

    def __init__(self, *findings: str) -> None:
        super().__init__(*findings)
        self.findings = findings

    def __str__(self) -> str:
        return "\n".join(self.findings)


class Findings:
    """What was found in several places, so that one run tells all of it."""

    def __init__(self) -> None:
        self._found: dict[str, None] = {}

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, finding: str) -> None:
        """Take down one."""
        self._found[finding] = None

    @contextmanager
    def collect(self) -> Generator[None]:
        """Take down what stops this block, and go on after it."""
        try:
            yield
        except CodegenError as error:
            for finding in error.findings:
                self.add(finding)

    def finish(self) -> None:
        """Raise CodegenError with all that was found, if anything was."""
        if self._found:
            raise CodegenError(*self._found)
