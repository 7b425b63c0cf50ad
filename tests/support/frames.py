"""Frames held against the schemas with `jsonschema`, without a look at the generated models."""

import functools
import json
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import jsonschema
from jsonschema.protocols import Validator

from codegen.generate import read_schemas
from codegen.patch import apply_errata, load_errata
from pilotwire.rpc import (
    Call,
    CallError,
    CallResult,
    CallResultError,
    Edition,
    ErrorCode,
    Frame,
    FrameError,
    SendFrame,
    Session,
    parse,
)
from pilotwire.rpc.session import Called
from tests.codegen.instances import validator

__all__ = ["FrameJudge", "check_trace", "every_session_judged", "parsed"]

SCHEMAS = Path(__file__).parents[2] / "schemas"

SETS = {
    Edition.V16: ("ocpp16", "ocpp16-security"),
    Edition.V201: ("ocpp201",),
    Edition.V21: ("ocpp21",),
}

ERROR_CODES = {
    Edition.V16: {
        "NotImplemented", "NotSupported", "InternalError", "ProtocolError", "SecurityError",
        "FormationViolation", "PropertyConstraintViolation", "OccurenceConstraintViolation",
        "TypeConstraintViolation", "GenericError",
    },
    Edition.V201: {str(code) for code in ErrorCode},
    Edition.V21: {str(code) for code in ErrorCode},
}  # fmt: skip


@functools.cache
def _schemas() -> dict[str, dict[str, dict[str, Any]]]:
    sets = {name: read_schemas(SCHEMAS / name) for names in SETS.values() for name in names}
    return apply_errata(sets, load_errata(SCHEMAS / "errata"))


@functools.cache
def _validator(edition: Edition, message: str) -> Validator | None:
    for name in SETS[edition]:
        schema = _schemas()[name].get(message)
        if schema is not None:
            exact: Validator = validator(_inlined(schema, schema))
            return exact
    return None


def _inlined(part: Any, schema: dict[str, Any]) -> Any:
    """The schema with each `$ref` replaced by what it names: `jsonschema` spends half of its time
    on looking them up. What stands beside a `$ref` does not count (draft 6, section 8).
    """
    if isinstance(part, list):
        return [_inlined(each, schema) for each in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        assert part["$ref"].startswith("#/definitions/"), part
        return _inlined(schema["definitions"][part["$ref"].removeprefix("#/definitions/")], schema)
    return {
        key: _inlined(each, schema)
        for key, each in part.items()
        if part is not schema or key != "definitions"
    }


@functools.lru_cache(maxsize=512)
def _complaint(edition: Edition, message: str, payload: str) -> str | None:
    """What is wrong with a payload, JSON text. Answers are much alike, so it is remembered."""
    validator = _validator(edition, message)
    if validator is None:
        return f"OCPP {edition.value} has no {message}"
    try:
        validator.validate(json.loads(payload))
    except jsonschema.ValidationError as error:
        return f"{message}{error.json_path[1:]}: {error.message}"
    return None


@functools.lru_cache(maxsize=64)
def parsed(text: str, edition: Edition = Edition.V21) -> Frame | None:
    """The frame, not to be changed, that a text is; None if it is none. For taps, where several
    look at the same text.
    """
    try:
        return parse(text, edition=edition)
    except FrameError:
        return None


class FrameJudge:
    """Follows one connection and raises AssertionError at the first frame that breaks a schema."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._actions: dict[tuple[bool, str], str] = {}
        """The action of each CALL, by whether the one end sent it and by its id."""
        self._long_ids: set[str] = set()
        """Ids that are too long, and are told so by the errors that name them."""

    def handled(self, call: Call) -> None:
        """A CALL was received and is to be answered."""
        self._actions[False, call.message_id] = call.action

    def refused(self, message_id: str) -> None:
        """What was received is no message."""
        if len(message_id) > 36:
            self._long_ids.add(message_id)

    def see(self, text: str, *, sent: bool) -> None:
        """Look at a frame that one end sent, or else received."""
        frame = parsed(text, self._edition)
        match frame:
            case None:
                # If nothing but the id is wrong, and that is its peer's, all is well.
                parse(self._with_short_id(text), edition=self._edition)  # says what is wrong
            case Call(message_id, action, payload):
                assert len(message_id) <= 36, f"message id too long: {text}"
                self._actions[sent, message_id] = action
                self._validate(f"{action}Request", payload, text)
            case CallResult(message_id, payload):
                action = self._actions.get((not sent, message_id), "")
                if action:
                    self._validate(f"{action}Response", payload, text)
            case SendFrame(message_id, action, payload):
                assert len(message_id) <= 36, f"message id too long: {text}"
                self._validate(action, payload, text)
            case CallError(_, code, description, _) | CallResultError(_, code, description, _):
                assert code in ERROR_CODES[self._edition], f"{code} is no error code: {text}"
                assert len(description) <= 255, f"description too long: {text}"

    def _with_short_id(self, text: str) -> str:
        kind, message_id, *parts = json.loads(text)
        return json.dumps([kind, "-1", *parts]) if message_id in self._long_ids else text

    def _validate(self, message: str, payload: dict[str, Any], text: str) -> None:
        complaint = _complaint(self._edition, message, json.dumps(payload))
        assert complaint is None, f"{complaint}: {text}"


@contextmanager
def every_session_judged(*, received: bool) -> Generator[None]:
    """Judge all that every `Session` sends meanwhile, and with `received` all that it is sent."""
    judges: dict[int, tuple[Session, FrameJudge]] = {}

    def judge(session: Session) -> FrameJudge:
        # The session is kept, so that its id is not given to another.
        _, found = judges.setdefault(id(session), (session, FrameJudge(session._edition)))
        return found

    call, answer, receive = Session.call, Session.answer, Session.receive
    reject, send = Session.reject, Session.send

    def judged_call(self: Session, *args: Any) -> str:
        text = call(self, *args)
        judge(self).see(text, sent=True)
        return text

    def judged_answer(self: Session, *args: Any, **options: Any) -> str:
        text = answer(self, *args, **options)
        judge(self).see(text, sent=True)
        return text

    def judged_reject(self: Session, *args: Any) -> str | None:
        text = reject(self, *args)
        if text is not None:
            judge(self).see(text, sent=True)
        return text

    def judged_send(self: Session, *args: Any) -> str:
        text = send(self, *args)
        judge(self).see(text, sent=True)
        return text

    def judged_receive(self: Session, text: str, *args: Any) -> Any:
        if received:
            judge(self).see(text, sent=False)
            return receive(self, text, *args)
        try:
            parse(text, edition=self._edition)
        except FrameError as error:
            judge(self).refused(error.message_id)
        event = receive(self, text, *args)
        if isinstance(event, Called):  # another one of its id is refused while it is open
            judge(self).handled(event.call)
        return event

    with (
        mock.patch.object(Session, "call", judged_call),
        mock.patch.object(Session, "answer", judged_answer),
        mock.patch.object(Session, "receive", judged_receive),
        mock.patch.object(Session, "reject", judged_reject),
        mock.patch.object(Session, "send", judged_send),
    ):
        yield


def check_trace(path: Path, edition: Edition) -> list[dict[str, Any]]:
    """Judge the frames of a trace file, and return its lines."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    judge = FrameJudge(edition)
    for line in lines:
        judge.see(line["frame"], sent=line["direction"] == "sent")
    return lines
