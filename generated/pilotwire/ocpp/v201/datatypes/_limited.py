"""Parts of the messages of OCPP 2.0.1: limited.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

__all__ = [
    "String512",
]

String512 = Annotated[str, Field(max_length=512)]
