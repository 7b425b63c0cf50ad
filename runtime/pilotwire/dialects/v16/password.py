"""AuthorizationKey of OCPP 1.6 (OCPP-J errata 3.12, white paper A01): BasicAuthPassword in 2.x.

It is the password in hexadecimal digits. Many Central Systems mean the text itself, whatever the
texts say: what can't be such digits is taken for that.
"""

from __future__ import annotations

import re
from typing import Final

from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.station.device_model.configuration import Place
from pilotwire.station.device_model.definitions import Component
from pilotwire.station.device_model.standard import SecurityCtrlr
from pilotwire.station.provisioning.password import as_octets
from pilotwire.station.station import Station

__all__ = ["BLOCK"]

BLOCK = Block16()

_LONGEST: Final = 40
_DIGITS = re.compile(r"(?:[0-9A-Fa-f]{2}){16,20}")


def _sets(station: Station, value: str) -> list[tuple[Place, str]] | None:
    del station
    if len(value) > _LONGEST:
        return None
    spec = SecurityCtrlr.BasicAuthPassword
    password = as_octets(value) if _DIGITS.fullmatch(value) else value
    return [(Place(Component(spec.component), spec.name), password)]


BLOCK.composed_key(Keys.AuthorizationKey, lambda _: None, _sets)
