"""Who hears of which kind of event: a table that blocks enter themselves into."""

from collections.abc import Callable
from typing import Generic, TypeVar, cast

__all__ = ["Signals"]

E = TypeVar("E")
R = TypeVar("R")


class Signals(Generic[R]):
    """Listeners by the class of what they hear; each returns an `R`."""

    __slots__ = ("_listeners",)

    def __init__(self) -> None:
        self._listeners: dict[type, Callable[[object], R] | tuple[Callable[[object], R], ...]] = {}
        """One that is alone is no tuple: most are, and there are many."""

    def on(self, kind: type[E], listener: Callable[[E], R]) -> None:
        """Call `listener` with each event of a class, after those that are there already."""
        # The class and the function belong together by the signature; a dict can't say so.
        others = self._of(kind)
        added = cast("Callable[[object], R]", listener)
        self._listeners[kind] = (*others, added) if others else added

    def emit(self, event: object) -> list[R]:
        """Call all who want to hear of the event, in their order; what they return."""
        return [listener(event) for listener in self._of(type(event))]

    def _of(self, kind: type) -> tuple[Callable[[object], R], ...]:
        found = self._listeners.get(kind, ())
        return (found,) if callable(found) else found
