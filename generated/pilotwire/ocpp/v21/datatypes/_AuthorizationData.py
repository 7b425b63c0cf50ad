"""Parts of the messages of OCPP 2.1: AuthorizationData.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v21.datatypes import CustomDataType, IdTokenInfoType, IdTokenType

__all__ = [
    "AuthorizationData",
]


class AuthorizationData(DataType):
    """Used by SendLocalListRequest."""

    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    id_token_info: Annotated[IdTokenInfoType | None, Field(alias="idTokenInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
