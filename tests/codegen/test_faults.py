"""What is wrong with a message is said in words of ours, whoever asks: none of Python, no links."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from types import ModuleType
from typing import Any

import pytest
from pydantic import ValidationError

from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import WireModel

IN_ALL = pytest.mark.parametrize("module", [v16, v201, v21])
SECRET = "s3cret"
WRONG: list[object] = [
    *(None, True, 1.5, -5, 10**400, float("nan"), SECRET * 2000, f"\ud800{SECRET}"),
    *([], {}, [[]], [{"a": SECRET}], {"a": SECRET}, object(), b"x"),
    datetime(2026, 1, 31),  # noqa: DTZ001 -- that is what is wrong with it
]

_PYTHON = re.compile(
    r"https?:|pydantic|[Ii]nput|\b(valid|instance|dict|dictionary|tuple|list|item|int|str|bool|float"
    r"|bytes|None|NoneType|datetime|timezone|unicode|parse|class|object at 0x|Field|Extra)\b"
)
_CHOICES = re.compile(r"\(('\w.*'|\w+Type|\w+)\)")


def models(module: ModuleType) -> Iterator[type[WireModel]]:
    for name in module.__all__:
        part = getattr(module, name)
        if isinstance(part, type) and issubclass(part, WireModel):
            yield part


def error_of(make: Callable[[], object]) -> ValidationError | None:
    try:
        make()
    except ValidationError as error:
        return error
    return None


def refusal(make: Callable[[], object]) -> str | None:
    """The text of the error, if there is one."""
    error = error_of(make)
    if error is None:
        return None
    assert error.__cause__ is None
    assert error.__suppress_context__, "a traceback would show pydantic's"
    text = str(error)
    assert SECRET not in text
    for fault in error.errors():
        assert "url" not in fault
        assert f"  {fault['msg']} [type={fault['type']}]" in text
        words = _CHOICES.sub("", fault["msg"])
        assert _PYTHON.search(words) is None, (fault["type"], fault["msg"])
    return text


@IN_ALL
def test_each_field_of_each_message_with_each_wrong_value(module: ModuleType) -> None:
    texts = 0
    for part in models(module):
        for name, field in part.model_fields.items():
            for value in WRONG:
                read = refusal(partial(part.from_wire, {field.alias or name: value}))
                made = refusal(partial(part, **{name: value}))
                texts += (read is not None) + (made is not None)
    assert texts > 1000


@IN_ALL
def test_each_kind_of_fault_in_a_text_of_json(module: ModuleType) -> None:
    values: list[object] = [True, 1.5, -5, "x" * 20_000, [], {}, [[]], [{"a": 1}]]
    for part in models(module):
        for name, field in part.model_fields.items():
            for value in values:
                refusal(partial(part.from_json, json.dumps({field.alias or name: value})))
        for broken in ("", "{", "[]", "nul", b"\xff", '{"a": "\\ud800"}'):
            assert refusal(partial(part.from_json, broken))


def changed() -> None:
    v16.AuthorizeRequest(id_tag="x").id_tag = SECRET  # type: ignore[misc]  # wrong on purpose


def taken_out() -> None:
    request: Any = v16.AuthorizeRequest(id_tag="x")
    del request.id_tag


def added() -> None:
    request: Any = v16.AuthorizeRequest(id_tag="x")
    request.more = SECRET


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (changed, "id_tag\n  a message does not change; `replace` makes another"),
        (taken_out, "id_tag\n  a message does not change; `replace` makes another"),
        (added, "more\n  a message does not change; `replace` makes another"),
        (lambda: v16.AuthorizeRequest.model_validate({}), "idTag\n  required, but missing"),
        (lambda: v16.AuthorizeRequest.model_validate_json("{}"), "idTag\n  required, but missing"),
        (
            lambda: v16.AuthorizeRequest.model_validate_strings({"idTag": SECRET * 9}),
            "idTag\n  longer than 20 characters",
        ),
        (lambda: v16.AuthorizeRequest(id_tag="x").replace(id_tag=""), None),
        (
            lambda: v16.AuthorizeRequest(id_tag="x").replace(id_tag=SECRET * 9),
            "id_tag\n  longer than 20 characters",
        ),
        (
            lambda: v16.ResetRequest.from_wire({"type": "Softly"}),
            "type\n  not one of the allowed values ('Hard' or 'Soft')",
        ),
        (
            lambda: v201.BootNotificationRequest.from_wire(
                {"reason": "PowerUp", "chargingStation": SECRET}
            ),
            "chargingStation\n  not an object (ChargingStationType)",
        ),
        (
            lambda: v21.DataTransferRequest(vendor_id="x", data=[object()]),  # type: ignore[list-item]  # not all of one
            "data.0\n  nothing that JSON has",
        ),
    ],
)
def test_whatever_refuses_says_it_in_the_same_words(
    make: Callable[[], object], told: str | None
) -> None:
    text = refusal(make)

    assert text is None if told is None else told in (text or "")
