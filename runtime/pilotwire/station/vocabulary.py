"""The station's words: the enumerations of the newest OCPP 2.x that is generated, without their
suffix.

The one place where the station names a generated version; nothing here is a message.
"""

from pilotwire.ocpp.v201.enums import AttributeEnumType as Attribute
from pilotwire.ocpp.v201.enums import AuthorizationStatusEnumType as AuthorizationStatus
from pilotwire.ocpp.v201.enums import BootReasonEnumType as BootReason
from pilotwire.ocpp.v201.enums import ChargingStateEnumType as ChargingState
from pilotwire.ocpp.v201.enums import ComponentCriterionEnumType as ComponentCriterion
from pilotwire.ocpp.v201.enums import ConnectorStatusEnumType as ConnectorStatus
from pilotwire.ocpp.v201.enums import GenericDeviceModelStatusEnumType as ReportStatus
from pilotwire.ocpp.v201.enums import GetVariableStatusEnumType as GetVariableStatus
from pilotwire.ocpp.v201.enums import IdTokenEnumType as IdTokenKind
from pilotwire.ocpp.v201.enums import LocationEnumType as Location
from pilotwire.ocpp.v201.enums import MeasurandEnumType as Measurand
from pilotwire.ocpp.v201.enums import PhaseEnumType as Phase
from pilotwire.ocpp.v201.enums import ReadingContextEnumType as ReadingContext
from pilotwire.ocpp.v201.enums import ReasonEnumType as Reason
from pilotwire.ocpp.v201.enums import RegistrationStatusEnumType as RegistrationStatus
from pilotwire.ocpp.v201.enums import ReportBaseEnumType as ReportBase
from pilotwire.ocpp.v201.enums import RequestStartStopStatusEnumType as RequestStartStopStatus
from pilotwire.ocpp.v201.enums import ResetStatusEnumType as ResetStatus
from pilotwire.ocpp.v201.enums import SetVariableStatusEnumType as SetVariableStatus
from pilotwire.ocpp.v201.enums import TransactionEventEnumType as EventType
from pilotwire.ocpp.v201.enums import TriggerReasonEnumType as TriggerReason

__all__ = [
    "Attribute",
    "AuthorizationStatus",
    "BootReason",
    "ChargingState",
    "ComponentCriterion",
    "ConnectorStatus",
    "EventType",
    "GetVariableStatus",
    "IdTokenKind",
    "Location",
    "Measurand",
    "Phase",
    "ReadingContext",
    "Reason",
    "RegistrationStatus",
    "ReportBase",
    "ReportStatus",
    "RequestStartStopStatus",
    "ResetStatus",
    "SetVariableStatus",
    "TriggerReason",
]
