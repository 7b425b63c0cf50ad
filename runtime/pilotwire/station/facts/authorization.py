"""Facts of authorization: tokens, and what the CSMS says of them (C)."""

from dataclasses import dataclass
from datetime import datetime

from pilotwire.station.vocabulary import AuthorizationStatus, IdTokenKind

__all__ = ["MAX_ID_TOKEN", "MAX_KIND", "UNTOLD_KIND", "AdditionalInfo", "IdToken", "IdTokenInfo"]

MAX_ID_TOKEN = 36
"""The most characters that an identifier has (2.0.1 IdTokenType)."""

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
class IdTokenInfo:
    """What the CSMS says of a token. `evse_ids` is empty where it is good for all of them."""

    status: AuthorizationStatus
    group: IdToken | None = None
    expires: datetime | None = None
    evse_ids: tuple[int, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the token may charge."""
        return self.status is AuthorizationStatus.ACCEPTED
