"""Parts of the messages of OCPP 2.0.1: ChargingNeedsType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Timestamp, WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType
from pilotwire.ocpp.v201.enums import EnergyTransferModeEnumType

__all__ = [
    "ACChargingParametersType",
    "ChargingNeedsType",
    "DCChargingParametersType",
]


class ACChargingParametersType(DataType):
    """Used by ChargingNeedsType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    energy_amount: Annotated[WholeNumber, Field(alias="energyAmount")]
    """In Wh."""
    ev_min_current: Annotated[WholeNumber, Field(alias="evMinCurrent")]
    """In A."""
    ev_max_current: Annotated[WholeNumber, Field(alias="evMaxCurrent")]
    """In A."""
    ev_max_voltage: Annotated[WholeNumber, Field(alias="evMaxVoltage")]


class DCChargingParametersType(DataType):
    """Used by ChargingNeedsType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    ev_max_current: Annotated[WholeNumber, Field(alias="evMaxCurrent")]
    """In A."""
    ev_max_voltage: Annotated[WholeNumber, Field(alias="evMaxVoltage")]
    energy_amount: Annotated[WholeNumber | None, Field(alias="energyAmount")] = None
    """In Wh."""
    ev_max_power: Annotated[WholeNumber | None, Field(alias="evMaxPower")] = None
    """In W."""
    state_of_charge: Annotated[WholeNumber | None, Field(alias="stateOfCharge", ge=0, le=100)] = (
        None
    )
    """In %. 0 to 100."""
    ev_energy_capacity: Annotated[WholeNumber | None, Field(alias="evEnergyCapacity")] = None
    """In Wh."""
    full_soc: Annotated[WholeNumber | None, Field(alias="fullSoC", ge=0, le=100)] = None
    """In %. 0 to 100."""
    bulk_soc: Annotated[WholeNumber | None, Field(alias="bulkSoC", ge=0, le=100)] = None
    """In %. 0 to 100."""


class ChargingNeedsType(DataType):
    """Used by NotifyEVChargingNeedsRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    ac_charging_parameters: Annotated[
        ACChargingParametersType | None, Field(alias="acChargingParameters")
    ] = None
    dc_charging_parameters: Annotated[
        DCChargingParametersType | None, Field(alias="dcChargingParameters")
    ] = None
    requested_energy_transfer: Annotated[
        EnergyTransferModeEnumType, Field(alias="requestedEnergyTransfer")
    ]
    departure_time: Annotated[Timestamp | None, Field(alias="departureTime")] = None
