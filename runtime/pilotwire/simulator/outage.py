"""A power cut: the process of a station is gone, and with it all that is not on its disk.

The rule of this module: of what a station does after its power was cut, nothing has any effect.
Its store takes nothing any more, so whatever is still under way in it ends with a `PowerCut` at the
next commit.
"""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from pilotwire.store import Store

__all__ = ["MortalStore", "PowerCut"]


class PowerCut(BaseException):
    """The station has no power. No handler of a station's own may take it for a mere failure."""


class MortalStore(Store):
    """A store whose process can be gone: what was not committed by then is lost."""

    def __init__(self, path: Path) -> None:
        self.dead = False
        super().__init__(path)

    @contextmanager
    def atomic(self) -> Generator[None, None, None]:
        """See `Store.atomic`. Raises `PowerCut` once the power is cut."""
        if self.dead:
            raise PowerCut
        with super().atomic():
            yield

    def die(self) -> None:
        """Be gone, as by a power cut."""
        self.dead = True

    def close(self) -> None:
        """Let go of the file; of the dead, without another commit."""
        if self.dead and self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        self.dead = True
        super().close()
