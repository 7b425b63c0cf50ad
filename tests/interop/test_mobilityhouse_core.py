"""Our station's variables, availability, meter values and limits, at the hands of a CSMS that
nobody here wrote.
"""

# pyright: reportArgumentType=false, reportAttributeAccessIssue=false
# pyright: reportOptionalIterable=false

import asyncio
from base64 import b64decode
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from cryptography.hazmat.primitives.serialization import load_der_public_key

from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp.specs import Variable
from pilotwire.station.device_model.standard import (
    AlignedDataCtrlr,
    AuthCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
)
from tests.interop.accelerated import accelerated
from tests.interop.central import Central, booted, call16, time_of
from tests.interop.stations import TOKEN, Station, car, running_station, unplug
from tests.support.editions import IN_2X, IN_ALL


async def session(station: Station, central: Central) -> None:
    """A driver charges, and goes on charging."""
    await station.hardware.evse(1).plug_in(car())
    await station.hardware.evse(1).swipe(TOKEN)
    old = central.version == "1.6"
    start = central.call.StartTransaction if old else central.call.TransactionEvent
    await central.until(lambda: bool(central.all(start)))


# What is configured.


@accelerated
async def test_keys_are_read_and_set() -> None:
    async with Central("ocpp1.6") as central, running_station(central.url, ["1.6"]):
        await booted(central)
        everything = await central.station.call(call16.GetConfiguration())
        keys = {each["key"]: each for each in everything.configuration_key}
        assert keys["NumberOfConnectors"] == {
            "key": "NumberOfConnectors",
            "readonly": True,
            "value": "1",
        }
        for key, value, status in (
            ("MeterValueSampleInterval", "15", "Accepted"),
            ("MeterValueSampleInterval", "often", "Rejected"),
            ("ConnectorPhaseRotation", "1.RTS", "Accepted"),
            ("NumberOfConnectors", "2", "Rejected"),
            ("Colour", "blue", "NotSupported"),
        ):
            answer = await central.station.call(call16.ChangeConfiguration(key, value))
            assert answer.status == status, key
        some: Any = ["MeterValueSampleInterval", "ConnectorPhaseRotation", "Colour"]
        found = await central.station.call(call16.GetConfiguration(some))
        assert {each["key"]: each["value"] for each in found.configuration_key} == {
            "MeterValueSampleInterval": "15",
            "ConnectorPhaseRotation": "1.RTS",
        }
        assert found.unknown_key == ["Colour"]


@IN_2X
@accelerated
async def test_variables_are_read_set_and_reported(version: str) -> None:
    async with Central(f"ocpp{version}") as central, running_station(central.url, [version]):
        await booted(central)
        interval = {
            "component": {"name": "SampledDataCtrlr"},
            "variable": {"name": "TxUpdatedInterval"},
        }
        unknown = {"component": {"name": "Espresso"}, "variable": {"name": "Strength"}}
        wishes: Any = [interval | {"attribute_value": value} for value in ("15", "often")]
        answer = await central.station.call(central.call.SetVariables(wishes))
        statuses = [each["attribute_status"] for each in answer.set_variable_result]
        assert statuses == ["Accepted", "Rejected"]
        answer = await central.station.call(central.call.GetVariables([interval, unknown]))
        found = [
            (each["attribute_status"], each.get("attribute_value"))
            for each in answer.get_variable_result
        ]
        assert found == [("Accepted", "15"), ("UnknownComponent", None)]
        report: Any = central.call.GetBaseReport(request_id=7, report_base="FullInventory")
        assert (await central.station.call(report)).status == "Accepted"
        parts = [await central.next(central.call.NotifyReport)]
        while parts[-1].tbc:
            parts.append(await central.next(central.call.NotifyReport))
        assert [part.seq_no for part in parts] == list(range(len(parts)))
        assert {part.request_id for part in parts} == {7}
        names = {each["component"]["name"] for part in parts for each in part.report_data}
        assert {"ChargingStation", "EVSE", "Connector", "TxCtrlr", "OCPPCommCtrlr"} <= names


@IN_ALL
@accelerated
async def test_the_cache_is_cleared(version: str) -> None:
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version]) as station,
    ):
        await booted(central)
        await session(station, central)
        assert (await central.station.call(central.call.ClearCache())).status == "Accepted"


@IN_ALL
@accelerated
async def test_a_local_list_is_sent_and_counts(version: str) -> None:
    settings: Mapping[Variable[Any], object] = {AuthCtrlr.LocalPreAuthorize: True}
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version], settings=settings) as station,
    ):
        await booted(central)
        old = version == "1.6"

        async def send(number: int, update: str, *tokens: str, entered: bool = True) -> str:
            info = {"status": "Accepted"}
            if old:
                entry: Any = {"id_tag_info": info} if entered else {}
                data = [{"id_tag": token} | entry for token in tokens]
            else:
                entry = {"id_token_info": info} if entered else {}
                names = [{"id_token": token, "type": "ISO14443"} for token in tokens]
                data = [{"id_token": name} | entry for name in names]
            request: Any = central.call.SendLocalList(
                **{"list_version" if old else "version_number": number},
                update_type=update,
                local_authorization_list=data or None,
            )
            status: str = (await central.station.call(request)).status
            return status

        async def now() -> int:
            answer: Any = await central.station.call(central.call.GetLocalListVersion())
            number: int = answer.list_version if old else answer.version_number
            return number

        assert await now() == 0
        assert await send(1, "Full", "AA", TOKEN) == "Accepted"
        assert await send(2, "Differential", "BB") == "Accepted"
        assert await send(2, "Differential", "CC") == "VersionMismatch"
        assert await send(3, "Full", "AA", "aa") == "Failed"
        assert await now() == 2
        await session(station, central)
        assert not central.all(central.call.Authorize)
        assert await send(3, "Differential", TOKEN, entered=False) == "Accepted"
        assert await send(4, "Full") == "Accepted"
        assert await now() == (0 if old else 4)


@IN_ALL
@accelerated
async def test_an_evse_is_reserved_used_and_cancelled(version: str) -> None:
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version], hardware=SimulatedStation(1)) as station,
    ):
        await booted(central)
        old = version == "1.6"

        async def reserve(number: int, token: str, seconds: float = 3600) -> str:
            until = (central.now() + timedelta(seconds=seconds)).isoformat()
            if old:
                fields: dict[str, Any] = {
                    "connector_id": 1,
                    "expiry_date": until,
                    "id_tag": token,
                    "reservation_id": number,
                }
            else:
                fields = {
                    "id": number,
                    "expiry_date_time": until,
                    "id_token": {"id_token": token, "type": "ISO14443"},
                    "evse_id": 1,
                }
            request: Any = central.call.ReserveNow(**fields)
            status: str = (await central.station.call(request)).status
            return status

        async def cancel(number: int) -> str:
            request: Any = central.call.CancelReservation(reservation_id=number)
            status: str = (await central.station.call(request)).status
            return status

        assert await reserve(1, TOKEN) == "Accepted"
        assert await reserve(2, "ANOTHER") == "Occupied"
        assert await cancel(2) == "Rejected"
        assert await cancel(1) == "Accepted"
        assert await reserve(3, "ANOTHER", 30) == "Accepted"
        if old:
            await asyncio.sleep(40)
        else:
            ended: Any = central.call.ReservationStatusUpdate
            await central.until(lambda: bool(central.all(ended)))
            (update,) = central.all(ended)
            assert (update.reservation_id, update.reservation_update_status) == (3, "Expired")
        assert await reserve(4, TOKEN) == "Accepted"
        await session(station, central)
        events = central.all(
            central.call.StartTransaction if old else central.call.TransactionEvent
        )
        assert [each.reservation_id for each in events if each.reservation_id is not None] == [4]


# Out of service, and what is wrong.


@IN_ALL
@accelerated
async def test_an_evse_is_out_of_service_and_back(version: str) -> None:
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version]) as station,
    ):
        await booted(central)
        old = version == "1.6"

        async def change(operative: bool) -> str:
            word = "Operative" if operative else "Inoperative"
            request: Any = (
                call16.ChangeAvailability(1, word)
                if old
                else central.call.ChangeAvailability(word, evse={"id": 1})
            )
            status: str = (await central.station.call(request)).status
            return status

        def shown() -> list[str]:
            told = central.all(central.call.StatusNotification)
            return [each.status if old else each.connector_status for each in told]

        await session(station, central)
        assert await change(operative=False) == "Scheduled"
        await station.hardware.evse(1).swipe(TOKEN)
        await unplug(station.hardware.evse(1))
        await central.until(lambda: shown()[-1] == "Unavailable")
        assert await change(operative=True) == "Accepted"
        await central.until(lambda: shown()[-1] == "Available")


@IN_2X
@accelerated
async def test_what_is_wrong_is_told_as_an_event(version: str) -> None:
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version]) as station,
    ):
        await booted(central)
        station.hardware.evse(1).fail(FaultCode.TOKEN_READER, "no card is read")
        await central.until(lambda: len(central.all(central.call.NotifyEvent)) == 1)
        station.hardware.evse(1).clear_fault()
        await central.until(lambda: len(central.all(central.call.NotifyEvent)) == 2)
        events = [each.event_data[0] for each in central.all(central.call.NotifyEvent)]
        assert [event["actual_value"] for event in events] == ["true", "false"]
        assert {event["tech_code"] for event in events} == {"TokenReader"}
        assert events[0]["component"] == {"name": "EVSE", "evse": {"id": 1}}
        assert events[1]["cleared"]


# What meters show.


@IN_ALL
@accelerated
async def test_the_clock_has_values_told(version: str) -> None:
    settings = {AlignedDataCtrlr.Interval: 900}
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version], settings=settings),
    ):
        await booted(central)
        kind = central.call.MeterValues
        await central.until(lambda: len(central.all(kind)) > 1)
        for told in central.all(kind)[:2]:
            (value,) = told.meter_value
            time = time_of(value["timestamp"])
            assert (time.minute % 15, time.second) == (0, 0)
            assert value["sampled_value"][0]["context"] == "Sample.Clock"


@IN_ALL
@accelerated
async def test_signed_values_arrive_as_the_meter_gave_them(version: str) -> None:
    settings: dict[Variable[Any], object] = {
        SampledDataCtrlr.SignReadings: True,
        OCPPCommCtrlr.PublicKeyWithSignedMeterValue: "EveryMeterValue",
    }
    hardware = SimulatedStation(evses=1, signing=True)
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version], settings=settings, hardware=hardware) as station,
    ):
        await booted(central)
        await session(station, central)
        await station.hardware.evse(1).swipe(TOKEN)
        if version == "1.6":
            await central.until(lambda: bool(central.all(call16.StopTransaction)))
            (stop,) = central.all(call16.StopTransaction)
            samples = [s for v in stop.transaction_data for s in v["sampled_value"]]
            assert any(sample.get("format") == "SignedData" for sample in samples)
            return

        def ended() -> list[Any]:
            events = central.all(central.call.TransactionEvent)
            return [each for each in events if each.event_type == "Ended"]

        await central.until(lambda: bool(ended()))
        (end,) = ended()
        samples = [s for v in end.meter_value for s in v["sampled_value"]]
        signed = [s["signed_meter_value"] for s in samples if "signed_meter_value" in s]
        assert signed
        for each in signed:
            assert b64decode(each["signed_meter_data"]).startswith(b"OCMF|")
            *_, key = b64decode(each["public_key"]).decode().split(":")  # J02.FR.23
            load_der_public_key(bytes.fromhex(key))


# What a transaction may have.


@accelerated
async def test_no_energy_flows_beyond_the_limit_of_the_csms() -> None:
    """E16: the transaction goes on, suspended."""
    async with (
        Central("ocpp2.1") as central,
        running_station(central.url, ["2.1"]) as station,
    ):
        central.limit = {"max_energy": 1000.0}
        await booted(central)
        await session(station, central)
        kind = central.call.TransactionEvent
        reached = "EnergyLimitReached"
        await central.until(lambda: any(e.trigger_reason == reached for e in central.all(kind)))
        (told,) = (e for e in central.all(kind) if e.trigger_reason == reached)
        assert told.event_type == "Updated"
        assert told.transaction_info["charging_state"] == "SuspendedEVSE"
        assert not station.hardware.evse(1).contactor.closed


@IN_2X
@accelerated
async def test_the_csms_asks_for_a_transaction(version: str) -> None:
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version]) as station,
    ):
        await booted(central)
        await session(station, central)
        started = central.all(central.call.TransactionEvent)[0]
        asked: Any = central.call.GetTransactionStatus(
            transaction_id=started.transaction_info["transaction_id"]
        )
        assert (await central.station.call(asked)).ongoing_indicator is True
        unknown: Any = central.call.GetTransactionStatus(transaction_id="another")
        assert (await central.station.call(unknown)).ongoing_indicator is False
