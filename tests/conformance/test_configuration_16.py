"""Configuration keys (1.6 5.3, 5.8, 9): a view of the variables."""

from collections.abc import Sequence

import pytest

from pilotwire.charging_station import ChargingStation
from pilotwire.errors import CallFailed
from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v16
from pilotwire.ocpp.specs import INTEGER, Mutability, Variable
from pilotwire.ocpp.v16.configuration import KEYS
from pilotwire.station.device_model.standard import (
    AuthCtrlr,
    DeviceDataCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
    TxCtrlr,
)
from pilotwire.store import Store
from tests.support.scene import Opponent, Scene, now, scene
from tests.support.virtual_time import virtual_time


async def get(s: Scene, *keys: str) -> dict[str, tuple[str | None, bool]]:
    """The values of keys, and whether they are read-only; all keys if none is named."""
    response = await s.csms.call(v16.GetConfigurationRequest(key=list(keys)))
    return {key.key: (key.value, key.readonly) for key in response.configuration_key or ()}


async def change(s: Scene, key: str, value: str) -> str:
    answer = await s.csms.call(v16.ChangeConfigurationRequest(key=key, value=value))
    return answer.status.value


@virtual_time
async def test_all_keys() -> None:
    """TC_019_CS: an absent list and an empty one both mean all; each key as the standard has it."""
    async with scene("1.6", evses=2) as s:
        everything = await get(s)
        assert everything == {
            "AllowOfflineTxForUnknownId": ("false", False),
            "AuthorizationCacheEnabled": ("true", False),
            "AuthorizationKey": (None, False),
            "AuthorizeRemoteTxRequests": ("true", False),
            "ChargeProfileMaxStackLevel": ("99", True),
            "ChargingScheduleAllowedChargingRateUnit": ("Current,Power", True),
            "ChargingScheduleMaxPeriods": ("288", True),
            "ClockAlignedDataInterval": ("0", False),
            "ConnectionTimeOut": ("60", False),
            "ConnectorPhaseRotation": ("1.Unknown,2.Unknown", False),
            "ConnectorPhaseRotationMaxLength": ("3", True),
            "GetConfigurationMaxKeys": ("50", True),
            "HeartbeatInterval": ("300", False),
            "LocalAuthListEnabled": ("true", False),
            "LocalAuthListMaxLength": ("100000", True),
            "LocalAuthorizeOffline": ("true", False),
            "LocalPreAuthorize": ("false", False),
            "MaxChargingProfilesInstalled": ("100", True),
            "MaxEnergyOnInvalidId": ("0", False),
            "MeterValueSampleInterval": ("60", False),
            "MeterValuesAlignedData": ("Energy.Active.Import.Register", False),
            "MeterValuesAlignedDataMaxLength": ("14", True),
            "MeterValuesSampledData": (
                "Energy.Active.Import.Register,Power.Active.Import,Current.Import",
                False,
            ),
            "MeterValuesSampledDataMaxLength": ("14", True),
            "MinimumStatusDuration": ("0", False),
            "NumberOfConnectors": ("2", True),
            "ReserveConnectorZeroSupported": ("true", True),
            "ResetRetries": ("3", False),
            "SecurityProfile": ("0", False),
            "SendLocalListMaxLength": ("1000", True),
            "StopTransactionOnEVSideDisconnect": ("true", False),
            "StopTransactionOnInvalidId": ("true", False),
            "StopTransactionMaxMeterValues": ("61", True),
            "StopTxnAlignedData": ("", False),
            "StopTxnAlignedDataMaxLength": ("14", True),
            "StopTxnSampledData": ("Energy.Active.Import.Register", False),
            "StopTxnSampledDataMaxLength": ("14", True),
            "SupportedFeatureProfiles": (
                "Core,LocalAuthListManagement,Reservation,SmartCharging,RemoteTrigger",
                True,
            ),
            "SupportedFileTransferProtocols": ("", True),
            "TransactionMessageAttempts": ("5", False),
            "TransactionMessageRetryInterval": ("30", False),
            "UnlockConnectorOnEVSideDisconnect": ("true", False),
            "WebSocketPingInterval": ("60", False),
        }
        for name, (_, readonly) in everything.items():
            assert readonly or "W" in KEYS[name].access.value
        response = await s.csms.call(v16.GetConfigurationRequest())
        assert len(response.configuration_key or ()) == len(everything)
        assert response.unknown_key is None


@virtual_time
async def test_known_and_unknown_keys() -> None:
    """5.8; a key is the same whatever its case."""
    async with scene("1.6") as s:
        response = await s.csms.call(
            v16.GetConfigurationRequest(key=["heartbeatINTERVAL", "Testing", "ConnectionTimeOut"])
        )
        assert [key.key for key in response.configuration_key or ()] == [
            "HeartbeatInterval",
            "ConnectionTimeOut",
        ]
        assert list(response.unknown_key or ()) == ["Testing"]
        response = await s.csms.call(v16.GetConfigurationRequest(key=["Testing"]))
        assert response.configuration_key is None
        assert list(response.unknown_key or ()) == ["Testing"]


@virtual_time
async def test_more_keys_than_may_be_asked_for() -> None:
    """9.1.9 GetConfigurationMaxKeys."""
    async with scene("1.6", settings={DeviceDataCtrlr.ItemsPerMessage_GetVariables: 2}) as s:
        assert (await get(s, "GetConfigurationMaxKeys"))["GetConfigurationMaxKeys"] == ("2", True)
        with pytest.raises(CallFailed) as refused:
            await get(s, "HeartbeatInterval", "ConnectionTimeOut", "NumberOfConnectors")
        assert refused.value.code == "OccurrenceConstraintViolation"


@virtual_time
async def test_a_change_is_seen_by_the_station() -> None:
    """TC_021_CS, 5.3."""
    async with scene("1.6") as s:
        model = s.station.device_model
        assert await change(s, "MeterValueSampleInterval", "10") == "Accepted"
        assert model[SampledDataCtrlr.TxUpdatedInterval] == 10
        assert await change(s, "connectiontimeout", "25") == "Accepted"
        assert model[TxCtrlr.EVConnectionTimeOut] == 25
        assert await change(s, "AuthorizeRemoteTxRequests", "FALSE") == "Accepted"
        assert model[AuthCtrlr.AuthorizeRemoteStart] is False
        assert await change(s, "TransactionMessageAttempts", "2") == "Accepted"
        assert model[OCPPCommCtrlr.MessageAttempts_TransactionEvent] == 2
        assert await get(s, "ConnectionTimeOut", "AuthorizeRemoteTxRequests") == {
            "ConnectionTimeOut": ("25", False),
            "AuthorizeRemoteTxRequests": ("false", False),
        }


@pytest.mark.parametrize(
    ("key", "value", "status"),
    [
        pytest.param("Testing", "true", "NotSupported", id="TC_040_1_CS"),
        pytest.param("MeterValueSampleInterval", "-1", "Rejected", id="TC_040_2_CS"),
        ("MaxChargingProfilesInstalled", "3", "Rejected"),
        ("ReserveConnectorZeroSupported", "true", "Rejected"),
        ("LocalAuthListMaxLength", "3", "Rejected"),
        ("SendLocalListMaxLength", "3", "Rejected"),
        ("NumberOfConnectors", "3", "Rejected"),
        ("GetConfigurationMaxKeys", "3", "Rejected"),
        ("SupportedFeatureProfiles", "Core,Reservation", "Rejected"),
        ("HeartbeatInterval", "soon", "Rejected"),
        ("HeartbeatInterval", "1.5", "Rejected"),
        ("StopTransactionOnInvalidId", "yes", "Rejected"),
        pytest.param("MeterValuesSampledData", "SoC,Temperature", "Rejected", id="errata 3.14.4"),
        ("WebSocketPingInterval", "20", "Accepted"),
        ("MeterValuesSampledData", "Energy.Active.Import.Register, Voltage", "Accepted"),
        ("MeterValuesSampledData", "", "Accepted"),
        ("MeterValuesSampledData", "Current.Import.L1,Voltage.L3,Voltage.L2-N", "Accepted"),
        ("StopTxnSampledData", "Current.Import.L2", "Accepted"),
        pytest.param("MeterValuesSampledData", "Power.Active.Import.L1", "Rejected", id="no phase"),
        pytest.param("MeterValuesSampledData", "Current.Import.L4", "Rejected", id="no such"),
        pytest.param("StopTxnSampledData", "Voltage.L1-L2", "Rejected", id="not measured"),
    ],
)
def test_what_comes_of_a_change(key: str, value: str, status: str) -> None:
    """5.3."""

    @virtual_time
    async def play() -> None:
        async with scene("1.6") as s:
            before = await get(s)
            assert await change(s, key, value) == status
            if status in {"Rejected", "NotSupported"}:
                assert await get(s) == before

    play()


@virtual_time
async def test_a_heartbeat_interval_counts_at_once() -> None:
    async with scene("1.6") as s:
        await change(s, "HeartbeatInterval", "10")
        await s.wait(45)
        assert s.csms.actions().count("Heartbeat") == 4


@virtual_time
async def test_measurands_count_from_the_next_sample_on() -> None:
    async with scene("1.6", settings={SampledDataCtrlr.TxUpdatedInterval: 10}) as s:
        await s.plug_in_and_swipe()
        await s.wait(15)
        await change(s, "MeterValuesSampledData", "Voltage")
        await s.wait(10)
        first, *_, last = s.csms.requests(v16.MeterValuesRequest)
        assert len(measurands(first)) > 1
        assert measurands(last) == {"Voltage"}


def measurands(request: v16.MeterValuesRequest) -> set[str]:
    values: Sequence[v16.SampledValue] = request.meter_value[0].sampled_value
    return {value.measurand.value for value in values if value.measurand is not None}


@virtual_time
async def test_what_is_set_in_one_version_is_seen_in_the_other() -> None:
    """And outlasts a restart."""
    store = Store(":memory:")
    async with scene("1.6", store=store) as s:
        assert await change(s, "StopTransactionOnInvalidId", "false") == "Accepted"
    async with scene("2.0.1", store=store) as s:
        assert s.station.device_model[TxCtrlr.StopTxOnInvalidId] is False
        s.station.device_model[TxCtrlr.EVConnectionTimeOut] = 99
    async with scene("1.6", store=store) as s:
        assert await get(s, "StopTransactionOnInvalidId", "ConnectionTimeOut") == {
            "StopTransactionOnInvalidId": ("false", False),
            "ConnectionTimeOut": ("99", False),
        }


@virtual_time
async def test_a_pending_station_can_be_configured() -> None:
    """4.2."""
    csms = Opponent()
    csms.answer(
        v16.BootNotificationRequest,
        lambda _: v16.BootNotificationResponse(
            status=v16.RegistrationStatus.PENDING, current_time=now(), interval=1000
        ),
    )
    async with scene("1.6", csms=csms, booted=False) as s:
        await s.wait(1)
        assert await change(s, "ConnectionTimeOut", "12") == "Accepted"
        assert await get(s, "ConnectionTimeOut") == {"ConnectionTimeOut": ("12", False)}


@virtual_time
async def test_variables_of_the_application_are_keys() -> None:
    level = Variable(component="Lamp", name="Level", datatype=INTEGER, minimum=0, maximum=100)
    serial = Variable(
        component="Lamp", name="Age", datatype=INTEGER, mutability=Mutability.READ_ONLY
    )
    heard: list[int] = []

    def declare(station: ChargingStation[SimulatedStation]) -> None:
        station.device_model.declare(level, 40, on_change=heard.append)
        station.device_model.declare(serial, read=lambda: 17)

    async with scene("1.6", prepare=declare) as s:
        assert await get(s, "Lamp.Level", "lamp.age") == {
            "Lamp.Level": ("40", False),
            "Lamp.Age": ("17", True),
        }
        assert await change(s, "Lamp.Level", "101") == "Rejected"
        assert await change(s, "Lamp.Age", "18") == "Rejected"
        assert await change(s, "Lamp.Level", "70") == "Accepted"
        assert heard == [70]


# How the phases of connectors are wired (9.1.7): one key, several variables.


async def wired(s: Scene) -> str | None:
    return (await get(s, "ConnectorPhaseRotation"))["ConnectorPhaseRotation"][0]


@virtual_time
async def test_what_is_not_named_is_not_known() -> None:
    async with scene("1.6", evses=2) as s:
        for value, shown in (
            ("0.RST,1.RTS,2.TSR", "0.RST,1.RTS,2.TSR"),
            (" 2.STR , 1.SRT ", "1.SRT,2.STR"),
            ("1.TRS", "1.TRS,2.Unknown"),
            ("0.Unknown,2.RST", "1.Unknown,2.RST"),
            ("", "1.Unknown,2.Unknown"),
        ):
            assert await change(s, "ConnectorPhaseRotation", value) == "Accepted"
            assert await wired(s) == shown


@pytest.mark.parametrize(
    "value",
    [
        *("3.RST", "1.RST,1.RST", "1.RST,3.RST", "1.ABC", "1.NotApplicable", "1", "RST", "-1.RST"),
        *("1.RST;2.RST", "1.RST.2", "01.RST", "1.rst", "1.RSx", "\u0661.RST"),
    ],
)
@virtual_time
async def test_a_list_with_one_wrong_part_changes_nothing(value: str) -> None:
    async with scene("1.6", evses=2) as s:
        assert await change(s, "ConnectorPhaseRotation", "1.RTS,2.TSR") == "Accepted"
        assert await change(s, "ConnectorPhaseRotation", value) == "Rejected"
        assert await wired(s) == "1.RTS,2.TSR"


@pytest.mark.parametrize("kind", [None, ConnectorKind.CCS2_CABLE], ids=["one phase", "DC"])
@virtual_time
async def test_one_phase_and_direct_current_have_no_order(kind: ConnectorKind | None) -> None:
    kind = kind or ConnectorKind.TYPE2_SOCKET
    async with scene("1.6", hardware=SimulatedStation(evses=2, kind=kind, phases=1)) as s:
        assert await wired(s) == "1.NotApplicable,2.NotApplicable"
        assert await change(s, "ConnectorPhaseRotation", "1.RST") == "Rejected"
        assert await change(s, "ConnectorPhaseRotation", "0.RST") == "Rejected"
        assert await change(s, "ConnectorPhaseRotation", "1.NotApplicable,2.Unknown") == "Accepted"
        assert await wired(s) == "1.NotApplicable,2.NotApplicable"


@virtual_time
async def test_it_is_said_of_each_connector_of_an_evse() -> None:
    kinds = (ConnectorKind.TYPE2_SOCKET, ConnectorKind.TYPE2_CABLE)
    async with scene("1.6", hardware=SimulatedStation(evses=2, connectors=kinds)) as s:
        assert await change(s, "ConnectorPhaseRotation", "3.RTS") == "Accepted"
        assert await wired(s) == "1.Unknown,2.Unknown,3.RTS,4.Unknown"
