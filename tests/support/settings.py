"""Settings as scenarios have them: one for a variable, however many tables they are joined from."""

from collections.abc import Mapping
from typing import Any

from pilotwire.ocpp.specs import Setting, Variable

__all__ = ["to_settings"]


def to_settings(values: Mapping[Variable[Any], object] | None) -> list[Setting]:
    """What a station takes."""
    return [variable.to(value) for variable, value in (values or {}).items()]
