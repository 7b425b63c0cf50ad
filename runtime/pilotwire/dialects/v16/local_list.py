"""Local Auth List Management in OCPP 1.6: SendLocalList (5.15), GetLocalListVersion (5.10), and
what contradicts the list (3.5.2).

A list that is empty has the version 0 here, and one that is disabled -1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pilotwire.dialects.base import Dialect, Report
from pilotwire.dialects.v16.authorization import info_of
from pilotwire.dialects.v16.availability import status_notification
from pilotwire.dialects.v16.connectors import numbers_of
from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp import v16
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.station.authorization.local_list import (
    MAX_ENTRIES,
    AuthorizationData,
    LocalAuthorizationList,
)
from pilotwire.station.device_model.standard import LocalAuthListCtrlr
from pilotwire.station.facts.authorization import UNTOLD_KIND, IdToken, LocalListConflict
from pilotwire.station.vocabulary import SendLocalListStatus

__all__ = ["BLOCK"]

BLOCK = Block16("LocalAuthListManagement")
BLOCK.key(Keys.LocalAuthListEnabled, LocalAuthListCtrlr.Enabled)
BLOCK.key(Keys.SendLocalListMaxLength, LocalAuthListCtrlr.ItemsPerMessage)
BLOCK.fixed_key(Keys.LocalAuthListMaxLength, lambda _: MAX_ENTRIES)

_DISABLED = -1

_STATUS: Mapping[SendLocalListStatus, v16.UpdateStatus] = MappingProxyType(
    {
        SendLocalListStatus.ACCEPTED: v16.UpdateStatus.ACCEPTED,
        SendLocalListStatus.FAILED: v16.UpdateStatus.FAILED,
        SendLocalListStatus.VERSION_MISMATCH: v16.UpdateStatus.VERSION_MISMATCH,
    }
)


@BLOCK.command("SendLocalList", lambda: v16.SendLocalListRequest)
async def send_local_list(
    to: Dialect, request: v16.SendLocalListRequest
) -> v16.SendLocalListResponse:
    """5.15."""
    local_list = to.block(LocalAuthorizationList)
    if not local_list.enabled:
        return v16.SendLocalListResponse(status=v16.UpdateStatus.NOT_SUPPORTED)
    version, data = request.list_version, _data(request)
    if request.update_type is v16.UpdateType.FULL:
        outcome = local_list.replace(version, data)
    else:
        outcome = local_list.change(version, data, known_as=_version(local_list))
    return v16.SendLocalListResponse(status=_STATUS[outcome.status])


def _data(request: v16.SendLocalListRequest) -> list[AuthorizationData]:
    return [
        AuthorizationData(
            IdToken(each.id_tag, UNTOLD_KIND),
            None if each.id_tag_info is None else info_of(each.id_tag_info),
        )
        for each in request.local_authorization_list or ()
    ]


@BLOCK.command("GetLocalListVersion", lambda: v16.GetLocalListVersionRequest)
async def get_local_list_version(
    to: Dialect, request: v16.GetLocalListVersionRequest
) -> v16.GetLocalListVersionResponse:
    """5.10."""
    del request
    version = _version(to.block(LocalAuthorizationList))
    return v16.GetLocalListVersionResponse(list_version=version)


def _version(local_list: LocalAuthorizationList) -> int:
    if not local_list.enabled:
        return _DISABLED
    return local_list.version if local_list.entries else 0


class Conflicts(Report[Dialect, LocalListConflict]):
    """A StatusNotification of connector 0, besides those that tell how the Charge Point is."""

    def request(
        self, to: Dialect, fact: LocalListConflict, *, offline: bool
    ) -> v16.StatusNotificationRequest:
        """StatusNotification (4.9)."""
        del offline
        status = replace(
            to.station.evses.station_status(),
            timestamp=fact.timestamp,
            fault=v16.ChargePointErrorCode.LOCAL_LIST_CONFLICT.value,
            info=None,
        )
        return status_notification(status, numbers_of(to.station))


BLOCK.report(LocalListConflict, Conflicts())
