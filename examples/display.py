"""A display: follows what happens in a station, and puts it into words for whoever stands there.

python -m examples.display
"""

import asyncio
from collections.abc import Callable

from pilotwire import ChargingStation, Store
from pilotwire.charging_station import EventStream
from pilotwire.csms import Csms
from pilotwire.events import (
    CallAnswered,
    ChargingNeedsTold,
    ChargingScheduleTaken,
    Connected,
    Disconnected,
    EventsMissed,
    FaultCleared,
    FaultRaised,
    FirmwareDownloading,
    FirmwareInstalling,
    FirmwarePublishingChanged,
    FirmwareStatusChanged,
    LimitChanged,
    LogUploadEnded,
    LogUploading,
    MessageGivenUp,
    Registered,
    StationEvent,
    StatusChanged,
    TokenAccepted,
    TokenRefused,
    TransactionEnded,
    TransactionNumbered,
    TransactionSnapshot,
    TransactionStarted,
    TransactionUpdated,
)
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp.v21.device_model import SampledDataCtrlr
from pilotwire.timing import AcceleratedEventLoop

SPEED = 600
"""How many times as fast time passes here: an hour of charging is watched in six seconds."""


def line(event: StationEvent) -> str | None:
    """What the display says of an event; None where that is nobody's business there.

    A type checker knows all events: it refuses a `match` that leaves one out. Nothing tells whose
    card it was.
    """
    match event:
        case Connected(version):
            return f"connected, OCPP {version}"
        case Disconnected():
            return "no connection"
        case Registered(status):
            return f"the operator says: {status}"
        case StatusChanged(evse_id, _, status):
            return f"socket {evse_id}: {status}"
        case FaultRaised(fault):
            return f"{place(fault.evse_id)}: out of order, {fault.code} {fault.info}".rstrip()
        case FaultCleared(fault):
            return f"{place(fault.evse_id)}: works again, no {fault.code} any more"
        case LimitChanged(evse_id, limit):
            return f"socket {evse_id}: " + ("full power" if limit is None else f"{limit:g} A")
        case ChargingNeedsTold(evse_id):
            return f"socket {evse_id}: your car says what it needs"
        case ChargingScheduleTaken(evse_id):
            return f"socket {evse_id}: your car knows when it charges"
        case TokenAccepted(evse_id):
            return f"socket {evse_id}: welcome"
        case TokenRefused(reason=reason):
            return f"card refused: {reason}"
        case TransactionStarted(transaction):
            return f"socket {transaction.evse_id}: begins"
        case TransactionUpdated(transaction):
            return f"socket {transaction.evse_id}: {so_far(transaction)}"
        case TransactionEnded(transaction, reason):
            return f"socket {transaction.evse_id}: ended ({reason}), {so_far(transaction)}"
        case EventsMissed(count):
            return f"({count} lines are missing here)"
        case CallAnswered() | MessageGivenUp() | TransactionNumbered():
            return None
        case LogUploading() | LogUploadEnded():
            return None
        case FirmwareStatusChanged(status):
            return f"new firmware: {status}"
        case FirmwareDownloading() | FirmwareInstalling() | FirmwarePublishingChanged():
            return None


def place(evse_id: int) -> str:
    """Where something is wrong."""
    return f"socket {evse_id}" if evse_id else "charger"


def so_far(transaction: TransactionSnapshot) -> str:
    """How much, how long, and what goes on."""
    minutes = (transaction.at - transaction.began).total_seconds() / 60
    return (
        f"{transaction.energy_wh / 1000:.2f} kWh in {minutes:.0f} min, {transaction.charging_state}"
    )


async def show(events: EventStream, screen: Callable[[str], None]) -> None:
    """Put what happens on a screen, until the station ends."""
    async for event in events:
        text = line(event)
        if text is not None:
            screen(text)


async def main() -> None:
    """A driver comes, charges for half an hour, and goes; another one's card is not known."""
    csms = Csms(tokens=["04A1B2C3"])
    async with csms.serve() as serving:
        station = ChargingStation(
            identity="CS-0042",
            vendor="Example",
            model="One",
            csms=f"ws://127.0.0.1:{serving.port}/ocpp",
            hardware=SimulatedStation(evses=1),
            store=Store(":memory:"),
            settings=[SampledDataCtrlr.TxUpdatedInterval.to(600)],
        )
        screen = asyncio.create_task(show(station.events(), print))
        async with station:
            await station.wait_accepted()
            socket = station.hardware.evse(1)
            await socket.swipe("0BADCA4D")
            await asyncio.sleep(60)
            await socket.plug_in(ElectricVehicle(battery_kwh=60, soc=40))
            await socket.swipe("04A1B2C3")
            await asyncio.sleep(30 * 60)
            await socket.swipe("04A1B2C3")
            await asyncio.sleep(60)
            await socket.unplug()
            await asyncio.sleep(5)
        await screen


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(SPEED)) as runner:
        runner.run(main())
