"""Configurations that cases have in common."""

from pilotwire.station.device_model.standard import (
    AuthCacheCtrlr,
    AuthCtrlr,
    OCPPCommCtrlr,
    TxCtrlr,
)
from tests.conformance.v201.play import Configuration

__all__ = ["AUTH", "CACHED", "back_off", "starting", "stopping"]

AUTH: Configuration = {AuthCtrlr.Enabled: "true", AuthCtrlr.DisableRemoteAuthorization: "false"}
CACHED: Configuration = {AuthCacheCtrlr.Enabled: "true", AuthCtrlr.LocalPreAuthorize: "true"}


def back_off(seconds: int, threshold: int | None = None) -> Configuration:
    """Connect again after so many seconds; so long is not offline, if nothing else is said."""
    return {
        OCPPCommCtrlr.OfflineThreshold: str(seconds + 60 if threshold is None else threshold),
        OCPPCommCtrlr.RetryBackOffWaitMinimum: str(seconds),
        OCPPCommCtrlr.RetryBackOffRandomRange: "0",
    }


def starting(*points: str) -> Configuration:
    """At any of these points a transaction starts."""
    return {TxCtrlr.TxStartPoint: ",".join(points)}


def stopping(*points: str) -> Configuration:
    """At any of these points a transaction ends."""
    return {TxCtrlr.TxStopPoint: ",".join(points)}
