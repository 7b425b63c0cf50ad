"""Reset (2.0.1 B11, B12; 2.1 B13; 1.6 5.14)."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import TxCtrlr
from tests.support.device_model import address, get
from tests.support.editions import IN_2X
from tests.support.firmware import Maker, told
from tests.support.scene import TOKEN, charge, now, scene
from tests.support.transfer import Shelf
from tests.support.virtual_time import virtual_time


@pytest.mark.parametrize("kind", ["Soft", "Hard"])
def test_reset_1_6_ends_the_transaction_and_boots(kind: str) -> None:
    """1.6 5.14: StopTransaction with its reason, then a boot."""

    @virtual_time
    async def play() -> None:
        async with scene("1.6") as s:
            await s.plug_in_and_swipe()
            await s.hears(v16.StartTransactionRequest)
            await s.wait(60)
            answer = await s.csms.call(v16.ResetRequest(type=v16.ResetType(kind)))
            assert answer.status is v16.ResetStatus.ACCEPTED
            await s.wait(60)
            stop = s.csms.requests(v16.StopTransactionRequest)
            assert [n.reason for n in stop] == [v16.Reason(f"{kind}Reset")]
            actions = s.csms.actions()
            assert actions.index("StopTransaction") < actions.index("BootNotification", 1)
            assert s.station.accepted
            assert len(s.network.links) == 2

    play()


@IN_2X
@virtual_time
async def test_immediate_reset_2x(version: str) -> None:
    """B12.FR.02, B12.FR.04, B11.FR.03, B01.FR.09."""
    async with scene(version) as s:
        await s.plug_in_and_swipe()
        await s.hears(v21.TransactionEventRequest)
        await s.wait(60)
        answer = await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
        assert answer.status is v21.ResetStatusEnumType.ACCEPTED
        await s.wait(60)
        ended = s.csms.requests(v21.TransactionEventRequest)[-1]
        assert ended.event_type is v21.TransactionEventEnumType.ENDED
        assert ended.trigger_reason is v21.TriggerReasonEnumType.RESET_COMMAND
        assert ended.transaction_info.stopped_reason is v21.ReasonEnumType.IMMEDIATE_RESET
        boots = s.csms.requests(v21.BootNotificationRequest)
        assert [b.reason.value for b in boots] == ["PowerUp", "RemoteReset"]
        assert not s.evse.contactor.closed


@IN_2X
@virtual_time
async def test_reset_on_idle_waits_for_the_transaction(version: str) -> None:
    """B12.FR.01, B12.FR.03; meanwhile nobody else may begin."""
    async with scene(version, evses=2) as s:
        await s.plug_in_and_swipe()
        await s.hears(v21.TransactionEventRequest)
        await s.wait(10)
        answer = await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.ON_IDLE))
        assert answer.status is v21.ResetStatusEnumType.SCHEDULED
        await s.wait(300)
        assert len(s.csms.requests(v21.BootNotificationRequest)) == 1
        await s.hardware.evse(2).plug_in(ElectricVehicle())
        await s.hardware.evse(2).swipe("DEADBEEF")
        await s.wait(10)
        assert all(
            e.evse is None or e.evse.id == 1 for e in s.csms.requests(v21.TransactionEventRequest)
        )
        await s.evse.swipe(TOKEN)
        await s.wait(60)
        boots = s.csms.requests(v21.BootNotificationRequest)
        assert [b.reason.value for b in boots] == ["PowerUp", "ScheduledReset"]


@IN_2X
@virtual_time
async def test_reset_on_idle_waits_for_firmware(version: str, tmp_path: Path) -> None:
    """B11, remarks; others may charge meanwhile."""
    maker = Maker(tmp_path)
    maker.shelf.bytes_per_second = 10
    async with maker.scene(version) as s:
        bad = maker.update(signature="AAAA")
        await s.csms.call(bad)
        answer = await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.ON_IDLE))
        assert answer.status is v21.ResetStatusEnumType.SCHEDULED
        await charge(s)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.hardware.evse(1).unplug()
        assert len(s.csms.requests(v21.BootNotificationRequest)) == 1
        await s.wait(300)
        assert told(s) == ["Downloading", "Downloaded", "InvalidSignature"]
        boots = s.csms.requests(v21.BootNotificationRequest)
        assert [b.reason.value for b in boots] == ["PowerUp", "ScheduledReset"]


@IN_2X
@virtual_time
async def test_firmware_that_is_installed_is_a_reset_too(version: str, tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    maker.shelf.bytes_per_second = 10
    async with maker.scene(version) as s:
        await s.csms.call(maker.update())
        await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.ON_IDLE))
        await s.wait(1000)
        assert told(s)[-1] == "Installed"
        boots = s.csms.requests(v21.BootNotificationRequest)
        assert [b.reason.value for b in boots] == ["PowerUp", "FirmwareUpdate"]


@IN_2X
@virtual_time
async def test_reset_on_idle_does_not_wait_for_a_date(version: str, tmp_path: Path) -> None:
    """An update that is to begin tomorrow goes on after the reset."""
    maker = Maker(tmp_path)
    async with maker.scene(version) as s:
        await s.csms.call(maker.update(retrieve=now() + timedelta(days=1)))
        await s.wait(10)
        assert told(s) == ["DownloadScheduled"]
        answer = await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.ON_IDLE))
        assert answer.status is v21.ResetStatusEnumType.ACCEPTED
        await s.wait(90000)
        boots = s.csms.requests(v21.BootNotificationRequest)
        assert [b.reason.value for b in boots] == ["PowerUp", "RemoteReset", "FirmwareUpdate"]
        assert told(s)[-1] == "Installed"


@IN_2X
@virtual_time
async def test_reset_on_idle_waits_for_a_log(version: str, tmp_path: Path) -> None:
    """B11, remarks."""
    shelf = Shelf(bytes_per_second=10)
    async with scene(version, files=shelf.folder(tmp_path / "files")) as s:
        log = v21.LogParametersType(remote_location="https://files.example/logs/")
        kind = v21.LogEnumType.SECURITY_LOG
        await s.csms.call(v21.GetLogRequest(log=log, log_type=kind, request_id=1))
        answer = await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.ON_IDLE))
        assert answer.status is v21.ResetStatusEnumType.SCHEDULED
        await s.hears(v21.BootNotificationRequest, count=2, limit=600)
        uploads = s.csms.requests(v21.LogStatusNotificationRequest)
        assert [each.status.value for each in uploads] == ["Uploading", "Uploaded"]
        assert s.csms.requests(v21.BootNotificationRequest)[-1].reason == "ScheduledReset"


@IN_2X
@virtual_time
async def test_reset_of_one_evse_is_rejected(version: str) -> None:
    """B11.FR.09: the station can't restart an EVSE alone."""
    async with scene(version) as s:
        answer = await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE, evse_id=1))
        assert answer.status is v21.ResetStatusEnumType.REJECTED
        await s.wait(10)
        assert len(s.csms.requests(v21.BootNotificationRequest)) == 1


@virtual_time
async def test_a_reset_that_resumes_the_transaction_is_rejected() -> None:
    """2.1 B13.FR.01: ResumptionTimeout is 0, and so no transaction is resumed."""
    async with scene("2.1") as s:
        await s.plug_in_and_swipe()
        await s.hears(v21.TransactionEventRequest)
        answer = await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE_AND_RESUME))
        assert answer.status is v21.ResetStatusEnumType.REJECTED
        await s.wait(60)
        assert len(s.csms.requests(v21.BootNotificationRequest)) == 1
        assert s.evse.contactor.closed
        (timeout,) = await get(s, address("TxCtrlr.ResumptionTimeout"))
        assert timeout.attribute_value == "0"


@IN_2X
@virtual_time
async def test_what_reset_could_not_deliver_is_sent_after_the_restart(version: str) -> None:
    """B12.FR.05."""
    async with scene(version) as s:
        await s.plug_in_and_swipe()
        await s.hears(v21.TransactionEventRequest)
        await s.wait(10)
        link = s.network.links[-1]
        answer = await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
        assert answer.status is v21.ResetStatusEnumType.ACCEPTED
        link.silent = True
        await s.wait(120)
        events = s.csms.requests(v21.TransactionEventRequest)
        assert [e.seq_no for e in events] == list(range(len(events)))
        assert events[-1].event_type is v21.TransactionEventEnumType.ENDED
        boot = s.csms.actions().index("BootNotification", 1)
        assert s.csms.actions().index("TransactionEvent", boot) > boot


@IN_2X
@virtual_time
async def test_nothing_begins_while_a_reset_waits(version: str) -> None:
    """B12.FR.03: neither by a plug, nor by a token that was on its way when the reset came."""
    settings = {TxCtrlr.TxStartPoint: ("EVConnected", "Authorized")}
    async with scene(version, evses=3, settings=settings) as s:
        await s.plug_in_and_swipe()
        await s.wait(10)
        s.csms.answer(v21.AuthorizeRequest, authorize_slowly)
        await s.hardware.evse(3).swipe("DEADBEEF")
        await s.wait(1)
        await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.ON_IDLE))
        await s.hardware.evse(2).plug_in(ElectricVehicle())
        await s.wait(10)
        assert {e.evse.id for e in s.csms.requests(v21.TransactionEventRequest) if e.evse} == {1}
        assert s.station.evses[2].token is None, "no session, either"
        await s.evse.swipe(TOKEN)
        await s.wait(60)
        assert s.csms.requests(v21.BootNotificationRequest)[-1].reason == "ScheduledReset"


async def authorize_slowly(_: v21.AuthorizeRequest) -> v21.AuthorizeResponse:
    await asyncio.sleep(5)
    info = v21.IdTokenInfoType(status=v21.AuthorizationStatusEnumType.ACCEPTED)
    return v21.AuthorizeResponse(id_token_info=info)


@IN_2X
@virtual_time
async def test_an_immediate_reset_overtakes_a_scheduled_one(version: str) -> None:
    """B12.FR.02, B12.FR.04."""
    async with scene(version) as s:
        await s.plug_in_and_swipe()
        await s.wait(10)
        await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.ON_IDLE))
        await s.wait(60)
        again = await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.ON_IDLE))
        assert again.status is v21.ResetStatusEnumType.SCHEDULED
        answer = await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
        assert answer.status is v21.ResetStatusEnumType.ACCEPTED
        await s.hears(v21.BootNotificationRequest, count=2, limit=60)
        ended = s.csms.requests(v21.TransactionEventRequest)[-1]
        assert ended.trigger_reason is v21.TriggerReasonEnumType.RESET_COMMAND
        assert ended.transaction_info.stopped_reason is v21.ReasonEnumType.IMMEDIATE_RESET
        boots = s.csms.requests(v21.BootNotificationRequest)
        assert [b.reason.value for b in boots] == ["PowerUp", "RemoteReset"]
