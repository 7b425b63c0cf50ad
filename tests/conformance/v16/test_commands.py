"""Cases of 1.6: what the central system asks of a station (2.4 to 2.12, 2.15, 2.21, 2.23)."""

from pilotwire.errors import CallFailed
from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v16
from pilotwire.ocpp.specs import Access
from pilotwire.ocpp.v16.configuration import KEYS, Keys
from tests.conformance.v16.play import (
    DURATION,
    VALID,
    Configuration,
    Play,
    availability,
    case,
    start_request,
)
from tests.support.virtual_time import virtual_time

# The cache.

CACHED: Configuration = {
    Keys.AuthorizationCacheEnabled: "true",
    Keys.LocalPreAuthorize: "true",
}


@virtual_time
async def test_TC_007_CS() -> None:
    asks: Configuration = {Keys.AuthorizeRemoteTxRequests: "true"}
    async with case(CACHED, if_implemented=asks) as play:
        await play.id_tag_cached()
        await play.plug_in()
        await play.call(start_request(), status="Accepted")
        await play.expect(v16.StartTransactionRequest)
        await play.status("Charging")


@virtual_time
async def test_TC_061_CS() -> None:
    async with case({**CACHED, Keys.ConnectionTimeOut: "30"}) as play:
        await play.authorized()
        await play.status("Available", limit=35)
        await play.call(v16.ClearCacheRequest(), status="Accepted")
        await play.present()
        await play.expect(v16.AuthorizeRequest, id_tag=VALID)


# From afar.


@virtual_time
async def test_TC_010_CS() -> None:
    async with case() as play:
        await play.charging()


@virtual_time
async def test_TC_011_1_CS() -> None:
    async with case() as play:
        await play.remote_start()
        await play.status("Preparing")
        await play.evse.plug_in(play.vehicle)
        await play.expect(v16.StartTransactionRequest)
        await play.status("Charging")


@virtual_time
async def test_TC_011_2_CS() -> None:
    async with case({Keys.ConnectionTimeOut: "30"}) as play:
        await play.remote_start()
        await play.status("Preparing")
        await play.status("Available", limit=35)


@virtual_time
async def test_TC_012_CS() -> None:
    async with case() as play:
        await play.charging()
        await play.call(stop_request(play.transaction_id), status="Accepted")
        await play.expect(v16.StopTransactionRequest, reason="Remote")
        await play.status("Finishing")


def stop_request(transaction_id: int) -> v16.RemoteStopTransactionRequest:
    return v16.RemoteStopTransactionRequest(transaction_id=transaction_id)


@virtual_time
async def test_TC_026_CS() -> None:
    async with case({Keys.LocalPreAuthorize: "false"}) as play:
        await play.charging()
        await play.call(start_request(), status="Rejected")


@virtual_time
async def test_TC_027_CS() -> None:
    async with case() as play:
        try:
            said: str = (await play.call(start_request(0))).status
        except CallFailed as error:
            said = error.code
        assert said in {"Rejected", "PropertyConstraintViolation"}


@virtual_time
async def test_TC_028_CS() -> None:
    async with case() as play:
        await play.charging()
        await play.call(stop_request(play.transaction_id + 1000), status="Rejected")


# Reset.


def reset(kind: str) -> v16.ResetRequest:
    return v16.ResetRequest(type=v16.ResetType(kind))


async def reset_while_unavailable(kind: str) -> None:
    async with case() as play:
        await play.unavailable()
        await play.call(reset(kind), status="Accepted")
        await play.boots()
        await play.all_statuses("Unavailable")
        await play.call(availability("Operative", 1), status="Accepted")
        await play.status("Available")


@virtual_time
async def test_TC_013_CS() -> None:
    await reset_while_unavailable("Hard")


@virtual_time
async def test_TC_014_CS() -> None:
    await reset_while_unavailable("Soft")


async def reset_in_a_transaction(kind: str, reason: str) -> None:
    async with case() as play:
        await play.charging()
        await play.call(reset(kind), status="Accepted")
        await play.expect(v16.StopTransactionRequest, reason=reason)
        await play.status("Finishing")
        await play.boots()
        await play.all_statuses("Finishing", "Preparing")


@virtual_time
async def test_TC_015_CS() -> None:
    await reset_in_a_transaction("Hard", "HardReset")


@virtual_time
async def test_TC_016_CS() -> None:
    await reset_in_a_transaction("Soft", "SoftReset")


# Unlocking.


def unlock(connector: int = 1) -> v16.UnlockConnectorRequest:
    return v16.UnlockConnectorRequest(connector_id=connector)


def fixed() -> SimulatedStation:
    return SimulatedStation(2, kind=ConnectorKind.TYPE2_CABLE)


@virtual_time
async def test_TC_017_1_CS() -> None:
    async with case() as play:
        await play.call(unlock(), status="Unlocked")


@virtual_time
async def test_TC_017_2_CS() -> None:
    async with case(hardware=fixed()) as play:
        await play.call(unlock(), status="NotSupported")


@virtual_time
async def test_TC_018_1_CS() -> None:
    async with case() as play:
        await play.charging()
        await play.call(unlock(), status="Unlocked")
        await play.expect(v16.StopTransactionRequest, reason="UnlockCommand")
        await play.status("Finishing")
        await play.unplug()
        await play.status("Available")


@virtual_time
async def test_TC_018_2_CS() -> None:
    async with case(hardware=fixed()) as play:
        await play.charging()
        await play.call(unlock(), status="NotSupported")


@virtual_time
async def test_TC_030_CS() -> None:
    async with case() as play:
        await play.charging()
        play.evse.lock.jam()
        await play.call(unlock(), status="UnlockFailed")


@virtual_time
async def test_TC_031_CS() -> None:
    async with case() as play:
        await play.call(unlock(999), status="NotSupported")


# Configuration.


@virtual_time
async def test_TC_019_CS() -> None:
    async with case() as play:
        profiles = (await play.keys(Keys.SupportedFeatureProfiles))["SupportedFeatureProfiles"]
        response = await play.call(v16.GetConfigurationRequest())
        found = {key.key: key.readonly for key in response.configuration_key or ()}
        for key in KEYS.values():
            if key.required and key.profile in profiles.split(","):
                assert key.name in found
                if key.access is not Access.READ_OR_READ_WRITE:
                    assert found[key.name] is (key.access is Access.READ), key.name
        most = int((await play.keys(Keys.GetConfigurationMaxKeys))["GetConfigurationMaxKeys"])
        some = list(found)[:most]
        again = await play.call(v16.GetConfigurationRequest(key=some), unknown_key=None)
        assert {key.key for key in again.configuration_key or ()} == set(some)


@virtual_time
async def test_TC_021_CS() -> None:
    async with case({Keys.MeterValueSampleInterval: "10"}) as play:
        name = Keys.MeterValueSampleInterval.name
        assert await play.change(name, "30") == "Accepted"
        assert await play.keys(Keys.MeterValueSampleInterval) == {name: "30"}


@virtual_time
async def test_TC_040_1_CS() -> None:
    async with case() as play:
        assert await play.change("Testing", "true") == "NotSupported"


@virtual_time
async def test_TC_040_2_CS() -> None:
    async with case() as play:
        try:
            said = await play.change(Keys.MeterValueSampleInterval.name, "-1")
        except CallFailed as error:
            said = error.code
        assert said in {"Rejected", "PropertyConstraintViolation"}


# Messages that the central system asks for.


async def triggered(play: Play, message: str, connector: int | None = None) -> None:
    await play.call(trigger(message, connector), status="Accepted")


def trigger(message: str, connector: int | None = None) -> v16.TriggerMessageRequest:
    return v16.TriggerMessageRequest(
        requested_message=v16.MessageTrigger(message), connector_id=connector
    )


@virtual_time
async def test_TC_054_CS() -> None:
    async with case() as play:
        await triggered(play, "MeterValues", 1)
        await play.expect(v16.MeterValuesRequest, connector_id=1)
        await triggered(play, "Heartbeat")
        await play.expect(v16.HeartbeatRequest, limit=5)
        await triggered(play, "StatusNotification", 1)
        await play.status("Available")
        await triggered(play, "DiagnosticsStatusNotification")
        await play.expect(v16.DiagnosticsStatusNotificationRequest, status="Idle")
        answer = await play.call(
            trigger("FirmwareStatusNotification"), status={"Accepted", "NotImplemented"}
        )
        if answer.status == "Accepted":
            await play.expect(v16.FirmwareStatusNotificationRequest, status="Idle")


@virtual_time
async def test_TC_055_CS() -> None:
    async with case() as play:
        try:
            said: str = (await play.call(trigger("MeterValues", 3))).status
        except CallFailed as error:
            said = error.code
        assert said in {"Rejected", "PropertyConstraintViolation"}
        await play.silence(v16.MeterValuesRequest, seconds=DURATION)


@virtual_time
async def test_TC_062_CS() -> None:
    async with case() as play:
        await play.call(
            v16.DataTransferRequest(vendor_id="com.example.unknown"),
            status={"Rejected", "UnknownMessageId", "UnknownVendorId"},
        )
