"""Facts of authorization: tokens, and what the CSMS says of them (C)."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from pilotwire.station.facts.fact import Fact
from pilotwire.station.vocabulary import AuthorizationStatus, IdTokenKind
from pilotwire.store import NOTIFICATION, Lane

__all__ = [
    "MAX_ADDITIONAL",
    "MAX_ID_TOKEN",
    "MAX_KIND",
    "UNTOLD_KIND",
    "AdditionalInfo",
    "IdToken",
    "IdTokenInfo",
    "LocalListConflict",
    "PersonalMessage",
]

MAX_ID_TOKEN = 36
"""The most characters that an identifier has (2.0.1 IdTokenType)."""

MAX_ADDITIONAL = 10
"""How much may be said of an identifier besides (AdditionalInfoItemsPerMessage)."""

MAX_KIND = 20
"""The most characters that the name of a kind of identifiers has (2.1 IdTokenType)."""

UNTOLD_KIND = ""
"""The kind of an identifier of OCPP 1.6, which does not tell any."""


@dataclass(frozen=True, slots=True)
class AdditionalInfo:
    """What is said of an identifier besides, in a `kind` that both sides have agreed on."""

    value: str
    kind: str


@dataclass(frozen=True, slots=True)
class IdToken:
    """An identifier that a person or the CSMS presented. Compared without regard to case.

    `kind` is one of the standard's `IdTokenKind`, or another that a CSMS of 2.1 uses; or
    `UNTOLD_KIND`.
    """

    value: str
    kind: str = IdTokenKind.ISO14443
    additional: tuple[AdditionalInfo, ...] = ()

    def same_as(self, other: "IdToken | None") -> bool:
        """Whether the two name the same thing: value and kind count, what is said besides does not
        (C01.FR.25; IdTokenType: case insensitive). A kind that was not told may be any.
        """
        return (
            other is not None
            and self.value.casefold() == other.value.casefold()
            and (self.kind == other.kind or UNTOLD_KIND in {self.kind, other.kind})
        )


@dataclass(frozen=True, slots=True)
class PersonalMessage:
    """What a driver is to be shown: `format` is a standard one, `language` is of RFC 5646."""

    content: str
    format: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class IdTokenInfo:
    """What the CSMS says of a token.

    Attributes:
        status: Whether it may charge, and why not.
        group: Its group, any token of which may end its sessions (C09).
        expires: Until when this may be remembered.
        evse_ids: Where it may charge; empty where that is everywhere.
        priority: Its charging priority, -9 to 9 (2.x).
        languages: Those that its driver reads, the better one first (C01.FR.08, C01.FR.09).
        message: What its driver is to be shown.
    """

    status: AuthorizationStatus
    group: IdToken | None = None
    expires: datetime | None = None
    evse_ids: tuple[int, ...] = ()
    priority: int | None = None
    languages: tuple[str, ...] = ()
    message: PersonalMessage | None = None

    @property
    def accepted(self) -> bool:
        """Whether the token may charge."""
        return self.status is AuthorizationStatus.ACCEPTED

    @property
    def valid(self) -> bool:
        """Whether the token itself is valid, though it may be in use elsewhere (1.6 3.5.2)."""
        return self.accepted or self.status is AuthorizationStatus.CONCURRENT_TX


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalListConflict(Fact):
    """The CSMS has said otherwise of a token than the local authorization list does (1.6 3.5.2)."""

    lane: ClassVar[Lane] = NOTIFICATION
    kind: Literal["local_list_conflict"] = "local_list_conflict"

    @property
    def coalesce_key(self) -> str:
        """Of the station."""
        return "local_list_conflict"
