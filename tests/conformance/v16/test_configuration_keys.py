"""Each configuration key of the profiles that are there (1.6 9.1 to 9.4): it is there, with the
access and the type that the standard gives it, and keeps what it is set to.
"""

from typing import Any

import pytest

from pilotwire.ocpp import v16
from pilotwire.ocpp.specs import Access, ConfigurationKey
from pilotwire.ocpp.v16.configuration import KEYS
from tests.conformance.v16.play import case
from tests.support.virtual_time import virtual_time

PROFILES = {"Core", "Local Auth List Management", "Reservation", "Smart Charging"}
HERE = [key for key in KEYS.values() if key.profile in PROFILES]

VALUES = {
    "boolean": ("true", "false"),
    "integer": ("20", "30"),
}
"""Two values that a key of the type takes."""

OTHERS = {
    "ConnectorPhaseRotation": ("0.RST,1.RTS,2.Unknown", "1.TSR,2.STR"),
    "MeterValuesAlignedData": ("Energy.Active.Import.Register", "Power.Active.Import"),
    "MeterValuesSampledData": ("Energy.Active.Import.Register", "Power.Active.Import"),
    "StopTxnAlignedData": ("Energy.Active.Import.Register", "Power.Active.Import"),
    "StopTxnSampledData": ("Energy.Active.Import.Register", "Power.Active.Import"),
}
"""The same for keys with words of their own."""

WRONG = {"boolean": "maybe", "integer": "many", "CSL": "Nothing.Measurable"}


@pytest.mark.parametrize("key", HERE, ids=lambda key: key.name)
@virtual_time
async def test_a_key_is_as_the_standard_has_it(key: ConfigurationKey[Any]) -> None:
    async with case() as play:
        request = v16.GetConfigurationRequest(key=[key.name])
        response = await play.call(request)
        if not key.required and response.unknown_key:
            assert await play.change(key.name, "true") == "NotSupported"
            return
        assert response.configuration_key, f"{key.name} is required"
        (found,) = response.configuration_key
        assert found.key == key.name
        kind = key.datatype.name
        if found.readonly:
            assert key.access in {Access.READ, Access.READ_OR_READ_WRITE}
            assert found.value is not None
            key.parse(found.value)
            assert await play.change(key.name, found.value) == "Rejected"
            return
        assert key.access is not Access.READ
        assert await play.change(key.name, WRONG.get(kind, WRONG["CSL"])) == "Rejected"
        assert await play.keys(key) == {key.name: found.value}
        one, other = OTHERS.get(key.name) or VALUES[kind]
        for value in (one, other):
            assert await play.change(key.name, value) in {"Accepted", "RebootRequired"}
            assert await play.keys(key) == {key.name: value}
        await play.call(v16.ResetRequest(type=v16.ResetType.SOFT), status="Accepted")
        await play.boots()
        await play.s.wait(1)
        if key.name == "HeartbeatInterval":  # the answer to the boot names another one (4.2)
            other = "3600"
        assert await play.keys(key) == {key.name: other}
