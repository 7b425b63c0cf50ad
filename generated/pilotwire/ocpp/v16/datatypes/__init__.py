"""Parts of the messages of OCPP 1.6 with the security extension. Imported when asked for.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import TYPE_CHECKING

from pilotwire.ocpp.on_demand import on_demand

if TYPE_CHECKING:
    from pilotwire.ocpp.v16.datatypes._AuthorizationData import AuthorizationData
    from pilotwire.ocpp.v16.datatypes._CertificateHashDataType import CertificateHashDataType
    from pilotwire.ocpp.v16.datatypes._ChargingProfile import ChargingProfile
    from pilotwire.ocpp.v16.datatypes._ChargingSchedule import (
        ChargingSchedule,
        ChargingSchedulePeriod,
    )
    from pilotwire.ocpp.v16.datatypes._FirmwareType import FirmwareType
    from pilotwire.ocpp.v16.datatypes._IdTagInfo import IdTagInfo
    from pilotwire.ocpp.v16.datatypes._KeyValue import KeyValue
    from pilotwire.ocpp.v16.datatypes._limited import String50
    from pilotwire.ocpp.v16.datatypes._LogParametersType import LogParametersType
    from pilotwire.ocpp.v16.datatypes._MeterValue import MeterValue, SampledValue
else:
    __getattr__, __dir__ = on_demand(
        __name__,
        {
            "_AuthorizationData": ("AuthorizationData",),
            "_CertificateHashDataType": ("CertificateHashDataType",),
            "_ChargingProfile": ("ChargingProfile",),
            "_ChargingSchedule": ("ChargingSchedulePeriod", "ChargingSchedule"),
            "_FirmwareType": ("FirmwareType",),
            "_IdTagInfo": ("IdTagInfo",),
            "_KeyValue": ("KeyValue",),
            "_LogParametersType": ("LogParametersType",),
            "_MeterValue": ("SampledValue", "MeterValue"),
            "_limited": ("String50",),
        },
    )

__all__ = [
    "AuthorizationData",
    "CertificateHashDataType",
    "ChargingProfile",
    "ChargingSchedule",
    "ChargingSchedulePeriod",
    "FirmwareType",
    "IdTagInfo",
    "KeyValue",
    "LogParametersType",
    "MeterValue",
    "SampledValue",
    "String50",
]
