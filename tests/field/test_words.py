"""Words of the field in single messages: names with odd capitals, and forms of times."""

from datetime import UTC, datetime
from typing import Any

import pytest

from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Message

VENDOR = {"vendorId": "com.example", "Any_name-At all": [1, None, {"soC": 2}]}
OCSP = {"hashAlgorithm": "SHA512", "issuerNameHash": "0a", "issuerKeyHash": "0b"}
PROFILE = {"ocppVersion": "OCPP20", "ocppTransport": "JSON", "ocppCsmsUrl": "wss://csms"}
DC = {"evMaxCurrent": 200, "evMaxVoltage": 900, "stateOfCharge": 7, "fullSoC": 98, "bulkSoC": 81}
V2X = {"evMinV2XEnergyRequest": 3.5, "evMaxV2XEnergyRequest": 40}


@pytest.mark.parametrize(
    ("message", "payload"),
    [
        (
            v201.GetCertificateStatusRequest,
            {"ocspRequestData": {**OCSP, "serialNumber": "7", "responderURL": "http://ocsp"}},
        ),
        (
            v201.SetNetworkProfileRequest,
            {
                "configurationSlot": 2,
                "connectionData": {
                    **PROFILE,
                    "messageTimeout": 9,
                    "securityProfile": 2,
                    "ocppInterface": "Wireless0",
                    "customData": VENDOR,
                },
            },
        ),
        (
            v201.NotifyEVChargingNeedsRequest,
            {
                "evseId": 2,
                "chargingNeeds": {"requestedEnergyTransfer": "DC", "dcChargingParameters": DC},
            },
        ),
        (
            v21.NotifyEVChargingNeedsRequest,
            {
                "evseId": 2,
                "chargingNeeds": {"requestedEnergyTransfer": "DC", "v2xChargingParameters": V2X},
            },
        ),
        (v201.HeartbeatRequest, {"customData": VENDOR}),
        (v201.StatusNotificationResponse, {"customData": VENDOR}),
        (v16.BootNotificationRequest, {"chargePointVendor": "", "chargePointModel": "One"}),
    ],
)
def test_what_comes_in_goes_out_to_the_letter(
    message: type[Message], payload: dict[str, Any]
) -> None:
    assert message.from_wire(payload).to_wire() == payload


@pytest.mark.parametrize("heartbeat", [v16.HeartbeatResponse, v201.HeartbeatResponse])
@pytest.mark.parametrize(
    "form",
    [
        "2026-03-29T01:30:00.25Z",
        "2026-03-29T01:30:00.2500000Z",
        "2026-03-29T01:30:00.250000999Z",
        "2026-03-29t01:30:00.250z",
        "2026-03-29T03:30:00.250+02:00",
        "2026-03-28T20:00:00.250-05:30",
    ],
)
def test_a_time_has_many_forms(
    heartbeat: type[v16.HeartbeatResponse | v201.HeartbeatResponse], form: str
) -> None:
    """1.6 3.15: with a fraction and with an offset, too."""
    read = heartbeat.from_wire({"currentTime": form}).current_time
    assert read == datetime(2026, 3, 29, 1, 30, 0, 250_000, tzinfo=UTC)


@pytest.mark.parametrize("heartbeat", [v16.HeartbeatResponse, v201.HeartbeatResponse])
@pytest.mark.parametrize(
    "form",
    ["2026-03-29T01:30:00Z[UTC]", "2026-03-29T01:30:00+02", "2026-03-29 at 1", "1774747800", ""],
)
def test_not_everything_is_a_time(
    heartbeat: type[v16.HeartbeatResponse | v201.HeartbeatResponse], form: str
) -> None:
    with pytest.raises(ValueError, match="currentTime"):
        heartbeat.from_wire({"currentTime": form})
