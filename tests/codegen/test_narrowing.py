"""How single things are said in the other version."""

import logging
import subprocess
import sys
from datetime import UTC, datetime
from typing import Any

import pytest

from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.v201.conversion import (
    Loss,
    LossKind,
    NarrowingError,
    narrow,
    narrowed_type,
    widen,
    widened_type,
)

NOW = datetime(2026, 1, 31, 8, 30, tzinfo=UTC)
LONG = "S" * 600


def event(**fields: Any) -> v21.TransactionEventRequest:
    """A running transaction's event."""
    usual: dict[str, Any] = {
        "event_type": v21.TransactionEventEnumType.UPDATED,
        "timestamp": NOW,
        "trigger_reason": v21.TriggerReasonEnumType.METER_VALUE_PERIODIC,
        "seq_no": 1,
        "transaction_info": v21.TransactionType(transaction_id="1"),
    }
    return v21.TransactionEventRequest(**{**usual, **fields})


def sampled(*measurands: v21.MeasurandEnumType) -> v21.MeterValueType:
    samples = [v21.SampledValueType(value=1, measurand=measurand) for measurand in measurands]
    return v21.MeterValueType(timestamp=NOW, sampled_value=samples)


def told(losses: list[Loss]) -> dict[str, LossKind]:
    return {loss.path: loss.kind for loss in losses}


def test_a_field_of_2_1_alone_is_left_out_and_told() -> None:
    losses: list[Loss] = []
    info = v21.TransactionType(transaction_id="1", tariff_id="T1")

    narrowed = narrow(event(transaction_info=info), losses.append)

    assert narrowed.transaction_info == v201.TransactionType(transaction_id="1")
    assert losses == [
        Loss("TransactionEvent", "transactionInfo.tariffId", LossKind.NO_FIELD),
    ]
    assert "T1" not in str(losses[0])


def test_a_reason_that_2_0_1_lacks_has_another_in_its_place() -> None:
    losses: list[Loss] = []
    info = v21.TransactionType(
        transaction_id="1", stopped_reason=v21.ReasonEnumType.REQ_ENERGY_TRANSFER_REJECTED
    )

    narrowed = narrow(event(transaction_info=info), losses.append)

    assert narrowed.transaction_info.stopped_reason is v201.ReasonEnumType.OTHER
    assert told(losses) == {"transactionInfo.stoppedReason": LossKind.REPLACED}


def test_a_sample_of_a_quantity_that_2_0_1_does_not_know_is_left_out() -> None:
    losses: list[Loss] = []
    measurands = v21.MeasurandEnumType
    values = [
        sampled(measurands.DISPLAY_PRESENT_SOC, measurands.VOLTAGE_MAXIMUM),
        sampled(measurands.VOLTAGE, measurands.VOLTAGE_MINIMUM, measurands.SOC),
    ]

    narrowed = narrow(event(meter_value=values), losses.append)

    assert narrowed.meter_value is not None
    (kept,) = narrowed.meter_value
    assert [sample.measurand for sample in kept.sampled_value] == [
        v201.MeasurandEnumType.VOLTAGE,
        v201.MeasurandEnumType.SOC,
    ]
    assert told(losses) == {
        "meterValue[0]": LossKind.LEFT_OUT,
        "meterValue[1].sampledValue[1]": LossKind.LEFT_OUT,
    }


def test_a_list_of_which_nothing_is_left_goes_where_it_may() -> None:
    losses: list[Loss] = []
    values = [sampled(v21.MeasurandEnumType.VOLTAGE_MAXIMUM)]

    assert narrow(event(meter_value=values), losses.append).meter_value is None
    assert told(losses) == {"meterValue[0]": LossKind.LEFT_OUT}

    with pytest.raises(NarrowingError) as refused:
        narrow(v21.MeterValuesRequest(evse_id=1, meter_value=values))
    assert (refused.value.action, refused.value.path) == ("MeterValues", "meterValue")


def test_a_list_that_was_too_short_before_is_refused() -> None:
    unchecked = v21.TransactionEventRequest.model_construct(
        **{**dict(event()), "meter_value": ()}, _fields_set=set()
    )

    with pytest.raises(NarrowingError, match=r": meterValue: there are too few elements"):
        narrow(unchecked)


def test_a_token_of_a_kind_that_2_0_1_does_not_know() -> None:
    losses: list[Loss] = []
    known = v21.IdTokenType(id_token="A", type="eMAID")
    other = v21.IdTokenType(id_token="A", type="DirectPayment")

    assert narrow(event(id_token=known), losses.append).id_token == v201.IdTokenType(
        id_token="A", type=v201.IdTokenEnumType.EMAID
    )
    assert not losses
    assert narrow(event(id_token=other), losses.append).id_token == v201.IdTokenType(
        id_token="A", type=v201.IdTokenEnumType.LOCAL
    )
    assert told(losses) == {"idToken.type": LossKind.REPLACED}


def test_a_text_that_is_too_long_is_refused_and_not_shown() -> None:
    token = v21.IdTokenType(id_token="S" * 37, type="eMAID")

    with pytest.raises(NarrowingError) as refused:
        narrow(event(id_token=token))

    assert str(refused.value) == "TransactionEvent: idToken.idToken: the text is too long"
    assert refused.value.__suppress_context__


def test_a_text_that_may_be_is_cut() -> None:
    losses: list[Loss] = []
    info = v21.StatusInfoType(reason_code="InternalError", additional_info=LONG)
    answer = v21.ResetResponse(status=v21.ResetStatusEnumType.REJECTED, status_info=info)

    narrowed = narrow(answer, losses.append)

    assert narrowed.status_info is not None
    assert narrowed.status_info.additional_info == LONG[:512]
    assert told(losses) == {"statusInfo.additionalInfo": LossKind.CUT}


def test_numbers_are_rounded_as_their_meaning_has_it() -> None:
    losses: list[Loss] = []
    needs = v21.ChargingNeedsType(
        requested_energy_transfer=v21.EnergyTransferModeEnumType.DC_BPT,
        dc_charging_parameters=v21.DCChargingParametersType(
            ev_max_current=99.9,
            ev_max_voltage=920,
            energy_amount=-0.5,
            ev_energy_capacity=77_000.6,
        ),
    )

    narrowed = narrow(
        v21.NotifyEVChargingNeedsRequest(evse_id=1, charging_needs=needs), losses.append
    )

    assert narrowed.charging_needs == v201.ChargingNeedsType(
        requested_energy_transfer=v201.EnergyTransferModeEnumType.DC,
        dc_charging_parameters=v201.DCChargingParametersType(
            ev_max_current=99, ev_max_voltage=920, energy_amount=0, ev_energy_capacity=77_001
        ),
    )
    rounded = [f"evMaxCurrent {LossKind.ROUNDED}", f"energyAmount {LossKind.ROUNDED}"]
    assert sorted(f"{p.rpartition('.')[2]} {kind}" for p, kind in told(losses).items()) == sorted(
        [
            *rounded,
            f"evEnergyCapacity {LossKind.ROUNDED}",
            f"requestedEnergyTransfer {LossKind.REPLACED}",
        ]
    )


@pytest.mark.parametrize("amount", [0, -7, 2**53, 2**53 + 1, -(2**60) - 1])
def test_an_integer_keeps_all_its_digits_on_the_way_back(amount: int) -> None:
    needs = v201.ChargingNeedsType(
        requested_energy_transfer=v201.EnergyTransferModeEnumType.AC_SINGLE_PHASE,
        ac_charging_parameters=v201.ACChargingParametersType(
            energy_amount=amount, ev_min_current=6, ev_max_current=16, ev_max_voltage=400
        ),
    )
    request = v201.NotifyEVChargingNeedsRequest(evse_id=1, charging_needs=needs)

    assert narrow(widen(request)) == request


def profile(**fields: Any) -> v21.ChargingProfileType:
    period = v21.ChargingSchedulePeriodType(start_period=0, limit=fields.pop("limit", 6))
    schedule = v21.ChargingScheduleType(
        id=1, charging_rate_unit=v21.ChargingRateUnitEnumType.A, charging_schedule_period=[period]
    )
    usual: dict[str, Any] = {
        "id": 1,
        "stack_level": 0,
        "charging_profile_purpose": v21.ChargingProfilePurposeEnumType.TX_DEFAULT_PROFILE,
        "charging_profile_kind": v21.ChargingProfileKindEnumType.ABSOLUTE,
        "charging_schedule": [schedule],
    }
    return v21.ChargingProfileType(**{**usual, **fields})


@pytest.mark.parametrize(
    "unsayable",
    [
        profile(limit=None),
        profile(charging_profile_kind=v21.ChargingProfileKindEnumType.DYNAMIC),
        profile(charging_profile_purpose=v21.ChargingProfilePurposeEnumType.LOCAL_GENERATION),
    ],
)
def test_a_profile_is_left_out_of_a_report_and_never_out_of_a_command(
    unsayable: v21.ChargingProfileType,
) -> None:
    losses: list[Loss] = []
    report = v21.ReportChargingProfilesRequest(
        request_id=1,
        charging_limit_source="Vendor's",
        evse_id=1,
        charging_profile=[unsayable, profile(id=2)],
    )

    narrowed = narrow(report, losses.append)

    assert [kept.id for kept in narrowed.charging_profile] == [2]
    assert narrowed.charging_limit_source is v201.ChargingLimitSourceEnumType.OTHER
    assert told(losses) == {
        "chargingLimitSource": LossKind.REPLACED,
        "chargingProfile[0]": LossKind.LEFT_OUT,
    }
    token = v21.IdTokenType(id_token="A", type="Central")
    with pytest.raises(NarrowingError):
        narrow(v21.SetChargingProfileRequest(evse_id=1, charging_profile=unsayable))
    with pytest.raises(NarrowingError):
        narrow(
            v21.RequestStartTransactionRequest(
                id_token=token, remote_start_id=1, charging_profile=unsayable
            )
        )


def test_what_2_0_1_requires_is_filled_in_where_that_says_nothing_new() -> None:
    losses: list[Loss] = []
    signed = v21.SignedMeterValueType(signed_meter_data="AA==", encoding_method="OCMF")
    sample = v21.SampledValueType(value=1, signed_meter_value=signed)
    value = v21.MeterValueType(timestamp=NOW, sampled_value=[sample])

    narrowed = narrow(event(meter_value=[value]), losses.append)

    assert narrowed.meter_value is not None
    assert narrowed.meter_value[0].sampled_value[0].signed_meter_value == v201.SignedMeterValueType(
        signed_meter_data="AA==", encoding_method="OCMF", signing_method="", public_key=""
    )
    assert not losses


def test_null_is_data_on_both_ways() -> None:
    with_null = v201.DataTransferRequest.from_wire({"vendorId": "v", "data": None})
    without = v201.DataTransferRequest(vendor_id="v")

    for request in (with_null, without):
        assert narrow(widen(request)) == request
        assert narrow(widen(request)).to_wire() == widen(request).to_wire() == request.to_wire()


def test_a_loss_is_logged_unless_somebody_listens(caplog: pytest.LogCaptureFixture) -> None:
    request = v21.CertificateSignedRequest(certificate_chain="S", request_id=7)

    with caplog.at_level(logging.WARNING, "pilotwire.ocpp.losses"):
        narrow(request)

    assert caplog.messages == ["CertificateSigned: requestId: there is no such field"]


def test_a_message_that_2_0_1_does_not_have_is_refused() -> None:
    assert narrowed_type(v21.GetTariffsRequest) is None
    with pytest.raises(NarrowingError, match=r"GetTariffs: there is no such message"):
        narrow(v21.GetTariffsRequest(evse_id=1))  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]  # wrong on purpose


def test_types_lead_to_each_other() -> None:
    assert narrowed_type(v21.ResetRequest) is v201.ResetRequest
    assert widened_type(v201.ResetResponse) is v21.ResetResponse
    for wrong in (v16.ResetRequest, v201.EVSEType):
        with pytest.raises(TypeError, match=wrong.__name__):
            widened_type(wrong)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # wrong on purpose


def test_a_message_of_another_version_is_no_message() -> None:
    reset = v201.ResetRequest(type=v201.ResetEnumType.ON_IDLE)
    with pytest.raises(TypeError, match=r"ResetRequest is no message of pilotwire\.ocpp\.v21"):
        narrow(reset)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]  # wrong on purpose


def test_the_conversion_loads_the_other_version_only_when_it_is_needed() -> None:
    program = (
        "import sys, pilotwire.ocpp.v201.conversion\nassert 'pilotwire.ocpp.v21' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 -- our own interpreter and program
