"""From faults in a payload to the CALLERROR that names them (2.0.1 part 4, 4.3)."""

from enum import StrEnum
from types import ModuleType
from typing import Annotated, Any

import pytest
from pydantic import Field, StringConstraints, ValidationError

from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import DataType, Message, WireModel
from pilotwire.ocpp.faults import WORDS
from pilotwire.ocpp.scalars import Integer, Sequence, Timestamp
from pilotwire.rpc.codes import ErrorCode
from pilotwire.rpc.validation import explain


class Location(StrEnum):
    EV = "EV"
    CABLE = "Cable"


class Sample(DataType):
    value: Integer = Field(alias="value", ge=0)
    location: Location | None = Field(default=None, alias="location")


class Report(Message):
    id_tag: Annotated[str, StringConstraints(strict=True, max_length=20)] = Field(alias="idTag")
    samples: Sequence[Sample] | None = Field(default=None, alias="sampledValue", min_length=1)
    at: Timestamp | None = Field(default=None, alias="timestamp")


def explained(payload: Any) -> tuple[ErrorCode, str]:
    with pytest.raises(ValidationError) as caught:
        Report.from_wire(payload)
    return explain(caught.value)


@pytest.mark.parametrize(
    ("payload", "code", "text"),
    [
        ({}, ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, "idTag: required, but missing"),
        (
            {"idTag": "1", "sampledValue": []},
            ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
            "sampledValue: fewer than 1 elements",
        ),
        ({"idTag": 5}, ErrorCode.TYPE_CONSTRAINT_VIOLATION, "idTag: not a string"),
        (
            {"idTag": "1", "sampledValue": [{"value": 1.5}]},
            ErrorCode.TYPE_CONSTRAINT_VIOLATION,
            "sampledValue[0].value: not an integer",
        ),
        (
            {"idTag": "1", "sampledValue": [{"value": 1, "location": 3}]},
            ErrorCode.TYPE_CONSTRAINT_VIOLATION,
            "sampledValue[0].location: not a string",
        ),
        (
            {"idTag": "1", "sampledValue": {}},
            ErrorCode.TYPE_CONSTRAINT_VIOLATION,
            "sampledValue: not an array",
        ),
        (
            {"idTag": "1", "sampledValue": ["x"]},
            ErrorCode.TYPE_CONSTRAINT_VIOLATION,
            "sampledValue[0]: not an object",
        ),
        (
            {"idTag": "x" * 21},
            ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
            "idTag: longer than 20 characters",
        ),
        (
            {"idTag": "1", "sampledValue": [{"value": 0}, {"value": -1}]},
            ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
            "sampledValue[1].value: less than 0",
        ),
        (
            {"idTag": "1", "sampledValue": [{"value": 1, "location": "Moon"}]},
            ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
            "sampledValue[0].location: not one of the allowed values",
        ),
        (
            {"idTag": "1", "timestamp": "yesterday"},
            ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
            "timestamp: not an RFC 3339 date-time",
        ),
        (
            {"idTag": "1", "timestamp": "2026-01-31T08:30:00"},
            ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
            "timestamp: a date-time without a time zone",
        ),
        (
            {"idTag": "1", "timestamp": "2026-02-31T08:30:00Z"},
            ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
            "timestamp: no day of the calendar",
        ),
        (
            {"idTag": "1", "timestamp": "9999-12-31T23:59:59-23:00"},
            ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
            "timestamp: outside the years 1 to 9999",
        ),
        (
            {"idTag": "1", "timestamp": 5},
            ErrorCode.TYPE_CONSTRAINT_VIOLATION,
            "timestamp: not a string with a date-time",
        ),
        (
            {"idTag": "1", "a\n\x1b[2J" + "x" * 90: 1},
            ErrorCode.FORMAT_VIOLATION,
            r"a\n\x1b[2J" + "x" * 44 + "...: unknown property",
        ),
        ({"idTag": "1", "idtag": "1"}, ErrorCode.FORMAT_VIOLATION, "idtag: unknown property"),
        ([], ErrorCode.FORMAT_VIOLATION, "not an object"),
    ],
)
def test_a_fault_has_the_code_and_the_path_on_the_wire(
    payload: Any, code: ErrorCode, text: str
) -> None:
    assert explained(payload) == (code, text)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("\ud800", "data: holds half a surrogate pair"),
        ({"a": [0, float("inf")]}, "data.a[1]: not a finite number"),
        ({"list": {"dict": "\ud800"}}, "data.list.dict: holds half a surrogate pair"),
        ({"\ud800": 1}, "data: holds half a surrogate pair"),
    ],
)
@pytest.mark.parametrize("version", [v201, v21])
def test_a_fault_in_any_json_has_its_path(version: Any, data: object, text: str) -> None:
    for payload, place in (
        ({"vendorId": "x", "data": data}, ""),
        ({"vendorId": "x", "customData": {"vendorId": "x", "data": data}}, "customData."),
    ):
        with pytest.raises(ValidationError) as caught:
            version.DataTransferRequest.from_wire(payload)
        assert explain(caught.value) == (ErrorCode.PROPERTY_CONSTRAINT_VIOLATION, place + text)


def test_of_several_faults_the_gravest_is_named_and_the_rest_counted() -> None:
    code, text = explained({"idTag": 5, "sampledValue": [{"value": -1}], "more": 1})
    assert code is ErrorCode.FORMAT_VIOLATION
    assert text == "more: unknown property (and 2 more)"


@pytest.mark.parametrize("module", [v16, v201, v21])
def test_a_fault_in_a_list_is_no_lack_of_elements_in_any_message(module: ModuleType) -> None:
    """Each list of each message with one element, which is of a wrong type."""
    lists = 0
    for name in module.__all__:
        part = getattr(module, name)
        if not isinstance(part, type) or not issubclass(part, WireModel):
            continue
        for own, field in part.model_fields.items():
            wire = field.alias or own
            if "Sequence" not in str(field.annotation) and "tuple" not in str(field.annotation):
                continue
            lists += 1
            with pytest.raises(ValidationError) as caught:
                part.from_wire({wire: [None]})
            kinds = {fault["type"] for fault in caught.value.errors() if wire in fault["loc"]}
            assert kinds.isdisjoint({"too_short", "too_long"}), (name, wire)
    assert lists >= 9


@pytest.mark.parametrize("module", [v16, v201, v21])
@pytest.mark.parametrize("value", [None, True, 1.5, 5, "\ud800", "x" * 9999, [], {}, [[]]])
def test_whatever_is_wrong_is_named_in_our_words(module: ModuleType, value: object) -> None:
    """Each property of each message and part of it, of each wrong type."""
    for name in module.__all__:
        part = getattr(module, name)
        if not isinstance(part, type) or not issubclass(part, WireModel):
            continue
        for own, field in part.model_fields.items():
            wire = field.alias or own
            try:
                part.from_wire({wire: value})
            except ValidationError as error:
                for fault in error.errors():
                    assert fault["type"] in WORDS, (name, wire, fault["type"])


def test_no_value_is_repeated() -> None:
    for payload in (
        {"idTag": "s3cret" * 10},
        {"idTag": "1", "timestamp": "s3cret"},
        {"idTag": "1", "sampledValue": [{"value": "s3cret", "location": "s3cret"}]},
        "s3cret",
    ):
        assert "s3cret" not in explained(payload)[1]
