"""Each variable that the standard requires of a component that the station has is there (2.x B07,
B08; Part 2, referenced components and variables).
"""

from collections.abc import Mapping
from typing import Any

import pytest

from pilotwire.charging_station import CertificateFolder
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp.specs import Variable
from pilotwire.ocpp.v21.device_model import VARIABLES as OF_21
from pilotwire.ocpp.v201.device_model import VARIABLES as OF_201
from pilotwire.station.blocks import standard
from pilotwire.station.evse.variables import hardware_variables
from pilotwire.station.security.variables import certificate_variables

Name = tuple[str, str, str | None]


def held() -> set[Name]:
    hardware = SimulatedStation(evses=1, full_meters=True, signing=True)
    definitions = (
        *standard(),
        *hardware_variables(hardware.evses),
        *certificate_variables(CertificateFolder("nowhere")),
    )
    return {(one.component.name, one.spec.name, one.spec.instance) for one in definitions}


@pytest.mark.parametrize("variables", [OF_201, OF_21], ids=["2.0.1", "2.1"])
def test_what_is_required_of_a_component_is_there(
    variables: Mapping[Name, Variable[Any]],
) -> None:
    there = held()
    components = {name for name, _, _ in there}
    required = {name for name, spec in variables.items() if spec.required and name[0] in components}
    assert len(required) > 40
    assert required <= there
