"""A thread that notices when the event loop gives nobody a turn any more.

A program may hang in somebody else's code, with a contactor closed. The watchdog of systemd ends it
in the end; the contactors fall before that.
"""

import threading
from collections.abc import Callable

__all__ = ["DeadMan"]


class DeadMan:
    """Calls `expired`, in a thread of its own, when `feed` was not called for `after_s` seconds: of
    real time, whatever the loop's is.
    """

    def __init__(self, after_s: float, expired: Callable[[], None]) -> None:
        self._after_s = after_s
        self._expired = expired
        self._over = threading.Event()
        self._feeds = 0
        self._thread = threading.Thread(target=self._watch, name="pilotwire-dead-man", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def feed(self) -> None:
        """The loop gives turns."""
        self._feeds += 1

    def stop(self) -> None:
        """Watch no more."""
        self._over.set()

    def _watch(self) -> None:
        last, quiet = self._feeds, 0
        while not self._over.wait(self._after_s / 4):
            quiet = quiet + 1 if self._feeds == last else 0
            last = self._feeds
            if quiet == 4:
                self._expired()
