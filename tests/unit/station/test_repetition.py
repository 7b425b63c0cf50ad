"""The pauses between repetitions are those of E13.FR.03, within bounds."""

import pytest

from pilotwire.station.blocks import device_model
from pilotwire.station.delivery.repetition import Repetition
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from pilotwire.store import TRANSACTION, StationRecords, Store


@pytest.mark.parametrize(
    ("interval", "pauses"),
    [
        (30, [30, 60, 90]),
        (0, [1, 2, 3]),
        (1, [1, 2, 3]),
        (50_000, [50_000, 86_400, 86_400]),
        (100_000, [100_000, 100_000, 100_000]),
    ],
)
def test_a_pause_grows_with_each_failure_from_a_second_to_a_day(
    interval: int, pauses: list[float]
) -> None:
    store = Store(":memory:")
    variables = device_model(StationRecords(store, "CS-1"))
    variables[OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent] = interval
    repetition = Repetition(variables, lambda: "id")
    records = StationRecords(store, "CS-1")
    with store.atomic():
        records.outbox.add(TRANSACTION, "{}", message_id="1", offline=False)
    found: list[float] = []
    for _ in pauses:
        [entry] = records.outbox.heads()
        found.append(repetition.pause(entry))
        with store.atomic():
            records.outbox.refused(entry, "2")
    assert found == pauses
