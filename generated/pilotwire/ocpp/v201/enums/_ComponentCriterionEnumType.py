"""Enumerations of OCPP 2.0.1: ComponentCriterionEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ComponentCriterionEnumType",
]

# ruff: noqa: S105


class ComponentCriterionEnumType(WireEnum):
    """Used by GetReportRequest."""

    ACTIVE = "Active"
    AVAILABLE = "Available"
    ENABLED = "Enabled"
    PROBLEM = "Problem"
