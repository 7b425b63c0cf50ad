"""How single things are said in the other version, and what stops the generator."""

import copy
import logging
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from codegen.bundle import bundle
from codegen.conversion import Side, conversion_modules
from codegen.errors import CodegenError
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
        narrow(v21.GetTariffsRequest(evse_id=1))  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]


def test_types_lead_to_each_other() -> None:
    assert narrowed_type(v21.ResetRequest) is v201.ResetRequest
    assert widened_type(v201.ResetResponse) is v21.ResetResponse
    for wrong in (v16.ResetRequest, v201.EVSEType):
        with pytest.raises(TypeError, match=wrong.__name__):
            widened_type(wrong)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_a_message_of_another_version_is_no_message() -> None:
    reset = v201.ResetRequest(type=v201.ResetEnumType.ON_IDLE)
    with pytest.raises(TypeError, match=r"ResetRequest is no message of pilotwire\.ocpp\.v21"):
        narrow(reset)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]


def test_the_conversion_loads_the_other_version_only_when_it_is_needed() -> None:
    program = (
        "import sys, pilotwire.ocpp.v201.conversion\nassert 'pilotwire.ocpp.v21' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603


Schema = dict[str, Any]
Change = Callable[[Schema], object]

OPEN: Schema = {
    "type": "object",
    "properties": {"vendorId": {"type": "string", "maxLength": 255}},
    "required": ["vendorId"],
}
LAMP: Schema = {
    "$schema": "http://json-schema.org/draft-06/schema#",
    "definitions": {
        "ModeEnumType": {"type": "string", "enum": ["On", "Off"]},
        "BulbType": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "customData": {"$ref": "#/definitions/CustomDataType"},
                "mode": {"$ref": "#/definitions/ModeEnumType"},
                "watts": {"type": "integer"},
                "label": {"type": "string", "maxLength": 10},
                "since": {"type": "string", "format": "date-time"},
            },
            "required": ["mode", "label"],
        },
        "CustomDataType": OPEN,
    },
    "type": "object",
    "additionalProperties": False,
    "properties": {"bulb": {"type": "array", "items": {"$ref": "#/definitions/BulbType"}}},
    "required": ["bulb"],
}


def converted(tmp_path: Path, table: str, narrow: Change | None, wide: Change | None) -> str:
    """What is made of two editions of a message, each changed in its own way."""
    sides: list[Side] = []
    for name, change in (("old", narrow), ("new", wide)):
        schema = copy.deepcopy(LAMP)
        if change is not None:
            change(schema)
        messages = {"LampRequest": schema} if schema else {}
        sides.append(Side(name, name.title(), name, bundle({name: messages}, {})))
    (tmp_path / "narrowing.toml").write_text(table, "utf-8")
    return conversion_modules(sides[0], sides[1], tmp_path / "narrowing.toml")["conversion"]


def bulb(schema: Schema) -> Schema:
    found: Schema = schema["definitions"]["BulbType"]
    return found


def put(name: str, value: Schema) -> Change:
    return lambda schema: bulb(schema)["properties"].update({name: value})


def require(name: str) -> Change:
    return lambda schema: bulb(schema)["required"].append(name)


def relax(name: str) -> Change:
    return lambda schema: bulb(schema)["required"].remove(name)


def modes(*values: str) -> Change:
    return lambda schema: schema["definitions"]["ModeEnumType"].update(enum=list(values))


def both(*changes: Change) -> Change:
    return lambda schema: [change(schema) for change in changes]


LUX: Schema = {"type": "integer"}
TEXT: Schema = {"type": "string", "maxLength": 20}
FILE = "old/LampRequest.json#"
BULB = f"{FILE}/definitions/BulbType"
MODE = f"{FILE}/definitions/ModeEnumType/enum"
NEW_AND_REQUIRED = "required, and not there before: narrowing.toml has no rule"
OPENED = "open to other properties, and not the same in both"
DIM = '[[values]]\ntype = "ModeEnumType"\nvalues = ["Dim"]\nreason = "r"\n'


def test_editions_that_say_the_same_need_no_rule(tmp_path: Path) -> None:
    module = converted(tmp_path, "", None, None)

    assert "values={}, missing={}, rounded={}, cut={}, added={}, apart=frozenset()" in module


def test_a_rule_becomes_one_of_the_module(tmp_path: Path) -> None:
    table = (
        f'{DIM}leave_out = "BulbType"\n'
        '[rounded]\n"BulbType/watts" = { to = "up", reason = "r" }\n'
        '[cut]\n"BulbType/label" = { reason = "r" }\n'
        '[missing."BulbType/label"]\ninstead = ""\nreason = "r"\n'
        '[added]\n"BulbType/kind" = { value = "Old", reason = "r" }\n'
    )
    wide = both(
        modes("On", "Off", "Dim"),
        put("watts", {"type": "number"}),
        put("label", TEXT),
        relax("label"),
        put("kind", TEXT),
        require("kind"),
    )

    module = converted(tmp_path, table, None, wide)

    assert '"ModeEnumType": {"Dim": LeaveOut("BulbType")}' in module
    assert '("BulbType", "watts"): Rounding.UP' in module
    assert '("BulbType", "label"): 10' in module
    assert '("BulbType", "label"): Instead("")' in module
    assert '("BulbType", "kind"): "Old"' in module


@pytest.mark.parametrize(
    ("narrow", "wide", "problem"),
    [
        (None, require("since"), f"{BULB}/properties/since: optional, and required in New"),
        (
            None,
            relax("label"),
            f"{BULB}/properties/label: required, and optional later: narrowing.toml has no rule",
        ),
        (
            None,
            both(put("kind", TEXT), require("kind")),
            f"{BULB.replace('old', 'new')}/properties/kind: {NEW_AND_REQUIRED}",
        ),
        (
            None,
            put("watts", {"type": "number"}),
            f"{BULB}/properties/watts: an integer, and a number later: narrowing.toml has no rule",
        ),
        (
            put("watts", {"type": "number"}),
            None,
            f"{BULB}/properties/watts: number, and integer in New",
        ),
        (
            None,
            put("watts", {"type": "boolean"}),
            f"{BULB}/properties/watts: integer, and boolean in New",
        ),
        (
            None,
            put("watts", {"type": "array", "items": LUX}),
            f"{BULB}/properties/watts: integer, and array in New",
        ),
        (
            None,
            put("watts", {"type": "integer", "default": 5}),
            f"{BULB}/properties/watts/default: another one in New",
        ),
        (
            None,
            put("since", {"type": "string"}),
            f"{BULB}/properties/since/format: another one in New",
        ),
        (
            put("volts", {"type": "number", "multipleOf": 0.1}),
            put("volts", {"type": "number"}),
            f"{BULB}/properties/volts/multipleOf: another one in New",
        ),
        (
            None,
            modes("On", "Off", "Dim"),
            f"{MODE}: narrowing.toml has no rule for Dim of ModeEnumType",
        ),
        (
            None,
            put("mode", TEXT),
            f"{MODE}: narrowing.toml has no rule for any text of ModeEnumType",
        ),
        (
            None,
            put("mode", {"type": "string", "maxLength": 2}),
            f"{MODE}: New does not take Off",
        ),
        (
            None,
            both(
                lambda schema: schema["definitions"].update(
                    Other=schema["definitions"]["BulbType"]
                ),
                lambda schema: schema["properties"].update(
                    bulb={"type": "array", "items": {"$ref": "#/definitions/Other"}}
                ),
            ),
            f"{FILE}/properties/bulb/items/$ref: leads to Other in New",
        ),
        (
            None,
            lambda schema: schema["definitions"]["CustomDataType"]["properties"].update(a=LUX),
            f"{FILE}/definitions/CustomDataType: {OPENED}",
        ),
        (
            None,
            lambda schema: bulb(schema).pop("additionalProperties"),
            f"{BULB}: {OPENED}",
        ),
    ],
)
def test_a_difference_without_a_rule_stops_the_run(
    tmp_path: Path, narrow: Change | None, wide: Change | None, problem: str
) -> None:
    with pytest.raises(CodegenError) as stopped:
        converted(tmp_path, "", narrow, wide)
    assert str(stopped.value) == problem


@pytest.mark.parametrize(
    ("narrow", "wide", "lack"),
    [
        (None, lambda schema: schema.clear(), "LampRequest"),
        (put("lux", LUX), None, "BulbType.lux"),
        (None, modes("On"), "ModeEnumType.Off"),
    ],
)
def test_a_message_that_says_what_the_newer_one_cannot_is_not_converted(
    tmp_path: Path,
    narrow: Change | None,
    wide: Change | None,
    lack: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    module = converted(tmp_path, "", narrow, wide)

    assert 'apart=frozenset(["LampRequest"])' in module
    assert caplog.messages == [f"new has no {lack}: LampRequest is not converted"]


DIMMED = modes("On", "Off", "Dim")
RENAMED = both(put("kind", TEXT), require("kind"))


@pytest.mark.parametrize(
    ("table", "wide", "problem"),
    [
        (f'{DIM}instead = "On"\n', None, "values[0]: Dim of ModeEnumType: nothing needs this rule"),
        ('[cut]\n"BulbType/label" = { reason = "r" }', None, "cut.BulbType/label: nothing needs"),
        ('[rounded]\n"A/b" = { to = "up", reason = "r" }', None, "rounded.A/b: nothing needs"),
        ('[added]\n"A/b" = { value = "", reason = "r" }', None, "added.A/b: nothing needs"),
        ('[missing."A/b"]\nrefuse = true\nreason = "r"', None, "missing.A/b: nothing needs"),
        (f'{DIM}instead = "Dim"\n', DIMMED, "ModeEnumType has no Dim to stand for it"),
        (f'{DIM}leave_out = "LampType"\n', DIMMED, "no list of Old has LampType"),
        (f"{DIM}refuse = false\n", DIMMED, "needs instead, leave_out or refuse = true"),
        (f'{DIM}refuse = true\ninstead = "On"\n', DIMMED, "needs instead, leave_out or refuse"),
        (DIM, DIMMED, "needs instead, leave_out or refuse = true"),
        (
            f"{DIM}refuse = true\n".replace('"r"', '""'),
            DIMMED,
            "values[0]: Dim of ModeEnumType: must say why",
        ),
        (f"{DIM}refuse = true\n{DIM}refuse = true\n", DIMMED, "values[1]: a second rule for Dim"),
        ('[[values]]\nvalues = ["Dim"]\nreason = "r"', DIMMED, "values[0]: needs type and values"),
        ('[[values]]\ntype = "A"\nvalues = []', DIMMED, "values[0]: needs type and values"),
        ('[values]\na = "b"', DIMMED, "values is no list of tables"),
        ("values = [1]", DIMMED, "values[0]: is no table"),
        ("rounded = 1", None, "rounded is no table"),
        ("[rest]", None, "rest is not understood"),
        (
            '[rounded]\n"A/b" = { to = "sideways", reason = "r" }',
            None,
            "rounded.A/b: 'sideways' is no way to round",
        ),
        ('[rounded]\n"A/b" = { to = "up" }', None, "rounded.A/b: needs reason and to, as texts"),
        ('[cut]\n"A/b" = { reason = "" }', None, "cut.A/b: must say why"),
        (
            '[missing."BulbType/label"]\ninstead = "far too long for it"\nreason = "r"',
            relax("label"),
            "missing.BulbType/label: 'far too long for it' is no value of it in Old",
        ),
        (
            '[added]\n"BulbType/kind" = { value = "far too long, even later", reason = "r" }',
            RENAMED,
            "'far too long, even later' is no value of it in New",
        ),
    ],
)
def test_a_rule_that_is_wrong_or_not_needed_stops_the_run(
    tmp_path: Path, table: str, wide: Change | None, problem: str
) -> None:
    with pytest.raises(CodegenError) as stopped:
        converted(tmp_path, table, None, wide)
    assert problem in str(stopped.value)
    assert "\n" not in str(stopped.value)
