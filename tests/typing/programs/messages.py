"""Messages: what their constructors take, and what is known of what they hold."""

from datetime import datetime
from typing import assert_type

from pilotwire.ocpp import v16, v201


def station(now: datetime) -> None:
    v201.BootNotificationRequest(
        charging_station=v201.ChargingStationType(vendor_name="Example", model="One"),
        reason=v201.BootReasonEnumType.POWER_UP,
    )
    v16.StartTransactionRequest(connector_id=1, id_tag="04A1B2C3", meter_start=0, timestamp=now)


def misspelt_field() -> None:
    v201.ChargingStationType(vender_name="Example", vendor_name="E", model="One")  # error
    v16.AuthorizeRequest(id_tga="04A1B2C3", id_tag="04A1B2C3")  # error


def name_of_the_wire(now: datetime) -> None:
    v201.ChargingStationType(vendorName="Example", model="One")  # error
    v16.AuthorizeRequest(idTag="04A1B2C3")  # error


def missing_field(now: datetime) -> None:
    v201.ChargingStationType(vendor_name="Example")  # error
    v16.StartTransactionRequest(connector_id=1, id_tag="04A1B2C3", timestamp=now)  # error


def wrong_type(now: datetime) -> None:
    v201.ChargingStationType(vendor_name=1, model="One")  # error
    v16.AuthorizeRequest(id_tag=None)  # error
    v16.HeartbeatResponse(current_time="2025-01-01T00:00:00Z")  # error
    v201.TransactionEventRequest(
        event_type=v201.TransactionEventEnumType.STARTED,
        timestamp=now,
        trigger_reason=v201.TriggerReasonEnumType.AUTHORIZED,
        seq_no="0",  # error
        transaction_info=v201.TransactionType(transaction_id="1"),
    )


def wrong_enum(info: v201.ChargingStationType) -> None:
    v201.BootNotificationRequest(
        charging_station=info,
        reason=v201.ReasonEnumType.REMOTE,  # error
    )
    v201.BootNotificationRequest(charging_station=info, reason="PowerUp")  # error
    v16.ResetRequest(type=v201.ResetEnumType.IMMEDIATE)  # error


def type_of_another_version() -> None:
    v16.AuthorizeResponse(id_tag_info=v201.IdTokenInfoType(status=accepted()))  # error


def accepted() -> v201.AuthorizationStatusEnumType:
    return v201.AuthorizationStatusEnumType.ACCEPTED


def positional() -> None:
    v16.AuthorizeRequest("04A1B2C3")  # error


def fields(request: v201.BootNotificationRequest, answer: v16.BootNotificationResponse) -> None:
    assert_type(request.charging_station.serial_number, str | None)
    assert_type(request.reason, v201.BootReasonEnumType)
    assert_type(answer.current_time, datetime)
    assert_type(answer.status, v16.RegistrationStatus)
    request.charging_station.serial_number.upper()  # error
    request.chargingStation  # error


def frozen(request: v16.AuthorizeRequest) -> None:
    request.id_tag = "04A1B2C3"  # error
    assert_type(request.replace(id_tag="04A1B2C3"), v16.AuthorizeRequest)


def from_the_wire(text: str) -> None:
    assert_type(v201.BootNotificationRequest.from_json(text), v201.BootNotificationRequest)
    assert_type(v16.ResetRequest.from_wire({"type": "Soft"}), v16.ResetRequest)
    assert_type(v16.ResetRequest.response_type(), type[v16.ResetResponse])
