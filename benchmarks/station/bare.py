"""mobilityhouse's charge point, which is messages alone: `python -m benchmarks.station.bare`."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

from websockets.asyncio.client import connect

from benchmarks.station.measuring import HEARTBEAT, PING_INTERVAL, SUBPROTOCOL, Subject, tell

TOKEN = {"id_token": "04A1B2C3", "type": "ISO14443"}


# It has no types that a checker could hold this to.
_V201: Any = import_module("ocpp.v201")
_ROUTING: Any = import_module("ocpp.routing")


class _ChargePoint(_V201.ChargePoint):  # type: ignore[misc]  # it has no types
    @_ROUTING.on("GetVariables")  # type: ignore[untyped-decorator]  # nor this
    def variables(self, get_variable_data: list[dict[str, Any]]) -> Any:
        (asked,) = get_variable_data
        return _V201.call_result.GetVariables(
            get_variable_result=[{**asked, "attribute_status": "Accepted", "attribute_value": "60"}]
        )


class Bare(Subject):
    """A charge point that boots, sends heartbeats, and answers."""

    def __init__(self) -> None:
        self._point: Any = None

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
            point: Any = _ChargePoint("CS-1", connection)
            self._point = point
            tasks: list[asyncio.Task[None]] = [asyncio.create_task(point.start())]
            await point.call(
                _V201.call.BootNotification(
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
        await self._point.call(_V201.call.Authorize(id_token=TOKEN))
        return time.perf_counter() - begun

    async def _beat(self, point: Any) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT)
            await point.call(_V201.call.Heartbeat())


if __name__ == "__main__":
    tell(Bare)
