"""The error codes of OCPP 1.6 (7.6) for what is wrong with a station."""

from datetime import UTC, datetime

import pytest

from pilotwire.dialects.v16.availability import status_notification
from pilotwire.dialects.v16.connectors import ConnectorNumbers
from pilotwire.hal.interfaces import FaultCode
from pilotwire.ocpp.v16 import ChargePointErrorCode as Code
from pilotwire.station.evse.faults import STORE_FULL
from pilotwire.station.facts.encoding import decode
from pilotwire.station.facts.status import ConnectorStatusChanged
from pilotwire.station.vocabulary import ConnectorStatus

NUMBERS = ConnectorNumbers([1])


def told(fault: str, status: ConnectorStatus = ConnectorStatus.FAULTED) -> tuple[Code, str | None]:
    event = ConnectorStatusChanged(
        evse_id=1,
        connector_id=1,
        timestamp=datetime(2026, 3, 1, tzinfo=UTC),
        status=status,
        fault=fault,
    )
    message = status_notification(event, NUMBERS)
    return message.error_code, message.vendor_error_code


@pytest.mark.parametrize("code", FaultCode)
def test_every_word_of_the_hardware_has_one_of_1_6(code: FaultCode) -> None:
    error, vendor = told(
        code, ConnectorStatus.OCCUPIED if code.is_warning else ConnectorStatus.FAULTED
    )
    others = {
        FaultCode.OTHER,
        FaultCode.EMERGENCY_STOP,
        FaultCode.POWER_QUALITY,
        FaultCode.PILOT,
        FaultCode.PILOT_STATE,
    }
    assert error is not Code.NO_ERROR
    assert (error is Code.OTHER_ERROR) is (code in others)
    assert vendor == (code if code in others else None)


def test_the_station_s_own_word() -> None:
    assert told(STORE_FULL) == (Code.INTERNAL_ERROR, None)


def test_a_word_of_the_maker_s_is_the_vendor_s() -> None:
    assert told("Flooded") == (Code.OTHER_ERROR, "Flooded")
    assert told("F" * 80) == (Code.OTHER_ERROR, "F" * 50)


@pytest.mark.parametrize("code", Code)
def test_what_an_earlier_release_left_in_the_outbox_is_told_in_its_words(code: Code) -> None:
    """Its facts name the fault in the words of 1.6."""
    text = (
        '{"timestamp":"2026-03-01T12:00:00Z","evse_id":1,"connector_id":1,"status":"Faulted",'
        f'"finishing":false,"fault":"{code}","info":"","again":false,"kind":"connector_status"}}'
    )
    event = decode(text)
    assert isinstance(event, ConnectorStatusChanged)
    warning = code is Code.EV_COMMUNICATION_ERROR  # never with Faulted (4.9)
    told = Code.OTHER_ERROR if warning else code
    assert status_notification(event, NUMBERS).error_code is told
