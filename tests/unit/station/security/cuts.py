"""Power that is cut, or a disk that fails, at a step of the operating system."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest

__all__ = ["PowerCut", "failing_at"]

STEPS = ("open", "write", "fsync", "close", "rename", "unlink")


class PowerCut(BaseException):
    """Nothing runs any more, no clean-up either."""


@contextmanager
def failing_at(step: int, failure: BaseException) -> Generator[None]:
    """Let the step of that number fail; after a power cut, all that follow, too."""
    count = 0

    def failing(real: Any) -> Any:
        def call(*args: Any, **more: Any) -> Any:
            nonlocal count
            count += 1
            if count == step + 1 or (count > step and isinstance(failure, PowerCut)):
                if real is close:
                    close(*args)  # the system closes all
                raise failure
            return real(*args, **more)

        return call

    close = os.close
    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, failing(getattr(os, name)))
        yield
