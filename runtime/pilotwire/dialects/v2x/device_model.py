"""Variables in OCPP 2.x: reading, setting and reporting them (B05 to B08)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.errors import CallRefused
from pilotwire.ocpp import v21
from pilotwire.ocpp.base import AnyRequest
from pilotwire.ocpp.specs import Mutability, Variable
from pilotwire.rpc import Answer, ErrorCode
from pilotwire.station.device_model.configuration import Configuration, Place
from pilotwire.station.device_model.definitions import Component, Definition
from pilotwire.station.device_model.reports import ReportedVariable, ReportPage, Wanted
from pilotwire.station.device_model.standard import DeviceDataCtrlr

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()

_TEXTS = frozenset({"identifierString", "passwordString"})
"""Datatypes that the standard has, but no word for in a report: strings."""

_MUTABILITY: Mapping[Mutability, v21.MutabilityEnumType] = {
    Mutability.READ_ONLY: v21.MutabilityEnumType.READ_ONLY,
    Mutability.READ_WRITE: v21.MutabilityEnumType.READ_WRITE,
    Mutability.WRITE_ONLY: v21.MutabilityEnumType.WRITE_ONLY,
}

_LARGEST: Final = 2**31 - 1
_VALUE_LENGTH: Final = 2500
_VALUES_LENGTH: Final = 1000
_FRAME: Final = len(json.dumps([2, "x" * 36, "NotifyReport", {}]))


class Reports:
    """What a report is told to: the CSMS, on one connection."""

    __slots__ = ("_to",)

    def __init__(self, to: Dialect) -> None:
        self._to = to

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
        await self._to.call(_notify_report(page))


# Read and set.


@BLOCK.command("GetVariables", lambda: v21.GetVariablesRequest)
async def get_variables(to: Dialect, request: v21.GetVariablesRequest) -> v21.GetVariablesResponse:
    """B06."""
    wishes = request.get_variable_data
    _check_items(to, len(wishes), DeviceDataCtrlr.ItemsPerMessage_GetVariables)
    _check_bytes(to, request, DeviceDataCtrlr.BytesPerMessage_GetVariables)
    configuration = to.block(Configuration)
    return v21.GetVariablesResponse(
        get_variable_result=[_read(configuration, wish) for wish in wishes]
    )


def _read(configuration: Configuration, wish: v21.GetVariableDataType) -> v21.GetVariableResultType:
    result = configuration.read(_place(wish))
    return v21.GetVariableResultType(
        attribute_status=result.status,
        attribute_status_info=status_info(result),
        attribute_type=wish.attribute_type,
        attribute_value=None if result.value is None else result.value[:_VALUE_LENGTH],
        component=wish.component,
        variable=wish.variable,
    )


@BLOCK.command("SetVariables", lambda: v21.SetVariablesRequest)
async def set_variables(to: Dialect, request: v21.SetVariablesRequest) -> v21.SetVariablesResponse:
    """B05."""
    wishes = request.set_variable_data
    _check_items(to, len(wishes), DeviceDataCtrlr.ItemsPerMessage_SetVariables)
    _check_bytes(to, request, DeviceDataCtrlr.BytesPerMessage_SetVariables)
    results = to.block(Configuration).set([(_place(wish), wish.attribute_value) for wish in wishes])
    return v21.SetVariablesResponse(
        set_variable_result=[
            v21.SetVariableResultType(
                attribute_status=result.status,
                attribute_status_info=status_info(result),
                attribute_type=wish.attribute_type,
                component=wish.component,
                variable=wish.variable,
            )
            for wish, result in zip(wishes, results, strict=True)
        ]
    )


# Report.


@BLOCK.command("GetBaseReport", lambda: v21.GetBaseReportRequest)
async def get_base_report(
    to: Dialect, request: v21.GetBaseReportRequest
) -> Answer[v21.GetBaseReportResponse]:
    """B07."""
    outcome = to.block(Configuration).base_report(
        Reports(to), request.request_id, request.report_base
    )
    response = v21.GetBaseReportResponse(status=outcome.status, status_info=status_info(outcome))
    return Answer(response, outcome.once_sent)


@BLOCK.command("GetReport", lambda: v21.GetReportRequest)
async def get_report(to: Dialect, request: v21.GetReportRequest) -> Answer[v21.GetReportResponse]:
    """B08."""
    wanted = request.component_variable or ()
    _check_items(to, len(wanted), DeviceDataCtrlr.ItemsPerMessage_GetReport)
    _check_bytes(to, request, DeviceDataCtrlr.BytesPerMessage_GetReport)
    outcome = to.block(Configuration).custom_report(
        Reports(to),
        request.request_id,
        request.component_criteria or (),
        [_wanted(one) for one in wanted],
    )
    response = v21.GetReportResponse(status=outcome.status, status_info=status_info(outcome))
    return Answer(response, outcome.once_sent)


# What may be too much (B06.FR.16, B06.FR.17, B08.FR.17, B08.FR.18).


def _check_items(to: Dialect, number: int, limit: Variable[int]) -> None:
    most = to.station.core.device_model[limit]
    if number > most:
        raise CallRefused(
            ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, f"{number} elements; {most} at most"
        )


def _check_bytes(to: Dialect, request: AnyRequest, limit: Variable[int]) -> None:
    most, size = to.station.core.device_model[limit], len(request.to_json().encode())
    if size > most:
        raise CallRefused(ErrorCode.FORMAT_VIOLATION, f"{size} bytes; {most} at most")


# From the words of the wire to those of the device model, and back.


def _component(component: v21.ComponentType) -> Component:
    evse = component.evse
    return Component(
        component.name,
        component.instance,
        None if evse is None else evse.id,
        None if evse is None else evse.connector_id,
    )


def _place(data: v21.GetVariableDataType | v21.SetVariableDataType) -> Place:
    variable = data.variable
    return Place(_component(data.component), variable.name, variable.instance, data.attribute_type)


def _wanted(wanted: v21.ComponentVariableType) -> Wanted:
    variable = wanted.variable
    if variable is None:
        return Wanted(_component(wanted.component))
    return Wanted(_component(wanted.component), variable.name, variable.instance)


def _notify_report(page: ReportPage) -> v21.NotifyReportRequest:
    return v21.NotifyReportRequest(
        request_id=page.request_id,
        generated_at=page.generated_at,
        seq_no=page.number,
        tbc=page.more,
        report_data=[_report_data(variable) for variable in page.variables] or None,
    )


def _report_data(variable: ReportedVariable) -> v21.ReportDataType:
    definition = variable.definition
    component, spec = definition.component, definition.spec
    evse = None
    if component.evse_id is not None:
        evse = v21.EVSEType(id=component.evse_id, connector_id=component.connector_id)
    return v21.ReportDataType(
        component=v21.ComponentType(name=component.name, instance=component.instance, evse=evse),
        variable=v21.VariableType(name=spec.name, instance=spec.instance),
        variable_attribute=[
            v21.VariableAttributeType(
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


def _characteristics(definition: Definition) -> v21.VariableCharacteristicsType:
    spec, (lowest, highest) = definition.spec, definition.limits
    name = "string" if spec.datatype.name in _TEXTS else spec.datatype.name
    return v21.VariableCharacteristicsType(
        unit=spec.units[0] if spec.units else None,
        data_type=v21.DataEnumType(name),
        min_limit=lowest,
        max_limit=highest,
        values_list=_listed(definition.allowed) or None,
        supports_monitoring=False,
    )


def _listed(values: Sequence[str]) -> str:
    """As many of them as there is room for."""
    text = ",".join(values)
    while len(text) > _VALUES_LENGTH:
        text = text.rpartition(",")[0]
    return text
