"""What every generated message can do, seen on a few of each version."""

import copy
import importlib
import inspect
import json
import pickle
import subprocess
import sys
import warnings
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Direction, Message, Request, Send, WireModel

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)


def start() -> v16.StartTransactionRequest:
    return v16.StartTransactionRequest(
        connector_id=1, id_tag="04A1B2C3", meter_start=0, timestamp=NOON
    )


def faults(kind: type[WireModel], data: object) -> set[tuple[str, tuple[int | str, ...]]]:
    with pytest.raises(ValidationError) as caught:
        kind.from_json(json.dumps(data))
    return {(error["type"], error["loc"]) for error in caught.value.errors()}


def test_python_names_in_python_and_wire_names_on_the_wire() -> None:
    assert start().to_wire() == {
        "connectorId": 1,
        "idTag": "04A1B2C3",
        "meterStart": 0,
        "timestamp": "2026-01-31T12:00:00.000Z",
    }
    assert v16.StartTransactionRequest.from_wire(start().to_wire()) == start()
    assert json.loads(start().to_json()) == start().to_wire()
    assert ": " not in start().to_json()


def test_neither_takes_the_names_of_the_other() -> None:
    with pytest.raises(ValidationError):
        v16.AuthorizeRequest(idTag="x")  # type: ignore[call-arg]  # wrong on purpose
    with pytest.raises(ValidationError):
        v16.AuthorizeRequest.from_wire({"id_tag": "x"})


def test_none_is_absent_and_null_is_refused() -> None:
    request = v16.DataTransferRequest(vendor_id="com.example", message_id=None)

    assert request.to_wire() == {"vendorId": "com.example"}
    assert request == v16.DataTransferRequest(vendor_id="com.example")
    assert repr(request) == "DataTransferRequest(vendor_id='com.example')"
    with pytest.raises(ValidationError):
        v16.DataTransferRequest.from_wire({"vendorId": "com.example", "messageId": None})


def test_a_message_prints_as_it_is_written_in_a_program() -> None:
    event = v201.StatusNotificationRequest(
        timestamp=NOON,
        connector_status=v201.ConnectorStatusEnumType.OCCUPIED,
        evse_id=1,
        connector_id=1,
    )

    shown = (
        f"StatusNotificationRequest(timestamp={NOON!r}, "
        "connector_status=ConnectorStatusEnumType.OCCUPIED, evse_id=1, connector_id=1)"
    )
    assert repr(event) == str(event) == shown
    assert f"{event.connector_status}" == "Occupied"


class Log(BaseModel):
    """A model of a user's own."""

    entries: list[v201.NotifyEventRequest | v201.ResetRequest]


def test_a_model_of_ones_own_reads_and_writes_wire_names() -> None:
    text = '{"entries":[{"customData":{"vendorId":"v","x":null},"type":"Immediate","evseId":2}]}'

    log = Log.model_validate_json(text)

    (reset,) = log.entries
    assert isinstance(reset, v201.ResetRequest)
    assert reset == v201.ResetRequest.from_wire(json.loads(text)["entries"][0])
    assert log.model_dump_json(exclude_unset=True) == text
    schema = v201.ResetRequest.model_json_schema()
    assert set(schema["properties"]) == {"customData", "type", "evseId"}
    assert "evse_id" in inspect.signature(v201.ResetRequest).parameters


def test_what_is_absent_is_null_where_pydantic_writes_by_its_own_rules() -> None:
    reset = v201.ResetRequest(type=v201.ResetEnumType.IMMEDIATE)

    with warnings.catch_warnings(action="error"):
        assert reset.model_dump() == {"customData": None, "type": "Immediate", "evseId": None}
        assert json.loads(v16.GetDiagnosticsRequest(location="ftp://x").model_dump_json()) == {
            "location": "ftp://x",
            **dict.fromkeys(("retries", "retryInterval", "startTime", "stopTime")),
        }


def test_a_default_of_the_schema_is_read_but_not_sent_unasked() -> None:
    wire = {
        "eventType": "Started",
        "timestamp": "2026-01-31T12:00:00Z",
        "triggerReason": "Authorized",
        "seqNo": 0,
        "transactionInfo": {"transactionId": "T1"},
    }

    event = v201.TransactionEventRequest.from_wire(wire)

    assert event.offline is False
    assert "offline" not in event.to_wire()
    assert event.replace(offline=False).to_wire()["offline"] is False


def test_a_default_is_told_by_class_and_message_alike() -> None:
    part = v201.VariableAttributeType(value="1")

    assert part.mutability is v201.MutabilityEnumType.READ_WRITE
    assert v201.VariableAttributeType.constant is False
    assert part.to_wire() == {"value": "1"}
    assert pickle.loads(pickle.dumps(part)).mutability is part.mutability  # noqa: S301 -- of our own making
    assert part.replace(constant=True).to_wire() == {"value": "1", "constant": True}
    with pytest.raises(ValidationError):
        part.constant = True  # type: ignore[misc]  # wrong on purpose


def test_null_is_written_where_it_is_data() -> None:
    extended = {"vendorId": "com.example", "none": None, "deep": {"none": None}}
    for wire in (
        {"vendorId": "x", "data": None},
        {"vendorId": "x", "data": {"none": None}, "customData": extended},
    ):
        request = v201.DataTransferRequest.from_wire(wire)
        assert request.to_wire() == wire
        assert json.loads(request.to_json()) == wire
    part = v201.EVSEType.from_wire({"id": 1, "customData": extended})
    assert part.to_wire()["customData"] == extended


def test_faults_name_kind_and_place_in_wire_names() -> None:
    wire = {"connectorId": "1", "idTag": "x" * 21, "meterStart": True, "timestamp": "today", "x": 1}

    assert faults(v16.StartTransactionRequest, wire) == {
        ("int_type", ("connectorId",)),
        ("string_too_long", ("idTag",)),
        ("int_type", ("meterStart",)),
        ("datetime_parsing", ("timestamp",)),
        ("extra_forbidden", ("x",)),
    }
    assert faults(v16.AuthorizeRequest, {}) == {("missing", ("idTag",))}
    assert faults(v16.ResetRequest, {"type": "Warm"}) == {("enum", ("type",))}
    assert faults(v201.EVSEType, {"id": 1.5}) == {("int_type", ("id",))}
    assert faults(v21.EVSEType, {"id": -1}) == {("greater_than_equal", ("id",))}
    assert faults(v201.GetVariablesRequest, {"getVariableData": []}) == {
        ("too_short", ("getVariableData",))
    }


def test_errata_of_the_schemas_are_in() -> None:
    v16.SampledValue(value="50", unit=v16.UnitOfMeasure.HERTZ)
    assert v16.UnitOfMeasure("Celsius") is not v16.UnitOfMeasure("Celcius")
    v201.Get15118EVCertificateResponse(
        status=v201.Iso15118EVCertificateStatusEnumType.ACCEPTED, exi_response="x" * 7500
    )
    schedule = {"chargingRateUnit": "A", "chargingSchedulePeriod": []}
    answer = {"status": "Accepted", "chargingSchedule": schedule}
    assert faults(v16.GetCompositeScheduleResponse, answer) == {
        ("too_short", ("chargingSchedule", "chargingSchedulePeriod"))
    }


@pytest.mark.parametrize("limit", [21.4, 0.1, 0.3, 16, 16.0, 1000000.7, -0.1, 1e22])
def test_one_decimal_is_one_decimal(limit: float) -> None:
    period = v16.ChargingSchedulePeriod(start_period=0, limit=limit)

    assert json.loads(period.to_json())["limit"] == limit


@pytest.mark.parametrize("limit", [21.45, 0.01, 1e-7, float("nan"), float("inf")])
def test_more_than_one_decimal_is_refused(limit: float) -> None:
    with pytest.raises(ValidationError):
        v16.ChargingSchedulePeriod(start_period=0, limit=limit)


def test_one_point_zero_is_an_integer_only_since_draft_6() -> None:
    with pytest.raises(ValidationError):
        v16.UnlockConnectorRequest.from_wire({"connectorId": 1.0})
    assert v201.EVSEType.from_wire({"id": 1.0}).to_json() == '{"id":1}'
    assert (
        v16.GetLogRequest.from_json(
            '{"log":{"remoteLocation":"ftp://a"},"logType":"SecurityLog","requestId":1.0}'
        ).request_id
        == 1
    )


def test_instants_are_held_in_utc_to_the_millisecond() -> None:
    zone = timezone(timedelta(hours=2))
    moment = datetime(2026, 1, 31, 14, 0, 0, 123456, tzinfo=zone)

    answer = v16.HeartbeatResponse(current_time=moment)

    assert answer.to_wire() == {"currentTime": "2026-01-31T12:00:00.123Z"}
    assert v16.HeartbeatResponse.from_wire(answer.to_wire()) == answer
    with pytest.raises(ValidationError, match="time zone"):
        v16.HeartbeatResponse(current_time=datetime(2026, 1, 31))  # noqa: DTZ001 -- a time without a zone is refused


def test_a_message_does_not_change() -> None:
    meter_values = [v16.MeterValue(timestamp=NOON, sampled_value=[v16.SampledValue(value="1")])]
    request = v16.MeterValuesRequest(connector_id=1, meter_value=meter_values)
    meter_values.clear()

    assert len(request.meter_value) == 1
    assert isinstance(request.meter_value, tuple)
    assert hash(request) == hash(copy.deepcopy(request))
    with pytest.raises(ValidationError):
        request.connector_id = 2  # type: ignore[misc]  # wrong on purpose


def test_a_copy_with_changes_is_validated() -> None:
    changed = start().replace(reservation_id=7, id_tag="other")

    assert changed.reservation_id == 7
    assert changed.id_tag == "other"
    assert changed.replace(reservation_id=None, id_tag="04A1B2C3") == start()
    with pytest.raises(ValidationError):
        start().replace(id_tag="x" * 21)
    with pytest.raises(ValidationError):
        start().replace(idTag="x")


def test_a_copy_keeps_null_where_it_is_data() -> None:
    request = v201.DataTransferRequest.from_wire({"vendorId": "x", "data": None})

    assert request.replace(vendor_id="y").to_wire() == {"vendorId": "y", "data": None}
    assert request.replace(data=None).to_wire() == {"vendorId": "x"}


@pytest.mark.parametrize("name", ["mood", "vendor_id", "copy", "model_extra", "__dict__"])
@pytest.mark.parametrize("value", [1, None, {"none": None}])
def test_a_copy_keeps_what_the_vendor_put_in(name: str, value: object) -> None:
    wire = {"vendorId": "x", name: value}

    extended = v201.CustomDataType.from_wire(wire)

    assert extended.replace(vendor_id="y").to_wire() == {**wire, "vendorId": "y"}
    assert v201.CustomDataType.from_wire({"vendorId": "x", "a": 1}).replace(a=None).to_wire() == {
        "vendorId": "x"
    }


@pytest.mark.parametrize("message", [start(), v201.HeartbeatRequest()])
def test_a_message_can_be_pickled(message: Message) -> None:
    assert pickle.loads(pickle.dumps(message)) == message  # noqa: S301 -- of our own making


def test_custom_data_keeps_what_the_vendor_put_in() -> None:
    wire = {"customData": {"vendorId": "com.example", "mood": {"a": [None, 1.5]}, "none": None}}

    request = v201.HeartbeatRequest.from_wire(wire)

    assert request.custom_data is not None
    assert request.custom_data.model_extra == {"mood": {"a": [None, 1.5]}, "none": None}
    assert request.to_wire() == wire
    with pytest.raises(ValidationError):
        v201.HeartbeatRequest.from_wire({"customData": {"mood": 1}})


@pytest.mark.parametrize("data", [{"a": [1, None, {"b": 1.5}]}, "text", [], 0, False])
def test_data_of_a_transfer_is_any_json(data: object) -> None:
    request = v201.DataTransferRequest.from_wire({"vendorId": "x", "data": data})

    assert request.data == data
    assert request.to_wire() == {"vendorId": "x", "data": data}


@pytest.mark.parametrize("data", [{"a": [1, {"b": None}]}, [[]], "text", None])
def test_a_message_with_any_json_can_be_hashed(data: Any) -> None:
    request = v201.DataTransferRequest(vendor_id="x", data=data)

    assert {request: 1}[copy.deepcopy(request)] == 1
    assert hash(v201.DataTransferRequest(vendor_id="x", data=[1])) == hash(
        v201.DataTransferRequest(vendor_id="x", data=[1.0])
    )
    assert len({request, request.replace(data={"a": 2}), request.replace(data=[2])}) == 3


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_json_schema_of_a_model_tells_the_defaults_of_the_official_one(mode: Any) -> None:
    part = v201.VariableAttributeType.model_json_schema(mode=mode)["properties"]

    assert part["constant"] == {"default": False, "title": "Constant", "type": "boolean"}
    assert part["mutability"]["default"] == "ReadWrite"
    assert "default" not in part["value"]


@pytest.mark.parametrize("number", ["NaN", "1e400", "-Infinity"])
def test_what_is_no_json_number_is_refused_where_any_json_is_allowed(number: str) -> None:
    for text in (
        f'{{"vendorId":"x","data":{{"a":[{number}]}}}}',
        f'{{"vendorId":"x","customData":{{"vendorId":"x","a":{number}}}}}',
    ):
        with pytest.raises(ValidationError, match="finite"):
            v201.DataTransferRequest.from_json(text)
        with pytest.raises(ValidationError, match="finite"):
            v201.DataTransferRequest.from_wire(json.loads(text))


@pytest.mark.parametrize(
    "fields",
    [
        {"data": ["\ud83d"]},
        {"data": {"\ud83d": 1}},
        {"customData": {"vendorId": "v", "a": "\ud83d"}},
    ],
)
def test_half_a_surrogate_pair_is_refused_where_any_json_is_allowed(
    fields: dict[str, object],
) -> None:
    with pytest.raises(ValidationError, match="surrogate"):
        v201.DataTransferRequest.from_wire({"vendorId": "x", **fields})


def test_half_a_surrogate_pair_is_refused_where_a_text_has_no_limit() -> None:
    with pytest.raises(ValidationError, match="surrogate"):
        v16.DataTransferRequest.from_wire({"vendorId": "x", "data": "\ud83d"})
    with pytest.raises(ValidationError, match="surrogate"):
        v16.SampledValue(value="\ud83d")


def test_a_property_of_a_vendor_must_be_json() -> None:
    with pytest.raises(ValidationError):
        v201.CustomDataType.from_wire({"vendorId": "x", "at": NOON})
    extended = v201.CustomDataType.from_wire({"vendorId": "x", "a": 1})
    assert extended.replace(vendor_id="y").to_wire() == {"vendorId": "y", "a": 1}


def test_an_enumeration_is_its_wire_name() -> None:
    assert str(v16.ChargePointStatus.SUSPENDED_EV) == "SuspendedEV"
    assert str(v16.Measurand.ENERGY_ACTIVE_IMPORT_REGISTER) == "Energy.Active.Import.Register"
    assert str(v16.UnitOfMeasure.KWH) == "kWh"
    assert str(v201.ConnectorEnumType.S309_1P_16A) == "s309-1P-16A"
    assert str(v201.IdTokenEnumType.EMAID) == "eMAID"
    assert str(v201.MeasurandEnumType.SOC) == "SoC"


def test_requests_know_action_and_answer() -> None:
    assert v16.HeartbeatRequest.action == v16.HeartbeatResponse.action == "Heartbeat"
    assert v16.HeartbeatRequest.response_type() is v16.HeartbeatResponse


def test_dispatch_tables_are_complete() -> None:
    for name in ("v16", "v201", "v21"):
        module = __import__(f"pilotwire.ocpp.{name}.actions", fromlist=["ACTIONS"])
        handlers = __import__(f"pilotwire.ocpp.{name}.handlers", fromlist=["CsmsHandler"])
        for action_name, action in module.ACTIONS.items():
            assert action.name == action_name == action.request.action
            assert action.directions
            if action.response is None:
                assert issubclass(action.request, Send)
            else:
                assert issubclass(action.request, Request)
                assert action.request.response_type() is action.response
            for direction, protocol in (
                (Direction.FROM_CSMS, handlers.ChargingStationHandler),
                (Direction.FROM_STATION, handlers.CsmsHandler),
            ):
                assert hasattr(protocol, action.handler) == (direction in action.directions)


def test_facts_of_a_few_actions() -> None:
    from pilotwire.ocpp.v16.actions import ACTIONS as V16
    from pilotwire.ocpp.v21.actions import ACTIONS as V21
    from pilotwire.ocpp.v201.actions import ACTIONS as V201

    assert (len(V16), len(V201), len(V21)) == (39, 64, 91)
    both = frozenset({Direction.FROM_STATION, Direction.FROM_CSMS})
    assert all(table["DataTransfer"].directions == both for table in (V16, V201, V21))
    assert {a.name for a in V16.values() if a.transaction_related} == {
        "MeterValues",
        "StartTransaction",
        "StopTransaction",
    }
    assert V16["RemoteStartTransaction"].handler == "remote_start_transaction"
    assert V201["Get15118EVCertificate"].handler == "get_15118_ev_certificate"
    assert V201["TransactionEvent"].block == "E Transactions"
    assert V21["NotifyPeriodicEventStream"].response is None


def test_every_module_lists_all_that_it_offers() -> None:
    generated = ROOT / "generated"
    for path in sorted((generated / "pilotwire/ocpp").rglob("*.py")):
        name = ".".join(path.relative_to(generated).with_suffix("").parts)
        module = importlib.import_module(name.removesuffix(".__init__"))
        offered = {
            key
            for key, value in vars(module).items()
            if getattr(value, "__module__", None) == module.__name__ and not key.startswith("_")
        }
        if path.name == "__init__.py" and path.parents[1].name == "ocpp":
            parts = ("datatypes", "enums", "messages")
            modules = [importlib.import_module(f"{module.__name__}.{part}") for part in parts]
            offered = {key for part in modules for key in part.__all__}
            assert (path.parent / "py.typed").exists()
        assert offered - {"R_co", "T"} <= set(module.__all__), name
        assert all(hasattr(module, key) for key in module.__all__), name


def test_importing_one_version_imports_no_other() -> None:
    program = (
        "import sys, pilotwire.ocpp.v16;"
        "print([name for name in sys.modules if 'v201' in name or 'v21' in name])"
    )

    done = subprocess.run(  # noqa: S603 -- our own interpreter and program
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT / "generated")},
    )

    assert done.stdout.strip() == "[]"


def test_secrets_are_neither_shown_nor_told() -> None:
    for kind in (v201.APNType, v21.APNType):
        apn = {"apn": "a", "apnPassword": "hidden", "simPin": 1234, "apnAuthentication": "PAP"}
        shown = f"{kind.from_wire(apn)!r} {kind.from_wire(apn)}"
        assert "apn='a'" in shown
        assert "hidden" not in shown
        assert "1234" not in shown
        with pytest.raises(ValidationError) as caught:
            kind.from_wire({**apn, "apnPassword": "hidden" * 20})
        assert "hidden" not in str(caught.value)
