"""Where a command of ours takes commands from: a prompt, or lines that a program writes."""

import asyncio
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from pilotwire.cli.input import lines_of
from pilotwire.cli.terminal import Suggests, history_file, is_terminal, prompting

__all__ = ["commands"]


@asynccontextmanager
async def commands(
    name: str, suggest: Suggests
) -> AsyncGenerator["asyncio.Queue[str | None]", None]:
    """The lines that somebody says to the command of that name, and None at their end: typed at a
    prompt, where this is a terminal, or from standard input.
    """
    if not is_terminal():
        yield await lines_of(sys.stdin.fileno())
        return
    async with prompting(suggest, history_file(name)) as lines:
        yield lines
