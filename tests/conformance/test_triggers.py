"""Messages that the CSMS has sent to it (2.x F06; 1.6 5.17, white paper 5.5)."""

import pytest

from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.base import Message
from pilotwire.station.device_model.standard import AlignedDataCtrlr, SampledDataCtrlr, TxCtrlr
from tests.support.editions import IN_2X
from tests.support.scene import Opponent, Scene, now, scene
from tests.support.transactions_2x import events
from tests.support.virtual_time import virtual_time

Wanted = v21.MessageTriggerEnumType
Status = v21.TriggerMessageStatusEnumType
TRIGGER = v21.TriggerReasonEnumType.TRIGGER


def trigger(
    wanted: v21.MessageTriggerEnumType, evse: int | None = None, connector: int | None = None
) -> v21.TriggerMessageRequest:
    place = None if evse is None else v21.EVSEType(id=evse, connector_id=connector)
    return v21.TriggerMessageRequest(requested_message=wanted, evse=place)


def trigger16(
    wanted: v16.MessageTrigger, connector: int | None = None
) -> v16.TriggerMessageRequest:
    return v16.TriggerMessageRequest(requested_message=wanted, connector_id=connector)


def since(s: Scene, number: int) -> list[Message]:
    """What the CSMS has heard after the first `number` messages."""
    return [heard.request for heard in s.csms.heard[number:]]


def pending() -> Opponent:
    """A CSMS that does not accept the station yet, and knows no other message of it."""
    csms = Opponent()
    answer = v21.RegistrationStatusEnumType.PENDING
    csms.answer(
        v21.BootNotificationRequest,
        lambda _: v21.BootNotificationResponse(status=answer, current_time=now(), interval=3600),
    )
    csms.answer(
        v16.BootNotificationRequest,
        lambda _: v16.BootNotificationResponse(
            status=v16.RegistrationStatus.PENDING, current_time=now(), interval=3600
        ),
    )
    return csms


# Meter values.


@IN_2X
@virtual_time
async def test_meter_values_of_an_evse(version: str) -> None:
    """F06.FR.02, F06.FR.04 to F06.FR.06 (TC_F_11)."""
    measurands = ("Energy.Active.Import.Register", "Voltage")
    async with scene(version, evses=2, settings={AlignedDataCtrlr.Measurands: measurands}) as s:
        before = len(s.csms.heard)
        answer = await s.csms.call(trigger(Wanted.METER_VALUES, 2))
        assert answer.status is Status.ACCEPTED
        assert len(s.csms.heard) == before, "the answer comes first"
        told = await s.hears(v21.MeterValuesRequest)
        assert told.evse_id == 2
        samples = told.meter_value[0].sampled_value
        assert {sample.context for sample in samples} == {v21.ReadingContextEnumType.TRIGGER}
        assert {sample.measurand for sample in samples} == set(measurands)


@IN_2X
@virtual_time
async def test_meter_values_of_all_evses(version: str) -> None:
    """F06.FR.11 (TC_F_12)."""
    async with scene(version, evses=3) as s:
        await s.csms.call(trigger(Wanted.METER_VALUES))
        await s.wait(5)
        assert [told.evse_id for told in s.csms.requests(v21.MeterValuesRequest)] == [1, 2, 3]


@IN_2X
@virtual_time
async def test_meter_values_of_the_main_meter(version: str) -> None:
    """J01.FR.03: it is that of EVSE 0, and one of all."""
    async with scene(version, hardware=SimulatedStation(evses=2, main_meter=True)) as s:
        for evse_id, told in ((0, [0]), (None, [1, 2, 0])):
            before = len(s.csms.requests(v21.MeterValuesRequest))
            answer = await s.csms.call(trigger(Wanted.METER_VALUES, evse_id))
            assert answer.status is Status.ACCEPTED
            await s.wait(5)
            heard = s.csms.requests(v21.MeterValuesRequest)[before:]
            assert [each.evse_id for each in heard] == told


@IN_2X
@virtual_time
async def test_meter_values_that_can_not_be_told(version: str) -> None:
    """F06.FR.05: of no such EVSE, and where nothing is to be measured."""
    async with scene(version) as s:
        answer = await s.csms.call(trigger(Wanted.METER_VALUES, 0))  # there is no main meter
        assert answer.status is Status.REJECTED
        answer = await s.csms.call(trigger(Wanted.METER_VALUES, 9))
        assert answer.status is Status.REJECTED
        assert answer.status_info is not None
        assert answer.status_info.reason_code == "UnknownEvse"
        s.station.device_model[AlignedDataCtrlr.Measurands] = ()
        answer = await s.csms.call(trigger(Wanted.METER_VALUES))
        assert answer.status is Status.REJECTED
        await s.wait(5)
        assert not s.csms.requests(v21.MeterValuesRequest)


@IN_2X
@virtual_time
async def test_a_meter_that_fails_is_a_fault(version: str) -> None:
    """What it shows can't be told then, and that is."""
    async with scene(version) as s:
        s.evse.meter.break_down()
        await s.csms.call(trigger(Wanted.METER_VALUES, 1))
        await s.wait(6)
        assert not s.csms.requests(v21.MeterValuesRequest)
        status = s.csms.requests(v21.StatusNotificationRequest)[-1]
        assert status.connector_status is v21.ConnectorStatusEnumType.FAULTED


# Transactions.


@IN_2X
@virtual_time
async def test_how_a_transaction_is(version: str) -> None:
    """F06.FR.07 (TC_F_13)."""
    async with scene(version) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        answer = await s.csms.call(trigger(Wanted.TRANSACTION_EVENT, 1))
        assert answer.status is Status.ACCEPTED
        await s.wait(5)
        told = events(s)[-1]
        assert told.event_type is v21.TransactionEventEnumType.UPDATED
        assert told.trigger_reason is TRIGGER
        assert told.transaction_info.charging_state is v21.ChargingStateEnumType.CHARGING
        assert told.meter_value
        context = told.meter_value[0].sampled_value[0].context
        assert context is v21.ReadingContextEnumType.TRIGGER
        wanted = s.station.device_model[SampledDataCtrlr.TxUpdatedMeasurands]
        assert {sample.measurand for sample in told.meter_value[0].sampled_value} == set(wanted)
        assert [event.seq_no for event in events(s)] == list(range(len(events(s))))


@IN_2X
@virtual_time
async def test_how_all_transactions_are(version: str) -> None:
    """F06.FR.11 (TC_F_14): of the EVSEs where one runs."""
    async with scene(version, evses=3) as s:
        for evse in (1, 3):
            await s.hardware.evse(evse).plug_in(ElectricVehicle())
            await s.hardware.evse(evse).swipe(f"0000000{evse}")
        await s.wait(30)
        answer = await s.csms.call(trigger(Wanted.TRANSACTION_EVENT))
        assert answer.status is Status.ACCEPTED
        await s.wait(5)
        told = [event for event in events(s) if event.trigger_reason is TRIGGER]
        running = {evse.transaction_id for evse in s.station.evses if evse.transaction_id}
        assert {event.transaction_info.transaction_id for event in told} == running
        assert len(told) == 2


@IN_2X
@virtual_time
async def test_there_is_no_transaction_to_be_told_of(version: str) -> None:
    """F06.FR.05."""
    async with scene(version) as s:
        for evse in (None, 1):
            answer = await s.csms.call(trigger(Wanted.TRANSACTION_EVENT, evse))
            assert answer.status is Status.REJECTED
            assert answer.status_info is not None
            assert answer.status_info.reason_code == "TxNotFound"


# Statuses.


@IN_2X
@virtual_time
async def test_the_status_of_a_connector(version: str) -> None:
    """F06.FR.04, F06.FR.10 (TC_F_23, TC_F_24)."""
    async with scene(version, evses=2) as s:
        await s.hardware.evse(2).plug_in(ElectricVehicle())
        await s.wait(5)
        before = len(s.csms.heard)
        for evse in (1, 2):
            answer = await s.csms.call(trigger(Wanted.STATUS_NOTIFICATION, evse, 1))
            assert answer.status is Status.ACCEPTED
        await s.wait(5)
        told = [one for one in since(s, before) if isinstance(one, v21.StatusNotificationRequest)]
        assert [(one.evse_id, one.connector_id, one.connector_status.value) for one in told] == [
            (1, 1, "Available"),
            (2, 1, "Occupied"),
        ]


@IN_2X
@virtual_time
async def test_the_statuses_of_all_connectors(version: str) -> None:
    """F06.FR.11: where no EVSE, or no connector, is named."""
    async with scene(version, evses=2) as s:
        for evse, told in ((None, [1, 2]), (2, [2])):
            before = len(s.csms.heard)
            answer = await s.csms.call(trigger(Wanted.STATUS_NOTIFICATION, evse))
            assert answer.status is Status.ACCEPTED
            await s.wait(5)
            heard = since(s, before)
            statuses = [one for one in heard if isinstance(one, v21.StatusNotificationRequest)]
            assert [one.evse_id for one in statuses] == told


@IN_2X
@pytest.mark.parametrize(
    ("evse", "connector", "reason"),
    [(9, 1, "UnknownEvse"), (1, 9, "UnknownConnectorId"), (0, None, "UnknownEvse")],
)
@virtual_time
async def test_there_is_no_such_connector(
    version: str, evse: int, connector: int | None, reason: str
) -> None:
    """F06.FR.05."""
    async with scene(version) as s:
        answer = await s.csms.call(trigger(Wanted.STATUS_NOTIFICATION, evse, connector))
        assert answer.status is Status.REJECTED
        assert answer.status_info is not None
        assert answer.status_info.reason_code == reason


# The rest.


@IN_2X
@virtual_time
async def test_a_heartbeat(version: str) -> None:
    """F06.FR.03 (TC_F_20): whatever EVSE is named."""
    async with scene(version) as s:
        for count, evse in enumerate([None, 1, 9], start=1):
            answer = await s.csms.call(trigger(Wanted.HEARTBEAT, evse))
            assert answer.status is Status.ACCEPTED
            await s.wait(1)
            assert s.csms.actions().count("Heartbeat") == count


@IN_2X
@virtual_time
async def test_no_boot_of_a_station_that_is_accepted(version: str) -> None:
    """F06.FR.17 (TC_F_26)."""
    async with scene(version) as s:
        answer = await s.csms.call(trigger(Wanted.BOOT_NOTIFICATION))
        assert answer.status is Status.REJECTED
        await s.wait(5)
        assert s.csms.actions().count("BootNotification") == 1


@IN_2X
@virtual_time
async def test_what_the_station_does_not_have(version: str) -> None:
    """F06.FR.08, F06.FR.19 (TC_F_27)."""
    can = {
        Wanted.BOOT_NOTIFICATION,
        Wanted.HEARTBEAT,
        Wanted.LOG_STATUS_NOTIFICATION,
        Wanted.METER_VALUES,
        Wanted.STATUS_NOTIFICATION,
        Wanted.TRANSACTION_EVENT,
    }
    new = {Wanted.CUSTOM_TRIGGER, Wanted.SIGN_V2G20_CERTIFICATE} if version == "2.0.1" else set()
    async with scene(version) as s:
        for wanted in set(Wanted) - can - new:
            answer = await s.csms.call(trigger(wanted))
            assert answer.status is Status.NOT_IMPLEMENTED, wanted


# Before the station is accepted (B02).


@IN_2X
@virtual_time
async def test_a_boot_without_delay(version: str) -> None:
    """B02.FR.04, F06.FR.17 (TC_B_02)."""
    async with scene(version, csms=pending(), booted=False) as s:
        await s.hears(v21.BootNotificationRequest)
        await s.wait(60)
        del s.csms.scripts[v21.BootNotificationRequest]
        answer = await s.csms.call(trigger(Wanted.BOOT_NOTIFICATION))
        assert answer.status is Status.ACCEPTED
        boot = await s.hears(v21.BootNotificationRequest, count=2, limit=1)
        assert boot.reason is v21.BootReasonEnumType.TRIGGERED
        await s.hears(v21.StatusNotificationRequest)


@IN_2X
@virtual_time
async def test_what_is_told_before_the_station_is_accepted(version: str) -> None:
    """B02.FR.02: that, and nothing else."""
    async with scene(version, csms=pending(), booted=False, evses=2) as s:
        await s.hears(v21.BootNotificationRequest)
        for wanted in (Wanted.HEARTBEAT, Wanted.METER_VALUES, Wanted.STATUS_NOTIFICATION):
            answer = await s.csms.call(trigger(wanted, 2))
            assert answer.status is Status.ACCEPTED
            await s.wait(5)
        answer = await s.csms.call(trigger(Wanted.TRANSACTION_EVENT))
        assert answer.status is Status.REJECTED
        assert s.csms.actions() == [
            "BootNotification",
            "Heartbeat",
            "MeterValues",
            "StatusNotification",
        ]


@IN_2X
@virtual_time
async def test_a_boot_that_is_wanted_while_one_is_not_answered(version: str) -> None:
    """One that the CSMS does not answer is due again after a while, or when it is wanted."""
    async with scene(version, csms=pending(), booted=False) as s:
        await s.hears(v21.BootNotificationRequest)
        await s.csms.call(trigger(Wanted.BOOT_NOTIFICATION))
        await s.csms.call(trigger(Wanted.BOOT_NOTIFICATION))
        await s.wait(600)
        reasons = [boot.reason.value for boot in s.csms.requests(v21.BootNotificationRequest)]
        assert reasons[1:] in (["Triggered"], ["Triggered", "Triggered"])
        await s.wait(3600)
        assert s.csms.requests(v21.BootNotificationRequest)[-1].reason.value == reasons[0]


# In 1.6.


@virtual_time
async def test_meter_values_in_1_6() -> None:
    """5.17 with errata 3.46: the measurands of MeterValuesSampledData (TC_054)."""
    async with scene("1.6", evses=2) as s:
        answer = await s.csms.call(trigger16(v16.MessageTrigger.METER_VALUES, 2))
        assert answer.status is v16.TriggerMessageStatus.ACCEPTED
        told = await s.hears(v16.MeterValuesRequest)
        assert (told.connector_id, told.transaction_id) == (2, None)
        samples = told.meter_value[0].sampled_value
        wanted = s.station.device_model[SampledDataCtrlr.TxUpdatedMeasurands]
        assert {sample.measurand for sample in samples} == set(wanted)
        assert {sample.context for sample in samples} == {v16.ReadingContext.TRIGGER}
        await s.csms.call(trigger16(v16.MessageTrigger.METER_VALUES))
        await s.wait(5)
        told_of_all = s.csms.requests(v16.MeterValuesRequest)[1:]
        assert [each.connector_id for each in told_of_all] == [1, 2]


@virtual_time
async def test_meter_values_of_the_main_meter_in_1_6() -> None:
    """4.7: connector 0."""
    async with scene("1.6", hardware=SimulatedStation(evses=1, main_meter=True)) as s:
        answer = await s.csms.call(trigger16(v16.MessageTrigger.METER_VALUES, 0))
        assert answer.status is v16.TriggerMessageStatus.ACCEPTED
        await s.hears(v16.MeterValuesRequest)
        await s.csms.call(trigger16(v16.MessageTrigger.METER_VALUES))
        await s.wait(5)
        heard = s.csms.requests(v16.MeterValuesRequest)
        assert [each.connector_id for each in heard] == [0, 1, 0]


@virtual_time
async def test_meter_values_of_a_transaction_in_1_6() -> None:
    """4.7: they say of which."""
    async with scene("1.6", settings={SampledDataCtrlr.TxUpdatedInterval: 0}) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        await s.csms.call(trigger16(v16.MessageTrigger.METER_VALUES))
        told = await s.hears(v16.MeterValuesRequest)
        assert told.transaction_id == s.csms.transactions


@pytest.mark.parametrize(
    "wanted", [v16.MessageTrigger.METER_VALUES, v16.MessageTrigger.STATUS_NOTIFICATION]
)
@virtual_time
async def test_there_is_no_such_connector_in_1_6(wanted: v16.MessageTrigger) -> None:
    """TC_055."""
    async with scene("1.6") as s:
        before = len(s.csms.heard)
        for number in (2, -1, 99):
            answer = await s.csms.call(trigger16(wanted, number))
            assert answer.status is v16.TriggerMessageStatus.REJECTED
        await s.wait(5)
        assert len(s.csms.heard) == before


@virtual_time
async def test_statuses_in_1_6() -> None:
    """5.17: of a connector, of the Charge Point (0), and of it and all connectors."""
    async with scene("1.6", evses=2) as s:
        for number, told in ((2, [2]), (0, [0]), (None, [0, 1, 2])):
            before = len(s.csms.heard)
            wanted = v16.MessageTrigger.STATUS_NOTIFICATION
            answer = await s.csms.call(trigger16(wanted, number))
            assert answer.status is v16.TriggerMessageStatus.ACCEPTED
            await s.wait(5)
            heard = since(s, before)
            statuses = [one for one in heard if isinstance(one, v16.StatusNotificationRequest)]
            assert [one.connector_id for one in statuses] == told


@virtual_time
async def test_the_rest_in_1_6() -> None:
    """TC_054; errata 3.35: no boot of one that is accepted."""
    wanted, status = v16.MessageTrigger, v16.TriggerMessageStatus
    async with scene("1.6") as s:
        for message, expected in (
            (wanted.HEARTBEAT, status.ACCEPTED),
            (wanted.BOOT_NOTIFICATION, status.REJECTED),
            (wanted.FIRMWARE_STATUS_NOTIFICATION, status.NOT_IMPLEMENTED),
        ):
            answer = await s.csms.call(trigger16(message))
            assert answer.status is expected, message
        await s.wait(1)
        assert s.csms.actions()[-1] == "Heartbeat"


@virtual_time
async def test_extended_triggers() -> None:
    """White paper 5.5, 6.16, 6.17."""
    wanted, status = v16.MessageTriggerEnumType, v16.TriggerMessageStatusEnumType
    async with scene("1.6") as s:
        for message, expected in (
            (wanted.HEARTBEAT, status.ACCEPTED),
            (wanted.METER_VALUES, status.ACCEPTED),
            (wanted.STATUS_NOTIFICATION, status.ACCEPTED),
            (wanted.BOOT_NOTIFICATION, status.REJECTED),
            (wanted.LOG_STATUS_NOTIFICATION, status.ACCEPTED),
            (wanted.FIRMWARE_STATUS_NOTIFICATION, status.NOT_IMPLEMENTED),
            (wanted.SIGN_CHARGE_POINT_CERTIFICATE, status.NOT_IMPLEMENTED),
        ):
            before = len(s.csms.heard)
            request = v16.ExtendedTriggerMessageRequest(requested_message=message)
            answer = await s.csms.call(request)
            assert answer.status is expected, message
            await s.wait(5)
            heard = {one.action for one in since(s, before)}
            assert heard == ({message.value} if expected is status.ACCEPTED else set())
        unknown = v16.ExtendedTriggerMessageRequest(
            requested_message=wanted.METER_VALUES, connector_id=9
        )
        assert (await s.csms.call(unknown)).status is status.REJECTED


@virtual_time
async def test_before_the_charge_point_is_accepted_in_1_6() -> None:
    """4.2: what the Central System triggers may be told then."""
    async with scene("1.6", csms=pending(), booted=False) as s:
        await s.hears(v16.BootNotificationRequest)
        for wanted in (v16.MessageTrigger.METER_VALUES, v16.MessageTrigger.STATUS_NOTIFICATION):
            await s.csms.call(trigger16(wanted, 1))
            await s.wait(5)
        del s.csms.scripts[v16.BootNotificationRequest]
        await s.csms.call(trigger16(v16.MessageTrigger.BOOT_NOTIFICATION))
        await s.wait(1)
        assert s.csms.actions()[:4] == [
            "BootNotification",
            "MeterValues",
            "StatusNotification",
            "BootNotification",
        ]


@IN_2X
@virtual_time
async def test_a_transaction_that_waits_for_a_token_is_told_of_too(version: str) -> None:
    async with scene(version, settings={TxCtrlr.TxStartPoint: ("EVConnected",)}) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(5)
        await s.csms.call(trigger(Wanted.TRANSACTION_EVENT, 1))
        await s.wait(5)
        assert events(s)[-1].trigger_reason is TRIGGER
