"""The versions that tests are played in, and messages of 2.0.1 in the types of 2.1.

2.1 has every message of 2.0.1, every field and every value, so one test in 2.1's types does for
both. Between the two a message is read anew from what it is on the wire: the station's own
conversion is what is tested, and has no part in it.
"""

from types import ModuleType
from typing import TypeVar, cast

import pytest

from pilotwire.connection import OcppVersion
from pilotwire.ocpp import v21, v201
from pilotwire.ocpp.base import Message

__all__ = ["IN_2X", "IN_ALL", "in_types_of", "said_in", "twin"]

M = TypeVar("M", bound=Message)

IN_ALL = pytest.mark.parametrize("version", ["1.6", "2.0.1", "2.1"])
"""A test for each version."""

IN_2X = pytest.mark.parametrize("version", ["2.0.1", "2.1"])
"""A test for each version of 2.x."""

_HOMES = {OcppVersion.V2_0_1: v201, OcppVersion.V2_1: v21}


def said_in(version: OcppVersion, message: M) -> M:
    """A message as it is in the types of a version; one of 1.6 stays as it is.

    To a type checker it is the same message.

    Raises:
        ValidationError: 2.0.1 does not have what it says.
    """
    home = _HOMES.get(version)
    return message if home is None else cast("M", in_types_of(message, twin(type(message), home)))


def in_types_of(message: Message, kind: type[M]) -> M:
    """The same message in 2.0.1's or 2.1's type for it."""
    return message if isinstance(message, kind) else kind.from_wire(message.to_wire())


def twin(kind: type[Message], home: ModuleType = v21) -> type[Message]:
    """What the message of that type is in another version of 2.x; one of 1.6 has no twin."""
    if not any(kind.__module__.startswith(each.__name__) for each in _HOMES.values()):
        return kind
    found: type[Message] = getattr(home, kind.__name__)
    assert issubclass(found, Message)
    return found
