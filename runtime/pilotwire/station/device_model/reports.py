"""What the variables are, told to the CSMS page by page (B07, B08).

A report is put together when it is asked for, and sent once the answer has left (`paging`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from pilotwire.ocpp.specs import Mutability
from pilotwire.station.device_model.definitions import Component, Definition
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.vocabulary import Attribute, ComponentCriterion, ReportBase

__all__ = [
    "ReportPage",
    "ReportReader",
    "ReportedAttribute",
    "ReportedVariable",
    "Wanted",
    "base_report",
    "custom_report",
]


@dataclass(frozen=True, slots=True)
class ReportedAttribute:
    """One attribute; `value` is None where it must not be told."""

    kind: Attribute
    value: str | None
    mutability: Mutability


@dataclass(frozen=True, slots=True)
class ReportedVariable:
    """One variable as it was when the report was made."""

    definition: Definition
    attributes: tuple[ReportedAttribute, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A part of a report; `more` tells that others follow."""

    request_id: int
    number: int
    more: bool
    generated_at: datetime
    variables: tuple[ReportedVariable, ...]


class ReportReader(Protocol):
    """Who a report is told to: the CSMS, on one connection."""

    @property
    def page_size(self) -> int:
        """The bytes of a page without a variable, at most."""
        ...

    def variable_size(self, variable: ReportedVariable) -> int:
        """The bytes that a variable adds to a page."""
        ...

    async def report_variables(self, page: ReportPage) -> None:
        """Send a page, and wait for its answer; see `Csms` for what it raises."""
        ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """Variables that a report shall have. What is None is anything (B08.FR.20 to B08.FR.25)."""

    component: Component
    variable: str | None = None
    instance: str | None = None

    def matches(self, definition: Definition) -> bool:
        """Whether the variable is one of them."""
        component, instance, evse_id, connector_id, variable, variable_instance = definition.key
        wanted = self.component
        return (
            component == wanted.name.lower()
            and _equal(wanted.instance, instance)
            and wanted.evse_id in {None, evse_id}
            and wanted.connector_id in {None, connector_id}
            and _equal(self.variable, variable)
            and _equal(self.instance, variable_instance)
        )


def _equal(wanted: str | None, name: str) -> bool:
    return not wanted or wanted.lower() == name


# Which variables.


def base_report(model: DeviceModel, base: ReportBase) -> tuple[ReportedVariable, ...]:
    """One of the predefined reports (B07.FR.07 to B07.FR.09)."""
    match base:
        case ReportBase.FULL_INVENTORY:
            return tuple(_reported(model, definition) for definition in model)
        case ReportBase.CONFIGURATION_INVENTORY:
            settable = ((definition, _settable(definition)) for definition in model)
            return tuple(
                _reported(model, definition, which) for definition, which in settable if which
            )
        case ReportBase.SUMMARY_INVENTORY:
            return tuple(
                _reported(model, definition) for definition in model if _sums_up(model, definition)
            )


def custom_report(
    model: DeviceModel, criteria: Sequence[ComponentCriterion], wanted: Sequence[Wanted]
) -> tuple[ReportedVariable, ...]:
    """The wanted variables of the components that meet one of the criteria (B08)."""
    fitting = {
        place
        for place, definitions in _by_component(model).items()
        if not criteria or any(_meets(model, definitions, criterion) for criterion in criteria)
    }
    return tuple(
        _reported(model, definition)
        for definition in model
        if definition.component in fitting
        and (not wanted or any(one.matches(definition) for one in wanted))
    )


def _reported(
    model: DeviceModel, definition: Definition, attributes: Iterable[Attribute] | None = None
) -> ReportedVariable:
    told: list[ReportedAttribute] = []
    for attribute in attributes or definition.attributes:
        mutability = definition.mutability_of(attribute)
        secret = mutability is Mutability.WRITE_ONLY  # B07.FR.03 as of the errata
        value = None if secret else model.text(definition, attribute)
        told.append(ReportedAttribute(attribute, value, mutability))
    return ReportedVariable(definition, tuple(told))


def _settable(definition: Definition) -> list[Attribute]:
    return [
        attribute
        for attribute in definition.attributes
        if definition.mutability_of(attribute) is not Mutability.READ_ONLY
    ]


_ABNORMAL = frozenset({"problem", "tripped", "overload", "fallback"})


def _sums_up(model: DeviceModel, definition: Definition) -> bool:
    """Whether the variable tells of availability or of something wrong (B07.FR.09)."""
    component, *_, variable, _instance = definition.key
    if variable == "availabilitystate":
        # A connector's is always that of its EVSE here, and told only where it is not.
        return component in {"chargingstation", "evse"}
    return variable in _ABNORMAL and model.actual(definition) is True


def _by_component(model: DeviceModel) -> dict[Component, list[Definition]]:
    components: dict[Component, list[Definition]] = {}
    for definition in model:
        components.setdefault(definition.component, []).append(definition)
    return components


def _meets(
    model: DeviceModel, definitions: Iterable[Definition], criterion: ComponentCriterion
) -> bool:
    for definition in definitions:
        if definition.key[4] == criterion.lower():
            return model.actual(definition) is True
    return criterion is not ComponentCriterion.PROBLEM  # B08.FR.07 to B08.FR.10
