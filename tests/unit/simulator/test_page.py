"""What the page says of messages, and the forms that it makes: from the schemas alone."""

from datetime import UTC, datetime

import pytest
from pydantic import JsonValue

from pilotwire.connection import OcppVersion
from pilotwire.csms.raw import ACTIONS
from pilotwire.ocpp import v16, v21
from pilotwire.simulator.acts import ACTS
from pilotwire.simulator.page.csms import commands_of
from pilotwire.simulator.page.explaining import explained, problems_of
from pilotwire.simulator.page.schema import Schema, schema_of
from pilotwire.simulator.views import MessageView

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def message(
    action: str, payload: JsonValue, *, wrong: str | None = None, kind: str = "call"
) -> MessageView:
    return MessageView.model_validate(
        {
            "number": 1,
            "at": NOON,
            "sent": True,
            "kind": kind,
            "action": action,
            "message_id": "1",
            "version": OcppVersion.V2_1,
            "payload": payload,
            "wrong": wrong,
        }
    )


def parts(schema: Schema, depth: int = 6) -> list[Schema]:
    """A schema and what is in it, as deep as a form goes at first and further."""
    inner = list(schema.fields.values()) if schema.kind == "object" else []
    if schema.kind == "list":
        inner.append(schema.element)
    return [schema, *(each for one in inner if depth for each in parts(one, depth - 1))]


def test_a_field_has_its_sort_and_its_limits() -> None:
    schema = schema_of(v21.SetChargingProfileRequest)
    assert schema.required == {"evseId", "chargingProfile"}
    evse_id = schema.fields["evseId"]
    assert (evse_id.kind, evse_id.least, evse_id.says) == ("integer", 0, "integer, at least 0")
    profile = schema.fields["chargingProfile"]
    assert profile.fields["chargingProfileKind"].choices == [
        each.value for each in v21.ChargingProfileKindEnumType
    ]
    schedules = profile.fields["chargingSchedule"]
    assert (schedules.kind, schedules.says) == ("list", "list of 1 to 3 elements")
    periods = schedules.element.fields["chargingSchedulePeriod"]
    phases = periods.element.fields["numberPhases"]
    assert (phases.least, phases.most, phases.says) == (0, 3, "integer, 0 to 3")
    assert schema_of(v16.RemoteStartTransactionRequest).fields["idTag"].most == 20


@pytest.mark.parametrize("version", list(OcppVersion))
def test_each_command_of_a_csms_has_a_form(version: OcppVersion) -> None:
    commands = commands_of(version)
    assert "Reset" in commands
    assert "BootNotification" not in commands
    for command in commands:
        for part in parts(schema_of(ACTIONS[version][command].request)):
            # Anything at all may only be what the specification leaves open.
            assert part.kind != "json" or command == "DataTransfer", part.node


def test_each_act_has_a_form() -> None:
    for kind in ACTS.values():
        assert "act" in schema_of(kind).fields
    seconds = schema_of(ACTS["power_cut"]).fields["seconds"]
    assert (seconds.nullable, seconds.default, seconds.least) == (True, 10.0, 0)


def test_a_valid_message_is_explained_field_by_field() -> None:
    token: JsonValue = {"idToken": "AB", "type": "Central"}
    payload: JsonValue = {"evseId": 2, "idToken": token, "remoteStartId": 7}
    told = explained(message("RequestStartTransaction", payload))
    assert told.verdict == "Valid RequestStartTransactionRequest"
    assert told.problems == ()
    assert [(each.path, each.value) for each in told.fields] == [
        ("evseId", "2"),
        ("idToken.idToken", "AB"),
        ("idToken.type", "Central"),
        ("remoteStartId", "7"),
    ]
    assert told.fields[1].says == "text, at most 255 characters"


def test_what_is_wrong_is_said_at_its_field() -> None:
    payload: JsonValue = {"idToken": {"idToken": "AB", "type": 7}, "stray": True}
    told = explained(message("Authorize", payload, wrong="something is"))
    assert told.verdict == "Not valid"
    problems = {each.path: each.problem for each in told.fields}
    assert problems["idToken.type"] == "not a string"
    assert problems["stray"] == "unknown property"
    assert told.fields[-1].says == "not in the schema"
    assert "idToken.type: not a string" in told.problems


def test_problems_have_the_paths_of_the_form() -> None:
    schedule: JsonValue = {"id": 1, "chargingRateUnit": "A", "chargingSchedulePeriod": [{}]}
    profile: JsonValue = {"id": 1, "stackLevel": 0, "chargingSchedule": [schedule]}
    problems = problems_of(
        v21.SetChargingProfileRequest, {"evseId": -1, "chargingProfile": profile}
    )
    assert problems["evseId"] == "less than 0"
    path = "chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod"
    assert problems[path] == "required, but missing"


def test_an_error_is_no_violation_and_what_nobody_knows_is_one() -> None:
    view = message("Reset", {}, kind="error").model_copy(update={"code": "NotImplemented"})
    assert explained(view).problems == ()
    assert "NotImplemented" in explained(view).verdict
    assert explained(message("Unheard", {}, wrong="nobody knows it")).problems == (
        "nobody knows it",
    )


def test_a_long_message_is_told_in_part() -> None:
    many: JsonValue = [{"idTag": f"{n}"} for n in range(1000)]
    told = explained(message("SendLocalList", {"localAuthorizationList": many}, wrong="it is"))
    assert len(told.fields) == 300
