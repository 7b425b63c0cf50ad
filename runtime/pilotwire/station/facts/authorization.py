"""Facts of authorization: tokens, and what the CSMS says of them (C)."""

from dataclasses import dataclass
from datetime import datetime

from pilotwire.station.vocabulary import AuthorizationStatus, IdTokenKind

__all__ = ["MAX_ID_TOKEN", "IdToken", "IdTokenInfo"]

MAX_ID_TOKEN = 36
"""The most characters that an identifier has (2.0.1 IdTokenType)."""


@dataclass(frozen=True, slots=True)
class IdToken:
    """An identifier that a person or the CSMS presented. Compared without regard to case.

    `kind` is one of the standard's `IdTokenKind`, or another that a CSMS of 2.1 uses.
    """

    value: str
    kind: str = IdTokenKind.ISO14443

    def same_as(self, other: "IdToken | None") -> bool:
        """Whether the two name the same thing (2.0.1 IdTokenType: case insensitive)."""
        return other is not None and self.value.casefold() == other.value.casefold()


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
