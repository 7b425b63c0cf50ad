"""What the CSMS was not made to take is kept, where somebody can find it (1.6 3.7.1, E13.FR.04)."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pilotwire.errors import CallRefused
from pilotwire.ocpp import v16, v201
from pilotwire.ocpp.base import Response
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SampledDataCtrlr
from pilotwire.store import TRANSACTION, StationRecords, Store
from pilotwire.store.given_up import KEPT
from tests.support.memory_link import Fate
from tests.support.scene import TOKEN, Settings, now, scene
from tests.support.virtual_time import run
from tests.unit.cli.commands import pilotwire

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SETTINGS: Settings = {
    OCPPCommCtrlr.MessageAttempts_TransactionEvent: 2,
    OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: 5,
    SampledDataCtrlr.TxUpdatedInterval: 0,
}


def refuse(_: object) -> Response:
    raise CallRefused("InternalError", "no such card")


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
def test_a_message_that_was_given_up_is_on_record_over_a_restart(
    version: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "station.db"

    async def play() -> None:
        with Store(path) as store:
            async with scene(version, settings=SETTINGS, store=store) as s:
                s.csms.answer(v16.StartTransactionRequest, refuse)
                s.csms.answer(v201.TransactionEventRequest, refuse)
                await s.plug_in_and_swipe()
                await s.wait(8)
                (loss,) = s.station.given_up
                assert (now() - loss.at).total_seconds() < 8
                assert "no such card" in loss.why
                assert loss.attempts == 2
                assert json.loads(loss.event)["seq_no"] == 0
                assert loss.transaction_id == s.station.evses[0].transaction_id

    run(play())
    with Store(path) as store:
        kept = StationRecords(store, "CS-0042").given_up.all()
        assert kept[0].attempts == 2
    assert pilotwire("store", "check", str(path)) == 0
    assert f"{len(kept)} given up" in capsys.readouterr().out
    assert pilotwire("store", "export", str(path)) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    line = next(line for line in lines if line["table"] == "given_up")
    sent = line["wire"][2]
    token = sent["idTag"] if version == "1.6" else sent["idToken"]["idToken"]
    assert token == "04..."
    assert line["event"]["event_type"] == "Started"


def test_a_message_that_is_not_answered_is_given_up_like_one_that_is_refused() -> None:
    async def play() -> None:
        async with scene("1.6", settings=SETTINGS) as s:
            await s.plug_in_and_swipe()
            await s.wait(8)
            link = s.network.links[-1]
            link.faults = lambda _, text: Fate.DROP if '"StopTransaction"' in text else Fate.DELIVER
            await s.evse.swipe(TOKEN)
            await s.wait(200)
            stops = [text for _, text in link.sent if '"StopTransaction"' in text]
            assert len(stops) == 2
            assert stops[0] == stops[1]  # under the same id, for its answer may be what was lost
            (loss,) = s.station.given_up
            assert json.loads(loss.event)["event_type"] == "Ended"

    run(play())


def test_no_more_are_kept_than_there_is_room_for() -> None:
    with Store(":memory:") as store:
        mine, other = StationRecords(store, "CS-1"), StationRecords(store, "CS-2")
        with store.atomic():
            for records in (mine, other):
                records.outbox.add(TRANSACTION, "A", message_id="1", offline=False)
            (entry,) = other.outbox.heads()
            other.given_up.add(entry, NOON, "the other's")
            (entry,) = mine.outbox.heads()
            for number in range(KEPT + 5):
                mine.given_up.add(entry, NOON, f"{number}")
        assert [loss.why for loss in mine.given_up.all()] == [f"{n}" for n in range(5, KEPT + 5)]
        assert [loss.why for loss in other.given_up.all()] == ["the other's"]
