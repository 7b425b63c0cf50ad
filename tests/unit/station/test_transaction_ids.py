"""No id of a transaction is given out twice (E01.FR.08), whatever chance and memory do."""

from pathlib import Path
from random import Random
from uuid import RFC_4122, UUID

from pilotwire.station.transactions.ids import transaction_id
from pilotwire.store import StationRecords, Store
from pilotwire.store.transactions import KEPT_ENDED
from tests.support.editions import IN_2X
from tests.support.scene import TOKEN, Scene, scene
from tests.support.transactions_2x import events
from tests.support.virtual_time import virtual_time


class NoChance(Random):
    """Always the same."""

    def getrandbits(self, k: int, /) -> int:
        return 5


def test_chance_has_no_part_in_it(tmp_path: Path) -> None:
    """Neither have restarts, and those that are forgotten."""
    given: list[str] = []
    for _ in range(3):
        with Store(tmp_path / "station.db") as store:
            records = StationRecords(store, "CS-0042")
            for _ in range(KEPT_ENDED // 2):
                with records.atomic():
                    one = transaction_id(records.transactions.next_number(), NoChance())
                    records.transactions.forget_old()
                    records.transactions.save(one, 1, "{}", ended=True)
                given.append(one)
    assert len(set(given)) == len(given) > KEPT_ENDED
    assert all(UUID(one).version == 8 and UUID(one).variant == RFC_4122 for one in given)


def test_another_store_is_a_matter_of_chance() -> None:
    """A station that was repaired counts from the beginning."""
    random = Random(3)
    assert len({transaction_id(1, random) for _ in range(1000)}) == 1000


@IN_2X
@virtual_time
async def test_a_station_that_has_forgotten_and_repeats_itself(version: str) -> None:
    """The same seed, the same store, without what was known of the last transaction."""
    store = Store(":memory:")
    ids: list[str] = []

    async def charge_once(s: Scene) -> None:
        await s.plug_in_and_swipe()
        await s.wait(30)
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        ids.append(events(s)[0].transaction_info.transaction_id)

    for _ in range(3):
        async with scene(version, store=store, seed=7) as s:
            await charge_once(s)
        with store.atomic():
            store.execute("DELETE FROM transactions")
    assert len(set(ids)) == 3
