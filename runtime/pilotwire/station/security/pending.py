"""The one certificate that the station has asked for and does not have yet, over restarts."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Final

from pydantic import TypeAdapter, ValidationError

from pilotwire.logs import logger
from pilotwire.station.security.words import CertificateSubject
from pilotwire.store import StationRecords, StoreUnwritableError

__all__ = ["Pending", "PendingRequest"]

log = logger(__name__)

_REQUEST: Final = "certificate_request"
_RENEWED: Final = "certificate_renewed"


@dataclass(frozen=True, slots=True)
class PendingRequest:
    """What was asked for.

    Attributes:
        key: The id of the new key.
        subject: Whose the certificate is to be.
        request_id: What it is told apart by (A02.FR.24).
        sent: How often it was sent.
        given_up: Whether it is sent no more; a certificate for it is taken all the same.
    """

    key: str
    subject: CertificateSubject
    request_id: int
    sent: int = 0
    given_up: bool = False


class Pending:
    """Where it is written down, with the certificate that was last to be renewed."""

    __slots__ = ("_records",)

    def __init__(self, records: StationRecords) -> None:
        self._records = records

    def read(self) -> PendingRequest | None:
        """The request of an earlier run."""
        text = self._records.state.get(_REQUEST)
        if text is None:
            return None
        try:
            return TypeAdapter(PendingRequest).validate_json(text)
        except ValidationError:
            log.warning("what was asked for before the start can't be read")
            return None

    def write(self, request: PendingRequest | None, *, renews: str | None = None) -> None:
        """Keep a request, or that there is none; and which certificate it is to renew, if it is
        the station that wants it.
        """
        try:
            with self._records.atomic():
                if request is None:
                    self._records.state.remove(_REQUEST)
                else:
                    self._records.state.set(_REQUEST, json.dumps(asdict(request)))
                if renews is not None:
                    self._records.state.set(_RENEWED, renews)
        except StoreUnwritableError as error:
            log.error("a certificate that comes after a restart will not be taken: %s", error)  # noqa: TRY400 -- the error says where and why

    @property
    def renewed(self) -> str | None:
        """The certificate that the station has asked to be renewed last."""
        return self._records.state.get(_RENEWED)
