"""What a block keeps as one value of the store: a dataclass, as JSON."""

from collections.abc import Callable
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from pilotwire.logs import logger

__all__ = ["KeptText"]

log = logger(__name__)

K = TypeVar("K")


class KeptText(Generic[K]):
    """Writes and reads it.

    Args:
        kind: The dataclass.
        nothing: What is kept where there is nothing.
        what: What it is about, for the log.
    """

    __slots__ = ("_adapter", "_kind", "_nothing", "_what")

    def __init__(self, kind: type[K], nothing: Callable[[], K], what: str) -> None:
        self._kind = kind
        self._nothing = nothing
        self._what = what
        self._adapter: TypeAdapter[K] | None = None

    def write(self, kept: K) -> str:
        """The text."""
        return self._made().dump_json(kept, exclude_none=True).decode()

    def read(self, text: str | None) -> K:
        """What was kept; nothing where that is damaged."""
        if text is not None:
            try:
                return self._made().validate_json(text)
            except ValueError:
                log.error("what was kept of %s is damaged", self._what)  # noqa: TRY400 -- its text may hold a password
        return self._nothing()

    def _made(self) -> TypeAdapter[K]:
        if self._adapter is None:
            self._adapter = TypeAdapter(self._kind)
        return self._adapter
