"""SecurityProfile of OCPP 1.6 (white paper A05, 7.6): a key that is raised, and never lowered."""

from __future__ import annotations

from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.station.device_model.standard import SecurityCtrlr
from pilotwire.station.outcome import Outcome
from pilotwire.station.provisioning.security_upgrade import SecurityUpgrades
from pilotwire.station.station import Station
from pilotwire.station.vocabulary import SetVariableStatus

__all__ = ["BLOCK"]

BLOCK = Block16()


def _says(station: Station) -> str:
    return str(station.core.device_model[SecurityCtrlr.SecurityProfile])


def _does(station: Station, value: str) -> Outcome[SetVariableStatus] | None:
    try:
        wanted = Keys.SecurityProfile.parse(value)
    except ValueError:
        return None
    return station.blocks[SecurityUpgrades].upgrade(wanted)


BLOCK.commanded_key(Keys.SecurityProfile, _says, _does)
