"""A prompt on a terminal: lines with completion and history, while all that is printed and logged
goes above it.

The prompt has a thread of its own, whose event loop has the time of the clock on the wall: that of
the stations may run fast, and a terminal waits for the rest of a key's code.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import threading
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import History

__all__ = ["Suggests", "history_file", "is_terminal", "prompting"]

_SECRET: Final = re.compile(r"password|authorizationkey", re.IGNORECASE)


class Suggested(Protocol):
    """How a line could go on."""

    @property
    def text(self) -> str:
        """What could stand there."""
        ...

    @property
    def replaces(self) -> int:
        """In the place of so many characters at its end."""
        ...

    @property
    def meaning(self) -> str:
        """What that means."""
        ...


Suggests = Callable[[str], Iterable[Suggested]]


def is_terminal() -> bool:
    """Whether somebody can type here, and see what is printed."""
    try:
        return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    except ValueError:  # it is closed
        return False


def history_file(command: str) -> Path:
    """Where the history of a command's prompt is: `$XDG_STATE_HOME/pilotwire/history-COMMAND`."""
    base = os.environ.get("XDG_STATE_HOME") or "~/.local/state"
    return Path(base).expanduser() / "pilotwire" / f"history-{command}"


@asynccontextmanager
async def prompting(
    suggest: Suggests, history: Path
) -> AsyncGenerator[asyncio.Queue[str | None], None]:
    """A prompt as long as the context lasts: the lines that are typed, and None at their end, by
    Ctrl-C or Ctrl-D.

    Args:
        suggest: How a line could go on; called in another thread.
        history: The file of the lines typed before. Where it can't be used, nothing is remembered.
    """
    lines: asyncio.Queue[str | None] = asyncio.Queue(100)
    prompt = _Prompt(suggest, history, lines)
    thread = threading.Thread(target=prompt.run, name="prompt", daemon=True)
    thread.start()
    try:
        yield lines
    finally:
        prompt.end()
        while thread.is_alive():  # it puts the terminal back as it was
            await asyncio.to_thread(thread.join, 0.2)
            while not lines.empty():
                lines.get_nowait()


class _Prompt:
    def __init__(self, suggest: Suggests, history: Path, lines: asyncio.Queue[str | None]) -> None:
        self._suggest = suggest
        self._history = history
        self._lines = lines
        self._home = asyncio.get_running_loop()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._typing: asyncio.Task[None] | None = None
        self._ended = False

    def run(self) -> None:
        """Read lines, in the thread of the prompt."""
        asyncio.run(self._run())

    def end(self) -> None:
        """Let that end; from the other thread."""
        self._ended = True
        if self._loop is not None:
            with suppress(RuntimeError):  # it has ended by itself
                self._loop.call_soon_threadsafe(self._cancel)

    def _cancel(self) -> None:
        if self._typing is not None:
            self._typing.cancel()

    async def _run(self) -> None:
        from prompt_toolkit.patch_stdout import patch_stdout

        self._loop = asyncio.get_running_loop()
        self._typing = asyncio.create_task(self._type())
        if self._ended:
            self._cancel()
        with patch_stdout(raw=True), suppress(asyncio.CancelledError):
            await self._typing

    async def _type(self) -> None:
        session = self._session()
        while True:
            try:
                line = await session.prompt_async("> ")
            except (EOFError, KeyboardInterrupt):
                await self._hand_over(None)
                return
            await self._hand_over(line)

    async def _hand_over(self, line: str | None) -> None:
        putting = self._lines.put(line)
        try:
            future = asyncio.run_coroutine_threadsafe(putting, self._home)
        except RuntimeError:  # the other loop has ended
            putting.close()
            return
        await asyncio.wrap_future(future)

    def _session(self) -> PromptSession[str]:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.completion import CompleteEvent, Completer, Completion
        from prompt_toolkit.document import Document

        suggest = self._suggest

        class Completes(Completer):
            def get_completions(
                self, document: Document, complete_event: CompleteEvent
            ) -> Iterable[Completion]:
                del complete_event
                for each in suggest(document.text_before_cursor):
                    yield Completion(
                        each.text, start_position=-each.replaces, display_meta=each.meaning[:70]
                    )

        return PromptSession(
            completer=Completes(),
            complete_while_typing=False,
            history=_opened(self._history),
            enable_history_search=True,
        )


def _opened(path: Path) -> History:
    """The history in a file, which is the user's alone; in memory where that can't be."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    class Discreet(FileHistory):
        """Without lines that hold a secret, or begin with a space."""

        def store_string(self, string: str) -> None:
            if not string.startswith(" ") and not _SECRET.search(string):
                with suppress(OSError):  # what can't be remembered is no reason to end
                    super().store_string(string)

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError:
        return InMemoryHistory()
    return Discreet(str(path))
