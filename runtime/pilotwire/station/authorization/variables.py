"""The variables that steer who may charge; those of the cache stand beside it."""

from pilotwire.station.device_model.definitions import Definition, setting, shown
from pilotwire.station.device_model.standard import AuthCtrlr, TxCtrlr
from pilotwire.station.facts.authorization import MAX_ADDITIONAL, MAX_ID_TOKEN
from pilotwire.station.vocabulary import IdTokenKind

__all__ = ["DEFINITIONS"]

_MORE_THAN_A_TOKEN = frozenset({IdTokenKind.EMAID, IdTokenKind.DIRECT_PAYMENT})
"""Kinds that take a certificate, or a payment terminal."""

_KINDS = tuple(kind.value for kind in IdTokenKind if kind not in _MORE_THAN_A_TOKEN)


def _short_enough(group: str) -> None:
    if len(group) > MAX_ID_TOKEN:
        raise ValueError(f"a group has at most {MAX_ID_TOKEN} characters")


DEFINITIONS: tuple[Definition, ...] = (
    setting(AuthCtrlr.Enabled, True),
    setting(AuthCtrlr.LocalAuthorizeOffline, True),
    setting(AuthCtrlr.LocalPreAuthorize, False),
    setting(AuthCtrlr.OfflineTxForUnknownIdEnabled, False),
    setting(AuthCtrlr.DisableRemoteAuthorization, False),
    setting(AuthCtrlr.MasterPassGroupId, "", validate=_short_enough),
    shown(AuthCtrlr.AdditionalInfoItemsPerMessage, MAX_ADDITIONAL, constant=True),
    shown(AuthCtrlr.SupportedIdTokenTypes, _KINDS, values=_KINDS, constant=True),
    setting(TxCtrlr.MaxEnergyOnInvalidId, 0),
)
