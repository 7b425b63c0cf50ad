"""Authorization in OCPP 2.x: tokens and what the CSMS says of them (C)."""

from __future__ import annotations

from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.station.authorization.cache import AuthorizationCache
from pilotwire.station.authorization.decision import AUTHORIZATION
from pilotwire.station.facts.authorization import (
    MAX_ADDITIONAL,
    AdditionalInfo,
    IdToken,
    IdTokenInfo,
    PersonalMessage,
)
from pilotwire.station.vocabulary import IdTokenKind

__all__ = ["BLOCK", "info_of", "token_of", "told_token"]

BLOCK: Block[Dialect] = Block()


class Authorization2x:
    """Asks whether tokens may charge."""

    __slots__ = ("_to",)

    asks_to_no_end = True  # TC_C_04

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def authorize(self, token: IdToken) -> IdTokenInfo:
        """Authorize (C01)."""
        response = await self._to.call(v21.AuthorizeRequest(id_token=told_token(token)))
        return info_of(response.id_token_info)


BLOCK.question(AUTHORIZATION, Authorization2x)


@BLOCK.command("ClearCache", lambda: v21.ClearCacheRequest)
async def clear_cache(to: Dialect, request: v21.ClearCacheRequest) -> v21.ClearCacheResponse:
    """C11."""
    del request
    outcome = to.block(AuthorizationCache).clear()
    return v21.ClearCacheResponse(status=outcome.status, status_info=status_info(outcome))


def told_token(token: IdToken) -> v21.IdTokenType:
    """A token as messages have it; the kind must be told (IdTokenType)."""
    return v21.IdTokenType(
        id_token=token.value,
        type=token.kind or IdTokenKind.ISO14443,
        additional_info=[
            v21.AdditionalInfoType(additional_id_token=each.value, type=each.kind)
            for each in token.additional
        ]
        or None,
    )


def token_of(token: v21.IdTokenType) -> IdToken:
    """A token of a message; what is said of it besides, as far as there is room for it here."""
    return IdToken(
        token.id_token,
        token.type,
        tuple(
            AdditionalInfo(each.additional_id_token, each.type)
            for each in (token.additional_info or ())[:MAX_ADDITIONAL]
        ),
    )


def info_of(info: v21.IdTokenInfoType) -> IdTokenInfo:
    """What a message says of a token."""
    group, message = info.group_id_token, info.personal_message
    return IdTokenInfo(
        status=info.status,
        group=None if group is None else token_of(group),
        expires=info.cache_expiry_date_time,
        evse_ids=tuple(info.evse_id or ()),
        priority=info.charging_priority,
        languages=tuple(each for each in (info.language1, info.language2) if each),
        message=(
            None
            if message is None
            else PersonalMessage(message.content, message.format, message.language)
        ),
    )
