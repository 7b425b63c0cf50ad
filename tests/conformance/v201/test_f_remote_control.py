"""Cases of block F, remote control (Part 6, 2.7)."""

from pathlib import Path

from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import AuthCtrlr, TxCtrlr
from tests.conformance.v201 import states
from tests.conformance.v201.play import MESSAGE_TIMEOUT, Configuration, case
from tests.conformance.v201.settings import AUTH
from tests.support.editions import IN_2X
from tests.support.firmware import Maker
from tests.support.transfer import Shelf
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X


# Starting and stopping.


@virtual_time
async def test_TC_F_01_CS(version: str) -> None:
    async with case(version, if_implemented=AUTH) as play:
        at = play.at()
        await states.ev_connected_pre_session(at)
        await states.authorized(at, remote=True)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_F_02_CS(version: str) -> None:
    settings = {AuthCtrlr.AuthorizeRemoteStart: "true"}
    async with case(version, settings, if_implemented=AUTH) as play:
        at = play.at()
        await states.authorized(at, remote=True)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_F_03_CS(version: str) -> None:
    settings = {AuthCtrlr.AuthorizeRemoteStart: "false"}
    async with case(version, settings, if_implemented=AUTH) as play:
        at = play.at()
        await states.authorized(at, remote=True, asks=False)
        await states.energy_transfer_started(at)
        assert not play.pending(v21.AuthorizeRequest)


@virtual_time
async def test_TC_F_04_CS(version: str) -> None:
    settings: Configuration = {
        TxCtrlr.EVConnectionTimeOut: "30",
        TxCtrlr.TxStartPoint: "Authorized",
    }
    async with case(version, settings, if_implemented=AUTH) as play:
        at = play.at()
        await states.authorized(at, remote=True)
        await at.event(type="Ended", trigger="EVConnectTimeout", limit=35)
        at.new()
        await states.authorized(at, remote=True)


@virtual_time
async def test_TC_F_08_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await states.stop_authorized(at, remote=True)


@virtual_time
async def test_TC_F_09_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        request = v21.RequestStopTransactionRequest(transaction_id=f"not {at.transaction_id}"[:36])
        await play.call(request, status="Rejected")


# Unlocking.


def unlock(connector_id: int = 1) -> v21.UnlockConnectorRequest:
    return v21.UnlockConnectorRequest(evse_id=1, connector_id=connector_id)


@virtual_time
async def test_TC_F_05_CS(version: str) -> None:
    async with case(version) as play:
        await states.energy_transfer_started(play.at())
        await play.call(unlock(), status="OngoingAuthorizedTransaction")


@virtual_time
async def test_TC_F_06_CS(version: str) -> None:
    """Nothing is said of a cable; here one is there, as the next case is the one without."""
    async with case(version) as play:
        await play.at().plug_in()
        await play.s.wait(1)
        await play.call(unlock(), status="Unlocked")


@virtual_time
async def test_TC_F_07_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(unlock(), status="Unlocked")


@virtual_time
async def test_TC_F_10_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(unlock(999), status="UnknownConnector")


# Messages that the CSMS asks for.


def trigger(
    message: str, evse_id: int | None = None, connector_id: int | None = None
) -> v21.TriggerMessageRequest:
    evse = None if evse_id is None else v21.EVSEType(id=evse_id, connector_id=connector_id)
    return v21.TriggerMessageRequest(
        requested_message=v21.MessageTriggerEnumType(message), evse=evse
    )


@virtual_time
async def test_TC_F_11_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(trigger("MeterValues", 1), status="Accepted")
        values = await play.expect(v21.MeterValuesRequest, evse_id=1)
        assert values.meter_value[0].sampled_value[0].context == "Trigger"


@virtual_time
async def test_TC_F_12_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(trigger("MeterValues"), status="Accepted")
        told: set[int] = set()
        while not {1, 2} <= told:
            values = await play.expect(v21.MeterValuesRequest)
            assert values.meter_value[0].sampled_value[0].context == "Trigger"
            told.add(values.evse_id)


@virtual_time
async def test_TC_F_13_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await play.call(trigger("TransactionEvent", 1), status="Accepted")
        event = await at.event(trigger="Trigger", state="Charging")
        assert event.evse is None or event.evse.id == 1
        assert event.meter_value
        assert event.meter_value[0].sampled_value[0].context == "Trigger"


@virtual_time
async def test_TC_F_14_CS(version: str) -> None:
    """The EVSE may be left out, as in the case before (E01.FR.16)."""
    async with case(version) as play:
        await states.all_energy_transfer_started(play)
        await play.call(trigger("TransactionEvent"), status="Accepted")
        for evse_id in (1, 2):
            event = await play.at(evse_id).event(trigger="Trigger", state="Charging")
            assert event.evse is None or event.evse.id == evse_id
            assert event.meter_value
            assert event.meter_value[0].sampled_value[0].context == "Trigger"


@virtual_time
async def test_TC_F_15_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(trigger("LogStatusNotification"), status="Accepted")
        await play.expect(v21.LogStatusNotificationRequest, status="Idle", request_id=None)


@virtual_time
async def test_TC_F_16_CS(version: str, tmp_path: Path) -> None:
    shelf = Shelf(bytes_per_second=1)
    async with case(version, files=shelf.folder(tmp_path)) as play:
        log = v21.LogParametersType(remote_location="http://files.example/logs/")
        diagnostics = v21.LogEnumType.DIAGNOSTICS_LOG
        request = v21.GetLogRequest(log=log, log_type=diagnostics, request_id=1)
        await play.call(request, status="Accepted")
        await play.expect(v21.LogStatusNotificationRequest, status="Uploading")
        await play.call(trigger("LogStatusNotification"), status="Accepted")
        await play.expect(v21.LogStatusNotificationRequest, status="Uploading", limit=5)


@virtual_time
async def test_TC_F_17_CS(version: str, tmp_path: Path) -> None:
    async with case(version, **Maker(tmp_path).parts()) as play:
        await play.call(trigger("FirmwareStatusNotification", 1), status="Accepted")
        await play.expect(v21.FirmwareStatusNotificationRequest, status="Idle", request_id=None)


@virtual_time
async def test_TC_F_18_CS(version: str, tmp_path: Path) -> None:
    async with case(version, **Maker(tmp_path).parts()) as play:
        await play.call(trigger("FirmwareStatusNotification"), status="Accepted")
        await play.expect(v21.FirmwareStatusNotificationRequest, status="Idle", request_id=None)


@virtual_time
async def test_TC_F_19_CS(version: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    maker.shelf.bytes_per_second = 1
    async with case(version, **maker.parts()) as play:
        await play.call(maker.update(signature="AAAA"), status="Accepted")
        await play.expect(v21.FirmwareStatusNotificationRequest, status="Downloading")
        await play.call(trigger("FirmwareStatusNotification"), status="Accepted")
        await play.expect(v21.FirmwareStatusNotificationRequest, status="Downloading")


@virtual_time
async def test_TC_F_20_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(trigger("Heartbeat"), status="Accepted")
        await play.expect(v21.HeartbeatRequest, limit=5)


@virtual_time
async def test_TC_F_23_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(trigger("StatusNotification", 1, 1), status="Accepted")
        await play.status("Available")


@virtual_time
async def test_TC_F_24_CS(version: str) -> None:
    async with case(version) as play:
        await states.ev_connected_pre_session(play.at())
        await play.call(trigger("StatusNotification", 1, 1), status="Accepted")
        await play.status("Occupied")


@virtual_time
async def test_TC_F_26_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(trigger("BootNotification"), status="Rejected")
        await play.silence(v21.BootNotificationRequest, seconds=MESSAGE_TIMEOUT)


@virtual_time
async def test_TC_F_27_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(trigger("SignCombinedCertificate"), status="NotImplemented")
