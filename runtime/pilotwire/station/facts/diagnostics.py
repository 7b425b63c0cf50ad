"""Facts of diagnostics: how an upload of a log goes (N01)."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pilotwire.station.facts.fact import Fact
from pilotwire.station.vocabulary import ReasonCode, UploadLogStatus
from pilotwire.store import EVENT, Lane

__all__ = ["LogUploadTold"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogUploadTold(Fact):
    """An upload has another status, or the CSMS has asked for it.

    `request_id` is that of the request for it; None where none is under way, and in one of 1.6's
    own that has no id (`plain`: GetDiagnostics). `reason` and `text` say why it failed.
    """

    lane: ClassVar[Lane] = EVENT
    request_id: int | None = None
    plain: bool
    status: UploadLogStatus
    reason: ReasonCode | None = None
    text: str | None = None
    kind: Literal["log_upload"] = "log_upload"

    @property
    def coalesce_key(self) -> str | None:
        """That it goes on need not be told twice; how it ended is always told."""
        if self.status is not UploadLogStatus.UPLOADING:
            return None
        return f"log_upload:{'' if self.request_id is None else self.request_id}"
