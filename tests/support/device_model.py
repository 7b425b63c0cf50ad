"""Asking a station of 2.x for its variables, and setting them, as a CSMS does.

async with scene("2.0.1") as s:
    await status_of(s, OFFLINE_THRESHOLD, "300")
    await value_of(s, OFFLINE_THRESHOLD)
    titles(await told(s, base(Base.FULL_INVENTORY)))
"""

from collections.abc import Sequence

from pilotwire.ocpp import v21
from tests.support.scene import Scene

__all__ = [
    "OFFLINE_THRESHOLD",
    "Address",
    "Attribute",
    "Base",
    "Criterion",
    "GetStatus",
    "ReportStatus",
    "SetStatus",
    "address",
    "base",
    "component",
    "get",
    "get_report",
    "set_",
    "status_of",
    "title",
    "titles",
    "told",
    "value_of",
    "variable",
]

Attribute = v21.AttributeEnumType
SetStatus = v21.SetVariableStatusEnumType
GetStatus = v21.GetVariableStatusEnumType
ReportStatus = v21.GenericDeviceModelStatusEnumType
Criterion = v21.ComponentCriterionEnumType
Base = v21.ReportBaseEnumType


def component(
    name: str, evse: int | None = None, connector: int | None = None, instance: str | None = None
) -> v21.ComponentType:
    """A component, of an EVSE or a connector where one is given."""
    place = None if evse is None else v21.EVSEType(id=evse, connector_id=connector)
    return v21.ComponentType(name=name, evse=place, instance=instance)


def variable(name: str, instance: str | None = None) -> v21.VariableType:
    """A variable, or one instance of it."""
    return v21.VariableType(name=name, instance=instance)


Address = tuple[v21.ComponentType, v21.VariableType]


def address(text: str, instance: str | None = None) -> Address:
    """A variable of the whole station by its title, as in "TxCtrlr.TxStopPoint"."""
    name, _, of = text.partition(".")
    return component(name), variable(of, instance)


OFFLINE_THRESHOLD = address("OCPPCommCtrlr.OfflineThreshold")


async def get(
    s: Scene, *addresses: Address, attribute: Attribute | None = None
) -> Sequence[v21.GetVariableResultType]:
    """Ask for attributes; without one, the request names none."""
    response = await s.csms.call(
        v21.GetVariablesRequest(
            get_variable_data=[
                v21.GetVariableDataType(component=c, variable=v)
                if attribute is None
                else v21.GetVariableDataType(component=c, variable=v, attribute_type=attribute)
                for c, v in addresses
            ]
        )
    )
    return response.get_variable_result


async def set_(
    s: Scene, *wishes: tuple[Address, str], attribute: Attribute | None = None
) -> Sequence[v21.SetVariableResultType]:
    """Wish for values of attributes; without one, the request names none."""
    response = await s.csms.call(
        v21.SetVariablesRequest(
            set_variable_data=[
                v21.SetVariableDataType(component=c, variable=v, attribute_value=value)
                if attribute is None
                else v21.SetVariableDataType(
                    component=c, variable=v, attribute_value=value, attribute_type=attribute
                )
                for (c, v), value in wishes
            ]
        )
    )
    return response.set_variable_result


async def value_of(s: Scene, one: Address) -> str | None:
    """The value of a variable that can be read."""
    (result,) = await get(s, one)
    assert result.attribute_status is GetStatus.ACCEPTED
    return result.attribute_value


async def status_of(s: Scene, one: Address, value: str) -> str:
    """Set one variable; what the station says to that."""
    (result,) = await set_(s, (one, value))
    return result.attribute_status.value


def get_report(
    *,
    criteria: Sequence[Criterion] = (),
    wanted: Sequence[tuple[v21.ComponentType, v21.VariableType | None]] = (),
    request_id: int = 7,
) -> v21.GetReportRequest:
    """A request for a report of what meets the criteria (B08)."""
    return v21.GetReportRequest(
        request_id=request_id,
        component_criteria=list(criteria) or None,
        component_variable=[v21.ComponentVariableType(component=c, variable=v) for c, v in wanted]
        or None,
    )


def base(report: Base, request_id: int = 7) -> v21.GetBaseReportRequest:
    """A request for one of the standard reports (B07)."""
    return v21.GetBaseReportRequest(request_id=request_id, report_base=report)


async def told(
    s: Scene, request: v21.GetBaseReportRequest | v21.GetReportRequest
) -> list[v21.ReportDataType]:
    """Everything that the station reports upon a request; checks how it is told."""
    already = len(s.csms.requests(v21.NotifyReportRequest))
    match request:
        case v21.GetBaseReportRequest():
            status = (await s.csms.call(request)).status
        case v21.GetReportRequest():
            status = (await s.csms.call(request)).status
    assert status is ReportStatus.ACCEPTED
    assert len(s.csms.requests(v21.NotifyReportRequest)) == already, "the answer comes first"
    await s.wait(30)
    pages = s.csms.requests(v21.NotifyReportRequest)[already:]
    assert [page.seq_no for page in pages] == list(range(len(pages)))
    assert [page.tbc for page in pages] == [True] * (len(pages) - 1) + [False]
    assert {page.request_id for page in pages} == {request.request_id}
    reported = [one for page in pages for one in page.report_data or ()]
    assert all(one.variable_characteristics is not None for one in reported)  # B08.FR.12
    return reported


def titles(reported: Sequence[v21.ReportDataType]) -> list[str]:
    """The titles of all that is reported, in its order."""
    return [title(one) for one in reported]


def title(one: v21.ReportDataType) -> str:
    """Where the variable is, in one word: "Connector.2.1.ConnectorType"."""
    evse = one.component.evse
    place = "" if evse is None else f".{evse.id}"
    if evse is not None and evse.connector_id is not None:
        place += f".{evse.connector_id}"
    instance = f"[{one.variable.instance}]" if one.variable.instance else ""
    if one.component.instance:
        place += f"[{one.component.instance}]"
    return f"{one.component.name}{place}.{one.variable.name}{instance}"
