"""Authorization in OCPP 1.6: idTags (4.1)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pilotwire.dialects.base import Dialect
from pilotwire.dialects.v16.keys import Block16
from pilotwire.errors import Unsayable
from pilotwire.ocpp import v16
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.station.authorization.cache import AuthorizationCache
from pilotwire.station.authorization.decision import AUTHORIZATION
from pilotwire.station.device_model.standard import AuthCacheCtrlr, AuthCtrlr, TxCtrlr
from pilotwire.station.facts.authorization import UNTOLD_KIND, IdToken, IdTokenInfo
from pilotwire.station.vocabulary import AuthorizationStatus, ClearCacheStatus

__all__ = ["BLOCK", "ID_TAG_LENGTH", "info_of"]

BLOCK = Block16()
BLOCK.key(Keys.AllowOfflineTxForUnknownId, AuthCtrlr.OfflineTxForUnknownIdEnabled)
BLOCK.key(Keys.AuthorizationCacheEnabled, AuthCacheCtrlr.Enabled)
BLOCK.key(Keys.LocalAuthorizeOffline, AuthCtrlr.LocalAuthorizeOffline)
BLOCK.key(Keys.LocalPreAuthorize, AuthCtrlr.LocalPreAuthorize)
BLOCK.key(Keys.MaxEnergyOnInvalidId, TxCtrlr.MaxEnergyOnInvalidId)

ID_TAG_LENGTH = 20
"""The most characters of an idTag."""

_AUTHORIZATION: Mapping[v16.AuthorizationStatus, AuthorizationStatus] = MappingProxyType(
    {
        v16.AuthorizationStatus.ACCEPTED: AuthorizationStatus.ACCEPTED,
        v16.AuthorizationStatus.BLOCKED: AuthorizationStatus.BLOCKED,
        v16.AuthorizationStatus.EXPIRED: AuthorizationStatus.EXPIRED,
        v16.AuthorizationStatus.INVALID: AuthorizationStatus.INVALID,
        v16.AuthorizationStatus.CONCURRENT_TX: AuthorizationStatus.CONCURRENT_TX,
    }
)


class Authorization16:
    """Asks whether tokens may charge."""

    __slots__ = ("_to",)

    asks_to_no_end = False  # TC_068

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def authorize(self, token: IdToken) -> IdTokenInfo:
        """Authorize (4.1). An identifier that does not fit into an idTag can't be valid.

        Raises:
            Unsayable: it does not.
        """
        if len(token.value) > ID_TAG_LENGTH:
            raise Unsayable(f"an idTag has at most {ID_TAG_LENGTH} characters")
        response = await self._to.call(v16.AuthorizeRequest(id_tag=token.value))
        return info_of(response.id_tag_info)


BLOCK.question(AUTHORIZATION, Authorization16)


@BLOCK.command("ClearCache", lambda: v16.ClearCacheRequest)
async def clear_cache(to: Dialect, request: v16.ClearCacheRequest) -> v16.ClearCacheResponse:
    """5.4."""
    del request
    cleared = to.block(AuthorizationCache).clear().status is ClearCacheStatus.ACCEPTED
    statuses = v16.ClearCacheStatus
    return v16.ClearCacheResponse(status=statuses.ACCEPTED if cleared else statuses.REJECTED)


def info_of(info: v16.IdTagInfo) -> IdTokenInfo:
    """What a message says of a token."""
    return IdTokenInfo(
        status=_AUTHORIZATION[info.status],
        group=None if info.parent_id_tag is None else IdToken(info.parent_id_tag, UNTOLD_KIND),
        expires=info.expiry_date,
    )
