"""Why a transfer has failed, in the standard's words."""

from collections.abc import Mapping
from types import MappingProxyType

from pilotwire.station.transfer import Trouble
from pilotwire.station.vocabulary import ReasonCode

__all__ = ["TRANSFER_REASONS"]

TRANSFER_REASONS: Mapping[Trouble, ReasonCode] = MappingProxyType(
    {
        Trouble.REDIRECTED: ReasonCode.REDIRECT_NOT_ALLOWED,  # N01.FR.30
        Trouble.NOT_FOUND: ReasonCode.NOT_FOUND,
        Trouble.UNTRUSTED: ReasonCode.INVALID_CERTIFICATE,
        Trouble.TOO_LARGE: ReasonCode.TOO_LARGE_ELEMENT,
        Trouble.NO_SPACE: ReasonCode.OUT_OF_STORAGE,
        Trouble.DISK: ReasonCode.INTERNAL_ERROR,
    }
)
"""Any other trouble has no word there."""
