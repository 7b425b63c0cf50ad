"""What the station does beside the list itself: a former list goes while others get their turn."""

import asyncio
from itertools import pairwise

from pilotwire.station.authorization.local_list import SWEPT, LocalAuthorizationList
from pilotwire.store import StationRecords, Store
from tests.support.local_list import listed, send
from tests.support.scene import scene
from tests.support.tokens import block
from tests.support.virtual_time import virtual_time

MANY = [f"{number:08X}" for number in range(1000)]


def rows(store: Store) -> int:
    ((count,),) = store.rows("SELECT count(*) FROM listed_tokens")
    return int(count)


@virtual_time
async def test_a_former_list_goes_a_little_at_a_time() -> None:
    """Between any two commits others get their turn."""
    store = Store(":memory:")
    async with scene("2.0.1", store=store) as s:
        for number in range(3):
            assert await send(s, number + 1, listed(*MANY), full=True) == "Accepted"
        await s.wait(1)
        the_list = block(s, LocalAuthorizationList)
        assert the_list.replace(4, []).status == "Accepted"
        left = [rows(store)]
        for _ in range(5):
            await asyncio.sleep(0)
            left.append(rows(store))
        assert left[0] == len(MANY)
        assert left[-1] == 0
        assert all(before - after <= SWEPT for before, after in pairwise(left))


@virtual_time
async def test_what_a_power_cut_leaves_of_it_goes_at_the_next_start() -> None:
    store = Store(":memory:")
    table = StationRecords(store, "CS-0042").listed_tokens
    async with scene("2.0.1", store=store) as s:
        await send(s, 1, listed(*MANY))
    with store.atomic():
        table.replace(2, [])
    assert rows(store) == len(MANY)
    async with scene("2.0.1", store=store):
        assert rows(store) == 0
