"""Boot, heartbeat and reset (2.0.1 B01 to B04, B11, B12, G02; 1.6 4.2, 4.6, 5.14)."""

import asyncio
from datetime import timedelta

import pytest

from pilotwire.errors import CallFailed, CallRefused, CsmsUnreachable
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.base import Message, Response
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SampledDataCtrlr, TxCtrlr
from pilotwire.station.vocabulary import IdTokenKind
from tests.support.device_model import address, get
from tests.support.editions import IN_2X, IN_ALL
from tests.support.memory_link import Fate, Side
from tests.support.scene import TOKEN, Opponent, now, scene
from tests.support.virtual_time import virtual_time


def boot_answers(*answers: tuple[str, int]) -> Opponent:
    """A CSMS that gives these answers to boots, the last one for good."""
    csms = Opponent()
    left = list(answers)

    def script16(_: v16.BootNotificationRequest) -> v16.BootNotificationResponse:
        status, interval = left.pop(0) if len(left) > 1 else left[0]
        return v16.BootNotificationResponse(
            status=v16.RegistrationStatus(status), current_time=now(), interval=interval
        )

    def script2x(_: v21.BootNotificationRequest) -> v21.BootNotificationResponse:
        status, interval = left.pop(0) if len(left) > 1 else left[0]
        return v21.BootNotificationResponse(
            status=v21.RegistrationStatusEnumType(status), current_time=now(), interval=interval
        )

    csms.answer(v16.BootNotificationRequest, script16)
    csms.answer(v21.BootNotificationRequest, script2x)
    return csms


@virtual_time
async def test_cold_boot_accepted_1_6() -> None:
    """TC_001_CS: boot, a status per connector and for connector 0, then heartbeats."""
    async with scene("1.6", evses=2) as s:
        boot = s.csms.requests(v16.BootNotificationRequest)[0]
        assert boot == v16.BootNotificationRequest(
            charge_point_vendor="Example",
            charge_point_model="One",
            charge_point_serial_number="SN-1",
            firmware_version="1.0",
        )
        statuses = s.csms.requests(v16.StatusNotificationRequest)
        assert [(n.connector_id, n.status.value, n.error_code.value) for n in statuses] == [
            (0, "Available", "NoError"),
            (1, "Available", "NoError"),
            (2, "Available", "NoError"),
        ]
        await s.wait(620)
        assert s.csms.actions()[4:] == ["SecurityEventNotification", "Heartbeat", "Heartbeat"]
        assert s.csms.heard[-1].at - s.csms.heard[-2].at == pytest.approx(300, abs=1)


@IN_2X
@virtual_time
async def test_cold_boot_accepted_2x(version: str) -> None:
    """TC_B_01_CS, B01.FR.01, B01.FR.04, B01.FR.05, B01.FR.09.

    2.1 prefers that statuses are told by NotifyEvent; a StatusNotification it still takes.
    """
    async with scene(version, evses=2) as s:
        boot = s.csms.requests(v21.BootNotificationRequest)[0]
        assert boot.reason is v21.BootReasonEnumType.POWER_UP
        assert boot.charging_station.vendor_name == "Example"
        assert boot.charging_station.serial_number == "SN-1"
        statuses = s.csms.requests(v21.StatusNotificationRequest)
        assert [(n.evse_id, n.connector_id, n.connector_status.value) for n in statuses] == [
            (1, 1, "Available"),
            (2, 1, "Available"),
        ]
        assert s.station.device_model[OCPPCommCtrlr.HeartbeatInterval] == 300
        await s.wait(620)
        assert s.csms.actions()[3:] == ["SecurityEventNotification", "Heartbeat", "Heartbeat"]


@IN_ALL
def test_pending_sends_nothing_but_the_next_boot(version: str) -> None:
    """B02.FR.02, B02.FR.04, B02.FR.08; 1.6 4.2."""

    @virtual_time
    async def play() -> None:
        csms = boot_answers(("Pending", 20), ("Pending", 20), ("Accepted", 300))
        async with scene(version, csms=csms, booted=False) as s:
            await s.plug_in_and_swipe()
            await s.wait(30)
            assert set(csms.actions()) == {"BootNotification"}
            assert len(s.network.links) == 1, "B02.FR.06: the connection stays"
            await s.wait(20)
            first, second, third = [
                h.at for h in csms.heard if h.request.action == "BootNotification"
            ]
            assert second - first == pytest.approx(20, abs=0.5)
            assert third - second == pytest.approx(20, abs=0.5)
            assert csms.actions()[3] == "StatusNotification"

    play()


@IN_ALL
def test_pending_refuses_remote_start(version: str) -> None:
    """B02.FR.05; 1.6 4.2."""

    @virtual_time
    async def play() -> None:
        csms = boot_answers(("Pending", 1000))
        async with scene(version, csms=csms, booted=False) as s:
            await s.wait(1)
            status = await remote_start(csms, version)
            assert status == "Rejected"

    play()


async def remote_start(csms: Opponent, version: str, token: str = "04A1B2C3") -> str:
    if version == "1.6":
        answer16 = await csms.call(v16.RemoteStartTransactionRequest(id_tag=token, connector_id=1))
        return answer16.status.value
    answer = await csms.call(
        v21.RequestStartTransactionRequest(
            evse_id=1,
            remote_start_id=77,
            id_token=v21.IdTokenType(id_token=token, type=IdTokenKind.CENTRAL),
        )
    )
    return answer.status.value


@IN_ALL
def test_rejected_stays_away_for_the_interval(version: str) -> None:
    """B03.FR.02, B03.FR.04, B03.FR.06; 1.6 4.2 forbids even to answer meanwhile."""

    @virtual_time
    async def play() -> None:
        csms = boot_answers(("Rejected", 40), ("Accepted", 300))
        async with scene(version, csms=csms, booted=False) as s:
            await s.wait(30)
            assert csms.actions() == ["BootNotification"]
            assert s.network.links[0].station.closed
            await s.wait(15)
            assert csms.heard[1].at - csms.heard[0].at == pytest.approx(40, abs=1)
            assert csms.actions()[1] == "BootNotification"
            assert s.station.accepted

    play()


@IN_2X
@pytest.mark.parametrize("status", ["Pending", "Rejected"])
def test_an_interval_of_zero_does_not_flood(version: str, status: str) -> None:
    """B02.FR.07, B03.FR.05."""

    @virtual_time
    async def play() -> None:
        csms = boot_answers((status, 0))
        async with scene(version, csms=csms, booted=False) as s:
            await s.wait(600)
            assert 2 <= len(csms.heard) <= 20

    play()


@IN_2X
@virtual_time
async def test_the_csms_sets_the_clock(version: str) -> None:
    """B01.FR.06: what is reported after a boot bears the CSMS's time."""
    csms = Opponent()
    ahead = now() + timedelta(hours=20)
    csms.answer(
        v21.BootNotificationRequest,
        lambda _: v21.BootNotificationResponse(
            status=v21.RegistrationStatusEnumType.ACCEPTED, current_time=ahead, interval=300
        ),
    )
    async with scene(version, csms=csms) as s:
        [status] = s.csms.requests(v21.StatusNotificationRequest)
        assert timedelta() <= status.timestamp - ahead < timedelta(seconds=5)


@IN_2X
@virtual_time
async def test_heartbeat_waits_while_other_messages_show_life(version: str) -> None:
    """G02: what is sent counts as a sign of life."""
    async with scene(version) as s:
        await s.wait(250)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(200)
        assert "Heartbeat" not in s.csms.actions()
        await s.wait(120)
        assert s.csms.actions()[-1] == "Heartbeat"


@IN_2X
@virtual_time
async def test_a_lost_connection_is_not_a_boot(version: str) -> None:
    """B01.FR.03, B04.FR.02: back soon, only what has changed is told (2.1: G01 says how)."""
    async with scene(version, evses=2) as s:
        s.csms.heard.clear()
        s.cut()
        await s.wait(1)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(30)
        assert s.csms.actions() == ["StatusNotification"]
        assert s.csms.requests(v21.StatusNotificationRequest)[0].evse_id == 1


@IN_2X
@virtual_time
async def test_after_a_long_time_offline_every_connector_is_told(version: str) -> None:
    """B04.FR.01."""
    async with scene(version, evses=2) as s:
        s.network.refusal = CsmsUnreachable("no network")
        s.csms.heard.clear()
        s.cut()
        await s.wait(100)
        s.go_online()
        await s.wait(400)
        statuses = s.csms.requests(v21.StatusNotificationRequest)
        assert [n.evse_id for n in statuses] == [1, 2]


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
async def test_reset_of_one_evse_is_rejected(version: str) -> None:
    """B11.FR.09: the station can't restart an EVSE alone."""
    async with scene(version) as s:
        answer = await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE, evse_id=1))
        assert answer.status is v21.ResetStatusEnumType.REJECTED
        await s.wait(10)
        assert len(s.csms.requests(v21.BootNotificationRequest)) == 1


@virtual_time
async def test_a_reset_that_resumes_the_transaction_is_rejected() -> None:
    """2.1 B13.FR.01: there is no TxResumptionTimeout, and so no transaction is resumed."""
    async with scene("2.1") as s:
        await s.plug_in_and_swipe()
        await s.hears(v21.TransactionEventRequest)
        answer = await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE_AND_RESUME))
        assert answer.status is v21.ResetStatusEnumType.REJECTED
        await s.wait(60)
        assert len(s.csms.requests(v21.BootNotificationRequest)) == 1
        assert s.evse.contactor.closed
        (timeout,) = await get(s, address("TxCtrlr.TxResumptionTimeout"))
        assert timeout.attribute_status is v21.GetVariableStatusEnumType.UNKNOWN_VARIABLE


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


@IN_ALL
def test_unknown_and_unsupported_actions(version: str) -> None:
    """OCPP-J 4.2.3: NotSupported for what is known and not done here."""

    @virtual_time
    async def play() -> None:
        async with scene(version) as s:
            request = v16.ClearCacheRequest() if version == "1.6" else v21.ClearCacheRequest()
            with pytest.raises(CallFailed) as failed:
                await s.csms.call(request)
            assert failed.value.code == "NotSupported"

    play()


@IN_2X
@virtual_time
async def test_a_boot_that_is_not_answered_is_repeated(version: str) -> None:
    async with scene(version, booted=False) as s:
        lost = 0

        def refuse(_: v21.BootNotificationRequest) -> v21.BootNotificationResponse:
            nonlocal lost
            lost += 1
            if lost < 3:
                raise CallRefused("InternalError", "not today")
            return v21.BootNotificationResponse(
                status=v21.RegistrationStatusEnumType.ACCEPTED, current_time=now(), interval=300
            )

        s.csms.answer(v21.BootNotificationRequest, refuse)
        await s.wait(200)
        assert lost == 3
        assert s.station.accepted


@IN_ALL
def test_a_status_whose_answer_was_lost_is_told_again(version: str) -> None:
    """What the CSMS has not confirmed, it may not know."""

    @virtual_time
    async def play() -> None:
        async with scene(version) as s:
            link = s.network.links[-1]
            link.faults = lambda side, text: (
                Fate.CUT_BEFORE
                if side is Side.STATION and '"StatusNotification"' in text
                else Fate.DELIVER
            )
            s.csms.heard.clear()
            await s.evse.plug_in(ElectricVehicle())
            await s.wait(60)
            assert s.csms.actions() == ["StatusNotification"]

    play()


@IN_ALL
def test_a_csms_that_has_forgotten_the_station(version: str) -> None:
    """B02.FR.09, B03.FR.07: SecurityError means not accepted: boot again, and nothing is lost."""

    @virtual_time
    async def play() -> None:
        async with scene(version) as s:
            forgotten = True

            def refuse(_: object) -> Response:
                if forgotten:
                    raise CallRefused("SecurityError")
                return yes(_)

            def boot(
                request: v16.BootNotificationRequest | v21.BootNotificationRequest,
            ) -> Response:
                nonlocal forgotten
                forgotten = False
                return s.csms._yes(request)

            def yes(request: object) -> Response:
                assert isinstance(request, Message)
                return s.csms._yes(request)

            for kind in (
                v16.StatusNotificationRequest,
                v16.StartTransactionRequest,
                v21.StatusNotificationRequest,
                v21.TransactionEventRequest,
            ):
                s.csms.scripts[kind] = refuse
            s.csms.scripts[v16.BootNotificationRequest] = boot
            s.csms.scripts[v21.BootNotificationRequest] = boot
            s.csms.heard.clear()
            await s.plug_in_and_swipe()
            await s.wait(120)
            assert s.csms.actions().count("BootNotification") == 1
            assert len(s.network.links) == 1
            if version == "1.6":
                assert len({r.timestamp for r in s.csms.requests(v16.StartTransactionRequest)}) == 1
            else:
                taken = [e.seq_no for e in s.csms.requests(v21.TransactionEventRequest)]
                assert sorted(set(taken)) == list(range(max(taken) + 1))
            assert s.station.outbox_size == 0

    play()


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


@IN_ALL
@virtual_time
async def test_a_lost_connection_does_not_shorten_the_interval(version: str) -> None:
    """B02.FR.04: no boot before the interval of the Pending is over; 1.6 4.2."""
    csms = boot_answers(("Pending", 300), ("Accepted", 300))
    async with scene(version, csms=csms, booted=False) as s:
        await s.wait(100)
        s.cut()
        await s.station.wait_accepted()
        boots = [heard.at for heard in csms.heard if heard.request.action == "BootNotification"]
        assert len(boots) == 2
        assert 300 <= boots[1] - boots[0] < 302


@IN_ALL
@virtual_time
async def test_no_answer_sends_a_station_away_for_good(version: str) -> None:
    """B02.FR.08 within reason: a day is the longest that it waits."""
    csms = boot_answers(("Rejected", 10**18), ("Accepted", 300))
    async with scene(version, csms=csms, booted=False) as s:
        async with asyncio.timeout(86500):
            await s.station.wait_accepted()


@IN_ALL
@virtual_time
async def test_the_time_is_asked_for_once_a_day(version: str) -> None:
    """G02.FR.07: though other messages keep the heartbeat away."""
    settings = {SampledDataCtrlr.TxUpdatedInterval: 100}
    async with scene(version, settings=settings) as s:
        await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=100_000, soc=1))
        await s.wait(2 * 86400 + 600)
        beats = [heard.at for heard in s.csms.heard if heard.request.action == "Heartbeat"]
        assert len(beats) == 2
        assert beats[1] - beats[0] == pytest.approx(86400, abs=5)


@IN_ALL
@virtual_time
async def test_a_silent_connection_is_a_success(version: str) -> None:
    """TC_B_57_CS, OCPP-J 5.3: the back-off begins anew though nobody had anything to say."""
    settings = {
        OCPPCommCtrlr.RetryBackOffRandomRange: 0,
        OCPPCommCtrlr.RetryBackOffWaitMinimum: 10,
    }
    async with scene(version, settings=settings) as s:
        for _ in range(2):
            before = len(s.network.attempts)
            began = asyncio.get_running_loop().time()
            s.cut()
            while len(s.network.attempts) == before:
                await s.wait(0.1)
            assert asyncio.get_running_loop().time() - began == pytest.approx(10, abs=0.2)
            await s.wait(2)
            assert s.network.links[-1].sent == []
        s.go_offline()
        began = asyncio.get_running_loop().time()
        await s.wait(25)
        s.go_online()
        count = len(s.network.links)
        while len(s.network.links) == count:
            await s.wait(0.1)
        assert asyncio.get_running_loop().time() - began == pytest.approx(30, abs=0.5)
