"""What OCPP has no message for, in messages of a vendor's own (P01, P02; 1.6 4.3, 5.6).

The data of a message is JSON. In 1.6 it is a text: one that is meant as a text stays as it is, and
all else is JSON in it. Handlers and answers say what type they take: a pydantic model or whatever
else pydantic can read from JSON.
"""

import asyncio
import json
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final, Generic, Protocol, TypeAlias, TypeVar, cast

from pydantic import BaseModel, JsonValue, TypeAdapter, ValidationError

from pilotwire.errors import HandledAlready, TransferRejected
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.csms import Question
from pilotwire.station.outcome import Outcome
from pilotwire.station.vocabulary import DataTransferStatus, ReasonCode

__all__ = [
    "DATA_TRANSFER",
    "DataTransferCsms",
    "DataTransfers",
    "TransferAnswer",
    "TransferData",
    "TransferOutcome",
    "VendorHandler",
    "VendorHandlers",
    "read_data",
    "written_data",
]

D = TypeVar("D")
D_co = TypeVar("D_co", covariant=True)

log = logger(__name__)

HANDLER_LIMIT: Final = 60.0
"""Seconds that a vendor's handler may take: no CSMS waits as long for an answer."""

VENDOR_LENGTH: Final = 255
MESSAGE_LENGTH: Final = 50

TransferData: TypeAlias = BaseModel | JsonValue
"""What can be sent: a pydantic model, or JSON; None is no data."""

VendorHandler: TypeAlias = Callable[[D], Coroutine[Any, Any, TransferData]]
"""Takes the data of a message, and returns that of the answer."""


@dataclass(frozen=True, slots=True)
class TransferAnswer(Generic[D_co]):
    """What the CSMS answers to a message; `data` is None where it says nothing besides."""

    status: DataTransferStatus
    data: D_co | None = None

    @property
    def accepted(self) -> bool:
        """Whether it has taken the message."""
        return self.status is DataTransferStatus.ACCEPTED


@dataclass(frozen=True, slots=True)
class TransferOutcome(Outcome[DataTransferStatus]):
    """The answer to a message of the CSMS."""

    data: JsonValue = None


class DataTransferCsms(Protocol):
    """Who takes vendors' messages."""

    async def transfer(
        self, vendor_id: str, message_id: str | None, data: JsonValue
    ) -> TransferAnswer[JsonValue]:
        """Send one (P02)."""
        ...


DATA_TRANSFER: Question[DataTransferCsms] = Question("data transfer")


def read_data(kind: type[D] | None, data: JsonValue) -> D:
    """The data of a message as what is wanted; without a `kind` as it came.

    Raises:
        ValueError: it is something else; the text says where, and not what.
    """
    if kind is None:
        return cast("D", data)
    adapter = TypeAdapter(kind)
    as_text: type[object] = kind
    try:
        if as_text is str and not isinstance(data, str):
            raise ValueError("data: it is no text")
        if as_text is str or not isinstance(data, str):
            return adapter.validate_json(json.dumps(data))
        return _read_text(adapter, data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(["data", *(str(step) for step in first["loc"])])
        raise ValueError(f"{where}: {first['msg']}") from None


def _read_text(adapter: TypeAdapter[D], text: str) -> D:
    """A text, or JSON in it: in 1.6 there is no other way to send any."""
    try:
        return adapter.validate_json(text)
    except ValidationError:
        try:
            return adapter.validate_json(json.dumps(text))
        except ValidationError:
            pass
        raise


def written_data(data: TransferData) -> JsonValue:
    """Data as JSON.

    Raises:
        TypeError, ValueError: it can't be JSON.
    """
    written = data.model_dump(mode="json", by_alias=True) if isinstance(data, BaseModel) else data
    json.dumps(written, allow_nan=False)
    return written


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: type[Any] | None
    handler: VendorHandler[Any]


class VendorHandlers:
    """The vendors' messages that the application handles."""

    __slots__ = ("_handlers",)

    def __init__(self) -> None:
        self._handlers: dict[str, dict[str | None, _Entry]] = {}

    def on(
        self,
        vendor_id: str,
        message_id: str | None,
        kind: type[D] | None,
        handler: VendorHandler[D],
    ) -> None:
        """Let `handler` take the messages of a vendor that have this `message_id`, or none.

        Raises:
            HandledAlready: there is a handler for them.
            ValueError: no message can have such an id.
        """
        _check("vendor id", vendor_id, VENDOR_LENGTH)
        if message_id is not None:
            _check("message id", message_id, MESSAGE_LENGTH)
        of_vendor = self._handlers.setdefault(vendor_id.casefold(), {})
        key = None if message_id is None else message_id.casefold()
        if key in of_vendor:
            raise HandledAlready(f"{vendor_id} {message_id or ''}".strip() + " is handled already")
        of_vendor[key] = _Entry(kind, handler)

    def find(self, vendor_id: str, message_id: str | None) -> _Entry | DataTransferStatus:
        """What handles a message, or the status of one that nobody does."""
        of_vendor = self._handlers.get(vendor_id.casefold())
        if of_vendor is None:
            return DataTransferStatus.UNKNOWN_VENDOR_ID  # P01.FR.05
        entry = of_vendor.get(None if message_id is None else message_id.casefold())
        return DataTransferStatus.UNKNOWN_MESSAGE_ID if entry is None else entry  # P01.FR.06


class DataTransfers:
    """Answers vendors' messages with what the application has brought along."""

    __slots__ = ("_handlers",)

    def __init__(self, core: Core) -> None:
        self._handlers = core.application.find(VendorHandlers) or VendorHandlers()

    async def received(
        self, vendor_id: str, message_id: str | None, data: JsonValue
    ) -> TransferOutcome:
        """Handle a message. Whatever goes wrong in that, the answer is a status."""
        entry = self._handlers.find(vendor_id, message_id)
        if isinstance(entry, DataTransferStatus):
            vendor = entry is DataTransferStatus.UNKNOWN_VENDOR_ID
            return TransferOutcome(
                entry, ReasonCode.NOT_FOUND, "vendorId" if vendor else "messageId"
            )
        try:
            taken = read_data(entry.kind, data)
        except ValueError as error:
            return _rejected(ReasonCode.INVALID_VALUE, str(error))
        try:
            return await _handled(entry, taken)
        except Exception:  # the application's code may raise anything
            log.exception("the handler of a vendor's message failed")
            return _rejected(ReasonCode.INTERNAL_ERROR)


async def _handled(entry: _Entry, data: object) -> TransferOutcome:
    try:
        async with asyncio.timeout(HANDLER_LIMIT):
            answer = await entry.handler(data)
    except TransferRejected as rejection:
        said = cast("TransferData", rejection.data)
        return _rejected(ReasonCode.UNSPECIFIED, rejection.why, written_data(said))
    return TransferOutcome(DataTransferStatus.ACCEPTED, data=written_data(answer))


def _rejected(
    reason: ReasonCode, text: str | None = None, data: JsonValue = None
) -> TransferOutcome:
    return TransferOutcome(DataTransferStatus.REJECTED, reason, text or None, data=data)


def _check(name: str, text: str, limit: int) -> None:
    if not 0 < len(text) <= limit:
        raise ValueError(f"a {name} has 1 to {limit} characters, not {len(text)}")
