"""What the CSMS asks of the variables, and sets in them (B05 to B08).

Reading and setting speak text, as OCPP does; what a text means is the definition's business. All
that one request sets is one commit.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from pilotwire.logs import logger
from pilotwire.ocpp.specs import Mutability
from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import (
    Component,
    Definition,
    RefusedValueError,
    shown,
)
from pilotwire.station.device_model.reports import (
    ReportedVariable,
    ReportPage,
    ReportReader,
    Wanted,
    base_report,
    custom_report,
)
from pilotwire.station.device_model.standard import DeviceDataCtrlr
from pilotwire.station.outcome import Outcome
from pilotwire.station.paging import Reporter, pages
from pilotwire.station.vocabulary import (
    Attribute,
    ComponentCriterion,
    GetVariableStatus,
    ReasonCode,
    ReportBase,
    ReportStatus,
    SetVariableStatus,
)
from pilotwire.store import StoreError

__all__ = ["DEFINITIONS", "Configuration", "Place", "ReadResult"]

log = logger(__name__)

DEFINITIONS = (
    shown(DeviceDataCtrlr.BytesPerMessage_GetReport, 65536, minimum=1),
    shown(DeviceDataCtrlr.BytesPerMessage_GetVariables, 65536, minimum=1),
    shown(DeviceDataCtrlr.BytesPerMessage_SetVariables, 65536, minimum=1),
    shown(DeviceDataCtrlr.ItemsPerMessage_GetReport, 50, minimum=1),
    shown(DeviceDataCtrlr.ItemsPerMessage_GetVariables, 50, minimum=1),
    shown(DeviceDataCtrlr.ItemsPerMessage_SetVariables, 50, minimum=1),
)

_Slot = tuple[Definition, Attribute]


@dataclass(frozen=True, slots=True)
class Place:
    """An attribute of a variable, as the CSMS addresses it."""

    component: Component
    variable: str
    instance: str | None = None
    attribute: Attribute = Attribute.ACTUAL


@dataclass(frozen=True, slots=True)
class ReadResult(Outcome[GetVariableStatus]):
    """What came of reading an attribute."""

    value: str | None = None


class _NoAccessError(Exception):
    """An attribute can't be had; reading and setting have the same words for why."""

    def __init__(self, status: GetVariableStatus, reason: ReasonCode) -> None:
        super().__init__(status)
        self.status = status
        self.reason = reason


class Configuration:
    """Reads, sets and reports the variables for the CSMS."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._model = core.device_model
        self._reporter = Reporter()

    def read(self, place: Place) -> ReadResult:
        """The value of an attribute (B06)."""
        try:
            definition = self._opened(place, Mutability.WRITE_ONLY, ReasonCode.WRITE_ONLY)
        except _NoAccessError as error:
            return ReadResult(error.status, reason=error.reason)
        value = self._model.text(definition, place.attribute)
        return ReadResult(GetVariableStatus.ACCEPTED, value=value)

    def set(self, wishes: Sequence[tuple[Place, str]]) -> list[Outcome[SetVariableStatus]]:
        """Set attributes, in one commit; what can't be set does not keep the others (B05)."""
        staged: dict[_Slot, object] = {}
        results = [self._stage(place, text, staged) for place, text in wishes]
        try:
            self._model.change(staged)
        except StoreError:
            log.exception("what the CSMS set could not be kept")
            return [_not_kept(result) for result in results]
        return results

    def _stage(
        self, place: Place, text: str, staged: dict[_Slot, object]
    ) -> Outcome[SetVariableStatus]:
        try:
            definition = self._opened(place, Mutability.READ_ONLY, ReasonCode.READ_ONLY)
        except _NoAccessError as error:
            return Outcome(SetVariableStatus(error.status.value), error.reason)
        try:
            value = definition.parse(text)
            self._check_bounds(definition, place.attribute, value, staged)
            together = {one: staged[one, each] for one, each in staged if each is Attribute.ACTUAL}
            self._model.check(definition, place.attribute, value, together)
        except RefusedValueError as error:  # B05.FR.07, B05.FR.08
            return Outcome(SetVariableStatus.REJECTED, error.reason, str(error))
        except ValueError as error:  # a guard's
            return Outcome(SetVariableStatus.REJECTED, ReasonCode.INVALID_VALUE, str(error))
        staged[definition, place.attribute] = value
        if definition.reboot_required:
            return Outcome(SetVariableStatus.REBOOT_REQUIRED)
        return Outcome(SetVariableStatus.ACCEPTED)

    def _opened(self, place: Place, closed: Mutability, why: ReasonCode) -> Definition:
        """The variable there, unless the attribute is none of its own or is closed to this way."""
        definition = self._model.find(place.component, place.variable, place.instance)
        if definition is None:
            if self._model.has_component(place.component):
                raise _NoAccessError(  # B05.FR.05, B06.FR.07
                    GetVariableStatus.UNKNOWN_VARIABLE, ReasonCode.NOT_FOUND
                )
            raise _NoAccessError(  # B05.FR.04, B06.FR.06
                GetVariableStatus.UNKNOWN_COMPONENT, ReasonCode.NOT_FOUND
            )
        if place.attribute not in definition.attributes:
            raise _NoAccessError(  # B05.FR.06, B06.FR.08
                GetVariableStatus.NOT_SUPPORTED_ATTRIBUTE_TYPE, ReasonCode.UNSUPPORTED_PARAM
            )
        if definition.mutability_of(place.attribute) is closed:
            raise _NoAccessError(GetVariableStatus.REJECTED, why)  # B05.FR.09, B06.FR.09
        return definition

    def _check_bounds(
        self,
        definition: Definition,
        attribute: Attribute,
        value: object,
        staged: dict[_Slot, object],
    ) -> None:
        """What is set lies between what MinSet and MaxSet are set to, or becomes one of them."""
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            return

        def bound(kind: Attribute) -> float | None:
            if kind not in definition.attributes:
                return None
            slot = (definition, kind)
            found = staged[slot] if slot in staged else self._model.value(*slot)
            return cast("float | None", found)

        lowest = None if attribute is Attribute.MIN_SET else bound(Attribute.MIN_SET)
        highest = None if attribute is Attribute.MAX_SET else bound(Attribute.MAX_SET)
        if lowest is not None and value < lowest:
            raise RefusedValueError(
                ReasonCode.VALUE_TOO_LOW, f"{definition.title}: below its MinSet"
            )
        if highest is not None and value > highest:
            raise RefusedValueError(
                ReasonCode.VALUE_TOO_HIGH, f"{definition.title}: above its MaxSet"
            )

    def base_report(
        self, reader: ReportReader, request_id: int, base: ReportBase
    ) -> Outcome[ReportStatus]:
        """A predefined report (B07)."""
        return self._report(reader, request_id, lambda: base_report(self._model, base))

    def custom_report(
        self,
        reader: ReportReader,
        request_id: int,
        criteria: Sequence[ComponentCriterion],
        wanted: Sequence[Wanted],
    ) -> Outcome[ReportStatus]:
        """A report of some components and variables (B08)."""
        return self._report(
            reader, request_id, lambda: custom_report(self._model, criteria, wanted)
        )

    def _report(
        self,
        reader: ReportReader,
        request_id: int,
        make: Callable[[], tuple[ReportedVariable, ...]],
    ) -> Outcome[ReportStatus]:
        if self._reporter.busy:
            why = "too many reports wait to be sent"  # B07.FR.13, B08.FR.16
            return Outcome(ReportStatus.REJECTED, ReasonCode.UNSPECIFIED, why)
        variables = make()
        if not variables:
            return Outcome(ReportStatus.EMPTY_RESULT_SET, ReasonCode.NOT_FOUND)  # B08.FR.15
        report = self._paged(reader, request_id, variables)

        def begin() -> None:
            self._reporter.take_on()
            self._core.spawn(self._reporter.send(request_id, reader.report_variables, report))

        return Outcome(ReportStatus.ACCEPTED, once_sent=begin)

    def _paged(
        self, reader: ReportReader, request_id: int, variables: Sequence[ReportedVariable]
    ) -> list[ReportPage]:
        split = list(
            pages(
                variables,
                most=self._model[DeviceDataCtrlr.ItemsPerMessage_GetReport],
                room=self._model[DeviceDataCtrlr.BytesPerMessage_GetReport] - reader.page_size,
                size=reader.variable_size,
            )
        )
        now = self._core.clock.now()
        return [
            ReportPage(request_id, number, number < len(split) - 1, now, page)
            for number, page in enumerate(split)
        ]


def _not_kept(result: Outcome[SetVariableStatus]) -> Outcome[SetVariableStatus]:
    """What becomes of a result where nothing could be written (B05.FR.09)."""
    if result.status in {SetVariableStatus.ACCEPTED, SetVariableStatus.REBOOT_REQUIRED}:
        return Outcome(SetVariableStatus.REJECTED, ReasonCode.INTERNAL_ERROR)
    return result
