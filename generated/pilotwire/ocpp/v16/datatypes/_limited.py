"""Parts of the messages of OCPP 1.6 with the security extension: limited.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

__all__ = [
    "String50",
]

String50 = Annotated[str, Field(max_length=50)]
