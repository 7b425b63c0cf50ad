"""Enumerations of OCPP 2.0.1: MonitoringBaseEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "MonitoringBaseEnumType",
]

# ruff: noqa: S105


class MonitoringBaseEnumType(WireEnum):
    """Used by SetMonitoringBaseRequest."""

    ALL = "All"
    FACTORY_DEFAULT = "FactoryDefault"
    HARD_WIRED_ONLY = "HardWiredOnly"
