"""The words of the hardware interfaces, which need the standard library alone."""

from pilotwire.hal.interfaces import ConnectorKind, TokenKind
from pilotwire.ocpp.v21.standard_values import ConnectorKind as StandardConnectorKind
from pilotwire.ocpp.v21.standard_values import IdTokenKind


def test_kinds_of_tokens_are_those_of_the_standard() -> None:
    assert {kind.name: kind.value for kind in TokenKind} == {
        kind.name: kind.value for kind in IdTokenKind
    }


def test_kinds_of_connectors_are_words_of_the_standard() -> None:
    assert set(ConnectorKind) <= set(StandardConnectorKind)
