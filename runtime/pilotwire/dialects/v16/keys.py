"""The tables of a functional block in OCPP 1.6: also its configuration keys (9), and the feature
profile that it is.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from pilotwire.dialects.base import Block, Dialect
from pilotwire.ocpp.specs import ConfigurationKey, Variable
from pilotwire.station.device_model.configuration import Place
from pilotwire.station.outcome import Outcome
from pilotwire.station.station import Station
from pilotwire.station.vocabulary import SetVariableStatus

__all__ = ["Block16", "Commanded", "Composed"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Composed:
    """What a key says of several variables, and the values of these that another text means; None
    where there is nothing to say, or it makes no sense.
    """

    says: Callable[[Station], str | None]
    sets: Callable[[Station, str], list[tuple[Place, str]] | None]


@dataclass(frozen=True, slots=True)
class Commanded:
    """What a key says, and what is done to change it, which is more than to set a variable; None
    where a text makes no sense.
    """

    says: Callable[[Station], str]
    does: Callable[[Station, str], Outcome[SetVariableStatus] | None]


class Block16(Block[Dialect]):
    """The tables of one functional block.

    `profile` is the feature profile that the station has with it, if it is one; `there` tells of a
    station whether it has.
    """

    def __init__(
        self, profile: str | None = None, there: Callable[[Station], bool] = lambda _: True
    ) -> None:
        super().__init__()
        self.profile = profile
        self.there = there
        self.shown: dict[ConfigurationKey[Any], Variable[Any]] = {}
        self.takes: dict[ConfigurationKey[Any], Callable[[str], bool]] = {}
        self.fixed: dict[ConfigurationKey[Any], Callable[[Station], object]] = {}
        self.composed: dict[ConfigurationKey[Any], Composed] = {}
        self.commanded: dict[ConfigurationKey[Any], Commanded] = {}
        self.numbered: list[Callable[[Station], Iterable[tuple[str, str]]]] = []

    def key(
        self,
        key: ConfigurationKey[T],
        variable: Variable[T],
        *,
        takes: Callable[[str], bool] | None = None,
    ) -> None:
        """A key that shows and sets a variable, where the station has that. `takes` tells whether
        1.6 has words for a value.
        """
        self.shown[key] = variable
        if takes is not None:
            self.takes[key] = takes

    def composed_key(
        self,
        key: ConfigurationKey[Any],
        says: Callable[[Station], str | None],
        sets: Callable[[Station, str], list[tuple[Place, str]] | None],
    ) -> None:
        """A key that shows and sets several variables at a time; None of one that shows nothing."""
        self.composed[key] = Composed(says, sets)

    def commanded_key(
        self,
        key: ConfigurationKey[Any],
        says: Callable[[Station], str],
        does: Callable[[Station, str], Outcome[SetVariableStatus] | None],
    ) -> None:
        """A key that a block of the station changes by itself."""
        self.commanded[key] = Commanded(says, does)

    def fixed_key(self, key: ConfigurationKey[T], says: Callable[[Station], T]) -> None:
        """A key that only says something; 2.x tells it by which components there are, or not."""
        self.fixed[key] = says

    def numbered_keys(self, says: Callable[[Station], Iterable[tuple[str, str]]]) -> None:
        """Keys that only say something, and depend on which connectors there are."""
        self.numbered.append(says)
