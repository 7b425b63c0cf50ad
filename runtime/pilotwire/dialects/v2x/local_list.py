"""The local authorization list in OCPP 2.x: SendLocalList, GetLocalListVersion (D)."""

from __future__ import annotations

from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.v2x.authorization import info_of, token_of
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.station.authorization.local_list import AuthorizationData, LocalAuthorizationList
from pilotwire.station.device_model.standard import LocalAuthListCtrlr
from pilotwire.station.outcome import Outcome
from pilotwire.station.vocabulary import ReasonCode, SendLocalListStatus

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


@BLOCK.command("SendLocalList", lambda: v21.SendLocalListRequest)
async def send_local_list(
    to: Dialect, request: v21.SendLocalListRequest
) -> v21.SendLocalListResponse:
    """D01."""
    outcome = _updated(to, request)
    return v21.SendLocalListResponse(status=outcome.status, status_info=status_info(outcome))


def _updated(to: Dialect, request: v21.SendLocalListRequest) -> Outcome[SendLocalListStatus]:
    most = to.station.core.device_model[LocalAuthListCtrlr.BytesPerMessage]
    size = len(request.to_json().encode())
    if size > most:  # D01.FR.11
        text = f"{size} bytes; {most} at most"
        return Outcome(SendLocalListStatus.FAILED, ReasonCode.TOO_LARGE_ELEMENT, text)
    local_list, data = to.block(LocalAuthorizationList), _data(request)
    if request.update_type is v21.UpdateEnumType.FULL:
        return local_list.replace(request.version_number, data)
    return local_list.change(request.version_number, data)


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
