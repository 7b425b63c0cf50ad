"""The local authorization list in OCPP 2.x: SendLocalList, GetLocalListVersion (D)."""

from __future__ import annotations

from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.v2x.authorization import info_of, token_of
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.station.authorization.local_list import AuthorizationData, LocalAuthorizationList

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


@BLOCK.command("SendLocalList", lambda: v21.SendLocalListRequest)
async def send_local_list(
    to: Dialect, request: v21.SendLocalListRequest
) -> v21.SendLocalListResponse:
    """D01."""
    local_list = to.block(LocalAuthorizationList)
    full = request.update_type is v21.UpdateEnumType.FULL
    update = local_list.replace if full else local_list.change
    size = len(request.to_json().encode())
    outcome = update(request.version_number, _data(request), size=size)
    return v21.SendLocalListResponse(status=outcome.status, status_info=status_info(outcome))


def _data(request: v21.SendLocalListRequest) -> list[AuthorizationData]:
    return [
        AuthorizationData(
            token_of(each.id_token),
            None if each.id_token_info is None else info_of(each.id_token_info),
        )
        for each in request.local_authorization_list or ()
    ]


@BLOCK.command("GetLocalListVersion", lambda: v21.GetLocalListVersionRequest)
async def get_local_list_version(
    to: Dialect, request: v21.GetLocalListVersionRequest
) -> v21.GetLocalListVersionResponse:
    """D02."""
    del request
    version = to.block(LocalAuthorizationList).version
    return v21.GetLocalListVersionResponse(version_number=version)
