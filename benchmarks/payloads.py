"""Ten payloads as they stand on the wire, from the smallest to a large report."""

from typing import Any, NamedTuple


class Payload(NamedTuple):
    """One message."""

    version: str
    """As mobilityhouse and the subprotocols call it, without `ocpp`."""
    message: str
    """Name of the schema."""
    wire: dict[str, Any]


_MOMENT = "2026-01-31T08:30:00.000Z"

_PHASES = ("L1", "L2", "L3")

_SAMPLES_16 = [
    {
        "value": "1204850",
        "context": "Sample.Periodic",
        "measurand": "Energy.Active.Import.Register",
        "location": "Outlet",
        "unit": "Wh",
    },
    *(
        {"value": "15.9", "measurand": "Current.Import", "phase": phase, "unit": "A"}
        for phase in _PHASES
    ),
    *({"value": "230.4", "measurand": "Voltage", "phase": phase, "unit": "V"} for phase in _PHASES),
]

_SAMPLES_201 = [
    {
        "value": 1204850.5,
        "context": "Sample.Periodic",
        "measurand": "Energy.Active.Import.Register",
        "unitOfMeasure": {"unit": "Wh"},
    },
    *(
        {
            "value": 15.9,
            "context": "Sample.Periodic",
            "measurand": "Current.Import",
            "phase": phase,
            "unitOfMeasure": {"unit": "A"},
        }
        for phase in _PHASES
    ),
]

_DAY = [
    {"startPeriod": 3600 * hour, "limit": (60 + hour * 7 % 100) / 10, "numberPhases": 3}
    for hour in range(24)
]


def _reported(number: int) -> dict[str, Any]:
    return {
        "component": {"name": "EVSE", "evse": {"id": number % 8 + 1, "connectorId": 1}},
        "variable": {"name": f"Variable{number}"},
        "variableAttribute": [
            {"type": "Actual", "value": str(number), "mutability": "ReadWrite", "persistent": True},
        ],
        "variableCharacteristics": {
            "dataType": "integer",
            "unit": "W",
            "minLimit": 0,
            "maxLimit": 22080.0,
            "supportsMonitoring": True,
        },
    }


PAYLOADS = (
    Payload("2.0.1", "HeartbeatRequest", {}),
    Payload("2.0.1", "HeartbeatResponse", {"currentTime": _MOMENT}),
    Payload("1.6", "AuthorizeRequest", {"idTag": "04A1B2C3D4E5F6"}),
    Payload(
        "1.6",
        "StartTransactionRequest",
        {"connectorId": 1, "idTag": "04A1B2C3D4E5F6", "meterStart": 1204850, "timestamp": _MOMENT},
    ),
    Payload(
        "2.1",
        "StatusNotificationRequest",
        {"timestamp": _MOMENT, "connectorStatus": "Occupied", "evseId": 1, "connectorId": 1},
    ),
    Payload(
        "2.0.1",
        "BootNotificationRequest",
        {
            "reason": "PowerUp",
            "chargingStation": {
                "model": "Model One",
                "vendorName": "Example",
                "serialNumber": "SN-000042",
                "firmwareVersion": "1.4.2",
                "modem": {"iccid": "89310410106543789301", "imsi": "204080813516718"},
            },
        },
    ),
    Payload(
        "1.6",
        "MeterValuesRequest",
        {
            "connectorId": 1,
            "transactionId": 170422,
            "meterValue": [{"timestamp": _MOMENT, "sampledValue": _SAMPLES_16}],
        },
    ),
    Payload(
        "2.0.1",
        "TransactionEventRequest",
        {
            "eventType": "Updated",
            "timestamp": _MOMENT,
            "triggerReason": "MeterValuePeriodic",
            "seqNo": 7,
            "transactionInfo": {
                "transactionId": "5f1bb04c-0ef5-4b29-8ae6-cf5b0a9b6a5c",
                "chargingState": "Charging",
            },
            "evse": {"id": 1, "connectorId": 1},
            "meterValue": [{"timestamp": _MOMENT, "sampledValue": _SAMPLES_201}],
        },
    ),
    Payload(
        "1.6",
        "SetChargingProfileRequest",
        {
            "connectorId": 1,
            "csChargingProfiles": {
                "chargingProfileId": 8,
                "stackLevel": 0,
                "chargingProfilePurpose": "TxDefaultProfile",
                "chargingProfileKind": "Recurring",
                "recurrencyKind": "Daily",
                "chargingSchedule": {
                    "duration": 86400,
                    "startSchedule": _MOMENT,
                    "chargingRateUnit": "A",
                    "chargingSchedulePeriod": _DAY,
                },
            },
        },
    ),
    Payload(
        "2.0.1",
        "NotifyReportRequest",
        {
            "requestId": 1,
            "generatedAt": _MOMENT,
            "seqNo": 0,
            "tbc": False,
            "reportData": [_reported(number) for number in range(200)],
        },
    ),
)
