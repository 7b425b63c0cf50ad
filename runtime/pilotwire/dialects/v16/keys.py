"""The tables of a functional block in OCPP 1.6: also its configuration keys (9), and the feature
profile that it is.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from pilotwire.dialects.base import Block, Dialect
from pilotwire.ocpp.specs import ConfigurationKey, Variable
from pilotwire.station.station import Station

__all__ = ["Block16"]

T = TypeVar("T")


class Block16(Block[Dialect]):
    """The tables of one functional block.

    `profile` is the feature profile that the station has with it, if it is one.
    """

    def __init__(self, profile: str | None = None) -> None:
        super().__init__()
        self.profile = profile
        self.shown: dict[ConfigurationKey[Any], Variable[Any]] = {}
        self.fixed: dict[ConfigurationKey[Any], Callable[[Station], object]] = {}

    def key(self, key: ConfigurationKey[T], variable: Variable[T]) -> None:
        """A key that shows and sets a variable."""
        self.shown[key] = variable

    def fixed_key(self, key: ConfigurationKey[T], says: Callable[[Station], T]) -> None:
        """A key that only says something; 2.x tells it by which components there are, or not."""
        self.fixed[key] = says
