"""Sessions are what the station told, whatever was lost, repeated or late."""

from typing import Any

import pytest

from pilotwire.csms import CsmsEvent, SessionStarted, SessionStopped, SessionUpdated
from pilotwire.csms.records import KEPT_SESSIONS
from pilotwire.ocpp import v16, v201
from tests.support.virtual_time import virtual_time
from tests.unit.csms.scenes import (
    after,
    booted,
    connected,
    new_csms,
    start_transaction,
    transaction_event,
)

STARTED = v201.TransactionEventEnumType.STARTED
UPDATED = v201.TransactionEventEnumType.UPDATED
ENDED = v201.TransactionEventEnumType.ENDED
CARD = v201.IdTokenType(id_token="CARD", type=v201.IdTokenEnumType.ISO14443)
EVSE = v201.EVSEType(id=1, connector_id=1)


def value_16(at: float, value: str, **more: Any) -> v16.MeterValue:
    return v16.MeterValue(
        timestamp=after(at), sampled_value=[v16.SampledValue(value=value, **more)]
    )


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


class TestOf201:
    @virtual_time
    async def test_has_what_the_messages_say(self) -> None:
        csms = new_csms()
        async with booted(csms, "2.0.1") as station:
            await station.call(transaction_event(0, STARTED, 0, register_wh=1000.0, evse=EVSE))
            await station.call(transaction_event(1, UPDATED, 1, id_token=CARD))
            await station.call(transaction_event(2, UPDATED, 60, register_wh=1123.0))
            [session] = csms.stations["CS-1"].sessions
            assert session.ongoing
            assert session.energy_wh == pytest.approx(123)
            await station.call(
                transaction_event(
                    3,
                    ENDED,
                    120,
                    register_wh=2500.0,
                    stopped_reason=v201.ReasonEnumType.EV_DISCONNECTED,
                )
            )
        assert session.transaction_id == "tx"
        assert (session.evse_id, session.connector_id, session.token) == (1, 1, "CARD")
        assert (session.started, session.stopped) == (after(0), after(120))
        assert (session.meter_start_wh, session.meter_stop_wh) == (1000, 2500)
        assert (session.energy_wh, session.reason) == (1500, "EVDisconnected")
        assert list(session.seq_nos) == [0, 1, 2, 3]

    @virtual_time
    async def test_is_told_nothing_twice(self) -> None:
        csms = new_csms()
        request = transaction_event(0, STARTED, 0, register_wh=1000.0, id_token=CARD)
        async with booted(csms, "2.0.1") as station:
            first = await station.call(request, message_id="a")
        async with connected(csms, "2.0.1") as station:
            assert await station.call(request, message_id="b") == first
        [session] = csms.stations["CS-1"].sessions
        assert list(session.seq_nos) == [0]
        assert len(session.readings) == 1

    @virtual_time
    async def test_is_whole_in_whatever_order_it_is_told(self) -> None:
        csms = new_csms()
        async with booted(csms, "2.0.1") as station:
            await station.call(transaction_event(2, ENDED, 120, register_wh=2500.0))
            await station.call(transaction_event(1, UPDATED, 60, register_wh=1100.0))
            await station.call(transaction_event(0, STARTED, 0, register_wh=1000.0))
        [session] = csms.stations["CS-1"].sessions
        assert (session.started, session.stopped) == (after(0), after(120))
        assert session.energy_wh == 1500

    @virtual_time
    async def test_may_tell_its_first_register_late(self) -> None:
        # E01.FR.17: the EVSE was not known at the start
        csms = new_csms()
        begin = v201.MeterValueType(
            timestamp=after(5),
            sampled_value=[
                v201.SampledValueType(
                    value=1.0,
                    context=v201.ReadingContextEnumType.TRANSACTION_BEGIN,
                    unit_of_measure=v201.UnitOfMeasureType(unit="Wh", multiplier=3),
                )
            ],
        )
        async with booted(csms, "2.0.1") as station:
            await station.call(transaction_event(0, STARTED, 0))
            await station.call(
                transaction_event(1, UPDATED, 5).replace(meter_value=[begin], evse=EVSE)
            )
        assert csms.stations["CS-1"].sessions[0].meter_start_wh == 1000

    @virtual_time
    async def test_is_kept_as_long_as_there_is_room(self) -> None:
        csms = new_csms()
        async with booted(csms, "2.0.1") as station:
            for number in range(KEPT_SESSIONS + 1):
                await station.call(transaction_event(0, STARTED, 0, transaction_id=f"tx{number}"))
        record = csms.stations["CS-1"]
        assert len(record.sessions) == KEPT_SESSIONS
        assert record.session("tx0") is None
        assert record.session(f"tx{KEPT_SESSIONS}") is not None


@virtual_time
async def test_sessions_are_announced() -> None:
    seen: list[CsmsEvent] = []
    csms = new_csms(on_event=seen.append)
    async with booted(csms, "2.0.1") as station:
        seen.clear()
        for request in (
            transaction_event(0, STARTED, 0),
            transaction_event(0, STARTED, 0),
            transaction_event(1, UPDATED, 1),
            transaction_event(2, ENDED, 2),
            transaction_event(2, ENDED, 2),
        ):
            await station.call(request)
        [session] = csms.stations["CS-1"].sessions
        assert seen == [
            SessionStarted("CS-1", session),
            SessionUpdated("CS-1", session),
            SessionUpdated("CS-1", session),
            SessionStopped("CS-1", session),
        ]
