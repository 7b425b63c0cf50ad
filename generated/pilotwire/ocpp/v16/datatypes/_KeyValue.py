"""Parts of the messages of OCPP 1.6 with the security extension: KeyValue.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean

__all__ = [
    "KeyValue",
]


class KeyValue(DataType):
    """Used by GetConfigurationResponse."""

    key: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    readonly: Boolean
    value: Annotated[str | None, Field(max_length=500)] = None
    """At most 500 characters."""
