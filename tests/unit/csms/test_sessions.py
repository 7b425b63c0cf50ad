"""Sessions are what the station told, whatever was lost, repeated or late."""

from typing import Any

import pytest

from pilotwire.csms import (
    CsmsEvent,
    Reading,
    Session,
    SessionStarted,
    SessionStopped,
    SessionUpdated,
)
from pilotwire.csms.records import KEPT_READINGS, KEPT_SEQ_NOS, KEPT_SESSIONS
from pilotwire.ocpp import v16
from tests.support.editions import IN_2X
from tests.support.virtual_time import virtual_time
from tests.unit.csms.scenes import (
    NOON,
    after,
    booted,
    connected,
    moment,
    new_csms,
    start_transaction,
    transaction_event,
)

STARTED, UPDATED, ENDED = "Started", "Updated", "Ended"
CARD = {"idToken": "CARD", "type": "ISO14443"}
EVSE = {"id": 1, "connectorId": 1}


def value_16(at: float, value: str, **more: Any) -> v16.MeterValue:
    return v16.MeterValue(
        timestamp=after(at), sampled_value=[v16.SampledValue(value=value, **more)]
    )


def test_a_message_costs_as_much_as_it_is_long() -> None:
    compared = 0

    class Counted(Reading):
        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return super().__eq__(other)

        __hash__ = Reading.__hash__

    session = Session("TX", NOON)
    readings = [Counted(NOON, number, "Voltage", "V", "Other") for number in range(5000)]
    assert session.add(readings)
    assert list(session.readings) == readings[-KEPT_READINGS:]
    assert not session.add(readings[-KEPT_READINGS:])
    assert session.add(readings[:1])  # the oldest were forgotten
    assert compared < 5 * len(readings)

    assert all(session.take_seq_no(number) for number in range(KEPT_SEQ_NOS + 1))
    assert session.take_seq_no(0)
    assert not session.take_seq_no(KEPT_SEQ_NOS)
    assert len(session.seq_nos) == KEPT_SEQ_NOS


class TestOf16:
    @virtual_time
    async def test_has_what_the_messages_say(self) -> None:
        csms = new_csms()
        async with booted(csms, "1.6") as station:
            start = await station.call(start_transaction())
            power = value_16(
                60, "7.4", measurand=v16.Measurand.POWER_ACTIVE_IMPORT, unit=v16.UnitOfMeasure.KW
            )
            register = value_16(60, "1.123", unit=v16.UnitOfMeasure.KWH)
            signed = value_16(60, "ABCD", format=v16.ValueFormat.SIGNED_DATA)
            await station.call(
                v16.MeterValuesRequest(
                    connector_id=1,
                    transaction_id=start.transaction_id,
                    meter_value=[power, register, signed],
                )
            )
            [session] = csms.stations["CS-1"].sessions
            assert session.ongoing
            assert session.energy_wh == pytest.approx(123)
            await station.call(
                v16.StopTransactionRequest(
                    transaction_id=start.transaction_id,
                    meter_stop=2500,
                    timestamp=after(120),
                    reason=v16.Reason.EV_DISCONNECTED,
                )
            )
        assert session.transaction_id == start.transaction_id
        assert (session.evse_id, session.token) == (1, "CARD")
        assert (session.started, session.stopped) == (after(0), after(120))
        assert (session.meter_start_wh, session.meter_stop_wh) == (1000, 2500)
        assert (session.energy_wh, session.reason) == (1500, "EVDisconnected")
        assert [(each.value, each.unit) for each in session.readings] == [
            (7.4, "kW"),
            (1.123, "kWh"),
        ]

    @virtual_time
    async def test_is_one_however_often_its_start_is_told(self) -> None:
        csms = new_csms()
        async with booted(csms, "1.6") as station:
            first = await station.call(start_transaction())
        async with connected(csms, "1.6") as station:
            again = await station.call(start_transaction())
            assert again == first
            other = await station.call(start_transaction(1.0))
        assert other.transaction_id == first.transaction_id + 1
        assert len(csms.stations["CS-1"].sessions) == 2

    @virtual_time
    async def test_has_an_id_that_no_other_station_has(self) -> None:
        csms = new_csms(first_transaction_id=700)
        async with booted(csms, "1.6", "A") as a, booted(csms, "1.6", "B") as b:
            answers = [await each.call(start_transaction()) for each in (a, b, a)]
        assert [each.transaction_id for each in answers] == [700, 701, 700]

    @virtual_time
    async def test_ends_once(self) -> None:
        csms = new_csms()
        async with booted(csms, "1.6") as station:
            start = await station.call(start_transaction())
            for meter_stop in (2500, 2600):
                stop = await station.call(
                    v16.StopTransactionRequest(
                        transaction_id=start.transaction_id,
                        id_tag="CARD",
                        meter_stop=meter_stop,
                        timestamp=after(120),
                    )
                )
                assert stop.id_tag_info is not None
        assert csms.stations["CS-1"].sessions[0].meter_stop_wh == 2500

    @virtual_time
    async def test_that_is_unknown_is_answered_all_the_same(self) -> None:
        # errata 3.18: transaction -1 has no id because its start was never answered
        csms = new_csms()
        async with booted(csms, "1.6") as station:
            values = v16.MeterValuesRequest(
                connector_id=1, transaction_id=-1, meter_value=[value_16(0, "1")]
            )
            await station.call(values)
            await station.call(
                v16.StopTransactionRequest(transaction_id=-1, meter_stop=1, timestamp=after(0))
            )
        assert not csms.stations["CS-1"].sessions

    @virtual_time
    async def test_of_another_station_is_unknown(self) -> None:
        csms = new_csms()
        async with booted(csms, "1.6", "A") as a, booted(csms, "1.6", "B") as b:
            start = await a.call(start_transaction())
            await b.call(
                v16.StopTransactionRequest(
                    transaction_id=start.transaction_id, meter_stop=1, timestamp=after(0)
                )
            )
        assert csms.stations["A"].sessions[0].ongoing


class TestOf2x:
    @IN_2X
    @virtual_time
    async def test_has_what_the_messages_say(self, version: str) -> None:
        csms = new_csms()
        async with booted(csms, version) as station:
            await station.call(
                transaction_event(version, 0, STARTED, 0, register_wh=1000.0, evse=EVSE)
            )
            await station.call(transaction_event(version, 1, UPDATED, 1, idToken=CARD))
            await station.call(transaction_event(version, 2, UPDATED, 60, register_wh=1123.0))
            [session] = csms.stations["CS-1"].sessions
            assert session.ongoing
            assert session.energy_wh == pytest.approx(123)
            await station.call(
                transaction_event(
                    version,
                    3,
                    ENDED,
                    120,
                    register_wh=2500.0,
                    stopped_reason="EVDisconnected",
                )
            )
        assert session.transaction_id == "tx"
        assert (session.evse_id, session.connector_id, session.token) == (1, 1, "CARD")
        assert (session.started, session.stopped) == (after(0), after(120))
        assert (session.meter_start_wh, session.meter_stop_wh) == (1000, 2500)
        assert (session.energy_wh, session.reason) == (1500, "EVDisconnected")
        assert list(session.seq_nos) == [0, 1, 2, 3]

    @IN_2X
    @virtual_time
    async def test_is_told_nothing_twice(self, version: str) -> None:
        csms = new_csms()
        request = transaction_event(version, 0, STARTED, 0, register_wh=1000.0, idToken=CARD)
        async with booted(csms, version) as station:
            first = await station.call(request, message_id="a")
        async with connected(csms, version) as station:
            assert await station.call(request, message_id="b") == first
        [session] = csms.stations["CS-1"].sessions
        assert list(session.seq_nos) == [0]
        assert len(session.readings) == 1

    @IN_2X
    @virtual_time
    async def test_is_whole_in_whatever_order_it_is_told(self, version: str) -> None:
        csms = new_csms()
        async with booted(csms, version) as station:
            await station.call(transaction_event(version, 2, ENDED, 120, register_wh=2500.0))
            await station.call(transaction_event(version, 1, UPDATED, 60, register_wh=1100.0))
            await station.call(transaction_event(version, 0, STARTED, 0, register_wh=1000.0))
        [session] = csms.stations["CS-1"].sessions
        assert (session.started, session.stopped) == (after(0), after(120))
        assert session.energy_wh == 1500

    @IN_2X
    @virtual_time
    async def test_may_tell_its_first_register_late(self, version: str) -> None:
        # E01.FR.17: the EVSE was not known at the start
        csms = new_csms()
        begin = {
            "timestamp": moment(5),
            "sampledValue": [
                {
                    "value": 1.0,
                    "context": "Transaction.Begin",
                    "unitOfMeasure": {"unit": "Wh", "multiplier": 3},
                }
            ],
        }
        async with booted(csms, version) as station:
            await station.call(transaction_event(version, 0, STARTED, 0))
            event = transaction_event(version, 1, UPDATED, 5, meterValue=[begin], evse=EVSE)
            await station.call(event)
        assert csms.stations["CS-1"].sessions[0].meter_start_wh == 1000

    @IN_2X
    @virtual_time
    async def test_holds_no_number_that_is_none(self, version: str) -> None:
        csms = new_csms()
        samples = [
            {"value": value, "unitOfMeasure": {"multiplier": multiplier}}
            for value, multiplier in ((1.0, 400), (1e300, 300), (5.0, 2), (1.0, -400))
        ]
        values = [{"timestamp": moment(0), "sampledValue": samples}]
        async with booted(csms, version) as station:
            await station.call(transaction_event(version, 0, STARTED, 0, meterValue=values))
        [session] = csms.stations["CS-1"].sessions
        assert [each.value for each in session.readings] == [500.0, 0.0]

    @IN_2X
    @virtual_time
    async def test_is_kept_as_long_as_there_is_room(self, version: str) -> None:
        csms = new_csms()
        async with booted(csms, version) as station:
            for number in range(KEPT_SESSIONS + 1):
                await station.call(
                    transaction_event(version, 0, STARTED, 0, transaction_id=f"tx{number}")
                )
        record = csms.stations["CS-1"]
        assert len(record.sessions) == KEPT_SESSIONS
        assert record.session("tx0") is None
        assert record.session(f"tx{KEPT_SESSIONS}") is not None


@IN_2X
@virtual_time
async def test_sessions_are_announced(version: str) -> None:
    seen: list[CsmsEvent] = []
    csms = new_csms(on_event=seen.append)
    async with booted(csms, version) as station:
        seen.clear()
        for request in (
            transaction_event(version, 0, STARTED, 0),
            transaction_event(version, 0, STARTED, 0),
            transaction_event(version, 1, UPDATED, 1),
            transaction_event(version, 2, ENDED, 2),
            transaction_event(version, 2, ENDED, 2),
        ):
            await station.call(request)
        [session] = csms.stations["CS-1"].sessions
        assert seen == [
            SessionStarted("CS-1", session),
            SessionUpdated("CS-1", session),
            SessionUpdated("CS-1", session),
            SessionStopped("CS-1", session),
        ]


@virtual_time
async def test_a_session_of_21_may_be_told_in_words_that_201_lacks() -> None:
    csms = new_csms()
    token = {"idToken": "V" * 200, "type": "VIN"}
    sample = {
        "value": 40.0,
        "measurand": "Display.PresentSOC",
        "unitOfMeasure": {"unit": "Percent"},
    }
    values = [{"timestamp": moment(0), "sampledValue": [sample]}]
    async with booted(csms, "2.1") as station:
        await station.call(
            transaction_event("2.1", 0, STARTED, 0, idToken=token, meterValue=values)
        )
        await station.call(
            transaction_event("2.1", 1, ENDED, 1, stopped_reason="ReqEnergyTransferRejected")
        )
    [session] = csms.stations["CS-1"].sessions
    assert (session.token, session.reason) == ("V" * 200, "ReqEnergyTransferRejected")
    assert [each.measurand for each in session.readings] == ["Display.PresentSOC"]
