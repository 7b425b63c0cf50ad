"""Reading variables (2.x B06)."""

from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from tests.support.device_model import (
    OFFLINE_THRESHOLD,
    Attribute,
    GetStatus,
    address,
    component,
    get,
    value_of,
    variable,
)
from tests.support.editions import IN_2X
from tests.support.scene import now, scene
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X


@virtual_time
async def test_get_a_single_value(version: str) -> None:
    """TC_B_06_CS, B06.FR.01 to B06.FR.04, B06.FR.10, B06.FR.11."""
    async with scene(version, settings={OCPPCommCtrlr.OfflineThreshold: 300}) as s:
        (result,) = await get(s, OFFLINE_THRESHOLD)
        assert result.attribute_status is GetStatus.ACCEPTED
        assert result.attribute_value == "300"
        assert "attribute_type" in result.model_fields_set
        assert result.attribute_type is Attribute.ACTUAL
        assert (result.component, result.variable) == OFFLINE_THRESHOLD


@virtual_time
async def test_get_multiple_values_in_the_order_asked(version: str) -> None:
    """TC_B_07_CS, B06.FR.01, B06.FR.02."""
    async with scene(version) as s:
        results = await get(
            s,
            address("AuthCtrlr.AuthorizeRemoteStart"),
            OFFLINE_THRESHOLD,
            address("TxCtrlr.TxStopPoint"),
        )
        assert [result.attribute_value for result in results] == [
            "true",
            "60",
            "EVConnected,Authorized",
        ]


@virtual_time
async def test_get_what_is_not_there(version: str) -> None:
    """TC_B_32_CS to TC_B_34_CS, B06.FR.06 to B06.FR.08, B06.FR.15."""
    async with scene(version) as s:
        results = await get(
            s,
            address("UnknownComponent.OfflineThreshold"),
            address("OCPPCommCtrlr.UnknownVariable"),
            address("OCPPCommCtrlr.MessageTimeout"),
            address("OCPPCommCtrlr.MessageTimeout", ""),
            (component("EVSE", 9), variable("Available")),
            (component("EVSE"), variable("Available")),
        )
        assert [result.attribute_status.value for result in results] == [
            "UnknownComponent",
            "UnknownVariable",
            "UnknownVariable",
            "UnknownVariable",
            "UnknownComponent",
            "UnknownComponent",
        ]
        (target,) = await get(s, OFFLINE_THRESHOLD, attribute=Attribute.TARGET)
        assert target.attribute_status is GetStatus.NOT_SUPPORTED_ATTRIBUTE_TYPE
        assert target.attribute_type is Attribute.TARGET
        assert all(result.attribute_value is None for result in [*results, target])


@virtual_time
async def test_names_are_equal_whatever_their_case_and_echoed_as_asked(version: str) -> None:
    """B06.FR.02, B06.FR.14."""
    async with scene(version) as s:
        asked = address("ocppcommctrlr.MESSAGETIMEOUT", "default")
        (result,) = await get(s, asked)
        assert result.attribute_value == "30"
        assert (result.component, result.variable) == asked


@virtual_time
async def test_live_values_are_those_of_now(version: str) -> None:
    async with scene(version, evses=2) as s:
        evse, station = (
            address("EVSE.AvailabilityState"),
            address("ChargingStation.AvailabilityState"),
        )
        evse1 = (component("EVSE", 1), evse[1])
        connector1 = (component("Connector", 1, 1), evse[1])
        clock = address("ClockCtrlr.DateTime")
        states = [await value_of(s, one) for one in (evse1, connector1, station)]
        assert states == ["Available", "Available", "Available"]
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(1)
        states = [await value_of(s, one) for one in (evse1, connector1, station)]
        assert states == ["Occupied", "Occupied", "Available"]
        await s.hardware.evse(2).plug_in(ElectricVehicle())
        await s.wait(100)
        assert await value_of(s, station) == "Occupied"
        told = await value_of(s, clock)
        assert told is not None
        assert told[:19] == now().isoformat()[:19]


@virtual_time
async def test_who_the_station_is(version: str) -> None:
    async with scene(version, evses=2) as s:
        for name, value in [
            ("ChargingStation.VendorName", "Example"),
            ("ChargingStation.Model", "One"),
            ("SecurityCtrlr.Identity", "CS-0042"),
            ("SecurityCtrlr.SecurityProfile", "0"),
            ("OCPPCommCtrlr.FileTransferProtocols", ""),
        ]:
            assert await value_of(s, address(name)) == value
