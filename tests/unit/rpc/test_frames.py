"""Frames and their text: OCPP-J 1.6 4.2, 2.0.1 part 4, 4.2."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotwire.rpc.codes import Edition, ErrorCode, read_code
from pilotwire.rpc.frames import (
    Call,
    CallError,
    CallResult,
    FrameError,
    FrameTooLarge,
    MalformedFrame,
    UnknownMessageType,
    encode,
    parse,
)

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
frames = (
    st.builds(Call, ids, texts, payloads)
    | st.builds(CallResult, ids, payloads)
    | st.builds(CallError, ids, texts, st.text(max_size=255).filter(str.isprintable), payloads)
)


def refusal(text: str, **options: int) -> FrameError:
    with pytest.raises(FrameError) as caught:
        parse(text, **options)
    return caught.value


@given(frames)
def test_what_is_encoded_is_parsed_back_equal(frame: Call | CallResult | CallError) -> None:
    assert parse(encode(frame)) == frame


@given(st.text())
def test_any_text_is_a_frame_or_a_typed_error(text: str) -> None:
    with contextlib.suppress(FrameError):
        parse(text)


@given(st.lists(values, max_size=4))
def test_any_json_array_is_a_frame_or_a_typed_error(parts: list[object]) -> None:
    for message_type in (2, 3, 4, 5):
        with contextlib.suppress(FrameError):
            parse(json.dumps([message_type, *parts], ensure_ascii=False))


@given(frames, st.data())
def test_a_damaged_message_is_a_frame_or_a_typed_error(frame: Call, data: st.DataObject) -> None:
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


def test_messages_are_compact_and_keep_natural_language_as_it_is() -> None:
    assert encode(CallResult("7", {"info": "Grün", "n": 1})) == '[3,"7",{"info":"Grün","n":1}]'


def test_the_description_of_a_call_error_is_cut_at_255_characters() -> None:
    assert len(json.loads(encode(CallError("7", "GenericError", "x" * 300, {})))[3]) == 255


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ('[2,"1","Heartbeat",null]', Call("1", "Heartbeat", {})),
        ('[3,"1",null]', CallResult("1", {})),
        ('[4,"1","GenericError","",null]', CallError("1", "GenericError", "", {})),
    ],
)
def test_a_null_payload_is_an_empty_one(text: str, frame: Call) -> None:
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
        ('[2,"1",5,{}]', "1", ErrorCode.RPC_FRAMEWORK_ERROR),
        (f'[2,"{"i" * 37}","A",{{}}]', "i" * 37, ErrorCode.RPC_FRAMEWORK_ERROR),
        ('[2,"1","A",[]]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1","A",{"a":}]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1","A",{"a":NaN}]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1","A",{"a":-Infinity}]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1","A",{"a":1e999}]', "1", ErrorCode.FORMAT_VIOLATION),
        ('[2,"1","A",{"a":1,"a":2}]', "1", ErrorCode.FORMAT_VIOLATION),
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


def test_an_unknown_message_type_is_told_apart() -> None:
    error = refusal('[5,"1","GenericError","",{}]')
    assert isinstance(error, UnknownMessageType)
    assert (error.message_type, error.code) == (5, ErrorCode.MESSAGE_TYPE_NOT_SUPPORTED)


def test_the_size_limit_counts_bytes_not_characters() -> None:
    text = encode(Call("1", "A", {"a": "é" * 10}))
    assert parse(text, max_size=len(text) + 10).message_id == "1"
    error = refusal(text, max_size=len(text) + 9)
    assert isinstance(error, FrameTooLarge)
    assert error.message_id == "1"


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
