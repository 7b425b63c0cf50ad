"""Messages that a tester has the station send."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, JsonValue

from pilotwire.simulator.acts.base import (
    Act,
)

__all__ = ["DataTransfer", "SecurityEvent", "Send"]


class SecurityEvent(Act):
    """Something that concerns security happens (A04)."""

    WORD: ClassVar[str] = "security"
    PLACES: ClassVar[tuple[str, ...]] = ("event",)
    act: Literal["security_event"] = "security_event"
    event: Annotated[str, Field(min_length=1, max_length=50)]
    """Which event: "TamperDetectionActivated"."""
    info: Annotated[str, Field(max_length=255)] | None = None


class DataTransfer(Act):
    """Send a vendor's message (P02), and wait for the answer."""

    WORD: ClassVar[str] = "data"
    PLACES: ClassVar[tuple[str, ...]] = ("vendor_id", "message_id", "data")
    act: Literal["data_transfer"] = "data_transfer"
    vendor_id: Annotated[str, Field(min_length=1, max_length=255)]
    message_id: Annotated[str, Field(max_length=50)] | None = None
    data: JsonValue = None


class Send(Act):
    """Send a message of your own, in the words of the version that is spoken, and wait for the
    answer. The station does not know of it: it tells of nothing that is so.
    """

    WORD: ClassVar[str] = "send"
    PLACES: ClassVar[tuple[str, ...]] = ("action", "payload")
    act: Literal["send"] = "send"
    action: Annotated[str, Field(min_length=1, max_length=50)]
    """Which message: "Heartbeat"."""
    payload: dict[str, JsonValue] = Field(default={})
    """What is in it, as the schema has it."""
