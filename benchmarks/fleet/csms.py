"""A CSMS that accepts every station and takes everything: `python -m benchmarks.fleet.csms`.

It prints its URL, and is made of nothing that is measured.
"""

import asyncio
import json
import resource
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

DAY = 86_400


def _payload(action: str) -> Mapping[str, str | int]:
    """Answer with the true time: a station that doubts the time it is told is not idle."""
    now = datetime.now(UTC).isoformat()
    if action == "BootNotification":
        return {"currentTime": now, "interval": DAY, "status": "Accepted"}
    return {"currentTime": now} if action == "Heartbeat" else {}


async def _answer(connection: ServerConnection) -> None:
    with suppress(ConnectionClosed):  # stations go without a good-bye
        async for text in connection:
            message_type, message_id, *rest = json.loads(text)
            if message_type == 2:
                await connection.send(json.dumps([3, message_id, _payload(rest[0])]))


async def main() -> None:
    """Serve until the process is ended."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    versions = [Subprotocol("ocpp2.0.1"), Subprotocol("ocpp1.6")]
    async with serve(
        _answer, "127.0.0.1", 0, subprotocols=versions, compression=None, ping_interval=None
    ) as server:
        sys.stdout.write(f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}\n")
        sys.stdout.flush()
        await server.wait_closed()


if __name__ == "__main__":
    asyncio.run(main())
