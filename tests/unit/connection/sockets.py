"""Tests on real sockets."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any

from pilotwire.connection.client import WebSocketConnector

__all__ = ["CONNECTOR", "on_sockets"]

CONNECTOR = WebSocketConnector(open_timeout=5.0, close_timeout=1.0)


def on_sockets(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """Run a test on an event loop, for a minute at most."""

    @wraps(test)
    def run_test(*args: Any, **kwargs: Any) -> None:
        async def limited() -> None:
            async with asyncio.timeout(60):
                await test(*args, **kwargs)

        asyncio.run(limited())

    return run_test
