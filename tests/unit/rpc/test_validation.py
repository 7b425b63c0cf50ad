"""From faults in a payload to the CALLERROR that names them (2.0.1 part 4, 4.3)."""

from enum import StrEnum
from typing import Annotated, Any

import pytest
from pydantic import Field, StringConstraints, ValidationError

from pilotwire.ocpp.base import DataType, Message
from pilotwire.ocpp.scalars import Integer, Timestamp
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
    samples: list[Sample] | None = Field(default=None, alias="sampledValue", min_length=1)
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
            "sampledValue[0].location: not one of the allowed values",
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
            "timestamp: invalid value",
        ),
        ({"idTag": "1", "idtag": "1"}, ErrorCode.FORMAT_VIOLATION, "idtag: unknown property"),
        ([], ErrorCode.FORMAT_VIOLATION, "not an object"),
    ],
)
def test_a_fault_has_the_code_and_the_path_on_the_wire(
    payload: Any, code: ErrorCode, text: str
) -> None:
    assert explained(payload) == (code, text)


def test_of_several_faults_the_gravest_is_named_and_the_rest_counted() -> None:
    code, text = explained({"idTag": 5, "sampledValue": [{"value": -1}], "more": 1})
    assert code is ErrorCode.FORMAT_VIOLATION
    assert text == "more: unknown property (and 2 more)"


def test_no_value_is_repeated() -> None:
    for payload in (
        {"idTag": "s3cret" * 10},
        {"idTag": "1", "timestamp": "s3cret"},
        {"idTag": "1", "sampledValue": [{"value": "s3cret", "location": "s3cret"}]},
        "s3cret",
    ):
        assert "s3cret" not in explained(payload)[1]
