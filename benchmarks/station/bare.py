"""mobilityhouse's charge point, which is messages alone: `python -m benchmarks.station.bare`."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from ocpp.routing import on  # type: ignore[import-untyped]  # it has no types
from ocpp.v201 import (  # type: ignore[import-untyped]  # it has no types
    ChargePoint,
    call,
    call_result,
)
from websockets.asyncio.client import connect

from benchmarks.station.measuring import HEARTBEAT, PING_INTERVAL, SUBPROTOCOL, Subject, tell

TOKEN = {"id_token": "04A1B2C3", "type": "ISO14443"}


class _ChargePoint(ChargePoint):  # type: ignore[misc]  # it has no types
    @on("GetVariables")  # type: ignore[untyped-decorator]  # nor this
    def variables(self, get_variable_data: list[dict[str, Any]]) -> call_result.GetVariables:
        (asked,) = get_variable_data
        return call_result.GetVariables(
            get_variable_result=[{**asked, "attribute_status": "Accepted", "attribute_value": "60"}]
        )


class Bare(Subject):
    """A charge point that boots, sends heartbeats, and answers."""

    def __init__(self) -> None:
        self._point: _ChargePoint | None = None

    @asynccontextmanager
    async def running(self, url: str) -> AsyncGenerator[object]:
        """From the opening of its connection on."""
        async with connect(
            f"{url}/CS-1",
            subprotocols=[SUBPROTOCOL],
            compression=None,
            proxy=None,
            ping_interval=PING_INTERVAL,
        ) as connection:
            point = self._point = _ChargePoint("CS-1", connection)
            tasks = [asyncio.create_task(point.start())]
            await point.call(
                call.BootNotification(
                    charging_station={"vendor_name": "Example", "model": "One"}, reason="PowerUp"
                )
            )
            tasks.append(asyncio.create_task(self._beat(point)))
            yield point
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def card(self) -> float:
        """What must be said before a contactor may close: the card is asked about."""
        if self._point is None:
            raise RuntimeError("it does not run")
        begun = time.perf_counter()
        await self._point.call(call.Authorize(id_token=TOKEN))
        return time.perf_counter() - begun

    async def _beat(self, point: _ChargePoint) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT)
            await point.call(call.Heartbeat())


if __name__ == "__main__":
    tell(Bare)
