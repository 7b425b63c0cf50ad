"""Valid payloads of any message, drawn from the official schemas."""

from functools import cache
from random import Random
from typing import Any

from pilotwire.connection import OcppVersion
from pilotwire.ocpp.base import Action
from tests.codegen.instances import Schema, sample
from tests.support.frames import SETS, _schemas
from tests.support.scene import actions

__all__ = ["calls", "request", "response", "sends"]


def calls(version: str, *, from_station: bool) -> list[Action]:
    """The actions of a version that one side may send as a CALL."""
    return [each for each in _sent(version, from_station) if each.response is not None]


def sends(version: str, *, from_station: bool) -> list[Action]:
    """Those that it sends and that are never answered."""
    return [each for each in _sent(version, from_station) if each.response is None]


def request(version: str, action: Action, random: Random) -> dict[str, Any]:
    """A valid request, or what is sent without being one."""
    return _drawn(version, action.request.__name__, random)


def response(version: str, name: str, random: Random) -> dict[str, Any]:
    """A valid response to an action of that name."""
    return _drawn(version, f"{name}Response", random)


def _sent(version: str, from_station: bool) -> list[Action]:
    known = actions(OcppVersion(version)).values()
    return [each for each in known if (each.from_station if from_station else each.from_csms)]


def _drawn(version: str, message: str, random: Random) -> dict[str, Any]:
    schema = _schema(version, message)
    drawn: dict[str, Any] = sample(schema, schema, random, random.choice((0.0, 0.3, 1.0)))
    return drawn


@cache
def _schema(version: str, message: str) -> Schema:
    sets = SETS[OcppVersion(version).edition]
    return next(_schemas()[each][message] for each in sets if message in _schemas()[each])
