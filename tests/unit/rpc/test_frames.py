"""Frames and their text: OCPP-J 1.6 4.2; 2.0.1 and 2.1 part 4, 4.2."""

import contextlib
import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotwire.rpc.codes import Edition, ErrorCode, read_code
from pilotwire.rpc.frames import (
    Call,
    CallError,
    CallResult,
    CallResultError,
    Frame,
    FrameError,
    FrameTooLarge,
    MalformedFrame,
    SendFrame,
    TypedCall,
    TypedCallResult,
    UnknownMessageType,
    encode,
    parse,
)
from tests.unit.rpc.scenes import EchoRequest, EchoResponse

texts = st.text(st.characters(exclude_categories=["Cs"]))
ids = st.text(st.characters(exclude_categories=["Cs"]), max_size=36)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
payloads = st.dictionaries(texts, values, max_size=4)
descriptions = st.text(st.characters(exclude_categories=["Cs"]), max_size=255)
frames_of_all = (
    st.builds(Call, ids, texts, payloads)
    | st.builds(CallResult, ids, payloads)
    | st.builds(CallError, ids, texts, descriptions, payloads)
)
frames = (
    frames_of_all
    | st.builds(CallResultError, ids, texts, descriptions, payloads)
    | st.builds(SendFrame, ids, texts, payloads)
)
OLDER = (Edition.V16, Edition.V201)


def refusal(text: str, **options: Any) -> FrameError:
    with pytest.raises(FrameError) as caught:
        parse(text, **options)
    return caught.value


@given(frames)
def test_what_is_encoded_is_parsed_back_equal(frame: Frame) -> None:
    assert parse(encode(frame)) == frame


@given(frames_of_all, st.sampled_from(OLDER))
def test_what_all_editions_have_is_the_same_in_each(frame: Frame, edition: Edition) -> None:
    assert parse(encode(frame), edition=edition) == frame


@given(st.text())
def test_any_text_is_a_frame_or_a_typed_error(text: str) -> None:
    with contextlib.suppress(FrameError):
        parse(text)


@given(st.lists(values, max_size=4))
def test_any_json_array_is_a_frame_or_a_typed_error(parts: list[object]) -> None:
    for message_type in range(2, 8):
        with contextlib.suppress(FrameError):
            parse(json.dumps([message_type, *parts], ensure_ascii=False))


@given(frames, st.data())
def test_a_damaged_message_is_a_frame_or_a_typed_error(frame: Frame, data: st.DataObject) -> None:
    text = encode(frame)
    at = data.draw(st.integers(0, len(text)))
    damaged = text[:at] + data.draw(st.sampled_from(["", "\\ud800", '"', "[", "}", "1e999"]))
    try:
        encode(parse(damaged + text[at + 1 :])).encode()
    except FrameError as error:
        error.message_id.encode()


def test_a_call_of_the_specification_is_read() -> None:
    text = '[2, "19223201", "BootNotification", {"reason": "PowerUp"}]'
    assert parse(text) == Call("19223201", "BootNotification", {"reason": "PowerUp"})


def test_a_send_of_the_specification_is_read() -> None:
    text = '[6, "19223201", "NotifyPeriodicEventStream", {"id": 123, "pending": 0}]'
    payload = {"id": 123, "pending": 0}
    assert parse(text) == SendFrame("19223201", "NotifyPeriodicEventStream", payload)


def test_a_call_result_error_looks_like_a_call_error() -> None:
    text = '[5,"7","TypeConstraintViolation","status: not a string",{}]'
    error = CallResultError("7", "TypeConstraintViolation", "status: not a string", {})
    assert parse(text) == error
    assert encode(error) == text


def test_a_message_is_written_as_its_object() -> None:
    request, response = EchoRequest(text='"é"\n'), EchoResponse(text="")
    call = encode(TypedCall('"1"', request))
    assert call == encode(Call('"1"', "Echo", {"text": '"é"\n'}))
    assert encode(TypedCallResult("1", response)) == encode(CallResult("1", {"text": ""}))


def test_messages_are_compact_and_keep_natural_language_as_it_is() -> None:
    assert encode(CallResult("7", {"info": "Grün", "n": 1})) == '[3,"7",{"info":"Grün","n":1}]'


@pytest.mark.parametrize("kind", [CallError, CallResultError])
def test_the_description_of_an_error_is_cut_at_255_characters(
    kind: type[CallError | CallResultError],
) -> None:
    assert len(json.loads(encode(kind("7", "GenericError", "x" * 300, {})))[3]) == 255


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ('[2,"1","Heartbeat",null]', Call("1", "Heartbeat", {})),
        ('[3,"1",null]', CallResult("1", {})),
        ('[4,"1","GenericError","",null]', CallError("1", "GenericError", "", {})),
        ('[5,"1","GenericError","",null]', CallResultError("1", "GenericError", "", {})),
        ('[6,"1","NotifyStream",null]', SendFrame("1", "NotifyStream", {})),
    ],
)
def test_a_null_payload_is_an_empty_one(text: str, frame: Frame) -> None:
    assert parse(text) == frame


@pytest.mark.parametrize(
    ("text", "message_id", "code"),
    [
        ("", "-1", ErrorCode.RPC_FRAMEWORK_ERROR),
        ("{}", "-1", ErrorCode.RPC_FRAMEWORK_ERROR),
        ("[]", "-1", ErrorCode.RPC_FRAMEWORK_ERROR),
        ('["2","1","A",{}]', "1", ErrorCode.RPC_FRAMEWORK_ERROR),
        ('[true,"1","A",{}]', "1", ErrorCode.RPC_FRAMEWORK_ERROR),
        ('[2,17,"A",{}]', "-1", ErrorCode.RPC_FRAMEWORK_ERROR),
        ('[2,"1","A"]', "1", ErrorCode.RPC_FRAMEWORK_ERROR),
        ('[2,"1","A",{},0]', "1", ErrorCode.RPC_FRAMEWORK_ERROR),
        ('[5,"1","GenericError",""]', "1", ErrorCode.RPC_FRAMEWORK_ERROR),
        ('[5,"1",7,"",{}]', "1", ErrorCode.RPC_FRAMEWORK_ERROR),
        ('[6,"1",{}]', "1", ErrorCode.RPC_FRAMEWORK_ERROR),
        ('[6,17,"A",{}]', "-1", ErrorCode.RPC_FRAMEWORK_ERROR),
        ('[6,"1","A","x"]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[6,"1","A",{"a":}]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1",5,{}]', "1", ErrorCode.RPC_FRAMEWORK_ERROR),
        (f'[2,"{"i" * 37}","A",{{}}]', "i" * 37, ErrorCode.RPC_FRAMEWORK_ERROR),
        ('[2,"1","A",[]]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1","A",{"a":}]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1","A",{"a":NaN}]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1","A",{"a":-Infinity}]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1","A",{"a":1e999}]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1","A",{"a":1,"a":2}]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1","A",{"b":"\\u003a","a" :1,"a":2}]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1","A",{"b":[{"c":1},{"c":1,"c":1}]}]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1","A",{"a":"\\ud800"}]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1","A",{"a":' + "9" * 5000 + "}]", "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1","A",' + '{"a":' * 100 + "1" + "}" * 100 + "]", "1", ErrorCode.FORMAT_VIOLATION),
        ("[" * 100_000, "-1", ErrorCode.RPC_FRAMEWORK_ERROR),
    ],
)
def test_what_is_no_message_tells_the_id_and_the_code(
    text: str, message_id: str, code: ErrorCode
) -> None:
    error = refusal(text)
    assert isinstance(error, MalformedFrame)
    assert (error.message_id, error.code) == (message_id, code)


@pytest.mark.parametrize(
    "value", ["Infinity", "NaN", "::", '":"', "\u2028:", "\\u003a", 2**80, 1e308, [{"a": 1}] * 2]
)
def test_what_looks_wrong_and_is_not_is_read(value: object) -> None:
    frame = Call("1", "A", {"a": value})
    assert parse(encode(frame)) == frame
    assert parse(json.dumps([2, "1", "A", {"a": value}], indent=1)) == frame


@pytest.mark.parametrize("rest", ['"GenericError","",{}]', '"NotifyStream",{}]', "{broken"])
@pytest.mark.parametrize(
    ("number", "editions"), [(1, Edition), (7, Edition), (5, OLDER), (6, OLDER)]
)
def test_an_unknown_message_type_is_told_apart(
    number: int, editions: Iterable[Edition], rest: str
) -> None:
    for edition in editions:
        error = refusal(f'[{number},"1",{rest}', edition=edition)
        assert isinstance(error, UnknownMessageType)
        assert (error.message_id, error.message_type) == ("1", number)
        assert error.code is ErrorCode.MESSAGE_TYPE_NOT_SUPPORTED


@pytest.mark.parametrize("number", range(2, 7))
def test_the_type_is_told_where_the_rest_cannot_be_read(number: int) -> None:
    error = refusal(f' [ {number} , "\\u0041",{{broken')
    assert (error.message_type, error.message_id) == (number, "-1")
    assert error.code is ErrorCode.RPC_FRAMEWORK_ERROR


def test_the_size_limit_counts_bytes_not_characters() -> None:
    text = encode(Call("1", "A", {"a": "é" * 10}))
    assert parse(text, max_size=len(text) + 10).message_id == "1"
    error = refusal(text, max_size=len(text) + 9)
    assert isinstance(error, FrameTooLarge)
    assert error.message_id == "1"


def test_the_values_of_a_message_can_be_limited() -> None:
    text = encode(Call("1", "A", {"a": [{"b": [1, 2]}] * 20}))
    marks = sum(text.count(mark) for mark in ",[{")
    assert parse(text, max_values=marks).message_id == "1"
    error = refusal(text, max_values=marks - 1)
    assert isinstance(error, FrameTooLarge)
    assert str(error) == f"more than {marks - 1} values"
    assert (error.message_type, error.message_id) == (2, "1")
    assert parse(encode(Call("1", "A", {"a": "x" * 1000})), max_values=10).message_id == "1"


def test_no_error_quotes_the_message() -> None:
    for text in ('[2,"1","A",{"password":"s3cret"', '[2,"1","A","s3cret"]', '["s3cret"]'):
        assert "s3cret" not in str(refusal(text))


@pytest.mark.parametrize(
    ("code", "in_1_6"),
    [
        (ErrorCode.FORMAT_VIOLATION, "FormationViolation"),
        (ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, "OccurenceConstraintViolation"),
        (ErrorCode.RPC_FRAMEWORK_ERROR, "FormationViolation"),
        (ErrorCode.MESSAGE_TYPE_NOT_SUPPORTED, "GenericError"),
        (ErrorCode.NOT_SUPPORTED, "NotSupported"),
    ],
)
def test_each_edition_spells_error_codes_its_own_way(code: ErrorCode, in_1_6: str) -> None:
    assert Edition.V16.spell(code) == in_1_6
    assert Edition.V201.spell(code) == Edition.V21.spell(code) == code.value


@pytest.mark.parametrize("code", ErrorCode)
def test_codes_are_read_in_either_spelling_and_unknown_ones_as_they_are(code: ErrorCode) -> None:
    assert read_code(code.value) is code
    assert read_code("FormationViolation") is ErrorCode.FORMAT_VIOLATION
    assert read_code("OccurenceConstraintViolation") is ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION
    assert read_code("VendorTrouble") == "VendorTrouble"
