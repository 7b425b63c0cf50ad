"""Parts of the messages of OCPP 1.6 with the security extension: AuthorizationData.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v16.datatypes import IdTagInfo

__all__ = [
    "AuthorizationData",
]


class AuthorizationData(DataType):
    """Used by SendLocalListRequest."""

    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    """At most 20 characters."""
    id_tag_info: Annotated[IdTagInfo | None, Field(alias="idTagInfo")] = None
