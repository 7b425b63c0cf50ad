"""What all acts have in common, and the kinds of numbers in them."""

from typing import Annotated, ClassVar, Final, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StrictFloat, StrictInt

__all__ = [
    "LONGEST_TOKEN",
    "Act",
    "Amperes",
    "AnyPlace",
    "ConnectorId",
    "EvseId",
    "Percent",
    "Seconds",
    "Words",
]

EvseId: TypeAlias = Annotated[StrictInt, Field(ge=1, le=1000)]
AnyPlace: TypeAlias = Annotated[StrictInt, Field(ge=0, le=1000)]
"""An EVSE, or 0: the whole station."""
ConnectorId: TypeAlias = Annotated[StrictInt, Field(ge=1, le=10)]
Amperes: TypeAlias = Annotated[StrictFloat, Field(ge=0, le=10_000)]
Percent: TypeAlias = Annotated[StrictFloat, Field(ge=0, le=100)]
Seconds: TypeAlias = Annotated[StrictFloat, Field(ge=0, le=366 * 86_400)]

LONGEST_TOKEN: Final = 255


class Words(BaseModel):
    # Numbers and flags are strict: a text is none.
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        use_attribute_docstrings=True,
    )


class Act(Words):
    """What all acts have in common."""

    WORD: ClassVar[str] = ""
    """What the act is called at the prompt."""
    PLACES: ClassVar[tuple[str, ...]] = ()
    """The fields that the prompt takes in this order without their names."""
