"""The charging station: calls, handlers, variables and its hardware."""

from typing import assert_type

from pydantic import BaseModel, JsonValue

from pilotwire.charging_station import ChargingStation, Environment, Network, TransferAnswer
from pilotwire.hal.interfaces import FaultCode, OwnWord, TokenKind
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from pilotwire.ocpp import v16, v201
from pilotwire.ocpp.v201.device_model import (
    EVSE,
    ClockCtrlr,
    OCPPCommCtrlr,
    SecurityCtrlr,
    TxCtrlr,
)
from pilotwire.station.clock import Clock
from pilotwire.store import Store

Station = ChargingStation[SimulatedStation]


def build(store: Store) -> None:
    station = ChargingStation(
        identity="CS-0042",
        vendor="Example",
        model="One",
        csms=Network("wss://csms.example/ocpp", versions=("2.0.1", "1.6"), password="secret"),
        hardware=SimulatedStation(evses=2),
        store=store,
        settings=[TxCtrlr.EVConnectionTimeOut.to(30), TxCtrlr.TxStartPoint.to(("Authorized",))],
    )
    assert_type(station, ChargingStation[SimulatedStation])


def build_with_settings(store: Store) -> None:
    mixed = [TxCtrlr.EVConnectionTimeOut.to(30), TxCtrlr.StopTxOnInvalidId.to(False)]
    ChargingStation(
        identity="CS-0042",
        vendor="Example",
        model="One",
        csms="wss://csms.example/ocpp",
        versions=["1.6"],
        hardware=SimulatedStation(),
        store=store,
        settings=[*mixed, SecurityCtrlr.OrganizationName.to("Example")],
    )
    ChargingStation(
        identity="CS-0042",
        vendor="Example",
        model="One",
        csms="wss://csms.example/ocpp",
        versions="1.6",  # error
        hardware=SimulatedStation(),
        store=store,
        settings={TxCtrlr.EVConnectionTimeOut: 30},  # error
    )
    TxCtrlr.EVConnectionTimeOut.to("30")  # error
    TxCtrlr.EVConnectionTimeOut.to(30.0)  # error
    TxCtrlr.StopTxOnInvalidId.to("false")  # error
    TxCtrlr.StopTxOnInvalidId.to(0)  # error
    TxCtrlr.TxStartPoint.to("Authorized")  # error
    SecurityCtrlr.OrganizationName.to(("Example",))  # error
    EVSE.Power.to(22_000)
    EVSE.Power.to("22000")  # error
    ClockCtrlr.DateTime.to("2026-01-31T12:00:00Z")  # error


def build_without_identity(store: Store) -> None:
    ChargingStation(  # error
        vendor="Example",
        model="One",
        csms="wss://csms.example/ocpp",
        hardware=SimulatedStation(),
        store=store,
    )


def build_in_other_surroundings(store: Store, where: Network, clock: Clock) -> None:
    ChargingStation(
        identity="CS-0042",
        vendor="Example",
        model="One",
        csms=lambda: where,
        hardware=SimulatedStation(),
        store=store,
        environment=Environment(clock=clock, tap=lambda direction, text: print(direction, text)),
    )
    ChargingStation(
        identity="CS-0042",
        vendor="Example",
        model="One",
        csms=lambda: "wss://csms.example/ocpp",  # error
        hardware=SimulatedStation(),
        store=store,
    )


async def call(station: Station) -> None:
    assert_type(await station.call(v201.HeartbeatRequest()), v201.HeartbeatResponse)
    answer = await station.call(v16.DataTransferRequest(vendor_id="com.example", data="x"))
    assert_type(answer, v16.DataTransferResponse)
    answer.status_info  # error
    await station.call(v201.HeartbeatResponse)  # error
    await station.call(answer)  # error
    await station.call("Heartbeat")  # error


def on(station: Station) -> None:
    @station.on(v201.DataTransferRequest)
    async def transfer(request: v201.DataTransferRequest) -> v201.DataTransferResponse:
        return v201.DataTransferResponse(status=v201.DataTransferStatusEnumType.ACCEPTED)

    @station.on(v16.DataTransferRequest)
    async def old_transfer(request: v16.DataTransferRequest) -> v16.DataTransferResponse:
        return v16.DataTransferResponse(status=v16.DataTransferStatus.ACCEPTED)

    @station.on(v201.DataTransferRequest)  # error
    async def wrong_request(request: v201.ResetRequest) -> v201.DataTransferResponse:
        return v201.DataTransferResponse(status=v201.DataTransferStatusEnumType.ACCEPTED)

    @station.on(v201.DataTransferRequest)  # error
    async def wrong_response(request: v201.DataTransferRequest) -> v201.ResetResponse:
        return v201.ResetResponse(status=v201.ResetStatusEnumType.ACCEPTED)

    @station.on(v201.DataTransferRequest)  # error
    async def wrong_version(request: v16.DataTransferRequest) -> v16.DataTransferResponse:
        return v16.DataTransferResponse(status=v16.DataTransferStatus.ACCEPTED)

    @station.on(v201.DataTransferRequest)  # error
    async def no_response(request: v201.DataTransferRequest) -> None:
        return None

    @station.on(v201.DataTransferRequest)  # error
    def not_async(request: v201.DataTransferRequest) -> v201.DataTransferResponse:
        return v201.DataTransferResponse(status=v201.DataTransferStatusEnumType.ACCEPTED)

    @station.on(v201.DataTransferResponse)  # error
    async def not_a_request(request: v201.DataTransferRequest) -> v201.DataTransferResponse:
        return v201.DataTransferResponse(status=v201.DataTransferStatusEnumType.ACCEPTED)


def variables(station: Station) -> None:
    assert_type(station.device_model[TxCtrlr.EVConnectionTimeOut], int)
    assert_type(station.device_model[TxCtrlr.StopTxOnInvalidId], bool)
    assert_type(station.device_model[TxCtrlr.TxStartPoint], tuple[str, ...])
    station.device_model[OCPPCommCtrlr.HeartbeatInterval] = 60
    station.device_model[OCPPCommCtrlr.HeartbeatInterval] = "60"  # error
    station.device_model["HeartbeatInterval"]  # error
    TxCtrlr.EVConnectionTimeout  # error


async def hardware(station: Station) -> None:
    assert_type(station.hardware, SimulatedStation)
    assert_type(station.hardware.evse(1), SimulatedEvse)
    await station.hardware.evse(1).plug_in(ElectricVehicle(battery_kwh=60, soc=35))
    await station.hardware.evse(1).swipe("04A1B2C3")
    await station.hardware.swipe("1234", kind=TokenKind.KEY_CODE)
    await station.hardware.swipe("1234", kind="KeyCode")  # error
    station.hardware.evse(1).fail(FaultCode.GROUND_FAULT, "30 mA")
    station.hardware.evse(1).fail("GroundFault", "30 mA")  # error
    station.hardware.evse(1).clear_fault("GroundFault")  # error
    station.hardware.fail("EmergencyStop")  # error
    for evse in station.evses:
        assert_type([fault.code for fault in evse.faults], list[FaultCode | OwnWord])
    await station.hardware.evse("1").swipe("04A1B2C3")  # error
    await station.hardware.evse(1).swype("04A1B2C3")  # error
    assert_type([evse.evse_id for evse in station.evses], list[int])


async def say_what_is_a_csms_to_say(station: Station) -> None:
    await station.call(v16.ClearCacheRequest())  # error


def hear_what_no_csms_says(station: Station) -> None:
    @station.on(v16.HeartbeatRequest)  # error
    async def live(request: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        raise NotImplementedError

    @station.on(v16.DataTransferRequest)
    async def transfer(request: v16.DataTransferRequest) -> v16.DataTransferResponse:
        raise NotImplementedError


def offer_a_text() -> None:
    Network("wss://csms.example/ocpp", versions="1.6")  # error


class Text(BaseModel):
    text: str


async def transfer(station: Station) -> None:
    assert_type(await station.transfer("com.example"), TransferAnswer[JsonValue])
    assert_type(
        await station.transfer("com.example", "show", Text(text="hm"), Text), TransferAnswer[Text]
    )
    assert_type(await station.transfer("com.example", None, {"a": 1}, str), TransferAnswer[str])
    await station.transfer("com.example", data=object())  # error


def take_transfers(station: Station) -> None:
    @station.data_transfer("com.example", "show", Text)
    async def show(text: Text) -> Text:
        return text

    @station.data_transfer("com.example", "say", str)
    async def say(text: str) -> None:
        print(text)

    @station.data_transfer("com.example")
    async def anything(data: JsonValue) -> JsonValue:
        return data

    @station.data_transfer("com.example", "other", Text)  # error
    async def other(text: str) -> None:
        print(text)

    @station.data_transfer("com.example", "odd", str)  # error
    async def odd(text: str) -> object:
        return text

    _ = (show, say, anything, other, odd)
