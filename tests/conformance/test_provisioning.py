"""Boot, and what comes before a station is accepted (2.0.1 B01 to B03; 1.6 4.2)."""

import asyncio
from datetime import timedelta

import pytest

from pilotwire.errors import CallFailed, CallRefused
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.base import Message, Response
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from pilotwire.station.vocabulary import IdTokenKind
from tests.support.editions import IN_2X, IN_ALL
from tests.support.scene import Opponent, now, scene
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


@IN_ALL
def test_unknown_and_unsupported_actions(version: str) -> None:
    """OCPP-J 4.2.3: NotSupported for what is known and not done here."""

    @virtual_time
    async def play() -> None:
        async with scene(version) as s:
            update = v16.UpdateFirmwareRequest(location="https://a.example/f", retrieve_date=now())
            clear = v21.ClearVariableMonitoringRequest(id=[1])
            with pytest.raises(CallFailed) as failed:
                await s.csms.call(update if version == "1.6" else clear)
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
