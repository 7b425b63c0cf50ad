"""Parts of the messages of OCPP 2.1: limited.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.scalars import WholeNumber

__all__ = [
    "String20",
    "String2000",
    "String255",
    "String36",
    "String60",
    "WholeNumberFrom0",
]

String20 = Annotated[str, Field(max_length=20)]


String2000 = Annotated[str, Field(max_length=2000)]


String255 = Annotated[str, Field(max_length=255)]


String36 = Annotated[str, Field(max_length=36)]


String60 = Annotated[str, Field(max_length=60)]


WholeNumberFrom0 = Annotated[WholeNumber, Field(ge=0)]
