"""The error codes of OCPP 1.6 (7.6) for what is wrong with a station."""

import pytest

from pilotwire.dialects.v16.availability import error_code
from pilotwire.hal.interfaces import FaultCode
from pilotwire.ocpp.v16 import ChargePointErrorCode as Code
from pilotwire.station.evse.faults import STORE_FULL
from pilotwire.station.facts.encoding import decode
from pilotwire.station.facts.status import ConnectorStatusChanged


@pytest.mark.parametrize("code", FaultCode)
def test_every_word_of_the_hardware_has_one_of_1_6(code: FaultCode) -> None:
    others = {FaultCode.OTHER, FaultCode.EMERGENCY_STOP, FaultCode.POWER_QUALITY}
    assert error_code(code) is not Code.NO_ERROR
    assert (error_code(code) is Code.OTHER_ERROR) is (code in others)


def test_other_words() -> None:
    assert error_code(None) is Code.NO_ERROR
    assert error_code(STORE_FULL) is Code.INTERNAL_ERROR
    assert error_code("Flooded") is Code.OTHER_ERROR


@pytest.mark.parametrize("code", Code)
def test_what_an_earlier_release_left_in_the_outbox_is_told_in_its_words(code: Code) -> None:
    """Its facts name the fault in the words of 1.6."""
    text = (
        '{"timestamp":"2026-03-01T12:00:00Z","evse_id":1,"connector_id":1,"status":"Faulted",'
        f'"finishing":false,"fault":"{code}","info":"","again":false,"kind":"connector_status"}}'
    )
    fact = decode(text)
    assert isinstance(fact, ConnectorStatusChanged)
    assert error_code(fact.fault) is code
