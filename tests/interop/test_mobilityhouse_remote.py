"""Our station, triggered, unlocked and sent vendors' messages by a CSMS that nobody here wrote."""

# pyright: reportArgumentType=false, reportAttributeAccessIssue=false

from typing import Any

from pydantic import BaseModel

from tests.interop.accelerated import accelerated
from tests.interop.central import Central, booted, call16
from tests.interop.stations import TOKEN, car, running_station
from tests.support.editions import IN_2X, IN_ALL


class Text(BaseModel):
    """What a display is to show."""

    text: str


def trigger(central: Central, message: str, evse: int | None = None) -> Any:
    if central.version == "1.6":
        return central.call.TriggerMessage(message, connector_id=evse)
    place = None if evse is None else {"id": evse, "connector_id": 1}
    return central.call.TriggerMessage(message, evse=place)


@IN_ALL
@accelerated
async def test_messages_are_triggered(version: str) -> None:
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version]),
    ):
        await booted(central)
        for message in ("Heartbeat", "MeterValues", "StatusNotification"):
            answer = await central.station.call(trigger(central, message, 1))
            assert answer.status == "Accepted", message
            kind = getattr(central.call, message)
            others = () if message == "Heartbeat" else central.call.Heartbeat
            told = await central.next(kind, skip=others)
            if message == "MeterValues":
                (sample, *_) = told.meter_value[0]["sampled_value"]
                assert sample["context"] == "Trigger"
        refused = await central.station.call(trigger(central, "BootNotification"))
        unknown = await central.station.call(trigger(central, "FirmwareStatusNotification"))
        assert (refused.status, unknown.status) == ("Rejected", "NotImplemented")


@IN_2X
@accelerated
async def test_a_transaction_event_is_triggered(version: str) -> None:
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version]) as station,
    ):
        await booted(central)
        await station.hardware.evse(1).plug_in(car())
        await station.hardware.evse(1).swipe(TOKEN)
        kind = central.call.TransactionEvent
        await central.until(lambda: len(central.all(kind)) > 1)
        answer = await central.station.call(trigger(central, "TransactionEvent", 1))
        assert answer.status == "Accepted"
        await central.until(
            lambda: any(each.trigger_reason == "Trigger" for each in central.all(kind))
        )


@accelerated
async def test_messages_are_triggered_by_the_security_extension() -> None:
    async with (
        Central("ocpp1.6") as central,
        running_station(central.url, ["1.6"]),
    ):
        await booted(central)
        heartbeat: Any = call16.ExtendedTriggerMessage("Heartbeat")
        assert (await central.station.call(heartbeat)).status == "Accepted"
        await central.next(call16.Heartbeat)
        sign: Any = call16.ExtendedTriggerMessage("SignChargePointCertificate")
        assert (await central.station.call(sign)).status == "NotImplemented"


@IN_ALL
@accelerated
async def test_a_connector_is_unlocked(version: str) -> None:
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version]) as station,
    ):
        await booted(central)
        old = version == "1.6"

        def unlock(connector: int) -> Any:
            unlocking = central.call.UnlockConnector
            return unlocking(connector) if old else unlocking(1, connector)

        assert (await central.station.call(unlock(1))).status == "Unlocked"
        unknown = await central.station.call(unlock(9))
        assert unknown.status == ("NotSupported" if old else "UnknownConnector")
        await station.hardware.evse(1).plug_in(car())
        await station.hardware.evse(1).swipe(TOKEN)
        start = central.call.StartTransaction if old else central.call.TransactionEvent
        await central.until(lambda: bool(central.all(start)))
        busy = await central.station.call(unlock(1))
        assert busy.status == ("Unlocked" if old else "OngoingAuthorizedTransaction")
        if old:
            await central.until(lambda: bool(central.all(call16.StopTransaction)))
            assert central.all(call16.StopTransaction)[0].reason == "UnlockCommand"


@IN_ALL
@accelerated
async def test_vendors_messages_go_both_ways(version: str) -> None:
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version]) as station,
    ):

        @station.data_transfer("com.example", "show", Text)
        async def show(text: Text) -> Text:
            return Text(text=text.text.upper())

        await booted(central)
        sent = '{"text": "hm"}' if version == "1.6" else {"text": "hm"}

        def transfer(vendor: str, message: str) -> Any:
            return central.call.DataTransfer(vendor_id=vendor, message_id=message, data=sent)

        answer = await central.station.call(transfer("com.example", "show"))
        expected = '{"text":"HM"}' if version == "1.6" else {"text": "HM"}
        assert (answer.status, answer.data) == ("Accepted", expected)
        for vendor, message, status in (
            ("com.other", "show", "UnknownVendorId"),
            ("com.example", "other", "UnknownMessageId"),
        ):
            answer = await central.station.call(transfer(vendor, message))
            assert answer.status == status
        said = await station.transfer("com.example", "show", Text(text="Hello"), Text)
        assert said.data == Text(text="Hello")


@IN_ALL
@accelerated
async def test_security_events_are_told(version: str) -> None:
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version]) as station,
    ):
        await booted(central)
        station.security_event("com.example.door", "opened")
        await central.until(lambda: len(central.security_events) > 1)
        told = [(each.type, each.tech_info) for each in central.security_events]
        assert told == [("StartupOfTheDevice", None), ("com.example.door", "opened")]
