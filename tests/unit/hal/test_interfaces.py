"""The words of the hardware interfaces, which need the standard library alone."""

from enum import StrEnum

from pilotwire.hal.interfaces import (
    ConnectorKind,
    Location,
    Measurand,
    Phase,
    ReadingContext,
    TokenKind,
    Unit,
)
from pilotwire.ocpp.v16.enums import Measurand as Measurand16
from pilotwire.ocpp.v21.enums import (
    LocationEnumType,
    MeasurandEnumType,
    PhaseEnumType,
    ReadingContextEnumType,
)
from pilotwire.ocpp.v21.standard_values import ConnectorKind as StandardConnectorKind
from pilotwire.ocpp.v21.standard_values import IdTokenKind, StandardUnit


def test_kinds_of_tokens_are_those_of_the_standard() -> None:
    assert {kind.name: kind.value for kind in TokenKind} == {
        kind.name: kind.value for kind in IdTokenKind
    }


def test_kinds_of_connectors_are_words_of_the_standard() -> None:
    assert set(ConnectorKind) <= set(StandardConnectorKind)


def words(kind: type[StrEnum]) -> set[str]:
    return {each.value for each in kind}


def test_what_meters_measure_is_in_words_of_the_standard() -> None:
    assert words(Measurand) == words(MeasurandEnumType) | {"Temperature", "RPM"}
    assert words(Measurand) >= words(Measurand16)
    assert words(Phase) == words(PhaseEnumType)
    assert words(Location) == words(LocationEnumType)
    assert words(ReadingContext) == words(ReadingContextEnumType)
    assert words(Unit) <= words(StandardUnit)
