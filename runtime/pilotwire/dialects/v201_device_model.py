"""OCPP 2.0.1: reading, setting and reporting variables (B05 to B08)."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from pilotwire.dialects.base import Dialect
from pilotwire.errors import CallRefused
from pilotwire.ocpp import v201
from pilotwire.ocpp.base import AnyRequest
from pilotwire.ocpp.specs import Mutability, Variable
from pilotwire.ocpp.v201.standard_values import ReasonCode
from pilotwire.rpc import Answer, ErrorCode
from pilotwire.station.device_model.configuration import Place, ReadResult, SetResult
from pilotwire.station.device_model.definitions import Component, Definition, Why
from pilotwire.station.device_model.reports import ReportedVariable, ReportPage, Wanted
from pilotwire.station.device_model.standard import DeviceDataCtrlr

__all__ = ["DeviceModel201"]

_REASONS: Mapping[Why, ReasonCode] = {
    Why.READ_ONLY: ReasonCode.READ_ONLY,
    Why.WRITE_ONLY: ReasonCode.WRITE_ONLY,
    Why.INVALID: ReasonCode.INVALID_VALUE,
    Why.TOO_LOW: ReasonCode.VALUE_TOO_LOW,
    Why.TOO_HIGH: ReasonCode.VALUE_TOO_HIGH,
    Why.NOT_KEPT: ReasonCode.INTERNAL_ERROR,
}

_TEXTS = frozenset({"identifierString", "passwordString"})
"""Datatypes that the standard has, but no word for in a report: strings."""

_MUTABILITY: Mapping[Mutability, v201.MutabilityEnumType] = {
    Mutability.READ_ONLY: v201.MutabilityEnumType.READ_ONLY,
    Mutability.READ_WRITE: v201.MutabilityEnumType.READ_WRITE,
    Mutability.WRITE_ONLY: v201.MutabilityEnumType.WRITE_ONLY,
}

_LARGEST: Final = 2**31 - 1
_MORE_INFO_LENGTH: Final = 512
_VALUE_LENGTH: Final = 2500
_VALUES_LENGTH: Final = 1000
_FRAME: Final = len(json.dumps([2, "x" * 36, "NotifyReport", {}]))


class DeviceModel201:
    """The handlers of one connection; also a `ReportReader`."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._configuration = dialect.station.configuration
        self._model = dialect.station.core.device_model
        dialect.handlers.on(v201.GetVariablesRequest, self.get_variables)
        dialect.handlers.on(v201.SetVariablesRequest, self.set_variables)
        dialect.handlers.on(v201.GetBaseReportRequest, self.get_base_report)
        dialect.handlers.on(v201.GetReportRequest, self.get_report)

    # Read and set.

    async def get_variables(self, request: v201.GetVariablesRequest) -> v201.GetVariablesResponse:
        """B06."""
        self._check_items(
            len(request.get_variable_data), DeviceDataCtrlr.ItemsPerMessage_GetVariables
        )
        self._check_bytes(request, DeviceDataCtrlr.BytesPerMessage_GetVariables)
        return v201.GetVariablesResponse(
            get_variable_result=[self._get(data) for data in request.get_variable_data]
        )

    def _get(self, data: v201.GetVariableDataType) -> v201.GetVariableResultType:
        result = self._configuration.read(_place(data))
        return v201.GetVariableResultType(
            attribute_status=result.status,
            attribute_status_info=_read_info(result),
            attribute_type=data.attribute_type,
            attribute_value=None if result.value is None else result.value[:_VALUE_LENGTH],
            component=data.component,
            variable=data.variable,
        )

    async def set_variables(self, request: v201.SetVariablesRequest) -> v201.SetVariablesResponse:
        """B05."""
        wishes = request.set_variable_data
        self._check_items(len(wishes), DeviceDataCtrlr.ItemsPerMessage_SetVariables)
        self._check_bytes(request, DeviceDataCtrlr.BytesPerMessage_SetVariables)
        results = self._configuration.set([(_place(wish), wish.attribute_value) for wish in wishes])
        return v201.SetVariablesResponse(
            set_variable_result=[
                v201.SetVariableResultType(
                    attribute_status=result.status,
                    attribute_status_info=_set_info(result),
                    attribute_type=wish.attribute_type,
                    component=wish.component,
                    variable=wish.variable,
                )
                for wish, result in zip(wishes, results, strict=True)
            ]
        )

    # Report.

    async def get_base_report(
        self, request: v201.GetBaseReportRequest
    ) -> Answer[v201.GetBaseReportResponse]:
        """B07."""
        answer = self._configuration.base_report(self, request.request_id, request.report_base)
        return Answer(v201.GetBaseReportResponse(status=answer.status), answer.once_sent)

    async def get_report(self, request: v201.GetReportRequest) -> Answer[v201.GetReportResponse]:
        """B08."""
        wanted = request.component_variable or ()
        self._check_items(len(wanted), DeviceDataCtrlr.ItemsPerMessage_GetReport)
        self._check_bytes(request, DeviceDataCtrlr.BytesPerMessage_GetReport)
        answer = self._configuration.custom_report(
            self,
            request.request_id,
            request.component_criteria or (),
            [_wanted(one) for one in wanted],
        )
        return Answer(v201.GetReportResponse(status=answer.status), answer.once_sent)

    @property
    def page_size(self) -> int:
        """The bytes of a page without a variable, at most."""
        empty = ReportPage(_LARGEST, _LARGEST, False, datetime.max.replace(tzinfo=UTC), ())
        return _FRAME + len(_notify_report(empty).to_json()) + len(',"reportData":[]')

    def variable_size(self, variable: ReportedVariable) -> int:
        """The bytes that a variable adds to a page."""
        return len(_report_data(variable).to_json().encode()) + len(",")

    async def report_variables(self, page: ReportPage) -> None:
        """NotifyReport."""
        await self._dialect.call(_notify_report(page))

    # What may be too much (B06.FR.16, B06.FR.17, B08.FR.17, B08.FR.18).

    def _check_items(self, number: int, limit: Variable[int]) -> None:
        most = self._model[limit]
        if number > most:
            raise CallRefused(
                ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, f"{number} elements; {most} at most"
            )

    def _check_bytes(self, request: AnyRequest, limit: Variable[int]) -> None:
        most, size = self._model[limit], len(request.to_json().encode())
        if size > most:
            raise CallRefused(ErrorCode.FORMAT_VIOLATION, f"{size} bytes; {most} at most")


def _component(component: v201.ComponentType) -> Component:
    evse = component.evse
    return Component(
        component.name,
        component.instance,
        None if evse is None else evse.id,
        None if evse is None else evse.connector_id,
    )


def _place(data: v201.GetVariableDataType | v201.SetVariableDataType) -> Place:
    variable = data.variable
    return Place(_component(data.component), variable.name, variable.instance, data.attribute_type)


def _wanted(wanted: v201.ComponentVariableType) -> Wanted:
    variable = wanted.variable
    if variable is None:
        return Wanted(_component(wanted.component))
    return Wanted(_component(wanted.component), variable.name, variable.instance)


def _read_info(result: ReadResult) -> v201.StatusInfoType | None:
    return None if result.why is None else v201.StatusInfoType(reason_code=_REASONS[result.why])


def _set_info(result: SetResult) -> v201.StatusInfoType | None:
    if result.why is None:
        return None
    return v201.StatusInfoType(
        reason_code=_REASONS[result.why],
        additional_info=None if result.text is None else result.text[:_MORE_INFO_LENGTH],
    )


def _notify_report(page: ReportPage) -> v201.NotifyReportRequest:
    return v201.NotifyReportRequest(
        request_id=page.request_id,
        generated_at=page.generated_at,
        seq_no=page.number,
        tbc=page.more,
        report_data=[_report_data(variable) for variable in page.variables] or None,
    )


def _report_data(variable: ReportedVariable) -> v201.ReportDataType:
    definition = variable.definition
    component, spec = definition.component, definition.spec
    evse = None
    if component.evse_id is not None:
        evse = v201.EVSEType(id=component.evse_id, connector_id=component.connector_id)
    return v201.ReportDataType(
        component=v201.ComponentType(name=component.name, instance=component.instance, evse=evse),
        variable=v201.VariableType(name=spec.name, instance=spec.instance),
        variable_attribute=[
            v201.VariableAttributeType(
                type=attribute.kind,
                value=None if attribute.value is None else attribute.value[:_VALUE_LENGTH],
                mutability=_MUTABILITY[attribute.mutability],
                persistent=definition.persistent,
                constant=definition.constant,
            )
            for attribute in variable.attributes
        ],
        variable_characteristics=_characteristics(definition),
    )


def _characteristics(definition: Definition) -> v201.VariableCharacteristicsType:
    spec, (lowest, highest) = definition.spec, definition.limits
    name = "string" if spec.datatype.name in _TEXTS else spec.datatype.name
    return v201.VariableCharacteristicsType(
        unit=spec.units[0] if spec.units else None,
        data_type=v201.DataEnumType(name),
        min_limit=lowest,
        max_limit=highest,
        values_list=",".join(definition.allowed)[:_VALUES_LENGTH] or None,
        supports_monitoring=False,
    )
