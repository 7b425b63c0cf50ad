"""An application that hears what its station tells."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from pilotwire.charging_station import EventStream
from pilotwire.events import StationEvent
from pilotwire.station.device_model.standard import SampledDataCtrlr
from tests.support.scene import Scene, scene

__all__ = ["drain", "watched"]


async def drain(stream: EventStream) -> list[StationEvent]:
    """All that waits to be heard."""
    heard: list[StationEvent] = []
    try:
        while True:
            async with asyncio.timeout(0.01):
                heard.append(await anext(stream))
    except (TimeoutError, StopAsyncIteration):
        return heard


@asynccontextmanager
async def watched(version: str) -> AsyncGenerator[tuple[Scene, EventStream]]:
    """A scene whose events are heard from before its start."""
    streams: list[EventStream] = []
    async with scene(
        version,
        settings={SampledDataCtrlr.TxUpdatedInterval: 60},
        prepare=lambda station: streams.append(station.events()),
    ) as s:
        yield s, streams[0]
